"""The look: enough contrast everywhere, sizes that follow the zoom, icons that exist, Qt's words in Chinese."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.look.icons import app_icon, icon
from gui.look.theme import DARK, LIGHT, Tokens, theme
from gui.program import translations

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
