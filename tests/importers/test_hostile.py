"""Files made to do harm, or broken by accident: refused in plain words, in little time and memory."""

import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Border, PatternFill, Side

from importers import child, clipboard
from importers.bounded import ole
from importers.files import LARGEST, document, from_bytes
from importers.formats import kinds
from importers.refused import DAMAGED, PASSWORD, TOO_MUCH, UNSAFE
from model.files.problems import FileProblem
from tests.importers.samples import FOLDER, p, part, reason, word_file, zipped
from tests.importers.test_readers_other import ODF, open_document
from tests.tools import bounded

HANG = 30
"""Seconds of the processor after which a test calls it hanging; every file here takes a small part of that."""
N = 100_000


@pytest.fixture(autouse=True)
def never_hangs() -> Iterator[None]:
    """Nothing here takes long."""
    with bounded(HANG):
        yield


def replaced(data: bytes, name: str, content: str | bytes) -> bytes:
    """A zip file with one member's content replaced."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return zipped({**{item: archive.read(item) for item in archive.namelist()}, name: content})


def word_xml(before: str, body: str) -> bytes:
    """A Word file whose main part begins with something."""
    return replaced(word_file(""), "word/document.xml", before + part("document", f"<w:body>{body}</w:body>"))


SECRET = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
REMOTE = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>"
BOMB = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + i)} '{('&' + chr(97 + i) + ';') * 10}'>" for i in range(9)
) + "]>"  # fmt: skip


@pytest.mark.parametrize("before", [SECRET, REMOTE, BOMB, "<?xml version='1.0'?>\n" + SECRET])
@pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml"])
def test_a_document_type_is_refused_in_every_part(before: str, name: str) -> None:
    data = word_file(p("&e;" if name == "word/document.xml" else "甲"), styles="")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        content = archive.read(name).decode()
    assert reason(replaced(data, name, before + content)) == UNSAFE


def test_a_document_type_is_refused_in_sheets_and_open_documents_and_in_two_byte_codes() -> None:
    sheet = (FOLDER / "18a_one_sheet.xlsx").read_bytes()
    assert reason(replaced(sheet, "xl/worksheets/sheet1.xml", SECRET + "<x/>")) == UNSAFE
    assert reason(replaced(open_document(""), "content.xml", SECRET + f"<office:document-content {ODF}/>")) == UNSAFE
    two_bytes = f"<?xml version='1.0' encoding='UTF-16'?>{SECRET}<x/>".encode("utf-16")
    assert reason(replaced(word_file(""), "word/document.xml", two_bytes)) == UNSAFE


def test_an_entity_in_a_web_page_stays_what_it_is() -> None:
    found = from_bytes(f"{SECRET}<html><p>甲&e;</p></html>".encode())
    assert [getattr(block, "text", "") for block in found.blocks][-1] == "甲&e;"


def test_nothing_outside_of_the_file_is_ever_opened(tmp_path: Path) -> None:
    watched = """
import sys
opened = []
def note(event, arguments):
    if event in ("open", "socket.connect"):
        opened.append((event, arguments))
sys.addaudithook(note)
from importers.files import from_bytes
from importers.formats.web import html
from importers.formats.word import docx
from importers.refused import Refused
from lxml import etree
from pathlib import Path
pages = [Path(name).read_bytes() for name in sys.argv[1:]]
from_bytes(pages[1])
opened.clear()
for page in pages:
    try:
        from_bytes(page)
    except Refused:
        pass
bad = [(event, arguments) for event, arguments in opened if not str(arguments[0]).endswith((".py", ".pyc", ".so"))]
sys.exit(str(bad) if bad else 0)
"""
    external = replaced(
        word_file(p("甲"), styles=""),
        "word/_rels/document.xml.rels",
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="x/styles" TargetMode="External" Target="file:///etc/hostname"/></Relationships>',
    )
    page = (
        b"<html><base href='http://127.0.0.1:9/'><link rel=stylesheet href=x.css><img src=x.png>"
        b"<iframe src=/etc/hostname></iframe><p>x"
    )
    names = []
    for index, data in enumerate([external, page, word_xml(SECRET, p("&e;"))]):
        (tmp_path / str(index)).write_bytes(data)
        names.append(str(tmp_path / str(index)))
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", watched, *names], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_zip_bomb_is_stopped_where_it_bursts() -> None:
    assert reason(replaced(word_file(""), "word/document.xml", b" " * 30_000_000)) == TOO_MUCH
    assert reason(replaced(word_file(p("甲"), styles=""), "word/styles.xml", b"<" * 30_000_000)) == TOO_MUCH
    many = {f"xl/a{index}.xml": b" " * 20_000_000 for index in range(4)}
    sheet = zipped({**members("18a_one_sheet.xlsx"), **many})
    assert reason(sheet) == TOO_MUCH


def members(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(FOLDER / name) as archive:
        return {item: archive.read(item) for item in archive.namelist()}


def test_a_zip_of_very_many_members_is_refused() -> None:
    assert reason(zipped({f"{index}": b"" for index in range(4000)})) == TOO_MUCH


@pytest.mark.parametrize("size", [10, 5_000_000, 2**32 - 2])
def test_a_lying_size_in_the_directory_of_a_zip_is_not_believed(size: int) -> None:
    honest = word_file(p("甲" * 1000))
    data = bytearray(honest)
    place = 0
    while (place := data.find(b"PK\x01\x02", place + 1)) > 0:
        data[place + 24 : place + 28] = size.to_bytes(4, "little")
    if size < len(honest):
        assert reason(bytes(data)) == DAMAGED
    else:
        assert from_bytes(bytes(data)).blocks == from_bytes(honest).blocks


def test_of_two_members_with_one_name_the_first_is_read() -> None:
    out = BytesIO(word_file(p("甲")))
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", part("document", f"<w:body>{p('乙')}</w:body>"))
    assert [getattr(block, "text", "") for block in from_bytes(out.getvalue()).blocks] == ["甲"]


DEEP: dict[str, Callable[[], bytes]] = {
    "word, 150": lambda: word_file("<w:sdt><w:sdtContent>" * 75 + p("甲") + "</w:sdtContent></w:sdt>" * 75),
    "word": lambda: word_file("<w:p>" * N + "</w:p>" * N),
    "word tables": lambda: word_file("<w:tbl><w:tr><w:tc>" * 120 + p("甲") + "</w:tc></w:tr></w:tbl>" * 120),
    "flat xml": lambda: (
        b"<?xml version='1.0'?><x xmlns='http://schemas.microsoft.com/office/2006/xmlPackage'>" + b"<a>" * N
    ),
    "page": lambda: b"<html>" + b"<div>" * N + b"x",
    "page of tables": lambda: b"<html>" + b"<table><tr><td>" * N + b"x",
    "rich text": lambda: b"{\\rtf1" + b"{" * N + b"x" + b"}" * N,
    "rich text tables": lambda: b"{\\rtf1\\intbl\\itap99999 x\\nestcell}",
    "open document": lambda: open_document("<text:section>" * N + "</text:section>" * N),
    "archive": lambda: (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
        + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 400
    ),
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_deeper_than_any_report_is_refused(name: str) -> None:
    assert reason(DEEP[name]()) in (TOO_MUCH, DAMAGED)


LARGE: dict[str, Callable[[], bytes]] = {
    "attributes of a tag": lambda: b"<html><p " + b" ".join(b"a%d=1" % number for number in range(50_000)) + b">x",
    "attributes of a tag, unquoted": lambda: b"<html><p " + b" ".join(b"a%d" % number for number in range(N)) + b">x",
    "tags": lambda: b"<html>" + b"<p>x" * 300_000,
    "columns of a page": lambda: b"<html><table>" + (b"<tr>" + b"<td colspan=999>x" * 20) * 100,
    "rows of a page": lambda: b"<html><table>" + b"<tr><td rowspan=999>x" * 2000,
    "columns of word": lambda: word_file(
        "<w:tbl>" + "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='1999'/></w:tcPr></w:tc></w:tr>" * 200 + "</w:tbl>"
    ),
    "elements of word": lambda: word_file("<w:p/>" * 500_000),
    "groups of rich text": lambda: b"{\\rtf1" + b"{}" * 400_000,
    "cells of a row of rich text": lambda: b"{\\rtf1\\trowd" + b"\\cellx1" * 1000,
    "lines": lambda: b"x\n" * 300_000,
    "characters of word": lambda: word_file(p("我局依法公开政府信息。" * 50_000)),
    "characters of a page": lambda: b"<html><p>" + "我局依法公开政府信息。".encode() * 50_000,
    "headers of an archive": lambda: b"MIME-Version: 1.0\nContent-Type: text/html\n" + b"a: b\n" * 500_000,
    "repeated rows": lambda: open_document(
        "<table:table><table:table-row table:number-rows-repeated='300'><table:table-cell "
        "table:number-columns-repeated='999'><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_what_is_larger_than_any_report_is_refused(name: str) -> None:
    assert reason(LARGE[name]()) == TOO_MUCH


def test_a_sheet_of_a_million_rows_is_refused_at_once() -> None:
    rows = b"<row><c><v>1</v></c></row>" * 800_000
    name = "xl/worksheets/sheet1.xml"
    xml = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>%b</sheetData></worksheet>"
    assert reason(replaced((FOLDER / "18a_one_sheet.xlsx").read_bytes(), name, xml % rows)) == TOO_MUCH
    merged = b"<row r='1'><c r='A1'><v>1</v></c></row></sheetData><mergeCells>%b</mergeCells><sheetData>"
    overlapping = b"".join(b"<mergeCell ref='A%d:XFD1048576'/>" % row for row in range(1, 20_000))
    assert (
        reason(replaced((FOLDER / "18a_one_sheet.xlsx").read_bytes(), name, xml % (merged % overlapping))) == TOO_MUCH
    )


def test_a_colour_far_from_the_table_makes_a_sheet_no_larger() -> None:
    book = load_workbook(FOLDER / "18a_one_sheet.xlsx")
    expected = from_bytes((FOLDER / "18a_one_sheet.xlsx").read_bytes())
    sheet = book.active
    assert sheet is not None
    sheet["XFD1048576"].fill = PatternFill("solid", "FFFF00")
    sheet["XFD1048576"].border = Border(left=Side("thin"))
    out = BytesIO()
    book.save(out)
    assert from_bytes(out.getvalue()).blocks == expected.blocks


REFUSALS: list[tuple[bytes, str]] = [
    (b"", kinds.EMPTY),
    (b"\0" * 1000, kinds.EMPTY),
    (b" \r\n", kinds.EMPTY),
    (b"%PDF-1.7\n...", DAMAGED),
    (b"\n\n%PDF-1.7\n...", DAMAGED),
    (b"\x89PNG\r\n\x1a\n", kinds.PICTURE),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", kinds.PICTURE),
    (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0", kinds.PICTURE),
    (b"Rar!\x1a\x07", kinds.ARCHIVE),
    (zipped({"a.txt": "甲"}), kinds.ARCHIVE),
    (zipped({"OFD.xml": "<ofd/>", "Doc_0/Document.xml": "<x/>"}), kinds.OFD),
    (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), kinds.SHEETS),
    (b'{"format": "nianbao-draft", "schema": 1}', kinds.DRAFT),
    (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, kinds.UNKNOWN),
    (b"<?xml version='1.0'?><svg/>", kinds.UNKNOWN),
    (b"<?xml version='1.0'?><w:d xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'/>", kinds.OLD_XML),
    (ole.SIGNATURE + bytes(2000), kinds.UNKNOWN),
    (ole.SIGNATURE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(900), PASSWORD),
    (
        zipped(
            {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<encryption-data/>"}
        ),
        PASSWORD,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("data", "told"), REFUSALS)
def test_other_kinds_are_refused_with_what_to_do(data: bytes, told: str) -> None:
    assert reason(data) == told
    assert "请" in told


def test_a_drafts_file_is_told_from_a_report() -> None:
    assert reason((Path(__file__).parents[1] / "data" / "seed.nianbao").read_bytes()) == kinds.DRAFT


def with_password_word() -> bytes:
    """An old Word file with the flag of encryption set, as Word writes it."""
    data = bytearray((FOLDER / "02_lo_saved.doc").read_bytes())
    place = data.find(b"\xec\xa5", 512)
    data[place + 11] |= 1
    return bytes(data)


def with_password_excel() -> bytes:
    """An old Excel file that says right at its beginning that the rest is encrypted."""
    data = (FOLDER / "22_one_sheet.xls").read_bytes()
    place = data.find(b"\x09\x08\x10\0\0\x06\x05\0", 512)
    end = place + 20
    return data[:end] + b"\x2f\0\x36\0\x01\0" + data[end + 6 :]


@pytest.mark.parametrize("make", [with_password_word, with_password_excel])
def test_a_password_is_told(make: Callable[[], bytes]) -> None:
    assert reason(make()) == PASSWORD


@pytest.mark.parametrize("name", ["word.docx", "word.doc", "sheet.xlsx", "text.odt"])
def test_a_file_that_an_office_locked_with_a_password_is_told(name: str) -> None:
    assert reason((FOLDER / "locked" / name).read_bytes()) == PASSWORD


def test_a_locked_member_of_a_zip_is_told() -> None:
    data = bytearray(word_file(p("甲")))
    place = 0
    while (place := data.find(b"PK\x01\x02", place + 1)) > 0:
        data[place + 8] |= 1
    assert "密码" in reason(bytes(data))


@pytest.mark.parametrize(
    "name", sorted({"02_lo_saved.doc", "02_lo_saved.docx", "18a_one_sheet.xlsx", "22_one_sheet.xls", "21_lo_saved.odt"})
)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_file_that_breaks_off_is_told_to_be_damaged(name: str, share: float) -> None:
    data = (FOLDER / name).read_bytes()
    assert reason(data[: int(len(data) * share)])


@contextmanager
def memory_of(path: Path) -> Iterator[None]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 100_000, path


def problem(path: Path) -> str:
    with pytest.raises(FileProblem) as caught:
        document(path)
    assert str(caught.value).startswith(str(path))
    return caught.value.reason


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    link = tmp_path / "link"
    link.symlink_to("/dev/zero")
    for path in (pipe, link, Path("/dev/zero"), Path("/dev/null")):
        with memory_of(path):
            assert "不是普通的文件" in problem(path)
    assert "文件夹" in problem(tmp_path)
    assert "不存在" in problem(tmp_path / "none")
    assert "请改名" in problem(tmp_path / "a\0b")


def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(p("甲")))
    path.chmod(0)
    with somebody():
        assert "没有权限" in problem(path)


@contextmanager
def somebody() -> Iterator[None]:
    """Not the superuser, who may read everything."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield
    os.seteuid(before)


def test_a_file_of_more_than_50_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    with path.open("wb") as stream:
        stream.truncate(LARGEST * 1000)
    with memory_of(path):
        assert "50 MB" in problem(path)


def test_a_clipboard_with_too_much_is_refused() -> None:
    with pytest.raises(FileProblem, match="剪贴板"):
        clipboard.from_clipboard("<p>x" * 300_000, None)
    with pytest.raises(FileProblem, match="剪贴板"):
        clipboard.from_clipboard(None, "x\n" * 300_000)


def test_the_command_line_reads_a_file_in_the_child_as_a_frozen_program_asks_it_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = (FOLDER / "22_one_sheet.xls").read_bytes()
    from_source = from_bytes(data)
    monkeypatch.setattr(child, "_program", lambda: [sys.executable, "-m", "cli", child.ARGUMENT])
    assert from_bytes(data) == from_source
    assert reason(data[:5000])
