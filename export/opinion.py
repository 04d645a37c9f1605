"""退回意见 as a document: what is to be mended, where and how, and what became of what was said before."""

from collections.abc import Iterable, Iterator

from export.content import Block, Heading, Listing, Paragraph, Title, printable, title_lines
from model.checks import CHECKS, SEVERITIES
from model.language.numerals import chinese
from model.review.opinion import Opinion
from model.review.telling import Told

_FOUND = (("序号", 6), ("级别", 7), ("位置", 17), ("问题", 40), ("原文", 18), ("怎样改", 12))
_LONGEST_QUOTE = 60
_BY_MESSAGE = "按“问题”一栏改"
_HIDDEN = "（涉及个人信息，不写出）"


def opinion_sheet(opinion: Opinion) -> tuple[Block, ...]:
    """The whole document."""
    return tuple(_blocks(opinion))


def _blocks(opinion: Opinion) -> Iterator[Block]:
    yield Title((*title_lines(opinion.report), "退回意见"))
    day, counted = opinion.at, [each.severity for each in opinion.findings]
    counts = "，".join(f"{word} {counted.count(each)} 处" for each, word in SEVERITIES.items() if each in counted)
    mended = f"需要改正：{counts}。" if counts else ""
    yield from _lines(f"单位：{opinion.report.agency.name}", f"审核的文件：{opinion.file}")
    yield from _lines(f"日期：{day.year}年{day.month}月{day.day}日", mended, opinion.remark)
    numbers = iter(range(1, 9))
    if opinion.trouble:
        yield Heading(f"{chinese(next(numbers))}、整份报告")
        yield from _lines(*opinion.trouble)
    if opinion.findings:
        yield Heading(f"{chinese(next(numbers))}、需要改正的")
        yield _listing(opinion.findings)
    if opinion.changes is not None:
        yield Heading(f"{chinese(next(numbers))}、上次指出的")
        yield from _since(opinion)
    yield from _lines("请改正后重新报送；改动表格以后，正文里相应的数也要改。")


def _since(opinion: Opinion) -> Iterator[Block]:
    if opinion.changes is None:
        return
    found = opinion.changes
    yield from _lines(f"已改正 {len(found.mended)} 处，仍在 {len(found.still)} 处，新出现 {len(found.new)} 处。")
    if found.still:
        yield from _lines("仍在的：")
        yield _listing(found.still)
    if found.new:
        yield from _lines("新出现的：")
        yield _listing(found.new)


def _lines(*said: str) -> Iterator[Paragraph]:
    yield from (Paragraph(line, long_word=True) for words in said if words for line in printable(words))


def _listing(findings: Iterable[Told]) -> Listing:
    rows = (_row(number, finding) for number, finding in enumerate(findings, 1))
    plain = tuple(tuple(" ".join(printable(words)) for words in row) for row in rows)
    return Listing(tuple(name for name, _ in _FOUND), tuple(share for _, share in _FOUND), plain)


def _row(number: int, finding: Told) -> tuple[str, ...]:
    """A line of the table; where words are that nobody may read they are not said again."""
    private = finding.check in CHECKS and CHECKS[finding.check].private
    quote = _HIDDEN if private else (finding.quote or "")[:_LONGEST_QUOTE]
    return (
        str(number),
        SEVERITIES[finding.severity],
        finding.place,
        finding.message,
        quote,
        finding.remedy or _BY_MESSAGE,
    )
