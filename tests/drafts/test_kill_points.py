"""A program killed at any single point of an operation on drafts: what must be there is there, and is offered.

A child does the operation and kills itself before its n-th call that changes a disk, for n = 1, 2, 3, … until it ends.
"""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.library import Library, Unreadable
from model.drafts.purge import Words
from model.report.report import Agency, new_report
from model.structs import Struct

NOW = datetime(2025, 1, 9, 10, 2, 3, tzinfo=UTC)
RECEIVED = "applications.received.natural_person"
ROOT = Path(__file__).parents[2]
LEAKED = "11010519491231002X"
OLD, NEW, REPLACED = 1, 2, 3

_CHILD = """
import os, signal, sys
from model.structs import replace
from datetime import UTC, datetime, date
from pathlib import Path
from model.drafts import draft, history, leftovers, open_draft, opening, purge, take_over, writing
from model.drafts.draft import Draft
from model.drafts.library import Library
from model.report.publication import published
root, what, at = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
NOW = datetime(2025, 1, 9, 11, 2, 3, tzinfo=UTC)
clock = [0.0]
library = Library(root / "文档", root / "data", lambda: clock[0])
path = root / "文档" / "某局2024年度报告.nianbao"
count = 0
armed = False
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "os.chmod", "shutil.rmtree"}

def watch(event, args):
    global count
    changes = event in CHANGES or (event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR))
    if armed and changes:
        count += 1
        if count == at:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)

def edited(opened, value=2):
    return replace(opened.draft, report=opened.draft.report.with_number("applications.received.natural_person", value))

if what in ("save", "version", "conflict", "publish"):
    opened = library.open(path, NOW)
if what == "conflict":
    path.write_bytes(path.read_bytes() + b" ")
newest = library.generations(path)[0].path if what in ("restore broken", "restore missing", "go back") else None
armed = True
if what == "first save":
    report = draft.load(root / "seed.nianbao").report
    library.create(report, NOW).file.close(NOW)
elif what == "save":
    opened.file.save(edited(opened), NOW)
    opened.file.close(NOW)
elif what == "version":
    clock[0] += 3600
    opened.file.save(edited(opened), NOW)
    opened.file.close(NOW)
elif what == "publish":
    opened.file.save(replace(opened.draft, report=published(edited(opened).report, date(2025, 1, 20))), NOW)
    opened.file.close(NOW)
elif what == "conflict":
    opened.file.save(edited(opened), NOW, over_others=True)
    opened.file.close(NOW)
elif what == "save as":
    other = root / "文档" / "另一份.nianbao"
    library.save_as(draft.load(root / "in hand.nianbao"), other, NOW).file.close(NOW)
elif what in ("restore broken", "restore missing", "go back"):
    library.open(path, NOW, copy=newest).file.close(NOW)
elif what == "recover":
    (left,) = library.leftovers()
    opened = library.open(left.path, NOW, copy=left.copy)
    library.forget(left)
    opened.file.close(NOW)
elif what == "purge":
    library.purge(path, "11010519491231002X")
elif what in ("take over", "copied folder"):
    library.leftovers()
print(count)
"""


class Machine(Struct, frozen=True):
    """A folder with drafts and data, copied for every kill."""

    root: Path

    @property
    def path(self) -> Path:
        return self.root / "文档" / "某局2024年度报告.nianbao"

    @property
    def library(self) -> Library:
        return Library(self.root / "文档", self.root / "data")

    def value(self) -> object:
        return draft.load(self.path).report.value(RECEIVED)

    def versions(self) -> list[object]:
        return [draft.load(version.path).report.value(RECEIVED) for version in self.library.generations(self.path)]

    def offered(self) -> object:
        """What opening the draft gives, or what is offered for it."""
        try:
            opened = self.library.open(self.path, NOW)
        except Unreadable as problem:
            offered = problem.generation
            return offered and draft.load(offered.path).report.value(RECEIVED)
        opened.file.close(NOW)
        assert not opened.read_only
        return opened.draft.report.value(RECEIVED)


def _seeded(machine: Machine, text: str = "") -> None:
    report = new_report(2024, Agency("某局")).with_number(RECEIVED, OLD).with_text("overview", text)
    opened = machine.library.create(report, NOW)
    opened.file.close(NOW)
    draft.save(Draft(report), machine.root / "seed.nianbao", NOW)


def _broken(machine: Machine) -> None:
    _seeded(machine)
    machine.path.write_bytes(machine.path.read_bytes()[:-40])


def _missing(machine: Machine) -> None:
    _seeded(machine)
    machine.path.unlink()


def _unsaved(machine: Machine) -> None:
    _seeded(machine)
    opened = machine.library.open(machine.path, NOW)
    opened.file.keep_copy(Draft(opened.draft.report.with_number(RECEIVED, NEW)), NOW)
    opened.file.close(NOW)


def _copied(machine: Machine) -> None:
    """A portable folder, copied with what a killed run left in it; the first one is still there."""
    first = Machine(machine.root.with_name("the first"))
    _unsaved(first)
    left = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _CHILD, str(first.root), "save", "3"], cwd=ROOT, check=False
    )
    assert left.returncode == -signal.SIGKILL
    shutil.copytree(first.root, machine.root, dirs_exist_ok=True)


def _in_hand(machine: Machine) -> None:
    """Work that differs from its draft, and a draft of another report where it is to be put."""
    _seeded(machine)
    report = draft.load(machine.path).report
    draft.save(Draft(report.with_number(RECEIVED, NEW)), machine.root / "in hand.nianbao", NOW)
    draft.save(Draft(report.with_number(RECEIVED, REPLACED)), machine.path.with_name("另一份.nianbao"), NOW)


def _leaked(machine: Machine) -> None:
    _seeded(machine, f"申请人{LEAKED}。")
    opened = machine.library.open(machine.path, NOW)
    opened.file.save(Draft(opened.draft.report.with_text("overview", "申请人。"), opened.draft.id, 1), NOW)
    opened.file.close(NOW)


def _old_layout(machine: Machine) -> None:
    shutil.copytree(ROOT / "tests" / "data" / "machine-0.1", machine.root, dirs_exist_ok=True)
    for note in (*machine.root.glob("data/locks/*.lock"), *machine.root.glob("data/recovery/*/path.txt")):
        note.write_text(note.read_text(encoding="utf-8").replace("@MACHINE@", str(machine.root)), encoding="utf-8")


def _nothing(machine: Machine) -> None:
    machine.root.joinpath("文档").mkdir()
    draft.save(Draft(new_report(2024, Agency("某局")).with_number(RECEIVED, OLD)), machine.root / "seed.nianbao", NOW)


def _first(machine: Machine) -> None:
    if machine.path.exists():
        assert machine.offered() == OLD
    made = machine.library.create(new_report(2024, Agency("某局")), NOW)
    made.file.close()


def _old_or_new(machine: Machine) -> None:
    assert machine.value() in (OLD, NEW)
    assert machine.offered() == machine.value()
    assert OLD in machine.versions()


def _both_kept(machine: Machine) -> None:
    assert machine.value() in (OLD, NEW)
    if machine.value() == NEW:
        kept = [file for file in machine.path.parent.glob("*别处改动*") if file.read_bytes().endswith(b" ")]
        assert len(kept) == 1


def _put_elsewhere(machine: Machine) -> None:
    """The draft is as it was; the other place holds what it held or what was put there, at every moment, and whole."""
    assert machine.offered() == OLD
    assert draft.load(machine.path.with_name("另一份.nianbao")).report.value(RECEIVED) in (REPLACED, NEW)
    drafts = [draft.load(file).report.value(RECEIVED) for file in machine.path.parent.glob("*.nianbao")]
    assert set(drafts) - {NEW} == {OLD, REPLACED}


def _offered(machine: Machine) -> None:
    assert machine.offered() == OLD
    broken = [file for file in machine.path.parent.glob("*.nianbao") if file.stat().st_size]
    assert broken
    remains = machine.root / "remains"
    if remains.exists():
        assert remains.read_bytes() in [file.read_bytes() for file in machine.path.parent.iterdir() if file.is_file()]


def _missing_offered(machine: Machine) -> None:
    assert machine.offered() == OLD


def _work_there(machine: Machine) -> None:
    waiting = machine.library.waiting(machine.path)
    there = {machine.value(), *machine.versions()}
    if waiting is not None and waiting.copy is not None:
        there.add(draft.load(waiting.copy).report.value(RECEIVED))
    assert there >= {OLD, NEW}
    assert machine.value() == NEW or waiting is not None, "not in the draft, and not offered"


def _followed(machine: Machine) -> None:
    (left,) = machine.library.leftovers()
    assert left.path == machine.path
    assert left.copy is not None
    assert left.copy.is_relative_to(machine.root)
    assert machine.offered() == OLD
    assert machine.versions() == [OLD]
    place = machine.library.store.place(draft.load(machine.path).id)
    assert place is not None
    assert place.path == machine.path


def _goes_on(machine: Machine) -> None:
    assert machine.value() == OLD
    assert len(machine.versions()) == 2
    machine.library.purge(machine.path, LEAKED)
    texts = [file.read_text(encoding="utf-8") for file in machine.root.joinpath("data").rglob("*.nianbao")]
    assert not any(Words(LEAKED).are_in(text) for text in texts)


def _all_taken_over(machine: Machine) -> None:
    library = Library(machine.root / "年报助手", machine.root / "data")
    counts = {"青禾县民政局": 4, "松河县档案局": 3, "河湾县林业局": 2}
    for name, count in counts.items():
        assert len(library.generations(library.folder / f"{name}2024年度报告.nianbao")) == count
    (gone,) = library.deleted()
    assert (gone.draft.report.agency.name, gone.versions) == ("云岭县水务局", 3)
    assert [left.copy is not None for left in library.leftovers()] == [True]
    assert len(list(machine.root.joinpath("data").rglob("*.nianbao"))) == 4 + 3 + 3 + 2 + 1


@pytest.mark.parametrize(
    ("what", "before", "after"),
    [
        ("first save", _nothing, _first),
        ("save", _seeded, _old_or_new),
        ("version", _seeded, _old_or_new),
        ("publish", _seeded, _old_or_new),
        ("conflict", _seeded, _both_kept),
        ("save as", _in_hand, _put_elsewhere),
        ("restore broken", _broken, _offered),
        ("restore missing", _missing, _missing_offered),
        ("go back", _seeded, _old_or_new),
        ("recover", _unsaved, _work_there),
        ("purge", _leaked, _goes_on),
        ("take over", _old_layout, _all_taken_over),
        ("copied folder", _copied, _followed),
    ],
)
def test_a_kill_at_every_point_of_an_operation_loses_nothing(
    what: str, before: Callable[[Machine], None], after: Callable[[Machine], None], tmp_path: Path
) -> None:
    made = Machine(tmp_path / "machine")
    made.root.mkdir()
    before(made)
    if what == "restore broken":
        shutil.copyfile(made.path, made.root / "remains")
    shutil.copytree(made.root, tmp_path / "as it was")
    points = 0
    while True:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", _CHILD, str(made.root), what, str(points + 1)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        points += 1
        after(made)
        shutil.rmtree(made.root)
        shutil.copytree(tmp_path / "as it was", made.root)
    after(made)
    assert points == int(done.stdout)
    assert points >= 3
    print(f"{what}: {points} kill points")
