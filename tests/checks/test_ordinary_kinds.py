"""Ordinary wordings of single kinds, right and wrong: what is left over, another office, lists, fees, headings."""

import pytest

from model.form.form import format_value
from model.report.report import Report
from tests.checks.correct import BUREAU, COUNTY, judged, reworded


def found_in(report: Report) -> set[str]:
    return {finding.check for finding in judged(report)}


def added(words: str) -> set[str]:
    return found_in(BUREAU.with_text("overview", f"{BUREAU.text.overview}\n{words}"))


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("（此处待填）", "Y-04", True),
        ("培训情况：此处暂缺。", "Y-04", True),
        ("此处留空，由办公室核定。", "Y-04", True),
        ("此处还待核实。", "Y-04", True),
        ("路口堵点此处已疏通，群众满意。", "Y-04", False),
        ("现场提示牌写明此处可以查阅政府信息。", "Y-04", False),
        ("会同县法制办审查文件。", "Y-07", True),
        ("报法制办审查。", "Y-07", True),
        ("由市法制办牵头清理。", "Y-07", True),
        ("督查办、法制办共同检查公开栏。", "Y-07", False),
        ("局法制办逐件审核答复书。", "Y-07", False),
        ("法制办、督查办共同检查公开栏。", "Y-07", False),
        ("支队法制办逐件审核答复书。", "Y-07", False),
        ("本年检查基层站所12家左右。", "F-06", True),
        ("全年举办培训4次左右。", "F-06", True),
        ("约谈责任人5人左右。", "F-06", True),
        ("组织观摩3场左右。", "F-06", True),
        ("检查路口12处左右两侧的公示牌。", "F-06", False),
        ("本年检查基层站所12家。", "F-06", False),
        ("访问量每天300人次左右。", "F-06", False),
    ],
)
def test_in_section_one(words: str, code: str, wrong: bool) -> None:
    assert (code in added(words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("问题主要表现在三个方面：一是更新较慢；二是解读不多。", True),
        ("不足集中体现为以下三个方面：一是更新较慢；二是解读不多。", True),
        ("短板集中在四类：一是更新较慢；二是解读不多；三是答复不细。", True),
        ("问题反映在两个方面：一是更新较慢；二是解读不多；三是答复不细。", True),
        ("问题主要体现在两个方面：一是更新较慢；二是解读不多。", False),
        ("问题主要表现在两个方面：一是更新较慢；二是解读不多。改进：一是按月更新；二是增加解读；三是培训。", False),
        ("问题表现在三个方面，均已整改。", False),
    ],
)
def test_items_announced_by_where_they_show(words: str, wrong: bool) -> None:
    assert ("F-07" in found_in(BUREAU.with_text("problems", words))) is wrong


@pytest.mark.parametrize(
    ("words", "silent"),
    [
        ("地图可在网站免费下载。", True),
        ("水质公报供公众免费查阅。", True),
        ("宣传册免费领取。", True),
        ("阅览室免费开放。", True),
        ("政府信息一律免费提供。", False),
        ("全部免费。", False),
        ("免收信息处理费。", False),
    ],
)
def test_what_is_free_to_load_is_no_word_on_the_fee(words: str, silent: bool) -> None:
    assert ("S-10" in found_in(BUREAU.with_text("other_matters", words))) is silent


LINES = {
    "主动公开": "公布供水信息120条",
    "依申请公开": "收到申请都按期回复",
    "政府信息管理": "发布前逐条审查",
    "平台建设": "专栏改版一次",
    "监督保障": "培训两次",
}


@pytest.mark.parametrize("form", ["{n}.{name}方面。{words}。", "{name}情况——{words}。", "{n}、{name}\n{words}。"])
@pytest.mark.parametrize(
    ("gone", "passing"),
    [("平台建设", "在县政府网站可以看到供水信息。"), ("政府信息管理", "制发行政规范性文件1件。"), ("", "")],
)
def test_standard_names_at_the_head_of_lines_show_which_is_missing(form: str, gone: str, passing: str) -> None:
    kept = [(name, words) for name, words in LINES.items() if name != gone]
    lines = [form.format(n=n, name=name, words=words) for n, (name, words) in enumerate(kept, 1)]
    report = BUREAU.with_text("overview", "\n".join([*lines, passing]))
    told = [finding.message for finding in judged(report) if finding.check == "S-06"]
    assert bool(told) is bool(gone)
    assert all(gone in message for message in told)


@pytest.mark.parametrize(
    ("opening", "wrong"),
    [
        ("青河县水利局依据《中华人民共和国政府信息公开条例》编制本报告。", True),
        ("青河县水土保持局对照《中华人民共和国政府信息公开条例》编制本报告。", True),
        ("白石县水务局编制并公布2024年政府信息公开工作年度报告。", True),
        ("白石县水务局编制并向社会公布本报告。", True),
        ("青河县水务局依据《中华人民共和国政府信息公开条例》编制本报告。", False),
        ("青河县水务局编制并公布2024年政府信息公开工作年度报告。", False),
        ("青河县人民政府办公室依据《中华人民共和国政府信息公开条例》部署编制工作。", False),
        ("国家档案局依据《中华人民共和国政府信息公开条例》作了规定。", False),
    ],
)
def test_who_writes_the_report_by_the_law_is_the_agency(opening: str, wrong: bool) -> None:
    report = BUREAU.with_text("preamble", opening + BUREAU.text.preamble)
    assert ("H-11" in found_in(report)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("清河县水务局公开信息。", True),
        ("靑河县水务局未收取信息处理费。", True),
        ("青何县水务局公开信息。", True),
        ("青河县水务局公开信息。", False),
        ("会同青河县农业农村局公开信息。", False),
        ("赴白石县水务局学习。", False),
    ],
)
def test_a_region_misspelt_in_any_character(words: str, wrong: bool) -> None:
    assert ("Y-03" in added(words)) is wrong


_GENERAL = (
    "本局把公开工作抓实抓细，努力做到公开透明。主动公开做到应公开尽公开；依申请公开做到件件有答复；"
    "政府信息管理做到先审后发；平台建设做到专人维护；监督保障做到常抓不懈、落实到位。"
)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (_GENERAL, True),
        (_GENERAL.replace("本局", "全局上下"), True),
        (_GENERAL.replace("本局", "2024年，本局"), True),
        (_GENERAL.replace("专人维护", "专人维护，发布信息120条"), False),
        (_GENERAL.replace("常抓不懈", "培训两次"), False),
        (_GENERAL[:40], False),
    ],
)
def test_general_words_of_a_short_section(words: str, wrong: bool) -> None:
    assert ("Y-06" in found_in(BUREAU.with_text("overview", words))) is wrong


@pytest.mark.parametrize(
    ("pending", "words", "wrong"),
    [
        (1, "行政复议案件已全部审结。", True),
        (1, "政府信息公开行政复议均已审结。", True),
        (1, "行政复议都已结案。", True),
        (1, "行政复议没有尚未审结的案件。", True),
        (1, "行政复议无未结案件。", True),
        (1, "行政复议年底无在审案件。", True),
        (1, "除1件在审外，行政复议均已审结。", False),
        (1, "上年转来的行政复议全部审结。", False),
        (1, "行政诉讼全部审结。", False),
        (0, "行政复议案件已全部审结。", False),
    ],
)
def test_all_cases_closed_against_those_that_are_pending(pending: int, words: str, wrong: bool) -> None:
    report = COUNTY.with_number("disputes.review.pending", pending)
    report = report.with_text("overview", f"{report.text.overview}\n{words}")
    assert ("X-12" in found_in(report)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("其他信息60条，分别为动态30条、公告21条。", True),
        ("其他信息60条，分别是通知公告30条、图片新闻21条。", True),
        ("培训材料12份，分别为讲义5份、案例8份。", True),
        ("解读12篇，分别为图解5篇、文字6篇。", True),
        ("其他信息60条，分别为动态39条、公告21条。", False),
        ("解读12篇，分别为图解5篇、文字7篇。", False),
        ("其他信息60条，分别为动态30条、公告21条等。", False),
    ],
)
def test_a_second_list_with_its_names_before_the_figures(words: str, wrong: bool) -> None:
    assert ("X-06" in added(words)) is wrong


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("现将镇政府政府信息公开工作报告如下。", "F-09", False),
        ("区政府政府信息公开专栏改版。", "F-09", False),
        ("人民政府政府信息公开工作有序。", "F-09", False),
        ("本级政府政府网站改版。", "F-09", True),
        ("及时公开公开事项。", "F-09", True),
        ("加强政府政府信息公开。", "F-09", True),
        ("会同邻县清河县水务局公开信息。", "Y-03", False),
        ("联合清河县水务局公开信息。", "Y-03", False),
    ],
)
def test_words_twice_and_offices_one_works_with(words: str, code: str, wrong: bool) -> None:
    assert (code in added(words)) is wrong


@pytest.mark.parametrize("words", ["入库", "缴库", "实收金额", "收入缴库"])
@pytest.mark.parametrize(("amount", "wrong"), [("5.5", True), ("", False)])
def test_fees_paid_in_are_those_of_table_two(words: str, amount: str, wrong: bool) -> None:
    right = format_value(BUREAU.numbers["disclosure.fees.amount"])
    told = added(f"全年行政事业性收费{words}{amount or right}万元。")
    assert bool(told & {"X-05", "X-10"}) is wrong


def test_the_report_these_words_are_put_into_has_nothing_else() -> None:
    assert found_in(BUREAU) == set()
    assert "F-07" not in found_in(reworded(BUREAU, "problems", "存在的主要问题", "存在的问题"))
