"""Bytes to characters when nobody can be trusted to say which code they are in."""

import codecs
import re

from importers.refused import TOO_MUCH, Refused

LARGEST = 24_000_000
"""The most bytes that are read as text."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5")
_DECLARED_IN = 4096
_DECLARATION = re.compile(rb"charset\s*=\s*[\"']?\s*([-\w]+)|encoding\s*=\s*[\"']([-\w]+)[\"']", re.IGNORECASE)
_COMMON = re.compile("[的年政府信息公开開报告報本机关機關申请請行数數一二三四五六、，。]")
"""Characters that nearly every report has many of; bytes read in a wrong code have few."""
_LOOKED_AT = 400_000


def decoded(data: bytes) -> str:
    """The text in some bytes, in the code in which it makes most sense; a declared code decides only between equals.

    Raises:
        Refused: it is more than a report can be.
    """
    if len(data) > LARGEST:
        raise Refused(TOO_MUCH)
    for mark, code in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(code, "replace")
    for code in _without_mark(data):
        try:
            return data.decode(code)
        except UnicodeDecodeError:
            continue
    readings = [data.decode(code, "replace") for code in _candidates(data)]
    return max(readings, key=_sense)


def _without_mark(data: bytes) -> tuple[str, ...]:
    """The codes that data without a mark is in when it is valid in them."""
    head = data[:_DECLARED_IN]
    zeros = head.count(0)
    if zeros * 10 > len(head):
        return ("utf-16-le", "utf-16-be") if head[1::2].count(0) * 2 > zeros else ("utf-16-be", "utf-16-le")
    return ("utf-8",)


def _candidates(data: bytes) -> tuple[str, ...]:
    """The codes to try, the declared one first."""
    declared = {
        match.lower().decode("ascii") for pair in _DECLARATION.findall(data[:_DECLARED_IN]) for match in pair if match
    }
    return tuple(sorted((*_CANDIDATES, "utf-8"), key=lambda code: code not in declared))


def _sense(text: str) -> int:
    """How much a text looks like Chinese in its right code: common characters, less those that are none."""
    head = text[:_LOOKED_AT]
    return len(_COMMON.findall(head)) - 3 * head.count("\ufffd")
