"""Whatever is done to a real file: a document comes out or a refusal, never anything else, and in time."""

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers import in_child
from importers.clipboard import from_clipboard
from importers.document import packed
from importers.document.blocks import Document, Grid
from importers.files import from_bytes
from importers.refused import Refused
from model.files.problems import FileProblem
from tests.importers.samples import FOLDER, p, word_file, zipped
from tests.importers.test_readers_html import archive
from tests.tools import bounded

HANG = 30
SPLICES = [
    b"<", b">", b"{", b"}", b"\\", b"\0", b"\xff", b"<table>", b"<tr><td rowspan=0 colspan=-1>", b"\\row", b"\\cell",
    b"\\u-1?",
    b'<w:tc><w:tcPr><w:vMerge/><w:gridSpan w:val="9999999999999999"/></w:tcPr></w:tc>', b"<w:tbl><w:tr/></w:tbl>",
    b'<w:fldChar w:fldCharType="end"/>', b'<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr>',
    b"<!DOCTYPE a>",
    b"<![CDATA[", b"&#x0;", b'<w:sym w:char="110000"/>', b'<w:sym w:char="-1"/>', b"PK\x01\x02",
    b"\x80" * 8, b"<w:p/>" * 3,
]  # fmt: skip
FEW = max(settings().max_examples // 10, 5)
"""Examples where each one starts a process."""

Change = Callable[[bytes], bytes]
places = st.floats(0, 1, exclude_max=True)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """One thing that happens to a file's bytes: a flip, a cut, words put in or moved elsewhere."""
    where, other = draw(places), draw(places)
    kind = draw(st.sampled_from(("flip", "cut", "splice", "move", "end")))
    put = draw(st.one_of(st.sampled_from(SPLICES), st.binary(min_size=1, max_size=6)))

    def change(data: bytes) -> bytes:
        at, to = sorted((int(where * len(data)), int(other * len(data))))
        match kind:
            case "flip":
                return data[:at] + bytes([data[at] ^ put[0]]) + data[at + 1 :] if data else data
            case "cut":
                return data[:at] + data[to:]
            case "splice":
                return data[:at] + put + data[at:]
            case "move":
                return data[:to] + data[at : at + 200] + data[to:]
        return data[: max(at, 1)]

    return change


def spoiled(data: bytes, done: list[Change]) -> bytes:
    for change in done:
        data = change(data)
    return data


@cache
def content(name: str) -> bytes:
    if name == "archive":
        return archive("quoted-printable")
    return (FOLDER / name).read_bytes()


def outcome(read: Callable[[], Document]) -> Document | None:
    """What came out, looked at; None for a refusal."""
    try:
        with bounded(HANG):
            found = read()
    except (Refused, FileProblem) as refused:
        return None if refused.reason else pytest.fail("no reason")
    for block in found.blocks:
        if isinstance(block, Grid):
            assert len({len(row) for row in block.rows}) == 1
            assert all(isinstance(cell.text, str) for row in block.rows for cell in row)
        else:
            assert block.text.strip() == block.text != ""
    assert all(0 <= residue.block < len(found.blocks) for residue in found.residues)
    assert packed.loads(packed.dumps(found)).blocks == found.blocks
    return found


@pytest.mark.parametrize("name", ["01_base.docx", "17a_portal_utf8.html", "21_lo_saved.odt", "archive"])
@settings(max_examples=settings().max_examples // 2)
@given(done=st.lists(changes(), min_size=1, max_size=4))
def test_a_spoiled_file(name: str, done: list[Change]) -> None:
    outcome(lambda: from_bytes(spoiled(content(name), done)))


@settings(max_examples=FEW * 2)
@given(done=st.lists(changes(), min_size=1, max_size=4))
def test_a_spoiled_rich_text(done: list[Change]) -> None:
    outcome(lambda: from_bytes(spoiled(content("02_lo_saved.rtf")[:40_000] + b"}", done)))


@given(
    name=st.sampled_from(
        ("11_tracked_changes.docx", "10_table4_in_textbox.docx", "08b_auto_numbering.docx", "21_lo_saved.odt")
    ),
    done=st.lists(changes(), min_size=1, max_size=3),
    which=st.integers(0, 20),
)
def test_a_package_with_a_spoiled_part(name: str, done: list[Change], which: int) -> None:
    with zipfile.ZipFile(BytesIO(content(name))) as archived:
        parts = {item: archived.read(item) for item in archived.namelist()}
    texts = [item for item in parts if item.endswith((".xml", ".rels"))]
    spoilt = (
        next((item for item in texts if item.endswith(("document.xml", "content.xml"))), "")
        if which > len(texts)
        else ""
    )
    spoilt = spoilt or texts[which % len(texts)]
    outcome(lambda: from_bytes(zipped({**parts, spoilt: spoiled(parts[spoilt], done)})))


PIECES = [
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>字</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>",
    "<w:tc>", "</w:tc>",
    '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>", "<w:del>", "</w:del>",
    "<w:sdt>", "</w:sdt>",
    '<w:fldChar w:fldCharType="begin"/>', "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:txbxContent>", "</w:txbxContent>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_elements_of_word_anywhere(pieces: list[str]) -> None:
    stack: list[str] = []
    body = ""
    for piece in pieces:
        if piece.startswith("</"):
            if not stack:
                continue
            body += stack.pop()
            continue
        body += piece
        if not piece.endswith("/>") and "</" not in piece:
            stack.append(piece.replace("<", "</"))
    found = outcome(lambda: from_bytes(word_file(body + "".join(reversed(stack)) + p("尾"))))
    assert found is not None
    assert getattr(found.blocks[-1], "text", "").endswith("尾")


WEB = [
    "<table>",
    "</table>",
    "<tr>",
    "<td rowspan=2>",
    "<td colspan=2>",
    "<td>",
    "<p>",
    "字",
    "<br>",
    "<div>",
    "</div>",
    "<tbody>",
]


@given(st.lists(st.sampled_from(WEB), max_size=40))
def test_tags_anywhere(pieces: list[str]) -> None:
    outcome(lambda: from_clipboard("<html>" + "".join(pieces), "字"))


@given(st.text(max_size=200), st.text(max_size=100))
def test_any_text_on_the_clipboard(html: str, text: str) -> None:
    outcome(lambda: from_clipboard(html, text))
    outcome(lambda: from_clipboard("<p>" + html, text))


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    outcome(lambda: from_bytes(data))


@pytest.mark.parametrize("name", ["02_lo_saved.doc", "22_one_sheet.xls", "18a_one_sheet.xlsx"])
@settings(max_examples=FEW)
@given(done=st.lists(changes(), min_size=1, max_size=4))
def test_a_spoiled_file_read_in_a_process_of_its_own(name: str, done: list[Change]) -> None:
    outcome(lambda: from_bytes(spoiled(content(name), done)))


def test_the_time_of_the_child_is_within_ours() -> None:
    assert in_child.SECONDS < HANG
