"""彻底清除: what must not be kept and was taken out of the report is taken out of every kept copy as well."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from gui.services.window_thread import call_soon_threadsafe
from gui.services.worker import Worker
from gui.session.kept_words import Kept, every_kind, exported_with, kept_words, named
from model.checks import CHECKS
from model.drafts.exported import Exported
from model.drafts.file_names import report_stem
from model.drafts.library import Library
from model.drafts.open_draft import DraftFile
from model.drafts.purge import Words
from model.files.problems import FileProblem
from model.report.report import TEXT_IDS
from model.session.session import Session

if TYPE_CHECKING:
    from concurrent.futures import Future

    from model.drafts.library import Generation
    from model.report.report import Report


class _Asked(NamedTuple):
    """What is looked for on the disk: where, and which words."""

    file: DraftFile
    stem: str
    exports: tuple[Exported, ...]
    words: tuple[str, ...]


class Purging(QObject):
    """Knows which private words stood in an open report and are gone from it, but not from what is kept of it."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        file: DraftFile,
        forget: Callable[[str], object],
        save: Callable[[], str | None],
        parent: QObject,
    ) -> None:
        """Begin to watch a session; `look` at it again whenever the checks have run.

        Args:
            session: the session.
            file: the draft's file, and where the program's own data are.
            forget: drops every step that could be undone, and the answers that quote some words.
            save: saves and waits for it; gives the line for the clerk when that fails.
            parent: the owner.
        """
        super().__init__(parent)
        self._session, self._path, self._data = session, file.path, file.data
        self._file, self._again = file, False
        self.looking = False
        """Whether it is being looked what holds them."""
        self._forget, self._save = forget, save
        self._seen: dict[str, None] = {}
        self.words: tuple[str, ...] = ()
        """The words that are gone from the report and that something on the disk holds."""
        self.kept: dict[str, Kept] = {}
        """What holds them."""
        self.look()

    def look(self) -> None:
        """Note what the checks have found."""
        for finding in self._session.findings:
            if CHECKS[finding.check].private and finding.quote and _can_be_purged(finding.quote):
                self._seen[finding.quote] = None
        self._tell()

    def leave(self, words: str) -> None:
        """Speak of some words no more."""
        self._seen.pop(words, None)
        self._tell()

    def published(self, words: str) -> tuple["Generation", ...]:
        """The copies of what was published that hold some words."""
        return Library(self._path.parent, self._data).holds_published(self._path, words)

    def purge(self, words: str, *, published: bool = False) -> str:
        """Take words out of every earlier version and out of the undo history; what came of it, in a line.

        Args:
            words: what must be gone.
            published: whether copies of what was published are purged too.
        """
        self._forget(words)
        if trouble := self._save():
            return f"还没有清除：{trouble}"
        try:
            done = Library(self._path.parent, self._data).purge(self._path, words, published=published)
        except FileProblem as problem:
            return f"没有清完：{problem.reason}。请再按一次“彻底清除”。"
        self.leave(words)
        copies = f"已从 {done.copies} 份历史版本里清除" if done.copies else "历史版本里没有这段文字"
        still = f"但{named(done.left)}里还有，请打开它删去。" if done.left else ""
        written = exported_with(self._file, self._stem, self._session.exports, words)
        old = f"{named(written)}里还有，请删掉旧文件、重新导出。" if written else ""
        kept = f"公布时的 {len(done.published)} 份原样没动。" if done.published else ""
        return f"{copies}，撤销记录也清空了。{kept}{still}{old}{elsewhere()}"

    @property
    def _stem(self) -> str:
        return report_stem(self._session.report.agency.name, self._session.report.year)

    def _tell(self) -> None:
        """Tell of the words that something holds; what is new is looked for in a thread."""
        gone = self._gone()
        self._show({words: kept for words, kept in self.kept.items() if words in gone})
        if self.looking:
            self._again = True
        elif gone:
            self.looking, worker = True, Worker("kept words")
            looked = worker.submit(_look, _Asked(self._file, self._stem, self._session.exports, gone))
            looked.add_done_callback(call_soon_threadsafe(self._collect))
            worker.shutdown(wait=False)

    def _gone(self) -> tuple[str, ...]:
        return tuple(found for found in self._seen if not _holds(self._session.report, found))

    def _collect(self, looked: "Future[dict[str, Kept]]") -> None:
        self.looking, again, self._again = False, self._again, False
        gone = self._gone()
        if not looked.exception():
            self._show({words: kept for words, kept in looked.result().items() if words in gone})
        if again:
            self._tell()

    def _show(self, kept: dict[str, Kept]) -> None:
        if kept != self.kept:
            self.kept, self.words = kept, tuple(kept)
            self.changed.emit()


def elsewhere() -> str:
    """What is to be done with files that were written and that the program does not know of, of every kind."""
    return f"写到别处的文件（{every_kind()}）里如果有，也请删掉旧文件、重新导出。"


def _look(asked: _Asked) -> dict[str, Kept]:
    """In a thread: which words are held, and by what."""
    found = ((words, kept_words(asked.file, asked.stem, asked.exports, words)) for words in asked.words)
    return {words: kept for words, kept in found if kept.words}


def _can_be_purged(words: str) -> bool:
    try:
        Words(words)
    except ValueError:
        return False
    return True


def _holds(report: "Report", words: str) -> bool:
    """Whether the words stand anywhere in what the clerk has written, however spaced."""
    wanted = Words(words)
    posted = {channel: each.given_by for channel, each in report.posts.items()}
    private = (report.remarks, report.given_by, report.as_typed, posted)
    written = [report.title or "", *(report.text[text_id] for text_id in TEXT_IDS), *report.notes.values()]
    return any(wanted.are_in(text) for text in (*written, *(text for words in private for text in words.values())))
