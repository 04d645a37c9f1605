"""Unfilled places, wrong legal names and fields without a cell: found at their words, and nothing like them."""

import pytest

from model.structs import replace
from tests.checks.correct import BUREAU, TOWNSHIP, codes, in_substance, judged, quotes


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("主动公开信息××条。", ["××"]),
        ("主动公开信息××××条。", ["××××"]),
        ("公开信息XX条。", ["XX"]),
        ("公开信息 xx 条。", ["xx"]),
        ("20XX年公开信息6条。", ["XX"]),
        ("202X年公开信息6条。", ["202X"]),
        ("20××年公开信息6条。", ["××"]),
        ("于XX年XX月XX日印发。", ["XX年XX月XX"]),
        ("于X月X日印发。", ["X月X"]),
        ("于×月×日印发。", ["×月×"]),
        ("由××县××局牵头。", ["××县××"]),
        ("由XXX牵头。", ["XXX"]),
        ("公开信息XX条，解读XX篇。", ["XX", "XX"]),
        ("公开信息__条。", ["__"]),
        ("公开信息＿＿条。", ["＿＿"]),
        ("公开信息【】条。", ["【】"]),
        ("公开信息【  】条。", ["【  】"]),
        ("公开信息【请填写数量】条。", ["【请填写数量】"]),
        ("公开情况（待补充）。", ["（待补充）"]),
        ("公开信息（  ）条。", ["（  ）"]),
        ("此处填写工作亮点。", ["此处填写"]),
        ("请在此填写数据。", ["请在此填写数据"]),
        ("累计公开信息 条。", ["信息 条"]),
        ("共收到申请　　件，办结 件。", ["申请　　件", "办结 件"]),
        ("累计\u00a0条。", ["累计\u00a0条"]),
        ("于2024年 月 日印发。", ["年 月 日"]),
        ("同比增长 %。", ["增长 %"]),
        ("收费 元。", ["收费 元"]),
        ("公开信息X条，召开会议×次。", ["X", "×"]),
        ("同比增长XX.X%。", ["XX.X"]),
        ("公开信息**条，收到□□件。", ["**", "□□"]),
        ("公开信息[数字]条，公布（填数字）件。", ["[数字]", "（填数字）"]),
        ("公开信息？条，公布……件。", ["？", "……"]),
        ("网站发布  条，其中解读　篇。", ["发布  条", "　篇"]),
        ("办结率为 %，一是……；二是……。", ["率为 %", "一是……", "二是……"]),
        ("公开内容：待补充。由（单位名称）负责。", ["：待补充", "（单位名称）"]),
        ("政策解读【数量】篇，【待核实】。", ["【数量】", "【待核实】"]),
        ("由XX同志任组长，公布xx类信息。", ["XX", "xx"]),
        ("各类信息共计条，现行有效件。", ["共计条", "现行有效件"]),
        ("（请填写本单位做法）", ["（请填写"]),
    ],
)
def test_a_place_not_filled_in_is_an_error_at_its_words(words: str, found: list[str]) -> None:
    for section in ("overview", "problems"):
        report = TOWNSHIP.with_text("overview" if section == "overview" else "problems", TOWNSHIP.text[section] + words)
        assert quotes(report, "Y-04") == found
        assert codes(report) == ["Y-04"] * len(found)


@pytest.mark.parametrize(
    "words",
    [
        "导航栏为3×4宫格，面积5 × 6米。",
        "以“×”标注不予公开的目录。",
        "使用EXX系统和XX-Large字号、XXL尺码，MAX条目不限。",
        "公开信息 条目清晰，信息 条例解读12次。",
        "修订了一条规则，发布了 12 条 信息。",
        "在 2024 年，公布 12 条信息。",
        "申请 条件、申请 次日起算，受理 项目12个，公布 次数增多。",
        "收到 起诉状副本，发布 宗旨声明，公开 份额。",
        "邮箱为qing__he@example.com，网址为www.example.com/a__b/__c/index.html。",
        "公开{{disclosure.penalties.decisions}} 条，收到{{applications.received.total}}件。",
        "【政策解读】栏目、【政务公开】专区更新及时。",
        "对申请填写内容不完整的，一次性告知补正。",
        "对待补充数据的申请，按期办理。",
        "2024 年 1 月 1 日起施行，增长 5 %。",
        "办事指南（试行）、清单（2024年版）。",
        "X光机采购信息、2X4布局、iPhone X等。",
        "省略号……和破折号——以及连字符-没有问题。",
        "公开——件件有着落，答复（含部分公开）条理清晰，收到〇件。",
        "公开信息（12）条，公布{{disclosure.penalties.decisions}}条。",
        "依申请公开件均已归档，政府信息条目更新。",
        "王**同志长×宽均已标注，申请填写规范。",
    ],
)
def test_what_only_looks_like_a_placeholder_is_left_alone(words: str) -> None:
    assert in_substance(TOWNSHIP.with_text("overview", TOWNSHIP.text.overview + words)) == ()


def test_the_message_names_the_paragraph_and_the_words_around() -> None:
    overview = f"\n{TOWNSHIP.text.overview}\n\n全年公开信息XX条。"
    (finding,) = judged(TOWNSHIP.with_text("overview", overview))
    assert finding.message == "第7段“全年公开信息XX条。”还有没填的空，请填上或删去。"
    (finding,) = judged(replace(TOWNSHIP, title=f"{TOWNSHIP.title_text}（__）"))
    assert finding.message.startswith("标题“")


def test_the_message_shows_the_figure_that_a_live_field_stands_for() -> None:
    words = "收到{{applications.received.total}}件，办结XX件，其中{{applications.received.enterprise}}件来自企业。"
    received, companies = (TOWNSHIP.count(f"applications.received.{column}") for column in ("total", "enterprise"))
    (finding,) = in_substance(TOWNSHIP.with_text("overview", f"{TOWNSHIP.text.overview}\n{words}"))
    assert "{" not in finding.message
    assert f"{received}件，办结XX件，其中{companies}" in finding.message


def test_notes_of_the_tables_are_read_too() -> None:
    notes = {"disclosure": "含XX年制发的文件。", "applications": "不含信息公开处理费。", "elsewhere": "XX件"}
    found = [
        (finding.check, finding.section, finding.quote, finding.span)
        for finding in judged(replace(BUREAU, notes=notes))
    ]
    assert found == [("Y-04", "disclosure", "XX", None), ("N-01", "applications", "信息公开处理费", None)]


@pytest.mark.parametrize(
    ("words", "quote", "right"),
    [
        ("现公布本机关政府信息工作年度报告。", "政府信息工作年度报告", "政府信息公开工作年度报告"),
        ("按《政府信息年度报告格式》编制。", "政府信息年度报告", "政府信息公开工作年度报告"),
        ("现公布本机关信息公开工作年度报告。", "信息公开工作年度报告", "政府信息公开工作年度报告"),
        ("没有产生信息公开处理费。", "信息公开处理费", "信息处理费"),
        ("没有产生政府信息公开处理费。", "政府信息公开处理费", "信息处理费"),
        ("落实《政府信息公开工作条例》。", "政府信息公开工作条例", "政府信息公开条例"),
        ("落实《政务公开条例》。", "政务公开条例", "政府信息公开条例"),
        ("落实《政务信息公开条例》。", "政务信息公开条例", "政府信息公开条例"),
        ("落实《信息公开条例》。", "《信息公开条例》", "《政府信息公开条例》"),
        ("落实《国务院政府信息公开条例》。", "《国务院政府信息公开条例》", "《中华人民共和国政府信息公开条例》"),
        ("按《政府信息公开信息处理费管理条例》。", "政府信息公开信息处理费管理条例", "政府信息公开信息处理费管理办法"),
        ("按《中华人民共和国信息公开条例》。", "中华人民共和国信息公开条例", "中华人民共和国政府信息公开条例"),
        ("按《中国人民共和国政府信息公开条例》。", "中国人民共和国政府信息公开条例", "中华人民共和国政府信息公开条例"),
        ("按《政府信息公开条列》。", "政府信息公开条列", "政府信息公开条例"),
    ],
)
def test_a_wrong_legal_name_is_one_finding(words: str, quote: str, right: str) -> None:
    report = BUREAU.with_text("preamble", BUREAU.text.preamble + words)
    (finding,) = judged(report)
    assert finding.check == "N-01"
    assert finding.message == f"“{quote}”应为“{right}”。"
    assert quotes(report, "N-01") == [quote]


@pytest.mark.parametrize(
    "words",
    [
        "《中华人民共和国政府信息公开条例》（以下简称《政府信息公开条例》）。",
        "《中华人民共和国政府信息公开条例》（以下简称《信息公开条例》），《信息公开条例》第五十条规定。",
        "《政府信息公开信息处理费管理办法》规定的信息处理费。",
        "国务院《政府信息公开条例》。",
        "《江州市政务公开条例》《江州市政府信息公开条例》《省政府信息公开条例》《企业信息公开条例》。",
        "政府信息公开年度报告、政府信息公开工作年度报告、政务公开工作要点。",
        "2024年青河县人民政府信息公开工作年度报告。",
        "政府信息公开年报专栏。",
    ],
)
def test_right_and_defined_names_are_left_alone(words: str) -> None:
    report = BUREAU.with_text("overview", BUREAU.text.overview + words)
    assert [finding for finding in judged(report) if finding.check != "H-11"] == []


def test_a_field_without_a_cell_is_an_error_and_a_blank_one_is_not() -> None:
    overview = TOWNSHIP.text.overview + "另{{no.such.cell}}件、{{}}件、{{{{原样}}、{{applications.received.total}}件。"
    report = TOWNSHIP.with_text("overview", overview)
    assert quotes(report, "R-01") == ["{{no.such.cell}}", "{{}}"]
    assert codes(report) == ["R-01", "R-01"]
    blank = TOWNSHIP.with_number("disclosure.penalties.decisions", None)
    blank = blank.with_text("overview", blank.text.overview + "处罚{{disclosure.penalties.decisions}}件。")
    assert codes(blank) == ["T0-01"]
