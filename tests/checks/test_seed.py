"""What a real published report is told about its language, names and citations."""

from datetime import date
from pathlib import Path

from model.checks import Context, findings
from model.drafts.draft import load

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
LANGUAGE = (
    "F-01",
    "F-02",
    "F-03",
    "F-04",
    "F-05",
    "F-06",
    "H-09",
    "N-01",
    "P-01",
    "P-08",
    "P-09",
    "Y-03",
    "Y-06",
    "Y-07",
)


def test_every_finding_in_a_real_report_is_one_that_a_reader_agrees_with() -> None:
    found = findings(load(SEED).report, Context(date(2025, 1, 20)))
    told = [(each.check, each.section, each.quote) for each in found if each.check in LANGUAGE]
    assert sorted(told, key=lambda each: LANGUAGE.index(each[0])) == [
        ("F-01", "overview", "在 2"),
        ("F-01", "overview", "。。"),
        ("F-01", "other_matters", "9\xa0号"),
        ("F-05", "overview", "（三）依申请公开情况"),
        ("N-01", "preamble", "政府信息工作年度报告"),
        ("N-01", "other_matters", "信息公开处理费"),
        ("Y-03", "overview", "南关区政务服务和数字化管理局"),
    ]
