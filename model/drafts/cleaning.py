"""What no report should hold is taken out of a draft that is opened, and said: unseen characters, endless lines."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from model.language.patterns import pattern
from model.report.length import LINE_LIMIT, READ_LIMIT, TITLE_LIMIT
from model.report.report import TEXT_IDS, Agency, Report
from model.structs import Struct, replace

_UNSEEN_SIGNS = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
    "\\u200b\\u200c\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffc\\ufffe\\uffff"
    "\\U000e0000-\\U000e0fff"
)
_MAY_BE_UNSEEN = pattern(f"[{_UNSEEN_SIGNS}\\u200d]")
"""One class is looked for much faster than what may be in it or not by its neighbours."""
_UNSEEN = pattern(
    f"[{_UNSEEN_SIGNS}]"
    "|\\u200d(?![\\u2600-\\u27bf\\U0001f000-\\U0001faff])|(?<![\\ufe0f\\u2600-\\u27bf\\U0001f000-\\U0001faff])\\u200d"
)
"""What nobody sees: controls, zero width, direction marks, variation selectors, tags, the place of an object, a
joiner that joins no pictures. A replacement character and private use are seen, and stay for a check to point at."""
AGENCY_LINES = ("name", "short_name", "office", "address", "postcode", "phone", "fax", "email")
_NAMES = {"name": "机关全称", "short_name": "机关简称", "office": "办公室", "address": "地址", "title": "标题"}


class Clean(Struct, frozen=True):
    """A report without what was taken out, and a clause for each thing that was, without a stop."""

    report: Report
    remarks: tuple[str, ...] = ()


def cleaned(report: Report) -> Clean:
    """The report as it can be shown, printed and checked; the same object where nothing had to be taken out."""
    work = _Cleaning()
    agency = work.agency(report)
    texts: dict[str, Any] = {text_id: work.text(report.text[text_id]) for text_id in TEXT_IDS}
    title = None if report.title is None else work.text(report.title, TITLE_LIMIT, "title")
    notes, remarks = work.words(report.notes), work.words(report.remarks)
    if not work.found:
        return Clean(report)
    text = replace(report.text, **texts)
    return Clean(replace(report, agency=agency, text=text, title=title, notes=notes, remarks=remarks), work.remarks())


def visible(text: str) -> str:
    """A text without characters that nobody sees: zero width, direction marks."""
    return _UNSEEN.sub("", text) if _MAY_BE_UNSEEN.search(text) else text


class _Cleaning:
    """Counts what is taken out."""

    def __init__(self) -> None:
        self._unseen = 0
        self._cut: dict[str, int] = {}

    @property
    def found(self) -> bool:
        """Whether anything was taken out."""
        return bool(self._unseen or self._cut)

    def remarks(self) -> tuple[str, ...]:
        """A clause for each thing that was taken out."""
        said = [f"去掉了 {self._unseen} 个看不见的字符"] if self._unseen else []
        said += [f"{name}原有 {count} 字，太长，后面的没有带入" for name, count in self._cut.items()]
        return tuple(said)

    def text(self, text: str, limit: int = READ_LIMIT, name: str = "") -> str:
        """A text that can be shown, and is not too long."""
        less = visible(text)
        self._unseen += len(text) - len(less)
        if len(less) > limit:
            self._cut[_NAMES.get(name, "一处文字")] = len(less)
            return less[:limit]
        return less

    def agency(self, report: Report) -> Agency:
        """The agency's particulars, a line each."""
        agency = report.agency
        less = {key: self.text(getattr(agency, key), LINE_LIMIT, key) for key in AGENCY_LINES}
        if not less["name"].strip():
            less["name"] = "（未填写）"
        changed: dict[str, Any] = {key: words for key, words in less.items() if words != getattr(agency, key)}
        return replace(agency, **changed) if changed else agency

    def words(self, words: Mapping[str, str]) -> Mapping[str, str]:
        """Notes or remarks."""
        return MappingProxyType({key: self.text(text) for key, text in words.items()})
