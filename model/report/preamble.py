"""The preamble (引言) as the agency's data give it, and how it follows them until the clerk writes their own."""

from collections.abc import Iterator

from model.form.form import Form
from model.report.report import Report
from model.structs import Struct

BASIS = "《中华人民共和国政府信息公开条例》"
"""The regulation every report is made under."""

_NUMERALS = "零一二三四五六七八九十"


class Piece(Struct, frozen=True):
    """A stretch of the preamble; `given` says that it comes from the agency's data or the year."""

    text: str
    given: bool = False


def compose(report: Report) -> str:
    """The preamble: basis, the parts of the report, its period, and how to reach the office; one paragraph."""
    return "".join(piece.text for piece in pieces(report))


def pieces(report: Report) -> tuple[Piece, ...]:
    """The same, stretch by stretch; data that are not filled in leave no gap."""
    return tuple(piece for piece in _pieces(report) if piece.text)


def is_composed(report: Report) -> bool:
    """Whether the preamble is still just what the agency's data give."""
    return report.text.preamble == compose(report)


def follow(before: Report, after: Report) -> Report:
    """The report after an edit of agency or year, its preamble composed anew if it was composed before.

    What the clerk has written, also an emptied preamble, stays as it is.
    """
    if before.text.preamble != after.text.preamble or not is_composed(before):
        return after
    words = compose(after)
    return after if words == after.text.preamble else after.with_text("preamble", words)


def _pieces(report: Report) -> Iterator[Piece]:
    year = Piece(f"{report.year}年", given=True)
    yield Piece(f"按照{BASIS}和《中华人民共和国{report.form.report_name}格式》（{report.form.issued_as}）的要求，由")
    yield Piece(report.agency.name, given=True)
    yield Piece("编制")
    yield year
    yield Piece(f"{report.form.report_name}，向社会公布。")
    yield Piece(_parts(report.form))
    yield Piece("所列数据的统计期限为")
    yield Piece(f"{report.year}年1月1日至{report.year}年12月31日", given=True)
    yield Piece("。")
    if report.agency.consolidated:
        yield Piece("数据包括本机关和纳入汇总的下属单位。")
    yield from _contact(report)


def _parts(form: Form) -> str:
    names = [section.heading.partition("、")[2] for section in form.sections]
    return f"全文分为{_NUMERALS[len(names)]}个部分：{'；'.join(names)}。"


def _contact(report: Report) -> Iterator[Piece]:
    """How to reach the office; nothing while there is nothing to reach it by."""
    agency = report.agency
    ways = (
        ("地址", agency.address),
        ("邮编", agency.postcode),
        ("电话", agency.phone),
        ("传真", agency.fax),
        ("邮箱", agency.email),
    )
    known = [(name, value.strip()) for name, value in ways if value.strip()]
    if not known:
        return
    yield Piece("对报告内容有疑问的，可与")
    yield Piece(agency.name + agency.office.strip(), given=True)
    yield Piece("联系（")
    for index, (name, value) in enumerate(known):
        yield Piece(f"{'；' if index else ''}{name}：")
        yield Piece(value, given=True)
    yield Piece("）。")
