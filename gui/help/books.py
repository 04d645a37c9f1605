"""The books for the clerk: how the program is used, what belongs where on the form, what the checks look at."""

from collections.abc import Callable

import resources
from model.checks import page as checks
from model.explanations import page as explanations
from model.form import forms

MANUAL, FORM, CHECKS = "manual", "form", "checks"
FOLDER = "manual"
"""Where the manual and its pictures are among the resources."""

BOOKS: dict[str, Callable[[], str]] = {
    MANUAL: lambda: resources.read_text(f"{FOLDER}/使用说明.md"),
    FORM: lambda: explanations.page(forms.newest()),
    CHECKS: checks.page,
}
"""Each book's words in Markdown, by its id, in their order."""
