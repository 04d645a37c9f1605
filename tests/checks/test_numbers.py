"""The figures of the tables: each wrong one is found at its cells, and right ones are left alone."""

from decimal import Decimal

import pytest

from model.checks import Finding
from model.report.report import Agency, AgencyLevel, AgencyType, PastReport, Report, Texts
from model.structs import replace
from tests.checks.beside import printed_totals
from tests.checks.correct import BUREAU, COUNTY, FEES, TOWNSHIP, applications, codes, judged, reworded
from tests.forms import FORM

RULES_ISSUED = "disclosure.rules.issued"
RULES_IN_FORCE = "disclosure.rules.in_force"
DOCUMENTS = tuple(f"disclosure.normative_documents.{column}" for column in ("issued", "repealed", "in_force"))
CARRIED_OUT = ("applications.carried_out.total", "applications.received.total")
MISC = "applications.other_misc.total"
UNPAID = "applications.other_fee_unpaid.total"
DIRECT = "disputes.direct_suit.total"


def the_one(report: Report, code: str) -> Finding:
    """The only finding there is, which is of that check."""
    (finding,) = judged(report)
    assert finding.check == code
    return finding


def with_agency(report: Report, kind: AgencyType, level: AgencyLevel) -> Report:
    return replace(report, agency=replace(report.agency, type=kind, level=level))


def test_all_blank_cells_are_one_finding_that_lists_them() -> None:
    report = BUREAU.with_numbers(dict.fromkeys((RULES_ISSUED, FEES, "disputes.direct_suit.pending"), None))
    finding = the_one(report, "T0-01")
    assert finding.cells == (RULES_ISSUED, FEES, "disputes.direct_suit.pending")
    assert finding.message == "还有3格未填，导出前请填写或确认为0。"


def test_an_empty_table_is_blank_and_not_unbalanced() -> None:
    report = replace(TOWNSHIP, numbers={})
    assert the_one(report, "T0-01").cells == FORM.typed


@pytest.mark.parametrize(
    ("kind", "level", "found"),
    [
        ("department", "county", True),
        ("department", "city", True),
        ("department", "province", True),
        ("department", "national", False),
        ("department", "", True),  # it is called after its county
        ("government", "county", True),
        ("government", "city", False),
        ("government", "province", False),
        ("government", "", False),
        ("township", "county", True),
        ("subdistrict", "", True),
        ("other", "county", False),
        ("", "county", False),
    ],
)
@pytest.mark.parametrize("report", [BUREAU, COUNTY])
def test_rules_need_the_power_to_make_them(
    report: Report,
    kind: AgencyType,
    level: AgencyLevel,
    found: bool,
) -> None:
    report = with_agency(report.with_numbers({RULES_ISSUED: 1, RULES_IN_FORCE: 2}), kind, level)
    cells = [finding.cells for finding in judged(report) if finding.check == "T2-03"]
    assert cells == ([(RULES_ISSUED, RULES_IN_FORCE)] if found else [])


def test_a_department_of_no_region_may_make_rules() -> None:
    ministry = with_agency(BUREAU.with_numbers({RULES_ISSUED: 1, RULES_IN_FORCE: 2}), "department", "")
    named = replace(ministry, agency=replace(ministry.agency, name="国家水务总局"))
    assert "T2-03" not in codes(named)


def test_rules_that_cannot_be_are_not_counted_as_well() -> None:
    assert the_one(BUREAU.with_number(RULES_ISSUED, 4), "T2-03").cells == (RULES_ISSUED,)


@pytest.mark.parametrize(
    ("issued", "repealed", "in_force", "least"),
    [(5, 1, 3, 4), (1, 0, 0, 1), (5, 1, 4, None), (3, 9, 0, None), (0, 0, 0, None), (5, None, 0, None)],
)
def test_no_fewer_documents_in_force_than_this_year_left(
    issued: int, repealed: int | None, in_force: int, least: int | None
) -> None:
    report = BUREAU.with_numbers(dict(zip(DOCUMENTS, (issued, repealed, in_force), strict=True)))
    found = [finding for finding in judged(report) if finding.check == "T2-06"]
    assert [finding.cells for finding in found] == ([DOCUMENTS] if least else [])
    assert all(finding.message.endswith(f"少于今年制发减废止（{least}件），请核对。") for finding in found)


def test_documents_in_force_are_judged_against_last_year_where_it_is_known() -> None:
    report = BUREAU.with_number(DOCUMENTS[2], 1)
    assert codes(report) == ["T2-06"]
    assert codes(replace(report, last_year=PastReport(FORM, 2022, {DOCUMENTS[2]: 0}))) == ["T2-06"]
    assert codes(replace(report, last_year=PastReport(FORM, 2023, {DOCUMENTS[2]: 0}))) == ["T2-04"]
    assert codes(replace(report, last_year=PastReport(FORM, 2023, {}))) == ["T2-06"]


def test_rules_of_a_city_are_counted() -> None:
    city = with_agency(COUNTY, "government", "city").with_numbers({RULES_ISSUED: 2, RULES_IN_FORCE: 1})
    assert the_one(city, "T2-06").message == "“规章”现行有效1件，少于今年制发减废止（2件），请核对。"


@pytest.mark.parametrize(
    ("amount", "found"),
    [
        ("10000", True),
        ("41662416.00", True),
        ("9999", False),
        ("18651.06", False),
        ("4166.241619", False),
        ("0", False),
    ],
)
def test_a_large_whole_amount_may_be_yuan(amount: str, found: bool) -> None:
    report = BUREAU.with_number(FEES, Decimal(amount))
    assert [(finding.check, finding.cells) for finding in judged(report)] == ([("T2-07", (FEES,))] if found else [])


@pytest.mark.parametrize(
    ("cell", "value", "message"),
    [
        (
            "applications.received.natural_person",
            6,
            "表三“自然人”列不平：本年新收6+上年结转1=7，办理结果总计8+结转下年2=10，相差3，请核对这一列。",
        ),
        (
            "applications.unprocessed_repeated.enterprise",
            1,
            "表三“商业企业”列不平：本年新收2+上年结转0=2，办理结果总计3+结转下年0=3，相差1，请核对这一列。",
        ),
        (
            "applications.received.other_organisation",
            1,
            "表三“其他组织”列不平：本年新收1+上年结转0=1，办理结果总计0+结转下年0=0，相差1，请核对这一列。",
        ),
    ],
)
def test_a_column_that_does_not_balance_is_one_finding(cell: str, value: int, message: str) -> None:
    finding = the_one(BUREAU.with_number(cell, value), "T3-01")
    column = cell.rpartition(".")[2]
    rows = ("received", "carried_in", "concluded", "carried_out")
    assert finding.message == message
    assert finding.cells == tuple(f"applications.{row}.{column}" for row in rows)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"received.natural_person": 7, "received.enterprise": 4},
            "“自然人”列本年新收7+上年结转1=8，办理结果总计8+结转下年2=10，差的都是2件",
        ),
        (
            {"carried_out.natural_person": 0, "carried_out.research": 2},
            "“结转下年度”的2件现在填在“科研机构”列，移到“自然人”列，两列就都平了。",
        ),
        (
            {"granted.natural_person": 0, "granted.public_welfare": 5},
            "“予以公开”的5件现在填在“社会公益组织”列，移到“自然人”列，两列就都平了。",
        ),
        (
            {"granted.enterprise": 0, "unavailable_not_held.research": 1},
            "的1件现在填在“科研机构”列，移到“商业企业”列，两列就都平了。",
        ),
        (
            {"received.enterprise": 0, "received.legal_service": 2},
            "“本年新收”的2件现在填在“法律服务机构”列，移到“商业企业”列，两列就都平了。",
        ),
        ({"granted.natural_person": 4, "granted.enterprise": 2}, "例如“上年结转”的填在“自然人”、应在“商业企业”，或"),
        (
            {"granted.natural_person": 2, "granted.enterprise": 4},
            "请核对有没有3件应填在一列、却填进了另一列。",
        ),
    ],
)
def test_an_entry_in_the_wrong_column_is_one_finding_that_says_where_it_belongs(
    changes: dict[str, int], said: str
) -> None:
    finding = the_one(BUREAU.with_numbers({f"applications.{cell}": count for cell, count in changes.items()}), "T3-01")
    assert finding.message.startswith("表三像是填错了列：")
    assert said in finding.message


def test_what_is_off_otherwise_is_told_column_by_column() -> None:
    granted, received = "applications.granted.natural_person", "applications.received.natural_person"
    for report in (
        BUREAU.with_numbers({granted: 4, "applications.granted.enterprise": 3}),
        BUREAU.with_numbers({received: 10, "applications.received.enterprise": 3}),
        BUREAU.with_numbers({granted: 3, "applications.granted.enterprise": 2, "applications.granted.research": 1}),
    ):
        found = [finding for finding in judged(report) if finding.check == "T3-01"]
        assert len(found) >= 2
        assert not any("填错了列" in finding.message for finding in found)
    blank = BUREAU.with_numbers(
        {granted: 4, "applications.granted.enterprise": 2, "applications.refused_by_law.enterprise": None}
    )
    assert not any("填错了列" in finding.message for finding in judged(blank))


def test_printed_totals_of_the_two_columns_tell_on_which_side_the_entry_is() -> None:
    moved = {"applications.granted.natural_person": 4, "applications.granted.enterprise": 2}
    source = printed_totals(BUREAU).source
    finding = the_one(replace(BUREAU.with_numbers(moved), source=source), "T3-01")
    assert "上年结转" not in finding.message.rpartition("；")[2]


@pytest.mark.parametrize(
    ("blanks", "found"),
    [
        (("applications.granted.natural_person",), ["T0-01"]),
        (("applications.received.natural_person",), ["T0-01"]),
        (("applications.refused_by_law.natural_person",), ["T0-01"]),
        (("applications.granted.natural_person", "applications.carried_out.natural_person"), ["T0-01"]),
    ],
)
def test_a_column_with_cells_missing_on_its_small_side_is_blank_and_not_unbalanced(
    blanks: tuple[str, ...], found: list[str]
) -> None:
    assert codes(BUREAU.with_numbers(dict.fromkeys(blanks, None))) == found


def test_a_blank_on_the_heavy_side_excuses_nothing() -> None:
    report = BUREAU.with_numbers(
        {"applications.received.natural_person": 10, "applications.carried_in.natural_person": None}
    )
    assert codes(report.with_number("applications.received.natural_person", 12)) == ["T0-01", "T3-01"]


def test_a_new_report_with_only_last_years_cases_is_blank_and_not_unbalanced() -> None:
    begun = Report(2024, Agency("青河县水务局"), numbers=applications("natural_person", carried_in=2), form=FORM)
    begun = begun.with_number("applications.received.enterprise", 0)
    assert "T0-01" in codes(begun)
    assert "T3-01" not in codes(begun)
    for row in ("received", "refused_by_law", "carried_out"):
        assert "T3-01" not in codes(begun.with_number(f"applications.{row}.natural_person", 0))
    full = {cell: 0 for cell in FORM.typed if cell.endswith(".natural_person") and cell not in begun.numbers}
    assert "T3-01" in codes(begun.with_numbers(full))
    assert "T3-01" in codes(
        begun.with_numbers({"applications.carried_in.enterprise": 0, "applications.carried_out.enterprise": 1})
    )


UNTOLD = reworded(
    TOWNSHIP, "overview", "没有收到政府信息公开申请，也未发生由此引起", "依法答复政府信息公开申请，未发生由此引起"
)
"""The township's report when its text gives no number of applications."""


@pytest.mark.parametrize(
    ("received", "carried_out", "share"),
    [(19, 5, "占全年新收26%"), (0, 5, "而全年没有新收"), (5, 9, "占全年新收180%"), (20, 5, None), (4, 4, None)],
)
def test_much_carried_out_is_a_hint(received: int, carried_out: int, share: str | None) -> None:
    column = applications("natural_person", received=received, granted=max(0, received - carried_out))
    late = applications("natural_person", carried_in=max(0, carried_out - received), carried_out=carried_out)
    report = UNTOLD.with_numbers(column | late)
    if share is None:
        assert codes(report) == []
    else:
        finding = the_one(report, "T3-08")
        assert finding.cells == CARRIED_OUT
        assert finding.message.startswith(f"结转下年{carried_out}件，{share}。法定答复期")


def test_fees_unpaid_but_not_spoken_of_are_one_finding() -> None:
    column = applications("natural_person", received=1, other_fee_unpaid=1)
    report = UNTOLD.with_numbers(column)
    assert codes(report) == []
    finding = the_one(report.with_text("other_matters", "办理县人大代表建议2件。"), "T3-09")
    assert (finding.cells, finding.section) == ((UNPAID,), "other_matters")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("其中1件由申请人自行撤销。", False),
        ("1件因申请人放弃申请终止办理。", False),
        ("另有１件属于政策咨询，已当面答复。", False),
        ("有1件转送县自然资源局办理。", False),
        ("其他处理1件。", True),
        ("设立咨询窗口，方便群众。", True),
        ("撤销临时机构，工作并入办公室。", True),
        ("均在法定期限内答复。", True),
    ],
)
def test_other_results_are_explained_in_the_prose(said: str, found: bool) -> None:
    report = reworded(BUREAU, "overview", "其中1件由申请人主动撤回；", "")
    report = report.with_text("overview", f"{report.text.overview}\n{said}")
    assert [(finding.check, finding.cells) for finding in judged(report)] == ([("T3-10", (MISC,))] if found else [])


def test_other_results_are_explained_in_the_note_of_the_table() -> None:
    report = reworded(BUREAU, "overview", "其中1件由申请人主动撤回；", "")
    assert codes(report) == ["T3-10"]
    assert codes(replace(report, notes={"applications": "注：其他1件为申请人撤回申请。"})) == []


def test_direct_suits_are_asked_about_since_2024() -> None:
    report = BUREAU.with_number("disputes.direct_suit.pending", 2)
    assert the_one(report, "T4-05").cells == (DIRECT,)
    explained = f"{BUREAU.text.overview}两起诉讼的原告不服2022年7月作出的答复，直接提起诉讼。"
    assert "T4-05" not in codes(report.with_text("overview", explained))
    early = Report(2023, Agency("青河县水务局"), numbers=report.numbers, text=Texts(), form=FORM)
    assert "T4-05" not in codes(early)
    assert codes(COUNTY) == []
