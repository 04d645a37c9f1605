"""The window of the books: all that is written for the clerk on one long page, with its chapters and a search."""

import re

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QPalette, QShortcut, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QTextBrowser, QTextEdit, QWidget

import resources
from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row, colour
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.help.books import BOOKS, FOLDER
from gui.look.theme import theme

_WIDTH, _HEIGHT, _CHAPTERS = 1080, 680, 280
_CHAPTER_LEVEL = 2
_SIZES = {1: 22.0, 2: 18.0, 3: 16.0}
"""The type of headings by level, in pixels at 100 %."""
_MOST = 500
"""So many places are marked and counted at most."""
_OWN_WORDS = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
"""The books are the program's own; still nothing in them is taken for HTML."""
_AT = Qt.ItemDataRole.UserRole
_BROKEN_LINE = re.compile(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])")
"""Where a line of Chinese ends for the width of the file; set, it would become a space."""
_NOT_FOR_THE_CLERK = re.compile(r"^本页由程序生成（`[^`]*`），?|^下表由程序生成（`[^`]*`），?", re.MULTILINE)
"""How a page of the documents is made, which stands at its head."""


class BookWindow(Dialog):
    """The window."""

    def __init__(self, book: str, parent: QWidget | None = None) -> None:
        """Show a book from its beginning; the others stand before and behind it."""
        super().__init__(parent)
        self.setObjectName("book_window")
        self.setWindowTitle("使用说明")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages = _Pages()
        self._chapters = QListWidget()
        self._search = QLineEdit()
        self._said = Text("", 14, color="text2")
        self._found: list[QTextCursor] = []
        self._begins: dict[str, int] = {}
        self._set_up()
        self._lay_out()
        self.take_room(_WIDTH, _HEIGHT)
        self._write()
        theme().follow(self._write)
        self.show_book(book)
        self._search.setFocus()

    def show_book(self, book: str) -> None:
        """Turn to the beginning of a book."""
        self._turn_to(self._begins[book])

    def _set_up(self) -> None:
        self._chapters.setObjectName("chapters")
        self._chapters.setAccessibleName("目录")
        self._search.setObjectName("book_search")
        self._search.setAccessibleName("在说明里查找")
        self._search.setPlaceholderText("找什么，例如：三安全一稳定")
        self._said.setObjectName("book_said")
        self._chapters.currentRowChanged.connect(self._turn_to_chapter)
        self._chapters.itemClicked.connect(lambda _item: self._turn_to_chapter(self._chapters.currentRow()))
        self._search.textChanged.connect(self._look_for)
        self._search.returnPressed.connect(lambda: self._step(1))
        for keys, act in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=act: self._step(step))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._search.setFocus)

    def _lay_out(self) -> None:
        column, head, middle = Column(self, (16, 16, 16, 16), 12), Row(None, 0, 12), Row(None, 0, 12)
        close = Button("关闭", "secondary", name="book_close", height=40)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        head.put(self._search, stretch=1)
        for words, step in (("上一处", -1), ("下一处", 1)):
            button = Button(words, "secondary", name=f"book_{'next' if step > 0 else 'before'}", height=40)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, by=step: self._step(by))
            head.put(button)
        head.put(self._said, close)
        self._chapters.setFixedWidth(theme().px(_CHAPTERS))
        self._chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle.put(self._chapters)
        middle.put(self._pages, stretch=1)
        column.put(head)
        column.put(middle, stretch=1)

    def _write(self) -> None:
        """Set all pages anew, in the present colours and size."""
        at, wanted = self._pages.verticalScrollBar().value(), self._search.text()
        self._pages.write("\n\n".join(map(_readable, BOOKS)))
        titles = (at for level, _, at in self._pages.headings() if level == 1)
        self._begins = dict(zip(BOOKS, titles, strict=True))
        self._list_chapters()
        self._pages.verticalScrollBar().setValue(at)
        self._look_for(wanted)

    def _list_chapters(self) -> None:
        self._chapters.blockSignals(True)  # noqa: FBT003 - listing them is no choice of one
        self._chapters.clear()
        for level, title, at in self._pages.headings():
            if level <= _CHAPTER_LEVEL:
                item = QListWidgetItem(title if level == 1 else f"　{title}", self._chapters)
                item.setData(_AT, at)
                item.setFont(theme().font(15, bold=level == 1))
        self._chapters.blockSignals(False)  # noqa: FBT003

    def _turn_to_chapter(self, row: int) -> None:
        if item := self._chapters.item(row):
            self._turn_to(item.data(_AT))

    def _turn_to(self, at: int) -> None:
        """Show a place at the top of the window."""
        cursor = QTextCursor(self._pages.document())
        cursor.setPosition(at)
        self._pages.show_at(cursor, theme().px(12))

    def _look_for(self, wanted: str) -> None:
        """Mark every place, and show the first one behind the place that is shown."""
        self._found = list(self._pages.places(wanted.strip()))
        self._pages.mark(self._found)
        if not wanted.strip():
            self._said.setText("")
        elif not self._found:
            self._said.setText("没有找到")
        else:
            here = self._pages.textCursor().selectionStart()
            self._show_found(next((n for n, one in enumerate(self._found) if one.selectionStart() >= here), 0))

    def _step(self, by: int) -> None:
        if self._found:
            here = self._pages.textCursor().selectionStart()
            at = next((n for n, one in enumerate(self._found) if one.selectionStart() >= here), 0)
            exact = self._found[at].selectionStart() == here
            self._show_found((at + by if exact or by < 0 else at) % len(self._found))

    def _show_found(self, number: int) -> None:
        self._pages.show_at(self._found[number], self._pages.height() // 3)
        many = "不止" if len(self._found) == _MOST else "共"
        self._said.setText(f"第 {number + 1} 处，{many} {len(self._found)} 处")


class _Pages(QTextBrowser):
    """The long page; it loads nothing but the pictures of the manual."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("book_pages")
        self.setAccessibleName("说明全文")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    def write(self, markdown: str) -> None:
        """Show these words, in the present colours and size."""
        self.document().setDefaultFont(theme().font(15))
        self.document().setDocumentMargin(theme().px(16))
        palette = self.palette()
        for role, name in ((QPalette.ColorRole.Base, "surface"), (QPalette.ColorRole.Text, "text")):
            palette.setColor(role, colour(name))
        self.setPalette(palette)
        self.document().setMarkdown(markdown, _OWN_WORDS)
        for level, _, start in self.headings():
            self._dress_heading(start, level)

    def show_at(self, place: QTextCursor, below: int) -> None:
        """Show a place so many pixels below the top."""
        self.setTextCursor(place)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(place).top() - below)

    def headings(self) -> list[tuple[int, str, int]]:
        """The level, the words and the place of every heading."""
        found, block = [], self.document().begin()
        while block.isValid():
            if level := block.blockFormat().headingLevel():
                found.append((level, block.text(), block.position()))
            block = block.next()
        return found

    def places(self, wanted: str) -> list[QTextCursor]:
        """Where some words stand, the first hundreds of them."""
        found, document = list[QTextCursor](), self.document()
        cursor = document.find(wanted) if wanted else QTextCursor()
        while not cursor.isNull() and len(found) < _MOST:
            found.append(cursor)
            cursor = document.find(wanted, cursor)
        return found

    def mark(self, places: list[QTextCursor]) -> None:
        """Put a ground under some places."""
        ground = QTextCharFormat()
        ground.setBackground(colour("mark"))
        marks = []
        for place in places:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = place, ground  # type: ignore[attr-defined]
            marks.append(mark)
        self.setExtraSelections(marks)

    def loadResource(self, kind: int, url: QUrl | str) -> object:  # noqa: N802
        """A picture of the manual, no wider than the page; nothing else."""
        name = url.path() if isinstance(url, QUrl) else url
        if kind != QTextDocument.ResourceType.ImageResource.value or "/" in name or not name.endswith(".png"):
            return QByteArray()
        picture = QImage.fromData(resources.read_bytes(f"{FOLDER}/{name}"))
        ratio, widest = self.devicePixelRatioF(), self.window().width() - theme().px(_CHAPTERS + 120)
        if picture.width() > widest:
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(min(picture.width(), round(widest * ratio)), smooth)
        picture.setDevicePixelRatio(max(1.0, picture.width() / widest))
        return picture

    def _dress_heading(self, start: int, level: int) -> None:
        cursor, look = QTextCursor(self.document()), QTextCharFormat()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        look.setFont(theme().font(_SIZES.get(level, 15.0), bold=True))
        cursor.mergeCharFormat(look)
        air = cursor.blockFormat()
        air.setTopMargin(theme().px(24 if level <= _CHAPTER_LEVEL else 12))
        air.setBottomMargin(theme().px(4))
        cursor.setBlockFormat(air)


def _readable(book: str) -> str:
    """The words of a book as they are set here."""
    return _BROKEN_LINE.sub("", _NOT_FOR_THE_CLERK.sub("", BOOKS[book]()))
