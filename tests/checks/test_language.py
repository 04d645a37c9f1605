"""Lost characters, the measure of applications, 截止, approximate figures, numbering: found, and nothing like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checks.fix import fixed
from tests.checks.correct import BUREAU, judged, quotes, reworded


def said(words: str, check: str) -> list[str | None]:
    """The words that a check finds in a correct report with some words more."""
    return quotes(BUREAU.with_text("problems", f"{BUREAU.text.problems}\n{words}"), check)


def corrected(words: str, check: str) -> str:
    """The words after all fixes of a check."""
    report = BUREAU.with_text("problems", f"{BUREAU.text.problems}\n{words}")
    while found := [finding for finding in judged(report) if finding.check == check]:
        assert found[0].fix is not None
        report = fixed(report, found[0].fix)
    return report.text.problems.splitlines()[-1]


@pytest.mark.parametrize(
    ("words", "quote", "right"),
    [
        ("自20241月1日起。", "20241月", "自2024年1月1日起。"),
        ("至202412月31日。", "202412月", "至2024年12月31日。"),
        ("2024依托政务网站公开信息。", "2024依托", "2024年依托政务网站公开信息。"),
        ("2024度公开信息12条。", "2024度", "2024年度公开信息12条。"),
        ("2024，我局公开信息12条。", "2024，", "2024年，我局公开信息12条。"),
        ("20241至12月，公开信息12条。", "20241", "2024年1至12月，公开信息12条。"),
        ("截至12月31，公开信息12条。", "月31", "截至12月31日，公开信息12条。"),
        ("截至2024全县公开信息12条。", "2024全县", "截至2024年全县公开信息12条。"),
        ("2024共收到申请5件。", "2024共收到", "2024年共收到申请5件。"),
        ("自1月1日起至12月31止。", "月31止", "自1月1日起至12月31日止。"),
        ("1月1至2024年12月31日。", "月1至", "1月1日至2024年12月31日。"),
    ],
)
def test_a_lost_character_is_put_back(words: str, quote: str, right: str) -> None:
    assert said(words, "F-02") == [quote]
    assert corrected(words, "F-02") == right


@pytest.mark.parametrize(
    "words",
    [
        "2024年1月1日至12月31日，2024年度、2024年以来。",
        "公开信息2024条，收到2024件，累计2024共享数据。",
        "（国办公开办函〔2021〕30号），12345热线。",
        "每月15日前公布，6月1至8日举办活动，1月至3月。",
        "2024-2025年，2024/2025年度，2024.1—2024.12。",
        "发布2024版目录，2024按期完成的项目见附表。",
        "《2024依托平台工作方案》。",
        "占地1999全年不变。",
        "编号为2023、2024，另有两项。",
    ],
)
def test_whole_dates_are_left_alone(words: str) -> None:
    assert said(words, "F-02") == []


@pytest.mark.parametrize(
    ("words", "quote", "right"),
    [
        ("收到依申请公开5条。", "收到依申请公开5条", "收到依申请公开5件。"),
        ("共收到政府信息公开申请3份，均已答复。", "收到政府信息公开申请3份", "共收到政府信息公开申请3件，均已答复。"),
        ("收到26份依申请公开，均已办结。", "收到26份依申请公开", "收到26件依申请公开，均已办结。"),
        (
            "受理公民政府信息公开申请共 12 例。",
            "受理公民政府信息公开申请共 12 例",
            "受理公民政府信息公开申请共 12 件。",
        ),
        (
            "办结信息公开申请{{applications.concluded.total}}宗。",
            "办结信息公开申请{{applications.concluded.total}}宗",
            "办结信息公开申请{{applications.concluded.total}}件。",
        ),
    ],
)
def test_applications_are_counted_in_one_measure(words: str, quote: str, right: str) -> None:
    assert said(words, "F-03") == [quote]
    assert corrected(words, "F-03") == right


@pytest.mark.parametrize(
    "words",
    [
        "收到政府信息公开申请5件，办结5件。",
        "依申请公开信息5条，主动公开信息12条。",
        "收到群众留言12条，答复12条。",
        "答复咨询5次，回复来信3份。",
        "收到申请材料5份，受理申请表3份。",
        "公布依申请公开渠道3条，受理点2个。",
        "收到政府信息公开申请书5份。",
        "办理行政许可申请12项。",
        "收到政府信息公开申请5件，涉及信息12条。",
        "处理政府信息公开申请，发布信息12条。",
        "按照申请人要求提供信息3条。",
    ],
)
def test_other_things_have_their_own_measures(words: str) -> None:
    assert said(words, "F-03") == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("截止2024年12月31日，公开12条。", "截至2024年12月31日，公开12条。"),
        ("截止到12月底，公开12条。", "截至12月底，公开12条。"),
        ("截止至年底，公开12条。", "截至年底，公开12条。"),
        ("截止目前，公开12条；截止 2024年，公开8条。", "截至目前，公开12条；截至 2024年，公开8条。"),
    ],
)
def test_until_is_written_right(words: str, right: str) -> None:
    assert set(said(words, "F-04")) <= {"截止", "截止到", "截止至"}
    assert corrected(words, "F-04") == right


@pytest.mark.parametrize(
    "words",
    [
        "截至2024年12月31日，公开12条。",
        "申报截止日期为12月31日，截止时间另行通知。",
        "报名截止12月31日，征集截止2024年底。",
        "申请于12月31日截止。",
        "“截止到2024年”的说法不规范。",
        "《截止2024年工作清单》。",
    ],
)
def test_an_end_is_no_until(words: str) -> None:
    assert said(words, "F-04") == []


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("主动公开信息80余条。", "80余条"),
        ("发布信息近300条。", "近300条"),
        ("公开政策文件约50件。", "约50件"),
        ("公布信息1000多条。", "1000多条"),
        ("更新信息1.2万余条。", "1.2万余条"),
        ("发布解读材料20篇左右。", "20篇左右"),
        ("收到申请超过 5 件。", "超过 5 件"),
        ("公开信息{{disclosure.licences.decisions}}余条。", "{{disclosure.licences.decisions}}余条"),
        ("公开信息三百余条。", "三百余条"),
        ("发布信息数百条。", "数百条"),
        ("公开信息上千条。", "上千条"),
        ("公开信息逾千条。", "逾千条"),
        ("发布解读十几篇。", "十几篇"),
    ],
)
def test_own_figures_are_exact(words: str, quote: str) -> None:
    assert said(words, "F-06") == [quote]


@pytest.mark.parametrize(
    "words",
    [
        "近年来，公开信息质量不断提升；近三年发布文件12件。",
        "近3年公开信息120条，最近12期公报已上网。",
        "约谈2个单位，公开约谈12次；签约12件。",
        "公开栏设在大门左右两侧，近距离服务群众。",
        "节约经费20余万元，惠及群众3000余人。",
        "公开信息的浏览量达20余万次，点击约300条。",
        "回应群众来电100余件，受理投诉近50件。",
        "公布近10条河流的水质，更新约20个栏目。",
        "发布信息12条，附近300条道路已改造。",
        "公开信息超过法定期限的0条。",
        "培训干部近100人次，走访企业30余家。",
        "坚持以习近平新时代中国特色社会主义思想为指导，公开信息80余条。",
        "《关于公开80余条措施的意见》。",
        "发放宣传手册2000余份，公开信息三百条，公布之十条意见。",
    ],
)
def test_other_words_are_no_approximate_figures(words: str) -> None:
    assert said(words, "F-06") == []


def test_subheadings_of_one_section_are_alike() -> None:
    for old, new, quote in (
        ("（二）依申请公开。", "(二)依申请公开。", "(二)依申请公开。"),
        ("（二）依申请公开。", "（二）依申请公开，规范办理程序，", "（二）依申请公开，规范办理程序"),
        ("（四）平台建设。", "（四）平台建设\n", "（四）平台建设"),
    ):
        assert quotes(reworded(BUREAU, "overview", old, new), "F-05") == [quote]


def test_numbers_do_not_skip() -> None:
    assert quotes(reworded(BUREAU, "overview", "（三）", "（四）"), "F-05") == ["四", "四"]
    assert quotes(reworded(BUREAU, "problems", "二是政策", "三是政策"), "F-05") == ["三"]


@pytest.mark.parametrize(
    "words",
    [
        "一是按月公布；二是专人核对；三是年终抽查。",
        "问题有：一是更新慢。二是解读少。\n改进有：一是建立台账。二是制作图解。",
        "这是工作重点之一。三是制作图解。",
        "统一是基础，第一是及时，唯一是方便。",
        "一是是否公开，二是是否及时。",
        "九是台账；十是核对；十一是抽查；十二是通报。",
        "1. 按月公布。\n2. 专人核对。",
    ],
)
def test_lists_in_order_are_left_alone(words: str) -> None:
    assert quotes(BUREAU.with_text("problems", f"工作中还存在问题，需要加强。\n{words}"), "F-05") == []


@given(st.integers(2, 40))
def test_any_subheadings_in_order_are_alike(count: int) -> None:
    digits = "一二三四五六七八九"
    numerals = [
        f"{digits[n // 10 - 1] if n >= 20 else ''}{'十' if n >= 10 else ''}{('', *digits)[n % 10]}"
        for n in range(1, count)
    ]
    overview = "\n".join(f"（{numeral}）主动公开。发布信息12条。" for numeral in numerals)
    assert quotes(BUREAU.with_text("overview", overview), "F-05") == []
