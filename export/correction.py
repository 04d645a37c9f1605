"""更正说明: what was published and what it is corrected to, side by side, as a document to publish."""

from collections.abc import Iterable, Iterator
from datetime import date

from export.content import Block, Heading, Listing, Paragraph, Signature, Title, printable, title_lines
from model.language.numerals import chinese
from model.report.correction import Corrected, Correction, corrected
from model.report.report import Report

_HEAD = (("序号", 8), ("位置", 24), ("原公布", 34), ("更正为", 34))
_NOTHING = "（无）"
_CLOSING = "特此说明。"
"""Stands between the last table and 落款, which goes to a new page with it: not every program keeps a row with 落款."""


def name_of(number: int) -> str:
    """What a correction is called: 更正一, 更正二."""
    return f"更正{chinese(number)}"


def correction_sheet(report: Report, correction: Correction) -> tuple[Block, ...]:
    """The whole document: what is corrected, the figures and the sentences that read otherwise, and who says so."""
    return tuple(_blocks(report, correction))


def _blocks(report: Report, correction: Correction) -> Iterator[Block]:
    numbered, before = correction.numbered, correction.before
    found = corrected(before, report)
    figures = [each for each in found if each.is_figure]
    texts = [each for each in found if not each.is_figure]
    yield Title((*title_lines(before), f"更正说明（{name_of(numbered.number)}）"))
    what = f"{before.agency.name}{_day(numbered.published.at)}公布的《{before.title_text}》，更正如下"
    counted = f"{what}：数据 {len(figures)} 处，文字 {len(texts)} 处。"
    yield Paragraph(" ".join(printable(counted)))
    yield from (Paragraph(f"公布的网址：{line}", long_word=True) for line in printable(numbered.published.where or ""))
    for heading, places in (("一、数据", figures), ("二、文字", texts)):
        yield Heading(heading)
        yield _listing(places) if places else Paragraph("没有更正。")
    yield Paragraph(_CLOSING)
    lines = [" ".join(printable(report.agency.name)), *([_day(numbered.made)] if numbered.made else [])]
    yield Signature(tuple(lines))


def _listing(places: Iterable[Corrected]) -> Listing:
    rows = (
        (str(number), each.place, each.before or _NOTHING, each.after or _NOTHING)
        for number, each in enumerate(places, 1)
    )
    plain = tuple(tuple(" ".join(printable(words)) for words in row) for row in rows)
    return Listing(tuple(name for name, _ in _HEAD), tuple(share for _, share in _HEAD), plain)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
