"""Sentences on the two sides of where a check begins to speak, for what one number or condition of its rule decides."""

import pytest

from model.checks import Finding
from model.report.evidence import without
from model.report.report import Report, TextId
from model.structs import replace
from tests.checks.beside import printed_totals
from tests.checks.correct import BUREAU, TOWNSHIP, judged


def told(report: Report, section: TextId, words: str, code: str) -> list[Finding]:
    """What one check finds once a paragraph more stands at the end of a text."""
    longer = report.with_text(section, f"{report.text[section]}\n{words}")
    return [finding for finding in judged(longer) if finding.check == code]


def named(name: str) -> Report:
    """The bureau's report as that of another bureau of its county."""
    report = replace(BUREAU, agency=replace(BUREAU.agency, name=name, short_name=""))
    for section in ("preamble", "overview"):
        report = report.with_text(section, report.text[section].replace(BUREAU.agency.name, name))
    return report


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("加强组织督导。", []),
        ("微信公众平台按周更新。", []),
        ("工勤人员、工会人员参加业余培训2次。", []),
        ("印发年中报告，依法保护商业机密，落实便企服务、内控审核。", []),
        ("组织业条培训2次。", ["业条培训"]),
        ("微信公众好按周更新。", ["微信公众好"]),
        ("组织令导小组会议3次。", ["组织令导"]),
        ("公示行政业性收费目录。", ["行政业性收费"]),
        ("未收取信息理费。", ["信息理费"]),
        ("办理市政许可2件。", []),
        ("压实主体则任，完善常效机制。", ["主体则任", "常效机制"]),
        ("健全主体则任常效机制。", ["主体则任", "常效机制"]),
        ("落实常效机制主体则任。", ["主体则任", "常效机制"]),
    ],
)
def test_a_usual_phrase_with_a_wrong_character_is_told_once_and_not_where_the_last_two_make_a_word(
    words: str, quotes: list[str]
) -> None:
    assert [finding.quote for finding in told(BUREAU, "problems", words, "F-09")] == quotes


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("村级公示栏栏12处。", ["栏栏"]),
        ("其中，附表表2张。", ["表表"]),
        ("登记表表头统一。", []),
        ("填报表表格统一。", []),
    ],
)
def test_what_a_word_ends_with_is_there_twice_before_a_figure_and_not_where_a_word_begins_with_it(
    words: str, quotes: list[str]
) -> None:
    assert [finding.quote for finding in told(BUREAU, "problems", words, "F-09")] == quotes


@pytest.mark.parametrize(
    ("of_reviews", "wrong"),
    [
        ("行政复议2件", False),
        ("行政复议2件，其中1件责令重新答复", True),
    ],
)
def test_one_correction_among_two_is_missed_in_part_five_only_where_part_one_tells_of_it(
    of_reviews: str, *, wrong: bool
) -> None:
    overview = BUREAU.text.overview.replace("行政复议1件，结果为维持", of_reviews)
    report = BUREAU.with_number("disputes.review.corrected", 1).with_text("overview", overview)
    assert ("S-15" in [finding.check for finding in judged(report)]) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("发出收费通知2件，收取信息处理费120元，其中实收0元。", True),
        ("发出收费通知2件，收取信息处理费120元，其中一件110元、一件10元。", False),
        ("发出收费通知1件，收取信息处理费1元。", False),
    ],
)
def test_a_fee_that_was_charged_and_came_to_nothing_contradicts_itself(words: str, *, wrong: bool) -> None:
    report = BUREAU.with_text("other_matters", words)
    assert ("X-07" in [finding.check for finding in judged(report)]) is wrong


def test_confirming_what_was_printed_at_one_total_leaves_the_finding_on_another() -> None:
    odd = printed_totals(BUREAU, applications__received__total="12", disputes__review__total="3")
    found = judged(odd)
    assert [finding.check for finding in found] == ["T3-03", "T4-01"]
    for finding, other in zip(found, reversed(found), strict=True):
        places = [place for place, _ in finding.evidence]
        assert set(places) <= set(finding.cells)
        assert [each.check for each in judged(without(odd, places))] == [other.check]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("按照国办公开办函〔2019〕60号的要求编制。", True),
        ("按照原国办公开办函〔2019〕60号的要求编制。", False),
        ("国办公开办函〔2019〕60号改为国办公开办函〔2021〕30号后，各单位重新学习。", False),
    ],
)
def test_a_number_that_was_replaced_is_told_but_not_as_an_old_one_nor_beside_the_new(
    words: str, *, wrong: bool
) -> None:
    assert bool(told(BUREAU, "problems", words, "Y-09")) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("自然人申请占新收申请的81.8%。", False),
        ("自然人申请占新收申请的90.9%。", True),
    ],
)
def test_applicants_with_those_carried_in_are_no_share_of_the_new_applications(words: str, *, wrong: bool) -> None:
    assert bool(told(BUREAU, "overview", words, "X-11")) is wrong


@pytest.mark.parametrize(
    ("name", "words", "wrong"),
    [
        ("青河县文化和旅游局", "青河县文化旅游局开展培训2次。", True),
        ("青河县文化和旅游局", "青河县文化和旅游局开展培训2次。", False),
        ("青河县工业和信息化局", "青河县工业信息化局开展培训2次。", False),
    ],
)
def test_a_short_name_without_its_and_is_told_and_a_longer_one_is_not(name: str, words: str, *, wrong: bool) -> None:
    assert bool(told(named(name), "overview", words, "Y-03")) is wrong


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("制发规范性文件3件（《条例》第二十条第（八）项）。", "第（一）项"),
        ("公开机构职能信息5条（《条例》第二十条第（八）项）。", "第（二）项"),
        ("公开行政许可86件（《条例》第二十条第（八）项）。", "第（五）项"),
        ("公开行政处罚12件（《条例》第二十条第（八）项）。", "第（六）项"),
        ("公开部门预算1件（《条例》第二十条第（八）项）。", "第（七）项"),
        ("公开收费项目1件（《条例》第二十条第（九）项）。", "第（八）项"),
        ("公开采购信息1件（《条例》第二十条第（八）项）。", "第（九）项"),
        ("公开机构职能信息5条（《条例》第二十条第（二）项）。", None),
        ("公开发展规划5条（《条例》第二十条第（八）项）。", None),
    ],
)
def test_an_item_in_brackets_is_held_against_what_stands_before_it_where_that_is_plain(
    words: str, right: str | None
) -> None:
    found = [finding.message for finding in told(BUREAU, "overview", words, "H-14")]
    assert len(found) == (right is not None)
    assert all(right in message for message in found if right)


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("从三个方面改进：健全制度，强化培训。", "2条"),
        ("从三个方面改进：健全制度，落实责任；强化培训，按月通报。", "2条"),
        ("从两个方面改进：健全制度，强化培训，按月通报。", None),
        ("从两个方面改进：健全制度，落实责任；强化培训，按月通报。", None),
    ],
)
def test_ways_that_are_announced_are_counted_by_their_semicolons_and_by_commas_only_where_there_are_none(
    words: str, listed: str | None
) -> None:
    found = [finding.message for finding in told(BUREAU, "problems", words, "F-07")]
    assert len(found) == (listed is not None)
    assert all(f"后面列出的是{listed}" in message for message in found)


def test_what_the_tables_have_none_of_is_told_as_none() -> None:
    (finding,) = told(TOWNSHIP, "overview", "办结申请2件。", "X-02")
    assert "总计是0件" in finding.message


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("予以公开6件、部分公开1件、不予公开1件、无法提供1件、另行处置2件。", True),
        ("予以公开6件、部分公开1件、不予公开1件、无法提供1件、另行处置1件。", False),
        ("予以公开6件、部分公开1件、无法提供1件、涉及第三方不予公开1件、另行处置2件。", True),
        ("另行处置2件、予以公开6件、部分公开1件、不予公开1件、无法提供1件。", True),
        ("另行处置1件、予以公开6件、部分公开1件、不予公开1件、无法提供1件。", False),
        ("予以公开6件、部分公开1件、不予公开1件、无法提供1件，平均用时2天。", False),
        ("予以公开6件、部分公开1件、不予公开1件、无法提供1件、涉及多人的2件。", False),
    ],
)
def test_the_one_result_of_a_list_that_has_no_known_name_is_what_the_others_leave(words: str, *, wrong: bool) -> None:
    assert bool(told(BUREAU, "overview", f"依申请公开。办结10件，{words}", "X-09")) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("作出取水许可58件，行政处罚12件。", True),
        ("作出取水许可86件，行政处罚12件。", False),
        ("作出取水许可58件、排污许可28件，行政处罚12件。", False),
        ("作出取水许可31件、其余许可55件，行政处罚12件。", False),
        ("作出取水许可58件。行政处罚12件。", False),
    ],
)
def test_one_sort_of_decisions_beside_another_kind_of_the_table_is_all_of_its_own(words: str, *, wrong: bool) -> None:
    assert bool(told(BUREAU, "overview", words, "X-10")) is wrong


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("栏目由28个压减为19个，关停8个。", "由28个压减为19个，关停8个"),
        ("栏目由28个压减为19个，关停9个。", None),
        ("栏目由28个压减为19个，关停11个，新设2个。", None),
    ],
)
def test_what_was_rearranged_is_quoted_whole_where_it_does_not_come_out(words: str, said: str | None) -> None:
    found = [finding.message for finding in told(BUREAU, "problems", words, "X-16")]
    assert found == ([f"“{said}”：这几个数合不上，请核对。"] if said else [])


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("发布解读12条，其中图解3条、访谈9条。", False),
        ("发布解读12条，其中图解3条、访谈9条、视频5条。", True),
        ("发布解读12条，其中图解3条、访谈9条、网站5条、微信7条。", False),
        ("发布解读12条，其中图解3条、访谈8条、网站5条、微信7条。", True),
    ],
)
def test_one_part_behind_a_whole_list_is_too_many_and_two_divide_it_in_another_way(words: str, *, wrong: bool) -> None:
    assert bool(told(BUREAU, "overview", words, "X-06")) is wrong
