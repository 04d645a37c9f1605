"""Numbers that look unlikely, of which the text tells why they are so."""

from datetime import date

import pytest

from model.checks import Context, findings
from model.report.report import PastReport, Report, Texts
from model.structs import replace
from tests.checks.correct import BUREAU, applications, filled
from tests.forms import FORM

_IN_FORCE = "disclosure.normative_documents.in_force"


def _told(report: Report) -> set[str]:
    return {each.check for each in findings(report, Context(date(report.year + 1, 1, 20)))}


def _with_suit(words: str) -> Report:
    bare = replace(BUREAU, text=Texts(), numbers=filled({"disputes.direct_suit.upheld": 1}))
    return bare.with_text("overview", words)


@pytest.mark.parametrize(
    "words",
    [
        "行政诉讼1件，系未经复议直接起诉，起因是申请人认为答复内容与实际不符，法院维持。",
        "行政诉讼1件，直接起诉，争议在于已公开的内容是否准确，法院维持。",
        "行政诉讼1件，当事人直接向法院提起，诉请为确认未按期答复违法，法院维持。",
        "行政诉讼1件，维持。该案为第三人就公开决定提起，依法可以直接起诉。",
        "行政诉讼1件，维持。该案不服的是信息处理费，法律未规定复议前置。",
        "行政诉讼1件，维持。此案系第三方认为公开侵犯其商业秘密而直接提起。",
        "直接起诉1件系当事人要求更正公开内容，不在复议前置之列，法院维持。",
        "直接起诉1件，不属必须先行复议的情形，法院维持。",
    ],
)
def test_a_suit_without_review_whose_cause_is_told_is_right(words: str) -> None:
    assert "T4-05" not in _told(_with_suit(words))


@pytest.mark.parametrize(
    "words",
    [
        "行政诉讼1件，直接起诉，法院维持。",
        "行政诉讼1件，未经复议直接起诉，法院驳回原告诉讼请求。",
        "行政诉讼1件，申请人直接起诉，不服的是不予公开决定，法院维持。",
    ],
)
def test_a_suit_without_review_is_told_of_where_no_cause_is_told(words: str) -> None:
    assert "T4-05" in _told(_with_suit(words))


def _with_documents(words: str) -> Report:
    past = PastReport(FORM, BUREAU.year - 1, filled({_IN_FORCE: 9}), Texts())
    bare = replace(BUREAU, text=Texts(), numbers=filled({_IN_FORCE: 8}), last_year=past)
    return bare.with_text("overview", words)


@pytest.mark.parametrize(
    "words",
    [
        "现行有效数与上年衔接相差1件，系一份文件有效期届满自动失效，未计入废止。",
        "与上年相比少1件，原因是一份试行文件到期失效，不计入当年废止。",
        "机构职能调整后，向其他部门移交文件1件，不再计入现行有效数。",
        "一件规范性文件随职能划转。",
    ],
)
def test_documents_in_force_are_right_where_the_text_tells_why(words: str) -> None:
    assert "T2-04" not in _told(_with_documents(words))


@pytest.mark.parametrize("words", ["规范性文件现行有效8件。", "网站上标注失效文件133件。", "全年公开文件24件。"])
def test_documents_in_force_are_told_of_where_it_does_not(words: str) -> None:
    assert "T2-04" in _told(_with_documents(words))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("收到申请45件，增长60.7%，增长原因是旧城更新项目集中启动。", False),
        ("收到申请45件，同比增加30件，主要是受征地项目影响。", False),
        ("收到申请45件，同比增加30件。", True),
    ],
)
def test_many_more_applications_are_right_where_the_text_tells_why(words: str, *, told: bool) -> None:
    past = PastReport(FORM, BUREAU.year - 1, filled(applications("natural_person", received=15, granted=15)), Texts())
    numbers = filled(applications("natural_person", received=45, granted=45))
    report = replace(BUREAU, text=Texts(), numbers=numbers, last_year=past).with_text("overview", words)
    assert ("T3-12" in _told(report)) is told
