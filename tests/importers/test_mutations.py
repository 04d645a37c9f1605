"""The long run of mutated files can fail: it sees a figure in a wrong place, and lets one pass that has a doubt."""

from collections import Counter
from random import Random

from importers.files import from_bytes
from importers.read import read_document
from importers.reading import Doubt, Reading
from model.structs import replace
from tests.importers.mutations import (
    content_of,
    digits,
    main,
    originals,
    read_draft,
    read_report,
    spoiled_stream,
    told,
    wrong_figures,
)

CELL = "applications.granted.natural_person"


def _reading() -> Reading:
    path = next(path for kind, path in originals() if kind == "docx")
    return read_document(from_bytes(path.read_bytes()), "file")


def test_a_figure_in_a_wrong_place_is_seen_unless_it_is_doubted() -> None:
    before = replace(_reading(), doubts=())
    count = before.numbers[CELL]
    after = replace(before, numbers={**before.numbers, CELL: int(count) + 1})
    assert wrong_figures(before, before) == []
    assert wrong_figures(before, after) == [CELL]
    for place in (CELL, "applications", "applications.granted.total", "applications.concluded.natural_person"):
        assert wrong_figures(before, replace(after, doubts=(Doubt(place, "", "", ""),))) == []
    for place in ("disclosure", "applications.received.enterprise", "title"):
        assert wrong_figures(before, replace(after, doubts=(Doubt(place, "", "", ""),))) == [CELL]


def test_every_kind_of_file_and_drafts_are_among_the_originals() -> None:
    kinds = {kind for kind, _ in originals()}
    assert {"docx", "doc", "rtf", "odt", "html", "xls", "xlsx", "pdf", "txt", "mht", "draft"} <= kinds
    drafts = [path for kind, path in originals() if kind == "draft"]
    assert {read_draft(path.read_bytes()) for path in drafts} <= {"read", "refused"}
    archives = [(content_of(kind, path), kind, path) for kind, path in originals() if kind == "mht"]
    assert {read_report(*archive) for archive in archives} != {"refused"}


def test_a_packed_stream_of_a_pdf_is_unpacked_before_it_is_spoiled() -> None:
    path = next(path for kind, path in originals() if kind == "pdf")
    data = path.read_bytes()
    changed = [spoiled_stream(data, Random(seed)) for seed in range(3)]
    outcomes = Counter(read_report(each, "pdf", path) for each in changed)
    assert all(each != data and each.startswith(b"%PDF") for each in changed)
    assert outcomes["FAILED"] == 0
    assert sum(count for outcome, count in outcomes.items() if outcome.startswith("read")) > 0


def test_the_digits_of_paragraphs_and_grids_are_counted() -> None:
    document = _reading().document
    found = digits(document)
    assert found.total() > 200
    assert digits(replace(document, blocks=document.blocks[:-1])) != found or len(document.blocks) < 2


def test_a_failure_ends_the_run_with_status_1_and_a_clean_one_with_0() -> None:
    assert told(Counter({("docx", "read"): 3}), 3, 1, 0) == 0
    for bad in ("WRONG", "too long"):
        assert told(Counter({("docx", bad): 1}), 1, 1, 0) == 1
    assert told(Counter({("docx", "FAILED"): 1}), 1, 1, 1) == 1
    assert main(3, 11) == 0
