"""Which typefaces the pages are set in on this machine, and what is to be said of them before a file is written."""

from PySide6.QtGui import QFont, QFontInfo, QRawFont

from gui.paper.application import start_application
from gui.paper.pages import BODY_FAMILIES, HEADING_FAMILIES, SUBHEADING_FAMILIES, TABLE_FAMILIES, TITLE_FAMILIES

_USES = {
    "标题": TITLE_FAMILIES,
    "正文": BODY_FAMILIES,
    "一级标题": HEADING_FAMILIES,
    "二级标题": SUBHEADING_FAMILIES,
    "表格": TABLE_FAMILIES,
}
_STAND_INS = ("Noto Serif CJK SC", "Noto Sans CJK SC", "serif", "sans-serif")
_RESTRICTED, _BITMAPS_ONLY = 0x0002, 0x0200
"""Bits of `fsType` in the table `OS/2`: no embedding; no embedding of outlines."""


def notices() -> list[str]:
    """For each use of type: that its typeface is missing and which one stands in, or that it may not be embedded."""
    start_application()
    return [line for use, families in _USES.items() for line in _notices(use, families)]


def _notices(use: str, families: tuple[str, ...]) -> list[str]:
    font = QFont()
    font.setFamilies(list(families))
    found = QFontInfo(font).family()
    wanted = [family for family in families if family not in _STAND_INS]
    lines = [] if found in wanted else [f"{use}用的“{wanted[0]}”没有安装，用“{found}”代替"]
    if not may_be_embedded(bytes(QRawFont.fromFont(font).fontTable("OS/2").data())):
        lines.append(f"{use}用的“{found}”的许可不让嵌入，PDF 里它的字画成线条，看起来一样，文字仍可复制")
    return lines


def may_be_embedded(os2: bytes) -> bool:
    """Whether a typeface's table `OS/2` lets its outlines be put into a file; one without the table does."""
    allowed = int.from_bytes(os2[8:10], "big")
    return allowed & 0x000F != _RESTRICTED and not allowed & _BITMAPS_ONLY
