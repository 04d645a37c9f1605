"""Whatever a report holds, every check answers, at places that exist, and always the same."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from model.checks import SEVERITIES, Context, dismiss, findings
from model.checks.fix import fixed
from model.report.report import TEXT_IDS, Report
from model.structs import replace
from tests.forms import FORM
from tests.strategies import reports

SECTIONS = {"title", "agency", *(section.id for section in FORM.sections), "preamble"}

_PIECES = (
    "青河县水务局",
    "某局",
    "2024年",
    "20XX年",
    "二〇二三年",
    "1月1日至12月31日",
    " ",
    "\n",
    "政府信息公开工作",
    "年度报告",
    "政府信息工作年度报告",
    "信息公开处理费",
    "国办公开办函〔2019〕60号",
    "国务院令第492号",
    "邮编：1300",
    "电话：0431-89",
    "地址：青河县人民路8号",
    "特此报告。",
    "县人民政府：",
    "现公布白石县水务局",
    "由白石县水务局编制",
    "信息  条",
    "××",
    "__",
    "【】",
    "{{no.such.cell}}",
    "{{applications.received.total}}",
    "申请人张三申请",
    "11010519491231002X",
    "13800138000",
    "机密★",
    "，，",
    "信息,公开",
    "（",
    "”",
    "“",
    "截止2024年",
    "20241月",
    "收到政府信息公开申请3份",
    "发布信息近300条",
    "一是公开；三是解读",
    "\n（一）公开。信息",
    "\n（三）解读",
    "《关于《办法》的通知》",
    "国办函[2020]109号",
    "（以下简称《条例》）",
    "新修订《条例》",
    "\u200b\u2028𠮷",
)


def slips() -> st.SearchStrategy[str]:
    """Texts of what checks look for, in any order."""
    return st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)


@st.composite
def slipping_reports(draw: st.DrawFn) -> Report:
    """Any report, with words in it that checks look for."""
    report = draw(reports())
    for text_id in TEXT_IDS:
        if draw(st.booleans()):
            report = report.with_text(text_id, draw(slips()))
    title = draw(st.none() | slips())
    notes = draw(st.dictionaries(st.sampled_from(("disclosure", "applications", "disputes")), slips(), max_size=3))
    return replace(report, title=title, notes=notes)


@given(slipping_reports(), st.dates(date(2020, 1, 1), date(2130, 1, 1)))
def test_every_finding_has_its_place(report: Report, today: date) -> None:
    found = findings(report, Context(today))
    for finding in found:
        assert finding.message
        assert set(finding.cells) <= set(FORM.cells)
        assert finding.section is None or finding.section in SECTIONS
        assert finding.severity in SEVERITIES
        if finding.span is not None:
            assert finding.section is not None
            start, end = finding.span
            words = report.words(finding.section)
            assert 0 <= start <= end <= len(words)
            assert words[start:end] == finding.quote
    assert findings(report, Context(today)) == found


@given(slipping_reports(), st.dates(date(2020, 1, 1), date(2130, 1, 1)))
def test_all_but_errors_can_be_dismissed_one_after_another(report: Report, today: date) -> None:
    context = Context(today)
    while left := [finding for finding in findings(report, context) if finding.severity != "error"]:
        after = dismiss(report, left[0], "已核实")
        assert left[0] not in findings(after, context)
        report = after


@given(slipping_reports(), st.dates(date(2020, 1, 1), date(2130, 1, 1)))
def test_every_fix_changes_the_report_at_places_that_exist(report: Report, today: date) -> None:
    for finding in findings(report, Context(today)):
        if finding.fix is None:
            continue
        parts = sorted((part.section, *part.span) for part in finding.fix.replacements)
        assert all(0 <= start <= end <= len(report.words(section)) for section, start, end in parts)
        assert all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(parts))
        assert fixed(report, finding.fix) != report
