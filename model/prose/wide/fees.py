"""行政事业性收费 by the words right before an amount, however the fees are described."""

from model.language.patterns import pattern
from model.prose.acts import FEES
from model.prose.meant import Meant
from model.prose.places import Place
from model.prose.scope import scope_of
from model.prose.wide.item import item_of, statement_before

_FEES = pattern("行政事业性收费(?:项目)?(?:金额|收入|总额|总计|合计|共计|共|为|是|达到?|数额|：|约|征收|收取)*$")
_SOME = pattern("减免|免征|降低|退还|减少|优惠|其中|欠缴|预算|标准")


def fee(place: Place, _before: str) -> Meant | None:
    """The fees of table two; what is named without 等 may be only some of them."""
    head = item_of(place).heads[:1]
    if not head or place.is_part or not (found := _FEES.search(head[0])) or _SOME.search(head[0]):
        return None
    lead = head[0][: found.start()]
    some = bool(lead) and not lead.endswith(("等", "取", "收", "类", "的", "年", "共", "费"))
    scope = scope_of(statement_before(place))
    return Meant("fees", "行政事业性收费", (FEES,), place.token.start, place.token.end, some, scope)
