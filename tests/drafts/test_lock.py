"""One writer a draft, and no dead one."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.library import Library
from model.files import lock
from model.files.lock import Lock, Taken, present_holder
from model.report.report import Agency, new_report
from tests.disks import held_open

NOW = datetime(2025, 1, 9, 10, 42, tzinfo=UTC)


def test_a_lock_is_taken_once_and_says_by_whom(tmp_path: Path) -> None:
    file = tmp_path / "locks" / "a.lock"
    holder = present_holder(tmp_path / "某局.nianbao", NOW)
    first = Lock(file, holder)
    with pytest.raises(Taken) as refused:
        Lock(file, holder)
    assert refused.value.holder == holder
    assert "1月9日 10:42 起" in str(refused.value)
    assert lock.note(file) == holder
    with lock.glance(file) as free:
        assert not free
    lock.forget(file)
    assert lock.note(file) == holder
    first.release()
    first.release()
    assert lock.note(file) is None
    Lock(file, holder).release()


def test_a_note_that_cannot_be_read_is_no_holder(tmp_path: Path) -> None:
    file = tmp_path / "a.lock"
    for content in (b"", b"{", b"[]", b"{}", b"\xff", b'{"path": "a", "since": "morgen"}'):
        file.write_bytes(content)
        assert lock.note(file) is None
    with lock.glance(tmp_path / "none.lock") as free:
        assert free


def test_a_killed_process_gives_its_draft_free_and_leaves_a_note(tmp_path: Path) -> None:
    path, data = tmp_path / "某局.nianbao", tmp_path / "data"
    draft.save(Draft(new_report(2024, Agency("某局"))), path, NOW)
    library = Library(tmp_path, data)
    with held_open(path, data) as process:
        second = library.open(path, NOW)
        assert second.read_only
        assert second.holder is not None
        assert second.holder.process == process.pid
        assert second.holder.host == os.uname().nodename
        assert not library.leftovers()
        process.kill()
        process.wait()
        (left,) = library.leftovers()
        assert (left.path, left.crashed, left.saved_at, left.copy) == (path, True, NOW, None)
        third = library.open(path, NOW)
        assert not third.read_only
        assert not library.leftovers()
        third.file.close(NOW)
        assert not library.leftovers()
