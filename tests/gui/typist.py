"""A clerk who never pauses: edits a draft every few milliseconds and says when, until killed or told to stop.

Run as `python -m tests.gui.typist DRAFT DATA_FOLDER [SECONDS]`. Prints for each edit its count and the time on the
monotonic clock in nanoseconds, and at the end the longest gap of the event loop in milliseconds.
"""

import os
import sys
import time
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from gui.bridge import Bridge
from model.library import Library

COUNT = "applications.received.natural_person"
EVERY_MS = 4
TODAY = date(2025, 1, 9)


class Typist:
    """Counts up in a cell, with now and then a word, a fill, an undo or a redo beside it."""

    def __init__(self, bridge: Bridge) -> None:
        self.bridge = bridge
        self.count = 0
        self.last_tick = time.monotonic_ns()
        self.longest_gap = 0

    def tick(self) -> None:
        """One edit."""
        now = time.monotonic_ns()
        self.longest_gap = max(self.longest_gap, now - self.last_tick)
        self.last_tick = now
        self.count += 1
        self._something_else(self.count % 7)
        self.bridge.set_number(COUNT, self.count)
        os.write(1, f"{self.count} {time.monotonic_ns()}\n".encode())

    def _something_else(self, turn: int) -> None:
        bridge = self.bridge
        if turn == 1:
            bridge.set_text("overview", f"{bridge.session.report.text.overview[-3000:]}第{self.count}次。")
        elif turn == 2:
            bridge.undo()
            bridge.redo()
        elif turn == 3:
            bridge.fill_zero("disputes")
        elif turn == 4:
            bridge.set_agency(phone=str(self.count))
        elif turn == 5:
            bridge.set_numbers({"disputes.review.upheld": None, "disputes.review.other": self.count})


def main(path: Path, data: Path, seconds: float) -> None:
    """Type until killed, or for some seconds and then close."""
    app = QCoreApplication([])
    opened = Library(path.parent, data).open(path, datetime.now().astimezone())
    bridge = Bridge(opened.session(TODAY), opened.file)
    typist = Typist(bridge)
    timer = QTimer()
    timer.timeout.connect(typist.tick)
    timer.start(EVERY_MS)
    QTimer.singleShot(int(seconds * 1000), app.quit)
    app.exec()
    timer.stop()
    bridge.close()
    os.write(1, f"gap {typist.longest_gap / 1e6:.1f}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]) if len(sys.argv) > 3 else 60)
