"""A quiet line that has no room beside the buttons goes on below, and only what does not go there either is cut."""

import pytest
from PySide6.QtWidgets import QApplication

from gui.controls.text import TwoLined

SAID = "这是 2025 年 1 月 10 日 09:01 的历史版本，只能查看；草稿没有改动。"


def lines(label: TwoLined) -> int:
    """How many lines of words are painted, by how high the ink stands."""
    image = label.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    inked = [
        row
        for row in range(image.height())
        if any(image.pixel(column, row) != ground for column in range(image.width()))
    ]
    return round((inked[-1] - inked[0]) / label.fontMetrics().lineSpacing() + 0.3)


@pytest.mark.parametrize(
    ("width", "height", "count", "cut"),
    [(800, 54, 1, False), (300, 54, 2, False), (120, 54, 2, True), (300, 24, 1, True)],
)
def test_words_go_on_below_where_they_have_no_room(
    qapp: QApplication, width: int, height: int, count: int, cut: bool
) -> None:
    label = TwoLined(SAID)
    label.resize(width, height)
    label.show()
    assert lines(label) == count
    assert bool(label.toolTip()) is cut, "what is cut is told under the mouse"
    label.close()
    qapp.processEvents()
