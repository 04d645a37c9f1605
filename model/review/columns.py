"""The columns of the board: each table of the form, the words, the format, and the year before."""

from model.checks.registry import CHECKS, Finding
from model.form.form import Form

WORDS, FORMAT, YEARS = "文字", "格式", "跨年"
"""What is no table; the format is title, headings, their order, and names."""


def columns(form: Form) -> tuple[str, ...]:
    """All columns in their order."""
    return (*(table.name for table in form.tables), WORDS, FORMAT, YEARS)


def column_of(finding: Finding, form: Form) -> str:
    """The column a finding is counted in."""
    aspect = CHECKS[finding.check].aspect
    if aspect == "years":
        return YEARS
    if aspect == "format" or finding.section in (None, "title", "agency"):
        return FORMAT
    named = {table.id: table.name for table in form.tables}
    return named.get(finding.section or "", WORDS)
