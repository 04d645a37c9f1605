"""What a frozen program weighs: its parts, largest first, and the whole."""

import sys
from collections import Counter
from pathlib import Path

SHOWN = 25
MB = 1_000_000


def table(folder: Path) -> str:
    """The largest files, every group and the whole, in megabytes of 1,000,000 bytes."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    files = {path.relative_to(folder): path.stat().st_size for path in found}
    groups: Counter[str] = Counter()
    for path, size in files.items():
        groups[_group(path)] += size
    largest = sorted(files.items(), key=lambda item: -item[1])[:SHOWN]
    lines = [f"{size / MB:8.2f}  {path}" for path, size in largest]
    lines += ["", *(f"{size / MB:8.2f}  {group}" for group, size in groups.most_common())]
    return "\n".join([*lines, "", f"{sum(files.values()) / MB:8.2f}  {len(files)} files"])


def _group(path: Path) -> str:
    inside = path.parts[1:] if path.parts[0] == "_internal" else path.parts
    return "the program itself" if len(inside) == 1 and "." not in inside[0] else inside[0]


if __name__ == "__main__":
    print(table(Path(sys.argv[1])))
