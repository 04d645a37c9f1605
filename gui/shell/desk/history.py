"""历史版本: looked at beside the present draft, and put back whole or in part, as a step that can be undone."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gui.dialogs.desk.versions import VersionsDialog
from gui.services.moments import moment_words
from model.desk.differences import parts
from model.drafts import saved_words
from model.drafts.draft import load
from model.drafts.history import Generation
from model.files.problems import FileProblem, from_os_error
from model.form.form import CellError
from model.report.change import WHOLE
from model.report.report import Report
from model.session.earlier import take_parts, take_whole

if TYPE_CHECKING:
    from gui.shell.opening import Opening
    from gui.shell.stage import Stage
    from gui.shell.wizard import Wizard
    from model.drafts.library import Library


_KEEPING = "正在先留下现在的内容…"
_OPENING = "正在打开历史版本…"


def show_versions(stage: "Stage", opening: "Opening", path: Path) -> None:
    """The earlier versions of a draft, whether it is open or not."""
    wizard = opened_at(stage, path)
    file = wizard.bridge.file if wizard else None
    present: Report | None
    try:
        if wizard is not None and file is not None:
            present, generations = wizard.bridge.session.report, file.history.generations()
        else:
            present, generations = stage.waiting.apart(_OPENING, path, partial(_versions, stage.library, path))
    except FileProblem as problem:
        stage.tell(f"“{path.name}”的历史版本没有打开：{problem.reason}", "error", path)
        return
    fixed = wizard is not None and wizard.bridge.session.read_only
    name = wizard.name if wizard else path.stem
    dialog = VersionsDialog(name, generations, present, stage.over, fixed=fixed)

    def restore(generation: Generation, part: str = "") -> None:
        put_back(stage, opening, path, generation.path, part)

    dialog.looked_at.connect(lambda generation: opening.open(generation.path))
    dialog.restored.connect(restore)
    dialog.part_restored.connect(restore)
    dialog.open()


def put_back(stage: "Stage", opening: "Opening", path: Path, version: Path, part: str = "") -> None:
    """Put a version, or one part of it, into a draft, opened for it if need be.

    A draft that cannot be read, or is on another form, is replaced by the version as a file.
    """
    try:
        earlier = load(version)
    except FileProblem as problem:
        stage.tell(f"没有恢复：这个版本{problem.reason}", "error", path)
        return
    at = moment_words(earlier.saved_at) if earlier.saved_at else ""
    wizard = opened_at(stage, path)
    try:
        now = wizard.bridge.session.report if wizard else stage.waiting.apart(_OPENING, path, partial(_read, path))
    except FileProblem as problem:
        stage.tell(f"没有恢复：{problem.reason}", "error", path)
        return
    if wizard is None and (now is None or now.form.id != earlier.report.form.id):
        opening.open(path, version)
        return
    name = next((found.name for found in parts(now, earlier.report) if found.id == part), "") if now else ""
    become(stage, opening, path, earlier.report, saved_words.put_back(at, name), (part,) if part else ())


def become(  # noqa: PLR0913, PLR0917 - what, where, and what is said
    stage: "Stage", opening: "Opening", path: Path, other: Report, said: str, of: Sequence[str] = ()
) -> bool:
    """Put another state of a report into a draft as one step, after what is there is kept; says whether it is done.

    Args:
        stage: where reports are shown.
        opening: what opens the draft if need be.
        path: the draft.
        other: the other state.
        said: what is said when it is done.
        of: the parts that are taken from it; without any, all.
    """
    wizard = opened_at(stage, path)
    if wizard is None and opening.open(path):
        wizard = opened_at(stage, path)
    if wizard is None:
        return False
    if wizard.bridge.session.read_only:
        wizard.say("这份年报现在只能查看，没有改动。")
        return False
    return _kept(stage, wizard) and _done(wizard, lambda: _do(wizard, other, of), said)


def opened_at(stage: "Stage", path: Path) -> "Wizard | None":
    """The open report, when it is the draft of that place."""
    wizard = stage.report
    return wizard if wizard is not None and wizard.path == path else None


def _do(wizard: "Wizard", other: Report, of: Sequence[str]) -> bool:
    """Take it, and show the place of a part where the report is in sight already."""
    change = wizard.bridge.do(take_parts(other, of) if of else take_whole(other))
    if change and change.place is not None and change.place.section != WHOLE and wizard.is_shown:
        wizard.go(change.place)
    return bool(change)


def _kept(stage: "Stage", wizard: "Wizard") -> bool:
    """Keep what the draft holds now among its versions, or beside it; where neither works nothing is replaced."""
    trouble, file = wizard.bridge.save_now(), wizard.bridge.file
    if trouble or file is None:
        wizard.say(trouble or "这份年报没有自己的文件，没有改动。")
        return False
    try:
        stage.waiting.apart(_KEEPING, file.path, partial(file.keep_present, datetime.now().astimezone()))
    except (OSError, FileProblem) as error:
        reason = error.reason if isinstance(error, FileProblem) else from_os_error(file.path, error).reason
        wizard.say(f"没有恢复：现在的内容没能先留一份（{reason}）")
        return False
    return True


def _done(wizard: "Wizard", do: Callable[[], bool], said: str) -> bool:
    try:
        changed = do()
    except CellError as error:
        wizard.say(str(error))
        return False
    trouble = wizard.bridge.save_now() if changed else None
    wizard.say_when_shown(trouble or (said if changed else "内容本来就相同，没有改动。"))
    return True


def _versions(library: "Library", path: Path) -> "tuple[Report | None, tuple[Generation, ...]]":
    """In a thread: what a draft that is not open holds, and its versions."""
    return _read(path), library.generations(path)


def _read(path: Path) -> Report | None:
    with suppress(FileProblem):
        return load(path).report
    return None
