"""Deleted drafts whose versions are kept: brought back, or removed for good after a question."""

from datetime import datetime
from typing import TYPE_CHECKING

from model.files.problems import FileProblem

if TYPE_CHECKING:
    from gui.shell.opening import Opening
    from gui.shell.stage import Stage
    from model.drafts.library import Deleted


def bring_back(stage: "Stage", opening: "Opening", gone: "Deleted") -> None:
    """Put the newest version where the draft was, and open it."""
    try:
        opened = stage.library.bring_back(gone, datetime.now().astimezone())
    except FileProblem as problem:
        stage.tell(f"没能恢复：{problem}", "error")
        return
    path = opened.file.path
    opened.file.close()
    opening.open(path)


def remove_versions(stage: "Stage", gone: "Deleted") -> None:
    """Ask, and delete every version."""
    report = gone.draft.report

    def remove() -> None:
        try:
            stage.library.remove_versions(gone)
        except FileProblem as problem:
            stage.tell(f"没有删完：{problem}", "error")
        stage.show_start()

    words = f"{report.agency.name} {report.year} 年度报告的 {gone.versions} 份历史版本会从这台电脑上删掉，不能找回。"
    question = stage.question("彻底删除历史版本？", words, (("remove", "彻底删除"),), safe="cancel")
    question.answered.connect(lambda _answer: remove())
    question.open()
