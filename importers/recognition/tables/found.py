"""What was found of the three tables."""

from collections.abc import Mapping

from importers.reading import Doubt, Location
from importers.recognition.tables.figures import Figure
from importers.recognition.tables.grids import Scan
from model.form.form import Form, Value
from model.structs import Struct, field


class Found(Struct, frozen=True):
    """One number cell as it was found."""

    words: str
    figure: Figure
    location: Location


class Tables(Struct):
    """What was found of the three tables.

    Attributes:
        cells: the number cells by id, computed ones too.
        scans: what each grid of the form gave, by block.
        doubts: about the tables and their figures.
        old: a head of another form was met.
    """

    form: Form
    cells: dict[str, Found] = field(default_factory=dict)
    scans: dict[int, Scan] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    old: bool = False

    @property
    def ids(self) -> frozenset[str]:
        """The tables of which anything was found."""
        return frozenset(cell.partition(".")[0] for cell in self.cells)

    def blocks(self, table: str) -> list[int]:
        """The blocks in which cells of a table were found."""
        return sorted({found.location.block for cell, found in self.cells.items() if cell.startswith(f"{table}.")})

    def numbers(self) -> Mapping[str, Value]:
        """The typed cells that hold a figure."""
        read = ((cell, found.figure.value) for cell, found in self.cells.items())
        return {cell: value for cell, value in read if value is not None and not self.form.cells[cell].computed}
