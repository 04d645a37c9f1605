"""Next year's ledger begins with what this year's leaves open."""

from collections.abc import Mapping, Sequence

from model.form.form import Form
from model.ledger.counting import Count
from model.ledger.ledger import Ledger, Place
from model.ledger.questions import answer_to
from model.ledger.vocabulary import applications
from model.ledger.words import table


def left_open(whole: Ledger, found: Count, form: Form) -> Sequence[Mapping[str, str]]:
    """The lines that are not answered by the end of the year, and those that are not clear, in their order.

    Args:
        whole: the ledger with all that stands in it.
        found: what the same file counts to.
        form: the form that was counted on.
    """
    lines = {Place(index, line.row): line.said for index, sheet in enumerate(whole.sheets) for line in sheet.lines}
    role = table("form")["main"]["left"]
    rows = {line.id for line in applications(form).row_lines if role in line.roles}
    places = {place for cell, behind in found.lines.items() if cell.split(".")[1] in rows for place in behind}
    places |= {
        place for question in found.questions if not answer_to(question, found.answers) for place in question.places
    }
    return [_begun_again(lines[place]) for place in sorted(places) if place in lines]


def _begun_again(said: Mapping[str, str]) -> Mapping[str, str]:
    """A line without the answer that it does not have yet."""
    kept = {field: words for field, words in said.items() if field not in ("answered", "outcome", "detail")}
    unclear = "、".join(said[field] for field in ("answered", "outcome") if said.get(field))
    remark = "；".join(filter(None, (said.get("remark", ""), f"上年台账里写的是：{unclear}" if unclear else "")))
    return {**kept, "remark": remark} if remark else kept
