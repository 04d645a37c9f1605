"""Worker processes: one that is killed costs one file, named; an end is an end at once; nobody stays behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from importers import child
from importers.last_years import LastYears
from importers.many.crew import Crew, usual_size
from importers.many.folder import Source, sources
from importers.many.review import work
from importers.many.worker import ARGUMENT
from model.files.problems import FileProblem
from tests.checks.correct import TODAY
from tests.importers.samples import FOLDER
from tests.tools import PATIENCE_S, bounded

FILES = tuple(Source(FOLDER / name, name, 0) for name in ("01_base.docx", "17a_portal_utf8.html", "02_lo_saved.rtf"))
NOBODY = LastYears(())


def gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_killed_worker_costs_one_file_and_names_it() -> None:
    crew, many = Crew(1), tuple(Source(each.path, f"{number}", 0) for number, each in enumerate(FILES * 2))
    try:
        found = crew.rows(many, TODAY, NOBODY)
        first = next(found)
        os.kill(crew.processes[0], signal.SIGKILL)
        rest = list(found)
    finally:
        crew.end()
    assert not first.error
    assert sorted(each.file for each in (first, *rest)) == [each.name for each in many]
    lost = [each for each in rest if each.error]
    assert [each.error for each in lost] == [child.KILLED]


def test_a_worker_that_dies_of_a_file_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that breaks the whole process, as no exception can."""
    code = (
        f"import sys; sys.path.append({str(Path(child.__file__).parents[1])!r});"
        "import os; from importers.formats.word import docx; docx.read = lambda data: os.abort();"
        "from importers.many.worker import main; sys.exit(main())"
    )
    monkeypatch.setattr(child, "program", lambda _argument, _module: [sys.executable, "-I", "-c", code])
    crew = Crew(1)
    try:
        rows = {each.file: each for each in crew.rows(FILES, TODAY, NOBODY)}
    finally:
        crew.end()
    assert "意外中止" in rows["01_base.docx"].error
    assert [name for name, each in rows.items() if each.error] == ["01_base.docx"]


def test_an_end_is_at_once_and_leaves_no_process() -> None:
    crew = Crew(2)
    found = crew.rows(FILES * 20, TODAY, NOBODY)
    next(found)
    processes = crew.processes
    with bounded(5):
        crew.end()
        assert len(list(found)) < 59
    assert all(gone(each) for each in processes)


def test_the_frozen_program_knows_its_worker() -> None:
    done = subprocess.run([sys.executable, "-m", "cli", ARGUMENT], input=b"", timeout=PATIENCE_S, check=False)
    assert done.returncode == 0


def test_the_files_of_a_folder(tmp_path: Path) -> None:
    for name in ("a.docx", "下/b.HTML", "~$a.docx", ".c.docx", ".d/e.docx", "f.zip", "g.nianbao", "h.nianbao-desk"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [each.name for each in sources([tmp_path])] == ["a.docx", "g.nianbao", "下/b.HTML"]
    assert [each.name for each in sources([tmp_path / "f.zip", tmp_path / "下"])] == ["b.HTML", "f.zip"]


def test_a_folder_that_is_gone_is_said_and_nothing_is_called_unreadable(tmp_path: Path) -> None:
    for places, last_year in (([tmp_path / "gone"], None), ([FOLDER], tmp_path / "gone")):
        with pytest.raises(FileProblem, match="没有这个文件夹"):
            work(places, last_year, TODAY)
    with pytest.raises(FileProblem, match="没有能读的年度报告"):
        work([tmp_path], None, TODAY)


def test_few_files_need_few_workers() -> None:
    assert usual_size(1) == 1
    assert usual_size(10_000) >= 1
