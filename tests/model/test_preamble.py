"""The composed preamble: complete, quiet about what is not filled in, and following the data until it is edited."""

from datetime import date

from model import checks
from model.report import preamble
from model.report.report import Agency, Report, new_report
from model.structs import replace

FULL = Agency(
    name="云岭县水务局",
    short_name="县水务局",
    type="department",
    level="county",
    office="办公室",
    address="云岭县清源路8号",
    postcode="123456",
    phone="0123-1234567",
    fax="0123-1234568",
    email="shuiwu@example.com",
)


def composed(agency: Agency = FULL, year: int = 2025) -> Report:
    report = new_report(year, agency)
    return report.with_text("preamble", preamble.compose(report))


def test_says_all_that_the_form_wants() -> None:
    words = preamble.compose(new_report(2025, FULL))
    for wanted in (
        "《中华人民共和国政府信息公开条例》",
        "国办公开办函〔2021〕30号",
        "云岭县水务局",
        "2025年政府信息公开工作年度报告",
        "六个部分",
        "总体情况",
        "其他需要报告的事项",
        "2025年1月1日至2025年12月31日",
        "云岭县水务局办公室",
        "地址：云岭县清源路8号；邮编：123456；电话：0123-1234567；传真：0123-1234568；邮箱：shuiwu@example.com",
    ):
        assert wanted in words


def test_no_check_objects_to_it() -> None:
    found = checks.findings(composed(), checks.Context(date(2026, 1, 5)))
    assert [finding for finding in found if finding.section in ("preamble", "title")] == []


def test_leaves_no_gap_for_what_is_not_filled_in() -> None:
    words = preamble.compose(new_report(2025, Agency(name="云岭县水务局", phone="0123-1234567")))
    assert words.endswith("可与云岭县水务局联系（电话：0123-1234567）。")
    assert "联系" not in preamble.compose(new_report(2025, Agency(name="云岭县水务局")))


def test_consolidated_report_says_so() -> None:
    assert "纳入汇总" in preamble.compose(new_report(2025, replace(FULL, consolidated=True)))


def test_pieces_tell_data_from_words() -> None:
    given = [piece.text for piece in preamble.pieces(new_report(2025, FULL)) if piece.given]
    assert "云岭县清源路8号" in given
    assert "联系（" not in given


def test_follows_the_data_while_untouched() -> None:
    before = composed()
    after = preamble.follow(before, replace(before, agency=replace(FULL, phone="0123-7654321")))
    assert "0123-7654321" in after.text.preamble
    assert preamble.is_composed(after)
    assert "2024年1月1日" in preamble.follow(after, replace(after, year=2024)).text.preamble


def test_leaves_the_clerks_own_words_alone() -> None:
    own = composed().with_text("preamble", "本局自己写的引言。")
    moved = replace(own, agency=replace(FULL, name="云岭县水利局"))
    assert preamble.follow(own, moved).text.preamble == "本局自己写的引言。"
    emptied = composed().with_text("preamble", "")
    assert preamble.follow(emptied, replace(emptied, year=2024)).text.preamble == ""


def test_an_edit_of_the_preamble_itself_stands() -> None:
    before = composed()
    assert preamble.follow(before, before.with_text("preamble", "新写的。")).text.preamble == "新写的。"
