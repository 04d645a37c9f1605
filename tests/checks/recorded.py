"""A report that notes which of its parts are looked at, to compare that with what checks say they read."""

from typing import Any

from model.checks.parts import Part
from model.report.report import TEXT_IDS, Report, Texts
from model.structs import fields_of

_FIELDS: dict[str, Part] = {
    "numbers": "tables",
    "blanks": "tables",
    "notes": "notes",
    "title": "title",
    "agency": "agency",
    "year": "agency",
    "deadline": "agency",
    "layout": "agency",
    "last_year": "last_year",
    "events": "events",
    "source": "source",
    "hand_in_by": "agency",
    "handed_in": "events",
    "published": "events",
    "as_typed": "as_typed",
    "summed": "summed",
}
_OTHERS = frozenset(("remarks", "given_by", "dismissed"))
"""What no check may look at."""


class RecordedTexts(Texts, frozen=True, dict=True):
    """Texts that tell a list which of them was looked at."""

    def __getattribute__(self, name: str) -> Any:
        if name in TEXT_IDS:
            object.__getattribute__(self, "looked_at").add(name)
        return object.__getattribute__(self, name)


class RecordedReport(Report, frozen=True, dict=True):
    """A report that notes the parts looked at in `looked_at`."""

    def __getattribute__(self, name: str) -> Any:
        if name in _OTHERS:
            raise AssertionError(f"a check looks at {name}")
        if name in _FIELDS:
            object.__getattribute__(self, "looked_at").add(_FIELDS[name])
        return object.__getattribute__(self, name)

    @property
    def blanks(self) -> tuple[str, ...]:
        """What could not be read of a cell counts as of the tables: `change` names the cell too."""
        whole = Report(**{name: object.__getattribute__(self, name) for name in Report.__struct_fields__})
        return whole.blanks

    @property
    def title_text(self) -> str:
        looked_at = object.__getattribute__(self, "looked_at")
        looked_at.add("title")
        return str(object.__getattribute__(self, "printed_title"))


def recorded(report: Report) -> RecordedReport:
    """The same report, looked at by nobody yet."""
    looked_at: set[str] = set()
    texts = RecordedTexts(**{text_id: report.text[text_id] for text_id in TEXT_IDS}, extra=report.text.extra)
    texts.__dict__["looked_at"] = looked_at
    made = RecordedReport(**{**fields_of(report), "text": texts})
    made.__dict__.update(looked_at=looked_at, printed_title=report.title_text)
    return made
