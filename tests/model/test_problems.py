"""Trouble with files in words for the clerk."""

import errno

import pytest

from model.files import problems


@pytest.mark.parametrize(
    ("windows", "length", "said"), [(True, 260, "太长"), (True, 259, "不存在"), (False, 260, "不存在")]
)
def test_what_windows_calls_missing_may_be_too_long(
    windows: bool, length: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(problems, "_WINDOWS", windows)
    path = "C:\\" + "长" * (length - 3)
    assert said in problems.from_os_error(path, OSError(errno.ENOENT, "")).reason


def test_a_full_disk_is_a_full_disk_however_long_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(problems, "_WINDOWS", True)
    assert "磁盘空间不足" in problems.from_os_error("C:\\" + "长" * 300, OSError(errno.ENOSPC, "")).reason
