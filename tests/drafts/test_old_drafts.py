"""Drafts that released versions wrote: each opens for ever as what it was; see `tests/data/drafts/README.md`."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.exported import Exported
from model.report.publication import changed_since_published
from model.report.report import (
    TEXT_IDS,
    Approval,
    Charged,
    FromLedger,
    Layout,
    Passed,
    Posted,
    Report,
    Signed,
    Summed,
    SummedUnit,
    Texts,
)
from model.structs import replace

FOLDER = Path(__file__).parents[1] / "data" / "drafts"
EVERY = sorted(FOLDER.glob("*/*.nianbao"))
NOW = datetime(2031, 1, 9, 10, 2, 3, tzinfo=UTC)
RECEIVED = "applications.received.natural_person"
FEES = "disclosure.fees.amount"


def opened(name: str, version: str = "0.1") -> Report:
    """The report in a draft of a released version."""
    return draft.load(FOLDER / version / f"{name}.nianbao").report


def lengths(text: Texts) -> list[int]:
    """How long the four texts are."""
    return [len(text[text_id]) for text_id in TEXT_IDS]


def figures(report: Report) -> list[object]:
    """How many figures there are, and some of them: applications received, concluded, carried out; fees; penalties."""
    totals = (f"applications.{row}.total" for row in ("received", "concluded", "carried_out"))
    some = (*totals, FEES, "disclosure.penalties.decisions")
    return [len(report.numbers), *(report.value(cell_id) for cell_id in some)]


def _raw(path: Path) -> Any:
    return json.loads(path.read_bytes(), parse_float=Decimal)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_old_draft_saved_again_is_the_same_draft(path: Path, tmp_path: Path) -> None:
    found = draft.load(path)
    saved = draft.save(found, tmp_path / path.name, NOW)
    again = draft.load(tmp_path / path.name)
    assert again == saved
    assert (again.report, again.extra, again.id) == (found.report, found.extra, found.id)
    assert again.revision == found.revision + 1


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_figure_and_word_of_the_file_is_in_what_it_opens_as(path: Path) -> None:
    raw, found = _raw(path), draft.load(path)
    assert {cell_id: str(value) for cell_id, value in found.report.numbers.items()} == {
        cell_id: str(value) for cell_id, value in raw["numbers"].items()
    }
    assert [found.report.text[text_id] for text_id in TEXT_IDS] == [raw["text"][text_id] for text_id in TEXT_IDS]
    assert (found.report.year, found.report.title, found.id) == (raw["year"], raw["title"], raw["id"])
    assert found.report.agency.name == raw["agency"]["name"]
    assert (dict(found.report.notes), dict(found.report.remarks)) == (raw["notes"], raw["remarks"])
    assert [entry.reason for entry in found.report.dismissed] == [entry["reason"] for entry in raw["dismissed"]]
    assert [str(event.at) for event in found.report.events] == [event["at"] for event in raw["events"]]


ADDED = (
    "hand_in_by",
    "handed_in",
    "published",
    "as_typed",
    "sources",
    "approval",
    "ledger",
    "summed",
    "posts",
    "exports",
)


def test_to_the_rules_of_0_1_a_new_draft_is_the_one_it_knows_with_keys_it_does_not() -> None:
    old = draft.load(FOLDER / "0.1" / "full.nianbao")
    mark = Passed(date(2025, 1, 20), "https://www.example.gov.cn", "c" * 64, "d" * 64, 3)
    new = replace(
        old,
        report=replace(
            old.report,
            hand_in_by=date(2025, 1, 15),
            handed_in=mark,
            published=mark,
            as_typed={"deadline": "月底前"},
            given_by={RECEIVED: "办公室"},
            ledger=FromLedger("0" * 64, 2024, {RECEIVED: ("〔2024〕1号", "第3行")}, Charged(1, Decimal("20.5"))),
            summed=Summed((SummedUnit("青河县水务局", {RECEIVED: 3}), SummedUnit("青河县审计局"))),
            posts={"website": Posted(120, "办公室")},
            approval=Approval(
                {"drafter": "张"}, Signed(date(2025, 1, 18), "a" * 64, "签批.pdf", 3), {"drafter": date(2025, 1, 16)}
            ),
        ),
        exports=(Exported("docx", "a.docx", "e" * 64, "f" * 64, 3, NOW),),
    )
    written = json.loads(draft.dumps(new))
    assert [key for key in written if key in ADDED] == list(ADDED)
    known = {key: value for key, value in written.items() if key not in ADDED}
    assert list(known.items()) == list(json.loads(draft.dumps(old)).items())
    assert draft.loads(draft.dumps(new)) == new


def test_the_released_versions_are_all_there() -> None:
    assert [len(list(folder.glob("*.nianbao"))) for folder in sorted(FOLDER.iterdir()) if folder.is_dir()] == [17]


def test_the_full_one() -> None:
    report = opened("full")
    assert figures(report) == [166, 11, 10, 2, Decimal("4166.241619"), 13]
    assert lengths(report.text) == [263, 376, 90, 71]
    assert report.title == "青河县水务局\n2024年政府信息公开工作年度报告"
    assert report.deadline == date(2025, 1, 25)
    agency = report.agency
    assert (agency.name, agency.short_name, agency.type, agency.level) == (
        "青河县水务局",
        "县水务局",
        "department",
        "county",
    )
    assert (agency.office, agency.address, agency.postcode) == ("县水务局办公室", "青河县人民路8号", "130000")
    assert (agency.phone, agency.fax, agency.email) == (
        "0431-89682735",
        "0431-89682736",
        "qinghe_shuiwu@example.com",
    )
    assert report.notes == {"disclosure": "含县防汛抗旱指挥部办公室数据。", "disputes": "注：按结案时间统计。"}
    assert report.remarks["disclosure.licences.decisions"] == "许可科1月8日报，含延续"
    assert [(entry.check, len(entry.cells), entry.reason) for entry in report.dismissed] == [
        ("Y-02", 0, "已同业务科室核对，确属实情"),
        ("Y-08", 11, "已同业务科室核对，确属实情"),
    ]
    assert [(event.at, event.what, len(event.content)) for event in report.events] == [
        (date(2025, 1, 20), "published", 64)
    ]
    assert report.source is not None
    assert (report.source.file, len(report.source.evidence)) == ("县水务局2024年报.docx", 40)
    past = report.last_year
    assert past is not None
    assert (past.form.id, past.year, len(past.numbers), past.numbers[RECEIVED]) == ("2021", 2023, 166, 6)
    assert lengths(past.text) == [263, 376, 90, 71]


def test_the_sparse_one() -> None:
    report = opened("sparse")
    assert {cell_id: str(value) for cell_id, value in report.numbers.items()} == {RECEIVED: "3", FEES: "35.50"}
    assert (report.agency.name, report.agency.type, report.text.overview) == (
        "云岭县水务局",
        "",
        "2024年，云岭县水务局",
    )
    assert report.layout == Layout()
    assert (report.last_year, report.source, report.dismissed, report.events, report.deadline) == (
        None,
        None,
        (),
        (),
        None,
    )


def test_the_one_begun_from_last_year() -> None:
    report = opened("with-last-year")
    assert (report.year, figures(report)) == (2025, [6, 0, 0, 0, None, None])
    assert report.value("applications.carried_in.natural_person") == 2
    assert "2025年1月1日至2025年12月31日" in report.text.preamble
    past = report.last_year
    assert past is not None
    assert (past.form.id, past.year, len(past.numbers)) == ("2021", 2024, 166)
    assert past.numbers["disclosure.penalties.decisions"] == 13
    assert lengths(past.text) == [263, 376, 90, 71]


def test_the_imported_one_keeps_what_its_source_printed() -> None:
    report = opened("imported")
    assert figures(report) == [166, 771, 771, 3, Decimal("35.5"), 142]
    assert report.title == "2023年青禾市临江区市场监督管理局政府信息公开工作年度报告"
    assert report.agency.email == "linjiang_shichang@example.com"
    assert report.source is not None
    printed = [(entry.place, entry.printed) for entry in report.source.evidence]
    assert (report.source.file, len(printed)) == ("06a_slash_for_zero.docx", 100)
    assert ("disclosure.rules.issued", "/") in printed
    assert ("applications.received.total", "771") in printed
    assert [place for place, _ in printed if place.startswith("heading.")] == [
        f"heading.{part}"
        for part in ("overview", "disclosure", "applications", "disputes", "problems", "other_matters")
    ]


def test_the_imported_one_that_was_edited_has_lost_the_evidence_of_what_changed() -> None:
    report = opened("imported-and-edited")
    assert (report.value("disclosure.licences.decisions"), report.text.problems) == (
        7,
        "问题：公开不够及时。改进：按月公布。",
    )
    assert report.source is not None
    assert (report.source.file, len(report.source.evidence)) == ("08a_arabic_headings.docx", 34)


def test_the_report_on_the_form_of_2019() -> None:
    report = opened("imported-2019-form")
    assert (report.year, figures(report)) == (2023, [159, 771, 771, 3, None, 142])
    assert report.value("disclosure.licences.decisions") == 1286
    assert report.source is not None
    assert len(report.source.evidence) == 40


def test_last_year_on_the_form_of_2019() -> None:
    report = opened("last-year-of-2019-form")
    assert (report.year, len(report.numbers), report.value("applications.carried_in.total")) == (2021, 6, 3)
    past = report.last_year
    assert past is not None
    assert (past.form.id, past.year, len(past.numbers)) == ("2021", 2020, 159)
    assert [past.numbers[f"applications.carried_out.{column}"] for column in ("research", "public_welfare")] == [2, 1]
    assert past.numbers["disclosure.licences.decisions"] == 1286
    assert lengths(past.text) == [220, 322, 46, 50]


def test_reasons_given_for_warnings() -> None:
    report = opened("dismissed")
    assert [(entry.check, len(entry.cells), entry.quote, entry.reason) for entry in report.dismissed] == [
        ("T2-04", 3, None, "已核对"),
        ("Y-02", 0, None, "上年口径不同，已请示上级"),
        ("Y-08", 12, None, "属实"),
        ("F-01", 0, "。。", "当地通知另有规定\n见附件"),
        ("F-04", 0, "截止", "已核对"),
        ("S-09", 0, None, "上年口径不同，已请示上级"),
    ]
    assert report.dismissed[0].cells == {
        "disclosure.normative_documents.issued": 3,
        "disclosure.normative_documents.repealed": 1,
        "disclosure.normative_documents.in_force": 15,
    }


def test_publications_with_and_without_a_mark_of_their_content() -> None:
    report = opened("published")
    assert [(str(event.at), event.what, event.content[:8]) for event in report.events] == [
        ("2025-01-15", "published", ""),
        ("2025-01-20", "published", "0a2ffbff"),
        ("2025-01-22", "published", "682d953b"),
    ]
    assert changed_since_published(report)
    before = report.with_text("other_matters", report.text.other_matters.removesuffix("更正：无。"))
    assert not changed_since_published(before)


def test_choices_for_the_word_report() -> None:
    assert opened("layout").layout == Layout(
        title_order="year_first",
        fonts="windows",
        line_pt=Decimal("29.25"),
        table_pt=Decimal("9.5"),
        signature=True,
        signature_date=date(2025, 1, 8),
        rules_slash=True,
    )


def test_live_fields_in_a_text() -> None:
    assert opened("live-fields").text.overview == (
        "收到申请{{applications.received.total}}件，上年结转{{ applications.carried_in.total }}件，"
        "办结{{applications.concluded.total}}件；收费{{disclosure.fees.amount}}万元；不认识的{{no.such.cell}}；"
        "原样的{{{{两个括号}}。\n行政复议{{disputes.review.total}}件。"
    )


def test_remarks_and_notes() -> None:
    report = opened("private")
    assert (len(report.remarks), report.remarks["applications.received.total"]) == (20, "合计同台账一致")
    assert report.remarks["disclosure.rules.issued"] == "第1处：科室报，待核。"
    assert sorted(report.notes) == ["applications", "disclosure", "disputes"]
    assert report.notes["disputes"] == "注：disputes，含派出机构。\n数据截至12月31日。"


def test_a_report_for_a_whole_county() -> None:
    report = opened("consolidated")
    assert figures(report) == [166, 99, 95, 5, Decimal("18651.06"), 0]
    assert (report.agency.consolidated, report.agency.type, report.deadline) == (True, "government", date(2025, 3, 31))
    assert report.agency.office == "青河县政务服务和数据管理局"


def test_the_longest_one() -> None:
    report = opened("longest")
    assert lengths(report.text) == [526, 19213, 4885, 568]
    assert figures(report) == [166, 293925, 6313593, 350857, Decimal("18651.060300"), 55433]
    assert str(report.value(FEES)) == "18651.060300"
    assert (len(report.remarks), len(report.dismissed), len(report.agency.name)) == (200, 12, 49)
    assert report.last_year is not None
    assert lengths(report.last_year.text) == [263, 19213, 4885, 71]


def test_the_largest_numbers() -> None:
    report = opened("largest-numbers")
    assert {value for cell_id, value in report.numbers.items() if cell_id != FEES} == {10**9}
    assert str(report.value(FEES)) == "1000000000.000000"
    assert report.value("applications.concluded.total") == 126 * 10**9


def test_strange_characters() -> None:
    report = opened("strange-characters")
    assert report.agency.name == "云岭县\u3000水务局𠮷"
    strange = report.remarks[RECEIVED]
    assert report.text.problems == f"{strange}\n\n\u3000\u3000{strange}"
    assert report.title == strange
    for piece in (
        "e\u0301",
        "𠮷𬭬",
        "👨\u200d👩\u200d👧\u200d👦",
        "\u202e反向\u202c",
        "\ttab",
        "\u2028",
        "\x0b",
        "=SUM",
    ):
        assert piece in strange


def test_unknown_keys_are_kept_wherever_they_stand(tmp_path: Path) -> None:
    path = FOLDER / "0.1" / "unknown-keys.nianbao"
    found = draft.load(path)
    assert (figures(found.report)[0], found.report.value("disclosure.penalties.decisions")) == (166, 15)
    before = dict(_unknown("", _raw(path)))
    assert len(before) == 12
    assert before[".later_draft"] == {
        "words": "以后的",
        "list": [1, {"deep": [True, None, "甲"]}],
        "amount": Decimal("12.5"),
    }
    edited = Draft(found.report.with_number(RECEIVED, 1), found.id, found.revision, found.saved_at, found.extra)
    draft.save(edited, tmp_path / "again.nianbao", NOW)
    assert dict(_unknown("", _raw(tmp_path / "again.nianbao"))) == before


def _unknown(place: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Every key that begins with `later_`, by its place."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        if str(key).startswith("later_"):
            yield f"{place}.{key}", part
        else:
            yield from _unknown(f"{place}.{key}", part)
