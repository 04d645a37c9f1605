"""What a text says of cases, reasons, lists and totals in many ways, right and wrong, and what is left alone."""

import pytest

from model.report.report import Report
from model.structs import replace
from tests.checks.correct import BUREAU, applications, filled, judged

OFFICE: Report = replace(
    BUREAU,
    numbers=filled(
        {
            "disclosure.normative_documents.issued": 1,
            "disclosure.normative_documents.in_force": 6,
            "disclosure.licences.decisions": 44,
            "disclosure.penalties.decisions": 6,
            "disputes.review.upheld": 2,
            "disputes.review.corrected": 1,
            "disputes.review.pending": 1,
            "disputes.direct_suit.pending": 1,
            "disputes.suit_after_review.upheld": 2,
        },
        applications(
            "natural_person",
            received=8,
            carried_in=1,
            granted=4,
            unavailable_not_held=2,
            unavailable_must_be_created=1,
            other_not_corrected=1,
            carried_out=1,
        ),
        applications("enterprise", received=2, carried_in=1, granted=1, partly_granted=1, refused_third_party=1),
    ),
)
"""An office with 10 new applications and 2 carried in, 3 settled reviews of 4, and 3 suits of which one is pending."""
ONE: Report = replace(
    BUREAU,
    numbers=filled(
        applications("natural_person", received=1, unavailable_not_held=1), {"disputes.review.corrected": 1}
    ),
)
"""An office with one application and one review."""


def told(report: Report, words: str) -> set[str]:
    """The checks of figures that find something where the overview consists of some words."""
    found = {finding.check for finding in judged(report.with_text("overview", words)) if finding.check[0] == "X"}
    return found - {finding.check for finding in judged(report.with_text("overview", "（一）主动公开。"))}


CASES = "（五）监督保障。因政府信息公开引起"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("行政复议4件，均已审结。", True),
        ("行政复议4件，截至年底已全部审结。", True),
        ("行政复议4件，均按期结案。", True),
        ("行政复议4件，维持2件、纠正1件、均已审结。", True),
        ("行政复议4件，维持2件、纠正1件、尚未审结1件。", False),
        ("行政诉讼3件，其中未经复议直接起诉1件，复议后起诉2件，3件均已审结。", True),
        ("行政诉讼3件，其中未经复议直接起诉1件，复议后起诉2件；3件均维持。", True),
        ("行政诉讼3件，其中直接起诉1件，复议后起诉2件；复议后起诉的2件均维持。", False),
        ("直接起诉1件，已审结。", True),
        ("直接起诉1件，尚未审结。", False),
        ("行政诉讼3件，直接起诉1件尚在审理；复议后起诉2件，均已审结。", False),
        ("复议后起诉2件，法院均已作出判决。", False),
        ("行政复议4件，上年的2件均已审结。", False),
        ("行政复议4件，1件尚未审结；复议后起诉2件，均已审结。", False),
        ("行政复议4件，已审结3件。", False),
    ],
)
def test_that_all_cases_were_settled(words: str, wrong: bool) -> None:
    assert bool(told(OFFICE, CASES + words) & {"X-04", "X-12"}) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("行政复议1件，复议机关作出撤销重作决定。", False),
        ("行政复议1件，复议机关作出维持决定。", True),
        ("行政复议1件，上级机关作出了责令限期重新答复的决定。", False),
    ],
)
def test_how_one_case_was_decided(words: str, wrong: bool) -> None:
    assert bool(told(ONE, CASES + words) & {"X-04", "X-12"}) is wrong
    upheld = ONE.with_numbers({"disputes.review.corrected": 0, "disputes.review.upheld": 1})
    assert bool(told(upheld, CASES + words) & {"X-04", "X-12"}) is not wrong


REQUESTS = "（二）依申请公开。"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("收到申请10件。无法提供3件（均为需要另行制作）。", True),
        ("收到申请10件。无法提供的原因均为本机关不掌握。", True),
        ("收到申请10件。无法提供的申请的理由都是没有现成信息需另行制作。", True),
        ("收到申请10件。不予公开的原因均为涉及第三方合法权益。", False),
        ("收到申请10件。不予公开的原因均为属于内部事务信息。", True),
        ("收到申请10件。不予公开1件，是因为损害第三方合法权益。", False),
        ("收到申请10件。不予公开1件，原因是过程性信息。", True),
        ("收到申请10件。无法提供的原因主要为本机关不掌握。", False),
        ("收到申请10件。因不掌握或需另行制作而无法提供3件。", False),
        ("收到申请10件。因不掌握或需另行制作而无法提供2件。", True),
        ("收到申请10件。因不掌握等原因无法提供3件。", False),
        ("收到申请10件。实质公开6件（予以公开5件、部分公开1件）。", False),
        ("收到申请10件。实质公开6件（予以公开4件、部分公开1件）。", True),
        ("收到申请10件。经补正通知后逾期未补正、不再处理1件。", False),
        ("收到申请10件。经补正通知后逾期未补正、不再处理2件。", True),
        ("收到申请10件。其中企业的3件（含上年结转1件）中，予以公开1件、部分公开1件、不予公开1件。", False),
        ("收到申请10件。予以公开5件，另有1件逾期不补正，计入其他处理中。", False),
    ],
)
def test_why_and_how_applications_were_decided(words: str, wrong: bool) -> None:
    assert bool(told(OFFICE, REQUESTS + words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("收到申请1件，由自然人提出。", False),
        ("收到申请1件，系企业提出。", True),
        ("收到1件，由科研机构申请，已在第4个工作日答复。", True),
        ("收到1件政府信息公开申请，由1家法律服务机构以邮寄方式提出。", True),
        ("收到1件政府信息公开申请，由1名村民以邮寄方式提出。", False),
        ("接到企业申请1件，本局不掌握。", True),
        ("接到群众申请1件，本局不掌握。", False),
        ("收到一名村民提出的申请两件。", True),
        ("收到一名村民提出的申请一件。", False),
        ("新收到自然人申请一件，年内办结，结果为予以公开。", True),
        ("新收到自然人申请一件，年内办结，结果为本机关不掌握。", False),
    ],
)
def test_the_one_application(words: str, wrong: bool) -> None:
    assert bool(told(ONE, REQUESTS + words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("因政府信息公开被申请行政复议1件，年内已审结。", True),
        ("因政府信息公开被申请行政复议1件（已结案）。", True),
        ("因政府信息公开被申请行政复议1件，年底尚未审结。", False),
        ("因政府信息公开被申请行政复议1件，上年的1件已审结。", False),
    ],
)
def test_that_the_only_case_was_settled(words: str, wrong: bool) -> None:
    pending = ONE.with_numbers({"disputes.review.corrected": 0, "disputes.review.pending": 1})
    assert ("X-12" in told(pending, f"（五）监督保障。{words}")) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("上年结转2件，共办理12件，全部按期办结。", True),
        ("上年结转2件，应办理申请12件，均按时办结。", True),
        ("上年结转2件，办理到期的申请11件，均按时办结。", False),
        ("上年结转2件，共办理12件，按期办结率100%。", False),
    ],
)
def test_that_all_of_so_many_were_done_in_time(words: str, wrong: bool) -> None:
    assert ("X-12" in told(OFFICE, REQUESTS + words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("收到申请10件，其中已办结9件，1件仍在办理，结转下年度。", False),
        ("收到申请10件，其中已办结8件，1件仍在办理，结转下年度。", True),
        ("收到申请10件，自然人提出的居多。其中8件办结，1件仍在办理，结转下年度。", True),
    ],
)
def test_how_many_of_the_new_applications_were_done_where_none_was_carried_in(words: str, wrong: bool) -> None:
    report = OFFICE.with_numbers(
        applications("natural_person", carried_in=0, granted=3) | applications("enterprise", carried_in=0, granted=0)
    )
    assert ("X-02" in told(report, REQUESTS + words)) is wrong
    assert told(OFFICE, REQUESTS + words) == set(), "those carried in were done as well"


def test_a_share_is_of_the_applications_that_its_sentence_tells() -> None:
    assert told(OFFICE, f"{REQUESTS}收到申请10件，自然人占80%，共8件。") == set()
    assert told(OFFICE, f"{REQUESTS}收到申请10件，自然人占66.7%，共8件。") == {"X-11"}


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("在复议、诉讼中各有1件被纠正。", False),
        ("在复议、诉讼中各有2件被纠正。", True),
        ("因政府信息公开被申请复议、提起诉讼均为2件。", False),
        ("因政府信息公开被申请复议、提起诉讼均为3件。", True),
    ],
)
def test_so_many_cases_of_each_kind(words: str, wrong: bool) -> None:
    cases = filled({"disputes.review.upheld": 1, "disputes.direct_suit.upheld": 1})
    cases |= {"disputes.review.corrected": 1, "disputes.direct_suit.corrected": 1}
    report = ONE.with_numbers({cell: value for cell, value in cases.items() if cell.startswith("disputes.")})
    assert ("X-04" in told(report, f"（五）监督保障。{words}")) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("今年收到{}件，加上去年结转的2件共12件，年内办结11件。", 10),
        ("今年收到10件，加上去年结转的2件共{}件，年内办结11件。", 12),
        ("收到申请{}件，其中自然人8件、企业2件；上年结转2件。", 10),
        ("年度内收到{}件，包括自然人8件、商业企业2件；加上年结转2件，需办理12件。", 10),
        ("申请总量{}件，比上年增加2件：自然人8件，商业企业2件。上年结转2件。", 10),
        ("收到申请{}件，比上年增加2件，增长25%；上年结转2件。", 10),
        ("收到申请{}件（自然人8件，商业企业2件），加上年结转2件，应办12件。", 10),
        ("收到自然人申请{}件，上年结转2件。", 8),
        ("新收10件，结转2件，合计{}件。", 12),
        ("共收到群众当面和信函提出的申请{}件。", 12),
        ("收到申请10件，办结11件。年末结转{}件。", 1),
        ("收到申请10件，办结11件。{}件按规定结转。", 1),
        ("收到申请10件。至12月31日办结{}件，余1件待2025年办理。", 11),
        ("收到申请10件，上年结转2件。网络、信函、当面提交的分别为{}件、3件和1件。", 6),
        ("收到申请10件，上年结转2件。局机关、下属单位受理的分别为{}件、4件。", 6),
        ("申请人通过邮寄（{}件）、网络（3件）、当面（1件）三种渠道提交申请，均已登记。", 6),
    ],
)
def test_how_many_applications_there_were(words: str, wrong: int) -> None:
    right = told(OFFICE, REQUESTS + words.format(wrong))
    assert right == set()
    assert told(OFFICE, REQUESTS + words.format(wrong + 3)) != set()


@pytest.mark.parametrize(
    "words",
    [
        "收到申请12件，其中新收10件；上年结转2件。",
        "收到申请12件，含上年结转2件。",
        "受理申请12件，其中：自然人9件、企业3件。",
        "收到申请10件，上年结转2件，办结11件；没有结转其他业务。",
        "收到申请10件。通过网上收到申请7件，信函3件。",
        "收到申请10件。四个股室受理的分别为3件、3件、2件和2件。",
    ],
)
def test_totals_that_hold_what_was_carried_in(words: str) -> None:
    assert told(OFFICE, REQUESTS + words) == set()


@pytest.mark.parametrize("words", ["全部办结，没有结转。", "上年无结转。已办结，没有申请结转。"])
def test_that_nothing_is_left_for_the_next_year(words: str) -> None:
    report = OFFICE.with_numbers(
        applications("natural_person", carried_in=0, granted=3) | applications("enterprise", carried_in=0, granted=0)
    )
    assert told(report, f"{REQUESTS}收到申请10件。{words}") & {"X-03", "X-12"}


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("办理{}件行政许可，无行政强制。", 44),
        ("全年作出44件行政许可、{}件行政处罚。", 6),
        ("推出行政规范性文件1件，为《青河县节水管理办法》，至此现行有效{}件。", 6),
    ],
)
def test_decisions_and_documents_by_their_number_first(words: str, right: int) -> None:
    assert told(OFFICE, words.format(right)) == set()
    assert told(OFFICE, words.format(right + 3)) != set()


def test_published_decisions_are_not_those_made() -> None:
    assert told(OFFICE, "公开12件行政处罚案件信息。推送3件行政许可结果。") == set()


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("行政复议纠正件数占审结件数的33.3%，答复不严谨。", False),
        ("行政复议纠正件数占审结件数的45%，答复不严谨。", True),
        ("行政复议被纠正的占全部复议案件的25%。", False),
        ("行政复议案件被纠正的占审结案件的三分之二。", True),
    ],
)
def test_the_share_of_cases_with_one_end(words: str, wrong: bool) -> None:
    assert bool(told(OFFICE, CASES.replace("引起", "。") + words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("发布信息76条，同比增加11条。其中工作动态41条，惠民信息18条，公告27条。", True),
        ("发布信息86条，同比增加11条。其中工作动态41条，惠民信息18条，公告27条。", False),
        ("发布信息103条，数量比2023年的91条增加13.2%。从内容看，防汛58条，供水29条，工程15条，其他21条。", True),
        ("发布信息123条，数量比2023年的109条增加12.8%。从内容看，防汛58条，供水29条，工程15条，其他21条。", False),
        ("全年公开147条信息，按公开渠道分，网站96条、公众号61条；按类别分，通知43条、政策19条、民生85条。", True),
        ("全年公开157条信息，按公开渠道分，网站96条、公众号61条；按类别分，通知43条、政策19条、民生95条。", False),
        ("发布信息147条，比上年增加20条。按月看，1月发布20条、2月发布30条。", False),
        ("发布信息147条。按要求更新栏目3个，更新信息5条、8条。", False),
    ],
)
def test_lists_that_divide_a_total(words: str, wrong: bool) -> None:
    assert ("X-06" in told(OFFICE, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("开展督查4次，全年督查5次。", True),
        ("开展督查4次，全年督查4次。", False),
        ("开展专项督查4次，全年督查5次。", False),
        ("上半年督查4次，全年督查5次。", False),
        ("巡查365次，通报12期；全年共通报13期。", True),
        ("一季度通报3期，全年通报12期。", False),
        ("公开信息20条，全年公开信息56条。", False),
        ("全年审查文件212件，实际审查221件。", True),
        ("填写审核表67份，全年留存审核表76份。", True),
        ("印发审核表76份，收回审核表67份。", False),
        ("广播由12个增加到16个，新增5个。", True),
        ("广播由12个增加到16个，新增4个。", False),
        ("广播由12个增加到16个，新增直播2个。", False),
        ("水质每季度公布改为每月公布，全年4次改为12次，增加9次。", True),
        ("水质每季度公布改为每月公布，全年4次改为12次，增加8次。", False),
        ("公布频次从4次调整为12次，增加6次。", True),
        ("关停长期不更新的政务新媒体6个，由27个减少到23个。", True),
        ("关停长期不更新的政务新媒体6个，由27个减少到21个。", False),
        ("行政事业性收费215.3万元，较上年的189.6万元增长16.3%。", True),
        ("行政事业性收费215.3万元，较上年的189.6万元增长13.6%。", False),
    ],
)
def test_one_thing_told_twice(words: str, wrong: bool) -> None:
    assert bool(told(OFFICE, words) & {"X-14", "X-16"}) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("2024年度主动公开信息196条。\n对全年主动公开信息169条建立台账。", True),
        ("2023年度主动公开信息196条。\n对全年主动公开信息169条建立台账。", False),
        ("安置结果全部张榜，涉及1124户。\n档案一户一档，已建档1142户。", True),
        ("安置结果全部张榜，涉及1124户。\n档案一户一档，已建档1352户。", False),
        ("网站访问1124人次。\n公众号阅读1142人次。", False),
    ],
)
def test_one_number_told_in_two_places(words: str, wrong: bool) -> None:
    assert ("X-14" in told(OFFICE, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("全部申请已按时办结。", True),
        ("全年申请均按期办结。", True),
        ("所有申请都在规定时间内答复。", False),
        ("收到的申请均在法定期限内办结。", False),
        ("上述申请均在法定期限内答复。", False),
        ("申请全部按时办结，未延期。", True),
        ("年末申请已全部办结。", True),
        ("没有跨年度的申请。", True),
        ("至年底申请无一积压。", True),
        ("截至12月31日，申请无积压、无遗留。", True),
        ("年终申请件全部清零。", True),
        ("申请当年收件当年结清。", True),
        ("信息公开申请件件办结。", True),
        ("申请事项已经全部办理完结。", True),
        ("申请均已全部答复完毕。", True),
        ("申请全部得到答复。", True),
        ("申请均已答复。", True),
        ("申请办结率100%。", True),
        ("申请当年全部答复。", True),
        ("全部申请均按期办结，没有逾期。", True),
        ("全年收到申请9件，上年结转1件，申请均按期办结。", True),
        ("全部申请均按期办结，比上年多2件。", True),
        ("年初结转的均已办结。", False),
        ("上年结转的申请均已按期办结。", False),
        ("年初结转的2件申请年内全部办结。", False),
        ("到期申请均已按时办结。", False),
        ("应于年内答复的申请均按期办结。", False),
        ("除结转下年的2件外，申请全部按期办结。", False),
        ("其余申请均在法定期限内办结。", False),
        ("另有2件结转下年，其余申请均按期答复。", False),
        ("申请均按期答复，另有2件结转下年度办理。", False),
        ("申请均已登记并按时限办理。", False),
        ("已办结的申请均在法定期限内答复。", False),
        ("答复的申请均按期送达。", False),
        ("12345热线转来的咨询均按期办结。", False),
        ("上年年末没有未办结的申请。", False),
        ("上年没有遗留的申请。", False),
        ("2023年末无在办件。", False),
        ("没有跨年办理的复议案件。", False),
        ("没有未办结的信访件。", False),
        ("要求所有申请均在法定期限内办结。", False),
        ("确保申请全部按期办结。", False),
        ("下一步，做到申请均按期办结。", False),
        ("没有超期未办结的申请。", False),
        ("无逾期未答复的申请。", False),
        ("没有因积压引起的投诉。", False),
        ("结转的申请已于2025年1月全部办结。", False),
        ("年末未办结的2件已于1月8日前全部答复。", False),
        ("上年结转的1件申请，均已按期答复。", False),
        ("审批系统中补贴申请全部按期办结。", False),
        ("申请均按期答复。结转下年2件。", False),
        ("行政复议申请均按期办结。", False),
        ("对申请均做到按期答复。", False),
        ("所有申请均由办公室登记，在法定期限内答复。", False),
    ],
)
def test_that_all_applications_were_done(words: str, wrong: bool) -> None:
    report = BUREAU.with_numbers({"applications.carried_out.natural_person": 2})
    assert ("X-12" in told(report, f"（二）依申请公开。{words}")) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("因政府信息公开引起的行政复议1件已全部审结。", True),
        ("因政府信息公开引起的行政复议均已审理完毕。", True),
        ("{before}年的复议案件4件已全部审结。", False),
        ("{year}年的复议案件1件已全部审结。", True),
    ],
)
def test_that_all_cases_were_settled_in_this_year(words: str, wrong: bool) -> None:
    pending = ONE.with_numbers({"disputes.review.corrected": 0, "disputes.review.pending": 1})
    said = words.format(before=ONE.year - 1, year=ONE.year)
    assert ("X-12" in told(pending, f"（五）监督保障。{said}")) is wrong
