"""What a PDF file says of itself: title, agency, language, which version it is; its outline; how it opens."""

import hashlib
from collections.abc import Sequence
from html import escape

from export.content import Title, printable
from export.identity import IDENTIFIER, MODIFIED, REVISION, Identity, read
from export.pdf.objects import Objects, string_in, text_string
from export.pdf.parts import Bookmark
from export.seal import BLANK, sealed
from export.writer import Content

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{agency}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<dc:identifier>{identifier}</dc:identifier>{modified}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def finish(file: Objects, content: Content, pages: Sequence[int], bookmarks: Sequence[Bookmark], tags: int) -> bytes:
    """The whole file with its properties, in place of those that Qt wrote, which name the time.

    Args:
        file: the objects, pages and tags among them.
        content: what the file holds.
        pages: the numbers of the page objects.
        bookmarks: the outline.
        tags: the number of the root of the structure tree.
    """
    said = content.identity
    title = "".join(line for block in content.blocks if isinstance(block, Title) for line in block.lines)
    agency = " ".join(printable(content.report.agency.name))
    root, info = file.reference(file.trailer, "Root"), file.reference(file.trailer, "Info")
    file.bodies[info] = _info(title, agency, said)
    metadata = file.reference(file[root], "Metadata")
    modified = f"<xmp:ModifyDate>{said.modified}</xmp:ModifyDate>" if said.modified else ""
    names = {"title": escape(title), "agency": escape(agency), "identifier": said.digest, "modified": modified}
    packet = _XMP.format(**names).encode()
    file.bodies[metadata] = b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (
        len(packet),
        packet,
    )
    file.bodies[root] = (
        b"<< /Type /Catalog /Pages %d 0 R /Metadata %d 0 R /Lang (zh-CN) /MarkInfo << /Marked true >>"
        b" /StructTreeRoot %d 0 R /ViewerPreferences << /DisplayDocTitle true >>"
        b" /PageMode /UseOutlines /Outlines %d 0 R >>"
        % (file.reference(file[root], "Pages"), metadata, tags, _outline(file, pages, bookmarks))
    )
    key = hashlib.sha256("".join(said.properties().values()).encode()).hexdigest()[:32].encode()
    trailer = {"Root": b"%d 0 R" % root, "Info": b"%d 0 R" % info, "ID": b"[<%s> <%s>]" % (key, key)}
    return sealed(file.write(trailer))


def identity_in(info: bytes) -> Identity | None:
    """Which version the properties name."""
    return read({name: string_in(info, name) for name in (IDENTIFIER, REVISION, MODIFIED)})


def _info(title: str, agency: str, said: Identity) -> bytes:
    texts = {"Title": title, "Author": agency, "Creator": "年报助手", **said.properties()}
    entries = [b"/%s %s" % (name.encode(), text_string(text)) for name, text in texts.items()]
    if said.modified:
        digits = "".join(sign for sign in said.modified if sign.isdigit())
        entries.append(b"/ModDate (D:%sZ)" % digits.encode())
    entries.append(b"/FileDigest (%s)" % BLANK.encode())
    return b"<< %s >>" % b" ".join(entries)


def _outline(file: Objects, pages: Sequence[int], bookmarks: Sequence[Bookmark]) -> int:
    root = file.add(b"")
    entries = [file.add(b"") for _ in bookmarks]
    around = zip(entries, [0, *entries], [*entries[1:], 0], bookmarks, strict=False)
    for entry, before, after, bookmark in around:
        links = b"".join(
            b" /%s %d 0 R" % (name, number) for name, number in ((b"Prev", before), (b"Next", after)) if number
        )
        file.bodies[entry] = b"<< /Title %s /Parent %d 0 R%s /Dest [%d 0 R /XYZ null %d null] >>" % (
            text_string(bookmark.text), root, links, pages[bookmark.page], round(bookmark.top),
        )  # fmt: skip
    ends = b" /First %d 0 R /Last %d 0 R /Count %d" % (entries[0], entries[-1], len(entries)) if entries else b""
    file.bodies[root] = b"<< /Type /Outlines%s >>" % ends
    return root
