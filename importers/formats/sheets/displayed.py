"""What a number format makes of a number, told where a reader of the sheet sees another number than the cell holds."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from operator import eq, ge, gt, le, lt, ne

from model.language.patterns import pattern
from model.structs import Struct

STORED = "单元格里存的数是"
"""What stands behind a number that is shown, before the one that the cell holds."""
UNSEEN = "（按单元格格式不显示）"
_LONGEST = 255
"""The most characters of a format that Excel takes."""
_MOST_PLACES, _LARGEST = 10, 15
"""So many digits behind the point, and so large a power of ten, are followed; no report has more."""
_TOKEN = pattern(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_(?P<gap>.)|\*(?P<filling>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<digit>[0#?])|(?P<sign>[.,%])|(?P<odd>[Ee][+-]|/|@|[ymdhsgbYMDHSGB])|(?P<plain>.)"
)
_CONDITION = pattern(r"(?P<how><=|>=|<>|<|>|=)\s*(?P<what>-?[0-9]{1,20}(?:\.[0-9]{1,20})?)")
_CURRENCY = pattern(r"\$(?P<sign>[^\-\]]*)(?:-.*)?")
_OTHER_DIGITS = pattern(r"(?i:DBNum|NatNum)[0-9]")
_HOW = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}
_PADDING = pattern(r"[\s¥￥$]+")
_FIGURE = pattern(r"(?P<before>[^0-9.\-]*)(?P<figure>-?[0-9]+(?:\.[0-9]+)?)(?P<behind>[^0-9.%]*)")
_NOTHING = frozenset({"", "-", "—", "–", "－"})
"""How a sheet shows a nought that is not to be read."""


class _Token(Struct, frozen=True):
    kind: str
    text: str


_POINT, _COMMA, _PERCENT = (_Token("sign", sign) for sign in ".,%")


def displayed(plain: str, number_format: str) -> str:
    """A number's words: plain where the format shows the same number, as shown where it shows another one.

    Args:
        plain: the number that the cell holds, in digits.
        number_format: the cell's format, as the file has it.
    """
    if number_format in ("", "General", "@") or len(number_format) > _LONGEST:
        return plain
    value = Decimal(plain)
    chosen = _section(_sections(number_format), value)
    if chosen is None or any(token.kind == "odd" for token in chosen[0]):
        return plain
    tokens, size = chosen
    if len(_digits(tokens)) > _MOST_PLACES * 2 or value.adjusted() > _LARGEST:
        return plain
    percents = sum(token == _PERCENT for token in tokens)
    return _told(plain, value, _PADDING.sub("", _shown(tokens, size)), percents)


def _told(plain: str, value: Decimal, shown: str, percents: int) -> str:
    """The words for what is shown."""
    if value < 0 and shown.startswith("(") and shown.endswith(")"):
        shown = f"-{shown[1:-1]}"
    shown = f"0{shown}" if shown.startswith(".") else shown
    if shown in _NOTHING:
        return plain if not value or shown else plain + UNSEEN
    found = _FIGURE.fullmatch(shown)
    if found is not None and _same(found["figure"], value):
        return f"{found['before'].lstrip('+')}{plain}{found['behind']}"
    if percents and _same(shown.rstrip("%"), value * 100**percents):
        return shown
    return f"{shown}（{STORED}{plain}）"


def _same(figure: str, value: Decimal) -> bool:
    try:
        return Decimal(figure) == value
    except InvalidOperation:
        return False


def _sections(number_format: str) -> list[list[_Token]]:
    """The parts of a format, for numbers above, below and at nought."""
    parts: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(number_format):
        kind = match.lastgroup or "plain"
        if kind == "plain" and match[kind] == ";":
            parts.append([])
        elif kind not in ("gap", "filling"):
            parts[-1].append(_Token(kind, match[kind]))
    return parts


def _section(parts: Sequence[list[_Token]], value: Decimal) -> tuple[list[_Token], Decimal] | None:
    """The part for a number, and the number as it prints it; None where digits of another script are printed."""
    conditions = [_condition(part) for part in parts]
    if any(token.kind == "bracket" and _OTHER_DIGITS.match(token.text) for part in parts for token in part):
        return None
    if any(conditions):
        holds = (at for at, said in enumerate(conditions) if said is None or _HOW[said[0]](value, said[1]))
        return parts[next(holds, -1)], value
    if value < 0 and len(parts) > 1:
        return parts[1], -value
    return parts[2 if not value and len(parts) > 2 else 0], value  # noqa: PLR2004 - the third part


def _condition(part: Sequence[_Token]) -> tuple[str, Decimal] | None:
    said = (_CONDITION.fullmatch(token.text) for token in part if token.kind == "bracket")
    return next(((found["how"], Decimal(found["what"])) for found in said if found), None)


def _shown(tokens: Sequence[_Token], value: Decimal) -> str:
    """What a part prints."""
    digits = _digits(tokens)
    point = next((at for at, token in enumerate(tokens) if token == _POINT), len(tokens))
    before, behind = [at for at in digits if at < point], [at for at in digits if at > point]
    size = abs(_scaled(tokens, digits, point, value)).quantize(Decimal(1).scaleb(-len(behind)), ROUND_HALF_UP)
    whole, _, places = format(size, "f").partition(".")
    printed = dict(zip(behind, places, strict=True)) | _whole(whole.strip("0") and whole, tokens, before)
    if behind:
        printed[point] = "." if before else f"{whole}."
    said = {"quoted", "escaped", "plain", "general", "bracket"}
    for at, token in enumerate(tokens):
        if token.kind in said:
            printed[at] = _literal(token, value)
        elif token.text == "%":
            printed[at] = "%"
    words = "".join(printed[at] for at in sorted(printed))
    return f"-{words}" if value < 0 else words


def _digits(tokens: Sequence[_Token]) -> list[int]:
    return [at for at, token in enumerate(tokens) if token.kind == "digit"]


def _whole(digits: str, tokens: Sequence[_Token], places: Sequence[int]) -> dict[int, str]:
    """The digits before the point at their places, those too many at the first."""
    printed: dict[int, str] = {}
    for at in reversed(places):
        printed[at] = digits[-1:] or ("0" if tokens[at].text == "0" else "")
        digits = digits[:-1]
    if places:
        printed[places[0]] = digits + printed[places[0]]
    return printed


def _scaled(tokens: Sequence[_Token], digits: Sequence[int], point: int, value: Decimal) -> Decimal:
    """The number that is printed: each comma behind the last digit takes three places away."""
    before = [at for at in digits if at < point]
    thousands = sum(_commas(tokens[last + 1 :]) for last in {*before[-1:], *digits[-1:]})
    percents = sum(token == _PERCENT for token in tokens)
    return value.scaleb(2 * percents - 3 * thousands)


def _commas(tokens: Sequence[_Token]) -> int:
    """How many commas some tokens begin with."""
    return next((count for count, token in enumerate(tokens) if token != _COMMA), len(tokens))


def _literal(token: _Token, value: Decimal) -> str:
    if token.kind == "bracket":
        currency = _CURRENCY.fullmatch(token.text)
        return currency["sign"] if currency else ""
    return format(abs(value), "f") if token.kind == "general" else token.text
