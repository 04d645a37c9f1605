"""Makes the pages, each imported only when it is first shown, and says how a table stands."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gui.session.bridge import Bridge


def new_page(page: str, bridge: Bridge, path: Path) -> QWidget:
    """The page of that id for an open report and its file."""
    if page == "agency":
        from gui.pages.agency.page import AgencyPage

        return AgencyPage(bridge)
    if page == "finish":
        from gui.pages.finish.page import FinishPage

        return FinishPage(bridge, path)
    if bridge.session.report.form.section(page).table:
        from gui.pages.table.page import NumbersPage

        return NumbersPage(page, bridge)
    from gui.pages.prose.page import ProsePage

    return ProsePage(page, bridge)


def column_of(page: QWidget) -> str:
    """The column of the current cell of a table's page; empty when it has none."""
    cell = getattr(page, "current_cell", "")
    return str(cell).rpartition(".")[2]


def standing(bridge: Bridge, section: str) -> tuple[str, str, str]:
    """How many cells of a table are still blank: a line, its icon and the icon's colour; nothing for a text."""
    report = bridge.session.report
    table = report.form.section(section).table
    if table is None:
        return "", "", ""
    blank = sum(cell_id.startswith(f"{table}.") for cell_id in report.blanks)
    typed = sum(cell_id.startswith(f"{table}.") for cell_id in report.form.typed)
    if blank:
        return f"还有 {blank} 格没填；没有发生的填 0。", "", ""
    return f"{typed} 格都已填写", "checkmark_circle", "ok"
