"""A sheet that a 科室 has sent back, as it was read; nothing of it is in the report yet."""

from model.form.form import Value
from model.gathering.items import Item
from model.structs import Struct


class Given(Struct, frozen=True):
    """A line of a sheet.

    Attributes:
        item: what it is the figure of.
        value: the figure; None where nothing, or nothing that can be read, is written.
        doubt: why it must be looked at; empty where it is plain.
        remark: what is written beside it.
    """

    item: Item
    value: Value | None
    doubt: str = ""
    remark: str = ""


class Returned(Struct, frozen=True):
    """A sheet.

    Attributes:
        file: what the file is called.
        digest: the SHA-256 of its content.
        agency: the agency that it says; empty where it says none.
        year: the year that it says; None where it says none.
        giver: the 科室 that it says; empty where it says none.
        given: its lines, each item once.
        unknown: lines with a figure that name no item, as they are written.
    """

    file: str
    digest: str
    agency: str
    year: int | None
    giver: str
    given: tuple[Given, ...]
    unknown: tuple[str, ...] = ()
