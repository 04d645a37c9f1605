"""Figures whose words say nothing known, judged by the list they stand in: what the others leave of the whole."""

from collections.abc import Iterator, Sequence

from model.form.form import Form
from model.language.patterns import pattern
from model.prose.agreement import agrees, is_unsettled, table_value
from model.prose.figures import Figure, Meaning, in_form
from model.prose.meant import CONCLUDED, RECEIVED
from model.prose.terms import row_total
from model.prose.vocabulary import APPLICANTS, RESULTS
from model.report.report import Report
from model.structs import replace

_APART = pattern("[。！？\\n（）()]|其中|包括|含|共|合计|总计|占|比|较")
"""Between two figures: they are not of one list."""
_NO_PART = pattern(
    "延[期长]|告知|补正通知|征求|听证|网上|网络|在线|平台|信函|邮寄|邮件|传真|当面|现场|窗口|渠道|平均|工作日|[当次]日|最[长短快慢]"
    "|复议|诉讼|咨询|信箱|热线|留言|涉及|关于|有关|方面|许可|处罚|强制|结转|转入|转下|收到|新收|受理|上年|去年|逐|类(?!似)|问|要求|申请公开|结果|总共|一共|共计|合计|全部|均|各"
)
"""Words of what is told of applications besides how they ended or who had applied."""
_LEAST = 2
_UNITS = frozenset(("件", "份", "宗", "起", ""))


def left_over(report: Report, figures: Sequence[Figure], text: str) -> Iterator[Figure]:
    """The one figure of a list that is not known, where the others leave but one row and it is not that row's."""
    if is_unsettled(report):
        return
    for run in _runs(figures, text):
        matter = next(figure.matter for figure in run if figure.matter)
        unknown = [figure for figure in run if not figure.matter]
        known = [figure for figure in run if figure.matter]
        if len(unknown) == 1 and len(known) >= _LEAST and not _NO_PART.search(text, *_words(run, unknown[0], text)):
            yield from _judged(report, matter, known, unknown[0])


def _runs(figures: Sequence[Figure], text: str) -> Iterator[list[Figure]]:
    """The lists of results, or of applicants, with the figures between that are not known."""
    run: list[Figure] = []
    matter = ""
    for figure in figures:
        joined = bool(run) and not _APART.search(text, run[-1].number[1], figure.number[0])
        listed = _may_be_listed(figure)
        if not joined or not listed or (matter and figure.matter and figure.matter != matter):
            if matter:
                yield run
            run, matter = [], ""
        if listed:
            run.append(figure)
            matter = matter or figure.matter
    if matter:
        yield run


def _may_be_listed(figure: Figure) -> bool:
    counted = figure.kind == "count" and figure.unit in _UNITS and figure.bound == "exact" and not figure.past
    known = figure.matter in ("result", "applicant") and bool(figure.meanings) and not figure.partial
    return counted and not figure.subject and (known or not (figure.matter or figure.meanings))


def _words(run: Sequence[Figure], figure: Figure, text: str) -> tuple[int, int]:
    """From the figure before, or the clause's begin, to the next one."""
    place = run.index(figure)
    start = run[place - 1].number[1] if place else figure.clause[0]
    end = run[place + 1].number[0] if place + 1 < len(run) else figure.clause[1]
    return start, min(end, len(text))


def _judged(report: Report, matter: str, known: Sequence[Figure], unknown: Figure) -> Iterator[Figure]:
    whole = table_value(report, in_form((CONCLUDED if matter == "result" else RECEIVED,), report.form)[0])
    values = [table_value(report, figure.meanings[0]) for figure in known]
    named = [cell for figure in known for cell in figure.meanings[0]]
    if whole is None or any(value is None for value in values) or len(set(named)) < len(named):
        return
    if not all(agrees(figure, value or 0) for figure, value in zip(known, values, strict=True)):
        return
    rest = tuple(cell for cell in _cells(matter, report.form) if cell not in named)
    left = whole - sum(value or 0 for value in values)
    rows = [value for cell in rest if (value := table_value(report, (cell,)))]
    if len(rows) == 1 and left == rows[0] and unknown.amount not in (left, whole):
        item = "其余办理结果" if matter == "result" else "其余申请人申请"
        yield replace(unknown, matter=matter, item=item, meanings=(rest,))  # type: ignore[arg-type]


def _cells(matter: str, form: Form) -> Meaning:
    """All rows of the results, or all columns of the applicants."""
    roles = (
        tuple(row_total(row) for row in ("granted", *RESULTS))
        if matter == "result"
        else tuple(f"applications.received.{kind}" for kind in APPLICANTS if kind != "organisation")
    )
    return in_form((roles,), form)[0]


_BETWEEN = pattern("[^。；\\n0-9]{0,40}")


def by_their_lists(report: Report, figures: Sequence[Figure], text: str) -> Iterator[Figure]:
    """The figures, what was received as the new applications alone where the applicants listed behind it are theirs.

    They are where all of them are as the table has the new applications, are all there is, and not all of them as the
    table has those with the ones carried in.
    """
    for index, figure in enumerate(figures):
        several = figure.matter == "received" and figure.kind == "count" and len(figure.meanings) > 1
        listed = _applicants_behind(figures, index, text) if several and not figure.partial else []
        alone = len(listed) >= _LEAST and _are_new_alone(report, figure, listed)
        yield replace(figure, meanings=figure.meanings[:1]) if alone else figure


def _applicants_behind(figures: Sequence[Figure], index: int, text: str) -> list[Figure]:
    """The list of applicants behind a figure, with comparisons between."""
    listed, last = list[Figure](), figures[index]
    for each in figures[index + 1 : index + 1 + _MOST_APPLICANTS]:
        if not _BETWEEN.fullmatch(text, last.number[1], each.number[0]):
            break
        if each.matter == "applicant" and each.kind == "count" and each.is_whole:
            listed.append(each)
        elif listed or each.kind != "comparison":
            break
        last = each
    return listed


_MOST_APPLICANTS = 10


def _are_new_alone(report: Report, whole: Figure, listed: Sequence[Figure]) -> bool:
    rows = [
        [
            agrees(figure, table_value(report, figure.meanings[min(row, len(figure.meanings) - 1)]) or 0)
            for figure in listed
        ]
        for row in range(2)
    ]
    told = sum(figure.amount or 0 for figure in listed)
    return all(rows[0]) and not all(rows[1]) and told == table_value(report, whole.meanings[0])
