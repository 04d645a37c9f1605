"""A whole report written in the real window on a real screen comes out of Word as it should."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from export import readback, second_reader
from export.layout import blocks
from model.draft import load
from tests.tools import need

ROOT = Path(__file__).parents[2]
SEED = ROOT / "tests" / "data" / "seed.nianbao"


@pytest.fixture
def screen() -> Iterator[str]:
    """A virtual screen of its own; its name."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [need("Xvfb"), "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
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


def test_the_seed_written_by_a_clerk_reads_back_whole(screen: str, tmp_path: Path) -> None:
    documents, data = tmp_path / "文档 年报", tmp_path / "data"
    documents.mkdir()
    environment = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.clerk", SEED, documents, data],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    seed = load(SEED).report
    (draft,), (word,) = documents.glob("*.nianbao"), documents.glob("*.docx")
    written = load(draft).report
    assert (written.numbers, written.text, written.title_text) == (seed.numbers, seed.text, seed.title_text)
    compared = readback.compare(word, blocks(seed))
    assert (compared.numbers, compared.headings, compared.paragraphs) == (200, 6, 16)
    assert second_reader.compare(word, blocks(seed)) == 200
