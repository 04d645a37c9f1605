"""What the program reads in its own process never takes it much memory or time, however a file was made to."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importers.samples import word_file
from tests.tools import PATIENCE_S

MEMORY_MB, TIMES = 300, 600
"""What reading one file may take: memory beyond what the program has anyway, and the processor as many times as long as
a usual report, which takes some hundredths of a second; so neither a slow machine nor a busy one counts.
"""

MEASURED = """
import resource, sys
from contextlib import suppress
from pathlib import Path
from importers.read import read
from model.files.problems import FileProblem

def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_maxrss / 1000, usage.ru_utime + usage.ru_stime

small, hostile = map(Path, sys.argv[1:])
read(small)
_, begun = used()
for _ in range(10):
    read(small)
memory, before = used()
with suppress(FileProblem):
    read(hostile)
more, after = used()
print(more - memory, (after - before) / (before - begun) * 10)
"""

HEADING = "<p>一、总体情况</p>"
LABELLED = "<tr><td>规章<td>本年制发件数<td>1"


def words(paragraph: str, count: int) -> bytes:
    return word_file(paragraph * count)


def wide(cells: str, rows: int) -> bytes:
    return f"<html><table>{f'<tr>{cells}' * rows}</table>".encode()


HOSTILE: dict[str, Callable[[], bytes | str]] = {
    "paragraphs.html": lambda: b"<html>" + b"<p>x" * 190_000,
    "long.html": lambda: b"<html><p>" + "信息公开".encode() * 2_900_000,
    "one-word.html": lambda: b"<html><p>" + b"x" * 11_900_000,
    "digits.html": lambda: b"<html><p>" + b"1" * 11_900_000,
    "brackets.html": lambda: b"<html><p>" + "（".encode() * 3_900_000,
    "blanks.html": lambda: b"<html><p>a" + b" " * 11_900_000 + b"b",
    "attributes.html": lambda: b"<html><p " + b" ".join(b"a%d=1" % number for number in range(31_000)) + b">x",
    "rows.html": lambda: wide("<td>x" * 10, 15_000),
    "columns.html": lambda: wide("<td colspan=999>x" * 20, 9),
    "spans.html": lambda: b"<html><table>" + b"<tr><td rowspan=999>x" * 430,
    "labels.html": lambda: wide("<td>规章<td>本年制发件数<td>1", 19_000),
    "tables.html": lambda: f"<html>{f'<table>{LABELLED}</table>' * 990}",
    "headings.html": lambda: f"<html>{HEADING * 9_900}",
    "titles.html": lambda: (
        "<html>" + "".join(f"<p>甲县{n}局{2000 + n % 90}年政府信息公开工作年度报告{HEADING * 2}" for n in range(3300))
    ),
    "title.html": lambda: "<html><p>" + "青河县水务局2024年政府信息公开工作年度报告" * 100_000,
    "tags.html": lambda: b"<html>" + b"<b>" * 300_000,
    "paragraphs.docx": lambda: words("<w:p><w:r><w:t>x</w:t></w:r></w:p>", 66_000),
    "elements.docx": lambda: words("<w:p/>", 399_000),
    "long.docx": lambda: words(f"<w:p><w:r><w:t>{'信息公开' * 1_900_000}</w:t></w:r></w:p>", 1),
    "cells.docx": lambda: words("<w:tbl>" + "<w:tr>" + "<w:tc><w:p/></w:tc>" * 30 + "</w:tr></w:tbl>", 3000),
    "spans.docx": lambda: words(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='1999'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>", 40_000
    ),
    "groups.rtf": lambda: b"{\\rtf1" + b"{x}" * 190_000,
    "words.rtf": lambda: b"{\\rtf1" + b"\\par x" * 290_000,
    "long.rtf": lambda: b"{\\rtf1 " + b"x" * 23_000_000,
    "unicode.rtf": lambda: b"{\\rtf1 " + b"\\u20449?" * 290_000,
    "cells.rtf": lambda: b"{\\rtf1" + b"\\trowd\\cellx100\\intbl x\\cell\\row" * 90_000,
    "box.rtf": lambda: b"{\\rtf1" + b"{\\*\\shpinst{\\shptxt x\\par}}" * 80_000,
    "lines.txt": lambda: b"x\n" * 199_000,
    "long.txt": lambda: b"x" * 23_000_000,
    "long-chinese.txt": lambda: "信息公开".encode("gbk") * 2_900_000,
    "cells.txt": lambda: b"1\t2\t3\n" * 19_000,
    "few-lines.txt": lambda: b"x\n" * 9_900,
    "numbered.txt": lambda: "".join(f"{n}、甲\n" for n in range(9_900)).encode(),
    "labels.txt": lambda: "规章\t本年制发件数\t1\n".encode() * 19_000,
    "headings.txt": lambda: "一、总体情况\n".encode() * 9_900,
    "prose.txt": lambda: "本机关公开信息，收到申请5件。".encode() * 180_000,
    "dates.txt": lambda: "2024年1月1日至".encode() * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_takes_little_memory_and_time(name: str, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    path = tmp_path / name
    made = HOSTILE[name]()
    path.write_bytes(made.encode() if isinstance(made, str) else made)
    small = root / "tests" / "data" / "import" / "01_base.docx"
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, small, path],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, done.stderr
    memory, times = map(float, done.stdout.split())
    assert memory <= MEMORY_MB
    assert times <= TIMES
