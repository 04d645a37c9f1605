"""Which agencies cannot make 规章 (《立法法》第九十一条、第九十三条), and the cells that count them."""

from model.report.report import Agency

RULES_CELLS = tuple(f"disclosure.rules.{column}" for column in ("issued", "repealed", "in_force"))
"""The row 规章 of table two."""


def cannot_make_rules(agency: Agency) -> bool:
    """Whether the agency is known to be of a kind that cannot; an unknown kind or level gives no verdict."""
    if agency.type in ("township", "subdistrict"):
        return True
    if agency.type == "government":
        return agency.level == "county"
    return agency.type == "department" and agency.level in ("county", "city", "province")
