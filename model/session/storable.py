"""What a clerk enters, made such that a draft file can hold it and gives back the same."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from model.drafts.cleaning import AGENCY_LINES, visible
from model.drafts.draft import Draft, dumps, loads
from model.files.strict_json import JsonError
from model.form.form import CellError
from model.language.characters import whole_characters
from model.report.length import LINE_LIMIT, TEXT_LIMIT
from model.report.report import Report
from model.structs import replace


def storable_text(text: str, before: str = "", limit: int = TEXT_LIMIT) -> str:
    """A text without halves of characters, and without characters that nobody sees.

    Args:
        text: what is to be stored.
        before: the text in its place; one that is too long already may be made shorter.
        limit: the most characters.

    Raises:
        CellError: it is longer than the limit, and than what it replaces.
    """
    less = visible(whole_characters(text))
    if len(less) > max(limit, len(before)):
        raise CellError(too_long(len(less), limit))
    return less


def too_long(count: int, limit: int = TEXT_LIMIT) -> str:
    """Why a text of so many characters is not taken."""
    return f"文字太长（{count} 字），一处最多 {limit} 字，没有放进来；是不是贴错了内容？"


def with_words(words: Mapping[str, str], key: str, text: str) -> Mapping[str, str]:
    """Notes or remarks with one of them set; an empty one is taken away."""
    whole = {**words, key: storable_text(text)}
    return MappingProxyType({name: part for name, part in whole.items() if part or name != key})


def storable_head(report: Report) -> Report:
    """The report with year, agency and layout as a draft file gives them back.

    Raises:
        CellError: a draft file with them would be refused, as for an empty name, or a line is too long.
    """
    lines: dict[str, Any] = {key: visible(getattr(report.agency, key)) for key in AGENCY_LINES}
    longest = max(map(len, lines.values()))
    if longest > LINE_LIMIT:
        raise CellError(f"这一行太长（{longest} 字），最多 {LINE_LIMIT} 字")
    agency = replace(report.agency, **lines)
    try:
        read = loads(dumps(Draft(Report(report.year, agency, layout=report.layout, form=report.form)))).report
    except JsonError as error:
        raise CellError(str(error).partition(": ")[2] or str(error)) from None
    return replace(report, agency=read.agency, layout=read.layout)
