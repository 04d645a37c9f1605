"""What went wrong with a file, in words for the clerk: which file, what, and what to do."""

import errno
import sys
from pathlib import Path

_REASONS = {
    errno.ENOENT: "文件或文件夹不存在，请检查路径",
    errno.EISDIR: "这是一个文件夹，请指定文件",
    errno.ENOTDIR: "路径中有一段不是文件夹，请检查路径",
    errno.EACCES: "没有权限，或文件正被其他程序打开；请关闭打开它的程序，或换一个位置",
    errno.EPERM: "没有权限，或文件正被其他程序打开；请关闭打开它的程序，或换一个位置",
    errno.EROFS: "文件或所在磁盘是只读的，请取消只读或换一个位置",
    errno.ENOSPC: "磁盘空间不足，请清理后再试，或换一个位置",
    errno.EDQUOT: "磁盘空间不足，请清理后再试，或换一个位置",
    errno.EFBIG: "磁盘空间不足，请清理后再试，或换一个位置",
    errno.ENAMETOOLONG: "文件名或路径太长，请缩短后再试",
    errno.EIO: "磁盘读写出错，请换一个位置并检查磁盘",
}
_WINDOWS = sys.platform == "win32"
_LONGEST_ON_WINDOWS = 259
"""The most characters of a path, unless the machine was told otherwise; Windows calls a longer one missing."""


class FileProblem(Exception):  # noqa: N818
    """A file cannot be used; `str()` is one line that names the file, the place in it and the remedy."""

    def __init__(self, path: Path | str, reason: str) -> None:
        """Keep the file and the reason.

        Args:
            path: the file as the user named it.
            reason: what is wrong, where, and what to do; one line.
        """
        super().__init__(" ".join(f"{path}：{reason}".splitlines()))
        self.path = path
        self.reason = reason


class Unreachable(FileProblem):
    """The file may be whole, but cannot be got at: no rights, open elsewhere, a disk that fails, nothing there."""

    def __init__(self, path: Path | str, reason: str, *, missing: bool = False) -> None:
        """Keep the file and the reason, and whether there is nothing of that name."""
        super().__init__(path, reason)
        self.missing = missing


def from_os_error(path: Path | str, error: OSError) -> Unreachable:
    """The same trouble in words for the clerk."""
    code = error.errno or 0
    if _WINDOWS and code in (errno.ENOENT, errno.EINVAL) and len(str(path)) > _LONGEST_ON_WINDOWS:
        code = errno.ENAMETOOLONG
    reason = _REASONS.get(code, f"无法读写（{error.strerror or error}），请换一个位置再试")
    return Unreachable(path, reason, missing=code in (errno.ENOENT, errno.ENOTDIR))
