"""Many reports: what is found of what was planted in them, and what that costs; `python -m benchmarks.many 1000`.

A district of so many units (100 and 300, where no number is given) hands in Word, web pages, PDF, workbooks and drafts,
some of the Word files saved again by LibreOffice, as PDF too, with mistakes, missing and broken files, second versions
and copied texts. Every step is a process of its own, so that its processor time and its memory are its own. A failure:
something planted that is not on the board, a 雷同 that is none, or more than 1.3 times the processor time of reading
and checking one after the other; of more than 300 files only some are read so, and the rest goes by proportion. Correct
reports in which a check has found something are named with it: how precise checks are is measured by
`benchmarks.recall`. Wall time is only said: it depends on what else the machine does.
"""

import json
import math
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from importers import child
from importers.any_file import any_file
from importers.last_years import LastYears
from importers.many.crew import Crew
from importers.many.folder import sources
from importers.many.one_file import row
from importers.many.review import steps, work
from model.review.board import Line, board
from model.review.desk import Desk
from tests.review.corpus import PLANTED, District, district

TODAY = date(2025, 1, 10)
COUNTS = (100, 300)
"""The usual numbers of units; 1,000 take some ten minutes of two idle processors."""
LIMIT = 1.3
MOST_SINGLE = 300
"""How many of this year's files are read one after the other; with more, every second or third."""
WORKERS = 2
KINDS = (".docx", ".html", ".pdf", ".docx", ".html", ".nianbao", ".xlsx")
"""The kinds of file in turn: those of the tests, and PDF, which only the window's painter writes."""
SAVED_AGAIN = (".doc", ".odt", ".pdf")
"""What LibreOffice makes of Word files in turn; every fourth stays as it is."""
_IN_TURN = len(SAVED_AGAIN) + 1
TRUTH = "truth.json"
CANCEL_AFTER = 6
Said = dict[str, Any]


def main() -> int:
    """Print what came out for each number of units, or do one step of it; 1 when something is wrong."""
    if len(sys.argv) > 1 and sys.argv[1] in STEPS:
        print(json.dumps(STEPS[sys.argv[1]](*sys.argv[2:])))
        return 0
    wrong = [count for count in map(int, sys.argv[1:] or COUNTS) if not measure(count)]
    print(f"wrong: {wrong}" if wrong else "all is right")
    return int(bool(wrong))


def measure(count: int) -> bool:
    """Whether all is right for so many units."""
    with TemporaryDirectory() as place:
        made = _step("make", place, str(count))
        single, crew, window = (_step(name, place) for name in ("single", "crew", "window"))
    ratio, wall = crew["processor"] / single["processor"], crew["wall"] * WORKERS / single["wall"]
    print(f"{count} units, {made['files']} files ({made['again']} of them saved again by LibreOffice)")
    for what, (found, planted) in crew["found"].items():
        print(f"  {what}: {found} of {planted}")
    print(
        f"  雷同 that are none: {crew['false_alike'] or 0}; correct reports with a doubt: {crew['false_doubts'] or 0}"
    )
    some = (
        f" ({single['read']} of {single['of']} files, the rest by proportion)" if single["read"] < single["of"] else ""
    )
    print(
        f"  one after the other{some}: {single['wall']:.0f} s on the wall, {single['processor']:.1f} s of the processor"
    )
    print(
        f"  {WORKERS} workers: {crew['wall']:.0f} s, {crew['processor']:.1f} s of the processor: {ratio:.2f} ×", end=""
    )
    print(f" (limit {LIMIT}); wall time × workers ÷ single {wall:.2f}")
    print(
        f"  memory: {crew['own']} MB here, {crew['worker']} MB in the largest worker; in the window {window['own']} MB"
    )
    print(f"  a board of {crew['lines']} lines is made in {crew['board_ms']:.0f} ms of the processor")
    gaps = f"longest gap of the event loop {window['gap_ms']:.0f} ms, of which it computed {window['busy_ms']:.0f} ms"
    print(f"  window: filled in {window['wall']:.0f} s; {gaps}")
    print(f"  stop: free after {window['free_ms']:.0f} ms, no worker left after {window['gone_ms']:.0f} ms")
    whole = all(found == planted for found, planted in crew["found"].values())
    return whole and not crew["false_alike"] and ratio <= LIMIT


def _step(name: str, *arguments: str) -> Said:
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.many", name, *arguments], check=True, stdout=subprocess.PIPE
    )
    said: Said = json.loads(ran.stdout.splitlines()[-1])
    return said


# --- the files ---


def make(place: str, count: str) -> Said:
    """Write the files, and what is true of them."""
    from PySide6.QtWidgets import QApplication

    from gui.paper.outputs import register_painted

    _application = QApplication(["nianbao", "-platform", "offscreen"])
    register_painted()
    made = district(Path(place) / "区", int(count), KINDS)
    again = _saved_again(made, Path(place))
    truth = {
        name: getattr(made, name) for name in ("names", "missing", "of_another_year", "unreadable", "copied", "kept")
    }
    for name in ("planted", "versions"):
        truth[name] = {unit: mistake.name for unit, mistake in getattr(made, name).items()}
    truth |= {"folder": str(made.folder), "last_year": str(made.last_year)}
    (Path(place) / TRUTH).write_text(json.dumps(truth), "utf-8")
    return {"files": len(sources([made.folder])), "again": again}


def _saved_again(made: District, place: Path) -> int:
    """Have LibreOffice save three of four Word files as something else, where it is installed; how many those are."""
    if (office := shutil.which("soffice")) is None:
        return 0
    from tests.word.readers import office_convert

    twice = {*made.versions, *made.unreadable}
    words = sorted(
        path for path in made.folder.rglob("*.docx") if not any(path.stem.startswith(name) for name in twice)
    )
    for number, suffix in enumerate(SAVED_AGAIN):
        chosen = words[number::_IN_TURN]
        for path, new in zip(chosen, office_convert(office, chosen, suffix[1:], place), strict=True):
            shutil.move(new, path.with_suffix(suffix))
            path.unlink()
    return sum(len(words[number::_IN_TURN]) for number in range(len(SAVED_AGAIN)))


def _made(place: str) -> District:
    said = json.loads((Path(place) / TRUTH).read_text("utf-8"))
    mistakes = {mistake.name: mistake for mistake in PLANTED}
    for name in ("planted", "versions"):
        said[name] = {unit: mistakes[mistake] for unit, mistake in said[name].items()}
    return District(**{**said, "folder": Path(said["folder"]), "last_year": Path(said["last_year"])})


# --- the work ---


def single(place: str) -> Said:
    """Read and check one file after the other in this process, with last year's beside it; of many only some."""
    made = _made(place)
    files, lasts = sources([made.folder]), sources([made.last_year])
    chosen = files[:: math.ceil(len(files) / MOST_SINGLE)]
    units = {each.path.stem for each in chosen}
    before_them = [each for each in lasts if each.path.stem in units]
    with child.kept():
        row(files[0].path, TODAY)  # what the first file imports and compiles is paid once in either way
        start, wall = _processor(), time.perf_counter()
        found = [any_file(each.path) for each in before_them]
        before = LastYears(tuple((each.agency.name, each.past()) for each in found))
        for each in chosen:
            row(each.path, TODAY, each.name, before.before)
        wall = time.perf_counter() - wall
    part = (len(chosen) + len(before_them)) / (len(files) + len(lasts))
    return {"processor": (_processor() - start) / part, "wall": wall / part, "read": len(chosen), "of": len(files)}


def crew(place: str) -> Said:
    """The same by a crew, the board, and what is on it of what was planted."""
    made = _made(place)
    start, wall = _processor(), time.perf_counter()
    to_do, workers = work([made.folder], made.last_year, TODAY), Crew(WORKERS)
    rows = {}
    try:
        for step in steps(to_do, workers, lambda problem: print(problem, file=sys.stderr)):
            if step.row:
                rows[step.row.file] = step.row
    finally:
        workers.end()
    wall, processor = time.perf_counter() - wall, _processor() - start
    shown, times = time.process_time(), {each.name: each.changed for each in to_do.files}
    lines = board(Desk("", names=tuple(made.names)), list(rows.values()), times)
    shown = time.process_time() - shown
    own, worker = (_memory(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    said = {"processor": processor, "wall": wall, "own": own, "worker": worker, "lines": len(lines)}
    return {**said, "board_ms": 1000 * shown, **_judged(made, {line.name: line for line in lines})}


def _judged(made: District, lines: Mapping[str, Line]) -> Said:
    """What is found of what was planted, each as two numbers, and what is told that is not so."""

    def count(units: Collection[str], is_found: Callable[[str], bool]) -> tuple[int, int]:
        return sum(is_found(unit) for unit in units), len(units)

    def finds(unit: str) -> bool:
        mistake = made.planted[unit]
        return any((each.check, each.column) == (mistake.check, mistake.column) for each in lines[unit].findings)

    def mended(unit: str) -> bool:
        changes = lines[unit].changes
        return changes is not None and made.versions[unit].check in [each.check for each in changes.mended]

    found = {
        "mistakes": count(made.planted, finds),
        "missing": count(made.missing, lambda unit: lines[unit].state == "missing"),
        "unreadable": count(made.unreadable, lambda unit: lines[unit].state == "unreadable"),
        "of another year": count(
            made.of_another_year, lambda unit: any("年的报告" in said for said in lines[unit].trouble)
        ),
        "second versions": count(made.versions, mended),
        "copied": count(made.copied, lambda unit: f"与{made.copied[unit]}相同" in lines[unit].alike_words),
        "last year's words": count(made.kept, lambda unit: "本单位上年" in lines[unit].alike_words),
    }
    alike = {*made.copied, *made.copied.values(), *made.kept}
    special = {*alike, *made.planted, *made.versions, *made.missing, *made.unreadable, *made.of_another_year}
    return {
        "found": found,
        "false_alike": [unit for unit, line in lines.items() if line.alike and unit not in alike],
        "false_doubts": [
            f"{unit} {' '.join(sorted({each.check for each in line.findings}))}"
            for unit, line in lines.items()
            if line.state != "open" and unit not in special
        ],
    }


# --- the window ---


def window(place: str) -> Said:
    """Fill the board in the window, watch its event loop meanwhile, then begin again and stop."""
    from PySide6.QtWidgets import QApplication

    from gui.desk.page import DeskPage
    from gui.look.theme import theme

    application, made = QApplication(["nianbao", "-style", "Fusion"]), _made(place)
    theme().install()
    page = DeskPage(Path(place) / "文档", lambda: TODAY)
    page.resize(1366, 768)
    page.show()
    application.processEvents()
    start = time.perf_counter()
    page.begin_with(Desk(str(made.folder), 0, str(made.last_year), tuple(made.names)))
    gaps = _watched(application, lambda: page.reading.whole)
    wall = time.perf_counter() - start
    seen: list[object] = []
    page.read_all()
    assert page.reading.job is not None
    page.reading.job.stepped.connect(seen.append)
    _watched(application, lambda: len(seen) >= CANCEL_AFTER)
    processes, start = page.reading.job.processes, time.perf_counter()
    page.reading.stop()
    free = time.perf_counter() - start
    _watched(application, lambda: not any(_lives(each) for each in processes))
    gone = time.perf_counter() - start
    page.close_down()
    longest, busiest = (1000 * max(each) for each in zip(*gaps, strict=True))
    said = {"wall": wall, "gap_ms": longest, "busy_ms": busiest, "free_ms": 1000 * free, "gone_ms": 1000 * gone}
    return {**said, "own": _memory(resource.RUSAGE_SELF)}


def _watched(application: Any, until: Callable[[], bool]) -> Sequence[tuple[float, float]]:  # noqa: ANN401 - Qt's
    """Run the event loop; how long each round took on the wall and on the processor, in seconds."""
    rounds = [(0.0, 0.0)]
    while not until():
        wall, busy = time.perf_counter(), time.thread_time()
        application.processEvents()
        rounds.append((time.perf_counter() - wall, time.thread_time() - busy))
        time.sleep(0.002)
    return rounds


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _processor() -> float:
    """What this process and the ended ones that it started have used, in seconds."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def _memory(who: int) -> int:
    """The most memory that a process ever had, in MB."""
    return resource.getrusage(who).ru_maxrss // 1024


STEPS: Mapping[str, Callable[..., Said]] = {"make": make, "single": single, "crew": crew, "window": window}

if __name__ == "__main__":
    sys.exit(main())
