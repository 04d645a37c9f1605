"""The label cells of a row: which row of which table their words name."""

import re
from functools import lru_cache

from importers.document.layout import PICTURE
from importers.recognition.tables.heads import Line
from importers.recognition.tables.labels import EXACT, SIMILAR, Meaning, core, meaning, meanings, plain, row_groups
from model.form.form import Form, Shape
from model.language.patterns import pattern
from model.structs import Struct

_FIGURE = pattern(
    rf"{re.escape(PICTURE)}$|"
    r"[0-9０-９〇○零无/／\\|—–―－-]|[一二三四五六七八九十百千万]+(?![、.])|(?:暂无|没有|未发生)$"
    r"|[-+－−＋~≈约近][ 0-9０-９]"
)

_SENTENCE = pattern(r"^(?:19|20)[0-9]{2}年|[一-鿿]{4}.{0,40}。$")
"""What begins with a number but is a sentence, such as a line under a table."""


class RowLabel(Struct, frozen=True):
    """What the words left of a row's figures say."""

    words: str
    shape: Shape | None = None
    key: str = ""
    group: str = ""
    result: str = ""
    unsure: str = ""
    quality: int = EXACT
    undivided: bool = False


@lru_cache(maxsize=2048)
def row_label(stub: Line, form: Form) -> RowLabel:
    """The meaning of a row's label cells; the innermost one counts, those outside it must agree."""
    texts = [word for word in dict.fromkeys(map(str.strip, stub)) if word and not is_bare_number(word)]
    shown = " ".join(texts)
    if not texts:
        return RowLabel("")
    if found := _strip_label(texts, form):
        return found
    known = row_meaning(texts[-1], form)
    if known is None:
        return RowLabel(shown)
    if known.role in ("foreign.row", "group"):
        return RowLabel(shown, key="ignored" if known.role == "foreign.row" else "")
    shape: Shape = "parts" if known.role == "parts.row" else "list"
    unsure = "" if known.quality == EXACT else f"行名“{texts[-1]}”与表样不同"
    undivided = known.role == "undivided.row"
    if shape == "list" and not undivided and not _agree(texts[:-1], known.key, form):
        return RowLabel(shown, shape, known.key, unsure=f"行名“{shown}”前后不一致", quality=SIMILAR)
    return RowLabel(shown, shape, known.key, unsure=unsure, quality=known.quality, undivided=undivided)


def _strip_label(texts: list[str], form: Form) -> RowLabel | None:
    """The meaning of a row of the single-row table when that is turned, or has its groups as rows."""
    groups = [found.key for text in texts if (found := meaning(text, "strip.group", form))]
    if not groups or row_meaning(texts[-1], form):
        return None
    results = [found.key for text in texts if (found := meaning(text, "strip.result", form))]
    return RowLabel(" ".join(texts), "strip", group=groups[-1], result=results[-1] if results else "")


def _agree(outer: list[str], key: str, form: Form) -> bool:
    """Whether the groups named before a row's label are those it has in the form."""
    groups = [core(text) for text in outer if any(found.role == "group" for found in meanings(text, form))]
    return not groups or all(group in row_groups(form)[key] for group in groups)


@lru_cache(maxsize=2048)
def row_meaning(text: str, form: Form) -> Meaning | None:
    """What a label means as a row's; an undivided row and a group only where it is nothing more exact."""
    known = {found.role: found for found in meanings(text, form)}
    rows = [found for role in ("parts.row", "list.row") if (found := known.get(role))]
    best = max(rows, key=lambda found: found.quality, default=None)
    if best and best.quality == EXACT:
        return best
    return known.get("undivided.row") or known.get("group") or known.get("foreign.row") or best


def is_row(text: str, form: Form) -> bool:
    """Whether words are the label of a row, not only of a group of rows."""
    known = row_meaning(text, form)
    return known is not None and known.role != "group"


@lru_cache(maxsize=8192)
def is_figure(words: str, form: Form) -> bool:
    """Whether words are a figure or stand for one; blank counts, a label with a number before it does not."""
    words = words.strip("\0 \t\n\r\u3000\xa0")
    if not words:
        return True
    if len(words) > 40 or _SENTENCE.search(words):  # noqa: PLR2004
        return False
    return bool(_FIGURE.match(words)) and not meanings(words, form)


def is_bare_number(word: str) -> bool:
    """Whether words are a number alone, as in a column of serial numbers."""
    return plain(word).strip("()、.").isdecimal()
