"""Names that are nearly the agency's: found; the agency itself, short names and other offices: not."""

import pytest

from model.report.report import Agency, AgencyType
from model.structs import replace
from tests.checks.correct import BUREAU, quotes

DATA = Agency("南关区政务服务和数字化建设管理局", "南关区政数局", "department", "county")
WATER = Agency("青河县水务局", "县水务局", "department", "county")
MARKET = Agency("青河县市场监督管理局", "", "department", "county")


def named(agency: Agency, words: str) -> list[str | None]:
    """What is found in a report of an agency."""
    report = replace(BUREAU, agency=agency, title=None).with_text("overview", f"{words}\n发布信息12条。")
    return quotes(report, "Y-03")


@pytest.mark.parametrize(
    ("agency", "words", "found"),
    [
        (DATA, "本年度，南关区政务服务和数字化管理局共收到申请5件。", "南关区政务服务和数字化管理局"),
        (DATA, "由区政务服务和数字化建设局负责。", "区政务服务和数字化建设局"),
        (DATA, "政务服务和数字化健设管理局统筹。", "政务服务和数字化健设管理局"),
        (DATA, "长春市南关区政务服务和数字化建设综合管理局统筹。", "南关区政务服务和数字化建设综合管理局"),
        (MARKET, "2024年，青河县市场监督管里局发布信息。", "青河县市场监督管里局"),
        (WATER, "白石县水务局认真落实各项要求。", "白石县水务局"),
        (WATER, "2024年，白石县水务局公开信息12条。", "白石县水务局"),
        (WATER, "一年来，江州市白石县水务局公开信息12条。", "江州市白石县水务局"),
    ],
)
def test_a_name_that_is_nearly_right_is_a_warning(agency: Agency, words: str, found: str) -> None:
    assert named(agency, words) == [found]


@pytest.mark.parametrize(
    ("agency", "words"),
    [
        (DATA, "南关区政务服务和数字化建设管理局、区政务服务和数字化建设管理局、南关区政数局、区政数局。"),
        (DATA, "南关区政务服务与数字化建设管理局、南关区政务服务数字化建设管理局。"),
        (DATA, "区政务服务中心、政务服务大厅、政务服务管理、政务服务局。"),
        (DATA, "长春市政务服务和数字化管理局、吉林省政务服务和数字化局、市政务服务和数字化管理局。"),
        (DATA, "宽城区政务服务和数字化管理局。"),
        (DATA, "学习《南关区政务服务和数字化管理局工作规则》。"),
        (WATER, "青河县水务局、县水务局、水务局、我局、县财政局、青河县水利局、青河县应急局。"),
        (WATER, "江州市水务局、吉林省水利厅、市水务局指导工作。"),
        (WATER, "今年县水务局保持零申请，全年县水务局没有申请。"),
        (WATER, "，由县水务局负责；根据县水务局安排，配合县水务局，各县水务局。"),
        (WATER, "经县水务局审核，有关县水务局，周边县水务局，其他县水务局，两县水务局。"),
        (WATER, "江州市青河县水务局发布信息。"),
        (MARKET, "青河县市场监管局、县市场监督局、市场监督管理总局、市场监督管理所。"),
        (MARKET, "国家市场监督管理总局、江州市市场监督管理局、江州市市场监督管理分局。"),
    ],
)
def test_the_agency_and_other_offices_are_left_alone(agency: Agency, words: str) -> None:
    assert named(agency, words) == []


@pytest.mark.parametrize(
    ("name", "type_", "wrong", "right"),
    [
        (
            "石桥镇人民政府",
            "township",
            "，石板镇人民政府公开信息。",
            "，青河县人民政府、乡镇人民政府、各乡镇人民政府部署。",
        ),
        ("南湖街道办事处", "subdistrict", "，城关街道办事处公开信息。", "，街道办事处、各街道办事处、其他街道办事处。"),
        (
            "青河县人民政府",
            "government",
            "，白石县人民政府公开信息。",
            "，江州市人民政府、县人民政府、石桥镇人民政府。",
        ),
    ],
)
def test_governments_and_streets_are_told_by_their_region(name: str, type_: AgencyType, wrong: str, right: str) -> None:
    assert named(Agency(name, "", type_, "county"), f"2024年{wrong}") == [wrong[1:-5]]
    assert named(Agency(name, "", type_, "county"), f"2024年{right}") == []


def test_a_city_office_is_told_by_its_city_and_a_county_office_is_not() -> None:
    words = "2024年，白山市审计局公开信息12条。"
    assert named(Agency("临江市审计局", "", "department", "city"), words) == ["白山市审计局"]
    assert named(Agency("临江市审计局", "", "department", "county"), words) == []
    assert named(Agency("临江市人民政府", "", "government", "city"), "2024年，白山市人民政府部署。") == []


def test_the_preamble_is_left_to_its_own_check() -> None:
    report = replace(BUREAU, agency=DATA, title=None)
    report = report.with_text("preamble", "现公布南关区政务服务和数字化管理局2024年政府信息公开工作年度报告。")
    assert quotes(report, "Y-03") == []
    assert quotes(report, "H-11") == ["南关区政务服务和数字化管理局"]
