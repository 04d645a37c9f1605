"""Asks for files of reports."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from importers.formats.kinds import suffixes


def ask_for_reports(over: QWidget) -> list[Path]:
    """The files that are chosen; none where the dialog is closed."""
    kinds = " ".join(f"*{suffix}" for suffix in (*suffixes(), ".nianbao"))
    chosen, _ = QFileDialog.getOpenFileNames(over, "选各单位的报告", "", f"年报草稿和报告 ({kinds});;所有文件 (*)")
    return [Path(each) for each in chosen]
