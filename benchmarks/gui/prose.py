"""What a keystroke costs in the prose editor, from the key to the painted page, with all that follows at once.

    python -m benchmarks.gui.prose

Prints the median and the 95th percentile in milliseconds for texts of several lengths, and the median of a bare
QTextEdit with the same text, then the longest iteration of the event loop while the checks run in a pause, and the cold
first key: in a fresh process, with and without the idle time before it in which regular expressions are compiled; ends
with 1 when the median of a text in paragraphs is over 16 ms.
"""

import os
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date

from model.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.limits import Ratio, costs, is_short
from benchmarks.timing import Work, python
from gui.look.theme import theme
from gui.pages.prose.page import ProsePage
from gui.session.bridge import Bridge
from model.drafts.draft import Draft
from model.report.length import TEXT_LIMIT
from model.report.report import Agency, PastReport, Report, Texts, new_report
from model.session.edits import set_text
from model.session.session import Session

KEYS = 120
LIMIT_MS = 16.0

_SENTENCES = (
    "本年度新收政府信息公开申请{{applications.received.total}}件，办结{{applications.concluded.total}}件。",
    "聚焦重点领域，持续加大主动公开力度，确保政务信息及时准确地向社会公布。",
    "组织开展业务培训，针对信息发布操作进行了全面细致的讲解，工作人员熟练掌握流程。",
)


def text_of(length: int, paragraph: int = 240) -> str:
    """A text of about so many characters, in paragraphs of about so many."""
    parts: list[str] = []
    while len("".join(parts)) < length:
        words = "".join(_SENTENCES[number % 3] for number in range(max(1, paragraph // 40)))
        parts += f"（一）第{len(parts)}项工作。{words}", "\n"
    return "".join(parts)[:length]


def keystrokes(editor: QTextEdit) -> Iterator[float]:
    """The milliseconds of each of some keystrokes, from the key to the painted text."""
    editor.setFocus()
    _settle()
    for _ in range(KEYS):
        began = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_5)
        editor.viewport().repaint()
        yield (time.perf_counter() - began) * 1000


def bare(text: str, place: int) -> list[float]:
    """The same keys in a plain QTextEdit that does nothing else."""
    editor = _plain(text, place)
    times = list(keystrokes(editor))
    editor.deleteLater()
    _settle()
    return times


def _plain(text: str, place: int) -> QTextEdit:
    editor = QTextEdit()
    editor.resize(740, 700)
    editor.setFont(theme().font(17))
    editor.setPlainText(text)
    editor.show()
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)
    return editor


def ours(text: str, place: int, *, beside: bool) -> list[float]:
    """The keys in the prose page, with session, counter, marks and painting."""
    page, bridge = _page(text, place, beside=beside)
    times = list(keystrokes(page.editor))
    bridge.close()
    page.deleteLater()
    _settle()
    return times


def _page(text: str, place: int, *, beside: bool = False) -> tuple[ProsePage, Bridge]:
    report: Report = replace(new_report(2024, Agency("某某局")), text=Texts(overview=text))
    if beside:
        report = replace(report, last_year=PastReport(report.form, 2023, text=Texts(overview=text[::2])))
    bridge = Bridge(Session(Draft(report), date(2025, 1, 10)))
    page = ProsePage("overview", bridge)
    bridge.changed.connect(page.apply)
    page.resize(1164, 760)
    page.show()
    page.editor.select((place, place))
    return page, bridge


def longest_turn(text: str) -> tuple[float, int]:
    """The longest turn of the event loop while all checks run in the pause after a key, in ms; and how many turns."""
    report = replace(new_report(2024, Agency("某某局")), text=Texts(overview=text))
    bridge = Bridge(Session(Draft(report), date(2025, 1, 10)))
    page = ProsePage("overview", bridge)
    bridge.changed.connect(page.apply)
    page.resize(1164, 760)
    page.show()
    _settle()
    done: list[bool] = []
    bridge.checked.connect(lambda: done.append(True))
    bridge.do(set_text("overview", text + "又", alone=True))
    turns: list[float] = []
    while not done:
        began = time.perf_counter()
        QApplication.processEvents()
        turns.append((time.perf_counter() - began) * 1000)
    bridge.close()
    page.deleteLater()
    return max(turns), sum(turn > 1 for turn in turns)


def ratios() -> Iterator[Ratio]:
    """A key in the prose page, against the same key in a bare QTextEdit with the same text."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    theme().install()
    for length in (5_000, TEXT_LIMIT):
        text = text_of(length - 200)
        place = text.find("确保", length // 2)
        plain, (page, bridge) = _plain(text, place), _page(text, place)
        works = {"bare": _key(plain), "ours": _key(page.editor)}
        times = costs(works, 15 if is_short() else 60, between=_settle)
        bridge.close()
        for widget in (plain, page):
            widget.deleteLater()
        _settle()
        yield Ratio(f"key in prose of {length:,} characters ÷ in a QTextEdit", times["ours"] / times["bare"], 2.5)


def _key(editor: QTextEdit) -> Work:
    def work() -> None:
        editor.setFocus()
        QTest.keyClick(editor, Qt.Key.Key_5)
        editor.viewport().repaint()

    return work


_COLD = """
import sys
from benchmarks.gui.prose import cold_key
print(cold_key(idle=sys.argv[1] == "idle"))
"""


def cold_key(*, idle: bool) -> str:
    """The first key of a fresh process in a text of 5,000 characters: to the painted text, and the longest iteration.

    Args:
        idle: whether the window had time before it, as while the clerk looks at the list of drafts.
    """
    from gui.services.preload import Preload

    app = QApplication([])
    app.setStyle("Fusion")
    theme().install()
    if idle:
        ready: list[bool] = []
        preload = Preload()
        preload.done.connect(lambda: ready.append(True))
        preload.start()
        while not ready:
            app.processEvents()
    text = text_of(5_000)
    report = replace(new_report(2024, Agency("某某局")), text=Texts(overview=text))
    began = time.perf_counter()
    bridge = Bridge(Session(Draft(report), date(2025, 1, 10)))
    opened = (time.perf_counter() - began) * 1000
    page = ProsePage("overview", bridge)
    bridge.changed.connect(page.apply)
    page.resize(1164, 760)
    page.show()
    done: list[bool] = []
    bridge.checked.connect(lambda: done.append(True))
    first = next(keystrokes(page.editor))
    longest = 0.0
    while not done:
        began = time.perf_counter()
        app.processEvents()
        longest = max(longest, (time.perf_counter() - began) * 1000)
    bridge.close()
    return f"open {opened:.0f} ms, key to paint {first:.1f} ms, longest iteration until checked {longest:.0f} ms"


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def main() -> int:
    """Measure and print."""
    app = QApplication([])
    app.setStyle("Fusion")
    theme().install()
    worst = 0.0
    print(f"{'text':<34}{'median ms':>10}{'p95 ms':>10}{'bare QTextEdit ms':>18}")
    for name, length, paragraph, beside in (
        ("1,000 characters", 1_000, 240, False),
        ("5,000", 5_000, 240, False),
        ("5,000, last year beside", 5_000, 240, True),
        (f"{TEXT_LIMIT:,}, the longest", TEXT_LIMIT - KEYS, 240, False),
        (f"{TEXT_LIMIT:,}, last year beside", TEXT_LIMIT - KEYS, 240, True),
        (f"{TEXT_LIMIT:,} in one paragraph", TEXT_LIMIT - KEYS, 2 * TEXT_LIMIT, False),
    ):
        text = text_of(length, paragraph)
        place = text.find("确保", length // 2)
        keys, plain = sorted(ours(text, place, beside=beside)), statistics.median(bare(text, place))
        median, high = statistics.median(keys), keys[int(len(keys) * 0.95)]
        print(f"{name:<34}{median:>10.2f}{high:>10.2f}{plain:>18.2f}", flush=True)
        worst = max(worst, median) if paragraph < length else worst
    for length in (5_000, TEXT_LIMIT - 1):
        longest, turns = longest_turn(text_of(length))
        print(f"checks in the pause after a key, {length:,} characters: {turns} turns, the longest {longest:.0f} ms")
    for when in ("at once", "idle"):
        said = python(_COLD, when)().stdout.decode().strip()
        print(f"cold first key, {'after idle time' if when == 'idle' else when}: {said}")
    return int(worst > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
