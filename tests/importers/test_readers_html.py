"""Web pages, web archives and the clipboard, in any Chinese code, whatever they say of themselves."""

import base64
import quopri

import pytest

from importers.clipboard import from_clipboard
from importers.document.blocks import Document, Paragraph
from importers.files import from_bytes
from importers.formats.web import html
from model.files.problems import FileProblem
from model.structs import replace
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


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<ol><li>甲<li>乙<ul><li>丙</ul><ol type=a><li>丁</ol><li>戊</ol>", ["1.甲", "2.乙", "丙", "a.丁", "3.戊"]),
        ("<ol start=3><li><p>甲<p>乙<li value=9>丙<li>丁</ol>", ["3.甲", "乙", "9.丙", "10.丁"]),
        ("<ol style='list-style:cjk-ideographic inside'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol type=I><li>甲<li style='list-style-type:upper-alpha'>乙</ol>", ["I.甲", "B.乙"]),
        ("<ol class='custom_cn2 list-paddingleft-1'><li><p>甲</p></li></ol>", ["（一）甲"]),
        ("<ul style='list-style-type:decimal'><li>甲</ul>", ["1.甲"]),
        ("<table><tr><td>甲<td><ol><li>5<li>6</ol></table>", []),
        ("<ol style='list-style:none'><li>甲</ol><ol class=breadcrumb><li>首页</ol>", ["甲", "首页"]),
        ("<style>body,ul,ol{margin:0;list-style:none}</style><ol><li>甲</ol>", ["甲"]),
        ("<ol><li>1.甲<li>（二）乙<li>1.5万元</ol>", ["1.甲", "（二）乙", "3.1.5万元"]),
    ],
)
def test_a_list_that_numbers_itself_is_read_with_the_numbers_that_a_visitor_sees(page: str, seen: list[str]) -> None:
    assert lines(read(page)) == seen


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


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("12<span style='COLOR: #FFF'>3</span>", "12（白色文字：3）"),
        ("12<font color=white>3</font>", "12（白色文字：3）"),
        ("12<span style='color:rgb(255, 255, 255)'><b>3</b></span>", "12（白色文字：3）"),
        ("<p style='color:white'>12</p>", "12（白色文字）"),
        ("<p style='color:white'>12<b style='color:#000'>3</b></p>", "3（白色文字：12）"),
        ("<p style='color:white;background:#06c'>12</p>", "12"),
        ("<p style='color:white;background:#fff url(a.png)'>12</p>", "12"),
        ("<p style='background-color:white;color:white'>12</p>", "12（白色文字）"),
        ("12<i style='opacity:0'>3</i>", "12"),
        ("12<i style='opacity:0.9'>3</i>", "123"),
        ("12<i style='font-size:0px'>3</i>", "12"),
        ("12<i style='font-size:0.9em'>3</i>", "123"),
        ("12<i style='color:transparent'>3</i>", "12"),
        ("12<i style='color:rgba(0, 0, 0, 0)'>3</i>", "12"),
        ("12<i style='color:rgba(0, 0, 0, 0.8)'>3</i>", "123"),
        ("12<i style='position:absolute;left:-9999px'>3</i>", "12"),
        ("<textarea> 12 </textarea>", "12"),
        ("<select><option>1<option selected>2</select>", "2"),
        ("<select><option>1<option>2</select>", "1"),
        ("<select><option>请选择<option>2</select>", ""),
        ("<input value=12><input type=hidden value=3>", "12"),
    ],
)
def test_words_that_are_not_seen_join_no_figure(cell: str, seen: str) -> None:
    assert begun(read(f"<table><tr><td>甲<td>{cell}<tr><td>乙<td>1</table>")) == [[["甲", seen], ["乙", "1"]]]


def test_a_cell_that_is_not_seen_keeps_its_place_and_one_that_is_gone_does_not() -> None:
    found = read(
        "<table><tr><td>甲<td style='visibility:hidden'>1<td>2<tr style='visibility:hidden'><td>乙<td>1<td>2"
        "<tbody style='display:none'><tr><td>丙<td>1<td>2<tbody><tr><td>丁<td style='display:none'>1<td>2<td>3</table>"
    )
    assert begun(found) == [[["甲", "", "2"], ["", "", ""], ["丁", "2", "3"]]]


def test_white_on_a_ground_is_seen_and_white_among_other_words_is_left_out_and_told() -> None:
    found = read(
        "<table><tr bgcolor=navy><td><font color=white>甲</font><td><font color=#fff>1</font><tr><td>乙<td>2</table>"
        "<h2 style='color:#fff'>一、总体情况</h2><p>收到12<span style='color: white'>转载无效</span>件</p>"
    )
    assert begun(found) == [[["甲", "1"], ["乙", "2"]]]
    assert lines(found) == ["一、总体情况", "收到12件"]
    assert [(residue.kind, residue.words, residue.block) for residue in found.residues] == [("faint", "转载无效", 2)]


def test_lines_stay_as_they_were_typed_where_the_page_says_so() -> None:
    found = read(
        "<pre>\n一、标题\n甲\t1   0\r\n乙</pre><p>丙\n丁</p>"
        "<div style='white-space: pre-wrap'>戊\n己<p style='white-space:normal'>庚\n辛</p></div>"
    )
    assert lines(found) == ["一、标题\n甲\t1 0\n乙", "丙 丁", "戊\n己", "庚 辛"]


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
    read = from_bytes(archive(encoding))
    assert replace(read, digest="") == Document("mht", (Paragraph(SENTENCE),))


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
    page, text = from_clipboard("<p> </p>", "甲\t1\n乙\t2\n丙"), from_clipboard(None, "甲\t1\r\n乙\t2\r\n丙")
    assert replace(page, digest="") == replace(text, digest="")
    found = from_clipboard(None, "甲\t1\n乙\t2\n丙")
    assert (begun(found), lines(found)) == ([[["甲", "1"], ["乙", "2"]]], ["丙"])


@pytest.mark.parametrize(("copied", "text"), [(None, None), ("", " \n"), ("<img src=x>", None)])
def test_an_empty_clipboard_is_told(copied: str | None, text: str | None) -> None:
    with pytest.raises(FileProblem, match="剪贴板：里面没有文字"):
        from_clipboard(copied, text)


def test_a_portal_page_copied_as_html_is_the_page() -> None:
    copied = (FOLDER / "17a_portal_utf8.html").read_text("utf-8")
    assert from_clipboard(copied, None).blocks == read(copied).blocks
