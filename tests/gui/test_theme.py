"""The look: enough contrast everywhere, sizes that follow the zoom, icons that exist, Qt's words in Chinese."""

import gc
import re
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.look.icons import app_icon, icon
from gui.look.theme import DARK, LIGHT, Tokens, theme
from gui.program import translations
from tests.tools import malloc_in_use

ROOT = Path(__file__).parents[2]
READ = [
    (
        "text",
        ("bg", "surface", "panel", "sunken", "head", "label", "computed", "tint", "tint2", "error_tint", "warn_tint"),
    ),
    (
        "text2",
        ("bg", "surface", "panel", "sunken", "head", "computed", "tint", "tint2", "ok_tint", "warn_tint", "error_tint"),
    ),
    ("text3", ("bg", "surface", "panel", "label", "tint")),
    ("accent_t", ("bg", "surface", "panel", "tint", "tint2")),
    ("onaccent", ("accent", "accent_hover", "accent_pressed")),
    ("error", ("surface", "panel", "error_tint")),
    ("warn", ("surface", "panel", "warn_tint")),
    ("hint", ("surface", "panel", "hint_tint")),
    ("ok", ("surface", "panel", "ok_tint")),
]


def contrast(ink: QColor, ground: QColor) -> float:
    def light(color: QColor) -> float:
        parts = [color.redF(), color.greenF(), color.blueF()]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    first, second = sorted((light(ink), light(ground)), reverse=True)
    return (first + 0.05) / (second + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground(tokens: Tokens) -> None:
    weak = {
        (ink, ground): round(contrast(getattr(tokens, ink), getattr(tokens, ground)), 2)
        for ink, grounds in READ
        for ground in grounds
        if contrast(getattr(tokens, ink), getattr(tokens, ground)) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_inputs_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.border2, tokens.surface) >= 3
    assert contrast(tokens.warn_icon, tokens.surface) >= 3


def test_sizes_follow_the_zoom(qapp: QApplication) -> None:
    theme().set_zoom(150)
    assert theme().px(16) == 24
    assert theme().font(16).pixelSize() == 24
    theme().set_zoom(999)
    assert theme().zoom == 200
    theme().set_zoom(1)
    assert theme().zoom == 80
    assert qapp.font().pixelSize() == 12


class Follower(QWidget):
    """Counts how often it is told of another look."""

    def __init__(self) -> None:
        super().__init__()
        self.told = 0
        theme().follow(self.tell)

    def tell(self) -> None:
        self.told += 1


def test_who_follows_the_look_is_told_for_as_long_as_it_is_there() -> None:
    followers = [Follower() for _ in range(2)]
    theme().set_zoom(theme().zoom + 10)
    shiboken6.delete(followers[0])
    theme().set_zoom(theme().zoom - 10)
    assert [follower.told for follower in followers] == [1, 2]


def kept_of_followers_gone() -> int:
    """How many bytes more are in use after 12,000 followers have come and gone."""
    app, kept, rest = QApplication(["nianbao"]), list[Follower](), 0

    def cost() -> int:
        before = malloc_in_use()
        followers = [Follower() for _ in range(2000)]
        for follower in followers:
            follower.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        followers.clear()
        del follower
        gc.collect()
        return malloc_in_use() - before

    cost()
    for _ in range(6):  # what one turn takes from the heap the next gives back, but what is kept adds up
        kept += [Follower() for _ in range(2001)]  # where the last were, so that others come to lie elsewhere
        rest += cost()
    return rest


def test_the_theme_keeps_nothing_of_a_widget_that_is_gone() -> None:
    """A connection to a signal would keep 200 bytes, for PySide forgets it only with the sender.

    The tests before leave followers of their own; with those it depends on their number where a dictionary grows.
    """
    code = "from tests.gui.test_theme import kept_of_followers_gone as kept; print(kept())"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    assert int(found.stdout) < 12_000 * 75


def test_the_style_sheet_is_whole(qapp: QApplication) -> None:
    for appearance in ("light", "dark"):
        theme().set_appearance(appearance)
        assert "$" not in qapp.styleSheet()
        field = QLineEdit("文字")
        field.show()
        assert field.grab().toImage().pixelColor(20, 6) == theme().tokens.surface
        field.close()


def test_every_icon_in_the_code_is_there(qapp: QApplication) -> None:
    assert qapp is not None
    names = {file.name.rsplit("_", 2)[0] for file in (ROOT / "resources" / "icons").glob("*.svg")}
    used = set()
    for file in (ROOT / "gui").rglob("*.py"):
        used |= set(re.findall(r'(?:sign|sign_right)="([a-z_0-9]+)"', file.read_text(encoding="utf-8")))
        used |= set(re.findall(r'(?<!\w)(?:icon|Sign)\("([a-z_0-9]+)"', file.read_text(encoding="utf-8")))
    assert used
    assert used <= names


def test_icons_take_the_colour_they_are_given(qapp: QApplication) -> None:
    assert qapp is not None
    painted = icon("number_circle_0", QColor("#FF0000"), 40).toImage()
    middle_top = [painted.pixelColor(20, y) for y in range(12)]
    assert any(color.alpha() == 255 and color.name() == "#ff0000" for color in middle_top)
    with pytest.raises(FileNotFoundError):
        icon("no_such_drawing", QColor("#FF0000"), 16)
    assert not app_icon().isNull()


def test_qt_speaks_chinese(qapp: QApplication) -> None:
    owner = QLineEdit()
    assert translations.install(owner)
    qapp.processEvents()
    for context, source in (
        ("QPlatformTheme", "Cancel"),
        ("QFileDialog", "Look in:"),
        ("QWidgetTextControl", "&Paste"),
    ):
        assert re.search(r"[一-鿿]", QCoreApplication.translate(context, source)), (context, source)
