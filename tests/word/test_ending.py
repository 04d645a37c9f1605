"""Where the last paragraph ends, and what is asked of it so that the 落款 stands on no page alone."""

from collections.abc import Iterator
from datetime import date

import pytest
from lxml import etree

from export.content import Block, Heading, Paragraph, Signature, blocks
from export.word.body import document
from export.word.ending import Ending, ending, lines_of
from export.word.wordml import w
from model.report.report import Layout, Report
from model.structs import replace
from tests.word.test_rendering import SEED, of_length

LINE = "各项工作" * 7


def asked(report: Report) -> Ending:
    return ending(blocks(report), report.layout)


def last_part(report: Report) -> Iterator[etree._Element]:
    """The heading of the last part, and the last paragraph."""
    *_, heading, paragraph, _name, _day, _section = etree.fromstring(document(blocks(report), report.layout))[0]
    return iter((heading, paragraph))


def test_a_short_last_paragraph_is_chained_and_a_long_one_only_where_nothing_else_helps() -> None:
    found = [asked(of_length([LINE * count])) for count in range(1, 67)]
    assert {count for count, each in enumerate(found, 1) if each.chained} == set(range(1, 15))
    assert not any(each.new_page for each in found)
    spaced = [count for count, each in enumerate(found, 1) if each.free_lines]
    assert spaced == [28, 29, 30, 31, 32, 50, 51, 52, 53, 54]
    assert max(each.free_lines for each in found) <= 5


def test_what_is_asked_stands_in_the_file() -> None:
    chained, free, spaced = (of_length([LINE * count]) for count in (9, 20, 30))
    heading, paragraph = last_part(chained)
    assert (heading.find(f".//{w('spacing')}"), paragraph.find(f".//{w('keepNext')}") is not None) == (None, True)
    heading, paragraph = last_part(free)
    assert (heading.find(f".//{w('spacing')}"), paragraph.find(f".//{w('keepNext')}")) == (None, None)
    heading, paragraph = last_part(spaced)
    spacing = heading.find(f".//{w('spacing')}")
    assert spacing is not None
    assert int(str(spacing.get(w("before")))) == asked(spaced).free_lines * 579
    assert paragraph.find(f".//{w('keepNext')}") is None


def test_nothing_is_asked_of_a_document_without_a_signature() -> None:
    report = of_length([LINE * 30])
    assert asked(replace(report, layout=replace(report.layout, signature=False))) == Ending()
    assert ending((), Layout()) == ending((Heading("一"),), Layout()) == Ending()
    assert ending((Heading("一"), Signature(("甲",))), Layout()) == Ending(chained=True)


def test_a_part_that_would_begin_at_the_foot_of_a_page_begins_a_page() -> None:
    above: list[Block] = [Paragraph("字" * 26)] * 19
    made = (*above, Heading("六、其他"), Paragraph("字" * (28 * 24 - 2)), Signature(("甲", "乙")))
    assert ending(made, Layout()) == Ending(new_page=True)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("字" * 26, 1),
        ("字" * 27, 2),
        ("字" * 26 + "。", 2),
        ("字" * 25 + "1234", 2),
        ("字" * (26 + 28), 2),
        ("", 1),
    ],
)
def test_the_lines_of_a_paragraph_are_counted_with_numbers_whole_and_stops_behind_their_word(
    text: str, lines: int
) -> None:
    assert lines_of(text) == lines


def test_a_signature_with_a_day_needs_a_line_more() -> None:
    report = SEED.with_text("other_matters", LINE * 27)
    name_alone = replace(report, layout=replace(report.layout, signature=True))
    dated = replace(report, layout=replace(name_alone.layout, signature_date=date(2025, 1, 8)))
    lines = [count for count in range(15, 40) if asked(name_alone.with_text("other_matters", LINE * count)).free_lines]
    more = [count for count in range(15, 40) if asked(dated.with_text("other_matters", LINE * count)).free_lines]
    assert len(more) == len(lines) + 1
