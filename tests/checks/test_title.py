"""Titles: the spellings that offices use are left alone, each slip is one finding with its words."""

import pytest

from model.report.report import Agency, AgencyType, Layout
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, judged, titled


@pytest.mark.parametrize(
    "title",
    [
        "青河县水务局2024年政府信息公开工作年度报告",
        "2024年青河县水务局政府信息公开工作年度报告",
        "青河县水务局\n2024年政府信息公开工作年度报告",
        "青河县水务局2024年政府\n信息公开工作年度报告",
        "青河县水务局 2024 年政府信息公开工作 年度报告",
        "青河县水务局2024年度政府信息公开工作年度报告",
        "2024 年度青河县水务局政府信息公开工作年度报告",
        "二〇二四年\n度青河县水务局政府信息公开工作年度报告",
        "青 河 县 水 务 局\n2 0 2 4 年政府信息公开工作年度报告",
        "青河县水务局２０２４年政府信息公开工作年度报告",
        "青河县水务局二〇二四年政府信息公开工作年度报告",
        "二零二四年青河县水务局政府信息公开工作年度报告",
        "二○二四年青河县水务局政府信息公开工作年度报告",
        "青河县水务局政府信息公开工作年度报告（2024年）",
        "青水字〔2025〕2号\n青河县水务局2024年政府信息公开工作年度报告",
        "青河县水务局2024年政府信息公开工作年度报告\n（2025年1月20日）",
        "《青河县水务局2024年政府信息公开工作年度报告》",
        "关于青河县水务局2024年政府信息公开工作年度报告",
        "\u200b青河县\u3000水务局2024年政府信息公开工作年度报告",
    ],
)
def test_a_right_title_is_left_alone(title: str) -> None:
    assert judged(titled(BUREAU, title)) == ()


@pytest.mark.parametrize(
    ("title", "code", "quote"),
    [
        ("青河县水务局政府信息公开工作年度报告", "H-01", None),
        ("青水字〔2024〕2号\n青河县水务局政府信息公开工作年度报告", "H-01", None),
        ("青河县水务局24年政府信息公开工作年度报告", "H-01", None),
        ("", "H-01", None),
        (" \n", "H-01", None),
        ("青河县水务局2023年政府信息公开工作年度报告", "H-02", "2023"),
        ("2025年青河县水务局政府信息公开工作年度报告", "H-02", "2025"),
        ("青河县水务局二〇二三年政府信息公开工作年度报告", "H-02", "二〇二三"),
        ("青河县水务局2 0 2 3年政府信息公开工作年度报告", "H-02", "2 0 2 3"),
        ("２０２３年青河县水务局政府信息公开工作年度报告", "H-02", "２０２３"),
        ("2024年青河县水务局2023年政府信息公开工作年度报告", "H-02", "2023"),
        ("青水字〔2025〕2号\n青河县水务局2023年政府信息公开工作年度报告", "H-02", "2023"),
        ("青河县水务局2024年政府信息工作年度报告", "H-03", None),
        ("青河县水务局2024年政府信息公开年度报告", "H-03", None),
        ("青河县水务局2024年信息公开工作年度报告", "H-03", None),
        ("青河县水务局2024年政务公开工作年度报告", "H-03", None),
        ("青河县水务局2024年政府信息公开工作报告", "H-03", None),
        ("青河县水务局2024年政府信息公开工作总结", "H-03", None),
        ("青河县水务局2024年度政府信息公开工作总结", "H-03", None),
        ("青河县水务局2024年政务公开和政府信息公开工作年度报告", "H-03", None),
        ("青河县水务局2024年年度政府信息公开工作年度报告", "H-04", "2024年年度"),
        ("2024 年年青河县水务局政府信息公开工作年度报告", "H-04", "2024 年年"),
        ("青河县水务局2024度政府信息公开工作年度报告", "H-04", "2024度"),
        ("青河县水务局二〇二四年年政府信息公开工作年度报告", "H-04", "二〇二四年年"),
        ("青河县水务局2024年政府信息公开工作的年度报告", "H-04", "工作的年度报告"),
        ("青河县水务局2024年度政府信息公开工作的年度报告", "H-04", "工作的年度报告"),
        ("县水务局2024年政府信息公开工作年度报告", "H-05", None),
        ("2024年政府信息公开工作年度报告", "H-05", None),
        ("青河县水局2024年政府信息公开工作年度报告", "H-05", None),
        ("白石县水务局2024年政府信息公开工作年度报告", "H-05", None),
        ("××县水务局2024年政府信息公开工作年度报告", "Y-04", "××"),
        ("青河县水务局20XX年政府信息公开工作年度报告", "Y-04", "XX"),
        ("青河县水务局____年政府信息公开工作年度报告", "Y-04", "____"),
    ],
)
def test_a_slip_in_the_title_is_one_finding(title: str, code: str, quote: str | None) -> None:
    """Without a quote of its own, the finding is about the whole title."""
    (finding,) = judged(titled(BUREAU, title))
    assert (finding.check, finding.section, finding.quote) == (code, "title", title if quote is None else quote)
    assert finding.span is not None
    assert title[slice(*finding.span)] == finding.quote


@pytest.mark.parametrize("order", ["agency_first", "year_first"])
@pytest.mark.parametrize(
    "name", ["青河县水务局", "青河县政务公开办公室", "青河县水务局（青河县河长制办公室）", "将乐县水务局"]
)
def test_a_composed_title_is_right(name: str, order: str) -> None:
    layout = Layout(title_order="year_first" if order == "year_first" else "agency_first")
    report = replace(BUREAU, agency=Agency(name, type="department", level="county"), layout=layout)
    assert [finding for finding in judged(report) if finding.section == "title"] == []


def test_brackets_of_either_width_are_the_same_name() -> None:
    agency = Agency("青河县水务局（青河县河长制办公室）", short_name="青河县水务局", type="department")
    title = "青河县水务局(青河县河长制办公室)2024年政府信息公开工作年度报告"
    assert judged(titled(replace(BUREAU, agency=agency), title)) == ()


@pytest.mark.parametrize(
    ("kind", "title", "found"),
    [
        ("government", "2024年青河县人民政府信息公开工作年度报告", []),
        ("government", "2024年青河县政府信息公开工作年度报告", []),
        ("government", "青河县2024年政府信息公开工作年度报告", []),
        ("government", "青河县政府办2024年政府信息公开工作年度报告", ["H-05"]),
        ("government", "白石县2024年政府信息公开工作年度报告", ["H-05"]),
        ("department", "青河县2024年政府信息公开工作年度报告", ["H-05"]),
    ],
)
def test_a_government_may_be_called_by_its_region(kind: AgencyType, title: str, found: list[str]) -> None:
    report = replace(COUNTY, agency=replace(COUNTY.agency, type=kind))
    assert [finding.check for finding in judged(titled(report, title))] == found


def test_the_message_shows_a_broken_title_on_one_line() -> None:
    (finding,) = judged(titled(BUREAU, "青河县水务局\n2024年政务公开工作年度报告"))
    assert finding.message == "标题应为“政府信息公开工作年度报告”，现为“青河县水务局2024年政务公开工作年度报告”。"
