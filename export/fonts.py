"""Which typefaces the Word report names; GB/T 9704-2012 with names that a usual office PC has."""

from collections.abc import Collection

from model.report.report import FontSet
from model.structs import Struct

STANDARD_TITLE, OFFICE_TITLE = "方正小标宋简体", "华文中宋"


class Fonts(Struct, frozen=True):
    """The typefaces by what they are used for; `title_bold` thickens a stand-in for 小标宋."""

    title: str
    title_bold: bool
    body: str
    subheading: str
    heading: str = "黑体"
    table: str = "宋体"


_WINDOWS = Fonts("宋体", True, "仿宋", "楷体")  # noqa: FBT003 - the field's name is in the class above
_STANDARD = Fonts(STANDARD_TITLE, False, "仿宋_GB2312", "楷体_GB2312")  # noqa: FBT003


def choose(wanted: FontSet, installed: Collection[str] = ()) -> Fonts:
    """The typefaces for a report.

    Args:
        wanted: `standard` for the names of the standard, which an office must have installed; `windows` for names
            that every Chinese Windows has; `auto` for the latter with 小标宋 or 华文中宋 in the title if installed.
        installed: the families this machine is known to have.
    """
    if wanted == "standard":
        return _STANDARD
    if wanted == "auto":
        for title in (STANDARD_TITLE, OFFICE_TITLE):
            if title in installed:
                return Fonts(title, title_bold=False, body=_WINDOWS.body, subheading=_WINDOWS.subheading)
    return _WINDOWS


def choices(wanted: FontSet) -> tuple[Fonts, ...]:
    """All that `choose` may give on any machine."""
    return tuple(choose(wanted, installed) for installed in ((), (STANDARD_TITLE,), (OFFICE_TITLE,)))
