"""F1 explains the cell or the part where the clerk is; the books open, are searched, and load nothing else."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QTextBrowser, QWidget

from gui.help.book_window import BookWindow
from gui.help.panel import ExplanationPanel
from gui.pages.table.page import NumbersPage
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.report.change import Place
from model.report.report import Report
from tests.gui.driving import every, named, press, settle, words
from tests.gui.test_window import opened

KEY = Qt.Key
CELL = "applications.refused_security_stability.legal_service"


@pytest.fixture
def wizard(window: MainWindow, seed: Report) -> Wizard:
    """The seed, opened, at the size of a common screen."""
    window.resize(1366, 768)
    window.activateWindow()
    return opened(window, seed)


def key(code: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, code)
    settle()


def panel(wizard: Wizard) -> ExplanationPanel:
    return named(wizard, ExplanationPanel, "explanation")


def test_f1_explains_the_cell_follows_the_cursor_and_ends(window: MainWindow, wizard: Wizard) -> None:
    wizard.go(Place("applications", CELL))
    grid, findings = QApplication.focusWidget(), wizard.findings
    key(KEY.Key_F1)
    assert panel(wizard).isVisible()
    assert not findings.isVisible()
    assert QApplication.focusWidget() is grid
    said = words(panel(wizard))
    assert said.splitlines()[1] == "危及“三安全一稳定”"
    for part in ("国家安全、公共安全、经济安全、社会稳定", "算在内 · 法律 《条例》第十四条", "法律服务机构提出的申请"):
        assert part in said
    key(KEY.Key_Down)
    assert "第三方合法权益" in words(panel(wizard))
    wizard.show_page("problems")
    settle()
    assert "两样都要写" in words(panel(wizard))
    named(wizard, QWidget, "prose_problems").setFocus()
    key(KEY.Key_F1)
    assert not panel(wizard).isVisible()
    assert findings.isVisible()
    assert not every(window, QDialog)


@pytest.mark.parametrize(("page", "button"), [("disputes", "explain_cell"), ("overview", "explain_part")])
def test_a_button_of_the_page_opens_it_and_escape_closes_it(wizard: Wizard, page: str, button: str) -> None:
    wizard.show_page(page)
    settle()
    press(wizard._pages[page], button)
    assert panel(wizard).isVisible()
    named(panel(wizard), QWidget, "close_explanation").setFocus()
    key(KEY.Key_Escape)
    assert not panel(wizard).isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert wizard._pages[page].isAncestorOf(focused)


def test_where_there_is_nothing_to_explain_f1_is_the_help(window: MainWindow, wizard: Wizard) -> None:
    wizard.go(Place("applications", CELL))
    key(KEY.Key_F1)
    wizard.show_page("finish")
    settle()
    assert not panel(wizard).isVisible()
    key(KEY.Key_F1)
    assert [found.objectName() for found in every(window, QDialog)] == ["help_dialog"]


def test_labels_and_cells_tell_a_mouse_and_a_screen_reader(wizard: Wizard) -> None:
    wizard.go(Place("applications", CELL))
    page = wizard._pages["applications"]
    assert isinstance(page, NumbersPage)
    label = next(cell for cell in page.grid.table.cells if "三安全一稳定" in cell.label)
    assert "社会稳定" in page.grid.painter.explanation(label)
    read = QAccessible.queryAccessibleInterface(page.grid)
    cell = read.child(page.grid.readable.current_index)
    assert "社会稳定" in cell.text(QAccessible.Text.Help)
    assert "法律服务机构" in cell.text(QAccessible.Text.Help)


def test_the_books_are_searched_as_one(window: MainWindow, wizard: Wizard) -> None:
    wizard.go(Place("applications", CELL))
    key(KEY.Key_F1)
    press(panel(wizard), "book_manual")
    (books,) = every(window, BookWindow)
    pages, search = named(books, QTextBrowser, "book_pages"), named(books, QLineEdit, "book_search")
    listed = named(books, QListWidget, "chapters")
    chapters = [listed.item(row).text() for row in range(listed.count())]
    assert {"表样说明", "校验一览", "　安装"} <= set(chapters)
    QTest.keyClicks(search, "F8")
    settle()
    first = pages.textCursor().selectionStart()
    assert pages.textCursor().selectedText() == "F8"
    assert first < pages.toPlainText().index("表样说明")
    search.setText("现行有效")
    QTest.keyClick(search, KEY.Key_Return)
    settle()
    assert pages.textCursor().selectedText() == "现行有效"
    assert pages.textCursor().selectionStart() > first
    assert "处" in words(books)
    search.setText("没有的词")
    settle()
    assert "没有找到" in words(books)
    assert "\u2028" not in pages.toPlainText()


def test_the_books_load_the_pictures_of_the_manual_and_nothing_else(window: MainWindow) -> None:
    window.dialogs.book("manual")
    settle()
    (books,) = every(window, BookWindow)
    pages = named(books, QTextBrowser, "book_pages")
    image = QTextDocument.ResourceType.ImageResource
    assert not pages.loadResource(image.value, QUrl("window-first.png")).isNull()
    for name in ("file:///etc/passwd", "../sample.nianbao", "https://example.org/a.png", "//host/a.png"):
        assert pages.loadResource(image.value, QUrl(name)) == b"", name


def test_the_list_of_checks_is_a_link(window: MainWindow, wizard: Wizard) -> None:
    wizard.show_page("finish")
    settle()
    press(wizard, "list_of_checks")
    (books,) = every(window, BookWindow)
    pages = named(books, QTextBrowser, "book_pages")
    assert pages.textCursor().block().text() == "校验一览"
