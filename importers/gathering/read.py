"""A sheet from a file, told by its content; everything in it is foreign until it is read."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from threading import Event

from importers import child
from importers.files import content, from_bytes
from importers.gathering.recognise import sheet_in
from importers.refused import Refused
from model.files.problems import FileProblem
from model.form.form import Form
from model.gathering.returned import Returned
from model.structs import Struct, replace

SUFFIXES = (".docx", ".xlsx", ".doc", ".wps", ".xls", ".et")
"""How sheets are usually named, for the window's file dialog."""
NO_FILE = "这不是普通的文件，无法读取，请选择科室交回的征集表"
TOO_LARGE = "文件超过 50 MB，不像一份征集表，没有读取。请让科室只填原来的表，去掉图片和附件后再交"
NO_SHEET = "没有找到征集表：要有一张表，表头有项目、内容、数字三栏。请让科室填在发下去的表上，或者手工填进表格"


class Readings(Struct, frozen=True):
    """The sheets among some files, and why others are none."""

    sheets: tuple[Returned, ...]
    problems: tuple[FileProblem, ...]


def read_all(paths: Sequence[Path], form: Form, stop: Event | None = None) -> Readings:
    """Read several files; one that cannot be read costs itself alone."""
    sheets, problems = list[Returned](), list[FileProblem]()
    with child.kept():
        for path in paths:
            try:
                sheets.append(read(path, form, stop))
            except FileProblem as problem:
                problems.append(FileProblem(path.name, problem.reason))
    return Readings(tuple(sheets), tuple(problems))


def read(path: Path, form: Form, stop: Event | None = None) -> Returned:
    """Read a sheet.

    Args:
        path: the file: Word, a workbook, or whatever else has a table.
        form: whose cells the sheet asks for.
        stop: set by another thread to give up.

    Raises:
        FileProblem: it cannot be read, or is no such sheet; the reason says what is wrong and what to do.
    """
    data = content(path, NO_FILE, TOO_LARGE)
    try:
        found = sheet_in(from_bytes(data, stop), form)
    except Refused as refused:
        raise FileProblem(path, refused.reason) from None
    if found is None:
        raise FileProblem(path, NO_SHEET)
    return replace(found, file=path.name, digest=sha256(data).hexdigest())
