"""What is read: figures with what they count, comparisons with last year, totals with their parts."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from model.form.form import Form
from model.language.fractions import Said
from model.prose.tokens import MONEY, Bound
from model.structs import Struct

Meaning = tuple[str, ...]
"""Cells whose sum a figure gives: by their roles while a text is read, by their ids in what was read."""

Matter = Literal[
    "received", "concluded", "carried", "result", "applicant", "disputes", "documents", "decisions", "fees", ""
]
"""What a figure is about; empty where it is nothing of the form."""

Kind = Literal["count", "none", "several", "comparison"]

Span = tuple[int, int]


def in_form(meanings: tuple[Meaning, ...], form: Form) -> tuple[Meaning, ...]:
    """Meanings by roles as those by cells of a form; one for which the form lacks a cell is left out."""
    cells = (tuple(form.cells_as(role) for role in meaning) for meaning in meanings)
    return tuple(tuple(dict.fromkeys(cell for found in each for cell in found)) for each in cells if all(each))


_REGIONS = ("县", "市", "区", "省", "州", "旗")
"""Behind 我 and 本 these are more than an office."""


class Figure(Struct, frozen=True):
    """A figure in a text; all spans count code points of the stored text.

    Attributes:
        span: the words read, such as 收到申请5件; `words` are these words.
        number: the figure itself without its measure; for 未收到申请 the words that say none.
        value: the number in 件 or in its measure; None for a live field, which stands for the cell `cell_id`.
        step: what the number is written to, such as 1000 for 1.2万.
        bound: whether it is exact, about so much (约), over (余, 超过) or under (不足) so much.
        kind: a count, words that say none (0), what several things have each, or the difference in a comparison.
        meanings: what it may count, the likeliest first; empty when it is nothing of the form.
        item: what it counts in the form's words, such as 予以公开.
        partial: it counts only some of what the cells hold, so only a larger figure is wrong.
        clause: the clause it stands in.
        year: the year the sentence names, which the figure is for; None where it names none.
        past: it is last year's, given beside this year's: 上年3件.
        narrowed: the only words that make it partial: 税务 of 税务行政处罚, which are no limit to a tax office.
        subject: the name of who received or made what is counted, where one stands before the verb.
        assumed: no word says that the cases are over disclosure; they may be others where an agency decides cases.
    """

    span: Span
    words: str
    number: Span
    value: int | Decimal | None
    step: int | Decimal
    unit: str
    bound: Bound
    kind: Kind
    clause: Span
    matter: Matter = ""
    meanings: tuple[Meaning, ...] = ()
    item: str = ""
    partial: bool = False
    year: int | None = None
    subject: str = ""
    cell_id: str | None = None
    past: bool = False
    narrowed: str = ""
    assumed: bool = False

    @property
    def is_of_another(self) -> bool:
        """Whether the words name somebody else than 我局 or 本机关 as who received or made what is counted."""
        return bool(self.subject) and not (self.subject[0] in "我本" and self.subject[1:2] not in _REGIONS)

    @property
    def is_whole(self) -> bool:
        """Whether it counts all that its words name, of this year and of the office itself."""
        return not (self.partial or self.past or self.is_of_another)

    @property
    def is_of_applications(self) -> bool:
        """Whether it counts applications by what table three has of them."""
        return self.matter in ("received", "concluded", "carried", "result", "applicant")

    @property
    def amount(self) -> int | Decimal | None:
        """The value in what the form is filled in: 件, or 万元 for money."""
        scale = MONEY.get(self.unit)
        return self.value if self.value is None or scale is None else self.value * scale


class Comparison(Struct, frozen=True):
    """A comparison with last year: 比上年增加3件, 增长25%, 与上年持平 (a change of 0).

    Attributes:
        figure: the difference, of kind `comparison`.
        rise: True for 增加 and 增长, False for 减少 and 下降.
        of: the figures of the same sentence that may be meant, the nearest first.
        year: the year compared with, where the words name it.
        times: the figure says how many times last year's this year's is: 是上年的2倍.
        said: the growth, where it is in words: 增三成, 下降四分之一.
    """

    figure: Figure
    rise: bool
    of: tuple[Figure, ...]
    year: int | None = None
    times: bool = False
    said: Said | None = None


class Sum(Struct, frozen=True):
    """A total with its parts: 共12条，其中政策8条、解读4条.

    Attributes:
        span: from the total to the last part, or the other way round.
        exhaustive: the words say that the parts are all there is.
    """

    span: Span
    total: Figure
    parts: tuple[Figure, ...]
    exhaustive: bool


class Share(Struct, frozen=True):
    """A share of something, in per cent or in words: 予以公开29件，占30.9%; 占近三成.

    Attributes:
        figure: the percentage, without a value where it is in words.
        parts: what it is a share of something, by every reading.
        wholes: what it may be a share of.
        said: how much the words say.
    """

    figure: Figure
    parts: tuple[Meaning, ...]
    wholes: tuple[Meaning, ...]
    said: Said


class Portion(Struct, frozen=True):
    """An amount in words: 均被维持, 一半予以公开, 无一结转下年度.

    Attributes:
        span: the words, in code points of the stored text.
        share: what share of the whole the part is said to be.
        matter: what the part is about.
        item: what the part counts in the form's words.
        pairs: the part and its whole, by every reading.
    """

    span: Span
    share: Said
    matter: Matter
    item: str
    pairs: tuple[tuple[Meaning, Meaning], ...]


class Relation(Struct, frozen=True):
    """How one thing of the year stands to another: 许可比处罚多22件, 企业是个人的三倍.

    Attributes:
        span: the words, in code points of the stored text.
        kind: whether `value` is how many more the first is, below 0 for fewer, or how many times the other.
        one: the first, by every reading.
        other: the other, by every reading.
        said: what share of the other the first is, where that is said.
    """

    span: Span
    kind: Literal["more", "times"]
    one: tuple[Meaning, ...]
    other: tuple[Meaning, ...]
    value: Fraction
    said: Said | None = None


class Reading(Struct, frozen=True):
    """All that is read in one text."""

    figures: tuple[Figure, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    sums: tuple[Sum, ...] = ()
    shares: tuple[Share, ...] = ()
    portions: tuple[Portion, ...] = ()
    relations: tuple[Relation, ...] = ()
