"""Figures that stand in no cell are offered for the texts they belong to, and nobody is taken by surprise."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from importers.ledger.read import read
from model.ledger.counting import count
from model.ledger.provenance import from_ledger
from model.ledger.when import period
from model.prose.insertable.ready import ready_sentences
from model.report.report import Charged, FromLedger, Posted, Report
from model.session.edits import take_count
from model.structs import replace
from tests.checks.correct import BUREAU, codes
from tests.gathering.filling import FORM, YEAR, report

HEAD = ["登记号", "收到日期", "申请人类别", "答复日期", "办理结果", "收费"]
FEES = "本年度依法收取政府信息公开信息处理费40元，涉及申请2件。"


def ledger(path: Path, *fees: object, outcome: str = "公开") -> Path:
    book = Workbook()
    book.active.append(HEAD)
    for index, fee in enumerate(fees, 1):
        book.active.append([f"〔{YEAR}〕{index}号", f"{YEAR}-3-1", "公民", f"{YEAR}-4-1", outcome, fee])
    book.save(path)
    return path


def counted(path: Path) -> Report:
    found = read(path)
    counts = count(found, FORM, period(YEAR))
    return take_count(dict(counts.numbers), from_ledger(found, counts)).make(report())


def test_posts_are_offered_for_part_one_and_stand_in_no_table() -> None:
    posts = {"website": Posted(120, "办公室"), "weibo": Posted(0), "wechat": Posted(35), "其他": Posted(9)}
    found = replace(report(), posts=posts)
    assert ready_sentences(found, "overview")[0] == "全年通过政府网站发布信息120条、微信公众号发布信息35条。"
    assert found.numbers == {}
    assert not any("[" in words or "通过" in words for words in ready_sentences(report(), "overview"))


def test_fees_of_the_ledger_are_offered_for_part_six(tmp_path: Path) -> None:
    found = counted(ledger(tmp_path / "台账.xlsx", "20元", 20, "", "免费"))
    assert found.ledger is not None
    assert found.ledger.fees == Charged(2, Decimal(40))
    offered = ready_sentences(found, "other_matters")
    assert FEES in offered
    assert not any("没有收取" in words for words in offered)


@pytest.mark.parametrize(
    ("fees", "outcome", "known"),
    [(("按标准收",), "公开", False), ((20,), "不知道的话", False), (("", ""), "公开", True)],
)
def test_fees_that_are_not_clear_of_every_line_are_not_offered(
    tmp_path: Path, fees: tuple[object, ...], outcome: str, known: bool
) -> None:
    found = counted(ledger(tmp_path / "台账.xlsx", *fees, outcome=outcome))
    assert found.ledger is not None
    assert (found.ledger.fees is not None) == known
    offered = ready_sentences(found, "other_matters")
    assert not any("依法收取" in words for words in offered)
    assert any("没有收取" in words for words in offered)


def test_fees_of_another_year_are_not_offered() -> None:
    old = replace(report(), ledger=FromLedger("0" * 64, YEAR - 1, fees=Charged(2, Decimal(20))))
    assert any("没有收取" in words for words in ready_sentences(old, "other_matters"))


def test_a_sentence_that_was_offered_raises_no_doubt_of_its_own() -> None:
    ledger = FromLedger("0" * 64, BUREAU.year, fees=Charged(2, Decimal(40)))
    posts = {"website": Posted(120), "wechat": Posted(35), "weibo": Posted(8)}
    known = replace(BUREAU, ledger=ledger, posts=posts)
    fees = ready_sentences(known.with_text("other_matters", ""), "other_matters")[0]
    assert fees == f"{FEES}没有其他需要报告的事项。"
    assert set(codes(known.with_text("other_matters", fees))) <= set(codes(known))
    published = ready_sentences(known, "overview")[0]
    more = known.with_text("overview", f"{known.text.overview}\n{published}")
    assert set(codes(more)) <= set(codes(known))
