"""Running heads in copied text: the same line at the top or foot of every page, beside the page's number."""

from collections import Counter
from collections.abc import Sequence

from importers.document.blocks import Block, Document, Paragraph
from importers.recognition.bare_figures import is_figure
from importers.recognition.texts.noise import is_page_number
from importers.recognition.texts.title import is_title
from model.structs import replace

_LEAST = 3
"""A line stands on so many pages before it counts as a running head."""
_LONGEST = 60


def without_running_heads(document: Document) -> Document:
    """The document with every running head but its first emptied, so that all other blocks keep their places."""
    texts = [block.text.strip() if isinstance(block, Paragraph) else "" for block in document.blocks]
    often = {text for text, count in Counter(texts).items() if count >= _LEAST and _may_be_a_head(text)}
    seen: set[str] = set()
    blocks: list[Block] = []
    for index, block in enumerate(document.blocks):
        text = texts[index]
        repeated = text in often and text in seen and (is_title(text) or _is_at_an_end(texts, index))
        seen.add(text)
        blocks.append(Paragraph("") if repeated else block)
    return replace(document, blocks=tuple(blocks))


def _may_be_a_head(text: str) -> bool:
    """Whether a line may be one: a figure alone is a cell, however often it stands beside a page's number."""
    return 0 < len(text) <= _LONGEST and not is_figure(text)


def _is_at_an_end(texts: Sequence[str], index: int) -> bool:
    """Whether a page's number stands right above or below a line."""
    above = next((text for text in reversed(texts[:index]) if text), "")
    below = next((text for text in texts[index + 1 :] if text), "")
    return is_page_number(above) or is_page_number(below)
