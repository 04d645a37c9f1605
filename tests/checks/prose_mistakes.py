"""Ways to spoil a correct report by a figure in its prose."""

from collections.abc import Callable

from model.report.report import Report
from tests.checks.beside import PAST_BUREAU, with_past
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP, applications, reworded

_CONCLUDED = "办结{{applications.concluded.total}}件"
_PAST = {**PAST_BUREAU, **applications("natural_person", received=3, granted=2, carried_out=1)}


def _said(words: str) -> Report:
    """The bureau's report with more said after 办结…件 in its sentence on applications."""
    return reworded(BUREAU, "overview", _CONCLUDED, f"{_CONCLUDED}，{words}")


def _compared(words: str) -> Report:
    """The bureau's report beside last year's, with a comparison of the applications received."""
    received = "收到申请{{applications.received.total}}件"
    return with_past(reworded(BUREAU, "overview", received, f"{received}，{words}"), _PAST)


PROSE_MISTAKES: list[tuple[str, Callable[[], Report]]] = [
    ("X-01", lambda: reworded(COUNTY, "overview", "共收到申请99件", "共收到申请89件")),
    ("X-01", lambda: TOWNSHIP.with_numbers(applications("natural_person", received=2, granted=2))),
    ("X-02", lambda: reworded(COUNTY, "overview", "办结95件", "办结九十六件")),
    ("X-03", lambda: reworded(COUNTY, "overview", "结转下年度5件", "结转下年度４件")),
    ("X-04", lambda: reworded(BUREAU, "overview", "行政复议1件", "行政复议2件")),
    ("X-04", lambda: TOWNSHIP.with_number("disputes.suit_after_review.pending", 1)),
    ("X-05", lambda: reworded(BUREAU, "overview", "逐件清理规范性文件", "现行有效规范性文件16件")),
    ("X-06", lambda: reworded(BUREAU, "overview", "其中政策解读12条", "其中政策解读120条、动态信息102条")),
    ("X-07", lambda: reworded(BUREAU, "other_matters", "收取信息处理费0元", "收取信息处理费120元")),
    ("X-08", lambda: _compared("比上年增加7件")),
    ("X-09", lambda: _said("予以公开7件")),
    (
        "X-10",
        lambda: reworded(COUNTY, "overview", "（三）政府信息管理", "行政事业性收费1865.1万元。\n（三）政府信息管理"),
    ),
    ("X-11", lambda: _compared("同比增长260%")),
]
