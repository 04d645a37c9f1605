"""彻底清除: what must not be kept and was taken out of the report is taken out of every kept copy as well."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from model.checks import CHECKS
from model.drafts.library import Library
from model.drafts.open_draft import DraftFile
from model.drafts.purge import Words
from model.files.problems import FileProblem
from model.report.report import TEXT_IDS
from model.session.session import Session

if TYPE_CHECKING:
    from model.drafts.library import Generation
    from model.report.report import Report

_EXPORTED = "以前导出的 Word、审签单里如果有，请删掉旧文件、重新导出。"


class Purging(QObject):
    """Knows which private words stood in an open report and are gone from it, but not from its earlier versions."""

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
        self._forget, self._save = forget, save
        self._seen: dict[str, None] = {}
        self.words: tuple[str, ...] = ()
        """The words that are gone from the report."""
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
        left = "、".join(f"“{path.name}”" for path in done.left)
        still = f"但{left}里还有，请打开它删去。" if left else ""
        kept = f"公布时的 {len(done.published)} 份原样没动。" if done.published else ""
        return f"{copies}，撤销记录也清空了。{kept}{still}{_EXPORTED}"

    def _tell(self) -> None:
        words = tuple(found for found in self._seen if not _holds(self._session.report, found))
        if words != self.words:
            self.words = words
            self.changed.emit()


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
