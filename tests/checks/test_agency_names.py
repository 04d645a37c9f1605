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


REFORM = Agency("郴峰县发展和改革局", "县发改局", "department", "county")
CITY = Agency("枫桥区城市管理和综合行政执法局", "区城管局", "department", "county")
STREET = Agency("榕屿市台岭区新店街道办事处", "新店街道", "subdistrict", "county")
TOWN = Agency("黄沙河镇人民政府", "黄沙河镇", "township", "county")
HILLS = Agency("花岩乡人民政府", "花岩乡", "township", "county")


@pytest.mark.parametrize(
    ("agency", "words", "found"),
    [
        (REFORM, "2025年，郴峰县发展改革和局立足职能公开信息。", "郴峰县发展改革和局"),
        (REFORM, "2025年，郴峰县改革和发展局立足职能公开信息。", "郴峰县改革和发展局"),
        (CITY, "答复书由枫桥区城市管理和行政综合执法局法制科审核。", "枫桥区城市管理和行政综合执法局"),
        (CITY, "由区城市管理综合和行政执法局负责。", "城市管理综合和行政执法局"),
        (STREET, "2025年，新店镇街道办事处认真公开。", "新店镇街道"),
        (STREET, "店新街道办事处公开信息。", "店新街道办事处"),
        (TOWN, "黄河镇全年主动公开信息195条。", "黄河镇"),
        (TOWN, "黄沙沙河镇把公开作为重点。", "黄沙沙河镇"),
        (TOWN, "沙黄河镇公开信息3条。", "沙黄河镇"),
        (HILLS, "花岩乡人民府政公开信息。", "花岩乡人民府政"),
        (HILLS, "梨树乡地处偏远，青壮年外出多。", "梨树乡"),
        (HILLS, "花岩岩乡2024年公开信息。", "花岩岩乡"),
    ],
)
def test_a_name_with_its_characters_in_another_order_or_of_another_town(agency: Agency, words: str, found: str) -> None:
    assert named(agency, words) == [found]


@pytest.mark.parametrize(
    ("agency", "words"),
    [
        (REFORM, "郴峰县发展和改革局、县发展改革局、国家发展和改革委员会、市发展和改革委员会部署。"),
        (CITY, "区城市管理和综合行政执法局、市城市管理局、综合行政执法队。"),
        (STREET, "新店街道办事处在，台岭区新店街道办事处认真，各街道办事处，新店街道依托网站。"),
        (TOWN, "我镇地处黄河镇东，与石门镇共同，全县18个乡镇在，2025年黄沙河镇全年，榆阳县黄沙河镇地处山区。"),
        (HILLS, "我乡地处偏远，本乡地处，花岩乡地处，由于全乡地处山区，因我乡地处高寒。"),
    ],
)
def test_the_name_itself_in_other_words_is_left_alone(agency: Agency, words: str) -> None:
    assert named(agency, words) == []


TOWN = Agency("资兴市州门司镇人民政府", "州门司镇", "township", "county")


@pytest.mark.parametrize(
    "words",
    [
        "资兴市州门司镇人民政府坚持把重建项目作为公开主线。",
        "到资兴市兴宁镇人民政府、汝城县热水镇人民政府考察。",
        "收集建议76条（含对资兴市兴宁镇人民政府的建议2条，已转交）。",
    ],
)
def test_a_region_within_the_name_is_none_of_another_and_others_may_be_spoken_of(words: str) -> None:
    assert named(TOWN, words) == []


def test_the_agencys_own_name_holds_no_misspelling() -> None:
    name = "陵水黎族自治县旅游和文化广电体育局"
    words = BUREAU.with_text("overview", f"{name}发布信息12条。")
    assert quotes(words, "F-09") == ["水黎"]
    assert quotes(replace(words, agency=Agency(name, "", "department", "county"), title=None), "F-09") == []
