"""The page of the explanations for the clerk: `python -m model.explanations.page > docs/表样说明.md`."""

import sys
from collections.abc import Iterator

from model.explanations import KINDS, STANDINGS, Explanation, explained_parts
from model.form import forms
from model.form.form import Form

_HEAD = """# 表样说明

本页由程序生成（`python -m model.explanations.page > docs/表样说明.md`），与窗口里按 F1 看到的相同。
依据{form}的表样。

每一条后面写着它凭什么：表样，即现行年度报告格式；法律，即《中华人民共和国政府信息公开条例》（简称《条例》）等；\
通知，即国务院办公厅的通知和办法；惯例，即各地通常的做法，不是规定。
"""


def page(form: Form) -> str:
    """The whole page in Markdown."""
    return _HEAD.format(form=form.issued_as) + "".join(_parts(form))


def _parts(form: Form) -> Iterator[str]:
    for heading, explanations in explained_parts(form):
        yield f"\n## {heading}\n"
        for explanation in explanations:
            yield from _lines(explanation)


def _lines(explanation: Explanation) -> Iterator[str]:
    yield f"\n### {explanation.title}\n\n"
    for point in explanation.points:
        rests = "，".join(filter(None, (STANDINGS[point.standing], point.source)))
        yield f"- {KINDS[point.kind]}：{point.words}{f'（{rests}）' if rests else ''}\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(page(forms.newest()).encode())
