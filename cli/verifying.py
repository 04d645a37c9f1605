"""`nianbao verify`: whether an exported file is what its draft says, and which save of the draft it was made from."""

from argparse import Namespace
from pathlib import Path

from cli.call import Call, Parser
from cli.reading import opened_version
from cli.status import DONE, ERRORS_FOUND
from cli.terminal import output
from export.content import blocks
from export.exporters import FileFormat, changed_beyond_reading, read
from export.identity import Identity, Version, digest, report_digest, short, words
from export.places import places
from export.seal import calls_itself_ours, state
from export.sheet.standing import sheet_digest, standing
from export.writer import Content, Difference, Found
from gui.paper.outputs import register_painted
from model.files.problems import FileProblem, from_os_error
from model.report.report import Report

_SHOWN, _LONGEST = 5, 40
_REST = "文件的其他部分（样式、字体、页眉页脚、隐藏的内容、另外的工作表等）"


def _options(parser: Parser) -> None:
    parser.option("file", says="导出的报告或审签单：Word、PDF、网页或 Excel", type=Path, metavar="文件")
    parser.option(
        "--draft", says="同这份草稿逐格逐段核对；草稿标记过已签的，也说是不是签批的那一版", type=Path, metavar="草稿"
    )


def _verify(options: Namespace) -> int:
    register_painted()
    data = _bytes(options.file)
    try:
        kind, found = read(options.file, data)
    except FileProblem:
        if (changed := changed_beyond_reading(data)) is None:
            raise
        kind, what = changed
        output.say(f"{options.file}：是年报助手导出的{kind.name}，但导出后被改动过，不能再逐段核对：{what}")
        return ERRORS_FOUND
    said = found.identity
    if said is None and calls_itself_ours(data):
        output.say(f"{options.file}：是年报助手导出的{kind.name}，但导出后被改动过：写明是哪一版的属性没有了")
        return ERRORS_FOUND
    if said is None:
        raise FileProblem(options.file, "没有写明是哪一版，不是年报助手导出的，或者属性被别的程序去掉了")
    about = sheet_digest(found.words)
    what, named = ("审签单，", "报告的摘要") if about else ("", "摘要")
    output.say(f"{options.file}：{kind.name}，{what}{_version(said)}，{named} {about or short(said.digest)}")
    if digest(found.words) != said.digest:
        output.say("导出后，文件里的文字或数据被改动过")
        if options.draft is None:
            return ERRORS_FOUND
    elif options.draft is None:
        return _alone(data)
    return _against(options.draft, data, kind, found)


def _alone(data: bytes) -> int:
    """Say of a file whose words are as they were whether all the rest of it is, too; and give the exit status."""
    match state(data):
        case "same":
            output.say("导出后，整个文件的内容没有改动；要同草稿核对，请加 --draft 草稿")
            return DONE
        case "changed":
            output.say(f"正文和表格里的字和数没有改动，但{_REST}改动过，或用别的程序另存过：请打开文件核对，或重新导出")
        case _:
            output.say(f"正文和表格里的字和数没有改动；文件里没有整个文件的摘要，{_REST}有没有改动看不出来，请重新导出")
    return ERRORS_FOUND


def _against(draft: Path, data: bytes, kind: FileFormat, found: Found) -> int:
    report, version = opened_version(draft)
    if sheet_digest(found.words):
        return _sheet(draft, report, found, whole=state(data) == "same")
    signed = _is_signed(report, found, "文件")
    return max(_compared(draft, report, version, data, kind, found), signed)


def _is_signed(report: Report, found: Found, what: str) -> int:
    """Say whether the file is what was signed, where the draft has that mark, and give the exit status."""
    mark, its = report.approval.signed, standing(report, found)
    if mark is None:
        return DONE
    told = f"{mark.at:%Y-%m-%d} 签批的那一版（摘要 {short(mark.digest)}）"
    output.say(f"{what}是 {told}" if its.signed == "same" else f"{what}不是 {told}")
    return DONE if its.signed == "same" else ERRORS_FOUND


def _sheet(draft: Path, report: Report, found: Found, *, whole: bool) -> int:
    """Say of a 审签单 whether the report that it names is what was signed, and what the draft is now."""
    said = found.identity
    touched = said is None or digest(found.words) != said.digest or not whole
    if not whole:
        output.say(f"审签单的{_REST}改动过，或看不出有没有改动")
    signed = _is_signed(report, found, "审签单上的")
    if standing(report, found).present:
        output.say(f"草稿 {draft} 要印的与审签单上的是同一版")
        return ERRORS_FOUND if touched else signed
    output.say(f"草稿 {draft} 后来改过：现在的摘要是 {short(report_digest(report))}，不是审签单上的那一版")
    return ERRORS_FOUND


def _compared(  # noqa: PLR0913, PLR0917
    draft: Path, report: Report, version: Version | None, data: bytes, kind: FileFormat, found: Found
) -> int:
    printed = blocks(report)
    wanted = words(printed)
    if differences := _differences(wanted, found.words, places(printed, report.form)):
        output.say(f"与草稿 {draft} 不同：", *differences)
        return ERRORS_FOUND
    said = found.identity
    revision = Version(int(said.revision), said.saved_at, found.draft) if said and said.revision else None
    try:
        kind.load().verify(data, Content(report, printed, version=revision))
    except Difference as difference:
        return _other_rest(draft, data, str(difference))
    if state(data) != "same":
        return _other_rest(draft, data)
    later = version is not None and revision is not None and version.revision != revision.revision
    since = f"；草稿现在是第 {version.revision} 次保存，要印的内容没有变" if version and later else ""
    output.say(f"与草稿 {draft} 一致：{len(wanted)} 段和格逐一核对，整个文件的内容导出后没有改动{since}")
    return DONE


def _other_rest(draft: Path, data: bytes, what: str = "") -> int:
    """Say of a file that has the words of the draft what is so of the rest of it, and give the exit status."""
    told = {
        "same": f"{_REST}不是这一版程序写出的；文件导出后没有改动，多半是别的版本导出的，请重新导出",
        "changed": f"{_REST}被改动过，或用别的程序另存过",
        "none": f"{_REST}与写出时不同" if what else f"没有整个文件的摘要，{_REST}有没有改动看不出来，请重新导出",
    }
    output.say(f"文字和数据与草稿 {draft} 一致，但{told[state(data)]}{'：' if what else ''}{what}")
    return ERRORS_FOUND


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise from_os_error(path, error) from None


def _version(said: Identity) -> str:
    if not said.revision:
        return "没有写明是草稿的哪一次保存"
    at = said.saved_at
    return f"草稿的第 {said.revision} 次保存" + (f"（{at.astimezone():%Y-%m-%d %H:%M}）" if at else "")


def _differences(wanted: list[str], found: list[str], where: list[str]) -> list[str]:
    """The first places that differ, a line each; none when all are equal."""
    pairs = [each for each in zip(where, wanted, found, strict=False) if each[1] != each[2]]
    lines = [f"  {place}：草稿“{want[:_LONGEST]}”，文件“{have[:_LONGEST]}”" for place, want, have in pairs[:_SHOWN]]
    if len(pairs) > _SHOWN:
        lines.append(f"  ……共 {len(pairs)} 处")
    if len(wanted) != len(found):
        lines.append(f"  草稿有 {len(wanted)} 段和格，文件有 {len(found)}")
    return lines


VERIFY = Call(
    "verify",
    "nianbao verify 文件 [--draft 草稿]",
    "核对导出的文件：是草稿的哪一次保存，导出后改动过没有，与草稿是否一致",
    _options,
    _verify,
    (
        "文件里带着整个文件的摘要：正文以外的样式、字体、页眉、隐藏的内容改了也看得出；用别的程序另存过也算改动。",
        "摘要不是签名，防不了有意伪造。",
        "一致或没有改动时退出状态是 0，不同、改动过、看不出来或不是签批的那一版是 1。",
    ),
)
CALLS = (VERIFY,)
