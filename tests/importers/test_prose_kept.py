"""Sentences that begin with a portal's words are the report's wherever they stand, and nothing after them is lost."""

import re

import pytest

from importers.formats.text import from_text
from importers.recognition.recognise import recognise
from model.report.report import TEXT_IDS
from tests.importers.test_around_report import LAST, PAGE, PLAIN, table
from tests.importers.test_copied_blanks import COPIED

SENTENCES = (
    "来源：群众来信反映的问题主要有三个方面。",
    "打印机和电脑各2台放在查阅点。",
    "首页开设专栏3个。",
    "技术支持力量不够。",
    "技术支持力量不够",
    "联系我们栏目回复留言30条。",
    "联系我们栏目回复留言30条",
    "主办单位不明确的事项推进较慢。",
    "承办单位之间衔接不够",
    "版权所有登记由市文旅局办理，本机关不办理。",
    "编辑力量不足，信息更新不及时。",
    "附件：信息公开不及时的情况有所改善。",
    "发布时间不及时，有的晚了两个月。",
    "公开日期：部分信息没有写明。",
    "字体过小，老年人看不清。",
    "分享到新媒体的信息偏少。",
    "相关链接失效3处，已全部修复。",
    "责任编辑：制度还没有落实到人。",
    "时间：全年共检查四次，每次都有记录。",
    "表三数据含上年结转的5件。",
    "目录编制工作还没有完成。",
)
PLACES = {
    "the overview": ("<p>（三）政府信息管理", "overview"),
    "part five": ("<p>从全年情况看", "problems"),
    "part six": ("<p>本机关本年度没有发出", "other_matters"),
    "a table's end": ("<p>四、政府信息公开行政", ""),
}


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("place", PLACES)
def test_a_sentence_that_begins_like_furniture_is_kept(place: str, sentence: str) -> None:
    before, part = PLACES[place]
    assert before in PAGE
    reading = table(PAGE.replace(before, f"<p>{sentence}</p>{before}", 1))
    assert reading.numbers == PLAIN.numbers
    for text in TEXT_IDS:
        assert reading.text[text].replace(f"{sentence}\n", "", 1) == PLAIN.text[text], text
    held = reading.text[part] if part else "\n".join(reading.notes.values())
    assert sentence in held
    assert part or [doubt.place for doubt in reading.doubts] == ["applications"]


@pytest.mark.parametrize("row", ["规章 ", "自然人 法人", "2.重复申请", "（七）总计", "五、存在"])
@pytest.mark.parametrize(
    "sentence",
    [
        "表三数据含上年结转的5件。",
        "行政许可同比下降一成",
        "行政许可本年办理1280件",
        "行政强制没有发生，比上年少",
        "予以公开的信息都在网站上",
        "总计中含上年结转5件",
    ],
)
def test_a_sentence_among_the_rows_of_copied_text_is_kept(row: str, sentence: str) -> None:
    """One that begins as a row's label does, too."""
    assert row in COPIED
    reading = recognise(from_text(COPIED.replace(row, f"{sentence}\n{row}", 1), "text"))
    assert reading.numbers == recognise(from_text(COPIED, "text")).numbers
    assert sentence in "\n".join(reading.notes.values())
    assert sentence in "".join(doubt.printed for doubt in reading.doubts)


ROWS = [found.start() for found in re.finditer("<tr", PAGE)]


@pytest.mark.parametrize(
    "sentence", ["行政许可1280", "予以公开的信息都在网站上", "规章今年没有变化。", "其他结果另行说明"]
)
@pytest.mark.parametrize("across", ["", " colspan=8"])
def test_a_sentence_in_a_row_of_its_own_is_kept_or_told(sentence: str, across: str) -> None:
    for at in ROWS[::3]:
        reading = table(f"{PAGE[:at]}<tr><td{across}>{sentence}</td></tr>{PAGE[at:]}")
        held = [*reading.notes.values(), *(reading.text[text] for text in TEXT_IDS)]
        assert sentence in "\n".join((*held, *(f"{doubt.printed}{doubt.message}" for doubt in reading.doubts)))
        assert reading.numbers == PLAIN.numbers or reading.doubts


def test_words_beside_the_figures_of_another_row_are_told() -> None:
    words = "行政许可同比下降一成"
    reading = recognise(from_text(COPIED.replace("行政强制 ", f"{words} 行政强制 ", 1), "text"))
    assert words in "".join(doubt.printed for doubt in reading.doubts)


@pytest.mark.parametrize("line", ["微信公众号发布信息      86", "微信公众号发布信息\t86"])
def test_words_with_a_number_far_behind_are_contents_before_the_first_part_only(line: str) -> None:
    before = "（三）"
    assert COPIED.count(before) > 1
    reading = recognise(from_text(COPIED.replace(before, f"{line}\n{before}", 1), "text"))
    assert "微信公众号发布信息" in reading.text.overview or reading.doubts


@pytest.mark.parametrize(
    "footer",
    ["版权所有：青河县人民政府", "主办单位：县政府办公室 承办：县大数据局", "技术支持：某公司", "联系我们 | 网站地图"],
)
def test_a_portals_footer_ends_the_report(footer: str) -> None:
    reading = table(PAGE.replace(LAST, f"{LAST}<p>{footer}</p><p>备案 330000</p>"))
    assert reading.text == PLAIN.text
    assert not reading.doubts


def test_a_sentence_below_a_footer_is_told() -> None:
    sentence = "本机关没有发生收费，也没有减免收费。"
    reading = table(PAGE.replace(LAST, f"{LAST}<p>版权所有：青河县人民政府</p><p>{sentence}</p>"))
    assert [sentence in doubt.printed for doubt in reading.doubts] == [True]
