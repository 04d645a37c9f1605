"""The Word report: blocks into a package with our own base, written whole and read back before it counts.

Same report, same bytes: the package carries no time, no user and no machine.
"""

import zipfile
from collections.abc import Collection, Iterator
from functools import cache
from html import escape
from io import BytesIO
from itertools import chain
from pathlib import Path
from string import Template

import resources
from export import fonts
from export.content import Block, Title, blocks, printable
from export.word import figures_part, readback
from export.word.body import POINT, document
from model.files import atomic
from model.files.problems import FileProblem, from_os_error
from model.report.report import Report

_BASE = (
    "[Content_Types].xml",
    "_rels/.rels",
    "customXml/_rels/item1.xml.rels",
    "customXml/itemProps1.xml",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "word/settings.xml",
    "word/styles.xml",
)
_OLDEST = (1980, 1, 1, 0, 0, 0)
_NOTE_LEADING, _TABLE_LEADING = 5, 3


def write(report: Report, path: Path, *, replace: bool, installed: Collection[str] = ()) -> readback.Comparison:
    """Write the Word report and say what was compared.

    The file is written beside its place, read back from the disk and compared with the report cell by cell and
    paragraph by paragraph; only then does it take its name.

    Args:
        report: the report; open errors do not stop it, blank cells are printed as 0.
        path: the file to make.
        replace: whether a file of that name may be replaced.
        installed: the typefaces this machine is known to have; see `fonts.choose`.

    Raises:
        FileProblem: the file exists, cannot be written, is open elsewhere, or did not read back as it should; whatever
            stood there before is as it was.
    """
    return write_blocks(report, blocks(report), path, replace=replace, installed=installed)


def write_blocks(
    report: Report, wanted: tuple[Block, ...], path: Path, *, replace: bool, installed: Collection[str] = ()
) -> readback.Comparison:
    """Write any document about a report, such as its 校验单; see `write`."""
    refuse_target(path, replace=replace)
    compared: list[readback.Comparison] = []
    try:
        content = package(report, wanted, installed)
        atomic.write(path, content, verify=lambda written: compared.append(readback.compare(written, wanted)))
    except OSError as error:
        raise from_os_error(path, error) from None
    except readback.Difference as difference:
        raise FileProblem(path, f"写出后核对不一致，未保存：{difference}。请把草稿文件交给技术支持") from None
    return compared[0]


def refuse_target(path: Path, *, replace: bool) -> None:
    """Refuse a file that is there already, unless it may be replaced, or that an office program holds open.

    Raises:
        FileProblem: as said.
    """
    lock = path.with_name(f".~lock.{path.name}#")
    if lock.exists():
        raise FileProblem(
            path, f"文件正在 WPS 或 LibreOffice 中打开，请先关闭，或换一个文件名（如确未打开，请删除 {lock.name}）"
        )
    if path.exists() and not replace:
        raise FileProblem(path, "文件已存在，请换一个文件名，或加 --force 覆盖")


def package(report: Report, content: tuple[Block, ...], installed: Collection[str] = ()) -> bytes:
    """The bytes of the Word file; the same report gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _parts(report, content, installed):
            archive.writestr(zipfile.ZipInfo(name, _OLDEST), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts(report: Report, content: tuple[Block, ...], installed: Collection[str]) -> Iterator[tuple[str, bytes]]:
    layout, chosen = report.layout, fonts.choose(report.layout.fonts, installed)
    words = {
        "agency": " ".join(printable(report.agency.name)),
        "title": "".join(chain.from_iterable(block.lines for block in content if isinstance(block, Title))),
        "subject": report.form.report_name,
        "body": chosen.body,
        "subheading": chosen.subheading,
        "heading": chosen.heading,
        "table": chosen.table,
        "line": str(int(layout.line_pt * POINT)),
        "table_size": str(int(layout.table_pt * 2)),
        "table_line": str(int((layout.table_pt + _TABLE_LEADING) * POINT)),
        "note_line": str(int((layout.table_pt + _NOTE_LEADING) * POINT)),
    }
    safe = {key: escape(word, quote=False) for key, word in words.items()}
    safe["title_font"] = escape(chosen.title, quote=False)
    safe["title_bold"] = "<w:b/>" if chosen.title_bold else ""
    for name in _BASE:
        yield name, _base(name).substitute(safe).encode("utf-8")
    yield figures_part.NAME, figures_part.part(report, content)
    yield "word/document.xml", document(content, layout)


@cache
def _base(name: str) -> Template:
    return Template(resources.read_text(f"docx/{name}"))
