"""What was read from a file: the figures and texts of a report, where each stood, and what is doubtful about them."""

from collections.abc import Mapping
from types import MappingProxyType

from importers.document.blocks import Document
from model.form.form import Form, Value
from model.report.report import NOTHING, Agency, Evidence, PastReport, Report, Source, Texts, check_year
from model.structs import Struct, field


class Location(Struct, frozen=True):
    """Where something stands in the source: a block by its index, and for a grid its row and column."""

    block: int
    row: int | None = None
    column: int | None = None


class Doubt(Struct, frozen=True):
    """Something the importer was not sure of.

    Attributes:
        place: a cell id, a text id, a table id, `title`, `year`, `lines` for broken lines, or `agency.name` and the
            like.
        printed: the source's own words there.
        taken: what was made of them; empty for nothing.
        message: what is doubtful and what to do, for the clerk.
        location: where it stands in the source; None when it is nowhere, as a heading that was not found.
        table: the id of the table that was not found and whose figures it could be.
    """

    place: str
    printed: str
    taken: str
    message: str
    location: Location | None = None
    table: str = ""


class Reading(Struct, frozen=True):
    """A report read from a file.

    Attributes:
        document: the file's words.
        form: the form its figures are on: that of its year, or the newest one for a later report whose tables follow
            an older form; then only those that mean the same are there.
        year: the report year; None when the file does not say it.
        title: the title as printed, on one line.
        agency: the agency with what title and preamble say of it; its name is empty when they do not.
        numbers: the typed cells that were read, in 件 or 万元; an empty cell is absent.
        printed: the words of every number cell that was found, computed ones too.
        text: preamble and prose sections.
        notes: what is printed under a table, by table id.
        doubts: in the order of the source.
        changed: for our own export, the cells whose words are no longer the exported figure; `numbers` has the words'
            value, `document.known` the exported one.
        evidence: what the draft keeps of the source; see `docs/draft-format.md`.
        broken: for each paragraph that was joined, the lines it was broken into.
        locations: where the cells, texts, `title`, `year` and `agency.…` were read, by the same names as in a doubt.
    """

    document: Document
    form: Form
    year: int | None
    title: str
    agency: Agency
    numbers: Mapping[str, Value]
    printed: Mapping[str, str]
    text: Texts
    notes: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    doubts: tuple[Doubt, ...] = ()
    changed: tuple[Doubt, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    broken: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    locations: Mapping[str, Location] = field(default_factory=lambda: MappingProxyType({}))

    def report(self, file: str) -> Report:
        """The reading as a draft's report, with its source kept.

        Args:
            file: the name of the file it came from.

        Raises:
            CellError: no year was read, or the form does not apply to it.
        """
        source = Source(file, self.evidence)
        year, title = check_year(self.year or 0, self.form), self.title or None
        return Report(
            year,
            self.agency,
            numbers=self.numbers,
            text=self.text,
            title=title,
            notes=self.notes,
            source=source,
            form=self.form,
        )

    def past(self, year: int) -> PastReport:
        """The reading as the report of an earlier year, for comparison.

        Args:
            year: the report year, as read or as the clerk says.
        """
        return PastReport(self.form, year, self.numbers, self.text)
