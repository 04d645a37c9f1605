"""The one table of file kinds: by what content each is told, how it is read, or why it is not; names often lie.

A new kind is a module with a reader and an entry here. The first entry whose test holds is the kind of a file.
"""

from collections.abc import Callable
from importlib import import_module

from importers.document.blocks import Document
from importers.formats.look import Look
from importers.refused import PASSWORD, Refused
from model.structs import Struct

_AGAIN = "请用 Word 或 WPS 打开，另存为 .docx 后再试"
_ORIGINAL = "请用编写时的 Word 或 WPS 文件再试；或者打开它全选复制，再粘贴到这里"
OFD = f"这是 OFD 版式文件，无法读取。{_ORIGINAL}"
PICTURE = f"这是图片，里面没有文字可读。{_ORIGINAL}"
ARCHIVE = "这是压缩包，请先解压，再选择里面的年度报告"
DRAFT = "这是年报草稿，请直接打开，不用导入"
SLIDES = "这是演示文稿，不是年度报告，请选择报告的 Word 文件"
SHEETS = "这种表格文件无法读取，请用 Excel 或 WPS 打开，另存为 .xlsx 后再试"
EMPTY = "文件是空的，请换一份，或重新下载、拷贝"
UNKNOWN = "认不出这是什么文件，无法读取。如果它能用 Word 或 WPS 打开，请另存为 .docx 后再试"
OLD_XML = f"这是旧式的 XML 文件，无法读取。{_AGAIN}"


Reader = Callable[[bytes], Document]


class FileKind(Struct, frozen=True):
    """A kind of file that is read.

    Attributes:
        id: what `Document.kind` says, and what the child process is told.
        name: what the clerk calls it.
        suffixes: how such files are usually named, for the window's file dialog.
        holds: whether a file is of this kind.
        module: the module of `importers.formats` that reads it, with `read(bytes) -> Document`.
        in_child: whether it is read in a process of its own, because its library knows no bounds of memory and time.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    holds: Callable[[Look], bool]
    module: str
    in_child: bool = False

    def load(self) -> Reader:
        """The reader; its libraries are imported with it."""
        read: Reader = import_module(f"importers.formats.{self.module}").read
        return read


class Unread(Struct, frozen=True):
    """A kind of file that is not read: why not and what to do."""

    reason: str
    holds: Callable[[Look], bool]


def kind(data: bytes) -> FileKind:
    """The kind of a file.

    Raises:
        Refused: it is of a kind that is not read, is empty, or looks like nothing known.
    """
    look = Look(data)
    found = next((each for each in KINDS if each.holds(look)), None)
    if isinstance(found, FileKind):
        return found
    raise Refused(found.reason if found else UNKNOWN)


def by_id(kind_id: str) -> FileKind:
    """The kind with an id; `KeyError` when there is none."""
    return {each.id: each for each in KINDS if isinstance(each, FileKind)}[kind_id]


def in_child_modules() -> frozenset[str]:
    """The full names of the modules whose readers work in a process of their own, and of what these alone use."""
    names = (each.module for each in KINDS if isinstance(each, FileKind) and each.in_child)
    return frozenset(f"importers.formats.{name}" for name in (*names, *_USED_THERE))


_USED_THERE = ("word.old_stories",)


def suffixes() -> tuple[str, ...]:
    """How the files that are read are usually named, in the order of the table."""
    return tuple(suffix for each in KINDS if isinstance(each, FileKind) for suffix in each.suffixes)


def _begins(*signatures: bytes) -> Callable[[Look], bool]:
    return lambda look: look.data.startswith(signatures)


def _office(*words: str) -> Callable[[Look], bool]:
    return lambda look: any(word in look.office for word in words)


def _ole(*streams: str) -> Callable[[Look], bool]:
    return lambda look: look.stream in streams


def _word_file(look: Look) -> bool:
    return _office("wordprocessingml", "ms-word")(look) or FLAT_OFFICE in look.words


def _workbook(look: Look) -> bool:
    return "spreadsheetml" in look.office or ("ms-excel" in look.office and "binary" not in look.office)


def _open_text(look: Look) -> bool:
    return look.open_document.startswith(ODF_TEXT) or (ODF_TEXT in look.words and "<office:document " in look.words)


def _pdf_file(look: Look) -> bool:
    return look.data.startswith(b"%PDF-") or (look.is_plain and b"%PDF-" in look.data[:1024])


FLAT_OFFICE = "http://schemas.microsoft.com/office/2006/xmlPackage"
ODF_TEXT = "application/vnd.oasis.opendocument.text"

KINDS: tuple[FileKind | Unread, ...] = (
    Unread(EMPTY, lambda look: look.is_empty),
    Unread(PICTURE, _begins(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    Unread(PICTURE, lambda look: look.data.startswith(b"BM") and b"\0\0\0\0" in look.data[:16]),
    Unread(ARCHIVE, _begins(b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")),
    FileKind("rtf", "RTF 文档", (".rtf",), lambda look: look.data.lstrip().startswith(b"{\\rtf"), "rtf.reader"),
    FileKind("pdf", "PDF 文件", (".pdf",), _pdf_file, "pdf.reader", in_child=True),
    FileKind("mht", "网页存档", (".mht", ".mhtml"), lambda look: look.is_mail, "web.mht"),
    FileKind("docx", "Word 文档", (".docx", ".docm"), _word_file, "word.docx"),
    FileKind("xlsx", "Excel 表格", (".xlsx", ".xlsm"), _workbook, "sheets.xlsx", in_child=True),
    Unread(SHEETS, _office("ms-excel")),
    Unread(SLIDES, _office("presentation", "powerpoint")),
    Unread(UNKNOWN, lambda look: look.is_office),
    FileKind("odt", "ODF 文本", (".odt",), _open_text, "odf.odt"),
    Unread(SHEETS, lambda look: "spreadsheet" in look.open_document),
    Unread(SLIDES, lambda look: "presentation" in look.open_document),
    Unread(UNKNOWN, lambda look: bool(look.open_document)),
    Unread(OFD, lambda look: "ofd.xml" in look.members),
    Unread(ARCHIVE, lambda look: look.is_zip),
    Unread(PASSWORD, _ole("EncryptedPackage")),
    FileKind("doc", "Word 97-2003 文档", (".doc", ".wps"), _ole("WordDocument"), "word.doc", in_child=True),
    FileKind("xls", "Excel 97-2003 表格", (".xls", ".et"), _ole("Workbook", "Book"), "sheets.xls", in_child=True),
    Unread(SLIDES, _ole("PowerPoint Document")),
    Unread(UNKNOWN, lambda look: look.is_ole),
    Unread(OLD_XML, lambda look: look.is_xml and "office" in look.words),
    Unread(UNKNOWN, lambda look: look.is_xml),
    Unread(DRAFT, lambda look: look.is_draft),
    FileKind("html", "网页", (".html", ".htm"), lambda look: look.is_web, "web.html"),
    Unread(UNKNOWN, lambda look: look.is_binary),
    FileKind("text", "纯文本", (".txt",), lambda look: look.is_plain, "text"),
)
"""Every kind, tried in this order."""
