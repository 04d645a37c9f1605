"""What kind of file some bytes are, told by the content: the ending of a name often lies."""

import re

from importers.bounded import ole, package, zipped
from importers.bounded.encodings import decoded
from importers.document.blocks import Kind
from importers.refused import Refused

_AGAIN = "请用 Word 或 WPS 打开，另存为 .docx 后再试"
_ORIGINAL = "请用编写时的 Word 或 WPS 文件再试；或者打开它全选复制，再粘贴到这里"
OFD = f"这是 OFD 版式文件，无法读取。{_ORIGINAL}"
PICTURE = f"这是图片，里面没有文字可读。{_ORIGINAL}"
ARCHIVE = "这是压缩包，请先解压，再选择里面的年度报告"
DRAFT = "这是年报草稿，请直接打开，不用导入"
SLIDES = "这是演示文稿，不是年度报告，请选择报告的 Word 文件"
SHEETS = "这种表格文件无法读取，请用 Excel 或 WPS 打开，另存为 .xlsx 后再试"
PASSWORD = (
    "文件有密码，无法读取。请用原来的软件打开，去掉密码（文件、信息、保护文档、用密码进行加密，把密码清空）另存后再试"  # noqa: S105
)
EMPTY = "文件是空的，请换一份，或重新下载、拷贝"
UNKNOWN = "认不出这是什么文件，无法读取。如果它能用 Word 或 WPS 打开，请另存为 .docx 后再试"
OLD_XML = f"这是旧式的 XML 文件，无法读取。{_AGAIN}"

_SIGNATURES = (
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"BM", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
)
_OLE: dict[str, Kind] = {"WordDocument": "doc", "Workbook": "xls", "Book": "xls"}
_HEAD = 40_000
_MAIL = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_MAIL_TYPE = re.compile(rb"^Content-Type:", re.IGNORECASE | re.MULTILINE)
_WEB = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|table|div|p|span|h[1-6]|br)\b", re.IGNORECASE)
_DRAFT = re.compile(r'\A\s*\{[^{}]{0,200}"format"\s*:\s*"nianbao')
_ODF_TEXT = b"application/vnd.oasis.opendocument.text"
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\ufffd]")


def kind(data: bytes) -> Kind:
    """The kind of a file.

    Raises:
        Refused: it is of a kind that is not read, is empty, or looks like nothing known.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Refused(EMPTY)
    for signature, reason in _SIGNATURES:
        if data.startswith(signature) and (len(signature) > len("BM") or b"\0\0\0\0" in data[:16]):
            raise Refused(reason)
    if data.startswith(b"PK"):
        return _zipped(data)
    if data.startswith(ole.SIGNATURE):
        return _old_office(data)
    if data.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if _MAIL.search(head) and _MAIL_TYPE.search(head):
        return "mht"
    return _text(decoded(data))


def _zipped(data: bytes) -> Kind:
    archive = zipped.Zipped(data)
    names = {name.lower() for name in archive.names}
    if "[content_types].xml" in names:
        return _office(package.Package(archive))
    if "mimetype" in names:
        kind_said = (archive.read("mimetype") or b"").strip()
        if kind_said.startswith(_ODF_TEXT):
            return "odt"
        raise Refused(SHEETS if b"spreadsheet" in kind_said else SLIDES if b"presentation" in kind_said else UNKNOWN)
    raise Refused(OFD if "ofd.xml" in names else ARCHIVE)


def _office(parts: package.Package) -> Kind:
    said = parts.content_type(parts.main)
    if "wordprocessingml" in said or "ms-word" in said:
        return "docx"
    if "spreadsheetml" in said or ("ms-excel" in said and "binary" not in said):
        return "xlsx"
    raise Refused(
        SHEETS if "ms-excel" in said else SLIDES if "presentation" in said or "powerpoint" in said else UNKNOWN
    )


def _old_office(data: bytes) -> Kind:
    inside = ole.content(data)
    if inside == "EncryptedPackage":
        raise Refused(PASSWORD)
    if inside in _OLE:
        return _OLE[inside]
    raise Refused(SLIDES if inside else UNKNOWN)


def _text(text: str) -> Kind:
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if "http://schemas.microsoft.com/office/2006/xmlPackage" in head:
        return "docx"
    if _ODF_TEXT.decode() in head and "<office:document " in head:
        return "odt"
    if head.startswith("<?xml") and not _WEB.search(head):
        raise Refused(OLD_XML if "office" in head else UNKNOWN)
    if _DRAFT.match(head):
        raise Refused(DRAFT)
    if _WEB.search(head):
        return "html"
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise Refused(UNKNOWN)
    return "text"
