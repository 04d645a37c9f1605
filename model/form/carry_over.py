"""Figures carried from one form to another: the cells that have one role mean the same, and no others do.

So of the form of 2019 tables three and four carry over to that of 2021, （六）其他处理 as its last row, and of table
two the decisions on 行政许可, 行政处罚 and 行政强制; its 规章, 规范性文件, 项目数量, 收费 and 采购 asked for something
else.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from model.form.form import Form, Value


@cache
def same_cells(source: Form, target: Form) -> Mapping[str, str]:
    """For each cell of a form that another form has too, the other's cell; computed ones too."""
    known = {source.role(cell_id): cell_id for cell_id in source.cells if source.role(cell_id)}
    pairs = ((cell_id, known.get(target.role(cell_id))) for cell_id in target.cells)
    return MappingProxyType({cell_id: other for cell_id, other in pairs if other is not None})


def carried_over(numbers: Mapping[str, Value], source: Form, target: Form) -> Mapping[str, Value]:
    """The typed figures of one form as figures of another, in 件 and 万元; what the other does not have is left out."""
    if source is target:
        return numbers
    pairs = ((cell_id, numbers.get(other)) for cell_id, other in same_cells(source, target).items())
    return {cell_id: value for cell_id, value in pairs if value is not None and not target.cells[cell_id].computed}
