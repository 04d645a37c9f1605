"""Everything can be seen and reached at every zoom and size: nothing is cut off, covered, or left out."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from gui.look.theme import theme
from gui.pages.page import Status
from gui.pages.registry import Pages
from gui.paper.tools import LOST_MERGES
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts.saved_words import (
    CHANGED,
    DATA_GONE,
    GONE,
    PLACE_GONE,
    TAKEN_OVER,
    hanging,
    looking,
    no_draft_holds_it,
    not_made,
    not_saved,
    saved_by_hand,
    sent,
    stopped,
)
from model.report.report import Report
from model.session.edits import set_number, set_text
from tests.forms import FORM
from tests.gui.driving import named, press, settle, wait, words
from tests.gui.fitting import misfits
from tests.gui.pages.test_course import publish
from tests.gui.pages.test_finish import export, finish
from tests.gui.test_window import OFF, opened

SIZES = ((1024, 700), (1325, 828), (1366, 700), (1440, 868))
ZOOMS = (100, 125, 140, 150, 180, 200)


@pytest.fixture
def busy(window: MainWindow, seed: Report) -> Wizard:
    """A report with all that its pages can show at once: findings, blanks, exports, marks, a correction."""
    wizard = finish(window, seed)
    export(wizard)
    press(wizard, "sheet_html")
    wait(named(wizard, QWidget, "open_sheet").isVisible)
    press(wizard, "export_html")
    wait(lambda: named(wizard, QWidget, "handed_over").isVisibleTo(wizard))
    publish(window, wizard, "2025年1月8日", "https://www.example.gov.cn/zwgk/2025/01/08/nianbao.html")
    wizard.bridge.do(set_number(OFF, 2))
    wizard.bridge.do(set_number("disputes.review.upheld", None))
    wizard.bridge.do(set_text("overview", "截止6月底，2023年开展培训。", alone=True))
    wait(lambda: wizard.findChild(QWidget, "correction_ways") is not None)
    return wizard


@pytest.fixture
def wizard(window: MainWindow, seed: Report) -> Wizard:
    """The seed, opened."""
    return opened(window, seed)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_and_the_page_in_sight_is_so_in_the_rail(
    window: MainWindow, busy: Wizard, size: tuple[int, int]
) -> None:
    window.resize(*size)
    found: list[str] = []
    for zoom in ZOOMS:
        theme().set_zoom(zoom)
        for page in Pages(FORM).entries:
            busy.show_page(page)
            settle()
            item = busy.rail.items[page]
            assert item.visibleRegion().boundingRect() == item.rect(), (page, zoom)
            found += [f"{zoom} % {page}: {told}" for told in misfits(window)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", ["overview", "other_matters", "applications", "finish"])
def test_nothing_is_cut_off_on_a_page_that_is_zoomed_in_sight(window: MainWindow, busy: Wizard, page: str) -> None:
    window.resize(1325, 828)
    busy.show_page(page)
    for zoom in (110, 180, 150, 200):
        theme().set_zoom(zoom)
        settle()
        item = busy.rail.items[page]
        assert item.visibleRegion().boundingRect() == item.rect(), zoom
        assert not misfits(window), zoom


@pytest.mark.parametrize("size", SIZES)
def test_all_that_the_last_page_offers_is_there(window: MainWindow, busy: Wizard, size: tuple[int, int]) -> None:
    window.resize(*size)
    page, preview = named(busy, QWidget, "page_finish"), named(busy, QWidget, "page_preview")
    names = ("print_report", "copy_report", "copy_figures", "page_after", "enlarge_page", "export_docx", "sheet_pdf")
    for zoom in ZOOMS:
        theme().set_zoom(zoom)
        settle()
        for name in (*names, "sheet_signers", "mark_signed", "export_elsewhere", "compare_page", "review_copy"):
            assert named(page, QWidget, name).isVisible(), (zoom, name)
        assert preview.isVisible()
        assert preview.height() >= theme().px(160)
        assert preview.width() >= theme().px(200)
        below = preview.mapTo(page, preview.rect().topLeft()).y() > page.height() / 2
        assert ("在最下面" in words(busy.bottom)) is below, zoom


COPY = Path("/x/恢复")
REASON = "没有权限，或文件正被其他程序打开；请关闭那个程序，或换一个有权限的文件夹保存"
NOT_SAVED = (
    *(
        made(reason, copy)
        for made in (not_saved, stopped)
        for reason in (REASON, GONE, CHANGED)
        for copy in (COPY, None)
    ),
    *(hanging(copy, unsaved=unsaved) for copy in (COPY, None) for unsaved in (True, False)),
    *(no_draft_holds_it(reason) for reason in (REASON, TAKEN_OVER, DATA_GONE, PLACE_GONE)),
    not_made(REASON, COPY),
)
READING = (
    "这份年报正由 root（电脑 vm，11月30日 19:08 起）打开，这里只能查看，不能修改。",
    "root已经关闭这份年报，可以改了。",
    f"{REASON}，这里只能查看，不能修改。",
    *(looking("2025年1月10日 09:01", recovery=recovery) for recovery in (True, False)),
)
SAID = (
    saved_by_hand(again=True),
    sent(Path("/home/clerk/文档/年报助手/青禾市水务局2024年度报告.nianbao"), whole=True),
    f"没有复制上，剪贴板可能被别的程序占着，请再试一次；{LOST_MERGES}",
)


@pytest.mark.parametrize("size", SIZES[::3])
@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_every_sentence_at_the_foot_can_be_read_to_its_end(
    window: MainWindow, wizard: Wizard, zoom: int, size: tuple[int, int]
) -> None:
    window.resize(*size)
    theme().set_zoom(zoom)
    wizard.show_page("applications")
    bottom = wizard.bottom
    ways = ((bottom.show_not_saved, NOT_SAVED), (bottom.show_reading, READING), (bottom.show_versions_problem, SAID))
    for say, sentences in (*ways, (bottom.flash, SAID)):
        if say == bottom.flash:
            bottom.show_versions_problem("")
            bottom.show_status(Status("填好了"))
            settle()
            assert bottom.height() == theme().px(54 if size[1] < theme().px(800) else 60), "it gives the room back"
        for sentence in sentences:
            say(sentence)
            settle()
            assert sentence in words(bottom)
            assert not misfits(bottom), sentence
