"""The open report without a window: edits, undo and redo, findings, states; in any order, with a real file."""

import shutil
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from model import checks
from model.checks import Context, Finding, findings
from model.checks.places import place_of
from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.library import Library, Opened
from model.form.form import CellError, Value, format_value
from model.language.text_edit import text_edit
from model.report.change import WHOLE, Change, Place
from model.report.length import TEXT_LIMIT, TITLE_LIMIT
from model.report.remainder import remainder
from model.report.report import TEXT_IDS, Agency, Report, new_report
from model.session.answers import dismissed, restored
from model.session.edits import (
    Edit,
    carry_out,
    set_agency,
    set_deadline,
    set_layout,
    set_note,
    set_number,
    set_numbers,
    set_remark,
    set_text,
    set_title,
    set_year,
)
from model.session.opened import session_of
from model.session.progress import sections
from model.session.session import Session
from model.session.zero_fill import zero_fill
from model.structs import replace
from tests.forms import FORM
from tests.strategies import COUNTS, FEES, amounts, counts, reports, texts, words

TODAY = date(2025, 1, 9)
NOW = datetime(2025, 1, 9, 10, 2, 3, tzinfo=UTC)
SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
RECEIVED = "applications.received.natural_person"
RECEIVED_TOTAL = "applications.received.total"
CARRIED_OUT = "applications.carried_out.natural_person"


@pytest.fixture
def seed() -> Session:
    """A finished report of a real agency."""
    return Session(draft.load(SEED), TODAY)


def _empty() -> Session:
    return Session(Draft(new_report(2024, Agency("某局", type="department"))), TODAY)


def _type(session: Session, text: str, start: float = 0.0) -> None:
    """Type at the end of section one, ten characters a second."""
    for count, character in enumerate(text):
        session.do(set_text("overview", session.report.text.overview + character), now=start + count / 10)


def _codes(session: Session) -> set[str]:
    return {finding.check for finding in session.findings}


def test_a_number_changes_its_totals_and_nothing_else() -> None:
    session = _empty()
    change = session.do(set_number(RECEIVED, 5))
    assert change.cells == {RECEIVED, RECEIVED_TOTAL}
    assert change.place == Place("applications", RECEIVED)
    assert not change.texts
    assert not change.agency
    assert change.findings


def test_the_same_number_again_is_no_edit(seed: Session) -> None:
    assert not seed.do(set_number(RECEIVED, seed.report.numbers[RECEIVED]))
    assert not seed.can_undo
    assert not seed.unsaved


def test_an_amount_written_otherwise_is_an_edit() -> None:
    session = _empty()
    session.do(set_number(FEES, Decimal("1.0")))
    assert session.do(set_number(FEES, Decimal("1.00"))).cells == {FEES}
    assert not session.do(set_number(FEES, Decimal("1.00")))
    session.undo()
    assert str(session.report.numbers[FEES]) == "1.0"


def test_a_broken_balance_shows_at_once_and_undo_brings_it_back(seed: Session) -> None:
    assert "T3-01" not in _codes(seed)
    before = seed.report
    change = seed.do(set_number(RECEIVED, 6))
    broken = next(finding for finding in seed.findings if finding.check == "T3-01")
    assert change.findings
    assert "“自然人”列不平" in broken.message
    assert "相差1" in broken.message
    seed.do(set_number(CARRIED_OUT, 1))
    assert "T3-01" not in _codes(seed)
    undone = seed.undo()
    assert undone is not None
    assert undone.place == Place("applications", CARRIED_OUT)
    assert broken in seed.findings
    seed.undo()
    assert seed.report is before
    assert "T3-01" not in _codes(seed)


def test_a_refused_value_changes_nothing(seed: Session) -> None:
    before = seed.report
    refused: list[tuple[str, Any]] = [(RECEIVED, -1), (RECEIVED, Decimal(1)), (RECEIVED_TOTAL, 1), ("no.such.cell", 1)]
    for cell_id, value in refused:
        with pytest.raises(CellError):
            seed.do(set_numbers({CARRIED_OUT: 3, cell_id: value}))
    assert seed.report is before
    assert not seed.can_undo


def test_a_paste_is_one_undo(seed: Session) -> None:
    before = seed.report
    change = seed.do(set_numbers({CARRIED_OUT: 1, RECEIVED: 9}))
    assert {RECEIVED, RECEIVED_TOTAL, CARRIED_OUT} < change.cells
    assert change.place == Place("applications", RECEIVED)
    seed.undo()
    assert seed.report is before
    assert not seed.can_undo


def test_digits_typed_into_one_cell_are_one_undo_if_wanted() -> None:
    session = _empty()
    for count, value in enumerate((1, 12, 123)):
        session.do(set_number(RECEIVED, value), now=count / 10)
    session.undo()
    assert session.report.value(RECEIVED) is None
    session.do(set_number(RECEIVED, 1))
    session.do(set_number(RECEIVED, 2))
    session.undo()
    assert session.report.value(RECEIVED) == 1


def test_zeros_fill_blank_cells_only() -> None:
    session = _empty()
    session.do(set_number("disclosure.rules.issued", 3))
    change = session.do(zero_fill(session.report, "disclosure").edit)
    assert "disclosure.rules.issued" not in change.cells
    assert session.report.value("disclosure.rules.issued") == 3
    assert session.report.value(FEES) == Decimal(0)
    assert session.report.value(RECEIVED) is None
    assert session.do(zero_fill(session.report, cells=[RECEIVED, CARRIED_OUT, RECEIVED_TOTAL]).edit).cells == {
        RECEIVED,
        CARRIED_OUT,
    }
    session.do(zero_fill(session.report).edit)
    assert not session.report.blanks
    assert not session.do(zero_fill(session.report).edit)
    session.undo()
    session.undo()
    session.undo()
    assert dict(session.report.numbers) == {"disclosure.rules.issued": 3}


def test_a_remainder_is_asked_about_and_filled_only_on_the_answer() -> None:
    session = _empty()
    session.do(set_number(RECEIVED, 5))
    session.do(set_number("applications.granted.natural_person", 3))
    found = remainder(session.report, "natural_person")
    assert found is not None
    assert (found.difference, found.carried_out) == (2, 2)
    assert found.question == "差 2 件：漏填了办理结果，还是确有 2 件仍在办理？"
    assert session.report.value(CARRIED_OUT) is None
    assert remainder(session.report, "total") is None
    assert remainder(session.report, "enterprise") is None
    assert session.do(carry_out("natural_person")).place == Place("applications", CARRIED_OUT)
    assert session.report.value(CARRIED_OUT) == 2
    assert remainder(session.report, "natural_person") is None
    assert not session.do(carry_out("natural_person"))


def test_a_remainder_beside_cases_carried_out_already_is_asked_about_as_more() -> None:
    session = _empty()
    session.do(set_number(RECEIVED, 5))
    session.do(set_number(CARRIED_OUT, 1))
    found = remainder(session.report, "natural_person")
    assert found is not None
    assert found.question == "差 4 件：漏填了办理结果，还是还有 4 件仍在办理（结转下年由 1 改为 5）？"
    assert found.answer == "再加 4 件结转下年"


def test_a_step_taken_back_leaves_nothing_to_undo_or_redo() -> None:
    session = _empty()
    session.do(set_number(RECEIVED, 1))
    session.do(set_number(RECEIVED, 2))
    session.undo()
    before = session.report
    session.do(set_number(CARRIED_OUT, 3), now=1.0)
    session.do(set_number(CARRIED_OUT, 34), now=1.1)
    assert session.take_back() is not None
    assert session.report is before
    assert session.take_back() is None
    session.redo()
    assert session.report.value(RECEIVED) == 2
    assert session.take_back() is None
    session.undo()
    session.undo()
    assert not session.can_undo


def test_too_many_results_have_no_remainder_to_carry() -> None:
    session = _empty()
    session.do(set_number("applications.granted.natural_person", 3))
    found = remainder(session.report, "natural_person")
    assert found is not None
    assert found.carried_out is None
    assert "多 3 件" in found.question
    assert not session.do(carry_out("natural_person"))
    session.do(set_number(CARRIED_OUT, 4))
    session.do(set_number(RECEIVED, 5))
    assert session.do(carry_out("natural_person"))
    assert session.report.value(CARRIED_OUT) == 2


def test_what_is_typed_in_one_breath_is_one_undo() -> None:
    session = _empty()
    _type(session, "收到申请", start=0)
    _type(session, "五件。", start=9)
    undone = session.undo()
    assert session.report.text.overview == "收到申请"
    assert undone is not None
    assert undone.place == Place("overview", span=(4, 4))
    session.undo()
    assert session.report.text.overview == ""
    redone = session.redo()
    assert redone is not None
    assert redone.place == Place("overview", span=(0, 4))


def test_a_paragraph_break_ends_a_breath() -> None:
    session = _empty()
    _type(session, "一段\n二段")
    seen = []
    while session.can_undo:
        session.undo()
        seen.append(session.report.text.overview)
    assert seen == ["一段\n", "一段", ""]


def test_a_jump_ends_a_breath() -> None:
    session = _empty()
    _type(session, "甲乙丙")
    session.do(set_text("overview", "丁甲乙丙"), now=0.4)
    session.undo()
    assert session.report.text.overview == "甲乙丙"
    session.undo()
    assert session.report.text.overview == ""


def test_taking_back_characters_belongs_to_the_breath() -> None:
    session = _empty()
    for count, text in enumerate(("啊", "啊啊", "啊啊啊", "啊啊", "啊", "啊哦")):
        session.do(set_text("overview", text), now=count / 10)
    session.undo()
    assert session.report.text.overview == ""


def test_another_place_or_an_undo_ends_a_breath() -> None:
    session = _empty()
    _type(session, "甲", start=0.0)
    session.do(set_text("problems", "乙"), now=0.1)
    _type(session, "丙", start=0.2)
    session.undo()
    assert session.report.text.overview == "甲"
    _type(session, "丁", start=0.3)
    session.undo()
    assert session.report.text.overview == "甲"
    assert session.report.text.problems == "乙"


def test_an_edit_after_undo_drops_what_was_undone() -> None:
    session = _empty()
    session.do(set_number(RECEIVED, 1))
    session.do(set_number(RECEIVED, 2))
    session.undo()
    session.do(set_number(RECEIVED, 3))
    assert session.redo() is None
    assert session.report.value(RECEIVED) == 3


def test_undo_covers_everything(seed: Session) -> None:
    first = seed.report
    warning = next(finding for finding in seed.findings if finding.severity != "error")
    edits = [
        seed.do(set_number(RECEIVED, 6)),
        seed.do(set_text("problems", "新的问题"), now=0),
        seed.do(set_title("自拟标题"), now=10),
        seed.do(set_note("disclosure", "注"), now=20),
        seed.do(set_remark(RECEIVED, "张三报的")),
        seed.do(set_agency(name="另一局")),
        seed.do(set_year(2023)),
        seed.do(set_deadline(date(2025, 2, 1))),
        seed.do(set_layout(signature=True)),
        seed.do(zero_fill(seed.report).edit) or seed.do(set_number(CARRIED_OUT, 4)),
        seed.do(dismissed([warning], "已核对")),
        seed.do(restored(seed.report.dismissed[0])),
        seed.do(Edit(lambda report: replace(report, last_year=None, source=None, title="改了"), Place("title"))),
    ]
    assert all(edits)
    last = seed.report
    for _ in edits:
        assert seed.undo()
    assert seed.report is first
    assert seed.undo() is None
    for _ in edits:
        assert seed.redo()
    assert seed.report is last
    assert seed.redo() is None


def test_undo_shows_its_place(seed: Session) -> None:
    seed.do(set_text("problems", seed.report.text.problems + "再加一句。"), now=0)
    seed.do(set_note("disputes", "附注"), now=10)
    seed.do(set_agency(phone="1"))
    places = [change.place for change in iter(seed.undo, None) if change]
    end = len(seed.report.text.problems)
    assert places == [Place("agency", "phone"), Place("disputes", span=(0, 0)), Place("problems", span=(end, end))]


def test_the_composed_title_changes_with_agency_and_year(seed: Session) -> None:
    change = seed.do(set_agency(name="某局"))
    assert change.agency
    assert change.texts == {"title"}
    assert "2024年某局" in seed.report.title_text
    seed.do(set_title("自拟"), now=0)
    assert seed.do(set_year(2025)).texts == frozenset()
    assert seed.do(set_title(None), now=9).texts == {"title"}


def test_what_a_draft_cannot_hold_is_refused_in_words(seed: Session) -> None:
    with pytest.raises(CellError, match="机关全称不能是空的"):
        seed.do(set_agency(name=" "))
    with pytest.raises(CellError, match="不是可用的报告年度"):
        seed.do(set_year(2020))
    with pytest.raises(CellError, match="28 到 30"):
        seed.do(set_layout(line_pt=Decimal(60)))
    with pytest.raises(CellError, match="department"):
        seed.do(set_agency(type="ministry"))
    with pytest.raises(CellError, match="文字太长"):
        seed.do(set_text("overview", "长" * (TEXT_LIMIT + 1)), now=0)
    with pytest.raises(CellError, match=f"最多 {TITLE_LIMIT} 字"):
        seed.do(set_title("长" * (TITLE_LIMIT + 1)), now=0)
    assert not seed.unsaved


def test_halves_of_characters_never_enter(seed: Session) -> None:
    half = "\ud83d"
    seed.do(set_text("overview", half), now=0)
    seed.do(set_title(half), now=0)
    seed.do(set_note("disputes", half), now=0)
    seed.do(set_remark(RECEIVED, half))
    seed.do(set_agency(office=half))
    assert draft.loads(draft.dumps(seed.draft)).report == seed.report


def test_text_findings_wait_for_a_pause_and_keep_their_place_meanwhile(seed: Session) -> None:
    seed.recheck()
    text = seed.report.text.overview + "共XX件。"
    seed.do(set_text("overview", text), now=0)
    assert "Y-04" not in _codes(seed)
    assert seed.recheck().findings
    start = text.index("XX件")
    assert _span(seed, "Y-04") == (start, start + 2)
    assert seed.do(set_text("overview", "新。" + text), now=9).findings
    assert _span(seed, "Y-04") == (start + 2, start + 4)
    seed.do(set_text("overview", ("新。" + text).replace("XX", "X1X")), now=19)
    assert "Y-04" not in _codes(seed)
    assert not seed.recheck().findings


def _span(session: Session, code: str) -> tuple[int, int] | None:
    return next(finding.span for finding in session.findings if finding.check == code)


def test_a_warning_is_dismissed_until_its_figures_change() -> None:
    session = _empty()
    session.do(set_numbers({"applications.carried_out.enterprise": 5, "applications.received.enterprise": 6}))
    hint = next(finding for finding in session.findings if finding.check == "T3-08")
    assert session.do(dismissed([hint], "都在期限内")).findings
    assert hint not in session.findings
    session.do(set_number("applications.received.enterprise", 7))
    assert "T3-08" in _codes(session)
    session.undo()
    assert "T3-08" not in _codes(session)
    session.do(restored(session.report.dismissed[0]))
    assert hint in session.findings
    error = next(finding for finding in session.findings if finding.severity == "error")
    with pytest.raises(ValueError, match="错误不能忽略"):
        session.do(dismissed([error], "不想改"))
    with pytest.raises(ValueError, match="理由"):
        session.do(dismissed([hint], " "))


def test_findings_lead_to_their_place() -> None:
    session = _empty()
    session.do(set_number(RECEIVED, 1))
    session.do(zero_fill(session.report, "applications").edit)
    places = {finding.check: place_of(finding) for finding in session.findings}
    assert places["T0-01"] == Place("disclosure", FORM.typed[0])
    assert places["T3-01"] == Place("applications", RECEIVED)
    assert places["S-14"] == Place("overview")


def test_states_of_a_new_and_of_a_finished_report(seed: Session) -> None:
    session = _empty()
    assert [session.state(section).word for section in sections(session.report.form)] == [
        "working",
        *["empty"] * 6,
        "working",
    ]
    assert session.state(WHOLE).errors == sum(finding.severity == "error" for finding in session.findings)
    session.do(set_number("disputes.review.upheld", 0))
    assert session.state("disputes").word == "working"
    session.do(zero_fill(session.report, "disputes").edit)
    assert session.state("disputes").word == "done"
    session.do(set_number(RECEIVED, 1))
    assert session.state("applications").word == "working"
    session.do(zero_fill(session.report, "applications").edit)
    assert session.state("applications").word == "problems"
    assert session.state("applications").errors == 1
    assert seed.state("applications").word == "done"
    assert seed.state("agency").word == "problems"
    with pytest.raises(KeyError):
        seed.state("title")


def test_a_session_that_only_reads_takes_no_edit() -> None:
    session = Session(draft.load(SEED), TODAY, read_only=True)
    before = session.report
    assert not session.do(set_number(RECEIVED, 9))
    assert not session.do(set_text("overview", ""), now=0)
    assert session.report is before
    assert not session.can_undo
    assert not session.unsaved


def test_edits_made_while_saving_stay_unsaved(seed: Session) -> None:
    seed.do(set_number(RECEIVED, 6))
    snapshot = seed.draft
    seed.do(set_number(RECEIVED, 7))
    seed.saved(replace(snapshot, revision=9))
    assert seed.unsaved
    assert seed.draft.revision == 9
    seed.undo()
    assert not seed.unsaved


@given(st.data())
def test_an_edit_of_a_text_is_found_again(data: st.DataObject) -> None:
    letters = st.text("甲乙\n", max_size=12)
    old, new = data.draw(letters), data.draw(letters)
    edit = text_edit(old, new)
    assert old[: edit.start] + edit.inserted + old[edit.start + len(edit.removed) :] == new
    assert new[slice(*edit.span)] == edit.inserted
    assert 0 <= edit.earliest <= edit.start
    start = data.draw(st.integers(0, len(old)))
    span = start, data.draw(st.integers(start, len(old)))
    moved = edit.moved(span)
    assert moved is None or new[slice(*moved)] == old[slice(*span)]


Shown = dict[str, str | None]


def _shown(report: Report) -> Shown:
    values: dict[str, Value | None] = {cell_id: report.value(cell_id) for cell_id in FORM.cells}
    return {cell_id: None if value is None else format_value(value) for cell_id, value in values.items()}


def _of_figures(found: Iterable[Finding]) -> list[Finding]:
    """Blank cells and balances, which are looked at on every edit."""
    return [finding for finding in found if finding.check in ("T0-01", "T3-01")]


class AnyOrder(RuleBasedStateMachine):
    """Edits, fills, undo, redo, saves, closing and opening in any order, beside a plain list of values."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library = Library(self.folder / "文档" / "年报 助手", self.folder / "data")
        self.clock = 0.0

    @initialize(report=reports())
    def begin(self, report: Report) -> None:
        self._start(self.library.create(report, NOW))

    def _start(self, opened: Opened) -> None:
        self.opened, self.session = opened, session_of(opened, TODAY)
        self.values, self.at = [self.session.report], 0
        self.on_disk = draft.load(opened.file.path).report

    def _note(self, change: Change | None) -> None:
        """After an edit: if it did anything it is the newest value, and the change tells exactly what shows."""
        if self.session.report is not self.values[self.at]:
            before, self.at = self.values[self.at], self.at + 1
            self.values[self.at :] = [self.session.report]
            self._compare(change, before)

    def _compare(self, change: Change | None, before: Report) -> None:
        assert change
        old, new, after = _shown(before), _shown(self.session.report), self.session.report
        assert change.cells == {cell_id for cell_id in old if old[cell_id] != new[cell_id]}
        assert change.texts & set(TEXT_IDS) == {text for text in TEXT_IDS if before.text[text] != after.text[text]}
        assert ("notes" in change.texts) == (before.notes != after.notes)
        assert change.agency == ((before.agency, before.year) != (after.agency, after.year))

    @rule(cell_id=st.sampled_from(COUNTS), value=st.none() | counts())
    def number(self, cell_id: str, value: int | None) -> None:
        self._note(self.session.do(set_number(cell_id, value)))

    @rule(value=st.none() | amounts())
    def amount(self, value: Decimal | None) -> None:
        self._note(self.session.do(set_number(FEES, value)))

    @rule(values=st.dictionaries(st.sampled_from(COUNTS), st.none() | counts(), max_size=5))
    def paste(self, values: dict[str, int | None]) -> None:
        self._note(self.session.do(set_numbers(values)))

    @rule(table_id=st.sampled_from((None, "disclosure", "applications", "disputes")))
    def fill(self, table_id: str | None) -> None:
        self._note(self.session.do(zero_fill(self.session.report, table_id).edit))

    @rule(column=st.sampled_from([balance.column for balance in FORM.balances]))
    def carry_out(self, column: str) -> None:
        try:
            self._note(self.session.do(carry_out(column)))
        except CellError:
            assert self.session.report is self.values[self.at]

    @rule(text_id=st.sampled_from(TEXT_IDS), text=texts())
    def text(self, text_id: str, text: str) -> None:
        self.clock += 10
        self._note(self.session.do(set_text(text_id, text), now=self.clock))

    @rule(text_id=st.sampled_from(TEXT_IDS), word=st.text("字词，", min_size=1, max_size=5))
    def breath(self, text_id: str, word: str) -> None:
        self.clock += 10
        for character in word:
            self.clock += 0.1
            change = self.session.do(set_text(text_id, self.session.report.text[text_id] + character), now=self.clock)
        self._note(change)

    @rule(name=words(), phone=words())
    def agency(self, name: str, phone: str) -> None:
        self._note(self.session.do(set_agency(name=f"某局{name}", phone=phone)))

    @rule(title=st.none() | words(), note=words())
    def title_and_note(self, title: str | None, note: str) -> None:
        self.clock += 10
        self._note(self.session.do(set_title(title), now=self.clock))
        self._note(self.session.do(set_note("disputes", note), now=self.clock))

    @rule(data=st.data())
    def dismiss(self, data: st.DataObject) -> None:
        self.session.recheck()
        open_ones = [finding for finding in self.session.findings if finding.severity != "error"]
        if open_ones:
            finding = data.draw(st.sampled_from(open_ones))
            self._note(self.session.do(dismissed([finding], "已核对")))
            assert finding not in self.session.findings

    @precondition(lambda self: self.session.report.dismissed)
    @rule()
    def restore(self) -> None:
        self._note(self.session.do(restored(self.session.report.dismissed[-1])))

    @rule()
    def undo(self) -> None:
        before, change = self.session.report, self.session.undo()
        assert (change is None) == (self.at == 0)
        if change:
            self.at -= 1
            self._compare(change, before)

    @rule()
    def redo(self) -> None:
        before, change = self.session.report, self.session.redo()
        assert (change is None) == (self.at == len(self.values) - 1)
        if change:
            self.at += 1
            self._compare(change, before)

    @rule()
    def undo_all_and_redo_all(self) -> None:
        while self.session.undo():
            pass
        assert self.session.report is self.values[0]
        while self.session.redo():
            pass
        assert self.session.report is self.values[-1]
        self.at = len(self.values) - 1

    @rule()
    def save(self) -> None:
        saved = self.opened.file.save(self.session.draft, NOW)
        assert saved.aside is None
        self.session.saved(saved.draft)
        self.on_disk = self.session.report
        assert not self.session.unsaved

    @rule()
    def close_and_open(self) -> None:
        self.opened.file.close(NOW)
        assert not self.library.leftovers()
        self._start(self.library.open(self.opened.file.path, NOW))
        assert not self.opened.read_only

    @invariant()
    def memory_and_disk_agree(self) -> None:
        if hasattr(self, "session"):
            assert draft.load(self.opened.file.path).report == self.on_disk
            assert self.session.report is self.values[self.at]
            assert self.session.unsaved or self.session.report == self.on_disk

    @invariant()
    def findings_are_those_of_the_report(self) -> None:
        if hasattr(self, "session"):
            complete = findings(self.session.report, Context(TODAY))
            assert _of_figures(self.session.findings) == _of_figures(complete)
            self.session.recheck()
            assert self.session.findings == complete

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.file.close(NOW)
        shutil.rmtree(self.folder)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=settings.default.max_examples // 2 if settings.default else 25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


TABLES = ("numbers", "across_years", "source", "unlikely_figures")


def test_the_checks_on_tables_are_those_whose_codes_begin_with_t() -> None:
    by_code = {entry.find.__module__ for code, entry in checks.CHECKS.items() if code.startswith("T")}
    assert by_code == {f"model.checks.rules.{module}" for module in TABLES}
