"""征集表 as a document: whose, for which year, and a line for each figure that is asked for."""

from collections.abc import Iterator

from export import title
from export.content import Block, Heading, Listing, Paragraph, Title, printable
from model.gathering.items import Item, data
from model.report.report import Report
from model.structs import Struct

_SHARES = {"number": 6, "row": 20, "column": 26, "figure": 16, "unit": 8, "remark": 24}
_ROW_PT = 30
"""The height of a line that is filled in by hand, in points."""


class Asked(Struct, frozen=True):
    """What one 科室 is asked for."""

    giver: str
    items: tuple[Item, ...]


def gathering_sheet(report: Report, asked: Asked) -> tuple[Block, ...]:
    """The whole page; of the report it says the agency and the year alone."""
    return tuple(_blocks(report, asked))


def _blocks(report: Report, asked: Asked) -> Iterator[Block]:
    agency = " ".join(printable(report.agency.name))
    yield Title((*title.fold(agency), f"{report.year}{data()['title']}"))
    yield Paragraph(f"{data()['giver']}：{asked.giver}")
    yield Paragraph(
        f"请填 {report.year} 年 1 月 1 日至 12 月 31 日的数，没有发生的填 0；需要说明的写在备注里。"
        "请不要改动项目、内容两栏，也不要增减行。"
    )
    yield Heading("填报内容")
    yield Listing(tuple(data()["head"].values()), tuple(_SHARES.values()), tuple(_rows(asked)), _ROW_PT)
    yield Paragraph("填表人：　　　　　　　负责人：　　　　　　　日期：")


def _rows(asked: Asked) -> Iterator[tuple[str, ...]]:
    for number, item in enumerate(asked.items, 1):
        yield str(number), item.row, item.column, "", item.unit, ""
