"""The look: the colours of the light and the dark theme, sizes at the chosen zoom, one theme for all widgets."""

from collections.abc import Callable
from functools import cache
from types import MethodType
from typing import Literal, NamedTuple
from weakref import WeakMethod, WeakSet

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gui.look.stylesheet import stylesheet

FAMILIES = ("Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif")
"""The typefaces of the interface, the first one present being used; YaHei has no medium weight, so only 400 and 700."""
SERIF_FAMILIES = ("SimSun", "宋体", "Noto Serif CJK SC", "serif")
"""The typefaces of what looks like paper."""
ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP = 80, 200, 10
"""The zoom in per cent: its range, and what one step of the keyboard or a button changes."""

Appearance = Literal["system", "light", "dark"]

_COLOURS = {
    "bg": ("#F2F4F7", "#16181C"),
    "surface": ("#FFFFFF", "#1F2227"),
    "raised": ("#FFFFFF", "#2A2E35"),
    "panel": ("#F7F8FA", "#1B1E22"),
    "sunken": ("#F7F8FA", "#1A1D21"),
    "head": ("#EEF1F6", "#272B32"),
    "label": ("#F7F8FA", "#23272D"),
    "computed": ("#E8ECF3", "#2D323A"),
    "hover": ("#E7EBF1", "#2A2E35"),
    "press": ("#DCE2EA", "#343943"),
    "border": ("#E1E5EB", "#31363F"),
    "button_border": ("#CBD2DC", "#454C57"),
    "grid": ("#D3D9E3", "#3A404B"),
    "border2": ("#7D889B", "#7B8596"),
    "text": ("#1A1F29", "#E9EBEF"),
    "text2": ("#465063", "#B9C0CC"),
    "text3": ("#5D687B", "#98A1B0"),
    "disabled": ("#9AA3B2", "#666F7D"),
    "accent": ("#1F5DB8", "#7AB0F7"),
    "accent_hover": ("#194E9D", "#92BFF9"),
    "accent_pressed": ("#143F80", "#A9CDFB"),
    "onaccent": ("#FFFFFF", "#0B1D36"),
    "accent_t": ("#174C9A", "#A5CAFB"),
    "tint": ("#EDF3FC", "#202C3E"),
    "tint2": ("#D7E5F9", "#2B4468"),
    "error": ("#B3261E", "#FF9A90"),
    "error_tint": ("#FCEBE9", "#432523"),
    "error_edge": ("#EFB8B2", "#7C3F3A"),
    "warn": ("#8A5100", "#F3C063"),
    "warn_icon": ("#A86200", "#F3C063"),
    "warn_tint": ("#FFF3DC", "#3A2F18"),
    "warn_edge": ("#EBCB90", "#6E5828"),
    "hint": ("#4A5B7C", "#B0BDD6"),
    "hint_tint": ("#ECF0F6", "#2A313D"),
    "hint_edge": ("#C9D2E0", "#475266"),
    "ok": ("#1A7340", "#73CF97"),
    "ok_tint": ("#E6F4EB", "#1C3526"),
    "ok_edge": ("#B5DCC3", "#33603F"),
    "same": ("#E9EBF5", "#2E3346"),
    "mark": ("#FFD98A", "#6E5828"),
    "canvas": ("#E4E8EE", "#121417"),
    "shadow": ("#4F1A1F29", "#AB000000"),
}


class Tokens(NamedTuple):
    """The colours by what they are for; every widget takes its colours from here and nowhere else."""

    bg: QColor
    surface: QColor
    raised: QColor
    panel: QColor
    sunken: QColor
    head: QColor
    label: QColor
    computed: QColor
    hover: QColor
    press: QColor
    border: QColor
    button_border: QColor
    grid: QColor
    border2: QColor
    text: QColor
    text2: QColor
    text3: QColor
    disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    onaccent: QColor
    accent_t: QColor
    tint: QColor
    tint2: QColor
    error: QColor
    error_tint: QColor
    error_edge: QColor
    warn: QColor
    warn_icon: QColor
    warn_tint: QColor
    warn_edge: QColor
    hint: QColor
    hint_tint: QColor
    hint_edge: QColor
    ok: QColor
    ok_tint: QColor
    ok_edge: QColor
    same: QColor
    mark: QColor
    canvas: QColor
    shadow: QColor


LIGHT = Tokens(**{name: QColor(light) for name, (light, _dark) in _COLOURS.items()})
DARK = Tokens(**{name: QColor(dark) for name, (_light, dark) in _COLOURS.items()})


class Theme(QObject):
    """What the interface looks like now; whoever follows it is told after the colours or the zoom have changed."""

    def __init__(self) -> None:
        """Begin light, at 100 %, until the application installs it."""
        super().__init__()
        self._tokens = LIGHT
        self._zoom = 100
        self._appearance: Appearance = "system"
        self._with_sheet = True
        self._renewed: WeakSet[QWidget] = WeakSet()
        self._followers: dict[WeakMethod[Callable[[], object]], None] = {}
        """In the order in which they came; a signal will not do, see `follow`."""

    def follow(self, told: Callable[[], object]) -> None:
        """Call a method of a widget after every change of the look, for as long as the widget is there.

        PySide keeps an entry for each connection until its sender is deleted, whatever becomes of the receiver, and
        the theme is never deleted: as a signal this would cost 200 entries, 50 KB, each time a report is opened.
        """
        self._followers[WeakMethod(told, self._forget)] = None

    def renew(self, widget: QWidget) -> None:
        """Measure and paint a widget anew after every change of the look, for as long as it is there."""
        self._renewed.add(widget)

    def _forget(self, told: "WeakMethod[Callable[[], object]]") -> None:
        self._followers.pop(told, None)

    @property
    def tokens(self) -> Tokens:
        """The colours of the theme in force."""
        return self._tokens

    @property
    def dark(self) -> bool:
        """Whether the dark theme is in force."""
        return self._tokens is DARK

    @property
    def zoom(self) -> int:
        """The zoom, in per cent."""
        return self._zoom

    @property
    def appearance(self) -> Appearance:
        """What the clerk has chosen: the system's theme, or one of the two."""
        return self._appearance

    def px(self, n: float) -> int:
        """A length given in pixels at 100 %, in pixels at the present zoom."""
        return round(n * self._zoom / 100)

    def font(self, px: float, bold: bool = False) -> QFont:  # noqa: FBT001, FBT002
        """The interface's font, its size given in pixels at 100 %."""
        return self._sized(FAMILIES, px, bold=bold)

    def serif(self, px: float, *, bold: bool = False) -> QFont:
        """The font of what looks like paper, its size given in pixels at 100 %."""
        return self._sized(SERIF_FAMILIES, px, bold=bold)

    def set_zoom(self, zoom: int) -> None:
        """Set the zoom in per cent; what is out of range becomes the nearest in range."""
        zoom = min(max(zoom, ZOOM_LEAST), ZOOM_MOST)
        if zoom != self._zoom:
            self._zoom = zoom
            self._refresh()

    def set_appearance(self, appearance: Appearance) -> None:
        """Follow the system, or stay light or dark."""
        self._appearance = appearance
        self._follow()

    def install(self, *, later: bool = False) -> None:
        """Dress the application: palette, font and style sheet, following the system's light and dark.

        Args:
            later: leave the style sheet to `add_sheet`; the first screen is painted without it, and comes sooner.
        """
        self._with_sheet = not later
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._tokens = self._wanted()
        self._refresh()

    def add_sheet(self) -> None:
        """Set the style sheet that `install` has left out."""
        self._with_sheet = True
        self._refresh()

    def _follow(self) -> None:
        if self._wanted() is not self._tokens:
            self._tokens = self._wanted()
            self._refresh()

    def _wanted(self) -> Tokens:
        if self._appearance == "system":
            return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._appearance == "dark" else LIGHT

    def _refresh(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(_palette(self._tokens))
            app.setFont(self.font(15))
            if self._with_sheet:
                app.setStyleSheet(self._sheet())
        for widget in [found for found in self._renewed if isValid(found)]:
            widget.updateGeometry()
            widget.update()
        for follower in tuple(self._followers):
            told = follower()
            if isinstance(told, MethodType) and isValid(told.__self__):
                told()

    def _sheet(self) -> str:
        colours = {name: colour.name() for name, colour in self._tokens._asdict().items()}
        scroll = self._tokens.border2 if self.dark else self._tokens.button_border
        return stylesheet({**colours, "scroll": scroll.name()}, self.px)

    def _sized(self, families: tuple[str, ...], px: float, *, bold: bool) -> QFont:
        font = QFont()
        font.setFamilies(list(families))
        font.setPixelSize(max(1, self.px(px)))
        font.setBold(bold)
        return font


@cache
def theme() -> Theme:
    """The one theme of the application."""
    return Theme()


def _palette(tokens: Tokens) -> QPalette:
    roles = QPalette.ColorRole
    colours = {
        roles.Window: tokens.bg,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.panel,
        roles.Text: tokens.text,
        roles.Button: tokens.raised,
        roles.ButtonText: tokens.text,
        roles.PlaceholderText: tokens.text3,
        roles.ToolTipBase: tokens.raised,
        roles.ToolTipText: tokens.text,
        roles.Highlight: tokens.tint2,
        roles.HighlightedText: tokens.text,
        roles.Link: tokens.accent_t,
        roles.LinkVisited: tokens.accent_t,
        roles.Accent: tokens.accent,
        roles.Light: tokens.border,
        roles.Midlight: tokens.border,
        roles.Mid: tokens.grid,
        roles.Dark: tokens.border2,
        roles.Shadow: tokens.border2,
    }
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.disabled)
    return palette
