"""Web pages, web archives and the clipboard, in any Chinese code, whatever they say of themselves."""

import base64
import quopri

import pytest

from importers.clipboard import from_clipboard
from importers.document.blocks import Document, Paragraph
from importers.files import from_bytes
from importers.formats.web import html
from model.files.problems import FileProblem
from tests.importers.samples import FOLDER, begun, lines

SENTENCE = "一、总体情况：本机关主动公开政府信息的年度报告，申请12件。"
TRADITIONAL = "一、總體情況：本機關主動公開政府信息的年度報告，申請12件。"


def read(page: str) -> Document:
    return html.from_text(page, "html")


def page(declared: str, sentence: str) -> str:
    return (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><p>{sentence}</p>'
    )


@pytest.mark.parametrize(
    ("declared", "code", "sentence"),
    [
        ("utf-8", "utf-8", SENTENCE),
        ("utf-8", "utf-8-sig", SENTENCE),
        ("gb2312", "gb18030", SENTENCE + "㐀"),
        ("gb2312", "utf-8", SENTENCE),
        ("utf-8", "gb18030", SENTENCE),
        ("iso-8859-1", "gb18030", SENTENCE),
        ("big5", "big5", TRADITIONAL),
        ("gb2312", "big5", TRADITIONAL),
        ("utf-8", "utf-16", SENTENCE),
        ("utf-16", "utf-16-le", SENTENCE),
    ],
)
def test_a_page_is_read_in_its_true_code(declared: str, code: str, sentence: str) -> None:
    assert lines(from_bytes(page(declared, sentence).encode(code))) == [sentence]


def test_one_broken_character_does_not_spoil_the_rest() -> None:
    data = page("gb2312", SENTENCE).encode("gb18030").replace(b"12", b"12\xff")
    assert lines(from_bytes(data))[0].startswith("一、总体情况：本机关")


def test_cells_over_rows_and_columns_are_spelled_out() -> None:
    found = read(
        "<table><caption>表</caption><thead><tr><th rowspan=2>甲<td colspan='2'>乙</thead>"
        "<tbody><tr><td>1&nbsp;<td> 2 <tr style='display:none'><td>看不见<tr><td>3<td rowspan=9>4<td>5</table>"
    )
    assert begun(found) == [[["表", "", ""], ["甲", "乙", "~"], ["~", "1", "2"], ["3", "4", "5"]]]


def test_what_a_visitor_does_not_see_is_left_out() -> None:
    found = read(
        "<title>题</title><script>var x='<table>'</script><style>p{}</style><!-- 注 --><p hidden>甲</p>"
        "<p style='DISPLAY : none'>乙</p><p>丙<del>丁</del><ins>戊</ins><span style='mso-hide:all'>己</span></p>"
    )
    assert lines(found) == ["丙戊"]


def test_paragraphs_end_where_blocks_end_and_lines_break_where_they_break() -> None:
    found = read("<h2>一、标题</h2>甲<div>乙<b>丙</b>\n  丁<br>戊</div>己<ul><li>庚</ul>")
    assert found.blocks == (
        Paragraph("一、标题", level=2),
        Paragraph("甲"),
        Paragraph("乙丙 丁\n戊"),
        Paragraph("己"),
        Paragraph("庚"),
    )


def test_a_table_that_lays_out_the_page_is_opened() -> None:
    inner = "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    assert begun(read(f"<table><tr><td>左<td><p>前</p>{inner}<p>后</p></table>")) == [[["甲", "1"], ["乙", "2"]]]
    long = "字" * 600
    assert lines(read(f"<table><tr><td>左<td><p>{long}</p><p>{long}</p></table>")) == ["左", long, long]


def test_words_numbers_of_word_are_numbers() -> None:
    copied = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
        "一、<span>&nbsp; </span></span><![endif]>总体情况<o:p></o:p></p>"
    )
    assert read(copied).blocks == (Paragraph("总体情况", "一、"),)


def archive(encoding: str) -> bytes:
    content = page("gb2312", SENTENCE).encode("gb18030")
    body = base64.encodebytes(content) if encoding == "base64" else quopri.encodestring(content)
    return (
        b"From: <Saved by Word>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="-=X"\r\n\r\n---=X\r\n'
        b"Content-Type: text/css\r\n\r\np{}\r\n---=X\r\n"
        b"Content-Location: a.htm\r\nContent-Type: text/html; charset=gb2312\r\n"
        + f"Content-Transfer-Encoding: {encoding}\r\n\r\n".encode()
        + body
        + b"\r\n---=X--\r\n"
    )


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_a_web_archive_gives_its_page(encoding: str) -> None:
    assert from_bytes(archive(encoding)) == Document("mht", (Paragraph(SENTENCE),))


HEADER = (
    "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\n"
    "StartFragment:0000000141\r\nEndFragment:0000000264\r\n"
)


@pytest.mark.parametrize("header", ["", HEADER, HEADER + "SourceURL:http://www.example.gov.cn/a<b\r\n"])
def test_copied_rows_of_a_table_are_read_with_what_surrounds_them(header: str) -> None:
    rows = "<tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr>"
    copied = f"{header}<html><body>\r\n<table><!--StartFragment-->{rows}<!--EndFragment--></table></body></html>"
    assert begun(from_clipboard(copied, "甲\t1"))[-1] == [["甲", "1"], ["乙", "2"]]


def test_without_html_that_says_something_the_text_is_read() -> None:
    assert from_clipboard("<p> </p>", "甲\t1\n乙\t2\n丙") == from_clipboard(None, "甲\t1\r\n乙\t2\r\n丙")
    found = from_clipboard(None, "甲\t1\n乙\t2\n丙")
    assert (begun(found), lines(found)) == ([[["甲", "1"], ["乙", "2"]]], ["丙"])


@pytest.mark.parametrize(("copied", "text"), [(None, None), ("", " \n"), ("<img src=x>", None)])
def test_an_empty_clipboard_is_told(copied: str | None, text: str | None) -> None:
    with pytest.raises(FileProblem, match="剪贴板：里面没有文字"):
        from_clipboard(copied, text)


def test_a_portal_page_copied_as_html_is_the_page() -> None:
    copied = (FOLDER / "17a_portal_utf8.html").read_text("utf-8")
    assert from_clipboard(copied, None).blocks == read(copied).blocks
