"""Reading a ledger of applications: 5,000 lines against openpyxl, 100,000 lines within the bounds of the process apart.

Run with `uv run python -m benchmarks.ledger`. Processor time counts, that of the process apart too. The exit status is
1 when reading takes more than LIMIT of openpyxl's time for the same file, or the long one is not read whole.
"""

import resource
import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook

from benchmarks.timing import Work, fastest, processor
from importers.ledger.read import read
from model.form import forms
from model.ledger.counting import count
from model.ledger.when import period

LIMIT, LINES, MANY, ROUNDS = 0.3, 5_000, 100_000, 15
HEAD = (
    *("序号", "登记号", "收到日期", "申请人", "申请人类别", "联系方式", "申请内容", "申请渠道", "承办科室"),
    *("答复日期", "办理结果", "收费", "备注"),
)
KINDS, OUTCOMES = ("公民", "企业", "律所"), ("公开", "不存在", "部分公开", "不予公开-国家秘密")


def main() -> int:
    """Print all measurements; 1 when a limit is exceeded."""
    with TemporaryDirectory() as folder:
        ours, counted, theirs = _measured(_ledger(Path(folder, "short.xlsx"), LINES))
        long = _ledger(Path(folder, "long.xlsx"), MANY)
        begun = processor()
        whole = sum(len(sheet.lines) for sheet in read(long).sheets)
        seconds = processor() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{LINES} lines: read {ours:.2f} s, counted {counted:.2f} s, openpyxl {theirs:.2f} s: {ours / theirs:.2f}")
    print(f"{MANY} lines: {whole} read in {seconds:.1f} s, {peak} MB in the process apart")
    return int(ours > LIMIT * theirs or whole != MANY)


def _measured(path: Path) -> tuple[float, float, float]:
    """What reading and counting take, and openpyxl for the same file: the least of what several rounds in turn took."""
    ledger = read(path)
    works: dict[str, Work] = {
        "read": lambda: read(path),
        "counted": lambda: count(ledger, forms.newest(), period(2025)),
        "openpyxl": lambda: _by_openpyxl(path),
    }
    times = fastest(works, ROUNDS, processor)
    return times["read"] / 1000, times["counted"] / 1000, times["openpyxl"] / 1000


def _by_openpyxl(path: Path) -> None:
    book = load_workbook(path, data_only=True)
    assert sum(cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row) > LINES


def _ledger(path: Path, lines: int) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    sheet.append(HEAD)
    for line in range(1, lines + 1):
        came = date(2025, 1, 1) + timedelta(days=line * 7 % 340)
        who, what = f"申请人{line}", f"关于某项目第 {line} 号批复的全部文件和会议纪要"
        kind, outcome = KINDS[line % len(KINDS)], OUTCOMES[line % len(OUTCOMES)]
        told = came + timedelta(days=10)
        sheet.append(
            [line, f"〔2025〕{line}号", came, who, kind, None, what, "网上", "法规科", told, outcome, None, None]
        )
    book.save(path)
    return path


if __name__ == "__main__":
    sys.exit(main())
