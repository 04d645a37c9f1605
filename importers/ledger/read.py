"""A ledger from a file of any kind that holds one, told by its content."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from threading import Event
from typing import Any

from importers import child, tasks
from importers.bounded import deadline
from importers.files import content
from importers.formats import kinds
from importers.refused import DAMAGED, TOO_LONG, TOO_MUCH, Refused
from model.files.problems import FileProblem
from model.ledger.ledger import Ledger, from_plain

SUFFIXES = (".xlsx", ".xls", ".et", ".csv", ".xlsm")
"""How ledgers are usually named, for the window's file dialog."""
_KINDS = frozenset(("xlsx", "xls", "text"))
NO_FILE = "这不是普通的文件，无法读取，请选择台账的文件"
TOO_LARGE = "文件超过 50 MB，不像一份台账，没有读取。请把台账另存为新的 .xlsx，去掉图片和附件后再试"
NO_LEDGER = "这不是台账的表格。请选 Excel 或 WPS 表格（.xlsx、.xls）或 .csv 的台账；别的种类请先另存为 .xlsx"
NO_APPLICATIONS = (
    "没有认出台账：没有一张表的表头同时有收到日期（或答复日期）和申请人类别、办理结果等栏目。请核对表头，或者用台账模板"
)
_AGAIN = "请用 Excel 或 WPS 打开，把台账的表另存为新的 .xlsx 后再试"
_OF_LEDGERS = {
    DAMAGED: "文件已损坏或没有下载完整，无法读取。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再试",
    TOO_MUCH: f"文件的内容大得不像一份台账，为安全起见没有读取。{_AGAIN}",
    TOO_LONG: f"读这份文件用的时间比任何台账都长，为安全起见没有读完。{_AGAIN}",
}


def read(path: Path, stop: Event | None = None) -> Ledger:
    """Read a ledger; names, addresses and contents stay in the process that opens the file.

    Args:
        path: the file.
        stop: set by another thread to give up.

    Raises:
        FileProblem: it cannot be read, or is no ledger; the reason says what is wrong and what to do.
    """
    found, digest = _asked(tasks.LEDGER, path, stop)
    ledger = from_plain(found, digest)
    if not any(sheet.fields for sheet in ledger.sheets):
        raise FileProblem(path, NO_APPLICATIONS)
    return ledger


def read_whole(path: Path, stop: Event | None = None) -> Ledger:
    """Read a ledger with the names and contents in it, to be written into next year's; see `read`."""
    return from_plain(*_asked(tasks.ROWS, path, stop))


def _asked(task: str, path: Path, stop: Event | None) -> tuple[Mapping[str, Any], str]:
    data = content(path, NO_FILE, TOO_LARGE)
    try:
        _look(data, stop)
        found: Mapping[str, Any] = json.loads(child.answer(task, data, stop))
    except Refused as refused:
        raise FileProblem(path, _OF_LEDGERS.get(refused.reason, refused.reason)) from None
    return found, sha256(data).hexdigest()


def _look(data: bytes, stop: Event | None) -> None:
    """Refuse what is neither a workbook nor a list with commas."""
    with deadline.within(deadline.SECONDS, stop):
        kind = kinds.kind(data).id
    if kind not in _KINDS:
        raise Refused(NO_LEDGER)
