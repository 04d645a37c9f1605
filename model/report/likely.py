"""What an agency most likely is, by its name: 县…局 is a department of a county; only what the name says plainly."""

from dataclasses import replace

from model.language.patterns import pattern
from model.report.names import regions
from model.report.report import Agency, AgencyLevel, AgencyType

_TYPES: tuple[tuple[str, AgencyType], ...] = (
    (r"[镇乡](?:人民)?政府$", "township"),
    (r"街道(?:办事处)?$", "subdistrict"),
    (r"人民政府$", "government"),
    (r"[局厅]$|委员会$|人民政府[一-鿿]{2,12}$", "department"),
)
_LEVELS: dict[str, AgencyLevel] = {"县": "county", "旗": "county", "省": "province"}
"""By the last character of the narrowest region; a 市 or a 区 may be of more than one level."""


def likely_type(name: str) -> AgencyType:
    """The type that a name says; empty where it does not."""
    return next((kind for words, kind in _TYPES if pattern(words).search(name)), "")


def likely_level(name: str) -> AgencyLevel:
    """The level that a name says; empty where it does not."""
    found = [region for region in regions(name) if not region.endswith(("镇", "乡", "街道"))]
    return _LEVELS.get(found[-1][-1], "") if found else ""


def with_likely(agency: Agency) -> Agency:
    """The agency with its type and level filled in where they are empty and the name says them."""
    kind, level = agency.type or likely_type(agency.name), agency.level or likely_level(agency.name)
    return replace(agency, type=kind, level=level)
