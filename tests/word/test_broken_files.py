"""Word files that are broken or say something else than they show: the reading back refuses every one of them.

The damage is done to a good file, so that each kind is told by what stands in the file, not by its bytes.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest

from export.content import blocks
from export.exporters import REPORT, WORD, FileFormat, export
from export.word import docx, readback
from export.writer import Content, Difference, Writer
from model.drafts import draft
from model.files.problems import FileProblem
from model.structs import replace

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
REPORT_OF_SEED = draft.load(SEED).report
GOOD = Content(REPORT_OF_SEED, blocks(REPORT_OF_SEED))

Parts = dict[str, bytes]
BODY, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
LINKS, SETTINGS = "word/_rels/document.xml.rels", "word/settings.xml"


def parts() -> Parts:
    with zipfile.ZipFile(BytesIO(docx.write(GOOD))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(found: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return out.getvalue()


def without(name: str) -> Callable[[Parts], Parts]:
    return lambda found: {key: data for key, data in found.items() if key != name}


def put(name: str, old: str, new: str) -> Callable[[Parts], Parts]:
    def change(found: Parts) -> Parts:
        text = found[name].decode()
        assert old in text, f"{old} does not stand in {name}"
        return {**found, name: text.replace(old, new, 1).encode()}

    return change


def put_pattern(pattern: str, new: str) -> Callable[[Parts], Parts]:
    def change(found: Parts) -> Parts:
        text, count = re.subn(pattern, new, found[BODY].decode(), count=1, flags=re.DOTALL)
        assert count, f"{pattern} does not match"
        return {**found, BODY: text.encode()}

    return change


TABLE = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
RUN = "<w:r><w:t>"
BROKEN: dict[str, Callable[[Parts], Parts]] = {
    "no content types": without(TYPES),
    "content type of the body wrong": put(TYPES, "document.main+xml", "template.main+xml"),
    "content type of the body missing": put(TYPES, 'PartName="/word/document.xml"', 'PartName="/word/other.xml"'),
    "no package relationships": without("_rels/.rels"),
    "package points nowhere": put("_rels/.rels", "word/document.xml", "word/nothing.xml"),
    "no relationships of the body": without(LINKS),
    "relationship to the outside": put(LINKS, "</Relationships>", '<Relationship Id="x" Type="x/attachedTemplate" '
        'TargetMode="External" Target="file://host/a.dotm"/></Relationships>'),
    "no styles": without(STYLES),
    "a style renamed": put(STYLES, 'w:styleId="TableText"', 'w:styleId="TableWords"'),
    "another typeface": put(STYLES, "仿宋", "幼圆"),
    "type size of the text": put(STYLES, '<w:sz w:val="32"/>', '<w:sz w:val="12"/>'),
    "white text by its style": put(STYLES, '<w:kern w:val="2"/>', '<w:color w:val="FFFFFF"/><w:kern w:val="2"/>'),
    "no settings": without(SETTINGS),
    "settings protect the document": put(SETTINGS, "<w:zoom", '<w:documentProtection w:edit="readOnly"/><w:zoom'),
    "no footer": without("word/footer1.xml"),
    "a part too many": lambda found: {**found, "word/vbaProject.bin": b"x"},
    "no figures": without("customXml/item1.xml"),
    "a figure changed in the part of figures": put("customXml/item1.xml", ">5<", ">6<"),
    "hidden text": put(BODY, RUN, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>"),
    "struck text": put(BODY, RUN, "<w:r><w:rPr><w:strike/></w:rPr><w:t>"),
    "deleted text": put_pattern(r"(<w:r>(?:(?!</w:r>).)*</w:r>)", r"<w:del>\1</w:del>"),
    "inserted text": put_pattern(r"(<w:r>(?:(?!</w:r>).)*</w:r>)", r'<w:ins w:id="1">\1</w:ins>'),
    "white text": put(BODY, RUN, '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>'),
    "tiny text": put(BODY, RUN, '<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>'),
    "a field": put(BODY, RUN, '<w:r><w:instrText>INCLUDETEXT "x"</w:instrText><w:t>'),
    "a picture": put(BODY, RUN, "<w:r><w:drawing/><w:t>"),
    "a link": put_pattern(r"(<w:r>(?:(?!</w:r>).)*</w:r>)", r"<w:hyperlink>\1</w:hyperlink>"),
    "a comment in the XML": put(BODY, "<w:body>", "<w:body><!-- x -->"),
    "a column narrower": put_pattern(r'<w:gridCol w:w="\d+"/>', '<w:gridCol w:w="9"/>'),
    "a column too many": put(BODY, "</w:tblGrid>", '<w:gridCol w:w="100"/></w:tblGrid>'),
    "a column missing": put_pattern(r'<w:gridCol w:w="\d+"/>', ""),
    "no columns": put_pattern(r"<w:tblGrid>.*?</w:tblGrid>", ""),
    "a cell narrower": put_pattern(r'<w:tcW w:w="\d+"', '<w:tcW w:w="100"'),
    "a merge one shorter": put(BODY, '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="2"/>'),
    "a merge not begun": put(BODY, '<w:vMerge w:val="restart"/>', "<w:vMerge/>"),
    "page size": put(BODY, 'w:h="16838"', 'w:h="12240"'),
    "page margins": put(BODY, 'w:top="2098"', 'w:top="20"'),
    "landscape": put(BODY, "<w:pgSz ", '<w:pgSz w:orient="landscape" '),
    "no page": put_pattern(r"<w:sectPr>.*?</w:sectPr>", ""),
    "text behind the page": put(BODY, "</w:body>", "<w:p><w:pPr><w:pStyle w:val='BodyText'/></w:pPr></w:p></w:body>"),
    "a second body": put(BODY, "</w:body>", "</w:body><w:body><w:p/></w:body>"),
    "a table in a cell": put(BODY, "<w:tc>", f"<w:tc>{TABLE}"),
    "a table in a cell, at its end": put(BODY, "</w:tc>", f"{TABLE}</w:tc>"),
    "a style that is not there": put(BODY, '<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Nobody"/>'),
    "an alternative content": put(BODY, RUN, "<w:r><w:AlternateContent/><w:t>"),
    "text behind a run": put(BODY, "</w:r>", "</w:r>字"),
    "a bare ampersand in a cell": put_pattern(r"(<w:tc>(?:(?!</w:tc>).)*<w:t>)", r"\1&"),
    "a character by its number in a cell": put_pattern(r"(<w:tc>(?:(?!</w:tc>).)*<w:t>)[^<]", r"\1&#48;"),
    "a bare bracket in a cell": put_pattern(r"(<w:tc>(?:(?!</w:tc>).)*<w:t>)", r"\1]]>"),
    "a carriage return in a cell": put_pattern(r"(<w:tc>(?:(?!</w:tc>).)*<w:t>)", "\\1\r"),
    "a text without words in a cell": put_pattern(r"<w:t>[^<]*</w:t></w:r></w:p></w:tc>", "<w:t/></w:r></w:p></w:tc>"),
    "a body cut off": lambda found: {**found, BODY: found[BODY][:-300]},
    "an empty body": lambda found: {**found, BODY: b""},
}  # fmt: skip


def test_the_undamaged_file_reads_back() -> None:
    assert readback.verify(packed(parts()), GOOD).numbers == 200


@pytest.mark.parametrize("damage", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_refused(damage: Callable[[Parts], Parts]) -> None:
    with pytest.raises(Difference):
        readback.verify(packed(damage(parts())), GOOD)


def test_two_parts_of_one_name_are_refused() -> None:
    out = BytesIO(packed(parts()))
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(BODY, parts()[BODY])
    with pytest.raises(Difference, match="同名"):
        readback.verify(out.getvalue(), GOOD)


@pytest.mark.parametrize("name", [BODY, STYLES, "docProps/core.xml", "docProps/custom.xml"])
def test_one_wrong_byte_in_a_part_is_refused(name: str) -> None:
    data = bytearray(packed(parts()))
    start = data.find(name.encode()) + len(name)
    data[start + 40] ^= 0xFF
    with pytest.raises(Difference):
        readback.verify(bytes(data), GOOD)


def test_a_disk_that_gives_back_other_bytes_stops_the_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real disk that lies is not to be had: the bytes are changed between writing and reading back."""
    path, honest = tmp_path / "报告.docx", Path.read_bytes
    path.write_bytes(b"old")
    with monkeypatch.context() as lying:
        lying.setattr(Path, "read_bytes", lambda self: honest(self)[:-1] + b"\1")
        with pytest.raises(FileProblem, match="磁盘上的内容与写出的不同"):
            export(REPORT, REPORT_OF_SEED, path, replace=True)
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("报告.docx", b"old")]


def test_a_writer_that_writes_something_else_is_caught_before_the_file_takes_its_name(tmp_path: Path) -> None:
    report = REPORT_OF_SEED.with_number("applications.received.natural_person", 6)
    other = Content(report, blocks(report))
    wrong = FileFormat(WORD.name, WORD.suffix, lambda: Writer(lambda _: docx.write(other), readback.verify))
    with pytest.raises(FileProblem, match="核对不一致"):
        export(replace(REPORT, formats=[wrong]), REPORT_OF_SEED, tmp_path / "报告.docx", replace=False)
    assert list(tmp_path.iterdir()) == []
