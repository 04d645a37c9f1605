"""The official forms that the program knows: by id, and by the year of the report.

A new form is a file in `resources/forms/` and its id in `IDS`; `docs/forms.md` says what the file holds.
"""

import json
from functools import cache

import resources
from model.files.strict_json import shown
from model.form.form import CellError, Form, build

IDS = ("2021", "2019")
"""The ids of the forms, the newest first."""


def named(form_id: str) -> Form:
    """A form by its id.

    Raises:
        CellError: the program knows no such form; the message is for the clerk.
    """
    if form_id not in IDS:
        raise CellError(f"不认识的表样 {shown(form_id)}，本程序支持 {'、'.join(IDS)}")
    return _read(form_id)


def of(year: int) -> Form:
    """The form that the report of a year is written on.

    Raises:
        CellError: there was none yet, or the year is absurdly late.
    """
    found = next((form for form in map(named, IDS) if form.applies_to(year)), None)
    if found is None:
        raise CellError(f"{shown(year)} 不是可用的报告年度，表样从 {first_year()} 年度起使用")
    return found


def newest() -> Form:
    """The form in force."""
    return named(IDS[0])


def first_year() -> int:
    """The first year whose report has a form."""
    return named(IDS[-1]).first_year


@cache
def _read(form_id: str) -> Form:
    return build(json.loads(resources.read_text(f"forms/{form_id}.json")))
