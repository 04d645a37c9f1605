"""What stands behind a list, in a bracket or beside a name is said of the whole, of a part, or of something else."""

import pytest

from model.prose.reader import reading
from model.report.report import PastReport, Report, Texts
from model.structs import replace
from tests.checks.correct import BUREAU, judged

HEAD = "依申请公开。"


def told(report: Report, words: str) -> set[str]:
    """The checks that find something once some words are told of applications, and did not before."""
    overview = f"{report.text.overview}\n{HEAD}{words}"
    before = {finding.check for finding in judged(report)}
    return {finding.check for finding in judged(report.with_text("overview", overview))} - before


KINDS = (
    ("自然人", "natural_person"),
    ("商业企业", "enterprise"),
    ("科研机构", "research"),
    ("法律服务机构", "legal_service"),
)


@pytest.mark.parametrize("mark", ["，其中{}，", "（{}），"])
def test_a_change_behind_a_list_of_applicants_is_that_of_all(mark: str) -> None:
    last = dict.fromkeys(BUREAU.form.parts["applications.received.total"], 0)
    last |= {f"applications.received.{kind}": 2 for _, kind in KINDS}
    numbers = {f"applications.received.{kind}": count for (_, kind), count in zip(KINDS, (9, 4, 2, 1), strict=True)}
    past = PastReport(BUREAU.form, BUREAU.year - 1, last, Texts())
    report = replace(BUREAU, numbers={**BUREAU.numbers, **numbers}, last_year=past)
    now = report.count("applications.received.total")
    listed = "、".join(f"{name}{report.count(f'applications.received.{kind}')}件" for name, kind in KINDS)
    whole = f"新收申请{now}件{mark.format(listed)}"
    assert "X-08" not in told(report, f"{whole}较上年的8件增加{now - 8}件。")
    assert "X-08" in told(report, f"{whole}较上年的7件增加{now - 7}件。")


@pytest.mark.parametrize(
    "words",
    [
        "其中1件（村民1件）予以公开。",
        "全年登记政府信息公开申请11件，多为自然人所提。其中同一申请人就同一事项先后提出4件。",
        "自然人王某某对其中1件答复不服，多次来电询问。",
        "全年接听群众政策咨询电话320次，均当场答复或转请相关科室回复，其中1件转为信访事项办理。",
        "落实规范性文件统一登记、统一编号、统一印发，新制文件全部在印发后20个工作日内公开。",
        "县政府办理的其他行政复议（不涉及政府信息公开）5件。",
        "因政府信息公开引起的行政复议1件，结果为维持，涉及调解、接种、抚恤。",
        "全年新收申请11件。按类别分，涉及招生的17件、教师职称的4件、学校建设的8件。",
    ],
)
def test_what_is_of_others_is_held_against_no_table(words: str) -> None:
    assert told(BUREAU, words) & {"X-02", "X-04", "X-05", "X-09"} == set()


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("办公室1人专职、各股室1人兼职，共6人。", "X-16", False),
        ("办公室2人专职、信息股3人兼职，共6人。", "X-16", True),
        ("发布审计公告4篇、整改报告1篇，以及机关动态61条、财务信息4条，总计70条。", "X-16", False),
        ("发布188条，占全年任务数150条的125.3%。", "F-08", False),
        ("随访188人，满意率125.3%。", "F-08", True),
        ("按优、良、中、差分档，3个村评为优、8个村评为良。", "X-16", False),
        ("对9个社区开展抽查，现场整改问题16个。", "X-06", False),
        ("2023年未审结的1件复议案件已维持。", "Y-01", False),
        ("围绕防汛、供水、河湖长制四件大事抓公开。", "F-07", True),
        ("围绕防汛、供水、河湖长制三件大事抓公开。", "F-07", False),
        ("做到“早、准、实、便、严”四个字。", "F-07", True),
        ("做到“早、准、实、便、严”五个字。", "F-07", False),
        ("扣分6处已整改8处。", "X-16", True),
        ("扣分6处已整改6处。", "X-16", False),
    ],
)
def test_figures_that_are_of_two_things(words: str, code: str, wrong: bool) -> None:
    assert (code in told(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("problems", "code", "wrong"),
    [
        ("存在栏目分类不细的不足。今后一是上线推送功能；二是重新划分栏目。", "F-05", False),
        ("存在栏目分类不细的不足。今后二是上线推送功能；三是重新划分栏目。", "F-05", True),
        (f"栏目不细。改进情况：{BUREAU.year}年将发布时间提前到3月，较上年提前1个月。", "Y-10", False),
        (f"栏目不细。改进情况：{BUREAU.year}年将重新划分栏目。", "Y-10", True),
    ],
)
def test_what_was_done_and_what_is_to_be_done(problems: str, code: str, wrong: bool) -> None:
    assert (code in {finding.check for finding in judged(BUREAU.with_text("problems", problems))}) is wrong


def share_of(words: str) -> list[str]:
    return [share.figure.words for share in reading(words, BUREAU.form).shares]


def test_what_our_own_office_received_has_shares_and_what_another_did_has_none() -> None:
    said = "共收到申请32件（自然人23件，占71.9%；商业企业4件）。"
    assert share_of(f"{HEAD}我局{said}") == ["71.9%"]
    assert share_of(f"{HEAD}全县{said}") == []


@pytest.mark.parametrize(
    "words",
    [
        "依申请公开。收到7件申请，为近三年最多，其中自然人6件、企业1件；公开4件。",
        "（一）公开主动。发布信息9条。\n（二）坚持依法答复。新收申请7件，自然人6件、企业1件；予以公开4件。\n（三）管理。无。",
    ],
)
def test_applications_are_read_although_a_year_or_no_heading_is_named(words: str) -> None:
    found = {figure.item for figure in reading(words, BUREAU.form).figures if figure.meanings}
    assert {"收到申请", "予以公开"} <= found
    assert any("自然人" in item for item in found)
