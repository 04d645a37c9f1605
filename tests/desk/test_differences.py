"""Two reports laid against each other, part by part, and parts put back from one into the other."""

from datetime import date
from pathlib import Path

import pytest

from model.desk.differences import in_words, marks, parts, rows
from model.drafts.draft import Draft, load
from model.form import forms
from model.form.form import CellError
from model.report.publication import published
from model.report.report import Report
from model.session.earlier import take_parts, take_whole
from model.session.session import Session
from model.structs import replace

RECEIVED = "applications.received.natural_person"
GRANTED = "applications.granted.natural_person"
TODAY = date(2025, 1, 9)


@pytest.fixture(scope="module")
def now() -> Report:
    return load(Path(__file__).parents[1] / "data" / "seed.nianbao").report


@pytest.fixture(scope="module")
def then(now: Report) -> Report:
    """The same report as it was: other figures, words, a note, the agency's telephone, remarks."""
    changed = now.with_numbers({RECEIVED: 9, GRANTED: None}).unread(GRANTED, "约3件")
    changed = changed.with_text("overview", now.text.overview.replace("公开", "公布", 2) + "\n新的一段。")
    return replace(
        changed,
        agency=replace(now.agency, phone="1234567", type="township"),
        deadline=date(2025, 1, 20),
        notes={"disputes": "含上年一件"},
        remarks={RECEIVED: "问过信访科"},
        title="另一个标题",
    )


def test_what_changed_is_said_in_a_line(now: Report, then: Report) -> None:
    assert in_words(now, then) == "单位信息、标题、总体情况、表三 2 格、表四的注、备注和数据由谁提供"
    assert in_words(now, now) == "内容相同"


def test_every_place_that_differs_is_listed_once_and_totals_are_not(now: Report, then: Report) -> None:
    found = rows(now, then)
    assert set(found) == {part.id for part in parts(now, then)}
    assert {row.name for row in found["applications"]} == {"本年新收 / 自然人", "予以公开 / 自然人"}
    assert ("电话", now.agency.phone, "1234567") in found["agency"]
    assert ("公布期限", "", "2025-01-20") in found["agency"]
    assert ("机关类型", "政府部门", "乡镇") in found["agency"]
    assert [row.name for row in found["overview"]] == ["第 1 段", "第 7 段"]
    assert found["disputes"][0].other == "含上年一件"
    assert found["remarks"][0].other == "问过信访科"


def test_each_part_comes_back_alone_and_all_of_them_make_the_whole(now: Report, then: Report) -> None:
    session = Session(Draft(now), TODAY)
    for part in parts(now, then):
        before = session.report
        session.do(take_parts(then, [part.id]))
        assert [changed.id for changed in parts(before, session.report)] == [part.id]
        session.undo()
        assert session.report == before
        session.redo()
    assert in_words(session.report, then) == "内容相同"


def test_the_whole_comes_back_in_one_step_but_what_has_happened_stays(now: Report, then: Report) -> None:
    marked = published(now, date(2025, 1, 8))
    session = Session(Draft(marked), TODAY)
    session.do(take_whole(then))
    assert session.report.published == marked.published
    assert [part.id for part in parts(session.report, then)] == ["events"]
    with pytest.raises(CellError, match="发生过的事"):
        session.do(take_parts(then, ["events"]))
    session.undo()
    assert in_words(session.report, marked) == "内容相同"


def test_a_report_on_another_form_is_never_put_in(now: Report) -> None:
    older = Report(2020, now.agency, form=forms.named("2019"))
    session = Session(Draft(now), TODAY)
    for edit in (take_whole(older), take_parts(older, ["overview"])):
        with pytest.raises(CellError, match="表样"):
            session.do(edit)


def test_marks_are_where_two_texts_differ() -> None:
    for one, other in (
        ("甲乙丙丁戊己庚辛", "甲乙X丁戊己庚Y"),
        ("全部", ""),
        ("一样", "一样"),
        ("长" * 9000, "短" * 9000),
    ):
        first, second = marks(one, other)
        cut = [
            "".join(character for at, character in enumerate(text) if not any(a <= at < b for a, b in found))
            for text, found in ((one, first), (other, second))
        ]
        assert cut[0] == cut[1]


def test_a_text_of_thousands_of_paragraphs_costs_little(now: Report) -> None:
    many = "\n".join("甲乙"[number % 2] for number in range(9000))
    one = now.with_text("overview", f"起\n{many}\n止")
    other = now.with_text("overview", f"起\n{many[2:]}\n止")
    from tests.tools import bounded

    with bounded(5):
        assert rows(one, other)["overview"]
