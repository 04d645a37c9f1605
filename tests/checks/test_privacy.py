"""Numbers and names of persons and marks of secrecy: each found at its place, and nothing that only looks like them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checks.fix import fixed
from model.structs import replace
from tests.checks.correct import BUREAU, TODAY, judged, quotes

GOOD = "11010519491231002X"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def said(words: str, *checks: str) -> list[str | None]:
    """The words that some checks find in a correct report with some words more."""
    report = BUREAU.with_text("problems", f"{BUREAU.text.problems}\n{words}")
    return [quote for check in checks for quote in quotes(report, check)]


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    """Any valid identity number of 18 digits."""
    province = draw(st.sampled_from(("11", "22", "37", "46", "54", "65", "81")))
    born = draw(st.dates(date(1900, 1, 1), TODAY))
    digits = f"{province}{draw(st.integers(0, 9999)):04}{born:%Y%m%d}{draw(st.integers(0, 999)):03}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return digits + "10X98765432"[total % 11]


@given(
    identity_numbers(),
    st.text(st.characters(exclude_categories=("Nd", "Cs", "Cc"), exclude_characters="-Xx"), max_size=20),
    st.text(st.characters(exclude_categories=("Nd", "Cs", "Cc", "Lu", "Ll")), max_size=20),
    st.sampled_from(("{}", "{0}", "wide", "spaced", "small x")),
)
def test_any_identity_number_is_found_where_it_stands(number: str, before: str, after: str, form: str) -> None:
    written = number
    if form == "wide":
        written = "".join(chr(ord(character) + 0xFEE0) for character in number)
    elif form == "spaced":
        written = f"{number[:6]} {number[6:14]} {number[14:]}"
    elif form == "small x":
        written = number.lower()
    report = BUREAU.with_text("overview", f"{before}，{written}，{after}")
    (finding,) = [finding for finding in judged(report) if finding.check == "P-01"]
    assert finding.severity == "error"
    assert finding.quote == written
    assert finding.span == (len(before) + 1, len(before) + 1 + len(written))
    assert "P-09" not in [other.check for other in judged(report)]


@given(identity_numbers())
def test_no_message_prints_a_persons_number_whole_and_the_fix_takes_out_just_the_number(number: str) -> None:
    report = BUREAU.with_text("problems", f"{BUREAU.text.problems}\n已告知{number}的持有人。")
    (finding,) = [finding for finding in judged(report) if finding.check == "P-01"]
    assert f"“{number[:4]}…{number[-4:]}”" in finding.message
    assert number[4:-4] not in finding.message
    assert finding.fix is not None
    assert finding.fix.label == "删去这个号码"
    assert fixed(report, finding.fix).text.problems == f"{BUREAU.text.problems}\n已告知的持有人。"


def test_other_numbers_of_persons_are_masked_too_and_names_are_not() -> None:
    report = BUREAU.with_text("problems", f"{BUREAU.text.problems}\n申请人张三，手机138 0013 8000。")
    name, mobile = [finding.message for finding in judged(report) if finding.check == "P-09"]
    assert "“张三”" in name
    assert "“1380…8000”" in mobile


def test_a_number_in_a_composed_title_or_a_note_has_no_fix() -> None:
    composed = replace(BUREAU, title=None, agency=replace(BUREAU.agency, name=f"{GOOD}号水务局"))
    noted = replace(BUREAU, notes={"applications": f"含{GOOD}。"})
    for report in (composed, noted):
        assert [finding.fix for finding in judged(report) if finding.check == "P-01"] == [None]


@given(identity_numbers(), st.integers(1, 9))
def test_a_number_with_another_check_digit_or_in_a_longer_one_is_none(number: str, more: int) -> None:
    last = "0123456789X"["0123456789X".index(number[17]) - more]
    assert said(f"编号{number[:17]}{last}。", "P-01") == []
    assert said(f"编号{more}{number}。", "P-01") == []
    if number.isdecimal():
        assert said(f"编号{number}{more}。", "P-01") == []


def test_a_day_of_birth_must_be_possible() -> None:
    for born in ("20250230", "18000101", f"{TODAY + timedelta(days=1):%Y%m%d}"):
        digits = f"110105{born}002"
        total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
        assert said(f"编号{digits}{'10X98765432'[total % 11]}。", "P-01") == []


def test_numbers_are_found_in_the_title_and_the_notes_too() -> None:
    report = replace(BUREAU, title=BUREAU.title_text + GOOD, notes={"applications": f"含{GOOD}。"})
    found = [finding for finding in judged(report) if finding.check == "P-01"]
    assert [(finding.section, finding.message.partition("疑似")[0]) for finding in found] == [
        ("title", "标题"),
        ("applications", "表三的注"),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("请拨打13800138000反映。", ["13800138000"]),
        ("手机：138 0013 8000。", ["138 0013 8000"]),
        ("手机138-0013-8000。", ["138-0013-8000"]),
        ("手机+86 13800138000。", ["86 13800138000"]),
        ("手机１３８００１３８０００。", ["１３８００１３８０００"]),
        ("账号6222020200112233446。", ["6222020200112233446"]),
        ("卡号4111111111111111。", ["4111111111111111"]),
        ("没有收取（缴费账号6217003320001234567）。", ["6217003320001234567"]),
        ("请汇入银行账户：200012345678。", ["200012345678"]),
        ("开户行青河支行，账号为1234 5678 9012 345。", ["1234 5678 9012 345"]),
        ("对公帐户（0710123456789）已注销。", ["0710123456789"]),
        ("补贴打入一卡通卡号621700332000123。", ["621700332000123"]),
        ("收款账号200087654321，户名财政所。", ["200087654321"]),
        ("个人存折号码1009876543210。", ["1009876543210"]),
        ("卡号4111 1111 1111 1111。", ["4111 1111 1111 1111"]),
        ("旧证号110105491231002。", ["110105491231002"]),
        ("申请人张三申请公开补偿标准。", ["张三"]),
        ("申请人李小二向本机关提出申请。", ["李小二"]),
        ("申请人：王五，申请公开征地批文。", ["王五"]),
        ("当事人欧阳小二不服答复。", ["欧阳小二"]),
        ("被处罚人赵六（个体户）。", ["赵六"]),
        ("申请人张三、李四的申请。", ["张三"]),
        ("当事人李四提起行政诉讼。", ["李四"]),
        ("申请人王五已收到答复。", ["王五"]),
        ("与申请人王小五沟通后答复，申请人系赵六。", ["王小五", "赵六"]),
    ],
)
def test_personal_data_is_a_warning_at_its_words(words: str, found: list[str]) -> None:
    assert said(words, "P-01", "P-08", "P-09") == found


@pytest.mark.parametrize(
    "words",
    [
        "全年收费13800138000元。",
        "浏览量13800138000次，面积13800138000平方米。",
        "开设政务新媒体账号12个，粉丝123456789人。",
        "注销闲置账号2个，公众号账号qinghe2024照常更新。",
        "核验账户123456789元。",
        "按账号管理办法备案，账号（3个）均已认证。",
        "统一社会信用代码：91220102MA17ABCD12。",
        "统一社会信用代码112201020137405216。",
        "项目代码2401-220102-04-01-123456。",
        "编号：6222020200112233446。",
        "邮箱13800138000@example.com，zhang13800138000@example.com。",
        "详见http://www.example.com/art/13800138000.html。",
        "热线0431-12345、12345678901234567890。",
        "联系电话0431-89682735 89682736。",
        "文号（国办公开办函〔2021〕30号），2024年1月1日至2024年12月31日。",
        "2020 2021 2022 2023 2024年。",
        "申请人对答复不服的，可以申请行政复议。",
        "申请人向本机关提出申请，申请人应当说明用途。",
        "申请人高度认可，申请人何时提出不作要求。",
        "申请人于2024年5月提出申请，申请人于本月撤回。",
        "申请人申请公开的信息，申请人连续提出同一申请。",
        "申请人曾提出申请，申请人尚未提交材料。",
        "与申请人沟通，告知申请人补正，征求申请人同意。",
        "申请人权益，申请人利益，当事人权利，当事人双方。",
        "申请人张某申请，申请人李某某提出，申请人王先生对此不服。",
        "申请人包括：自然人、企业。",
        "申请人关心的问题，申请人关注的事项。",
        "申请人不服，申请人陈述的理由。",
        "申请人程序性权利，申请人任何诉求，申请人周知。",
        "申请人金额的计算，申请人马上提出。",
        "第三方许可的在线申请。",
        "依法保护当事人隐私，申请人单位的证明。",
        "申请人方的证据，申请人江苏等地的企业，申请人何不申请。",
        "申请人许可的范围，申请人严格的要求。",
        "人均收入35000元，规模以上企业124个，占比62.5%。",
    ],
)
def test_what_only_looks_like_personal_data_is_left_alone(words: str) -> None:
    assert said(words, "P-01", "P-08", "P-09") == []


def test_the_telephones_of_the_office_are_its_own() -> None:
    mobile = "13800138000"
    contact = BUREAU.text.preamble.replace("0431-89682735", mobile)
    assert quotes(BUREAU.with_text("preamble", contact), "P-09") == []
    spoken = BUREAU.with_text("overview", f"{BUREAU.text.overview}\n监督电话{mobile}。")
    assert quotes(spoken, "P-09") == [mobile]
    assert quotes(spoken.with_text("preamble", contact), "P-09") == []
    for field in ("phone", "fax"):
        agency = replace(BUREAU.agency, **{field: f"0431-89682735，{mobile}"})  # type: ignore[arg-type]
        assert quotes(replace(spoken, agency=agency), "P-09") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("机密★", ["机密★"]),
        ("秘密 ★ 1年", ["秘密 ★"]),
        ("秘密", ["秘密"]),
        ("（机密）工程进展。", ["机密"]),
        ("秘密 3年", ["秘密"]),
        ("绝密", ["绝密"]),
        ("内部资料，注意保存", ["内部资料，注意保存"]),
        ("（内部资料）", ["内部资料"]),
        ("内部文件 严禁外传", ["内部文件 严禁外传"]),
        ("【注意保存】", ["注意保存"]),
        ("仅供内部参考。", ["仅供内部参考"]),
        ("密级：秘密", ["密级："]),
        ("到期公告及时下架，内部资料。", ["内部资料"]),
        ("退改18条（见内部资料第3期）。", ["内部资料第3期"]),
        ("详细数字另有统计（内部材料）", ["内部材料"]),
        ("公开目录42项；内部文件。", ["内部文件"]),
        ("发布简报，摘自内部刊物第12期。", ["内部刊物第12期"]),
        ("秘 密\n公开信息。", ["秘 密"]),
        ("内部使用，严禁外传\n公开信息。", ["内部使用，严禁外传"]),
    ],
)
def test_marks_of_secrecy_are_a_warning(words: str, found: list[str]) -> None:
    assert said(words, "P-08") == found


@pytest.mark.parametrize(
    "words",
    [
        "属于国家秘密的不予公开1件。",
        "落实保密审查制度，未发生失泄密问题。",
        "依法保护商业秘密、个人隐私和工作秘密。",
        "涉及商业秘密的，征求第三方意见。",
        "清理过期文件、内部资料、电子文档。",
        "办理内部资料性出版物准印证12件。",
        "编印内部学习资料2期，组织干部学习。",
        "对公开文件和内部文件分开归档。",
        "区分公开文件，内部资料由专人保管。",
        "严禁上传内部资料。",
        "规范内部文件管理，内部资料不对外公开。",
        "提醒申请人注意保存凭证，妥善保管。",
        "个人信息不得外泄。",
        "按照绝密、机密、秘密三级管理。",
        "属于三类内部事务信息0件。",
        "对机密级文件专人管理。",
        "建成办公系统（内部使用），流转文件。",
    ],
)
def test_words_about_secrecy_are_no_marks(words: str) -> None:
    assert said(words, "P-08") == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("申请人身份证号340102196501011234的材料已归档。", True),
        ("身份证号码：3401 0219 6501 0112 34。", True),
        ("公民身份号码为340102650101123。", True),
        ("材料编号为340102196501011234的卷宗。", False),
        ("附件写有340102196501011234，已退回。", True),
        ("项目340102196599011234已公示。", False),
        ("核验身份证号1264个。", False),
    ],
)
def test_an_identity_number_with_a_slip_in_it_is_personal_too(words: str, wrong: bool) -> None:
    assert bool(said(words, "P-09")) is wrong
    assert said(words, "P-01") == []
