"""The texts of a report: which lines are preamble, sections, notes under tables, and which are none of them."""

import re
from collections.abc import Sequence

from importers.document.blocks import Document, Grid
from importers.reading import Doubt, Location
from importers.recognition.tables.labels import meaning
from importers.recognition.texts.furniture import (
    begins_links,
    end_of_sentences,
    heads_links,
    is_furniture,
    is_no_sentence,
    is_under_title,
)
from importers.recognition.texts.headings import Heading, is_heading
from importers.recognition.texts.lines import Line
from importers.recognition.texts.noise import has_stop, is_caption, is_contents, is_footer, is_noise
from importers.recognition.texts.title import Title, bare, is_title
from model.form.form import Form
from model.language.patterns import pattern
from model.structs import Struct, field

_NOTE = pattern(r"(?:备?注|说明)\s*[:：0-9一]|[※*＊]|(?:备?注|说明)$")
_PREAMBLE = pattern(r"条例")
_ABOUT_REPORT = pattern(r"部分(?:组成|内容)?|统计[期时]限|编制|公布|发布|报告如下|年度报告")
_LEADS_IN = re.compile(r".{0,40}(?:如下|见?下表|详见附?表|情况表)(?:所示)?[：:。]?")
_ITEM = re.compile(r"[（(][一二三四五][）)]")
_FEE = pattern(r"信息(?:公开)?处理费|其[他它]需要|需要报告的|没有其[他它]")
_DATE = pattern(
    r"(?:[0-9]{1,4}|[二2][〇○零０0][〇○零一二三四五六七八九0-9]{2})\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日"
)
_SIGNED = pattern(r"[一-鿿（）()]{3,30}")
_SIGNED_END = pattern(r"(?:政府|委员会|办事处|办公室|办公厅|中心|联合社|街道|[局厅委院镇乡处署社])(?:（.{1,10}）)?$")
_LEADERS = pattern(r"[.…·]{3}")
_DIGIT = pattern(r"[0-9]")
_SHOWN_ROWS, _SHOWN = 6, 200
_LETTERHEAD = 40
"""Lines before the title that are shorter are a letterhead, a number, a portal's path."""


class Prose(Struct):
    """The lines of each text, and what was doubtful in sorting them.

    Attributes:
        text: the lines by the text's id, in order.
        notes: the lines under each table, by its id.
        sections: the section that each block's text belongs to.
        doubts: about the sorting.
        signed: the agency in the signature; empty without one.
        locations: where each text begins.
    """

    text: dict[str, list[str]] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    sections: dict[int, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    signed: str = ""
    locations: dict[str, Location] = field(default_factory=dict)


def sort_lines(
    document: Document, lines: Sequence[Line], headings: Sequence[Heading], title: Title | None, form: Form
) -> Prose:
    """Sort the lines of a document into its texts.

    Args:
        document: the document, for the words of other tables.
        lines: its lines.
        headings: the headings of its parts.
        title: its title.
        form: the form whose parts these are.
    """
    return _Sorter(document, lines, headings, title, form).sort()


class _Sorter:
    """Walks over the lines with the part it is in; a heading or a table of the form leads into the next."""

    def __init__(
        self, document: Document, lines: Sequence[Line], headings: Sequence[Heading], title: Title | None, form: Form
    ) -> None:
        self.form = form
        self.tables = frozenset(table.id for table in form.tables)
        self.document, self.lines = document, lines
        self.headings = {heading.line: heading for heading in headings}
        self.named = {heading.section for heading in headings}
        self.title = title.lines if title else range(0)
        self.title_text = title.text if title else ""
        self.ours = document.known is not None
        self.found = Prose()
        self.section, self.seen = "preamble", set[str]()
        self.last = next((line.table for line in reversed(lines) if line.table not in ("", "other")), "")

    def sort(self) -> Prose:
        """Sort all lines."""
        for index in range(len(self.lines)):
            line = self.lines[index]
            self.found.sections.setdefault(line.location.block, self.section)
            if index in self.title:
                self.found.sections[line.location.block] = "title"
            elif index < self.title.start and not self.ours and not line.table and len(line.text) < _LETTERHEAD:
                continue
            elif index in self.headings:
                self._heading(self.headings[index], line)
            elif line.table:
                self._table(line)
            elif not self.ours and is_footer(line.text) and self._is_behind_all(index):
                below = [each.text for each in self.lines[index:] if has_stop(each.text)]
                self._tell_left_out("other_matters", below, "网页末尾")
                break
            elif not (self._is_said_again(index) or self._is_left_out(line)):
                self._line(line)
        self._divide_opening()
        self._divide_closing()
        if not self.ours:
            self._take_links()
            self._take_what_is_above()
        self._take_signature()
        if not self.ours:
            self._take_what_is_below()
        return self.found

    def _is_behind_all(self, index: int) -> bool:
        """Whether a line stands behind every heading and every table of the form."""
        tables = (at for at in range(index, len(self.lines)) if self.lines[at].table in self.tables)
        return bool(self.seen) and max(self.headings, default=-1) < index and next(tables, None) is None

    def _is_said_again(self, index: int) -> bool:
        """Whether the next line is a heading of the same words: one is a table's caption on a page."""
        heading = self.headings.get(index + 1)
        return heading is not None and not heading.rest and bare(heading.printed) == bare(self.lines[index].text)

    def _heading(self, heading: Heading, line: Line) -> None:
        if heading.section == "other":
            self._line(line)
            message = f"“{heading.printed}”不是格式里的六个部分之一，它的内容并入了上一部分，请核对。"
            self.found.doubts.append(Doubt(self.section, heading.printed, "", message, line.location))
            return
        self.section = heading.section
        self.found.sections[line.location.block] = self.section
        self.seen.add(self.section)
        if heading.rest:
            self._line(Line(heading.rest, line.location))

    def _table(self, line: Line) -> None:
        if line.table != "other":
            self.section = line.table
            self.found.sections[line.location.block] = line.table
            self.seen.update((line.table, f"{line.table} table"))
            return
        grid = self.document.blocks[line.location.block]
        assert isinstance(grid, Grid)
        rows = ["　".join(cell.text.strip() for cell in row if cell.begins and cell.text.strip()) for row in grid.rows]
        printed = "；".join(row for row in rows[:_SHOWN_ROWS] if row)[:_SHOWN]
        if self.section == "preamble" and self.title.start >= self.lines.index(line) and not _DIGIT.search(printed):
            return
        if self.section == "preamble" and _is_index(grid):
            return
        message = f"{self._name(self.section)}里有一张别的表（{len(rows)} 行），没有读入；需要时请按原件写进文字。"
        self.found.doubts.append(Doubt(self.section, printed, "", message, line.location))

    def _is_left_out(self, line: Line) -> bool:
        if self.ours:
            return False
        if self.section in ("preamble", *self.tables) and _is_heading_alone(line.text, self.form):
            return True
        if self.section == "other_matters" and begins_links(line.text):
            return False
        if self.section != "preamble" and is_contents(line.text) and not _LEADERS.search(line.text):
            return False
        return is_noise(line.text) or is_furniture(line.text)

    def _line(self, line: Line) -> None:
        section = self.section
        if section in self.tables:
            self._beside_table(line)
        else:
            self._add(section, line)

    def _add(self, section: str, line: Line) -> None:
        self.found.text.setdefault(section, []).append(line.text)
        self.found.locations.setdefault(section, line.location)
        self.found.sections[line.location.block] = section

    def _beside_table(self, line: Line) -> None:
        """Words before or under a table: a caption, a note, or the next part when its heading was not found."""
        table, notes = self.section, self.found.notes.setdefault(self.section, [])
        if self.ours or _NOTE.match(line.text) or (notes and re.match(r"[0-9]{1,2}[.、．]", line.text)):
            notes.append(line.text)
        elif is_caption(line.text) or meaning(line.text, "banner", self.form) or self._leads_in(line):
            return
        elif table == self.last and f"{table} table" in self.seen and "problems" not in self.named:
            self._unnamed(line)
        else:
            notes.append(line.text)
            message = f"{self._name(table)}里除了表还有文字，作为表下的注保留，请核对。"
            self.found.doubts.append(Doubt(table, line.text[:_SHOWN], line.text[:_SHOWN], message, line.location))

    def _leads_in(self, line: Line) -> bool:
        """Whether a line before a table only says that it follows."""
        return f"{self.section} table" not in self.seen and bool(_LEADS_IN.fullmatch(line.text))

    def _unnamed(self, line: Line) -> None:
        """A line behind the last table that no heading names: about the fee or nothing else, part six; else five."""
        section = "problems"
        if "other_matters" not in self.named and ("other_matters" in self.found.text or _FEE.search(line.text)):
            section = "other_matters"
        if section not in self.found.text:
            message = f"没有找到{self._name(section)}的标题，表后面的文字按内容归入这一部分，请核对。"
            self.found.doubts.append(Doubt(section, line.text[:_SHOWN], "", message, line.location))
        self._add(section, line)

    def _name(self, section: str) -> str:
        names = {part.id: part.heading.partition("、")[2] for part in self.form.sections}
        return f"“{names[section]}”" if section in names else "引言"

    def _divide_opening(self) -> None:
        """Part the preamble from the overview where one heading is missing, or the preamble stands under it."""
        opening, text = self.found.text.get("preamble", []), self.found.text
        if "overview" not in self.named and opening:
            count = next((index for index, line in enumerate(opening) if not _is_preamble(line)), len(opening))
            text["preamble"], text["overview"] = opening[:count], opening[count:]
            location = self.found.locations.get("preamble")
            if text["overview"]:
                message = "没有找到“总体情况”的标题，引言后面的文字归入总体情况，请核对。"
                self.found.doubts.append(Doubt("overview", text["overview"][0][:_SHOWN], "", message, location))
                if location:
                    self.found.locations["overview"] = location
        elif not opening and not self.ours and (lines := text.get("overview")) and _is_preamble(lines[0]):
            if len(lines) == 1 or _ITEM.search(lines[0]):
                message = "没有找到引言；“总体情况”的第一段里有引言的话，仍留在总体情况，请核对。"
                self.found.doubts.append(
                    Doubt("preamble", lines[0][:_SHOWN], "", message, self.found.locations["overview"])
                )
                return
            text["preamble"], text["overview"] = lines[:1], lines[1:]
            location = self.found.locations["overview"]
            self.found.locations["preamble"] = location
            message = "引言写在“总体情况”标题下面，已移到引言，请核对。"
            self.found.doubts.append(Doubt("preamble", lines[0][:_SHOWN], lines[0][:_SHOWN], message, location))

    def _divide_closing(self) -> None:
        """Part the last section from the one before where its heading is missing, by what it always speaks of."""
        lines, text = self.found.text.get("problems", []), self.found.text
        if "other_matters" in self.named or text.get("other_matters") or self.ours:
            return
        at = next((index for index, line in enumerate(lines) if index and _FEE.search(line)), len(lines))
        text["problems"], text["other_matters"] = lines[:at], lines[at:]
        if lines[at:]:
            location = self.found.locations["other_matters"] = self.found.locations["problems"]
            message = f"没有找到{self._name('other_matters')}的标题，第五部分后面的文字按内容归入这一部分，请核对。"
            self.found.doubts.append(Doubt("other_matters", lines[at][:_SHOWN], "", message, location))

    def _take_what_is_above(self) -> None:
        """Take out of the preamble what a portal or a document's head sets between it and the title."""
        lines = self.found.text.get("preamble", [])
        begun = next((index for index, line in enumerate(lines) if _is_preamble(line)), 0)
        kept = (
            index for index, line in enumerate(lines) if not (_is_above(line) or (index < begun and not has_stop(line)))
        )
        count = next(kept, len(lines))
        unknown = [line for line in lines[:count] if not is_under_title(line)]
        if lines:
            self.found.text["preamble"] = lines[count:]
        self._tell_left_out("preamble", unknown, "标题和引言之间")

    def _take_links(self) -> None:
        """Take out of the last part a portal's list of links, from its head on; sentences below a button stay."""
        lines = self.found.text.get("other_matters", [])
        kept: list[str] = []
        for index, line in enumerate(lines):
            if begins_links(line):
                if heads_links(line) or all(map(is_no_sentence, lines[index + 1 :])):
                    break
                continue
            kept.append(line)
        if lines:
            self.found.text["other_matters"] = kept

    def _take_what_is_below(self) -> None:
        """Take out of the last part what is no sentence and stands under all that is."""
        lines = self.found.text.get("other_matters", [])
        end = end_of_sentences(lines)
        if end < len(lines):
            self.found.text["other_matters"] = lines[:end]
        unknown = [line for line in lines[end:] if not is_title(line)]
        self._tell_left_out("other_matters", unknown, "报告末尾")

    def _tell_left_out(self, section: str, lines: Sequence[str], where: str) -> None:
        if lines:
            words = "；".join(lines)[:_SHOWN]
            message = f"{where}的“{words}”不像报告的内容，没有读入；如果是报告的内容，请补写。"
            location = next((line.location for line in self.lines if line.text == lines[0]), None)
            self.found.doubts.append(Doubt(section, words, "", message, location))

    def _take_signature(self) -> None:
        """Take agency and date at the very end out of the text."""
        known = self.document.known.agency if self.document.known else ""
        section = next((key for key in ("other_matters", "problems", "overview") if self.found.text.get(key)), "")
        lines = self.found.text.get(section, [])
        dated = bool(lines) and bool(_DATE.fullmatch(lines[-1]))
        rest = lines[:-1] if dated else lines
        signed = rest[-1] if rest else ""
        if known and bare(signed) == bare(known):
            self.found.text[section], self.found.signed = rest[:-1], signed
        elif not self.ours and (dated or (len(rest) > 1 and bare(signed) in bare(self.title_text))):
            is_name = bool(_SIGNED.fullmatch(signed) and _SIGNED_END.search(signed))
            self.found.signed = signed if is_name else ""
            self.found.text[section] = rest[:-1] if is_name else rest


def _is_heading_alone(text: str, form: Form) -> bool:
    """Whether a line is a part's heading, and no sentence that only speaks of problems."""
    return is_heading(text, form) and not has_stop(text)


def _is_index(grid: Grid) -> bool:
    """Whether a grid is a portal's index entry of the report: labels and what they say beside each other."""
    words = [cell.text.strip() for row in grid.rows for cell in row if cell.begins and cell.text.strip()]
    pairs = [f"{label.rstrip(':：')}：{value}" for label, value in zip(words[::2], words[1::2], strict=False)]
    return len(words) == 2 * len(pairs) and bool(pairs) and all(map(is_furniture, pairs))


def _is_preamble(line: str) -> bool:
    """Whether a paragraph speaks of the report itself, or of how to reach the office."""
    if re.match(r"(?:地\s*址|邮\s*编|电\s*话|传\s*真|(?:电子)?邮箱|联系)", line):
        return True
    return bool(_PREAMBLE.search(line) and _ABOUT_REPORT.search(line)) or bool(re.search(r"统计[期时]限", line))


def _is_above(line: str) -> bool:
    """Whether a line can stand between title and preamble without being part of it."""
    return is_under_title(line) or (is_no_sentence(line) and not _is_preamble(line))
