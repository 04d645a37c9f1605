"""A PDF file as its numbered objects: taken apart by its table of offsets, and put together again.

Only what Qt's writer and this package write is understood: one table of offsets, whole, and streams that are plain or
deflated (ISO 32000-1, 7.3, 7.5). Memory is bounded.
"""

import re
import zlib
from collections import deque
from collections.abc import Mapping

from export.writer import Difference

LARGEST_STREAM = 64 * 1024 * 1024
_MOST_OBJECTS = 100_000
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])[ \r][\r\n]")
_START = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF\s*\Z")
_LENGTH = re.compile(rb"/Length (\d{1,9})( 0 R)?")
_REFERENCE = re.compile(rb"\b(\d{1,6}) 0 R\b")
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Objects:
    """The objects of a file by number, each as the bytes between `obj` and `endobj`."""

    def __init__(self, data: bytes) -> None:
        """Take a file apart.

        Raises:
            Difference: it is no PDF file, or none that Qt or this package wrote.
        """
        self.bodies: dict[int, bytes] = {}
        start = _START.search(data[-64:])
        if not data.startswith(b"%PDF-1.") or start is None:
            raise Difference("不是完整的 PDF 文件")
        offsets, self.trailer = _table(data, int(start.group(1)))
        ends = dict(zip(sorted(offsets.values()), [*sorted(offsets.values())[1:], int(start.group(1))], strict=True))
        for number, offset in offsets.items():
            body = data[offset : ends[offset]].strip()
            head = b"%d 0 obj" % number
            if not body.startswith(head) or not body.endswith(b"endobj"):
                raise Difference(f"PDF 的第 {number} 个对象不在原处")
            self.bodies[number] = body[len(head) : -len(b"endobj")].strip()

    def __getitem__(self, number: int) -> bytes:
        """An object.

        Raises:
            Difference: there is none of that number.
        """
        if number not in self.bodies:
            raise Difference(f"PDF 缺少第 {number} 个对象")
        return self.bodies[number]

    def add(self, body: bytes) -> int:
        """Add an object and give its number."""
        number = max(self.bodies) + 1
        self.bodies[number] = body
        return number

    def reference(self, body: bytes, key: str) -> int:
        """The number of the object that a dictionary refers to.

        Raises:
            Difference: it refers to none.
        """
        found = re.search(rb"/%s (\d{1,6}) 0 R" % key.encode(), body)
        if found is None:
            raise Difference(f"PDF 里缺少 {key}")
        return int(found.group(1))

    def stream(self, number: int) -> bytes:
        """The content of a stream.

        Raises:
            Difference: it is no stream, or too large.
        """
        head, separator, rest = self[number].partition(b"stream\n")
        length = _LENGTH.search(head)
        if not separator or length is None:
            raise Difference(f"PDF 的第 {number} 个对象不是数据流")
        size = int(self[int(length.group(1))]) if length.group(2) else int(length.group(1))
        if b"/FlateDecode" not in head:
            return rest[:size]
        inflating = zlib.decompressobj()
        try:
            content = inflating.decompress(rest[:size], LARGEST_STREAM)
        except zlib.error:
            raise Difference(f"PDF 的第 {number} 个对象已损坏") from None
        if not inflating.eof:
            raise Difference(f"PDF 的第 {number} 个对象不完整或过大")
        return content

    def set_stream(self, number: int, content: bytes) -> None:
        """Give a stream another content, deflated."""
        length = _LENGTH.search(self[number])
        if length is not None and length.group(2):
            self.bodies.pop(int(length.group(1)), None)
        packed = zlib.compress(content, 6)
        self.bodies[number] = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)

    def write(self, trailer: Mapping[str, bytes]) -> bytes:
        """The whole file: what the trailer leads to, numbered in the order in which it is come upon."""
        numbers = self._in_order(b" ".join(trailer.values()))
        parts, place, offsets = [_HEAD], len(_HEAD), []
        for old, number in numbers.items():
            offsets.append(place)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, _renumbered(self[old], numbers)))
            place += len(parts[-1])
        lines = [b"%010d 00000 n \n" % offset for offset in offsets]
        entries = b" ".join(b"/%s %s" % (key.encode(), _renumbered(value, numbers)) for key, value in trailer.items())
        head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(lines) + 1)
        foot = b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(lines) + 1, entries, place)
        return b"".join([*parts, head, *lines, foot])

    def _in_order(self, start: bytes) -> dict[int, int]:
        """The new number of each object that is reached, nearest first."""
        numbers: dict[int, int] = {}
        waiting = deque(_referred(start))
        while waiting:
            number = waiting.popleft()
            if number not in numbers:
                numbers[number] = len(numbers) + 1
                waiting += _referred(self[number])
        return numbers


def _referred(body: bytes) -> list[int]:
    return [int(number) for number in _REFERENCE.findall(body.partition(b"stream\n")[0])]


def _renumbered(body: bytes, numbers: Mapping[int, int]) -> bytes:
    head, separator, rest = body.partition(b"stream\n")
    return _REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], head) + separator + rest


def _table(data: bytes, start: int) -> tuple[dict[int, int], bytes]:
    """Where each object is, and the trailer."""
    head = re.compile(rb"xref\s+0 (\d{1,6})\s*\n").match(data, start)
    count = int(head.group(1)) if head else 0
    if head is None or not 0 < count <= _MOST_OBJECTS:
        raise Difference("PDF 的对象目录不对")
    offsets, place = {}, head.end()
    for number in range(count):
        entry = _ENTRY.match(data, place)
        if entry is None:
            raise Difference("PDF 的对象目录不对")
        place = entry.end()
        if entry.group(3) == b"n":
            offsets[number] = int(entry.group(1))
    if not offsets:
        raise Difference("PDF 的对象目录不对")
    return offsets, data[place:]


def text_string(text: str) -> bytes:
    """A text as PDF writes it, in hexadecimal."""
    return b"<FEFF%s>" % text.encode("utf-16-be", "surrogatepass").hex().upper().encode()


def string_in(body: bytes, key: str) -> str | None:
    """A text that `text_string` wrote, by its key in a dictionary; None where there is none."""
    found = re.search(rb"/%s <FEFF([0-9A-F]*)>" % key.encode(), body)
    return None if found is None else hex_text(found.group(1))


def hex_text(digits: bytes) -> str:
    """The text in hexadecimal digits of UTF-16."""
    return bytes.fromhex(digits[: len(digits) // 4 * 4].decode()).decode("utf-16-be", "replace")
