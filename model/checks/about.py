"""What a finding is about, as data: whoever needs to know reads it here, and never out of the sentence."""

from dataclasses import dataclass

from model.form.form import Value
from model.report.printed_totals import WrongTotal


@dataclass(frozen=True, slots=True)
class BlankCells:
    """The cells of the finding are not filled in; nothing else is wrong with them."""


@dataclass(frozen=True, slots=True)
class Unbalanced:
    """A column of table three does not balance."""

    column: str


@dataclass(frozen=True, slots=True)
class MissingAspects:
    """Aspects that section one does not speak of, by their names (see `model.checks.aspects`)."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingContact:
    """Ways to reach the office that are not given or not right, as names of the agency's fields."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two figures that should be the same: as the words have it, and as the tables or two years give it."""

    said: Value | None
    right: Value


@dataclass(frozen=True, slots=True)
class AgencyField:
    """A field of 单位信息, by its name."""

    name: str


About = BlankCells | Unbalanced | MissingAspects | MissingContact | Compared | AgencyField | WrongTotal
"""What a finding may be about; `WrongTotal` is a total that the source printed."""
