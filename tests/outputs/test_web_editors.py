"""The report pasted into the editors that web sites use: the real clipboard, real keys, a real Chromium.

The editors come from npm and are used by this test alone (see `docs/development.md`). The usual one is tried always,
the others with NIANBAO_EDITORS=all; NIANBAO_PICTURES names a folder for a picture of each.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import html5lib
import pytest

from export.content import NumberTable, blocks
from gui.paper.tools import LOST_MERGES
from model.drafts import draft
from model.report.report import Report
from model.structs import Struct
from tests.forms import FORM
from tests.outputs import reading
from tests.outputs.chromium import ROOT, Chromium, chromium, copied
from tests.outputs.test_web_page import grid, text
from tests.tools import lacking

NODE = ROOT / ".cache" / "node_modules"
SEED = ROOT / "tests" / "data" / "seed.nianbao"
USUAL, OTHERS = "wangeditor", ("tinymce", "ckeditor5", "ueditor")
WITHOUT_MERGES = "quill"
PACKAGES = {"wangeditor": "@wangeditor/editor", "ueditor": "baidu-ueditor"}
ALL = os.environ.get("NIANBAO_EDITORS") == "all"
only_with_all = pytest.mark.skipif(not ALL, reason="tried with NIANBAO_EDITORS=all")


class Desk(Struct, frozen=True):
    """A browser, and a report that the program has copied."""

    browser: Chromium
    report: Report
    told: str

    def pasted(self, name: str, folder: Path) -> Any:
        """What an editor holds once the report is pasted, as elements."""
        if not (NODE / PACKAGES.get(name, name)).exists():
            lacking(f"the editor {PACKAGES.get(name, name)} is not installed")
        page = folder / "page.html"
        source = (Path(__file__).parent / "editors" / f"{name}.html").read_text()
        page.write_text(source.replace("<title>", f'<base href="{NODE.as_uri()}/"><title>'))
        self.browser.open(page)
        self.browser.wait_for("window.held && window.focusEditor")
        self.browser.run("focusEditor()")
        self.browser.paste()
        last = reading.paragraphs(self.report)[-1][-20:]
        self.browser.wait_for(f"held().includes({last!r})")
        if pictures := os.environ.get("NIANBAO_PICTURES"):
            (Path(pictures) / f"{name}.png").write_bytes(self.browser.picture())
        return html5lib.HTMLParser(namespaceHTMLElements=False).parse(self.browser.run("return held()"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """200 different figures where the form lets them, headings of the second level, quotes and brackets."""
    folder = tmp_path_factory.mktemp("desk")
    report = draft.load(SEED).report.with_numbers(
        {cell_id: 101 + number for number, cell_id in enumerate(FORM.typed) if cell_id != "disclosure.fees.amount"}
    )
    report = report.with_text("problems", "（一）存在的问题。一是“公开”不够，<不多>；\n（二）改进措施\n加强 & 规范。")
    path = folder / "报告.nianbao"
    draft.save(draft.Draft(report), path, datetime(2025, 1, 8, tzinfo=UTC))
    with chromium(folder / "profile") as (browser, shared), copied(path, shared) as told:
        yield Desk(browser, report, told)


def paragraphs(tree: Any) -> list[tuple[str, str]]:
    """The name and the words of every paragraph outside of tables; empty ones, as editors put at the end, are none."""
    inside = {id(part) for table in tree.iter("table") for part in table.iter()}
    found = [each for each in tree.iter() if each.tag in ("h1", "h2", "h3", "p") and id(each) not in inside]
    return [(each.tag, " ".join(text(each).split())) for each in found if text(each).strip()]


def figures(table: Any) -> list[str]:
    return [words for row in table.iter("tr") for cell in row if (words := text(cell).strip()).isdigit()]


@pytest.mark.parametrize("name", [USUAL, *(pytest.param(name, marks=only_with_all) for name in OTHERS)])
def test_figures_merges_paragraphs_and_headings_survive(name: str, desk: Desk, tmp_path: Path) -> None:
    tree = desk.pasted(name, tmp_path)
    assert [grid(table) for table in tree.iter("table")] == reading.grids(desk.report)
    found = paragraphs(tree)
    assert [words for _, words in found] == [" ".join(each.split()) for each in reading.paragraphs(desk.report)]
    assert [tag for tag, _ in found].count("h1") == 1
    assert [words for tag, words in found if tag == "h2"] == [each.heading for each in desk.report.form.sections]
    assert ("h3", "（二）改进措施") in found


@only_with_all
def test_an_editor_without_merges_keeps_every_figure_and_the_window_says_so_beforehand(
    desk: Desk, tmp_path: Path
) -> None:
    tree = desk.pasted(WITHOUT_MERGES, tmp_path)
    wanted = [list(block.values.values()) for block in blocks(desk.report) if isinstance(block, NumberTable)]
    assert sum(map(len, wanted)) == 200
    assert [figures(table) for table in tree.iter("table")] == wanted
    found = "".join(words for _, words in paragraphs(tree))
    assert "".join(found.split()) == "".join("".join(reading.paragraphs(desk.report)).split())
    assert [grid(table) for table in tree.iter("table")] != reading.grids(desk.report)
    assert LOST_MERGES in desk.told
