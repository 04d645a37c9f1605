"""A file that is a draft or a report to be read, told by its content, and what can be made of it."""

import stat
from pathlib import Path

from model.drafts import draft as drafts
from model.drafts.cleaning import cleaned
from model.drafts.draft import Draft
from model.files.problems import FileProblem
from model.form.form import CellError
from model.report.comparison import Printed, of_draft, of_source
from model.report.next_year import past_report
from model.report.report import Agency, Layout, PastReport, Report
from model.structs import Struct, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importers.reading import Doubt, Reading

_HEAD = 512
_BOM = b"\xef\xbb\xbf"
_OLDER = "这是{year}年的报告，用的不是那一年的表样，不能作为草稿；可以作为上年报告：nianbao new --from"


class YearUnknown(FileProblem):
    """A report does not say its year."""


class AnyFile(Struct, frozen=True):
    """What a file holds: a draft, or else what was read from it."""

    path: Path
    held: "Draft | Reading"
    remarks: tuple[str, ...] = ()
    """What was taken out of a draft, as the window does when it opens one; the file keeps it."""

    @property
    def agency(self) -> Agency:
        """Whose report it is; the name is empty when a file does not say it."""
        return self.held.report.agency if isinstance(self.held, Draft) else self.held.agency

    @property
    def layout(self) -> Layout | None:
        """How a draft's Word report is set."""
        return self.held.report.layout if isinstance(self.held, Draft) else None

    @property
    def doubts(self) -> "tuple[Doubt, ...]":
        """What was not certain in reading the file, and the figures changed since we exported them."""
        return () if isinstance(self.held, Draft) else (*self.held.doubts, *self.held.changed)

    def report(self, year: int | None = None, name: str = "") -> Report:
        """The report.

        Args:
            year: the report year, where the file does not say it or says it wrong.
            name: the same for the agency.

        Raises:
            FileProblem: its year is not known, or its form does not apply to it.
        """
        if isinstance(self.held, Draft):
            return self.held.report
        reading = replace(self.held, year=year or self._year())
        reading = replace(reading, agency=replace(reading.agency, name=name)) if name else reading
        try:
            return reading.report(self.path.name)
        except CellError as problem:
            older = reading.year is not None and reading.year < reading.form.first_year
            reason = _OLDER.format(year=reading.year) if older else str(problem)
            raise FileProblem(self.path, reason) from None

    def printed(self) -> Printed:
        """What the report says in print: a draft as it would be exported, a file as it stands.

        Raises:
            FileProblem: its year is not known, or its form does not apply to it.
        """
        return of_draft(self.report()) if isinstance(self.held, Draft) else of_source(self.report())

    def past(self) -> PastReport:
        """The report as last year's, for comparison.

        Raises:
            FileProblem: its year is not known.
        """
        return past_report(self.held.report) if isinstance(self.held, Draft) else self.held.past(self._year())

    def _year(self) -> int:
        year = self.held.report.year if isinstance(self.held, Draft) else self.held.year
        if year is None:
            raise YearUnknown(self.path, "没有读出是哪一年的报告，请在标题里写明年份后再试")
        return year


def any_file(path: Path) -> AnyFile:
    """Open a draft, or read a report of any kind.

    Raises:
        FileProblem: it is neither, or cannot be read; a file named as a draft is spoken of as one.
    """
    if _looks_like_a_draft(path):
        return _draft(path)
    from importers.read import read

    try:
        return AnyFile(path, read(path))
    except FileProblem:
        if path.suffix.lower() == ".nianbao":
            return _draft(path)
        raise


def _draft(path: Path) -> AnyFile:
    """A draft, without what no report should hold."""
    draft = drafts.load(path)
    clean = cleaned(draft.report)
    return AnyFile(path, replace(draft, report=clean.report), clean.remarks)


def _looks_like_a_draft(path: Path) -> bool:
    """Whether a file begins as JSON does; rich text begins with the same bracket."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return True
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return True
    start = head.removeprefix(_BOM).lstrip()
    return start.startswith(b"{") and not start.startswith(b"{\\")
