"""The web page on paper and on a telephone, in a real Chromium: no signature alone, no title broken within a word."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from export.exporters import REPORT, export
from model.report.report import Report
from model.structs import replace
from tests.forms import FORM
from tests.outputs.chromium import Chromium, chromium
from tests.tools import examples, need
from tests.word.test_rendering import SEED, of_length

LENGTHS = (9, 10, 12) if examples(0) == 0 else range(1, 67)
"""Lines of a last paragraph; these few end at the foot of a page."""
_LINES = """
const range = document.createRange(), lines = [];
const walker = document.createTreeWalker(document.querySelector("h1"), NodeFilter.SHOW_TEXT);
let top = null;
for (let node; (node = walker.nextNode()); ) for (let at = 0; at < node.length; at++) {
  range.setStart(node, at); range.setEnd(node, at + 1);
  const y = Math.round(range.getBoundingClientRect().top);
  if (y !== top) { lines.push(""); top = y; }
  lines[lines.length - 1] += node.data[at];
}
return lines;
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """A Chromium."""
    with chromium(tmp_path_factory.mktemp("profile")) as (found, _environment):
        yield found


def opened(browser: Chromium, report: Report, path: Path) -> None:
    export(REPORT, report, path, replace=True)
    browser.open(path)


def test_no_page_that_is_printed_holds_the_signature_alone_or_ends_with_a_heading(
    browser: Chromium, tmp_path: Path
) -> None:
    pdftotext = need("pdftotext")
    headings = {section.heading for section in FORM.sections}
    for count in LENGTHS:
        opened(browser, of_length(["各项工作" * 7 * count]), tmp_path / "page.html")
        (tmp_path / "page.pdf").write_bytes(browser.printed())
        call = [pdftotext, "-raw", str(tmp_path / "page.pdf"), "-"]
        text = subprocess.run(call, check=True, capture_output=True, text=True).stdout
        pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]
        assert len(pages[-1]) > 2, count
        assert not headings.intersection(page[-1] for page in pages)


@pytest.mark.parametrize("width", [320, 360, 390, 420, 480, 520])
def test_a_title_on_a_telephone_breaks_between_words_and_leaves_no_character_alone(
    browser: Chromium, tmp_path: Path, width: int
) -> None:
    browser.narrow(width)
    opened(browser, replace(SEED, title="青山县审计局2024年政府信息工作年度报告"), tmp_path / "page.html")
    lines = browser.run(_LINES)
    assert "".join(lines) == "青山县审计局2024年政府信息工作年度报告"
    starts = {"青山县", "2024", "工作年"}
    assert {line[:3] if not line.startswith("2") else "2024" for line in lines} <= starts
