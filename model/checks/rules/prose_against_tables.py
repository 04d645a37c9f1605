"""Checks on figures in the texts that the tables also give."""

from bisect import bisect
from collections.abc import Iterator
from fractions import Fraction

from model.checks.about import Compared
from model.checks.fix import Fix, Replacement
from model.checks.reasons import PROSE
from model.checks.registry import Context, Problem, check, in_text
from model.checks.rules.completeness import not_all
from model.checks.rules.kinds_in_turn import told_in_turn
from model.checks.rules.left_over import by_their_lists, left_over
from model.form.form import Value, format_value
from model.language.once import once_of_each
from model.language.patterns import pattern
from model.prose.agreement import agrees, disagrees, is_unsettled, names_another, table_value
from model.prose.figures import Figure, Meaning, Portion, in_form
from model.prose.insertable.linkable import one_cell
from model.prose.meant import CARRIED_IN, RECEIVED
from model.prose.reader import reading
from model.prose.terms import AFTER, DIRECT, REVIEW
from model.report.report import Report, TextId
from model.structs import replace

READ_TEXTS: tuple[TextId, ...] = ("overview", "problems", "other_matters")
"""The texts that speak of the year's figures; the preamble gives none."""
ALIKE = "，请核对后改成一致。"
"""What is to be done where two figures differ."""


def wrong_figures(report: Report, *matters: str) -> Iterator[tuple[TextId, Figure]]:
    """The figures about some matters, or about any, that are certainly not what the tables say."""
    for section, figure in _all_wrong(report):
        if figure.matter in (matters or (figure.matter,)):
            yield section, figure


@once_of_each
def _all_wrong(report: Report) -> tuple[tuple[TextId, Figure], ...]:
    """Each of them with its text; those of one text in order, then what a list has left over."""
    return tuple((section, figure) for section in READ_TEXTS for figure in _wrong_in(report, report.text[section]))


def _wrong_in(report: Report, words: str) -> Iterator[Figure]:
    received: Figure | None = None
    figures = tuple(_by_one_row(report, reading(words, report.form).figures, words))
    own = _is_whole_system_own(report, figures)
    figures = tuple(by_their_lists(report, figures, words))
    for read in told_in_turn(report, _corroborated(report, figures, words), words):
        figure = replace(read, subject="") if own and read.subject.startswith(_SYSTEM) else read
        with_carried = _WITH_CARRIED.match(words, figure.number[1]) or _is_of_more(words, figure, received)
        wrong = disagrees(report, figure if with_carried else _of(report, received, figure))
        if wrong and not _are_all(report, words, figure) and not _is_of_another(report, figure, figures):
            yield figure
        received = figure if figure.matter == "received" and figure.meanings and not figure.past else received
    yield from left_over(report, figures, words)


def _is_of_another(report: Report, figure: Figure, figures: tuple[Figure, ...]) -> bool:
    """Whether a figure is said of another office, and the agency's own of the same is told besides."""
    if not names_another(report, figure):
        return False
    own = [each for each in figures if each.meanings[:1] == figure.meanings[:1] and not names_another(report, each)]
    return any(not each.past and each.amount == table_value(report, figure.meanings[0]) for each in own)


_WITH_CARRIED = pattern("[件宗起]?[（(]含[^（）()]{0,8}(?:结转|转入|遗留|转来)")
"""Behind a figure: applications carried in are among them."""
_OUT_OF = pattern("(?P<all>[0-9]{1,6})[件份宗](?:申请)?[中里]，?[^，。；0-9\\n]{0,16}$")
"""Before a figure: of how many it is a part."""
_ALL_OF_THEM = pattern("[件份宗](?:申请)?(?:都|均|全部?)(?:是|为|由|来自)")
"""Behind how many applications they are, of which all come from the same: 7件申请都是自然人提出的."""
_NEAR = 28


def _is_of_more(words: str, figure: Figure, received: Figure | None) -> bool:
    """Whether applicants are told of more applications than the new ones: 新收12件、结转2件。14件中来自企业的5件."""
    lead = words[max(0, figure.number[0] - _NEAR) : figure.number[0]] if figure.matter == "applicant" else ""
    found = _OUT_OF.search(lead)
    return bool(found and received and received.amount is not None and int(found["all"]) > received.amount)


def _are_all(report: Report, words: str, figure: Figure) -> bool:
    """Whether a figure of applicants is that of all applications, those carried in among them, and said to be so."""
    if figure.matter != "applicant" or not _ALL_OF_THEM.match(words, figure.number[1]):
        return False
    cells = in_form((RECEIVED + CARRIED_IN,), report.form)
    return bool(cells) and figure.amount == table_value(report, cells[0])


_SYSTEM = "全系统"
_ENOUGH = 2


def _is_whole_system_own(report: Report, figures: tuple[Figure, ...]) -> bool:
    """Whether the tables are those of the whole system: at least two figures said of it, none below 2, are theirs."""
    of_it = [
        replace(figure, subject="") for figure in figures if figure.subject.startswith(_SYSTEM) and figure.meanings
    ]
    same = {
        figure.meanings[0]
        for figure in of_it
        if (value := table_value(report, figure.meanings[0])) and figure.amount == value and value >= _ENOUGH
    }
    return len(same) >= _ENOUGH


def _corroborated(report: Report, figures: tuple[Figure, ...], text: str) -> tuple[Figure, ...]:
    """The figures, those of one sentence and of others by their words as the agency's own where the tables say so.

    They are where at least two things told of the same others in the sentence are in the tables as they are told, one
    of them not by chance, and more than are not: 各乡镇作出行政许可21346件，行政处罚3892件，行政强制417件.
    """
    of_others = [
        figure
        for figure in figures
        if (figure.subject or figure.assumed) and figure.meanings and figure.amount is not None and not figure.past
    ]
    if len(of_others) < _ENOUGH:
        return figures
    groups: dict[tuple[object, ...], list[Figure]] = {}
    ends = [found.start() for found in _SENTENCE_END.finditer(text)]
    for figure in of_others:
        groups.setdefault((bisect(ends, figure.span[0]), figure.subject, figure.assumed), []).append(figure)
    own = {id(figure) for told in groups.values() if _are_of_the_tables(report, told) for figure in told}
    return tuple(replace(figure, subject="", assumed=False) if id(figure) in own else figure for figure in figures)


_SENTENCE_END = pattern("[。！？\n]")
_BY_CHANCE = 2
"""A figure no greater may be equal by chance."""


def _are_of_the_tables(report: Report, told: list[Figure]) -> bool:
    same = {figure.meanings[0]: figure for figure in told if figure.amount == table_value(report, figure.meanings[0])}
    by_no_chance = any((figure.amount or 0) > _BY_CHANCE for figure in same.values())
    return by_no_chance and len(same) >= _ENOUGH and len(same) > len(told) - len(same)


_LISTED = pattern("[、，；]?(?:其中|由|和|及|与)?[^，。；、\n]{0,12}")
"""What may stand between two applicants of one list."""


def _by_one_row(report: Report, figures: tuple[Figure, ...], text: str) -> Iterator[Figure]:
    """The figures, those of one list of applicants read by one row: received alone, or with those carried in."""
    index = 0
    while index < len(figures):
        end = index + 1
        while end < len(figures) and _are_listed(figures[end - 1], figures[end], text):
            end += 1
        yield from _agreeing(report, figures[index:end])
        index = end


def _are_listed(one: Figure, other: Figure, text: str) -> bool:
    both = (one, other)
    return all(figure.matter == "applicant" and not figure.partial for figure in both) and (
        len(one.meanings) == len(other.meanings) and bool(_LISTED.fullmatch(text, one.span[1], other.span[0]))
    )


def _agreeing(report: Report, listed: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures of a list as they are where one reading holds for all, else by the reading that holds for most."""
    if len(listed) == 1 or is_unsettled(report):
        return listed
    rows = [
        [agrees(figure, table_value(report, figure.meanings[row]) or 0) for figure in listed]
        for row in range(len(listed[0].meanings))
    ]
    if any(map(all, rows)):
        return listed
    best = max(range(len(rows)), key=lambda row: sum(rows[row]))
    return tuple(replace(figure, meanings=(figure.meanings[best],)) for figure in listed)


def _of(report: Report, received: Figure | None, figure: Figure) -> Figure:
    """Applicants as those received only, when the total before them is certainly without those carried in."""
    if figure.matter != "applicant" or received is None or received.amount is None:
        return figure
    values = [table_value(report, meaning) for meaning in received.meanings[:2]]
    gathered = _has_carried(received.meanings[0])
    if gathered or values[0] is None or values[0] in values[1:] or received.amount != values[0]:
        return figure
    new, *others = figure.meanings
    return replace(
        figure, meanings=(new, *(other for other in others if not (set(new) < set(other) and _has_carried(other))))
    )


def _has_carried(meaning: Meaning) -> bool:
    return any(cell.startswith("applications.carried_in.") for cell in meaning)


def _is_of_new(meaning: Meaning) -> bool:
    """Whether a reading counts the new applications alone."""
    return all(cell.startswith("applications.received.") for cell in meaning)


def _problem(report: Report, section: TextId, figure: Figure, message: str) -> Problem:
    problem = in_text(section, figure.span, report.text[section], message, _fix(report, section, figure))
    about = Compared(figure.amount, _sum(report, figure))
    return replace(problem, cells=figure.meanings[0], about=about)


def _fix(report: Report, section: TextId, figure: Figure) -> Fix | None:
    """The live field where one cell is meant, else its figure; none where words would have to be found."""
    value = table_value(report, figure.meanings[0])
    if figure.kind != "count" or figure.partial or value is None or figure.unit in ("元", "亿元"):
        return None
    if cell_id := one_cell(report, figure):
        label, words = f"改为随表数据（{format_value(value)}）", f"{{{{{cell_id}}}}}"
    else:
        words = format_value(value)
        label = f"改为{words}{figure.unit}"
    return Fix(label, (Replacement(section, figure.number, words),))


def _portions(report: Report, context: Context, *matters: str) -> Iterator[Problem]:
    """Amounts in words that no reading of the tables agrees with, unless X-12 tells of the same words."""
    for section in READ_TEXTS:
        words = report.text[section]
        for found in reading(words, report.form).portions:
            if found.matter not in matters:
                continue
            values = [(table_value(report, part), table_value(report, whole)) for part, whole in found.pairs]
            fits = any(_is_share(found, part, whole) for part, whole in values)
            if not fits and not _is_told(report, context, section, found.span):
                part, whole = values[0]
                said = words[slice(*found.span)]
                message = f"正文写“{said}”，表中共{whole}件，{found.item}是{part}件。"
                yield replace(in_text(section, found.span, words, message), cells=found.pairs[0][0])


def _is_told(report: Report, context: Context, section: TextId, words: tuple[int, int]) -> bool:
    """Whether X-12 tells of words that overlap some."""
    told = [problem.span for problem in not_all(report, context) if problem.section == section and problem.span]
    return any(span[0] < words[1] and words[0] < span[1] for span in told)


def _is_share(found: Portion, part: Value | None, whole: Value | None) -> bool:
    """Whether a part can be said to be the share of its whole; True while a cell is blank or nothing is there."""
    return part is None or not whole or found.share.fits(Fraction(part), Fraction(whole))


def _said(figure: Figure) -> str:
    """The figure as the text has it; words that say none are 0."""
    return format_value(figure.value)


def _sum(report: Report, figure: Figure) -> Value:
    return table_value(report, figure.meanings[0]) or 0


@check("X-01", "warning", "practice", reads=("tables", "agency", *READ_TEXTS), reasons=PROSE)
def received_differs(report: Report, _context: Context) -> Iterator[Problem]:
    """正文写的收到（受理、新收）申请件数与表三不符；等于本年新收，或者等于新收加上年结转，都不算错。"""
    for section, figure in wrong_figures(report, "received"):
        if not any(_is_of_new(meaning) for meaning in figure.meanings):
            message = f"正文写{figure.item}{_said(figure)}件，表三本年新收加上年结转是{_sum(report, figure)}件{ALIKE}"
            yield _problem(report, section, figure, message)
            continue
        new, *others = sorted(table_value(report, meaning) or 0 for meaning in figure.meanings)
        message = f"正文写收到申请{_said(figure)}件，表三本年新收是{new}件"
        more = f"，加上年结转是{others[-1]}件" if others and others[-1] != new else ""
        yield _problem(report, section, figure, f"{message}{more}{ALIKE}")


@check("X-02", "warning", "practice", reads=("tables", "agency", *READ_TEXTS), reasons=PROSE)
def concluded_differs(report: Report, _context: Context) -> Iterator[Problem]:
    """正文写的办结（答复）件数与表三办理结果总计不符。“答复”不计撤回等其他处理的，也不算错。"""
    for section, figure in wrong_figures(report, "concluded"):
        total = _sum(report, figure)
        yield _problem(
            report, section, figure, f"正文写{figure.item}{_said(figure)}件，表三办理结果总计是{total}件{ALIKE}"
        )


@check("X-03", "warning", "practice", reads=("tables", "agency", *READ_TEXTS), reasons=PROSE)
def carried_differs(report: Report, context: Context) -> Iterator[Problem]:
    """正文写的上年结转、结转下年件数与表三不符。"""
    for section, figure in wrong_figures(report, "carried"):
        name = "" if figure.item == "结转" else f"“{figure.item}”"
        message = f"正文写结转{_said(figure)}件，表三是{name}{_sum(report, figure)}件{ALIKE}"
        yield _problem(report, section, figure, message)
    yield from _portions(report, context, "carried")


@check(
    "X-04",
    "warning",
    "practice",
    reads=("tables", "agency", *READ_TEXTS),
    reasons=("含政府信息公开以外的案件", "上级统计口径"),
)
def disputes_differ(report: Report, context: Context) -> Iterator[Problem]:
    """正文写的因政府信息公开引起的行政复议、行政诉讼与表四不符，写“均维持”“无一纠正”也核对；只读说的是政府信息公开的句子。"""
    cells = (in_form((roles,), report.form) for roles in (REVIEW, DIRECT + AFTER))
    reviews, suits = (table_value(report, *meaning) if meaning else None for meaning in cells)
    for section, figure in wrong_figures(report, "disputes"):
        said = figure.words if figure.kind == "none" else f"{figure.item}{_said(figure)}件"
        table = f"表四是{_sum(report, figure)}件（复议共{reviews or 0}件、诉讼共{suits or 0}件）"
        yield _problem(report, section, figure, f"正文写{said}，{table}{ALIKE}")
    yield from _portions(report, context, "disputes")


@check("X-05", "warning", "practice", reads=("tables", "agency", *READ_TEXTS), reasons=PROSE)
def documents_differ(report: Report, _context: Context) -> Iterator[Problem]:
    """正文写的规范性文件、规章制发、废止、现行有效件数与表二不符。"""
    for section, figure in wrong_figures(report, "documents"):
        message = f"正文写{figure.item}{_said(figure)}件，表二是{_sum(report, figure)}件{ALIKE}"
        yield _problem(report, section, figure, message)


@check("X-09", "warning", "practice", reads=("tables", "agency", *READ_TEXTS), reasons=PROSE)
def result_differs(report: Report, context: Context) -> Iterator[Problem]:
    """正文写的某一办理结果或某一类申请人的件数与表三不符；“撤回”等只占一行的一部分，多于该行才算。“均”“一半”“无一”等也按表核对。"""
    for section, figure in wrong_figures(report, "result", "applicant"):
        message = f"正文写{figure.item}{_said(figure)}件，表三是{_sum(report, figure)}件{ALIKE}"
        yield _problem(report, section, figure, message)
    yield from _portions(report, context, "result", "applicant")


@check("X-10", "warning", "practice", reads=("tables", "agency", *READ_TEXTS), reasons=PROSE)
def decisions_differ(report: Report, _context: Context) -> Iterator[Problem]:
    """正文写的行政许可、行政处罚、行政强制件数和行政事业性收费与表二不符；四舍五入的金额不算错。"""
    for section, figure in wrong_figures(report, "decisions", "fees"):
        unit = figure.unit or "件"
        table = "万元" if figure.matter == "fees" else unit
        said = f"{figure.item}{_said(figure)}{unit}"
        yield _problem(
            report, section, figure, f"正文写{said}，表二是{format_value(_sum(report, figure))}{table}{ALIKE}"
        )
