"""Mending what Qt's painter writes: the text layer, tags, outline, language, and properties that name the version.

Qt maps a glyph back to the first character that has it, so that 一 is read as the radical ⼀ and a rare character as
nothing. Here the characters that were painted are known: each glyph is mapped to the character it was painted for most
often, and where a piece of text is still not what its glyphs say, it is written beside them (ISO 32000-1, 14.9.4).
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from export.pdf.objects import Objects, text_string
from export.pdf.parts import MARK_X, Painted, Piece
from export.pdf.properties import finish
from export.pdf.tags import Tags
from export.writer import Content, Difference

Glyph = tuple[bytes, bytes]
"""A glyph: the name of its typeface in the file, and its code there in hexadecimal."""
Maps = dict[bytes, dict[bytes, str]]
"""For each typeface, the character of each code."""

_MARK = re.compile(rb"(?<=\n)%d (\d+) 1 1 re\nf\n" % MARK_X)
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]{4})> Tj")
_BOLD = re.compile(
    rb"BT\n(/F\d+ [\d.]+ Tf [^\n]+ Tm\n)(-?[\d.]+)((?:[^\n]+ Tj\n)*)[^\n]+ Tm\n"
    rb"/Span << /ActualText <> >> BDC\n(-?[\d.]+)(?:[^\n]+ Tj\n)*EMC\nET\n"
)
_IN_CMAP = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> (?:\[([^\]]*)\]|<([0-9A-F]{4,8})>)")
_TYPEFACE = re.compile(rb"/(FontName|BaseFont) /(?:[A-Z]{6}\+)?([^\s/]+)")
_FONTS = re.compile(rb"/Font <<\n([^>]*)>>")
_PLAIN = re.compile("[\u3001-\u303f\u4e00-\u9fff\uff01-\uff60]*")
_DASHES = re.compile("\u2014\u2014|.", re.DOTALL)
_UNUSUAL = frozenset(("Mn", "Mc", "Me", "Cf", "Cc", "Cs"))
_LEFT_TO_RIGHT = frozenset(("L", "EN", "ES", "ET", "CS", "ON", "WS", "AN", "S", "B"))


def mend(painted: Painted, content: Content) -> bytes:
    """The finished file.

    Raises:
        Difference: the painter's file is not as Qt writes it.
    """
    file = Objects(painted.data)
    pages = _pages(file)
    if len(pages) != len(painted.pieces):
        raise Difference(f"PDF 有 {len(pages)} 页，应为 {len(painted.pieces)} 页")
    streams = [
        _pieces(file.stream(file.reference(file[page], "Contents")), pieces)
        for page, pieces in zip(pages, painted.pieces, strict=True)
    ]
    maps = _maps(file, [part for parts in streams for part in parts[1:]])
    tags = Tags(file, content.blocks)
    for number, (page, parts) in enumerate(zip(pages, streams, strict=True)):
        body = parts[0][1] + b"".join(_tagged(stream, piece, maps, tags, page) for piece, stream in parts[1:])
        file.set_stream(file.reference(file[page], "Contents"), body)
        file.bodies[page] = file[page].replace(b"/Type /Page\n", b"/Type /Page\n/StructParents %d\n" % number)
    for font, found in maps.items():
        file.set_stream(file.reference(file[int(font[1:])], "ToUnicode"), _cmap(found))
    _name_typefaces(file)
    return finish(file, content, pages, painted.bookmarks, tags.write(pages))


def _name_typefaces(file: Objects) -> None:
    """Name each subset of a typeface after the typeface alone, and list those of a page in order.

    Qt does both by where things happen to lie in memory.
    """
    for number, body in file.bodies.items():
        head, separator, rest = body.partition(b"stream\n")
        named = _TYPEFACE.sub(lambda found: b"/%s /%s+%s" % (found[1], _tag(found[2]), found[2]), head)
        file.bodies[number] = _FONTS.sub(_in_order, named) + separator + rest


def _tag(name: bytes) -> bytes:
    return bytes(65 + value % 26 for value in hashlib.sha256(name).digest()[:6])


def _in_order(found: re.Match[bytes]) -> bytes:
    return b"/Font <<\n%s>>" % b"".join(sorted(found[1].splitlines(keepends=True)))


def _pages(file: Objects) -> list[int]:
    root = file[file.reference(file.trailer, "Root")]
    kids = re.search(rb"/Kids\s*\[([^\]]*)\]", file[file.reference(root, "Pages")])
    return [int(number) for number in re.findall(rb"(\d+) 0 R", kids.group(1))] if kids else []


def _pieces(stream: bytes, pieces: tuple[Piece, ...]) -> list[tuple[Piece, bytes]]:
    """What stands before the first mark, of no part, and then what was painted for each piece, the marks taken out."""
    parts = _MARK.split(_BOLD.sub(_bold, stream))
    if parts[1::2] != [b"%d" % number for number in range(len(pieces))]:
        raise Difference("PDF 页面里的文字与要写的段落对不上")
    return [(Piece(None, ""), parts[0]), *zip(pieces, parts[2::2], strict=True)]


def _bold(found: re.Match[bytes]) -> bytes:
    """Text made bold where a typeface has no bold face: painted once, with its outlines as wide as Qt would shift it.

    Qt paints it twice, the second time a little to the left, and a program that copies text would find it twice.
    """
    begin, left, shown, again = found.groups()
    wide = b"%.6f" % abs(float(left) - float(again))
    return b"q\n%s w\nBT\n%s2 Tr\n%s%sET\nQ\n" % (wide, begin, left, shown)


def _glyphs(stream: bytes) -> Iterator[Glyph]:
    font = b""
    for found in _SHOWN.finditer(stream):
        font = found.group(1) or font
        if found.group(2):
            yield font, found.group(2)


def _maps(file: Objects, parts: list[tuple[Piece, bytes]]) -> Maps:
    """The characters of all glyphs: those they were painted for most often, and else what Qt says, made usual."""
    votes: dict[Glyph, Counter[str]] = {}
    fonts: set[bytes] = set()
    for piece, stream in parts:
        glyphs = list(_glyphs(stream))
        fonts.update(font for font, _ in glyphs)
        if piece.part is not None:
            for glyph, typed in zip(glyphs, _of_each_glyph(piece.text.strip("\n"), len(glyphs)), strict=False):
                votes.setdefault(glyph, Counter())[typed] += 1
    maps = {font: _as_painted(file.stream(file.reference(file[int(font[1:])], "ToUnicode"))) for font in sorted(fonts)}
    for (font, code), counted in votes.items():
        maps[font][code] = min(counted, key=lambda typed: (-counted[typed], typed))
    for found in maps.values():
        found.pop(b"0000", None)
    return maps


def _of_each_glyph(text: str, glyphs: int) -> Sequence[str]:
    """What of a text each glyph was surely painted for, from its start as far as it is sure.

    A dash of two characters is one glyph in many typefaces, which would else be read as the dash that is twice as long.
    """
    if all(map(_usual, set(text))):
        if len(text) == glyphs:
            return text
        if len(joined := _DASHES.findall(text)) == glyphs:
            return joined
    found = _PLAIN.match(text)
    return found.group() if found and len(found.group()) <= glyphs else ""


def _usual(character: str) -> bool:
    """Whether a character has a glyph of its own, in the order of reading."""
    return unicodedata.category(character) not in _UNUSUAL and unicodedata.bidirectional(character) in _LEFT_TO_RIGHT


def _as_painted(cmap: bytes) -> dict[bytes, str]:
    """Qt's own map; radicals and other stand-ins become the characters they stand for, signs stay what they are."""
    found = {}
    for first, last, listed, single in _IN_CMAP.findall(cmap):
        codes = range(int(first, 16), int(last, 16) + 1)
        characters = re.findall(rb"<([0-9A-F]{4,8})>", listed) if listed else [single]
        for code, character in zip(codes, characters, strict=False):
            text = bytes.fromhex(character.decode()).decode("utf-16-be", "replace")
            found[b"%04X" % code] = _stood_for(text)
    return found


def _stood_for(text: str) -> str:
    """The words that a radical, a ligature or a blank stands for; `…`, `①` and the like stand for themselves."""
    plain = unicodedata.normalize("NFKC", text)
    if plain == " ":
        return plain
    kinds = {unicodedata.decomposition(character).partition(" ")[0] for character in text}
    stands = all(not kind.startswith("<") or kind == "<compat>" for kind in kinds)
    return plain if stands and plain.isalpha() else text


def _tagged(stream: bytes, piece: Piece, maps: Maps, tags: Tags, page: int) -> bytes:
    """What was painted for a piece as content of its part, with its words where the glyphs say something else."""
    begin, end = stream.find(b"BT\n"), stream.rfind(b"ET\n") + 3
    closing = b"EMC\n"
    if begin < 0:
        begin = end = 0
    if piece.part is None:
        opening = b"/Artifact BMC\n"
    else:
        said = "".join(maps[font].get(code, "") for font, code in _glyphs(stream))
        opening = b"/%s << /MCID %d >> BDC\n" % (piece.part.role.encode(), tags.content(piece.part, page))
        if said != piece.text:
            opening += b"/Span << /ActualText %s >> BDC\n" % text_string(piece.text)
            closing += b"EMC\n"
    return stream[:begin] + opening + stream[begin:end] + closing + stream[end:]


def _cmap(characters: dict[bytes, str]) -> bytes:
    known = ((code, text.encode("utf-16-be").hex().upper()) for code, text in sorted(characters.items()) if text)
    lines = (b"<%s> <%s>" % (code, digits.encode()) for code, digits in known)
    blocks = []
    while chunk := list(islice(lines, 100)):
        blocks += [b"%d beginbfchar" % len(chunk), *chunk, b"endbfchar"]
    return b"\n".join(
        [
            b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
            b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
            *blocks,
            b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
        ]
    )
