"""Asks for files of reports, and where the next file is looked for or put."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from importers.formats.kinds import suffixes
from model.review.desk import Desk


def ask_for_reports(over: QWidget) -> list[Path]:
    """The files that are chosen; none where the dialog is closed."""
    kinds = " ".join(f"*{suffix}" for suffix in (*suffixes(), ".nianbao"))
    chosen, _ = QFileDialog.getOpenFileNames(over, "选各单位的报告", "", f"年报草稿和报告 ({kinds});;所有文件 (*)")
    return [Path(each) for each in chosen]


def near(desk: Desk, otherwise: Path) -> Path:
    """The folder that holds the folder of the reports, or the first of the files: beside them, not among them."""
    given = desk.folder or next(iter(desk.files), "")
    return Path(given).parent if given else otherwise


def offered(desk: Desk, otherwise: Path, year: int, name: str) -> str:
    """The path that is offered for a file about the reports: beside them, named after their year."""
    return str(near(desk, otherwise) / (f"{year}年度{name}" if year else name))
