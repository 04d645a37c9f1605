"""Which agencies cannot make 规章 (《立法法》第九十一条、第九十三条), and the cells that count them."""

from functools import cache

from model.form.form import Form
from model.language.patterns import pattern
from model.report.names import regions
from model.report.report import Agency

_DISTRICT = pattern("(?<!自治)(?<!行政)区(?:人民)?政府$")
"""The government of a district; none of them can, be it one of a city under the State Council."""


@cache
def rules_cells(form: Form) -> tuple[str, ...]:
    """The row 规章 of table two; nothing where a form has none."""
    of_rules = {line.id for table in form.tables for line in table.row_lines if "rules" in line.roles}
    return tuple(cell_id for cell_id in form.cells if cell_id.split(".")[1] in of_rules)


def cannot_make_rules(agency: Agency) -> bool:
    """Whether the agency is known to be of a kind that cannot; an unknown kind or level gives no verdict."""
    if agency.type in ("township", "subdistrict"):
        return True
    if agency.type == "government":
        return agency.level == "county" or (not agency.level and bool(_DISTRICT.search(agency.name)))
    of_a_region = not agency.level and _is_of_a_region(agency.name)
    return agency.type == "department" and (agency.level in ("county", "city", "province") or of_a_region)


def _is_of_a_region(name: str) -> bool:
    """Whether a department is one of a province, a city or less: its name begins with that region."""
    return bool(regions(name)) and not name.startswith(("国家", "国务院", "中国", "中央", "中华", "全国"))
