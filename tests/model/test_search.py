"""Find and replace over the whole report, ready sentences, and cells by the words that texts use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drafts.draft import Draft
from model.form.form import CellError
from model.prose.insertable.named import cells_named
from model.prose.insertable.ready import ready_sentences
from model.report.change import Place
from model.report.length import TEXT_LIMIT
from model.report.report import TEXT_IDS, Report
from model.session.search import from_here, hits, replaced
from model.session.session import Session
from model.structs import replace
from tests.checks.correct import BUREAU, TOWNSHIP, codes
from tests.forms import FORM

FIELD = "{{applications.received.total}}"


def written(**texts: str) -> Report:
    report = replace(BUREAU, title=None, notes={})
    for text_id in TEXT_IDS:
        report = report.with_text(text_id, texts.get(text_id, ""))
    return report


def test_all_parts_are_looked_through_in_their_order() -> None:
    report = replace(
        written(preamble="甲2024", overview="2024甲，甲", other_matters="Word，word"),
        title="甲局报告",
        notes={"applications": "甲的注"},
    )
    found = hits(report, "甲")
    assert [hit.section for hit in found] == ["title", "preamble", "overview", "overview", "applications"]
    assert [hit.start for hit in found] == [0, 0, 4, 6, 0]
    assert [hit.section for hit in from_here(report, found, Place("overview", span=(6, 6)))] == [
        "overview",
        *["applications"],
    ]
    assert len(hits(report, "WORD")) == 2
    assert hits(report, "") == hits(report, "没有") == ()


def test_live_fields_are_neither_found_nor_cut() -> None:
    report = written(overview=f"received {FIELD}件received")
    assert [hit.start for hit in hits(report, "received")] == [0, len(f"received {FIELD}件")]
    after = replaced(hits(report, "received"), "").make(report)
    assert after.text.overview == f" {FIELD}件"
    assert hits(report, "e") == tuple(hit for hit in hits(report, "e") if not 9 <= hit.start < 9 + len(FIELD))


def test_one_undo_takes_all_of_it_back() -> None:
    report = replace(written(overview="2023年和2023年", problems="2023年"), notes={"disputes": "2023年的案件"})
    session = Session(Draft(report), date(2025, 1, 9))
    change = session.do(replaced(hits(session.report, "2023年"), "2024年"))
    assert change.texts >= {"overview", "problems", "notes"}
    assert session.report.text.overview == "2024年和2024年"
    assert session.report.notes["disputes"] == "2024年的案件"
    session.undo()
    assert session.report == report
    assert not session.can_undo


def test_what_a_draft_cannot_hold_changes_nothing() -> None:
    session = Session(Draft(written(overview="甲", problems="甲")), date(2025, 1, 9))
    before = session.report
    with pytest.raises(CellError, match="文字太长"):
        session.do(replaced(hits(before, "甲"), "字" * (TEXT_LIMIT + 1)))
    assert session.report is before


@given(st.text(st.sampled_from("甲乙Aa2\n{}")), st.text(st.sampled_from("甲乙Aa2"), min_size=1), st.text("丙丁"))
def test_replacing_leaves_none_and_all_else_as_it_was(text: str, wanted: str, other: str) -> None:
    report = written(overview=text)
    found = hits(report, wanted)
    after = replaced(found, other).make(report).text.overview
    assert len(after) == len(report.text.overview) + len(found) * (len(other) - len(wanted))
    kept = report.text.overview
    for hit in reversed(found):
        assert kept[hit.start : hit.end].lower() == wanted.lower()
        kept = kept[: hit.start] + other + kept[hit.end :]
    assert after == kept


@pytest.mark.parametrize(
    ("words", "row", "count"),
    [
        ("收到", "applications.received", 7),
        ("办结", "applications.concluded", 7),
        ("诉讼", "disputes.direct_suit", 10),
        ("复议", "disputes.review", 5),
        ("诉讼维持", "disputes.suit_after_review", 2),
        ("撤诉", "disputes.direct_suit", 3),
        ("律师", "applications.granted", 25),
        ("出台", "disclosure.rules", 2),
        ("处罚", "disclosure.penalties", 1),
        ("上年结转", "applications.carried_in", 7),
        ("信访", "applications.unprocessed_petition", 7),
    ],
)
def test_cells_are_named_as_texts_do(words: str, row: str, count: int) -> None:
    found = cells_named(FORM, words)
    assert len(found) == count
    assert {cell.rpartition(".")[0] for cell in found} >= {row}


def test_words_that_name_no_cell_find_none() -> None:
    assert cells_named(FORM, "培训") == frozenset()


@pytest.mark.parametrize("report", [BUREAU, TOWNSHIP], ids=["figures", "zero"])
def test_a_report_of_ready_sentences_alone_has_nothing_new_wrong(report: Report) -> None:
    for text_id in ("problems", "other_matters"):
        made = report.with_text(text_id, ready_sentences(report.with_text(text_id, ""), text_id)[0])
        assert set(codes(made)) <= set(codes(report)), text_id
    for sentence in ready_sentences(report, "overview"):
        more = report.with_text("overview", f"{report.text.overview}\n{sentence}")
        assert set(codes(more)) <= set(codes(report)), sentence


def test_sentences_follow_the_tables_and_are_offered_once() -> None:
    zero = TOWNSHIP.with_numbers(dict.fromkeys((cell for cell in FORM.typed if not cell.endswith("amount")), 0))
    blank = zero.with_number("applications.received.natural_person", None)
    none = "全年没有收到政府信息公开申请，也没有上年结转的申请。"
    assert none in ready_sentences(zero, "overview")
    assert none not in ready_sentences(blank, "overview")
    assert not any("{{applications" in words for words in ready_sentences(zero, "overview"))
    some = zero.with_number("applications.received.natural_person", 1)
    assert any("{{applications.received.total}}" in words for words in ready_sentences(some, "overview"))
    assert none not in ready_sentences(zero.with_text("overview", none), "overview")


def test_a_sentence_is_not_offered_before_anything_it_tells_of_is_counted() -> None:
    cells = [f"disclosure.normative_documents.{column}" for column in ("issued", "repealed", "in_force")]
    blank = TOWNSHIP.with_numbers(dict.fromkeys(cells))
    assert not any("规范性文件" in words for words in ready_sentences(blank, "overview"))
    counted = blank.with_number(cells[0], 1)
    assert any("规范性文件" in words for words in ready_sentences(counted, "overview"))
