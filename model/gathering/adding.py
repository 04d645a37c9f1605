"""What the sheets of several 科室 come to together, and all that is to be said before any of it is taken.

Two 科室 that give one figure are added. A 科室 that has given it before, and is in the plan for it, counts with what it
gave then, unless it gives it anew. Where one sheet cannot be read at a figure, nothing is added up for that figure.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext

from model.files.problems import FileProblem
from model.form.form import CellError, Value, format_value
from model.gathering.items import Item, items
from model.gathering.plan import Plan, giver_name
from model.gathering.returned import Given, Returned
from model.language.squeezed import packed
from model.report.report import Posted, Report
from model.structs import Struct, field

_EXACT = 100
"""More digits than the sum of any amounts has."""
_SHOWN = 30

Parts = Mapping[str, Value]
"""The figures by the 科室 that gave them, in their order."""


class Sum(Struct, frozen=True):
    """A figure that was given.

    Attributes:
        item: what it is the figure of.
        before: what stands there now; None where it is blank.
        after: the sum.
        parts: who gave what of it.
        kept: those of them who gave it before, and not now.
    """

    item: Item
    before: Value | None
    after: Value
    parts: Parts
    kept: tuple[str, ...] = ()

    @property
    def given_by(self) -> str:
        """Who gave it, with the figures where there are several."""
        if len(self.parts) == 1:
            return next(iter(self.parts))
        return "、".join(f"{giver} {format_value(value)}" for giver, value in self.parts.items())

    @property
    def changes(self) -> bool:
        """Whether it is another figure than the one that stands there."""
        return self.before is None or format_value(self.before) != format_value(self.after)


class Gathered(Struct, frozen=True):
    """What some sheets come to.

    Attributes:
        sums: every figure that was given, in the form's order.
        refused: the files that were left out, each with the reason.
        doubts: what must be looked at, a sentence each.
        notes: what else is to be said, a sentence each.
    """

    sums: tuple[Sum, ...]
    refused: tuple[str, ...]
    doubts: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def changes(self) -> tuple[Sum, ...]:
        """The figures that become others."""
        return tuple(each for each in self.sums if each.changes)


def gathered(
    report: Report, plan: Plan, returned: Sequence[Returned], problems: Sequence[FileProblem] = ()
) -> Gathered:
    """Add up what some sheets give.

    Args:
        report: what stands there now.
        plan: who is asked for what.
        returned: the sheets, in any order.
        problems: the files that could not be read.
    """
    work = _Adding(report, plan)
    work.refused += [f"“{problem.path}”没有读成：{problem.reason}" for problem in problems]
    for sheet in returned:
        work.take(sheet)
    sums = tuple(work.sums())
    return Gathered(sums, tuple(work.refused), tuple(work.doubts), (*work.notes, *work.missing(sums)))


class _Adding(Struct):
    report: Report
    plan: Plan
    refused: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    given: dict[str, dict[str, Value]] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    """The file of each 科室 that has sent one."""
    answered: set[tuple[str, str]] = field(default_factory=set)
    """The 科室 with the items that stand on its sheet, filled in or not."""

    def take(self, sheet: Returned) -> None:
        """Take a sheet in, or say why not."""
        if why := self._why_not(sheet):
            self.refused.append(f"“{sheet.file}”没有读入：{why}")
            return
        self.files[sheet.digest] = sheet.file
        if sheet.year is None:
            self.doubts.append(f"“{sheet.file}”没有写是哪一年的，请核对是不是 {self.report.year} 年的数")
        giver = giver_name(sheet.giver)
        if not giver:
            giver = giver_name(f"未写科室（{sheet.file.rpartition('.')[0] or sheet.file}）")
            self.doubts.append(f"“{sheet.file}”没有写填报科室，记作“{giver}”")
        blank = [given.item.name for given in sheet.given if given.value is None and not given.doubt]
        if blank:
            self.notes.append(f"{giver}没有填：{_listed(blank)}")
        self.doubts += [f"“{sheet.file}”有一行不认识，没有计入：{line[:_SHOWN]}" for line in sheet.unknown]
        for given in sheet.given:
            self._give(giver, given, sheet)
        self.seen.setdefault(giver, sheet.file)

    def _why_not(self, sheet: Returned) -> str:
        if sheet.digest in self.files:
            return f"与“{self.files[sheet.digest]}”是同一个文件"
        if sheet.year not in (None, self.report.year):
            return f"是 {sheet.year} 年的表，这份报告是 {self.report.year} 年的"
        own = {packed(self.report.agency.name), packed(self.report.agency.short_name)}
        if sheet.agency and packed(sheet.agency) not in own:
            return f"是“{sheet.agency[:_SHOWN]}”的表，不是“{self.report.agency.name}”的"
        return ""

    def _give(self, giver: str, given: Given, sheet: Returned) -> None:
        where = f"“{sheet.file}”{given.item.name}"
        self.answered.add((giver, given.item.id))
        if given.doubt:
            left = "" if given.value is not None else "，没有填"
            self.doubts.append(f"{where}：{given.doubt}{left}")
        if given.value is None:
            if given.doubt:
                self.unclear.add(given.item.id)
            return
        if given.remark:
            self.notes.append(f"{giver}在{given.item.name}旁写着：{given.remark}")
        mine = self.given.setdefault(given.item.id, {})
        if giver in mine and mine[giver] != given.value:
            two = f"“{self.seen.get(giver, sheet.file)}”是 {format_value(mine[giver])}，“{sheet.file}”是"
            says = (
                f"{giver}交了两份，{given.item.name}不同：{two} {format_value(given.value)}，这一格没有填；请只选一份"
            )
            self.doubts.append(says)
            self.unclear.add(given.item.id)
        elif giver not in self.plan.get(given.item.id, ()) and self.plan:
            self.notes.append(f"分工里没有让{giver}填{given.item.name}，也计入了")
        mine[giver] = given.value

    def sums(self) -> Iterator[Sum]:
        """The figures, in the form's order."""
        for item in items(self.report.form):
            if item.id in self.given and item.id not in self.unclear:
                found = self._sum(item)
                if found is not None:
                    yield found

    def _sum(self, item: Item) -> Sum | None:
        now, before = self.given[item.id], earlier(self.report, self.plan, item)
        known = {**before, **now}
        planned = [giver for giver in self.plan.get(item.id, ()) if giver in known]
        parts = {giver: known[giver] for giver in dict.fromkeys((*planned, *known))}
        kept = tuple(giver for giver in parts if giver not in now)
        try:
            after = _total(item, list(parts.values()))
        except CellError as problem:
            self.doubts.append(f"{item.name}加起来{problem}，没有填")
            return None
        found = Sum(item, value_now(self.report, item), after, parts, kept)
        if len(parts) > 1:
            said = "＋".join(f"{giver} {format_value(value)}" for giver, value in parts.items())
            earlier_ones = f"（{'、'.join(kept)}的是以前交的）" if kept else ""
            self.notes.append(
                f"{item.name}有 {len(parts)} 个科室的数，相加：{said}＝{format_value(after)}{earlier_ones}"
            )
        return found

    def missing(self, sums: Sequence[Sum]) -> Iterator[str]:
        """Who is in the plan and has not given a figure, now or before."""
        has = {each.item.id: set(each.parts) for each in sums}
        late: dict[str, list[str]] = {}
        for item in items(self.report.form):
            there = has.get(item.id, set()) | set(earlier(self.report, self.plan, item))
            for giver in self.plan.get(item.id, ()):
                if giver not in there and (giver, item.id) not in self.answered:
                    late.setdefault(giver, []).append(item.name)
        for giver, names in late.items():
            yield f"{giver}还没有交：{_listed(names)}"


def earlier(report: Report, plan: Plan, item: Item) -> Parts:
    """What those in the plan have given of a figure before; nothing where it was changed by hand since."""
    if item.channel:
        posted = report.posts.get(item.channel)
        said = posted.given_by if posted else ""
    else:
        said = report.given_by.get(item.cell.id, "")
    value = value_now(report, item)
    planned = plan.get(item.id, ())
    if value is None or not said:
        return {}
    if said in planned:
        return {said: value}
    parts: dict[str, Value] = {}
    for part in said.split("、"):
        giver, _, figure = part.partition(" ")
        found = _figure(figure, item)
        if giver not in planned or found is None:
            return {}
        parts[giver] = found
    return parts if _equals(item, parts, value) else {}


def _equals(item: Item, parts: Parts, value: Value) -> bool:
    try:
        return _total(item, list(parts.values())) == value
    except CellError:
        return False


def _figure(words: str, item: Item) -> Value | None:
    try:
        value = item.cell.check(Decimal(words) if item.cell.kind == "decimal" else int(words))
    except (ValueError, ArithmeticError):
        return None
    return value if format_value(value) == words else None


def value_now(report: Report, item: Item) -> Value | None:
    """What stands in the report now."""
    if item.channel:
        posted = report.posts.get(item.channel)
        return posted.count if posted else None
    return report.numbers.get(item.cell.id)


def posted(found: Gathered) -> Mapping[str, Posted]:
    """The numbers of posts among the sums, by channel."""
    return {each.item.channel: Posted(int(each.after), each.given_by) for each in found.sums if each.item.channel}


def _total(item: Item, values: Sequence[Value]) -> Value:
    """The sum; `CellError` where the cell cannot hold it."""
    start = Decimal(0) if item.cell.kind == "decimal" else 0
    with localcontext(prec=_EXACT):
        return item.cell.check(sum(values, start))


def _listed(names: Sequence[str]) -> str:
    more = f"等 {len(names)} 项" if len(names) > 3 else ""  # noqa: PLR2004 - no more would be read
    return "、".join(names[:3]) + more
