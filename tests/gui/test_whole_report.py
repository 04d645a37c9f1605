"""A whole report written in the real window on a real screen comes out of Word as it should."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from export.content import blocks
from export.identity import Version
from export.word import readback, second_reader
from export.writer import Content
from model.drafts.draft import load
from tests.tools import PATIENCE_S, need

ROOT = Path(__file__).parents[2]
SEED = ROOT / "tests" / "data" / "seed.nianbao"


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A virtual screen of its own; its name."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [need("Xvfb"), "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="module")
def written(screen: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a clerk who wrote the seed's report, with the sockets that the program opened meanwhile."""
    folder = tmp_path_factory.mktemp("文档 年报")
    strace = need("strace")
    watch = [strace, "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket", "-o", str(folder / "sockets")]
    done = subprocess.run(
        [*watch, sys.executable, "-m", "tests.gui.clerk", SEED, folder, folder / "data"],
        cwd=ROOT,
        env={**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        check=False,
        timeout=4 * PATIENCE_S,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return folder


def test_the_seed_written_by_a_clerk_reads_back_whole(written: Path) -> None:
    seed = load(SEED).report
    (draft,), (word,) = written.glob("*.nianbao"), written.glob("*.docx")
    saved_draft = load(draft)
    report = saved_draft.report
    assert (report.numbers, report.text, report.title_text) == (seed.numbers, seed.text, seed.title_text)
    said = readback.read(word.read_bytes()).identity
    assert said is not None
    saved = Version(int(said.revision), datetime.fromisoformat(said.modified), saved_draft.id)
    compared = readback.verify(word.read_bytes(), Content(seed, blocks(seed), version=saved))
    assert (compared.numbers, compared.headings, compared.paragraphs) == (200, 6, 16)
    assert second_reader.compare(word, blocks(seed)) == 200


def test_the_program_opens_no_socket_to_a_network(written: Path) -> None:
    opened = (written / "sockets").read_text()
    assert "AF_UNIX" in opened, "the watch saw not even the screen's own socket"
    assert "AF_INET" not in opened
