"""What the words in a number cell say: a figure, nothing, or something that must be looked at."""

import re
import unicodedata
from decimal import Decimal

from importers.document.layout import PICTURE
from model.form.form import Cell, CellError, Value
from model.language.numerals import number
from model.language.patterns import pattern
from model.structs import Struct

_BLANKS = pattern("[\\s\u200b-\u200d\u2060\ufeff]+")
_NOTE_MARK = pattern(r"[\[〔(（][注¹²³⁰-⁹₀-₉]{1,3}[\]〕)）]|[①-⑳⓪-⓿❶-➓¹²³⁰-⁹₀-₉*＊※†]+|\[[注0-9]{1,2}\]$")
_STANDS_FOR_ZERO = pattern(r"[/\\|\-—–―‒‐−─_〇○零]{1,6}|暂?无|没有|未发生")
_PLAIN = pattern(r"[0-9]+")
_SIGNED = pattern(r"(?P<sign>[+\-−]) ?(?P<size>[0-9]{1,60})")
_DECIMAL = pattern(r"[0-9]{1,60}\.[0-9]{1,60}")
_GROUPED = pattern(r"[0-9]{1,3}(?:[,’' ][0-9]{3})+(?:\.[0-9]+)?")
_COUNTED = pattern(r"件|条|宗|起|项|份|例|次|个")
MONEY = {
    "万元": Decimal(1),
    "万": Decimal(1),
    "元": Decimal("0.0001"),
    "千元": Decimal("0.1"),
    "亿元": Decimal(10000),
}
_UNIT = pattern(
    r"共?(?P<figure>[0-9][0-9,.’' ]{0,60})(?P<unit>[^0-9,.’' ()。、;]{1,2}|\([件条宗起项份例次个万千亿元]{1,2}\))"
)
_STOPPED = pattern(r"(?P<figure>[0-9][0-9,.’']{0,60})[。、;,.]")
_UNIT_SAID = pattern(r"单位[:为]?[^()]{0,8}?(?P<unit>[万千亿]?元)|\((?P<alone>[万千亿]?元)\)")
_REMARK = pattern(r"(?P<figure>[^()]{1,60}?)\([^()]{0,60}\)")
_STORED = pattern(r"(?P<figure>[^()]{1,60})\((?P<stored>单元格里存的数是[^()]{1,60})\)")
_NUMERAL = pattern(r"[〇零一二三四五六七八九十百千两]{1,9}")
_LONGEST = 60


class Figure(Struct, frozen=True):
    """What was read; no value and no doubt for an empty cell.

    Attributes:
        value: the figure in 件 or 万元, exact.
        doubt: why it must be looked at; empty when the words are plain.
    """

    value: Value | None
    doubt: str = ""


BLANK = Figure(None)


def money_unit(words: str) -> str:
    """The unit of money that a head, a row's label or a caption says, such as 元; empty when it says none."""
    found = _UNIT_SAID.search(unicodedata.normalize("NFKC", "".join(words.split())))
    return (found["unit"] or found["alone"]) if found else ""


def read_figure(words: str, cell: Cell, unit: str = "") -> Figure:
    """The figure that the words in a cell say.

    Args:
        words: as printed, of any length.
        cell: the cell of the form, which decides between a count in 件 and an amount in 万元.
        unit: the unit of money that the table says; empty for 万元.
    """
    figure = _figure(words, cell)
    if cell.kind != "decimal" or unit in ("", "万元") or not figure.value or _says_unit(words):
        return figure
    return _converted(figure, unit, cell)


def _says_unit(words: str) -> bool:
    return any(sign in words for sign in "元万")


def _figure(words: str, cell: Cell) -> Figure:
    if _PLAIN.fullmatch(words) and len(words) < _LONGEST and words.isascii():
        return _checked(Decimal(words), cell, "")
    unmarked = _NOTE_MARK.sub("", words)
    text = unicodedata.normalize("NFKC", _BLANKS.sub(" ", unmarked).strip()).replace("，", ",")
    if not text:
        return BLANK if not words.strip() else Figure(None, "只有注释符号，没有数字")
    if len(text) > _LONGEST:
        return Figure(None, "这一格不是数字")
    found = _read(text, cell)
    return found if found.doubt or unmarked == words else Figure(found.value, "数字旁有注释符号")


def _read(text: str, cell: Cell) -> Figure:
    if cell.kind == "change" and (signed := _SIGNED.fullmatch(text)):
        return _checked(Decimal(signed["size"]) * (1 if signed["sign"] == "+" else -1), cell, "")
    if stored := _STORED.fullmatch(text):
        return _as_shown(stored["figure"], stored["stored"], cell)
    return _unsigned(text, cell)


def _as_shown(figure: str, stored: str, cell: Cell) -> Figure:
    """A figure that a number format makes of another one."""
    told = f"Excel 里显示的是“{figure}”，{stored}"
    value = _unsigned(figure, cell).value
    return Figure(value, told if value is None else f"{told}，按显示的读入")


def _unsigned(text: str, cell: Cell) -> Figure:
    if _PLAIN.fullmatch(text) or _DECIMAL.fullmatch(text) or _GROUPED.fullmatch(text):
        return _number(text, cell)
    if _STANDS_FOR_ZERO.fullmatch(text.replace(" ", "")):
        return _checked(Decimal(0), cell, f"写的是“{text}”，按 0 读入")
    if unit := _UNIT.fullmatch(text):
        return _with_unit(unit["figure"].strip(), unit["unit"].strip("()"), cell)
    if followed := _STOPPED.fullmatch(text) or _REMARK.fullmatch(text):
        inner, behind = _read(followed["figure"].strip(), cell), text[followed.end("figure") :].strip()
        told = f"数字后面有说明“{behind}”，说明没有读入" if behind.endswith(")") else "数字后面有标点"
        return Figure(inner.value, inner.doubt or told)
    if _NUMERAL.fullmatch(text) and (written := number(text)):
        return _checked(Decimal(written.value), cell, "写的是汉字数字")
    return Figure(None, _why_not(text))


def _number(text: str, cell: Cell) -> Figure:
    figure = Decimal(re.sub(r"[,’' ]", "", text))
    if cell.kind == "decimal" or "." not in text:
        return _checked(figure, cell, "数字中间有空格" if " " in text else "")
    if figure != figure.to_integral_value():
        return Figure(None, "件数不能是小数")
    return _checked(figure, cell, "件数写成了小数")


def _with_unit(figure: str, unit: str, cell: Cell) -> Figure:
    """A figure with its unit: 件 and the like for a count, 元 or 万元 for the amount."""
    inner = _read(figure, cell)
    if inner.value is None:
        return inner
    if cell.kind != "decimal":
        return inner if _COUNTED.fullmatch(unit) else Figure(None, f"单位“{unit}”不是件数的单位")
    if unit not in MONEY:
        return Figure(None, f"单位“{unit}”不是金额的单位")
    return inner if MONEY[unit] == 1 else _converted(inner, unit, cell)


def _converted(figure: Figure, unit: str, cell: Cell) -> Figure:
    """An amount that is written in another unit, in 万元."""
    amount = _tidy(Decimal(figure.value or 0) * MONEY[unit])
    return _checked(amount, cell, figure.doubt or f"原来的单位是“{unit}”，已换算成万元")


def _tidy(amount: Decimal) -> Decimal:
    """The same amount without zeros at its end."""
    whole = amount.to_integral_value()
    return whole if amount == whole else amount.normalize()


def _checked(figure: Decimal, cell: Cell, doubt: str) -> Figure:
    value: Value = figure if cell.kind == "decimal" else int(figure)
    try:
        return Figure(cell.check(value), doubt)
    except CellError:
        return Figure(None, "数字太大，超出这一格能填的范围")


def _why_not(text: str) -> str:
    if text == PICTURE:
        return "是图片，读不出数字"
    if text.startswith("="):
        return "是公式，没有算出结果，请用 Excel 或 WPS 打开保存一次再导入"
    if re.match(r"[-−－]\s*[0-9]", text):
        return "数字是负数"
    if re.fullmatch(r"[0-9]+(?: [0-9]+)+", text):
        return "这一格有两个数字，或数字中间有空格"
    return "这一格不是数字"
