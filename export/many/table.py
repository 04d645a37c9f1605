"""The tidy table as CSV: UTF-8 with the mark that Excel wants, read back and compared."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from export.excel.workbook import FORMULA
from model.files import atomic
from model.files.problems import FileProblem, from_os_error
from model.review.row import Row
from model.review.tidy import HEAD, tidy


def write(rows: Iterable[Row], path: Path) -> int:
    """Write the figures of some reports, and say how many lines were compared.

    Raises:
        FileProblem: it cannot be written, or did not read back as it should; what stood there before is as it was.
    """
    lines = [HEAD, *(_plain(line) for line in tidy(rows))]
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(lines)

    def verify(written: Path) -> None:
        with written.open(encoding="utf-8-sig", newline="") as stream:
            if [tuple(line) for line in csv.reader(stream)] != lines:
                raise FileProblem(path, "写出后读回不一致，没有写成；磁盘或共享文件夹可能有故障")

    try:
        atomic.write(path, text.getvalue().encode("utf-8-sig", "backslashreplace"), verify=verify)
    except OSError as error:
        raise from_os_error(path, error) from None
    return len(lines) - 1


def _plain(line: tuple[str, ...]) -> tuple[str, ...]:
    """The line with a unit's name that no program takes for a formula, and that keeps to its line."""
    name = " ".join(line[0].replace("\0", "").split())
    return (f"'{name}" if FORMULA.match(name) else name, *line[1:])
