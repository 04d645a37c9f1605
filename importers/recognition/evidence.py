"""What the draft keeps of its source, for the checks that judge a source; see `docs/draft-format.md`."""

from collections.abc import Iterator, Mapping

from importers.document.blocks import Residue, ResidueKind
from importers.document.layout import ASIDES
from importers.reading import Doubt, Location
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

LEFT_OUT: Mapping[ResidueKind, str] = {
    "note": "{}没有读入；如果是报告的内容，请写进正文或表下的注。",
    "hidden": "工作表里隐藏的行或列{}没有读入；如果是报告的内容，请在 Excel 里取消隐藏，再导入。",
    "struck_out": "加了删除线的{}当作删去的，没有读入；如果没有删去，请对照原件补上。",
    "box": "文本框里的文字{}没有读入；如果是报告的内容，请对照原件补到正文里。",
}
"""What is said of words that are left out, by their kind."""
_SHOWN = 200


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
        if residue.kind not in LEFT_OUT:
            yield _section_at(parts, residue.block), _named(residue)
    for line in parts.lines:
        section = parts.prose.sections.get(line.location.block, "preamble")
        broken = _BROKEN.search(line.text)
        for words in (line.left_out, broken[0] if broken else ""):
            if words:
                yield section, words


def _named(residue: Residue) -> str:
    name, words = _RESIDUES[residue.kind], residue.words.strip()
    if not words or residue.kind in ("revision", "picture"):
        return name
    return f"{name}：{words}" if residue.kind == "comment" or residue.kind in ASIDES else words


def left_out(parts: Parts) -> Iterator[Doubt]:
    """Doubts about words that stand beside the text: nobody knows whether they are the report's, so none is read."""
    for residue in parts.document.residues:
        if residue.kind in LEFT_OUT:
            words = residue.words.strip()[:_SHOWN]
            message = LEFT_OUT[residue.kind].format(f"“{words}”" if words else "")
            yield Doubt(_section_at(parts, residue.block), words, "", message, Location(residue.block))


def _section_at(parts: Parts, block: int) -> str:
    before = [index for index in parts.prose.sections if index <= block]
    return parts.prose.sections[max(before)] if before else "preamble"
