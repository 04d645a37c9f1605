"""What was found in a document, before it is put together."""

from collections.abc import Sequence

from importers.document.blocks import Document
from importers.recognition.tables.found import Tables
from importers.recognition.texts.broken_lines import Joined
from importers.recognition.texts.headings import Heading
from importers.recognition.texts.lines import Line
from importers.recognition.texts.prose import Prose
from importers.recognition.texts.title import Title
from model.form.form import Form
from model.structs import Struct


class Parts(Struct, frozen=True):
    """What was found in a document, before it is put together."""

    document: Document
    tables: Tables
    lines: Sequence[Line]
    headings: Sequence[Heading]
    title: Title | None
    prose: Prose
    joined: Joined

    @property
    def form(self) -> Form:
        """The form that its tables were read by."""
        return self.tables.form

    def text(self, section: str) -> str:
        """One text, its paragraphs separated by line feeds."""
        return "\n".join(self.prose.text.get(section, ()))

    @property
    def title_text(self) -> str:
        """The title on one line; empty without one."""
        return self.title.text if self.title else ""
