"""What the bar of find and replace does in an open report."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.search.bar import SearchBar
from gui.services.words import changed_words
from gui.session.bridge import Bridge
from model.checks.places import section_name
from model.form.form import CellError
from model.report.change import Change, Place
from model.session.search import Hit, from_here, hits, replaced

if TYPE_CHECKING:
    from model.report.report import Report


class Searching(QObject):
    """Finds the words in all parts, goes from place to place, and replaces."""

    def __init__(
        self,
        bridge: Bridge,
        bar: SearchBar,
        here: Callable[[], Place],
        show: Callable[[Place], None],
        parent: QObject,
    ) -> None:
        """Begin with nothing found.

        Args:
            bridge: the session.
            bar: what the clerk types into.
            here: says where the clerk is, from where on is looked.
            show: shows a place, with its words selected and the keyboard left in the bar.
            parent: the owner.
        """
        super().__init__(parent)
        self._bridge, self._bar, self._here, self._show = bridge, bar, here, show
        self._at: Hit | None = None
        self._warned_of: tuple[Hit, ...] = ()
        """The places that would be deleted, once that is said."""
        self._made_of_it: Report | None = None
        """What the last replacing made of the report."""
        bar.wanted.connect(lambda _words: self._look())
        bar.stepped.connect(self.step)
        bar.one_replaced.connect(self._replace_one)
        bar.all_replaced.connect(self._replace_all)
        bar.undo_wanted.connect(self._undo)
        bridge.changed.connect(self._follow)

    @property
    def place(self) -> Place | None:
        """Behind the words that are shown, while they stand there: selected, they would be lost with the next key."""
        at = self._at
        return Place(at.section, span=(at.end, at.end)) if at is not None and at in self._found() else None

    def begin(self) -> None:
        """Look from where the clerk is now."""
        self._at = None

    def step(self, by: int) -> None:
        """Show the next place, or with -1 the one before; round from the last to the first."""
        found = self._found()
        if found:
            number = found.index(self._at) + by if self._at in found else 0
            self._go(found[number % len(found)])
        self._tell()

    def _follow(self, change: Change) -> None:
        if change.texts:
            self._tell()

    def _look(self) -> None:
        """Find anew, from where the clerk is: words that are typed on go on from the place that is shown."""
        found = self._found()
        here = Place(self._at.section, span=(self._at.start,) * 2) if self._at else self._here()
        self._at = next(from_here(self._bridge.session.report, found, here), next(iter(found), None))
        if self._at is not None:
            self._go(self._at)
        self._tell()

    def _found(self) -> tuple[Hit, ...]:
        return hits(self._bridge.session.report, self._bar.words)

    def _go(self, hit: Hit) -> None:
        self._at = hit
        self._show(hit.place)

    def _tell(self) -> None:
        """Say which place of how many is shown."""
        if self._bar.isHidden():
            return
        found = self._found()
        self._bar.enable_replacing(enabled=bool(found))
        if not self._bar.words:
            self._bar.say("标题、引言、三部分文字和表下的注一起找")
        elif not found:
            self._bar.say("没有找到")
        else:
            which = f"第 {found.index(self._at) + 1} 处，" if self._at in found else ""
            self._bar.say(f"{which}共 {len(found)} 处")

    def _replace_one(self, words: str) -> None:
        """Replace the place that is shown, and go on to the next."""
        found = self._found()
        at = found.index(self._at) if self._at in found else 0
        if found and self._made(found[at : at + 1], words):
            left = self._found()
            after = [hit for hit in left if _behind(hit, found[at], len(words))]
            ahead = next(iter(after or left), None)
            if ahead is not None:
                self._go(ahead)
            self._tell()

    def _replace_all(self, words: str) -> None:
        """Replace every place in one step, and say how many there were in which part.

        With nothing to stand there instead they are deleted, which the first press only says.
        """
        found = self._found()
        if found and not words and found != self._warned_of:
            self._warned_of = found
            self._bar.say(f"“替换为”是空的：再按一次，就把 {len(found)} 处“{self._bar.words}”都删去")
            return
        self._warned_of = ()
        if found and self._made(found, words):
            counts = Counter(hit.section for hit in found)
            form = self._bridge.session.report.form
            parts = "、".join(f"{section_name(section, form)} {count} 处" for section, count in counts.items())
            done = "换了" if words else "删去了"
            self._bar.say(f"{done} {len(found)} 处（{parts}），可以撤销")
            self._show(found[-1].place)

    def _undo(self) -> None:
        """Take the last change back, and say that it was what was replaced only where nothing was changed since."""
        was_last = self._bridge.session.report is self._made_of_it
        if (change := self._bridge.undo()) is not None:
            what = changed_words(change, self._bridge.session.report.form)
            self._bar.say("已撤销替换" if was_last else f"已撤销最近一次改动：{what}")

    def _made(self, found: tuple[Hit, ...], words: str) -> bool:
        try:
            done = self._bridge.do(replaced(found, words))
        except CellError as error:
            self._bar.say(str(error))
            return False
        self._made_of_it = self._bridge.session.report
        self._bar.offer_undo()
        return bool(done)


def _behind(hit: Hit, done: Hit, length: int) -> bool:
    """Whether a place comes behind one that was replaced by so many characters."""
    return hit.section == done.section and hit.start >= done.start + length
