"""What a clerk enters, made such that a draft file can hold it and gives back the same."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from model.drafts.draft import Draft, dumps, loads
from model.files.strict_json import JsonError
from model.form.form import CellError
from model.language.characters import whole_characters
from model.report.report import Report

TEXT_LIMIT = 500_000
"""The longest text, in characters: four of them stay within what a draft file may hold."""


def storable_text(text: str) -> str:
    """A text without halves of characters.

    Raises:
        CellError: it is longer than `TEXT_LIMIT`.
    """
    if len(text) > TEXT_LIMIT:
        raise CellError(f"文字太长（{len(text)} 字），最多 {TEXT_LIMIT} 字")
    return whole_characters(text)


def with_words(words: Mapping[str, str], key: str, text: str) -> Mapping[str, str]:
    """Notes or remarks with one of them set; an empty one is taken away."""
    whole = {**words, key: storable_text(text)}
    return MappingProxyType({name: part for name, part in whole.items() if part or name != key})


def storable_head(report: Report) -> Report:
    """The report with year, agency and layout as a draft file gives them back.

    Raises:
        CellError: a draft file with them would be refused, as for an empty name.
    """
    try:
        read = loads(dumps(Draft(Report(report.year, report.agency, layout=report.layout, form=report.form)))).report
    except JsonError as error:
        raise CellError(str(error).partition(": ")[2] or str(error)) from None
    return replace(report, agency=read.agency, layout=read.layout)
