"""Draws the four flows of `docs/architecture.md`: `python docs/flow_pictures.py`.

A flow is its steps: the module, what it does, and what it hands on. A test holds that the modules exist and that the
pictures are those of this file.
"""

import sys
from html import escape
from pathlib import Path
from typing import NamedTuple


class Step(NamedTuple):
    """One station of a flow: a module's file, what happens there, and the value that goes on from it."""

    module: str
    does: str
    hands_on: str = ""


FLOWS: dict[str, tuple[str, tuple[Step, ...]]] = {
    "key": (
        "一个键 · A key",
        (
            Step("gui/grid/typing.py", "键入的字变成数；不是数的字留在格里，不进报告", "Edit：Report → Report"),
            Step("gui/session/bridge.py", "do(edit)；变了什么就发信号，再让自动保存计时", "Edit"),
            Step("model/session/session.py", "唯一会变的东西：换上下一个值，记一步撤销", "Report（不可变）"),
            Step("model/session/results.py", "只重跑读到变动部分的校验；读文字的等停笔", "Change：变了的格和结果"),
            Step("gui/grid/repaint.py", "只重画变了的格；看不见的页面显示时才跟上", "Report（同一个值）"),
            Step("gui/session/autosave.py", "在另一个线程里把同一个值写到磁盘", "Draft"),
            Step("model/drafts/open_draft.py", "整份替换；之前比对磁盘，别人的改动两份都留"),
        ),
    ),
    "read": (
        "读进一个文件 · A file read",
        (
            Step("gui/session/reading_job.py", "在线程里读，可以取消；命令行直接调用下一步", "Path"),
            Step("importers/files.py", "读字节，限大小", "bytes"),
            Step("importers/formats/kinds.py", "按内容认种类：一张表，一种一项", "FileKind"),
            Step("importers/child.py", "第三方库在隔离的子进程里读，限处理器时间和内存", "Document：段落和表，纯文本"),
            Step("importers/recognition/recognise.py", "表按行名列名认，文字按标题分", "Reading：读数和疑点"),
            Step("importers/answers.py", "疑点成为问题，回答改变读数", "Reading"),
            Step("gui/pages/review/page.py", "左边原文，右边疑点；一步成为报告", "Report"),
        ),
    ),
    "write": (
        "写出一个文件 · A file written",
        (
            Step("export/exporters.py", "输出的一张表：报告变成块，块变成文件", "Report"),
            Step("export/content.py", "唯一一次走遍报告：标题、段落、表、注、落款", "Block …"),
            Step("export/word/docx.py", "块变成字节；同一份报告，同样的字节", "bytes"),
            Step("model/files/atomic.py", "写在目标旁边，落到磁盘", "读回的 bytes，先同交出去的逐字节比"),
            Step("export/word/readback.py", "比结构、网格、每个数、每一段；不同就是错误", "Comparison"),
            Step("model/files/atomic.py", "全都一致才改成正式的名字；否则原有文件不动"),
        ),
    ),
    "finding": (
        "一条校验结果 · A finding",
        (
            Step(
                "model/checks/rules/numbers.py",
                "@check(代码、轻重、依据、读哪些部分…)：全写在这里",
                "Problem",
            ),
            Step("model/checks/run.py", "加上代码和轻重", "Finding：说的是什么，作为数据"),
            Step("model/checks/dismissal.py", "这一句、这几格的值已说明理由的不再提；变了就回来", "Finding"),
            Step("model/checks/groups.py", "同一起因的合成一条", "组"),
            Step("gui/findings/panel.py", "列出、筛选、跳到那里；从不读句子", "Edit：改正，或说明理由"),
            Step("model/session/answers.py", "理由记进报告，随草稿保存"),
        ),
    ),
}
"""The flows by the name of their picture."""

_WIDTH, _ROW, _BOX, _LEFT, _TOP = 860, 74, 46, 20, 52
_COLOURS = {"gui": "#2f6fb2", "model": "#3d7d4f", "importers": "#8a6d1f", "export": "#8d4a86"}
_INK, _PALE = "#1f2933", "#5b6770"
_SANS = "font-family:'Noto Sans CJK SC','Microsoft YaHei',sans-serif"


def picture(title: str, steps: tuple[Step, ...]) -> str:
    """One flow as SVG: a box for each step, an arrow with what it hands on."""
    height = _TOP + _ROW * len(steps)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}">',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        _words(_LEFT, 32, f"{_SANS};font-size:18px;font-weight:600", _INK, title),
    ]
    for number, step in enumerate(steps):
        parts += _box(_TOP + _ROW * number, step)
    return "\n".join([*parts, "</svg>", ""])


def _box(top: int, step: Step) -> list[str]:
    colour, line = _COLOURS[step.module.partition("/")[0]], top + 29
    place = f'x="{_LEFT}" y="{top}" height="{_BOX}"'
    lines = [
        f'<rect {place} width="{_WIDTH - 2 * _LEFT}" rx="6" fill="#f7f9fb" stroke="{colour}" stroke-width="1.5"/>',
        f'<rect {place} width="6" fill="{colour}"/>',
        _words(_LEFT + 18, line, "font-family:monospace;font-size:13px", colour, step.module),
        _words(_LEFT + 320, line, f"{_SANS};font-size:14px", _INK, step.does),
    ]
    if step.hands_on:
        start, end = top + _BOX, top + _ROW
        lines += [
            f'<path d="M{_LEFT + 40} {start} V{end - 3} m-4 -6 l4 6 l4 -6" fill="none" stroke="{_PALE}"/>',
            _words(_LEFT + 54, start + 19, f"{_SANS};font-size:12px", _PALE, step.hands_on),
        ]
    return lines


def _words(x: int, y: int, style: str, colour: str, words: str) -> str:
    return f'<text x="{x}" y="{y}" style="{style}" fill="{colour}">{escape(words)}</text>'


def main(folder: Path) -> int:
    """Write every picture into a folder."""
    for name, (title, steps) in FLOWS.items():
        (folder / f"flow-{name}.svg").write_text(picture(title, steps), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).with_name("pictures")))
