"""The scan of a signed sheet: a copy that stands beside the draft, under a name of its own."""

from itertools import count
from pathlib import Path

from model.files import atomic
from model.files.problems import FileProblem, from_os_error

SIZE_LIMIT = 100 * 1024 * 1024
"""The largest scan that is kept, in bytes."""
_LONGEST_SUFFIX = 10


def keep_scan(scan: Path, draft: Path, stem: str) -> Path:
    """Copy a scan beside a draft under a stem, and say where it is; nothing that is there is written over.

    Raises:
        FileProblem: it is too large, cannot be read, or cannot be copied; nothing is left behind then.
    """
    try:
        if scan.stat().st_size > SIZE_LIMIT:
            raise FileProblem(scan, f"扫描件超过 {SIZE_LIMIT // 1024 // 1024} MB，请换一个小些的")
        data = scan.read_bytes()
    except OSError as error:
        raise from_os_error(scan, error) from None
    suffix = scan.suffix.lower() if len(scan.suffix.encode()) <= _LONGEST_SUFFIX else ""
    names = (f"{stem}签批件{'' if number == 1 else f'（{number}）'}{suffix}" for number in count(1))
    path = next(path for path in map(draft.with_name, names) if not path.exists() and not path.is_symlink())

    def verify(written: Path) -> None:
        if written.read_bytes() != data:
            raise FileProblem(path, "复制后读回不一致，磁盘或共享文件夹可能有故障")

    try:
        atomic.write(path, data, verify=verify)
    except OSError as error:
        raise from_os_error(path, error) from None
    return path
