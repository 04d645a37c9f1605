"""Values: what a report, a finding and everything told of them is made of; equal where their fields are equal.

They are `msgspec.Struct`s. Making such a class takes a fiftieth of the time of making a data class, for which Python
writes and compiles six functions, and that was a quarter of the start; making a value of it takes a third.
There are no data classes beside them: `replace` looks to a type checker as if it took those too.
"""

from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

from msgspec import field

__all__ = ["Struct", "field", "fields_of", "replace"]

if TYPE_CHECKING:
    from dataclasses import replace

    @dataclass_transform(field_specifiers=(field,))
    class Struct:
        """What a type checker is told: the same rules as for data classes, those of `replace` too."""

        __dataclass_fields__: ClassVar[dict[str, Any]]
        __struct_fields__: ClassVar[tuple[str, ...]]

        def __init_subclass__(
            cls,
            *,
            frozen: bool = False,
            eq: bool = True,
            dict: bool = False,  # noqa: A002
            weakref: bool = False,
        ) -> None:
            """Take what a class asks for.

            Args:
                frozen: its values never change.
                eq: two are equal where their fields are; otherwise each is equal to itself alone.
                dict: they keep what `cached_property` has computed.
                weakref: others can point to them without keeping them.
            """
else:
    from msgspec import Struct
    from msgspec.structs import replace


def fields_of(value: Struct) -> dict[str, Any]:
    """What a value is made of, by the names of its fields, in their order."""
    return {name: getattr(value, name) for name in value.__struct_fields__}
