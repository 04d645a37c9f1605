"""How a place where two reports differ is called."""

from model.form.form import Form
from model.report.comparison import Difference

_PLACES = {"title": "标题", "agency.name": "机关名称", "year": "年度", "preamble": "引言"}


def where(difference: Difference, form: Form) -> str:
    """The place for the clerk: 表三 本年新收 / 自然人, 标题, 引言第 1 段."""
    place = difference.place
    if place in form.cells:
        return f"{form.table_of(place).name} {form.name(place)}"
    tables = {table.id: f"{table.name}下的注" for table in form.tables}
    name = _PLACES.get(place) or tables.get(place) or form.section(place).heading
    return f"{name}第 {difference.paragraph} 段" if difference.paragraph else name
