"""送审副本: all that is printed is in it, and nothing that is private."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given

import cli
from export.content import blocks
from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.exported import Exported
from model.files.problems import FileProblem
from model.report.report import (
    Approval,
    Dismissal,
    Event,
    Evidence,
    FromLedger,
    Passed,
    PastReport,
    Posted,
    Report,
    Signed,
    Source,
    Summed,
    SummedUnit,
    Texts,
)
from model.session import review_copy
from model.structs import replace
from tests.strategies import drafts

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
PUBLIC = {
    "form", "year", "agency", "numbers", "text", "title", "deadline", "layout", "notes", "hand_in_by", "as_typed"
}  # fmt: skip
SECRET = "绝不能让别人看见"


def private() -> Draft:
    """A draft with a secret in every place that is private."""
    report = draft.load(SEED).report
    cell, extra = report.form.typed[0], {SECRET: SECRET}
    passed = Passed(date(2025, 1, 7), SECRET, SECRET, SECRET, 1, extra)
    report = replace(
        report,
        agency=replace(report.agency, extra=extra),
        text=replace(report.text, extra=extra),
        layout=replace(report.layout, extra=extra, signature=True),
        remarks={cell: SECRET},
        given_by={cell: SECRET},
        ledger=FromLedger(SECRET, 2024, {cell: (SECRET,)}),
        summed=Summed((SummedUnit(SECRET, {cell: 1}),)),
        posts={SECRET: Posted(7, SECRET)},
        last_year=PastReport(report.form, 2023, text=Texts(overview=SECRET)),
        dismissed=(Dismissal("P-01", {}, SECRET, SECRET),),
        events=(Event(date(2025, 1, 7), SECRET),),
        source=Source(SECRET, (Evidence(SECRET, SECRET),)),
        handed_in=passed,
        published=passed,
        approval=Approval({"head": SECRET}, Signed(date(2025, 1, 7), "sha256:" + "0" * 64, f"{SECRET}.png")),
    )
    exported = Exported("docx", SECRET, SECRET, SECRET)
    return Draft(report, "id of the draft", 3, datetime(2025, 1, 8, tzinfo=UTC), extra, (exported,))


def test_nothing_private_is_in_the_bytes_and_the_pages_are_the_same(tmp_path: Path) -> None:
    whole, path = private(), tmp_path / "副本.nianbao"
    for name in set(Report.__struct_fields__) - PUBLIC:
        assert SECRET in str(getattr(whole.report, name)), f"{name} is not tried"
    assert draft.dumps(whole).decode().count(SECRET) > 20
    review_copy.write(whole, path)
    assert SECRET not in (said := path.read_bytes().decode())
    assert "id of the draft" not in said
    copy = draft.load(path)
    assert blocks(copy.report) == blocks(whole.report)
    assert (copy.revision, copy.saved_at) == (whole.revision, whole.saved_at)


@given(drafts())
def test_any_copy_prints_what_its_draft_prints_and_is_a_copy_of_itself(whole: Draft) -> None:
    copy = review_copy.review_copy(whole)
    assert blocks(copy.report) == blocks(whole.report)
    assert draft.loads(draft.dumps(copy)) == copy == review_copy.review_copy(copy)
    untouched = set(Report.__struct_fields__) - PUBLIC
    empty = Report(form=copy.report.form, year=copy.report.year, agency=copy.report.agency)
    assert all(getattr(copy.report, name) == getattr(empty, name) for name in untouched)


def test_the_command_writes_it_over_nothing_and_verify_knows_it_for_the_same_save(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, copy, word = tmp_path / "草稿.nianbao", tmp_path / "副本.nianbao", tmp_path / "报告.docx"
    own.write_bytes(draft.dumps(private()))
    assert cli.main(["copy", str(own), "-o", str(copy)]) == 0
    assert review_copy.LEFT_OUT in capsys.readouterr().out
    before = copy.read_bytes()
    assert cli.main(["copy", str(own), "-o", str(copy)]) == 2
    assert cli.main(["copy", str(own), "-o", str(own), "--force"]) == 2
    assert capsys.readouterr().err.count("\n") == 2
    for name in ("副本.docx", "副本"):
        assert cli.main(["copy", str(own), "-o", str(tmp_path / name)]) == 2
        assert "送审副本是草稿（.nianbao），请换一个文件名" in capsys.readouterr().err
        assert not (tmp_path / name).exists()
    assert (copy.read_bytes(), own.read_bytes()) == (before, draft.dumps(private()))
    assert cli.main(["export", str(own), "-o", str(word)]) == 0
    assert cli.main(["verify", str(word), "--draft", str(copy)]) == 0


def test_a_copy_that_does_not_read_back_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "副本.nianbao"
    monkeypatch.setattr(review_copy, "dumps", lambda _draft: b"{")
    with pytest.raises(FileProblem, match="核对不一致"):
        review_copy.write(private(), path)
    assert list(tmp_path.iterdir()) == []
