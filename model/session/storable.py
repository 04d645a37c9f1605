"""What a clerk enters, made such that a draft file can hold it and gives back the same."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from model.drafts.cleaning import AGENCY_LINES, LINE_LIMIT
from model.drafts.draft import Draft, dumps, loads
from model.files.strict_json import JsonError
from model.form.form import CellError
from model.language.characters import whole_characters
from model.report.report import Report

TEXT_LIMIT = 20_000
"""The longest text that is typed or pasted, in characters; the longest sections that were published have some 8,000."""


def storable_text(text: str, before: str = "") -> str:
    """A text without halves of characters.

    Args:
        text: what is to be stored.
        before: the text in its place; one that is too long already may be made shorter.

    Raises:
        CellError: it is longer than `TEXT_LIMIT`, and than what it replaces.
    """
    if len(text) > max(TEXT_LIMIT, len(before)):
        raise CellError(f"文字太长（{len(text)} 字），一处最多 {TEXT_LIMIT} 字；是不是贴错了内容？")
    return whole_characters(text)


def with_words(words: Mapping[str, str], key: str, text: str) -> Mapping[str, str]:
    """Notes or remarks with one of them set; an empty one is taken away."""
    whole = {**words, key: storable_text(text)}
    return MappingProxyType({name: part for name, part in whole.items() if part or name != key})


def storable_head(report: Report) -> Report:
    """The report with year, agency and layout as a draft file gives them back.

    Raises:
        CellError: a draft file with them would be refused, as for an empty name, or a line is too long.
    """
    longest = max(len(str(getattr(report.agency, key))) for key in AGENCY_LINES)
    if longest > LINE_LIMIT:
        raise CellError(f"这一行太长（{longest} 字），最多 {LINE_LIMIT} 字")
    try:
        read = loads(dumps(Draft(Report(report.year, report.agency, layout=report.layout, form=report.form)))).report
    except JsonError as error:
        raise CellError(str(error).partition(": ")[2] or str(error)) from None
    return replace(report, agency=read.agency, layout=read.layout)
