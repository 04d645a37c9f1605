"""A check on what section six says of the handling fee (信息处理费, in 元), sentence against sentence."""

from collections.abc import Iterator
from decimal import Decimal

from model.checks.reasons import PROSE
from model.checks.registry import Context, Problem, check, in_text
from model.form.form import format_value
from model.language.numerals import AMOUNT, amount
from model.language.patterns import pattern
from model.language.sentences import pieces, spans
from model.prose.figures import Figure
from model.prose.reader import reading
from model.prose.tokens import MONEY
from model.report.past import past_count
from model.report.report import Report

_SECTION = "other_matters"
_YUAN, _STEP = 10_000, 10
_TARIFF = pattern(
    r"元\s*[/／]\s*[件页]|每[件页增]|标准(?:为|是|：)|以[上下]的?部分|免费额度|(?<!未)(?<!没有)(?<!无)减免|免收|免除|上年|去年|退还"
)
_CHARGED = pattern(
    "处理费|收取|收到|收费|费用|金额|共计?|总计|合计|计收|实收|应收|缴费|缴纳|缴清|收了|到账|入账|收入|计费|计价|核收|收缴|^计"
)
_OTHER_FEES = pattern("行政事业性收费|培训费|经费|预算|补贴|印刷费|罚款")
_NONE = pattern(
    r"(?:未曾|未|没有|没|无|不存在|暂无)(?:向任?何?申请人|收取|产生|发生|征收|涉及|有|任何|过|依申请公开|政府信息公开|信息公开|政府信息|的|申请){0,6}?"
    r"(?:信息公开|政府信息公开)?(?:信息)?处理费"
    r"|(?:未|没有)收取(?:任何|其他|相关)?(?:费用|收费)|(?:均|全部|一律|都)(?:未|没有)收费|没有(?:任何)?收费(?:情况|事项)"
)
_NONE_AT_ALL = pattern(
    "(?:^|(?<=[，；。：\n]))(?:本机关|我[局镇乡县市区委办]|本年度?|全年|当年|实际|均|都|也|并){0,2}(?:未曾|从未|未|没有|没)(?:收取|收过|收费|发生收费|产生费用)(?:过)?(?:[也且和、，]?(?:未|没有)?减免)?(?=[，。；]|$)"
)
"""A clause that says no more than that none was charged."""
_OF_OTHERS = pattern("(?<![无有取])(?:其他|其余|其它|另外?|余下)[^，。；]{0,8}?(?:未|没有)收")
"""Of others none was charged: 收取120元，其他申请均未收费."""
_ZERO = pattern(
    "处理费(?:的?收取)?(?:的?情况|金额|总额|收入)?[：:，。]?(?:本年度?|全年|当年|本机关|我[局镇乡县市区委办]|20[0-9]{2}年(?:度)?){0,2}，?"
    "(?:(?:均|都|仍|金额|总额|收取){0,2}(?:为|是|计|共)?(?:零(?![一二三四五六七八九])|[0０]元?(?![0-9.件份]))|(?:均|都|暂)?(?:未|没有|没)(?:予)?(?:收取|产生|发生|征收|收(?!到))|(?:均|皆|都|暂)?无(?=[，。；、（(\\n]|$))"
)
"""None charged, the fee named first: 信息处理费为零, 信息处理费：本年未收取."""
_NOT_PAID = pattern("未缴|未交|没有缴|逾期|放弃|撤回|(?<!未)(?<!没有)(?<!无)减免|免收|不再|退")
_UNPAID = pattern(r"(?:未缴|未交|没有缴|逾期|放弃|撤回)[^。\n]{0,24}(?:实收|实际收[取到费入缴]|实缴|到账|入账|收入)")
"""What was charged and not paid: 应收300元，申请人逾期未缴，实收0元."""
_NO_NOTICE = pattern(
    r"收费通知书?\s*[0０零]\s*[件份]|(?:未|没有)(?:发出|发送|下达|制发|开出|开具|送达|发放|发(?!生|现|布))[^，。；\n]{0,6}收费通知"
)


@check("X-07", "warning", "inference", reads=("other_matters", "agency", "tables"), reasons=PROSE)
def fee_contradicts_itself(report: Report, _context: Context) -> Iterator[Problem]:
    """第六部分又写没有收取信息处理费（0 元、收费通知 0 件），又写收取了金额；“元”和“万元”混用，不以元计，多得不可能。

    收费标准里的数不算；实收多于通知的金额也提示。
    """
    text = report.text.other_matters
    yield from _in_no_money(text)
    yield from _too_much(report)
    yield from _notices(text)
    yield from _more_than_charged(text)
    yield from _without_amount(report)
    yield from _unpaid(text)
    charged = [figure for figure in _amounts(report) if figure.value]
    if not charged:
        return
    unpaid = bool(_UNPAID.search(text))
    contradicted = _says_none(text) or (not unpaid and any(figure.value == 0 for figure in _amounts(report)))
    none = _ZERO.search(text) or _NONE_AT_ALL.search(text)
    contradicted = contradicted or bool(none and not _NOT_PAID.search(text))
    worth = {Decimal(figure.value or 0) * MONEY[figure.unit] for figure in charged}
    mixed = len({figure.unit for figure in charged}) > 1 and (
        len(worth) > 1 or not any(_again(text, figure) for figure in charged)
    )
    if contradicted or mixed or _two_totals(text, charged):
        figure = charged[-1]
        words = text[slice(*figure.clause)].strip()
        other = _other_side(text, charged)
        message = f"第六部分信息处理费前后不一致：{words}{f'；另写着“{other}”，请核对后改成一致' if other else ''}。"
        yield in_text(_SECTION, figure.span, text, message)


_CHARGED_ALONE = pattern(
    "(?:^|(?<=[，。；：\\n]))(?:本机关|我[局镇乡县市区委办]|本年度?|全年|20[0-9]{2}年度?|共|依法|按规定){0,3}"
    "收取(?:了)?(?:政府信息公开|信息公开|依申请公开|政府信息|的){0,3}(?:信息)?处理费(?=[，。；\\n]|$)"
)


def _without_amount(report: Report) -> Iterator[Problem]:
    """Words that say that a fee was charged, and no more: 收取信息处理费, where 未 was lost."""
    text = report.text.other_matters
    found = _CHARGED_ALONE.search(text)
    if found and not any(figure.unit in MONEY for figure in reading(text, report.form).figures):
        message = f"第六部分写“{found[0]}”，没有金额，请核对是否漏了“未”字或金额。"
        yield in_text(_SECTION, found.span(), text, message)


_NO_MONEY = pattern(
    "(?:收取|产生|计收)[^，。；\\n0-9]{0,8}处理费(?:共计|共)?(?P<said>[0-9]{1,7}(?:件|条|份|次|人))(?=[，。；]|$)(?!，?(?:总?金额|合计|共计?|计)[^。；\\n]{0,8}元)"
)
_NOTICES = pattern(
    "收费通知书?(?:共|合计|总计|件数为?)?(?P<many>[1-9][0-9]{0,4}|[一二两三四五六七八九十]{1,3})[件份张次]"
    "|(?:发出|下达|送达|开出|发送)(?:了)?(?:信息处理费)?(?P<number>[1-9][0-9]{0,4}|[一二两三四五六七八九十]{1,3})[件份张次](?:信息处理费)?收费通知"
)


def _notices(text: str) -> Iterator[Problem]:
    """Notices of a fee that were sent, where the text says as well that none was."""
    sent = next((found for found in _NOTICES.finditer(text) if not _TARIFF.search(found[0])), None)
    none = _NO_NOTICE.search(text)
    if sent and none and not _EARLIER.search(text, max(0, sent.start() - _BEFORE), sent.start()):
        message = f"第六部分前面写“{none[0]}”，又写“{sent[0]}”，请核对后改成一致。"
        if none.start() > sent.start():
            message = f"第六部分写了“{sent[0]}”，后面又写“{none[0]}”，请核对后改成一致。"
        yield in_text(_SECTION, sent.span(), text, message)


_CHARGED_AND_PAID = pattern(
    f"(?:通知|应收|金额|处理费)[^。；\\n0-9]{{0,10}}(?P<due>{AMOUNT})(?P<unit>万?元)(?P<between>[^。\\n0-9]{{0,40}}?)"
    f"(?:实际收[取费到缴]|实收|实缴|实际缴纳|到账|入账)[^，。；\\n0-9]{{0,6}}(?P<paid>{AMOUNT})(?P<same>万?元)"
)


def _more_than_charged(text: str) -> Iterator[Problem]:
    """More paid than was asked for, or all of it although some did not pay."""
    for found in _CHARGED_AND_PAID.finditer(text):
        due, paid = amount(found["due"]), amount(found["paid"])
        if due is None or paid is None or found["unit"] != found["same"]:
            continue
        if paid > due or (paid == due and due and _LATE.search(found["between"])):
            why = "多于" if paid > due else "有人没有缴，仍等于"
            message = (
                f"第六部分写实收{found['paid']}{found['same']}，{why}通知的{found['due']}{found['unit']}，请核对。"
            )
            yield in_text(_SECTION, found.span(), text, message)


_ONE_UNPAID = pattern(
    "(?:收费通知书?(?:共|计)?[1一][件份张次]|[1一][件份张](?:信息处理费)?收费通知书?)，[^，。；0-9]{0,6}(?:逾期|到期)?(?:仍|均)?未(?:按[期时])?[缴交](?:纳|费|款|纳费用)?"
    f"，[^，。；0-9]{{0,8}}?(?:收取|收到|入账|到账|实收|收入)[^，。；0-9]{{0,10}}(?P<paid>{AMOUNT})万?元"
)
"""The only one that was charged did not pay, and still something came in."""


def _unpaid(text: str) -> Iterator[Problem]:
    for found in _ONE_UNPAID.finditer(text):
        if amount(found["paid"]):
            yield in_text(_SECTION, found.span(), text, f"第六部分写“{found[0]}”：没有缴费，却收到了钱，请核对。")


_LATE = pattern("(?<!无)(?<!没有)(?:逾期)?未(?:按[期时])?[缴交]|放弃")
_EARLIER, _BEFORE = pattern("上年|去年|20[0-9]{2}年"), 10
_MOST, _MOST_EACH = 50_000, 2_000
"""More 元 than the copies of one application have cost, and than each further one costs as a rule."""


def _in_no_money(text: str) -> Iterator[Problem]:
    for found in _NO_MONEY.finditer(text):
        yield in_text(_SECTION, found.span("said"), text, f"信息处理费应以“元”计，这里写{found['said']}，请核对。")


def _too_much(report: Report) -> Iterator[Problem]:
    """An amount that all the applications of the year cannot have cost, as where 万元 was written for 元."""
    roles = ("applications.received.total", "applications.carried_in.total")
    applications = sum(report.count(cell) for cell in map(report.form.cell_as, roles) if cell)
    for figure in _amounts(report):
        yuan = _in_yuan(figure)
        if yuan > _MOST + _MOST_EACH * applications:
            said = f"{format_value(figure.value)}{figure.unit}"
            message = f"信息处理费写了{said}，全年只有{applications}件申请，请核对是不是“元”。"
            yield in_text(_SECTION, figure.span, report.text.other_matters, message)


_ONE_OF_MANY = pattern("应收|应缴|应当|通知|实收|实际|逾期|其中|减|免|退|另|每|分别|上年|去年|累计")


def _two_totals(text: str, charged: list[Figure]) -> bool:
    """Whether two sentences tell what was charged in the whole year, each otherwise."""
    said = [figure for figure in charged if "处理费" in text[slice(*figure.clause)]]
    totals = [figure for figure in said if not _ONE_OF_MANY.search(text[slice(*figure.clause)])]
    return len(totals) > 1 and len({_in_yuan(figure) for figure in totals}) == len(totals)


def _other_side(text: str, charged: list[Figure]) -> str:
    """The words that contradict the last amount charged: those that say none, or the amount before it."""
    for words in pieces(text, "clause"):
        if _NONE.search(words) or _NONE_AT_ALL.search(words) or _NO_NOTICE.search(words):
            return words.strip(" 。；，")
    return text[slice(*charged[0].clause)].strip() if len(charged) > 1 else ""


def _in_yuan(figure: Figure) -> Decimal:
    """An amount in 元, with no more places than it has: the units are powers of ten and leave zeros behind."""
    yuan = Decimal(figure.value or 0) * MONEY[figure.unit] * _YUAN
    return yuan.quantize(Decimal(1)) if yuan == yuan.to_integral_value() else yuan.normalize()


def charged_amounts(report: Report) -> list[Decimal]:
    """The handling fees that section six says were charged, in 元."""
    known = (figure for figure in _amounts(report) if figure.value and figure.bound == "exact")
    return [_in_yuan(figure) for figure in known]


@check("X-13", "hint", "practice", reads=("other_matters", "tables", "agency"), may_read=("last_year",), reasons=PROSE)
def unlikely_fee(report: Report, _context: Context) -> Iterator[Problem]:
    """信息处理费不是 10 元的整数倍（按件每次 100 元，按量每页 10、20、40 元）；或者两年都没有申请却收了费。"""
    text = report.text.other_matters
    for figure in _amounts(report):
        amount = _in_yuan(figure)
        if figure.bound == "exact" and amount and amount % _STEP:
            message = f"信息处理费{format_value(amount)}元不是10元的整数倍，按收费标准算不出，请核对。"
            yield in_text(_SECTION, figure.span, text, message)
            return
        if amount and _no_applications(report):
            message = f"写了收取信息处理费{format_value(amount)}元，可是本年（和上年）没有申请，请核对。"
            yield in_text(_SECTION, figure.span, text, message)
            return


def _no_applications(report: Report) -> bool:
    """Whether there was no application this year, nor last year as far as it is known."""
    cells = report.form.each_as("applications.received.total", "applications.carried_in.total")
    if not cells or report.blanks or report.sum(cells):
        return False
    return not past_count(report, cells[0])


def _amounts(report: Report) -> list[Figure]:
    """The amounts of the year that were charged as handling fees."""
    text = report.text.other_matters
    of_fee = "处理费" in text
    said = [span for span in spans(text, "statement") if _is_about_fee(text[slice(*span)], of_fee=of_fee)]
    return [
        figure
        for figure in reading(text, report.form).figures
        if figure.unit in MONEY
        and not figure.meanings
        and figure.kind == "count"
        and figure.year in (None, report.year)
        and (_CHARGED.search(text[slice(*figure.clause)]) or _again(text, figure))
        and any(start <= figure.number[0] < end for start, end in said)
    ]


_IN_ALL = ("共", "共计", "合计", "总计", "即", "合", "折合")


def _again(text: str, figure: Figure) -> bool:
    """Whether a figure says the one before it again: 0.03万元（300元）, 0.03万元，共300元."""
    start = figure.clause[0]
    if text[start : figure.number[0]] in _IN_ALL and text[max(0, start - 2) : start] == "元，":
        return True
    return (
        text[max(0, start - 1) : start] in tuple("（(")
        and not text[start : figure.number[0]].strip("即合")
        and (text[max(0, start - 2) : start - 1] == "元")
    )


_PAID = pattern("(?:收取|收到|缴费|收费|缴纳|收缴|缴清|到账|入库|实收|收入)(?:了|共|共计|合计|为)?[0-9]")
"""An amount that is called no more than paid: it is of the fee that the section speaks of."""


def _is_about_fee(words: str, *, of_fee: bool) -> bool:
    spoken = "处理费" in words or "收费通知" in words or (of_fee and _PAID.search(words))
    return bool(spoken) and not _TARIFF.search(words) and not _OTHER_FEES.search(words)


def _says_none(text: str) -> bool:
    said = (_OF_OTHERS.sub("", words) for words in pieces(text, "statement") if not _TARIFF.search(words))
    return any(_NONE.search(words) or _NO_NOTICE.search(words) for words in said)
