"""What an old Word file keeps beside its text: boxes and notes, which do not all come along into a file of today."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from struct import error

from doc2docx.converter import _load_word_parts
from doc2docx.diagnostics import ConversionReport
from doc2docx.errors import Doc2DocxError
from doc2docx.msdoc.fib import FileInformationBlock
from doc2docx.msdoc.pieces import read_piece_table

from importers.document.blocks import Block, Paragraph, Residue
from model.language.patterns import pattern

_FIELD_CODE = pattern(r"\x13[^\x13-\x15]*[\x14\x15]")
_SIGNS = pattern(r"[\x00-\x0c\x0e-\x1f]+")
"""Signs for fields, pictures and references; all but the end of a paragraph."""
_SHOWN = 200


def lost(source: Path, blocks: Sequence[Block], residues: Sequence[Residue]) -> Iterator[Residue]:
    """The words beside the text that are neither among what was read nor told.

    Args:
        source: the old file.
        blocks: what was read of it.
        residues: what was told of it.
    """
    known = "".join("".join((*map(_words, blocks), *(each.words for each in residues))).split())
    for kind, story in _stories(source):
        paragraphs = [" ".join(each.split()) for each in story.split("\r")]
        missing = [each for each in paragraphs if each and "".join(each.split()) not in known]
        if missing:
            said = "；".join(missing)[:_SHOWN]
            yield Residue("box", said, 0) if kind == "textboxes" else Residue("note", f"脚注或尾注：{said}", 0)


def _words(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.number + block.text
    return "".join(cell.text for row in block.rows for cell in row if cell.begins)


def _stories(source: Path) -> Iterator[tuple[str, str]]:
    """Each story beside the text with its words; none of one that cannot be read."""
    report = ConversionReport(str(source))
    try:
        _, text, told, table, _ = _load_word_parts(source, limits=None, password=None)
        pieces = read_piece_table(table, text, fc_clx=told.clx.fc, lcb_clx=told.clx.lcb, report=report)
        for name, start, length in _ranges(told):
            found = pieces.extract_characters(start, start + length, report, story=name)
            yield name, _SIGNS.sub("", _FIELD_CODE.sub("", "".join(each.text for each in found)))
    except (Doc2DocxError, LookupError, ValueError, error):
        return


def _ranges(told: FileInformationBlock) -> tuple[tuple[str, int, int], ...]:
    """Where each story begins, and how long it is."""
    return (
        ("footnotes", told.ccp_text, told.ccp_footnotes),
        ("endnotes", told.endnote_story_cp_start, told.ccp_endnotes),
        ("textboxes", told.textbox_story_cp_start, told.ccp_textboxes),
    )
