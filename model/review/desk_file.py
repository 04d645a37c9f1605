"""The desk's file `*.nianbao-desk`: JSON in a fixed order, read with suspicion, written whole.

`docs/desk-format.md` describes it. Folders stand in it relative to the file where they can, so that both move together.
"""

import os
from datetime import date
from pathlib import Path
from typing import Any, get_args

from model.checks.registry import SEVERITIES
from model.drafts.reading import Fields, read_listed, read_text, read_whole_number
from model.files import atomic, strict_json
from model.files.problems import FileProblem, from_os_error
from model.files.strict_json import JsonError, shown
from model.review.desk import Decision, Desk, Verdict
from model.review.telling import Told
from model.structs import fields_of

FORMAT, SCHEMA, ENDING = "nianbao-desk", 1, ".nianbao-desk"
SIZE_LIMIT = 64 * 1024 * 1024
"""The largest desk that is read, in bytes; one of three hundred units has some 500 KB."""
_UNDECIDED = "open"


def load(path: Path) -> Desk:
    """Read a desk; its folders are whole paths.

    Raises:
        FileProblem: the file is missing, no desk, newer than this version, or wrong anywhere; it is left alone.
    """
    try:
        with path.open("rb") as stream:
            return loads(stream.read(SIZE_LIMIT), path.parent)
    except OSError as error:
        raise from_os_error(path, error) from None
    except JsonError as error:
        raise FileProblem(path, f"打不开这份审核汇总（{error}），文件没有改动") from None


def save(desk: Desk, path: Path) -> None:
    """Write a desk whole, and read it back.

    Raises:
        FileProblem: it could not be written; the old file is as it was.
    """
    data = dumps(desk, path.parent)

    def verify(written: Path) -> None:
        if loads(written.read_bytes(), path.parent) != desk:
            raise FileProblem(path, "写出后读回不一致，没有写成；磁盘或共享文件夹可能有故障")

    try:
        atomic.write(path, data, verify=verify)
    except OSError as error:
        raise from_os_error(path, error) from None


def dumps(desk: Desk, folder: Path) -> bytes:
    """The bytes of a desk's file in a folder; the same desk gives the same bytes."""
    units = [*desk.names, *sorted((desk.decisions.keys() | desk.remarks.keys()) - set(desk.names))]
    said = {
        "format": FORMAT,
        "schema": SCHEMA,
        "year": desk.year,
        "folder": _relative(desk.folder, folder),
        "last_year": _relative(desk.last_year, folder),
        **({"files": [_relative(file, folder) for file in desk.files]} if desk.files else {}),
        "units": [_unit(desk, name) for name in units],
        **desk.extra,
    }
    return strict_json.dumps(said)


def loads(content: bytes, folder: Path) -> Desk:
    """The desk in the bytes of a file in a folder.

    Raises:
        JsonError: anything wrong, with its place.
    """
    value = strict_json.loads(content)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise JsonError(f"不是年报助手的审核汇总（没有 format 标记），请选择扩展名为 {ENDING} 的文件")
    root = Fields("", value)
    root.need("format", read_text)
    schema = root.need("schema", read_whole_number)
    if schema != SCHEMA:
        raise JsonError(f"由别的版本保存（格式 {shown(schema)}，本程序支持 {SCHEMA}），请升级年报助手后再打开")
    year = root.take("year", read_whole_number, 0)
    where = [_whole(root.take(key, read_text, ""), folder) for key in ("folder", "last_year")]
    files = root.take("files", read_listed(read_text), tuple[str, ...]())
    units = root.need("units", read_listed(_read_unit))
    return Desk(
        where[0],
        year,
        where[1],
        tuple(name for name, listed, _, _ in units if listed),
        {name: decision for name, _, decision, _ in units if decision},
        {name: remark for name, _, _, remark in units if remark},
        tuple(_whole(file, folder) for file in files),
        root.rest(),
    )


def _unit(desk: Desk, name: str) -> dict[str, Any]:
    decision = desk.decisions.get(name)
    said: dict[str, Any] = {"name": name, "listed": name in desk.names, "note": desk.remarks.get(name, "")}
    if decision is None:
        return {**said, "state": _UNDECIDED}
    judged = {
        "at": decision.at.isoformat(),
        "findings": [_plain(each) for each in decision.chosen],
        "others": [_plain(each) for each in decision.others],
        "remark": decision.remark,
        **decision.extra,
    }
    return {**said, "file": decision.file, "digest": decision.digest, "state": decision.verdict, "decision": judged}


def _plain(finding: Told) -> dict[str, Any]:
    return {key: value for key, value in fields_of(finding).items() if value not in (None, "", ())}


def _read_unit(place: str, value: Any) -> tuple[str, bool, Decision | None, str]:  # noqa: ANN401
    unit = Fields(place, value)
    name, listed = unit.need("name", read_text), unit.take("listed", _flag, default=True)
    note, state = unit.take("note", read_text, ""), unit.take("state", read_text, _UNDECIDED)
    if state == _UNDECIDED:
        return name, listed, None, note
    if state not in get_args(Verdict):
        raise JsonError(f"{place}.state: {shown(state)} 不是 {'、'.join(get_args(Verdict))}")
    verdict: Verdict = "passed" if state == "passed" else "returned"
    digest, file = unit.need("digest", read_text), unit.take("file", read_text, "")
    judged = Fields(f"{place}.decision", unit.need("decision", lambda _place, inner: inner))
    decision = Decision(
        verdict,
        judged.need("at", _day),
        digest,
        file,
        judged.take("findings", read_listed(_read_told), ()),
        judged.take("others", read_listed(_read_told), ()),
        judged.take("remark", read_text, ""),
        judged.rest(),
    )
    return name, listed, decision, note


def _read_told(place: str, value: Any) -> Told:  # noqa: ANN401
    found = Fields(place, value)
    severity = found.need("severity", read_text)
    if severity not in SEVERITIES:
        raise JsonError(f"{place}.severity: {shown(severity)} 不是 {'、'.join(SEVERITIES)}")
    span: tuple[int, ...] = found.take("span", read_listed(read_whole_number), tuple[int, ...]())
    return Told(
        found.need("check", read_text),
        next(each for each in SEVERITIES if each == severity),
        found.need("message", read_text),
        found.take("column", read_text, ""),
        found.take("place", read_text, ""),
        found.take("remedy", read_text, ""),
        found.take("cells", read_listed(read_text), ()),
        found.take("section", read_text, "") or None,
        (span[0], span[-1]) if span else None,
        found.take("quote", read_text, "") or None,
    )


def _flag(place: str, value: Any) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        raise JsonError(f"{place}: {shown(value)} 应为 true 或 false")
    return value


def _day(place: str, value: Any) -> date:  # noqa: ANN401
    try:
        return date.fromisoformat(read_text(place, value))
    except ValueError:
        raise JsonError(f"{place}: {shown(value)} 应为 2025-01-31 这样的日期") from None


def _relative(path: str, folder: Path) -> str:
    """A folder as the file has it: relative with forward slashes where both are on one disk; empty for none."""
    if not path:
        return ""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path


def _whole(said: str, folder: Path) -> str:
    return os.path.normpath(folder / said) if said else ""
