"""What history and backup cost: a year of daily versions and 2,000 edits; 200 drafts backed up and restored.

Run `QT_QPA_PLATFORM=offscreen uv run --group bench python -m benchmarks.gui.desk`; times are of the processor. It fails
when opening 历史版本 costs more than opening the report, or the restored machine is another.
"""

import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

import resources
from gui.dialogs.desk.versions import VersionsDialog
from gui.program.app import dress
from gui.shell.window import MainWindow
from model.desk import backup, restore
from model.desk.desk import Desk
from model.drafts.draft import dumps, loads
from model.drafts.history import MOST, MOST_BYTES
from model.structs import replace
from tests.gui.driving import every

DAY = datetime(2025, 1, 9, 10, 2).astimezone()
EDITS, DAYS, DRAFTS = 2000, 365, 200
QUIET_MS = 300
RECEIVED = "applications.received.natural_person"


def main() -> int:
    application = QApplication(["nianbao", "-style", "Fusion"])
    application.setQuitOnLastWindowClosed(False)
    dress(application)
    with TemporaryDirectory() as name:
        held = history(Path(name))
    with TemporaryDirectory() as name:
        held &= kept(Path(name))
    return 0 if held else 1


def history(home: Path) -> bool:
    """Open a report with a long history, and then its versions."""
    window = MainWindow(home / "年报助手", home / "data", lambda: date(2025, 12, 31), str)
    window.show_start()
    window.show()
    QTest.qWait(QUIET_MS)
    sample = loads(resources.read_bytes("sample.nianbao")).report
    made = window.library.create(replace(sample, events=(), published=None), DAY)
    path, draft, versions = made.file.path, made.draft, made.file.history
    for edit in range(EDITS):
        report = draft.report.with_number(RECEIVED, edit).with_text("overview", f"第 {edit} 次。\n" + "写年报。" * 300)
        draft = replace(draft, report=report, revision=edit + 1, saved_at=DAY + timedelta(days=edit * DAYS / EDITS))
        if edit * DAYS // EDITS != (edit + 1) * DAYS // EDITS:  # the last one of each day
            versions.add(dumps(draft), draft.saved_at or DAY)
    made.file.save(draft, DAY + timedelta(days=DAYS))
    made.file.close()
    files = versions.generations()
    size = sum(version.size for version in files)
    window.open_file(path)
    window.close_report()
    opening = min(spent(lambda: shown(window, path)) for _ in range(3))
    listing = min(spent(lambda: listed(window, path)) for _ in range(3))
    print(f"{EDITS} edits in {DAYS} days: {len(files)} versions kept (at most {MOST}), {size / 1e6:.1f} MB")
    print(f"(at most {MOST_BYTES / 1e6:.0f} MB); opening the report {opening:.3f} s, its versions {listing:.3f} s")
    window.opening.leave_anyway = True
    window.close()
    return listing <= opening and len(files) <= MOST and size <= MOST_BYTES


def shown(window: MainWindow, path: Path) -> None:
    window.close_report()
    window.open_file(path)
    QTest.qWait(QUIET_MS)


def listed(window: MainWindow, path: Path) -> None:
    window.dialogs.act("versions", path)
    found = next(dialog for dialog in every(window, QDialog) if isinstance(dialog, VersionsDialog))
    QTest.qWait(QUIET_MS)
    found.close()
    QTest.qWait(1)


def kept(home: Path) -> bool:
    """Back up many drafts with their versions, and restore them on an empty machine."""
    report = loads(resources.read_bytes("sample.nianbao")).report
    desk = Desk.of(home / "年报助手", home / "data")
    for number in range(DRAFTS):
        made = desk.library.create(replace(report, agency=replace(report.agency, name=f"第{number}局")), DAY)
        draft = made.draft
        for day in range(5):
            draft = made.file.save(replace(draft, report=draft.report.with_number(RECEIVED, day)), DAY).draft
            made.file.history.add(dumps(draft), DAY + timedelta(days=day))
        made.file.close(DAY)
    target = home / "b.zip"
    settings = {"zoom": "120", "appearance": "dark"}
    writing = spent(lambda: backup.write(target, desk.library, (), settings))
    empty = Desk.of(home / "新机" / "年报助手", home / "新机" / "data")
    done: list[restore.Restored] = []
    reading = spent(lambda: done.append(restore.restore(backup.look(target), empty.library, "both", DAY)))
    same = files(desk) == files(empty)
    print(
        f"{DRAFTS} drafts, {len(files(desk)) - DRAFTS} versions: {target.stat().st_size / 1e6:.1f} MB; written and read"
    )
    print(f"back in {writing:.2f} s, looked through and restored in {reading:.2f} s; the same files: {same}")
    return same and done[0].settings and not done[0].failed


def files(desk: Desk) -> dict[str, bytes]:
    """The drafts and all versions, by their names."""
    data = desk.library.store.data / "history"
    found = {f"history/{path.relative_to(data)}": path.read_bytes() for path in data.rglob("*.nianbao")}
    return {**found, **{path.name: path.read_bytes() for path in desk.library.folder.glob("*.nianbao")}}


def spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
