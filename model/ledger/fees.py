"""信息处理费 of a ledger: how many applications were charged, and how much together."""

from decimal import Decimal

from model.language.patterns import pattern
from model.ledger.ledger import Line, Place
from model.ledger.questions import Asked, Choice, Question
from model.ledger.words import says_nothing, squeezed_word
from model.structs import Struct

_AMOUNT = pattern(r"(?:已?收取?|共|人民币)?[¥￥]?([0-9]{1,7}(?:\.[0-9]{1,2})?)元?")
_FREE = frozenset(("免费", "不收费", "未收", "未收费", "未收取", "免", "免收", "无收费", "不收", "0元"))
_SHOWN = 20
_KEY = "fee:"


class Fees(Struct, frozen=True):
    """How many applications were charged, and how much in 元."""

    count: int = 0
    amount: Decimal = Decimal(0)

    def and_one(self, amount: Decimal | None) -> "Fees":
        """With one application more; None or nothing for one that was not charged."""
        return Fees(self.count + 1, self.amount + amount) if amount else self


def fee(line: Line, place: Place, asked: Asked) -> Decimal | None:
    """What one application was charged in 元; None for nothing, and for what is not clear, which is asked about."""
    text = line.said.get("fee", "")
    bare = squeezed_word(text)
    if says_nothing(text) or bare in _FREE:
        return None
    found = _AMOUNT.fullmatch(bare)
    if found:
        return Decimal(found[1])
    says = f"收费写的是“{text[:_SHOWN]}”，不是金额；请在台账里写成多少元"
    asked.ask(Question(f"{_KEY}{place.sheet}:{place.row}", says, (place,), (Choice("free", "没有收费"),)))
    return None


def is_about_fee(question: Question) -> bool:
    """Whether a question is about what was charged."""
    return question.key.startswith(_KEY)
