"""What a finding is about, as data: whoever needs to know reads it here, and never out of the sentence."""

from model.form.form import Value
from model.report.printed_totals import WrongTotal
from model.structs import Struct


class BlankCells(Struct, frozen=True):
    """The cells of the finding are not filled in; nothing else is wrong with them."""


class Unbalanced(Struct, frozen=True):
    """A column of table three does not balance."""

    column: str


class MissingAspects(Struct, frozen=True):
    """Aspects that section one does not speak of, by their names (see `model.checks.aspects`)."""

    names: tuple[str, ...]


class MissingContact(Struct, frozen=True):
    """Ways to reach the office that are not given or not right, as names of the agency's fields."""

    fields: tuple[str, ...]


class Compared(Struct, frozen=True):
    """Two figures that should be the same: as the words have it, and as the tables or two years give it."""

    said: Value | None
    right: Value


class AgencyField(Struct, frozen=True):
    """A field of 单位信息, by its name."""

    name: str


About = BlankCells | Unbalanced | MissingAspects | MissingContact | Compared | AgencyField | WrongTotal
"""What a finding may be about; `WrongTotal` is a total that the source printed."""
