"""Typed figures that could follow the tables by themselves: which cell each of them is."""

from model.form.form import Value, format_value
from model.prose.agreement import agrees, concerns, is_unsettled, table_value
from model.prose.figures import Figure, Meaning, Span
from model.prose.reader import reading
from model.report.report import Report, TextId
from model.structs import Struct


class LinkableFigure(Struct, frozen=True):
    """A typed figure that is one cell's: the editor can put a live field in its place.

    Attributes:
        span: the figure without its measure, in code points of the stored text.
        words: the figure as typed.
        cell_id: the cell.
        value: what the cell holds now, in 件 or 万元.
    """

    span: Span
    words: str
    cell_id: str
    value: Value

    @property
    def field(self) -> str:
        """The words that put the live field there."""
        return f"{{{{{self.cell_id}}}}}"

    @property
    def label(self) -> str:
        """What the offer says: 改为随表更新（5）."""
        return f"改为随表更新（{format_value(self.value)}）"


def linkable_figures(report: Report, text_id: TextId) -> tuple[LinkableFigure, ...]:
    """The typed figures of a text that equal, or should equal, exactly one cell that is filled in."""
    words, found = report.text[text_id], list[LinkableFigure]()
    unsettled = is_unsettled(report)
    for figure in reading(words, report.form).figures:
        cell_id = one_cell(report, figure)
        value = table_value(report, (cell_id,)) if cell_id else None
        if cell_id and value is not None and not (unsettled and not agrees(figure, value)):
            found.append(LinkableFigure(figure.number, words[slice(*figure.number)], cell_id, value))
    return tuple(found)


def one_cell(report: Report, figure: Figure) -> str | None:
    """The one cell a typed figure stands for; None when it is none, several, some of one, or about so much."""
    typed = figure.kind == "count" and figure.cell_id is None and figure.bound == "exact" and not figure.partial
    if not typed or figure.unit in ("元", "亿元") or not concerns(report, figure):
        return None
    meaning = _certain(report, figure)
    return meaning[0] if meaning and len(meaning) == 1 else None


def _certain(report: Report, figure: Figure) -> Meaning | None:
    """The meaning that is meant: the only one whose figure agrees, or the only value there is; None in doubt."""
    values = [(meaning, table_value(report, meaning)) for meaning in figure.meanings]
    agreeing = [meaning for meaning, value in values if value is not None and agrees(figure, value)]
    if agreeing:
        return agreeing[0]
    return values[0][0] if len({value for _, value in values}) == 1 else None
