"""What the draft keeps of its source, for the checks that judge a source; see `docs/draft-format.md`."""

from collections.abc import Iterator

from importers.document.layout import ASIDES
from importers.recognition.parts import Parts
from model.form.form import Cell
from model.language.patterns import pattern
from model.report.report import Evidence

_PLAIN = pattern(r"[0-9０-９]+(?:[.．][0-9０-９]+)?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_BROKEN = pattern(r"错误[!！]\s*未(?:找到|定义)[^。；，\s]{0,6}")
_RESIDUES = {
    "revision": "修订痕迹",
    "comment": "批注",
    "picture": "图片",
    "bookmark": "书签",
    "broken_reference": "错误！未找到引用源",
    **ASIDES,
}


def evidence(parts: Parts) -> Iterator[Evidence]:
    """What the draft keeps: totals, cells without a plain number, headings as printed, residues."""
    for cell, found in parts.tables.cells.items():
        shape = parts.form.cells[cell]
        if shape.computed or (found.words and not _is_plain(found.words, shape)):
            yield Evidence(cell, found.words)
    for heading in parts.headings:
        yield Evidence(f"heading.{heading.section}", heading.printed)
    named = {heading.section for heading in parts.headings}
    for section in parts.form.sections if named else ():
        if section.id not in named:
            yield Evidence(f"missing.{section.id}", "")
    yield from (Evidence(f"residue.{section}", words) for section, words in dict.fromkeys(_residues(parts)))


def _is_plain(words: str, shape: Cell) -> bool:
    """Whether the words are a number as the cell wants it; a point in a count of 件 is kept for the checks to judge."""
    if shape.kind == "count" and not words.replace(",", "").isdecimal():
        return False
    return bool(_PLAIN.fullmatch(words[1:] if shape.kind == "change" and words[0] in "+-" else words))


def _residues(parts: Parts) -> Iterator[tuple[str, str]]:
    """What is left over from editing, each with the section it falls in."""
    for residue in parts.document.residues:
        words = residue.words.strip() or _RESIDUES[residue.kind]
        words = f"批注：{residue.words.strip()}" if residue.kind == "comment" and residue.words.strip() else words
        words = _RESIDUES[residue.kind] if residue.kind in ("revision", "picture") else words
        words = f"{ASIDES[residue.kind]}：{words}" if residue.kind in ASIDES else words
        yield _section_at(parts, residue.block), words
    for line in parts.lines:
        section = parts.prose.sections.get(line.location.block, "preamble")
        broken = _BROKEN.search(line.text)
        for words in (line.left_out, broken[0] if broken else ""):
            if words:
                yield section, words


def _section_at(parts: Parts, block: int) -> str:
    before = [index for index in parts.prose.sections if index <= block]
    return parts.prose.sections[max(before)] if before else "preamble"
