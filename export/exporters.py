"""The one table of outputs, and the one way a file is written: beside its place, read back, compared, then named.

A new kind of file is a module with two functions (see `export.writer`) and a `FileFormat` in this table; a new document
is a function that gives its blocks. A writer that needs Qt is added by `register`, from where Qt may be imported.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path

from export.content import Block, blocks, why_not
from export.correction import correction_sheet
from export.gathering_sheet import Asked, gathering_sheet
from export.identity import Version
from export.opinion import opinion_sheet
from export.seal import calls_itself_ours
from export.writer import Comparison, Content, Difference, Found, Writer
from model.files import atomic
from model.files.problems import FileProblem, from_os_error
from model.report.correction import Correction
from model.report.report import Report
from model.review.opinion import Opinion
from model.structs import Struct, field


class FileFormat(Struct, frozen=True):
    """A kind of file.

    Attributes:
        name: what the clerk calls it.
        suffix: how its names end, with the dot.
        load: gives the writer; its libraries are imported then.
        notices: what is to be said before it is written, such as which typeface stands in for another, a line each.
        refusal: why this machine cannot write some blocks as such a file; None when it can.
    """

    name: str
    suffix: str
    load: Callable[[], Writer]
    notices: Callable[[Report], list[str]] = lambda _report: []
    refusal: Callable[[tuple[Block, ...]], str | None] = lambda _printed: None

    @property
    def id(self) -> str:
        """How the command line names it: the suffix without its dot."""
        return self.suffix[1:]


class Circumstances(Struct, frozen=True):
    """What an export depends on beside the report.

    Attributes:
        today: the day that checks use; only a 审签单 depends on it.
        installed: the typefaces this machine is known to have.
        version: the save of the draft that the report was taken from; None when it was taken from no saved draft.
        correction: what was published and is corrected; a 更正说明 alone needs it.
        opinion: what the office that collects the reports says of this one; a 退回意见 alone needs it.
        asked: what a 科室 is asked for; a 征集表 alone needs it.
        signed: the report as it was signed, where it is kept; a 审签单 says what was changed since.
    """

    today: date = field(default_factory=date.today)
    installed: Collection[str] = ()
    version: Version | None = None
    correction: Correction | None = None
    opinion: Opinion | None = None
    asked: Asked | None = None
    signed: Report | None = None


class Document(Struct, frozen=True):
    """Something that can be written about a report.

    Attributes:
        name: what the clerk calls it.
        blocks: what it says of a report in some circumstances.
        formats: the kinds of file it can become, the usual one first.
        ending: what is put behind the name of the report's own file.
        why_not: why it cannot be written about a report; None when it can.
    """

    name: str
    blocks: Callable[[Report, Circumstances], tuple[Block, ...]]
    formats: list[FileFormat]
    ending: str = ""
    why_not: Callable[[Report], str | None] = lambda _report: None

    def format_of(self, path: Path) -> FileFormat | None:
        """The kind of file that a name stands for; None when this document cannot become one."""
        return next((each for each in self.formats if each.suffix == path.suffix.lower()), None)


def _in(writing: str, reading: str) -> Callable[[], Writer]:
    """The writer whose functions `write`, `verify` and `read` two modules of this package have, imported when used."""

    def load() -> Writer:
        written, found = (import_module(f"{__package__}.{name}") for name in (writing, reading))
        return Writer(written.write, found.verify, getattr(found, "read", None))

    return load


def _check_sheet(report: Report, around: Circumstances) -> tuple[Block, ...]:
    from export.sheet.check_sheet import check_sheet

    return check_sheet(report, around.today, around.version, around.signed)


def _correction(report: Report, around: Circumstances) -> tuple[Block, ...]:
    if around.correction is None:
        raise ValueError("a 更正说明 needs what was published")
    return correction_sheet(report, around.correction)


def _opinion(_report: Report, around: Circumstances) -> tuple[Block, ...]:
    if around.opinion is None:
        raise ValueError("a 退回意见 needs what is said")
    return opinion_sheet(around.opinion)


def _gathering(report: Report, around: Circumstances) -> tuple[Block, ...]:
    if around.asked is None:
        raise ValueError("a 征集表 needs what is asked for")
    return gathering_sheet(report, around.asked)


WORD = FileFormat("Word", ".docx", _in("word.docx", "word.readback"))
PAGE = FileFormat("网页", ".html", _in("web.page", "web.readback"))
EXCEL = FileFormat("Excel", ".xlsx", _in("excel.workbook", "excel.readback"))
FILLED_IN = FileFormat("Excel", ".xlsx", _in("gathering.workbook", "gathering.workbook"))

REPORT = Document("年度报告", lambda report, _around: blocks(report), [WORD, PAGE, EXCEL], why_not=why_not)
CHECK_SHEET = Document("审签单", _check_sheet, [WORD, PAGE], "审签单")
CORRECTION = Document("更正说明", _correction, [WORD, PAGE], "更正说明", why_not)
OPINION = Document("退回意见", _opinion, [WORD, PAGE], "退回意见")
GATHERING = Document("征集表", _gathering, [WORD, FILLED_IN], "征集表")
DOCUMENTS = (REPORT, CHECK_SHEET, CORRECTION, OPINION, GATHERING)
"""Everything that can be written about a report."""


def register(document: Document, file_format: FileFormat) -> None:
    """Add a kind of file to a document, once; for writers that need what this package may not import, such as Qt."""
    if file_format not in document.formats:
        document.formats.append(file_format)


def export(
    document: Document,
    report: Report,
    path: Path,
    *,
    replace: bool,
    circumstances: Circumstances | None = None,
) -> Comparison:
    """Write a document and say what was compared; the name's ending says as what kind of file.

    The file is written beside its place and read back from the disk. Its bytes are compared with those handed over, and
    what they say with the document, cell by cell and paragraph by paragraph; only then does it take its name.

    Args:
        document: what is written.
        report: the report; open errors do not stop it, blank cells are printed as 0. A live field without a cell does,
            see `export.content.why_not`.
        path: the file to make.
        replace: whether a file of that name may be replaced.
        circumstances: the day and the typefaces; by default today, and no typeface but the usual ones.

    Raises:
        FileProblem: the ending is none of the document's, the report cannot be printed, this machine cannot write such
            a file, the file exists, cannot be written, is open elsewhere, or did not read back as it should; whatever
            stood there before is as it was.
    """
    wanted = document.format_of(path)
    if wanted is None:
        raise FileProblem(path, f"{document.name}只能导出成这些文件：{endings(document)}，请换一个文件名")
    if why := document.why_not(report):
        raise FileProblem(path, why)
    refuse_target(path, replace=replace)
    around = circumstances or Circumstances()
    content = Content(report, document.blocks(report, around), around.installed, around.version)
    if why := wanted.refusal(content.blocks):
        raise FileProblem(path, why)
    try:
        return _write(wanted.load(), content, path)
    except OSError as error:
        raise from_os_error(path, error) from None
    except Difference as difference:
        raise FileProblem(path, f"写出后核对不一致，未保存：{difference}。请把草稿文件交给技术支持") from None


def read(path: Path, data: bytes) -> tuple[FileFormat, Found]:
    """What a file holds that the report was exported to, told by its content; the name only says what is tried first.

    Raises:
        FileProblem: no kind of file that the report can become is read from it.
    """
    named = REPORT.format_of(path)
    for kind in sorted(REPORT.formats, key=lambda each: each is not named):
        reader = kind.load().read
        if reader is not None:
            with suppress(Difference):
                return kind, reader(data)
    raise FileProblem(path, f"不是年报助手导出的文件，或已损坏；能核对的是：{endings(REPORT)}")


def changed_beyond_reading(data: bytes) -> tuple[FileFormat, str] | None:
    """Of a file that `read` cannot read: what kind it is and what is wrong with it, where it says that it is ours."""
    if not calls_itself_ours(data):
        return None
    word = ".docx" if b"word/document.xml" in data else ".xlsx"
    suffix = word if data.startswith(b"PK") else ".pdf" if data.startswith(b"%PDF") else ".html"
    kind = next((each for each in REPORT.formats if each.suffix == suffix), None)
    reader = kind.load().read if kind else None
    if kind is None or reader is None:
        return None
    try:
        reader(data)
    except Difference as difference:
        return kind, str(difference)
    return None


def endings(document: Document) -> str:
    """The endings a document's file may have, for the clerk."""
    return "、".join(f"{each.name}（{each.suffix}）" for each in document.formats)


def refuse_target(path: Path, *, replace: bool) -> None:
    """Refuse a file that is there already, unless it may be replaced, or that an office program holds open.

    Raises:
        FileProblem: as said.
    """
    lock = path.with_name(f".~lock.{path.name}#")
    if lock.exists():
        raise FileProblem(
            path, f"文件正在 WPS 或 LibreOffice 中打开，请先关闭，或换一个文件名（如确未打开，请删除 {lock.name}）"
        )
    if path.exists() and not replace:
        raise FileProblem(path, "文件已存在，请换一个文件名，或加 --force 覆盖")


def _write(writer: Writer, content: Content, path: Path) -> Comparison:
    data = writer.write(content)
    compared: list[Comparison] = []

    def verify(written: Path) -> None:
        found = written.read_bytes()
        if found != data:
            raise Difference("磁盘上的内容与写出的不同，磁盘或共享文件夹可能有故障")
        compared.append(writer.verify(found, content))

    atomic.write(path, data, verify=verify)
    return compared[0]
