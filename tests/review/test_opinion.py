"""退回意见: everything that is to be mended stands in it, with its place; what nobody may read is not said again."""

from datetime import date
from pathlib import Path
from typing import NoReturn

import docx2txt

from export.exporters import OPINION
from export.many.returns import write_all
from model.files.problems import FileProblem
from model.review.board import board
from model.review.desk import Desk, decided, judgement
from model.review.opinion import opinion, usual
from model.review.row import row_of
from tests.checks.correct import BUREAU, TODAY
from tests.review.corpus import PLANTED

NUMBER = "11010519491231002X"


def fail(problem: FileProblem) -> NoReturn:
    raise problem


def test_every_chosen_finding_is_told_once_and_a_number_of_a_person_is_not(tmp_path: Path) -> None:
    report = BUREAU
    for mistake in PLANTED:
        report = mistake.spoil(report)
    row = row_of(report, "a.docx", "1" * 64, 0, TODAY)
    (line,) = board(Desk(""), [row], {})
    chosen = usual(line)
    said = opinion(line, chosen, "请于周五前改好", date(2025, 1, 13))
    (path,) = write_all([said], tmp_path, OPINION.formats[0].suffix, fail)
    words = docx2txt.process(str(path))
    assert {mistake.check for mistake in PLANTED if mistake.check != "T2-04"} <= {each.check for each in line.findings}
    for finding in chosen:
        assert finding.message in words
        assert finding.place in words
    assert "请于周五前改好" in words
    assert NUMBER in report.text.other_matters
    assert NUMBER not in words


def test_the_next_version_is_told_what_it_has_mended(tmp_path: Path) -> None:
    spoilt = PLANTED[0].spoil(PLANTED[3].spoil(BUREAU))
    old, new = (
        row_of(each, "a.docx", digest, 0, TODAY) for each, digest in ((spoilt, "1"), (PLANTED[0].spoil(BUREAU), "2"))
    )
    desk = decided(Desk(""), BUREAU.agency.name, judgement(old, "returned", old.findings, "", TODAY))
    (line,) = board(desk, [new], {})
    assert line.changes is not None
    assert [each.check for each in line.changes.mended] == ["Y-04"]
    assert [each.check for each in line.changes.still] == ["T3-01"]
    said = opinion(line, usual(line), "", TODAY)
    (path,) = write_all([said], tmp_path, ".html", fail)
    assert "已改正 1 处，仍在 1 处，新出现 0 处" in path.read_text("utf-8")
