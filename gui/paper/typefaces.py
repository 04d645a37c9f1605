"""Which typefaces the pages are set in on this machine, and what is to be said of them before a file is written."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontInfo

from export.content import Block, blocks
from export.identity import words
from gui.paper.application import start_application
from gui.paper.pages import BODY_FAMILIES, HEADING_FAMILIES, SUBHEADING_FAMILIES, TABLE_FAMILIES, TITLE_FAMILIES
from gui.paper.shapes import boxes, is_chinese, shown_with
from model.report.report import Report

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
_SAMPLE = "国"
_NAMED = 10
"""So many characters are named that come out as boxes."""
NO_CHINESE = (
    "这台电脑没有装中文字体，纸面上的字会是一个个方框。"
    "请装一种再试（统信、麒麟上可以装 fonts-noto-cjk），或者导出 Word，到别的电脑上打印"
)


def refusal(printed: Sequence[Block]) -> str | None:
    """Why some blocks cannot be put on paper here: no typeface shows any of their Chinese; None when they can."""
    start_application()
    chinese = {sign for text in words(printed) for sign in text if is_chinese(sign)}
    return NO_CHINESE if chinese and len(boxes(chinese, _font(BODY_FAMILIES))) == len(chinese) else None


def notices(report: Report) -> list[str]:
    """What is to be said before a report is put on paper here; nothing where it cannot be.

    For each use of type: that its typeface is missing and which one stands in, or that it may not be embedded; then
    which characters no typeface shows.
    """
    start_application()
    if refusal(printed := blocks(report)):
        return []
    said = [line for use, families in _USES.items() for line in _notices(use, _font(families), families)]
    return [*said, *_not_shown(boxes(words(printed), _font(BODY_FAMILIES)))]


def _notices(use: str, font: QFont, families: Sequence[str]) -> list[str]:
    wanted = [family for family in families if family not in _STAND_INS]
    raw, found = shown_with(_SAMPLE, font), QFontInfo(font).family()
    lines = []
    if found not in wanted:
        found = raw.familyName() if raw else found
        lines = [f"{use}用的“{wanted[0]}”没有安装，用“{found}”代替"]
    if raw and not may_be_embedded(bytes(raw.fontTable("OS/2").data())):
        lines.append(f"{use}用的“{found}”的许可不让嵌入，PDF 里它的字画成线条，看起来一样，文字仍可复制")
    return lines


def _not_shown(lost: str) -> list[str]:
    if not lost:
        return []
    named = "”“".join(lost[:_NAMED])
    counted = f"等 {len(lost)} 个字" if len(lost) > _NAMED else ""
    return [f"这台电脑的字体里没有“{named}”{counted}，PDF 里显示成方框，文字仍可复制"]


def may_be_embedded(os2: bytes) -> bool:
    """Whether a typeface's table `OS/2` lets its outlines be put into a file; one without the table does."""
    allowed = int.from_bytes(os2[8:10], "big")
    return allowed & 0x000F != _RESTRICTED and not allowed & _BITMAPS_ONLY


def _font(families: Sequence[str]) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    return font
