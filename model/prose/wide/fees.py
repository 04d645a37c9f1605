"""行政事业性收费 by the words right before an amount, however the fees are described."""

from model.language.patterns import pattern
from model.prose.acts import FEES
from model.prose.meant import Meant
from model.prose.places import Place
from model.prose.scope import scope_of
from model.prose.wide.item import item_of, statement_before

_FEES = pattern(
    "行政事业性收费(?:项目)?(?:本年度?|全年|收费|方面|金额|收入|入库|缴库|实收|总额|总计|合计|共计|共|为|是|达到?|数额|：|约|征收|收取)*$"
)
_SOME = pattern("减免|免征|降低|退还|减少|优惠|其中|欠缴|预算|标准")


_OTHER_FEES = pattern(
    "(?<!信息处理)(?<!停车)(?<!物业)(?<!经营)(?:费等|收费|费、[一-鿿]{1,12}费|(?:收取|征收)[一-鿿]{2,10}费)(?:项目|等)?(?:收费|收入|金额|总额|总计|合计|共计|共|为|是|达到?|征收|收取)*$"
)
_ONE_FEE = pattern("(?:^|[，；、：])(?:收取|征收)?[一-鿿]{1,10}费(?:用|收入|金额)?(?:共计|合计|共|为|是)*$")
_ANY_FEE = pattern(
    "(?:全年|本年度?)?(?:(?:收取|征收)(?:了)?(?:各类|各项)?费用|(?:各类|各项)?收费)(?:收入|金额|总额)?(?:共计|合计|共|为|是|：)*"
)
_NO_FEE = pattern(
    "公司|另|代征|代收|代缴|(?<!垃圾)(?<!污水)(?<!废物)处理费|信息公开|发放|支付|投入|补贴|补助|追[缴回]|减免|免征|退|拨付|支出|预算|罚|经费|花费|(?<!收取)(?<!征收)(?<!各项)(?<!各类)费用|保险|话费|自费|学费减|资助|消费|缴费|停车|物业|经营|生活费|水费|电费|气费|房费|租|医疗|赔|垫|节约|节省|安排|宣传|印刷|采购|奖|扶持|争取|筹"
)
"""Money that is no fee of the agency's own, or is none that came in."""
_AMOUNT = pattern("费[^，。；、0-9]{0,8}[0-9.]{1,12}(?:万|亿)?元")
_AND_OTHERS_TOO = pattern("其中|等[^，。；、]{0,6}费")
_AND_OTHERS = pattern("等[一-鿿]{0,8}$")
_IS_OF_TABLE_TWO = pattern(
    "行政许可|行政处罚|行政强制|规范性文件|许可决定|处罚决定|(?:许可|处罚|强制)：?[0-9]|(?:^|[①-⑳、.)])收费："
)


_IN_BRACKETS = pattern("\\((?!其中|含|不含|包括)[一-鿿、]{1,30}\\)$")
"""What all of the fees are: 行政事业性收费（考试费、工本费）5万元."""
_NEAR = 60


def _fee(place: Place, *, narrowed: str) -> Meant:
    scope, (start, end) = scope_of(statement_before(place)), (place.token.start, place.token.end)
    return Meant("fees", "行政事业性收费", (FEES,), start, end, bool(narrowed), scope, narrowed=narrowed)


def _is_of_table_two(place: Place) -> bool:
    """Whether the sentence, or the one before it in its paragraph, tells of what table two counts."""
    start = place.text.sentence(place.token.start)[0]
    before = place.text.plain.text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    return bool(_IS_OF_TABLE_TWO.search(place.sentence) or _IS_OF_TABLE_TWO.search(before))


def _is_only_fee(place: Place) -> bool:
    """Whether the sentence tells of no other fee, so that the one named is the whole of the cell."""
    return len(_AMOUNT.findall(place.sentence)) == 1 and not _AND_OTHERS_TOO.search(place.sentence)


def fee(place: Place, _before: str) -> Meant | None:
    """The fees of table two; one of several that are named without 等 may be only some of them."""
    heads = item_of(place).heads[:1]
    if not heads or place.is_part:
        return None
    named = _OTHER_FEES.search(place.before) or _ONE_FEE.search(place.before)
    if named and not _NO_FEE.search(place.before) and _is_of_table_two(place):
        whole = _AND_OTHERS.search(place.before) or _ANY_FEE.fullmatch(place.before) or _is_only_fee(place)
        return _fee(place, narrowed="" if whole else place.before[named.start() :])
    head = _IN_BRACKETS.sub("", heads[0])
    if not (found := _FEES.search(head)) or _SOME.search(head):
        return None
    lead = head[: found.start()]
    some = bool(lead) and not lead.endswith(("等", "取", "收", "类", "的", "年", "共", "费"))
    scope = scope_of(statement_before(place))
    return Meant("fees", "行政事业性收费", (FEES,), place.token.start, place.token.end, some, scope)
