"""What goes to the clipboard from a prose editor, and what is taken from it: plain text, and live fields inside."""

import re

from PySide6.QtCore import QByteArray, QMimeData

from importers.document.blocks import Block, Paragraph
from model.files.problems import FileProblem
from model.language.pasted import clean
from model.report.fields import resolve
from model.report.report import Report

STORED = "application/x-nianbao-text"
"""A text of a report with its live fields; only this program understands it."""

_NO_BREAK = re.compile("&nbsp;?|&#160;|&#xa0;|\u00a0", re.IGNORECASE)

NO_FILES = "这里只能放文字，文件没有放进来。"
NO_IMAGES = "年报正文只有文字，图片没有贴进来。"
NOTHING = "剪贴板里没有可以粘贴的文字。"


def copied(stored: str, report: Report) -> QMimeData:
    """A part of a text: with its fields for this program, with its figures for every other."""
    data = QMimeData()
    data.setData(STORED, QByteArray(stored.encode()))
    data.setText(resolve(stored, report))
    return data


def brings_files(data: QMimeData) -> bool:
    """Whether files are being pasted or dropped; their names are no text."""
    return data.hasUrls() and any(url.isLocalFile() for url in data.urls())


def has_words(data: QMimeData) -> bool:
    """Whether there is any text to take."""
    return not brings_files(data) and any(data.hasFormat(kind) for kind in (STORED, "text/plain", "text/html"))


def pasted(data: QMimeData) -> tuple[str, str]:
    """The stored text to insert, and a line for the clerk where something was refused."""
    if brings_files(data):
        return "", NO_FILES
    if data.hasFormat(STORED):
        return bytes(data.data(STORED).data()).decode(errors="replace"), ""
    words = clean(data.text() if data.hasFormat("text/plain") else _words_of_page(data.html()))
    if words:
        return words, ""
    return "", NO_IMAGES if data.hasImage() else NOTHING


def _words_of_page(html: str) -> str:
    """The words of a copied page, read as a file is, so that nothing it names is loaded; a table's cell is a paragraph.

    The reader of pages makes plain spaces of those that do not break; here they are still told apart, to be dropped.
    """
    from importers.clipboard import from_clipboard  # lxml, when a page without plain text is pasted

    try:
        blocks = from_clipboard(_NO_BREAK.sub("\u2007", html), "").blocks
    except FileProblem:
        return ""
    return "\n".join(words for block in blocks for words in _words_of(block))


def _words_of(block: Block) -> tuple[str, ...]:
    if isinstance(block, Paragraph):
        return (block.number + block.text,)
    return tuple(cell.text for row in block.rows for cell in row if cell.begins)
