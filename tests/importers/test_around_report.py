"""What stands around a report and between its parts: a portal's furniture, links, lead-ins, and tables with slips."""

from pathlib import Path

import pytest

from importers.answers import RIGHT, Reply, questions, settled
from importers.formats.web.html import from_text
from importers.read import read
from importers.reading import Reading
from importers.recognition.recognise import recognise

FOLDER = Path(__file__).parents[1] / "data" / "reading"
PAGE = (FOLDER / "41_normal_page.html").read_text("utf-8")
TITLE = "临川市柳溪区水务局2024年政府信息公开工作年度报告"
FIRST, LAST = '<div id="zoom">', "没有其他需要报告的事项。</p>"
PLAIN = recognise(from_text(PAGE, "html"))


def page(above: str = "", below: str = "") -> Reading:
    """The sound page with something between title and preamble, and behind the last sentence."""
    assert FIRST in PAGE
    changed = PAGE.replace(
        FIRST, f"<h1>{TITLE}</h1>{above}{FIRST}" if TITLE not in PAGE.split(FIRST)[0] else above + FIRST
    )
    return recognise(from_text(changed.replace(LAST, LAST + below), "html"))


def table(page: str) -> Reading:
    return recognise(from_text(page, "html"))


@pytest.mark.parametrize(
    "above",
    [
        "<div><a>微信</a><a>微博</a><a>QQ空间</a></div>",
        "<p>【字体：大 中 小】 打印 关闭</p>",
        "<p>索 引 号：LX-2025-00012</p><p>发布机构：柳溪区水务局</p>",
        "<div>A+ A-</div><ul><li>全真版</li><li>文字版</li></ul>",
        "<p>柳水〔2025〕2号</p>",
        "<p>（2025年1月15日）</p>",
        "<p>2025-01-15 09:30</p>",
        "<p>分享到：</p><p>收藏 打印本页 关闭窗口</p>",
        (
            "<table><tr><td>索 引 号</td><td>532925-2025-0117</td><td>主题分类</td><td>综合政务</td></tr>"
            "<tr><td>发布机构</td><td>柳溪区水务局</td><td>成文日期：</td><td>2025-01-17</td></tr></table>"
        ),
        "<p>【信息来源：水务局】【信息时间：2025-01-14　阅读次数：87】【字号 大 中 小】【我要打印】【关闭】</p>",
    ],
)
def test_known_furniture_above_the_report_is_left_out(above: str) -> None:
    found = page(above)
    assert (found.text, found.title, found.numbers) == (PLAIN.text, PLAIN.title, PLAIN.numbers)
    assert not found.doubts


@pytest.mark.parametrize(
    "below",
    [
        "<p>相关信息</p><ul><li><a>柳溪区水务局2023年工作要点</a></li><li><a>办事大厅开放时间。</a></li></ul>",
        "<p>扫一扫在手机打开当前页</p><p>打印 关闭</p>",
        f"<p>{TITLE.replace('2024', '2023')}</p>",
        "<p>附件：报告原件.pdf</p><p>上一篇：没有了</p>",
        "<p>〖打印〗〖返回顶部〗</p>",
        "<div>相关文档</div><ul><li>柳溪区水务局2024年法治政府建设情况报告</li><li>您是第 1024 位访客</li></ul>",
    ],
)
def test_links_below_the_report_are_left_out(below: str) -> None:
    found = page(below=below)
    assert (found.text, found.numbers) == (PLAIN.text, PLAIN.numbers)
    assert not found.doubts


def test_what_is_not_known_is_left_out_with_a_doubt() -> None:
    above, below = page("<p>柳溪水务服务台</p>"), page(below="<p>水务热线九六一一二</p>")
    assert above.text == below.text == PLAIN.text
    assert [(doubt.place, doubt.printed) for doubt in above.doubts] == [("preamble", "柳溪水务服务台")]
    assert [(doubt.place, doubt.printed) for doubt in below.doubts] == [("other_matters", "水务热线九六一一二")]


def test_a_signature_before_the_links_is_still_a_signature() -> None:
    found = page(below="<p>临川市柳溪区水务局</p><p>2025年1月15日</p><p>相关链接</p><p>柳溪区人民政府</p>")
    assert found.text == PLAIN.text


def test_sentences_without_a_stop_are_kept_where_all_are_such() -> None:
    changed = PAGE.replace(LAST, "没有其他需要报告的事项</p>").replace("未收取信息处理费，", "")
    assert recognise(from_text(changed, "html")).text.other_matters.endswith("没有其他需要报告的事项")


@pytest.mark.parametrize(
    "name", ["01_portal_share_bar.html", "04_portal_two_titles.html", "06_doc_number_under_title.docx"]
)
def test_real_frames_give_title_agency_and_preamble(name: str) -> None:
    found = read(FOLDER / name)
    assert (found.title, found.agency.name, found.text.preamble) == (TITLE, "临川市柳溪区水务局", PLAIN.text.preamble)
    assert not found.doubts


def test_the_only_paragraph_of_part_one_stays_in_it() -> None:
    found = read(FOLDER / "11_only_paragraph_moved.html")
    assert found.text.overview.startswith("2024年以来")
    assert [doubt.place for doubt in found.doubts] == ["preamble"]


def test_a_notices_title_is_no_agency() -> None:
    assert not read(FOLDER / "13_agency_from_notice_title.html").doubts


def test_a_lead_in_before_a_table_is_no_note() -> None:
    found = read(FOLDER / "37_lead_in_before_table.html")
    assert not found.notes
    assert not found.doubts


def test_a_blank_table_is_said_to_be_blank() -> None:
    found = read(FOLDER / "15_blank_table_four.html")
    assert [(doubt.place, "空白" in doubt.message) for doubt in found.doubts] == [("disputes", True)]
    assert not [cell for cell in found.numbers if cell.startswith("disputes.")]


def test_a_line_under_a_table_that_begins_with_a_year_is_text() -> None:
    found = read(FOLDER / "16_text_row_under_table_four.xlsx")
    assert found.numbers["disputes.review.upheld"] == 0
    assert found.text.other_matters == "2024年，没有收取信息处理费。"


def test_a_row_wider_than_its_head_is_doubted() -> None:
    row = "<tr><td>规章</td><td>0</td><td>0</td><td>0</td>"
    found = table(PAGE.replace(row, f"{row}<td>2</td>"))
    assert [(doubt.place, doubt.printed) for doubt in found.doubts] == [("disclosure", "2")]


def test_sums_close_up_numbers_written_with_blanks() -> None:
    spaced = PAGE.replace("<td>6</td><td>1</td>", "<td>1 2 8 6</td><td>1</td>").replace(
        "<td>7</td>", "<td>1 2 8 7</td>", 1
    )
    spaced = spaced.replace("<td>4</td><td>1</td>", "<td>1 2 8 4</td><td>1</td>").replace(
        "<td>5</td>", "<td>1 2 8 5</td>", 1
    )
    spaced = spaced.replace("<td>7</td>", "<td>1 2 8 7</td>", 1)
    found = table(spaced)
    assert found.numbers["applications.received.natural_person"] == 1286
    assert all("空格" in doubt.message for doubt in found.doubts)
    apart = table(spaced.replace("1 2 8 7", "1 2 8 8"))
    assert "applications.received.natural_person" not in apart.numbers


FOUR = "".join(f"<td>{figure}</td>" for figure in (1, 0, 2, 0, 3, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0))


def without_heads(row: str) -> Reading:
    """The sound page with a row in the place of table four."""
    start = PAGE.index("<table", PAGE.index("四、政府信息公开行政复议"))
    end = PAGE.index("</table>", start) + len("</table>")
    return table(f"{PAGE[:start]}<table border=1>{row}</table>{PAGE[end:]}")


@pytest.mark.parametrize("row", [f"<tr>{FOUR}</tr>", f"<tr><td><table border=1><tr>{FOUR}</tr></table></td></tr>"])
def test_a_row_that_could_be_table_four_is_left_out_until_the_clerk_says_that_it_is(row: str) -> None:
    found = without_heads(row)
    assert not [cell for cell in found.numbers if cell.startswith("disputes.")]
    question = next(each for each in questions(found) if each.could_be)
    assert question.could_be == "disputes"
    assert "合计都相等" in question.first.message
    left = settled(found, {question: RIGHT})
    assert left.numbers == found.numbers
    taken = settled(found, {question: Reply(right=False, value="disputes")})
    assert taken.numbers["disputes.review.upheld"] == 1
    assert taken.numbers["disputes.review.other"] == 2
    assert taken.numbers["disputes.direct_suit.pending"] == 1
    assert not taken.doubts


def test_a_row_of_another_length_is_not_offered() -> None:
    assert not any(each.could_be for each in questions(without_heads(f"<tr>{FOUR}<td>0</td></tr>")))
    sums = without_heads(f"<tr>{FOUR.replace('>3<', '>4<')}</tr>")
    assert any("合计不相等" in doubt.message for doubt in sums.doubts)


DOCUMENTS = "disclosure.normative_documents."


@pytest.mark.parametrize(
    ("name", "figures", "doubts"),
    [
        ("13_agency_from_notice_title", {}, []),
        ("17_title_without_agency", {}, ["agency.name"]),
        ("18_five_parts_with_deng", {}, []),
        ("21_normative_documents_published", {"issued": 12, "repealed": 7, "in_force": 698}, []),
        ("22_boilerplate_hides_balance", {"issued": 58, "repealed": 45, "in_force": 546}, []),
        ("22_last_year", {"issued": 62, "repealed": 33, "in_force": 440}, []),
        ("24_half_width_stop", {}, []),
        ("27_angle_brackets", {}, []),
        ("29_repeated_words", {}, []),
        ("30_dates_that_lost_characters", {}, []),
        ("37_lead_in_before_table", {}, []),
    ],
)
def test_pages_with_slips_in_their_words_give_their_figures(
    name: str, figures: dict[str, int], doubts: list[str]
) -> None:
    found = read(FOLDER / f"{name}.html")
    changed = {cell: value for cell, value in found.numbers.items() if value != PLAIN.numbers[cell]}
    assert changed == {f"{DOCUMENTS}{column}": value for column, value in figures.items()}
    assert len(found.numbers) == len(PLAIN.numbers)
    assert [doubt.place for doubt in found.doubts] == doubts


def test_printed_totals_that_do_not_add_up_are_doubted() -> None:
    found = read(FOLDER / "39_last_year_totals_wrong.html")
    assert [doubt.place for doubt in found.doubts] == ["applications.concluded.natural_person"]


def test_a_sentence_below_an_attachment_in_part_six_is_not_swallowed() -> None:
    found = page(below="<p>附件：收费情况说明.pdf</p><p>信息处理费的标准见附件。</p>")
    assert found.text.other_matters.endswith("信息处理费的标准见附件。")
    assert "pdf" not in found.text.other_matters
