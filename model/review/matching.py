"""Which file is whose: the units of a list against what files say of their agency; which of several files counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from model.language.squeezed import packed
from model.report.names import is_agency
from model.report.report import Agency
from model.review.row import Row
from model.structs import Struct

_LOOSE = tuple("本我全各该其")
"""What `is_agency` takes for a word of one's own; a name of a list that begins so fits only as a whole."""


class Handed(Struct, frozen=True):
    """What a unit has handed in.

    Attributes:
        name: the unit's.
        rows: its files, the one that counts first.
        wanted: whether it is in the list of units, or there is no list.
        behind: where it has no file of its own, those in which its report stands behind another one.
    """

    name: str
    rows: tuple[Row, ...]
    wanted: bool = True
    behind: tuple[Row, ...] = ()


def handed_in(names: Sequence[str], rows: Iterable[Row], times: Mapping[str, float], year: int) -> tuple[Handed, ...]:
    """The units of a list in its order, then those that are in none.

    Args:
        names: the list; empty for none.
        rows: what was read.
        times: when each file was changed last; of several files of a unit the latest one of the year counts.
        year: the year of the reports.
    """
    known = _Names(names)
    found: defaultdict[str, list[Row]] = defaultdict(list)
    behind: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[known.of(row)].append(row)
        for said in row.more:
            behind[known.of(Row("", agency=Agency(said)))].append(row)

    def rank(row: Row) -> tuple[bool, bool, float, str]:
        return bool(row.error), row.year != year, -times.get(row.file, 0.0), row.file

    units = [*dict.fromkeys(names), *sorted((found.keys() | behind.keys()) - set(names))]
    wanted = set(names) or set(units)
    return tuple(
        Handed(
            name,
            tuple(sorted(found.get(name, ()), key=rank)),
            name in wanted,
            () if name in found else tuple(sorted(behind.get(name, ()), key=rank)),
        )
        for name in units
    )


def calls_itself_otherwise(unit: str, row: Row) -> bool:
    """Whether a file that was taken for a unit's by its name says another agency in itself."""
    said, name = packed(row.agency.name), packed(unit)
    return bool(said) and said != name and not _fits(said, Agency(name)) and not _fits(name, Agency(said))


class _Names:
    """A list of units, asked whose a file is."""

    def __init__(self, names: Sequence[str]) -> None:
        self._exact = {packed(name): name for name in names}
        self._agencies = [(name, Agency(name)) for name in dict.fromkeys(names)]

    def of(self, row: Row) -> str:
        """The unit of a file: by what it says, else by its name; one that is on no list is called as it says."""
        said = packed(row.agency.name)
        stem = packed(PurePath(row.file).stem)
        if said in self._exact:
            return self._exact[said]
        fitting = self._fitting(said) if said else []
        if len(fitting) == 1:
            return fitting[0]
        named = [name for name, agency in self._agencies if packed(agency.name) in stem]
        if named:
            return max(named, key=len)
        return row.agency.name or PurePath(row.file).stem

    def _fitting(self, said: str) -> list[str]:
        own = Agency(said)
        return [name for name, agency in self._agencies if _fits(said, agency) or _fits(packed(name), own)]


def _fits(name: str, agency: Agency) -> bool:
    return not name.startswith(_LOOSE) and is_agency(name, agency)
