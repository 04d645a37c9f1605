"""The process that reads files for us: alone, bounded, and honest about why it ended."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Timer

import pytest

from importers import child
from importers.bounded import deadline
from importers.files import from_bytes
from importers.refused import CANCELLED, TOO_LONG, TOO_MUCH, Refused
from tests.importers.samples import FOLDER, reason

OLD, SHEET = (FOLDER / "02_lo_saved.doc").read_bytes(), (FOLDER / "18a_one_sheet.xlsx").read_bytes()
ROOT = Path(__file__).parents[2]


def instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let something else run in the place of the process; it begins as the process does."""
    begin = "import os, signal, sys, time; from importers.bounded import process; sys.stdin.readline(); "
    program = [sys.executable, "-c", f"import sys; sys.path.append({str(ROOT)!r}); {begin}{code}"]
    monkeypatch.setattr(child, "_program", lambda: program)


@pytest.mark.parametrize("way", ["working folder", "PYTHONPATH", "PYTHONSTARTUP and user site"])
def test_code_that_lies_beside_a_received_report_is_not_run(way: str, tmp_path: Path) -> None:
    """Names that the process, its libraries or Python import, each with code that leaves a mark."""
    mark = tmp_path / "mark"
    received = tmp_path / "received"
    received.mkdir()
    for name in ("resource", "sitecustomize", "usercustomize", "json", "zipfile", "doc2docx", "olefile", "lxml"):
        (received / f"{name}.py").write_text(f"open({str(mark)!r}, 'a').write({name!r})\n")
    shutil.copy(FOLDER / "02_lo_saved.doc", received / "report.doc")
    settings = {
        "working folder": {},
        "PYTHONPATH": {"CHILD_PYTHONPATH": str(received)},
        "PYTHONSTARTUP and user site": {"CHILD_PYTHONSTARTUP": str(received / "json.py"), "CHILD_PYTHONUSERBASE": "."},
    }[way]
    code = (
        "import os, sys; from pathlib import Path; from importers import child;"
        "import importers.document.packed;"
        "os.environ.update({key[6:]: word for key, word in os.environ.items() if key.startswith('CHILD_')});"
        "print(len(child.read('doc', Path('report.doc').read_bytes()).blocks))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=received,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 10
    assert not mark.exists()


def test_processor_time_is_bounded_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "process.bound_this_process(10**9, 1, 10**6)\nwhile True: pass")
    assert reason(OLD) == TOO_LONG


def test_each_file_has_its_own_processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    busy = "end = time.process_time() + 0.6\n  while time.process_time() < end: pass\n"
    loop = f"for line in sys.stdin:\n  process.allow(1)\n  {busy}  print(3, flush=True)"
    begin = "process.bound_this_process(10**9, 1, 10**6)\nprint(3, flush=True)\n"
    instead(monkeypatch, begin + loop)
    with child.kept():
        for _ in range(4):
            with pytest.raises(Refused) as refused:
                child.read("doc", OLD)
            assert refused.value.reason != TOO_LONG


def test_waiting_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "time.sleep(60)")
    monkeypatch.setattr(child, "PATIENCE", 0)
    assert reason(OLD) == child.IMPATIENT


def test_reading_can_be_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "time.sleep(60)")
    stop = Event()
    Timer(0.1, stop.set).start()
    with pytest.raises(Refused) as refused:
        from_bytes(OLD, stop)
    assert refused.value.reason == CANCELLED


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", child.KILLED),
        ("os.kill(os.getpid(), signal.SIGSEGV)", child.CRASHED.format(f"信号 {int(signal.SIGSEGV)}")),
        ("sys.exit(7)", child.CRASHED.format("状态 7")),
        ("print(4, flush=True)", TOO_MUCH),
    ],
)
def test_the_true_cause_of_its_end_is_told(end: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, end)
    assert reason(OLD) == said


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(child, "_program", lambda: [str(tmp_path / "nothing")])
    assert reason(OLD).startswith("读取这种文件要另开一个进程")


def test_a_full_disk_for_temporary_files_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert reason(OLD).startswith("读取时写不了临时文件")


def test_many_files_are_read_by_one_process_and_a_broken_one_costs_only_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[int] = []
    start = child._start

    def counted(folder: str) -> "subprocess.Popen[bytes]":
        process = start(folder)
        started.append(process.pid)
        return process

    monkeypatch.setattr(child, "_start", counted)
    alone = [from_bytes(data) for data in (OLD, SHEET)]
    started.clear()
    with child.kept():
        assert [from_bytes(data) for data in (OLD, SHEET)] == alone
        assert reason(OLD[:20_000])
        assert from_bytes(OLD) == alone[0]
        assert len(started) == 1
        with child.kept():
            assert from_bytes(SHEET) == alone[1]
        assert from_bytes(SHEET) == alone[1]
        assert len(started) == 1
        os.kill(started[0], signal.SIGKILL)
        os.waitid(os.P_PID, started[0], os.WEXITED | os.WNOWAIT)
        assert from_bytes(SHEET) == alone[1]
        assert len(started) == 2
    assert not [pid for pid in started if Path(f"/proc/{pid}").exists()]


def test_it_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    from_bytes(OLD)
    assert reason(OLD[:20_000])
    with child.kept():
        from_bytes(SHEET)
    assert list(tmp_path.iterdir()) == []


def test_it_ends_with_the_program(tmp_path: Path) -> None:
    code = (
        "import os; from importers import child\n"
        f"with child.kept():\n child.read('xlsx', open({str(FOLDER / '18a_one_sheet.xlsx')!r}, 'rb').read())\n"
        " print(child._this_thread.child._process.pid, flush=True); os._exit(0)"
    )
    env = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    for _ in range(500):
        if not _runs(int(done.stdout)):
            return
        Event().wait(0.02)
    pytest.fail("it is still there")


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_it_has_a_bound_on_its_memory_and_its_answer(tmp_path: Path) -> None:
    code = "from importers.bounded import process; process.bound_this_process(300_000_000, 10, 1000); {}"

    def run(action: str) -> str:
        call = [sys.executable, "-c", code.format(action)]
        return subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False).stderr

    assert "MemoryError" in run("bytes(400_000_000)")
    assert "File too large" in run(f"import pathlib; pathlib.Path({str(tmp_path / 'a')!r}).write_bytes(bytes(2000))")
    assert run("bytes(100_000_000)") == ""


def test_a_reader_of_ours_that_never_ends_is_ended() -> None:
    with pytest.raises(Refused) as refused, deadline.within(0.2):
        _work()
    assert refused.value.reason == TOO_LONG


def test_a_reader_of_ours_can_be_given_up() -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Refused) as refused, deadline.within(60, stop):
        _work()
    assert refused.value.reason == CANCELLED


def test_nothing_arrives_behind_what_has_ended() -> None:
    """On a busy machine it may be looked at before it ends, even before it begins, and is refused then."""
    for _ in range(200):
        with suppress(Refused), deadline.within(0.0):
            pass
    assert sum(range(100_000)) == 4999950000


def _work() -> None:
    while True:
        pass
