"""The ways in which published reports are opened, with invented names in them: what is right stays unremarked."""

import pytest

from model.report.report import Agency, Report
from model.structs import Struct, replace
from tests.checks.correct import BUREAU, judged

LAW = "《中华人民共和国政府信息公开条例》"
FORM = "《中华人民共和国政府信息公开工作年度报告格式》"

BUREAU_OF_WATER = Agency("青河县水务局", "县水务局", "department", "county")
BUREAU_OF_AUDIT = Agency("青河市审计局", "市审计局", "department", "county")
TOWN = Agency("石桥镇人民政府", "石桥镇", "township", "county")
STREET = Agency("南湖街道办事处", "南湖街道", "subdistrict", "county")
CITY = Agency("临江市人民政府", "临江市政府", "government", "city", consolidated=True)
PREFECTURE = Agency("云岭州人民政府", "云岭州", "government", "city", consolidated=True)
OFFICE = Agency("南湖区人民政府办公室", "区政府办", "department", "county")

ALL = "地址、邮编、电话"


class Pattern(Struct, frozen=True):
    """How one report opens; `found` are the codes with the words read, or for H-08 what the contact lacks."""

    agency: Agency
    title: str
    preamble: str
    found: frozenset[tuple[str, str | None]] = frozenset()

    @property
    def report(self) -> Report:
        """The pattern as a report whose other parts have no slips in the title or the preamble."""
        text = replace(BUREAU.text, preamble=self.preamble)
        return replace(BUREAU, agency=self.agency, title=self.title, text=text)


def of(*found: tuple[str, str | None]) -> frozenset[tuple[str, str | None]]:
    return frozenset(found)


PATTERNS = {
    "02 a province, year first, second year left out": Pattern(
        CITY,
        "2024年临江市政府信息公开工作年度报告",
        f"本年度报告根据{LAW}（以下简称《条例》）和《临江市政府信息公开规定》（以下简称《规定》）的要求编制，全文包括总体情况、"
        "主动公开情况、申请办理情况、因政府信息公开工作被申请行政复议和提起行政诉讼情况、问题及改进，以及其他需要报告的事项。本年度报告中所列数据统计期限为"
        "2024年1月1日至12月31日。本年度报告电子版可从“临江市人民政府”网站（www.linjiang.example.com）下载。",
        of(("H-08", ALL)),
    ),
    "03 a bureau under its short name, no period": Pattern(
        BUREAU_OF_WATER,
        "青河县水务局2024年政府信息公开工作年度报告",
        f"根据{LAW}规定，现公布县水务局2024年政府信息公开工作年度报告。本报告由总体情况、主动公开政府信息情况等六部分组成。",
        of(("H-06", None), ("H-08", ALL)),
    ),
    "04 a prefecture under the region's name": Pattern(
        PREFECTURE,
        "云岭州2024年政府信息公开工作年度报告",
        f"根据{LAW}的规定，编制云岭州2024年政府信息公开工作年度报告。本报告统计数据时间段：2024年1月1日至2024年12月31日。"
        "本报告公布和获取方式：云岭州政府信息公开平台“政府信息公开年报”专栏查阅及下载。",
        of(("H-08", ALL)),
    ),
    "05 a city with law, form and a copy in an app": Pattern(
        CITY,
        "2024年临江市人民政府政府信息公开工作年度报告",
        f"本年度报告根据{LAW}（国务院令第711号）（以下简称《条例》）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民"
        "共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）的要求编制，全文包括总体情况等。本年报中所列"
        "数据的统计期限自2024年1月1日起至2024年12月31日止。电子版可从门户网站下载以及在“临江办”APP中查阅。",
        of(("H-08", ALL)),
    ),
    "06 a city that sums up, with blanks in another document's name": Pattern(
        CITY,
        "临江市人民政府2024年政府信息公开工作年度报告",
        f"根据{LAW}和{FORM}（国办公开办函〔2021〕30号）规定及《江省人民政府办公厅关于做好 2024 年政府信息公开工作年度"
        "报告编制发布工作的通知》要求，现公布临江市人民政府2024年政府信息公开工作年度报告。报告汇总全市数据，统计期限为2024年1月1日至"
        "2024年12月31日。",
        of(("H-08", ALL)),
    ),
    "07 address, telephone, postcode; an office's number with a blank": Pattern(
        BUREAU_OF_WATER,
        "青河县水务局2024年政府信息公开工作年度报告",
        f"本年报根据{LAW}（国务院令第711号）和{FORM}（国办公开办函〔2021〕 30号）、《江省政务公开办公室关于做好2024年"
        "政府信息公开工作年度报告编制和数据报送工作的通知》（江政公开〔2025〕1号）要求编制。使用数据统计时间为2024年1月1日至12月31日。"
        "如对本报告有疑问，请与办公室联系（地址：青河县人民路8号，电话：0431-89682735，邮编：130000）。",
    ),
    "08 a unit with everything in order": Pattern(
        Agency("南湖区供销合作社联合社", "区供销社", "other", "county"),
        "南湖区供销合作社联合社2024年政府信息公开工作年度报告",
        f"本报告依据{LAW}（国务院令第711号，以下简称《条例》）和{FORM}（国办公开办函〔2021〕30号）要求编制。全文包括总体情况等。"
        "本报告的电子版可从区政府网站“政府信息公开-政府信息公开年报”栏目下载。本报告中所列数据的统计期限自2024年1月1日起至"
        "2024年12月31日止。如对本报告有任何疑问，请与区供销社联系（地址：南湖区湖滨路3号，电话：89682735，邮编：130022）。",
    ),
    "09 a document's number above, 的 in the title, 报告如下": Pattern(
        BUREAU_OF_AUDIT,
        "青审〔2025〕2号\n青河市审计局2024年政府信息公开工作的年度报告",
        f"根据{LAW}及审计领域相关工作规定，结合本单位工作职责与工作实际，编制本报告。本报告中使用数据统计期限为2024年1月1日至"
        "12月31日。报告的电子版可在市政府网站下载()。如对本报告有任何疑问，请与青河市审计局联系，联系方式：办公室（地址：青河市"
        "府前路5号，电话：0431-8968273，传真：0431-8968274，邮编：130400）。现将2024年政府信息公开工作情况报告如下：",
        of(("H-04", "工作的年度报告"), ("F-01", "()")),
    ),
    "10 我局, a list of six, no period": Pattern(
        BUREAU_OF_AUDIT,
        "青河市审计局2024年政府信息公开工作年度报告",
        f"根据{LAW}规定，现公布我局2024年政府信息公开工作年度报告。本报告由总体情况等六部分组成，现报告如下：",
        of(("H-06", None), ("H-08", ALL)),
    ),
    "11 year twice, 政府 lost, telephone with a wide dash": Pattern(
        BUREAU_OF_AUDIT,
        "2024年度青河市审计局政府信息公开工作年度报告",
        f"根据{LAW}{FORM}（国办公开办函〔2021〕30号）等有关文件规定，现向社会公布2024年度青河市审计局信息公开工作年度报告。本报告"
        "包括青河市审计局2024年政府信息公开工作总体情况等六部分内容。本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止，"
        "如对本报告有疑问，请与办公室联系（地址：青河市府前路5号，电话：0431—8968273）。",
        of(("N-01", "信息公开工作年度报告"), ("H-08", "邮编")),
    ),
    "12 blanks everywhere, a document's name shortened": Pattern(
        BUREAU_OF_AUDIT,
        "青河市审计局2024年政府信息公开工作年度报告",
        f"本年度报告根据{LAW}、 《国务院办公厅政府信息与政务公开办公室关于印发 < 中华人民共和国政府信息年度报告格式> 的"
        "通知》（国办公开办函〔2021〕30 号）要求制作。所列数据统计期限为 2024 年 1 月 1 日至 2024 年 12 月 31 日。"
        "请与市审计局（电话：0431 - 8968273）联系。",
        of(("N-01", "政府信息年度报告"), ("F-01", "0 号"), ("H-08", "地址、邮编")),
    ),
    "13 an office with its short name in brackets": Pattern(
        OFFICE,
        "南湖区人民政府办公室2024年政府信息公开工作年度报告",
        f"根据{LAW}规定，现公布南湖区人民政府办公室（以下简称区政府办）2024年政府信息公开工作年度报告。本报告由六部分组成，内容涵盖"
        "南湖区人民政府办公室2024年1月1日至12月31日期间的政府信息公开工作情况。如对本报告有任何疑问，请与区政府办联系（地址：南湖区"
        "湖滨路1号，邮编：130022，电话：0431—8968273）。",
    ),
    "14 a title in two lines, a preamble in two paragraphs": Pattern(
        Agency("临江市经济合作交流办公室", "市合作交流办", "department", "city"),
        "临江市经济合作交流办公室\n2024年政府信息公开工作年度报告",
        f"本年度报告根据{LAW}（国务院令第711号）、{FORM}（国办公开办函〔2021〕30号）以及临江市有关要求，并结合2024年临江市经济合作"
        "交流办公室政府信息公开情况编制而成。本年度报告中所列数据统计期限从2024年1月1日起至2024年12月31日止。\n"
        "2024年，市合作交流办认真贯彻落实各项部署，扎实推进政府信息公开工作。",
        of(("H-08", ALL)),
    ),
    "15 no preamble": Pattern(OFFICE, "南湖区人民政府办公室2024年政府信息公开工作年度报告", "", of(("H-06", None))),
    "16 the shortest": Pattern(
        Agency("临江市人民政府办公室", "市政府办", "department", "city"),
        "临江市人民政府办公室2024年政府信息公开工作年度报告",
        f"根据{LAW}{FORM}（国办公开办函〔2021〕30号）编制本报告。本报告所列数据的统计期限为2024年1月1日至12月31日。",
        of(("H-08", ALL)),
    ),
    "18 a town with one sentence": Pattern(
        TOWN,
        "石桥镇人民政府2024年政府信息公开工作年度报告",
        f"依据{LAW}（以下简称《政府信息公开条例》）第五十条规定，编制本报告。",
        of(("H-06", None), ("H-08", ALL)),
    ),
    "19 a town, 政府 lost": Pattern(
        TOWN,
        "石桥镇人民政府2024年政府信息公开工作年度报告",
        f"根据{LAW}（以下简称《条例》）文件要求，现特向社会公布2024年石桥镇信息公开工作年度报告。\n"
        "本报告由7个部分组成。本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
        of(("N-01", "信息公开工作年度报告"), ("S-05", "7个部分"), ("H-08", ALL)),
    ),
    "20 a town under its short name": Pattern(
        TOWN,
        "2024年石桥镇政府信息公开工作年度报告",
        f"石桥镇根据{LAW}（以下简称《条例》）规定，特向社会公开2024年度石桥镇政府信息公开年度报告。本报告信息数据统计期限为："
        "2024年1月1日至2024年12月31日。",
        of(("H-05", "2024年石桥镇政府信息公开工作年度报告"), ("H-08", ALL)),
    ),
    "21 made by the agency itself": Pattern(
        TOWN,
        "石桥镇人民政府2024年政府信息公开工作年度报告",
        f"本报告由石桥镇人民政府按照{LAW}（以下简称《条例》）和{FORM}（国办公开办函〔2021〕30号）要求编制。\n本报告内容包括总体情况"
        "等六部分内容。本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。如对本报告有疑问，请与石桥镇人民政府联系（地址："
        "青河县石桥镇中心街2号，联系电话：0431-8968273）。",
        of(("H-08", "邮编")),
    ),
    "22 a title broken in a word, an old number, the contact line by line": Pattern(
        TOWN,
        "石桥镇人民政府2024年政府\n信息公开工作年度报告",
        f"本年度报告根据{LAW}（国务院令第711号）、{FORM}（国办公开办函〔2021〕30号）以及《有关事项的通知》（国办公开办函〔2019〕51号）"
        "等文件要求，结合我镇2024年度政府信息公开情况，特编制石桥镇人民政府2024年度政府信息公开工作年度报告。所列数据统计期限自"
        "2024年1月1日至2024年12月31日止。若有疑问或意见，可直接与党政办联系。\n地址：青河县石桥镇中心街2号\n邮编：130012\n"
        "电话：0431-8968273\n传真：0431-8968274\n电子邮箱：shiqiao@example.com",
        of(("H-07", "国办公开办函〔2019〕51号")),
    ),
    "23 year twice, a dash in the period": Pattern(
        TOWN,
        "石桥镇人民政府2024年度政府信息公开工作年度报告",
        f"根据{LAW}（以下简称《条例》）和{FORM}（国办公开办函〔2021〕30号）规定，编制石桥镇单位2024年政府信息公开工作年度报告。本报告"
        "由总体情况等6个部分组成，所列数据统计期限为2024年1月1日—2024年12月31日。请与党政办联系（地址：石桥镇中心街2号，邮编："
        "130012，电话：8968273，电子邮箱：shiqiao@example.com）。",
        of(),
    ),
    "24 a town's government, 政府 said once": Pattern(
        TOWN,
        "2024年石桥镇人民政府信息公开工作年度报告",
        f"根据{LAW}（以下简称《条例》）要求，特向社会公布石桥镇人民政府2024年政府信息公开工作年度报告。本报告中所列数据的统计期限自"
        "2024年1月1日起至2024年12月31日止。",
        of(("H-08", ALL)),
    ),
    "25 a street under its short name, no period": Pattern(
        STREET,
        "2024年南湖街道政府信息公开工作年度报告",
        f"积极推进政务信息公开是贯彻落实{LAW}（以下简称《条例》）的重要举措，根据上级的统一部署和要求，现将2024年南湖街道办事处政府"
        "信息公开情况报告如下：",
        of(("H-05", "2024年南湖街道政府信息公开工作年度报告"), ("H-06", None), ("H-08", ALL)),
    ),
    "26 统计时限, a telephone without a colon": Pattern(
        STREET,
        "南湖街道办事处2024年政府信息公开工作年度报告",
        f"2024年，根据{LAW}（以下简称《条例》）规定，南湖街道办事处向社会公布2024年本级政府信息公开工作年度报告。本报告中所列数据的"
        "统计时限为2024年1月1日至2024年12月31日。请与南湖街道党政办公室联系（地址：南湖区湖滨路9号，电话0431-89682735）。",
        of(("H-08", "邮编")),
    ),
    "27 a title without a year, no preamble": Pattern(
        STREET,
        "南湖街道办事处政府信息公开工作年度报告",
        "",
        of(("H-01", "南湖街道办事处政府信息公开工作年度报告"), ("H-06", None)),
    ),
    "28 从…起至…止, another centre's notice": Pattern(
        STREET,
        "南湖街道办事处2024年政府信息公开工作年度报告",
        f"本年度报告根据{LAW}以及《南湖区政府信息公开中心关于开展2024年政府信息公开工作年度报告编制的通知》要求编制而成。本年度报告中"
        "所列数据统计期限从2024年1月1日起至2024年12月31日止。如有疑问请与党政办联系（地址：南湖区湖滨路9号，联系电话：89682735，"
        "邮编：130022）。",
    ),
    "29 the second year left out, only a telephone": Pattern(
        STREET,
        "南湖街道办事处2024年政府信息公开工作年度报告",
        f"根据{LAW}（以下简称《条例》）规定，特向社会公布南湖街道2024年度信息公开年度报告。本报告由七个部分组成。本年度报告中所列数据"
        "的统计期限自2024年1月1日起至12月31日止，并在区政府网站全文公开。请与南湖街道党政办联系（电话：0431-89682735）",
        of(("S-05", "七个部分"), ("H-08", "地址、邮编")),
    ),
    "30 年 lost in the period": Pattern(
        Agency("临江市教育局", "市教育局", "department", "city"),
        "临江市教育局2024年政府信息公开工作年度报告",
        f"根据{LAW}要求，现编制临江市教育局2024年度政府信息公开工作报告并向社会公布。本报告中所列数据的统计期限自20241月1日起至"
        "2024年12月31日止。",
        of(("F-02", "20241月"), ("H-08", ALL)),
    ),
}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_an_opening_is_read_as_it_was_meant(pattern: Pattern) -> None:
    at_the_opening = [finding for finding in judged(pattern.report) if finding.section in ("title", "preamble")]
    found = {(finding.check, finding.quote) for finding in at_the_opening if finding.check != "H-08"}
    lacking = (finding.message for finding in at_the_opening if finding.check == "H-08")
    found |= {("H-08", message.removeprefix("联系方式缺").removesuffix("，请补上。")) for message in lacking}
    assert found == pattern.found
    assert len(at_the_opening) == len(pattern.found)
