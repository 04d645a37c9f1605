"""P-06: changes after the report was published."""

from collections.abc import Iterator

from model.checks.parts import WORDS
from model.checks.registry import Context, Problem, check
from model.report.publication import changed_since_published, content_mark
from model.report.report import Report


@check("P-06", "hint", "practice", reads=(*WORDS, "tables", "agency", "events"))
def changed_after_publication(report: Report, _context: Context) -> Iterator[Problem]:
    """标记“已公布”以后，标题、文字、数据或表注又有改动。"""
    if changed_since_published(report):
        yield Problem("本报告已标记公布，改动后网页、下载件要同时更换。", state=content_mark(report))
