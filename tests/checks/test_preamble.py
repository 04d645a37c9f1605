"""The preamble: every way to write a period, a number or a name is read; each slip is one finding at its words."""

import pytest

from model.report.report import Agency, AgencyType
from model.structs import replace
from tests.checks.correct import BUREAU, codes, in_substance, judged, quotes, reworded

PERIOD = "自2024年1月1日起至2024年12月31日止"
CONTACT = "地址：青河县人民路8号；邮编：130000；电话：0431-89682735"
MAKER = "由青河县水务局编制"
LAW = "国务院令第711号"
FORM = "国办公开办函〔2021〕30号"


@pytest.mark.parametrize(
    "period",
    [
        "2024年1月1日至12月31日",
        "2024年1月1日至2024年12月31日",
        "从2024年1月1日起至2024年12月31日止",
        "自2024年1月1日起到当年12月31日止",
        "自2024年1月1日起至本年12月31日",
        "2024年1月1日—2024年12月31日",
        "2024年1月1日——12月31日",
        "2024年1月1日-12月31日",
        "2024年1月1日~2024年12月31日",
        "2024年01月01日至2024年12月31日",
        "2024 年 1 月 1 日至 2024 年 12 月 31 日",
        "2024年1月1日至\n2024年12月31日",
        "２０２４年１月１日至２０２４年１２月３１日",
        "2024.1.1-2024.12.31",
        "2024.01.01—12.31",
        "2024/1/1至2024/12/31",
        "2024-01-01至2024-12-31",
        "二〇二四年一月一日至二〇二四年十二月三十一日",
        "二零二四年一月一日至十二月三十一日",
        "2024年元月1日至12月31日",
        "20241月1日起至2024年12月31日",
        "2024年1月1日0时至2024年12月31日24时",
        "2024年度（1月1日至12月31日）",
        "本年度1月1日至12月31日",
        "1月1日至2024年12月31日",
        "2024年1月至12月",
        "2024年1-12月",
    ],
)
def test_a_right_period_is_left_alone(period: str) -> None:
    assert in_substance(reworded(BUREAU, "preamble", PERIOD, period)) == ()


@pytest.mark.parametrize(
    ("period", "quote"),
    [
        ("自2023年1月1日起至2023年12月31日止", "2023年1月1日起至2023年12月31"),
        ("2023年1月1日至12月31日", "2023年1月1日至12月31"),
        ("2024年1月1日至2025年12月31日", "2024年1月1日至2025年12月31"),
        ("2023 年 1 月 1 日 — 2024 年 12 月 31 日", "2023 年 1 月 1 日 — 2024 年 12 月 31"),
        ("二〇二三年一月一日至十二月三十一日", "二〇二三年一月一日至十二月三十一"),
        ("2024年1月1日至2024年12月30日", "2024年1月1日至2024年12月30"),
        ("2024年1月1日至11月30日", "2024年1月1日至11月30"),
        ("2024.1.1-2024.12.13", "2024.1.1-2024.12.13"),
        ("1月1日至12月31日", "1月1日至12月31"),
        ("2024年度", None),
        ("2024年", None),
        ("2023年1-12月", None),
        ("2024年1月至11月", None),
    ],
)
def test_a_wrong_or_missing_period_is_one_finding(period: str, quote: str | None) -> None:
    report = reworded(BUREAU, "preamble", PERIOD, period)
    (finding,) = in_substance(report)
    assert (finding.check, finding.section) == ("H-06", "preamble")
    assert finding.message == "请写明数据统计期限：2024年1月1日至2024年12月31日。"
    assert quotes(report, "H-06") == [quote]
    assert (finding.span is None) == (quote is None)


def test_an_empty_preamble_lacks_its_period_and_nothing_more() -> None:
    for empty in ("", " \n　\n"):
        assert codes(BUREAU.with_text("preamble", empty)) == ["H-06"]


def test_another_span_of_days_beside_the_period_is_no_slip() -> None:
    later = f"{PERIOD}，公示期为2024年3月1日至3月5日"
    assert judged(reworded(BUREAU, "preamble", PERIOD, later)) == ()
    stale = f"{PERIOD}，其中收费数据为2023年1月1日至12月31日"
    assert quotes(reworded(BUREAU, "preamble", PERIOD, stale), "H-06") == ["2023年1月1日至12月31"]
    instead = reworded(BUREAU, "preamble", PERIOD, "以全年为准").text.preamble + "公示期为2024年3月1日至3月5日。"
    assert quotes(BUREAU.with_text("preamble", instead), "H-06") == [None]


@pytest.mark.parametrize("period", ["20XX年1月1日至20XX年12月31日", "2024年__月__日至12月31日", "××年1月1日至12月31日"])
def test_a_period_not_filled_in_is_only_that(period: str) -> None:
    assert set(codes(reworded(BUREAU, "preamble", PERIOD, period))) == {"Y-04"}


@pytest.mark.parametrize(
    ("old", "new", "quote"),
    [
        (FORM, "国办公开办函〔2019〕60号", "国办公开办函〔2019〕60号"),
        (FORM, "国办公开办函〔2019〕 60 号", "国办公开办函〔2019〕 60 号"),
        (FORM, "国办公开办函[2019]51号", "国办公开办函[2019]51号"),
        (FORM, "国办公开办函（2019）60号", "国办公开办函（2019）60号"),
        (FORM, "国办公开办函【２０１９】６０号", "国办公开办函【２０１９】６０号"),
        (FORM, "国办公开办函2019年第60号", "国办公开办函2019年第60号"),
        (FORM, "〔2019〕60号", "〔2019〕60号"),
        (FORM, f"{FORM}以及《有关事项的通知》（国办公开办函〔2019〕51号", "国办公开办函〔2019〕51号"),
        (LAW, "国务院令第492号", "国务院令第492号"),
        (LAW, "中华人民共和国国务院令 第 492 号", "国务院令 第 492 号"),
        (LAW, "国务院第492号令", "第492号令"),
    ],
)
def test_an_old_basis_is_one_finding(old: str, new: str, quote: str) -> None:
    report = reworded(BUREAU, "preamble", old, new)
    assert [finding.check for finding in in_substance(report)] == ["H-07"]
    assert quotes(report, "H-07") == [quote]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LAW, "国务院令第492号公布，国务院令第711号修订"),
        (FORM, "国办公开办函〔2021〕 30 号"),
        (FORM, f"{FORM}）、《关于做好编制工作的通知》（青政办函〔2019〕60号"),
        (FORM, f"{FORM}）和《青河县实施办法》（青政发〔2019〕51号"),
        ("人民路8号", "人民路492号"),
        ("人民路8号", "人民路60号"),
        (FORM, "国办公开办函〔2019〕160号"),
    ],
)
def test_other_numbers_of_documents_and_houses_are_left_alone(old: str, new: str) -> None:
    assert in_substance(reworded(BUREAU, "preamble", old, new)) == ()


@pytest.mark.parametrize(
    "contact",
    [
        "地址：青河县人民路8号，邮编：130000，电话：0431—89682735",
        "地址:青河县人民路8号,邮编:130000,电话:0431－89682735",
        "地址：青河县人民路8号，邮政编码：130000，联系电话：（0431）89682735",
        "办公地址：青河县政务大厦301室，邮政编码为130000，咨询电话为89682735",
        "地址：青河县人民路8号\n邮编：130000\n电话：0431-89682735\n传真：0431-89682702",
        "地  址：青河县人民路8号　邮  编：130 000　电  话：0431-8968 2735",
        "地址：青河县人民路8号；邮编：１３００００；电话：０４３１-８９６８２７３５",
        "地址：青河县人民路8号 邮编：130000 0431-89682735（电话）电话：0431-89682735",
        "通信地址：青河县人民路8号，邮编130000，电话0431-8968273",
        "地址：青河县人民路8号，邮编：130000，电话（传真）：0431-89682735",
        "地址：青河县人民路8号，邮编：130000，电话、传真：0431-89682735",
        "地址：青河县人民路8号，邮编：130000，电话：+86-431-89682735",
        "地址：青河县人民路8号，邮编：130000，电话：0431-89682735转8001",
        "地址：青河县人民路8号，邮编：130000，电话：0431-89682735、89682736",
        "地址：青河县人民路8号，邮编：130000，电话：0431-89682735/36",
        "地址：青河县人民路8号，邮编：130000，电话：0431-89682735 89682736",
        "地址：青河县人民路8号，邮编：130000，电话：0431——89682735",
        "地址：青河县人民路8号，邮编：130000，服务热线：12345",
        "地址：青河县人民路8号，邮编：130000，电话：400-810-1234",
        "地址：青河县人民路8号，邮编：130000，联系方式：0431-89682735",
        "地址：青河县人民路8号，邮编：130000，手机：13812345678",
        "可通过电话、邮件联系；地址：青河县人民路8号，邮编：130000，电话：0431-89682735",
        "办公室设在青河县人民路8号，邮编：130000，电话：0431-89682735",
        "青河县人民路8号，邮编：130000，电话：0431-89682735",
    ],
)
def test_a_contact_is_read_however_it_is_set_out(contact: str) -> None:
    assert in_substance(reworded(BUREAU, "preamble", CONTACT, contact)) == ()


@pytest.mark.parametrize(
    ("contact", "missing", "quote"),
    [
        ("邮编：130000；电话：0431-89682735", "地址", None),
        ("网站地址：www.qinghe.example.com；邮编：130000；电话：0431-89682735", "地址", None),
        ("电子邮箱地址：a@example.com；邮编：130000；电话：0431-89682735", "地址", None),
        ("地址：；邮编：130000；电话：0431-89682735", "地址", None),
        ("地址：青河县人民路8号；电话：0431-89682735", "邮编", None),
        ("地址：青河县人民路8号；邮编：；电话：0431-89682735", "邮编", None),
        ("地址：青河县人民路8号；邮编：130000", "电话", None),
        ("地址：青河县人民路8号；邮编：130000；电话：", "电话", None),
        ("地址：青河县人民路8号；邮编：130000；传真：0431-89682702", "电话", None),
        ("地址：青河县人民路8号；邮编：130000；欢迎电话、来信咨询", "电话", None),
        ("可在县政府网站下载", "地址、邮编、电话", None),
        ("地址：青河县人民路8号；邮编：13000；电话：0431-89682735", "正确的邮编（6位数字）", "13000"),
        ("地址：青河县人民路8号；邮编：１３０００００；电话：0431-89682735", "正确的邮编（6位数字）", "１３０００００"),
        ("地址：青河县人民路8号；邮编：130000；电话：0431-896827", "正确的电话", "0431-896827"),
        ("地址：青河县人民路8号；邮编：130000；电话：0431—896827355", "正确的电话", "0431—896827355"),
        ("地址：青河县人民路8号；邮编：130000；电话：8968", "正确的电话", "8968"),
        ("地址：青河县人民路8号；邮编：130；电话：8968", "正确的邮编（6位数字）、正确的电话", "130"),
        ("邮编：130；电话：0431-89682735", "地址、正确的邮编（6位数字）", None),
    ],
)
def test_what_a_contact_lacks_is_one_finding(contact: str, missing: str, quote: str | None) -> None:
    report = reworded(BUREAU, "preamble", CONTACT, contact)
    (finding,) = in_substance(report)
    assert (finding.check, finding.section, finding.message) == ("H-08", "preamble", f"联系方式缺{missing}，请补上。")
    assert quotes(report, "H-08") == [quote]


@pytest.mark.parametrize(
    "place", ["邮编：××××××；电话：0431-89682735", "邮编：130000；电话：0431-XXXXXXX", "邮编：______；电话：12345"]
)
def test_a_contact_not_filled_in_is_only_that(place: str) -> None:
    assert codes(reworded(BUREAU, "preamble", CONTACT, f"地址：青河县人民路8号；{place}")) == ["Y-04"]


@pytest.mark.parametrize(
    ("opening", "quote"),
    [
        ("县人民政府：\n", "县人民政府："),
        ("县政府办公室、县司法局:\n", "县政府办公室、县司法局:"),
        ("　　县政务公开领导小组：\n", "县政务公开领导小组："),
        ("县人民政府：", "县人民政府："),
        ("各位领导：\n", "各位领导："),
        ("现将2024年工作情况报送如下，请审阅。", "现将2024年工作情况报送如下，请审阅"),
        ("现报送如下：", "现报送如下"),
        ("现将有关情况汇报如下：", "现将有关情况汇报如下"),
        ("请予审议。", "请予审议"),
    ],
)
def test_a_letter_at_the_start_is_one_finding(opening: str, quote: str) -> None:
    report = BUREAU.with_text("preamble", opening + BUREAU.text.preamble)
    assert [finding.check for finding in in_substance(report)] == ["H-10"]
    assert quotes(report, "H-10") == [quote]


@pytest.mark.parametrize(
    ("ending", "quote"),
    [
        ("特此报告。", "特此报告"),
        ("专此报告", "专此报告"),
        ("以上报告妥否，请批示。", "以上报告妥否，请批示"),
        ("妥否，请审示。", "妥否，请审示"),
        ("当否？请指正。", "当否"),
        ("以上报告，请审议。", "以上报告，请审议"),
    ],
)
def test_a_letter_at_the_end_is_one_finding(ending: str, quote: str) -> None:
    report = BUREAU.with_text("other_matters", f"{BUREAU.text.other_matters}\n{ending}")
    assert codes(report) == ["H-10"]
    assert quotes(report, "H-10") == [quote]


@pytest.mark.parametrize(
    "words",
    [
        "现将2024年政府信息公开工作情况公布如下：",
        "现将2024年政府信息公开工作情况报告如下：",
        "本报告由以下六部分组成：",
        "现特向社会公布，欢迎监督：",
        "特此公告。",
        "对公开申请审核把关，及时报请审批。",
        "已向县政府报送统计表。",
        "规范申请审查流程，不应当否定申请人的权利。",
        "联系单位：青河县水务局办公室",
    ],
)
def test_words_that_a_published_report_may_have_are_left_alone(words: str) -> None:
    report = BUREAU.with_text("preamble", f"{words}\n{BUREAU.text.preamble}")
    report = report.with_text("other_matters", f"{report.text.other_matters}\n{words}")
    assert judged(report) == ()


def test_an_address_and_an_ending_of_a_letter_are_two_slips() -> None:
    report = BUREAU.with_text("preamble", f"县人民政府：\n{BUREAU.text.preamble}\n特此报告。")
    assert quotes(report, "H-10") == ["县人民政府：", "特此报告"]


@pytest.mark.parametrize(
    "maker",
    [
        "现公布青河县水务局2024年政府信息公开工作年度报告",
        "现向社会公布2024年度青河县水务局政府信息公开工作年度报告",
        "现向社会公开发布 青河县水务局 2024 年政府信息公开工作年度报告",
        "现公布县水务局2024年政府信息公开工作年度报告",
        "现公布青河水务局2024年政府信息公开工作年度报告",
        "现公布江州市青河县水务局2024年政府信息公开工作年度报告",
        "现公布我局2024年政府信息公开工作年度报告",
        "现公布本级政府信息公开工作年度报告",
        "编制青河县2024年政府信息公开工作年度报告",
        "编制《青河县水务局2024年政府信息公开工作年度报告》",
        "现公布青河县水务局（以下简称县水务局）2024年政府信息公开工作年度报告",
        "结合2024年青河县水务局政府信息公开情况编制",
        "现将2024年青河县水务局政府信息公开情况报告如下",
        "由县水务局办公室编制",
        "由政务公开办公室汇总",
        "由本局按照有关规定编制",
        "根据《江州市人民政府办公厅关于做好各县区人民政府政府信息公开工作年度报告编制工作的通知》编制",
        "根据《江州市政务公开办公室关于公布白石县水务局2024年政府信息公开情况的通知》编制",
        "本报告公布各乡镇人民政府信息公开工作情况",
    ],
)
def test_the_agency_may_be_named_in_many_ways(maker: str) -> None:
    assert in_substance(reworded(BUREAU, "preamble", MAKER, maker)) == ()


@pytest.mark.parametrize(
    ("maker", "quote"),
    [
        ("现公布白石县水务局2024年政府信息公开工作年度报告", "白石县水务局"),
        ("现公布白石水务局2024年政府信息公开工作年度报告", "白石水务局"),
        ("现公布青河县水局2024年政府信息公开工作年度报告", "青河县水局"),
        ("现公布青河市水务局2024年政府信息公开工作年度报告", "青河市水务局"),
        ("现公布2024年度青河县水利局政府信息公开工作年度报告", "青河县水利局"),
        ("现公布青 河 县 水利局2024年政府信息公开工作年度报告", "青 河 县 水利局"),
        ("编制《白石县水务局2024年政府信息公开工作年度报告》", "白石县水务局"),
        ("结合2024年白石县水务局政府信息公开情况编制", "白石县水务局"),
        ("由白石县水务局编制", "白石县水务局"),
        ("由青河县审计局按照要求编制", "青河县审计局"),
    ],
)
def test_another_name_is_one_finding(maker: str, quote: str) -> None:
    report = reworded(BUREAU, "preamble", MAKER, maker)
    (finding,) = judged(report)
    assert finding.check == "H-11"
    assert finding.message == f"引言写“{''.join(quote.split())}”，单位信息是“青河县水务局”，请改成一致。"
    assert quotes(report, "H-11") == [quote]


@pytest.mark.parametrize(
    ("name", "short_name", "kind", "written", "right"),
    [
        ("南湖区政务服务和数字化建设管理局", "", "department", "南湖区政数局", True),
        ("南湖区政务服务和数字化建设管理局", "", "department", "江州市南湖区政数局", True),
        ("南湖区政务服务和数字化建设管理局", "", "department", "区政数局", True),
        ("南湖区政务服务和数字化建设管理局", "", "department", "北湖区政数局", False),
        ("南湖区政务服务和数字化建设管理局", "", "department", "南湖区政务服务和数字化管理局", False),
        ("石桥镇人民政府", "", "township", "石桥镇", True),
        ("石桥镇人民政府", "", "township", "石桥镇政府", True),
        ("石桥镇人民政府", "", "township", "石板镇", False),
        ("石桥镇人民政府", "", "township", "石桥镇民政府", False),
        ("石桥镇人民政府", "", "township", "石桥镇人民府", False),
        ("青河县供销合作社联合社", "县供销社", "other", "青河县供销合作社合社", False),
        ("青河县市场监督管理局", "", "department", "县市场监督管理局", True),
        ("大石桥街道办事处", "", "subdistrict", "大石桥街道", True),
        ("大石桥街道办事处", "", "subdistrict", "大石桥街道事处", False),
        ("青河县人民政府", "", "government", "青河县政府", True),
        ("青河县人民政府办公室", "", "department", "青河县人民政府办公室", True),
        ("青河县人民政府办公室", "", "department", "青河县人民政府", False),
        ("江州市青河县水务局", "", "department", "江州市水务局", False),
        ("江州市青河县水务局", "", "department", "青河水务局", True),
        ("青河县水务局", "水务局", "department", "白石县水务局", False),
        ("青河县发展和改革局", "县发改局", "department", "青河县发改局", True),
        ("青河县住房和城乡建设局", "县住建局", "department", "白石县住房和城乡建设局", False),
        ("青河县城乡建设局", "", "department", "县城乡建设局", True),
        ("青河县市场监督管理局", "", "department", "青河县市监局", True),
    ],
)
def test_short_forms_are_told_from_wrong_names(
    name: str,
    short_name: str,
    kind: AgencyType,
    written: str,
    right: bool,
) -> None:
    report = replace(BUREAU, agency=Agency(name, short_name, kind))
    report = reworded(report, "preamble", MAKER, f"现公布{written}2024年政府信息公开工作年度报告")
    assert quotes(report, "H-11") == ([] if right else [written])


def test_a_government_may_leave_the_writing_to_an_office() -> None:
    county = replace(BUREAU, agency=Agency("青河县人民政府", type="government"))
    assert quotes(reworded(county, "preamble", MAKER, "由青河县政务服务局编制"), "H-11") == []
    assert quotes(reworded(county, "preamble", MAKER, "由白石县人民政府编制"), "H-11") == ["白石县人民政府"]


def test_the_agencys_own_address_is_one_whatever_stands_before_it() -> None:
    there = "青河县人民路8号"
    bare = BUREAU.text.preamble.replace(f"地址：{there}", there)
    known = replace(BUREAU, agency=replace(BUREAU.agency, address=there)).with_text("preamble", bare)
    assert bare != BUREAU.text.preamble
    assert "H-08" not in codes(known)
    assert "H-08" in codes(known.with_text("preamble", bare.replace(there, "")))
