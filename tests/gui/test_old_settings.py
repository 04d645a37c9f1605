"""The settings that 0.1 wrote are still understood; see `tests/data/data-folder-0.1/README.md`."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from gui.look.theme import theme
from gui.pages.registry import Pages
from gui.services.last_places import LastPlaces
from gui.services.remembered import Remembered
from model.drafts.file_names import key
from model.report.change import WHOLE, Place
from tests.forms import FORM

DOCUMENTS = Path("/home/clerk/Documents/年报助手")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder that 0.1 left."""
    return shutil.copytree(Path(__file__).parents[1] / "data" / "data-folder-0.1" / "data", tmp_path / "data")


def test_zoom_appearance_and_window(data: Path, qapp: QApplication) -> None:
    assert qapp
    remembered, window = Remembered(data), QWidget()
    remembered.restore_theme()
    assert (theme().zoom, theme().appearance) == (125, "light")
    assert remembered.restore_window(window)


def test_where_the_clerk_was_in_each_draft(data: Path) -> None:
    places, sections = LastPlaces(data), Pages(FORM).by_section
    assert places.place(key(DOCUMENTS / "青河县水务局2024年度报告.nianbao"), FORM, sections) == Place(
        "applications", "applications.received.enterprise"
    )
    assert places.place(key(DOCUMENTS / "青河县水务局2025年度报告.nianbao"), FORM, sections) == Place(
        "overview", span=(12, 12)
    )
    assert places.place(key(DOCUMENTS / "云岭县水务局2024年度报告.nianbao"), FORM, sections) == Place(WHOLE)
    assert places.place(key(DOCUMENTS / "石桥镇人民政府2024年度报告.nianbao"), FORM, sections) is None
