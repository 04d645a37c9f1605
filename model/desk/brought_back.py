"""A report that comes back from its printed form, as the Word file that was sent round, goes into its own draft."""

from model.report.fields import resolve
from model.report.report import TEXT_IDS, Report
from model.structs import replace


def with_printed(report: Report, printed: Report) -> Report:
    """The draft's report with what the other one prints, and all that is never printed as the draft has it.

    Paragraphs that read as before keep their live fields; a cell that was blank, and so was printed as 0, stays blank.
    """
    found = report
    for text in TEXT_IDS:
        found = found.with_text(text, _merged(report, report.text[text], printed.text[text]))
    values = {
        cell: value
        for cell, value in printed.numbers.items()
        if cell in report.form.typed and not (value == 0 and cell in report.blanks)
    }
    found = found.with_numbers(values)
    if _bare(printed.title_text) != _bare(report.title_text):
        found = replace(found, title=printed.title_text)
    same = {
        table: notes for table, notes in report.notes.items() if _bare(printed.notes.get(table, "")) == _bare(notes)
    }
    return replace(found, notes={**printed.notes, **same})


def _merged(report: Report, stored: str, printed: str) -> str:
    """A printed text, in which each paragraph that the stored one prints too stands as it is stored."""
    known = {_bare(resolve(line, report)): line for line in stored.split("\n")}
    merged = [known.get(_bare(line), line) for line in printed.split("\n")]
    same = list(map(_bare, merged)) == [_bare(line) for line in stored.split("\n") if line.strip()]
    return stored if same else "\n".join(merged)


def _bare(words: str) -> str:
    return "".join(words.split()).removeprefix("注：")
