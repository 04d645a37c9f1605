"""The draft file `*.nianbao`: UTF-8 JSON in a fixed order, read with suspicion and written whole.

`docs/draft-format.md` describes the file. Reading refuses anything wrong with its place, in bounded time and memory;
keys this version does not know survive a load and a save.
"""

import stat
import uuid
from datetime import datetime
from pathlib import Path

from model.drafts.exported import Exported, read_exported
from model.drafts.reading import Fields, read_listed, read_report, read_text, read_time, read_whole_number
from model.drafts.writing import iso, plain, plain_report
from model.files import atomic, strict_json
from model.files.problems import FileProblem, from_os_error
from model.files.strict_json import Damaged, JsonError, shown
from model.form import forms
from model.form.form import CellError, Form
from model.report.report import NOTHING, Extra, Report
from model.structs import Struct, replace

FORMAT = "nianbao-draft"
SCHEMA = 1
SIZE_LIMIT = 16 * 1024 * 1024
"""The largest draft that is read, in bytes; a report with very long texts has some 100 KB."""


class Newer(JsonError):  # noqa: N818
    """A later version of the program wrote it; nothing is broken."""


class NewerDraft(FileProblem):
    """A draft of a later version of the program; it is whole, and left alone."""


class Draft(Struct, frozen=True):
    """A report with what makes it a file: identity, how often and when it was saved, unknown keys, its exports."""

    report: Report
    id: str = ""
    revision: int = 0
    saved_at: datetime | None = None
    extra: Extra = NOTHING
    exports: tuple[Exported, ...] = ()


def load(path: Path) -> Draft:
    """Read a draft file.

    Raises:
        FileProblem: the file is missing, not a draft, newer than this version, or wrong anywhere; it is left alone.
    """
    try:
        return loads(_content(path))
    except OSError as error:
        raise from_os_error(path, error) from None
    except Damaged as error:
        raise FileProblem(path, f"文件已损坏或不完整（{error}）") from None
    except Newer as error:
        raise NewerDraft(path, str(error)) from None
    except JsonError as error:
        raise FileProblem(path, str(error)) from None


def save(draft: Draft, path: Path, now: datetime) -> Draft:
    """Write a draft file whole and return the draft as saved: its next revision, with an id and the time.

    Raises:
        FileProblem: it could not be written; the old file is as it was.
    """
    saved = replace(draft, id=draft.id or str(uuid.uuid4()), revision=draft.revision + 1, saved_at=now)
    try:
        atomic.write(path, dumps(saved))
    except OSError as error:
        raise from_os_error(path, error) from None
    return saved


def _content(path: Path) -> bytes:
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise JsonError("这是一个文件夹，请指定其中的草稿文件")
    if not stat.S_ISREG(found.st_mode):
        raise JsonError("这不是普通文件，请指定草稿文件")
    if found.st_size > SIZE_LIMIT:
        raise JsonError(f"文件太大（{found.st_size} 字节），不是年报助手的草稿")
    with path.open("rb") as stream:
        return stream.read(SIZE_LIMIT)


def loads(content: bytes) -> Draft:
    """The draft in the bytes of a file.

    Raises:
        JsonError: anything wrong, with its place.
    """
    value = strict_json.loads(content)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise JsonError("不是年报助手的草稿（没有 format 标记），请选择扩展名为 .nianbao 的草稿文件")
    root = Fields("", value)
    root.need("format", read_text)
    schema = root.need("schema", read_whole_number)
    if schema > SCHEMA:
        raise Newer(f"草稿由更新的版本保存（格式 {shown(schema)}，本程序支持到 {SCHEMA}），请升级年报助手后再打开")
    if schema != SCHEMA:
        raise JsonError(f"schema: {shown(schema)} 不是有效的格式版本，应为 {SCHEMA}")
    form = _form(root.need("form", read_text))
    try:
        return Draft(
            report=read_report(root, form),
            id=root.take("id", read_text, ""),
            revision=root.take("revision", read_whole_number, 0),
            saved_at=root.take("saved_at", read_time, None),
            exports=root.take("exports", read_listed(read_exported), ()),
            extra=root.rest(),
        )
    except JsonError as error:
        raise Damaged(str(error)) from None


def _form(form_id: str) -> Form:
    try:
        return forms.named(form_id)
    except CellError as error:
        raise Newer(f"form: {error}") from None


def dumps(draft: Draft) -> bytes:
    """The bytes of a draft file; the same draft gives the same bytes."""
    return strict_json.dumps(
        {
            "format": FORMAT,
            "schema": SCHEMA,
            "id": draft.id,
            "revision": draft.revision,
            "saved_at": iso(draft.saved_at),
            "form": draft.report.form.id,
            **plain_report(draft.report),
            **({"exports": [plain(each) for each in draft.exports]} if draft.exports else {}),
            **draft.extra,
        }
    )
