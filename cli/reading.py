"""Files that a call is given, read as the window reads them."""

from pathlib import Path

from cli import output
from importers.any_file import AnyFile, any_file


def read(path: Path) -> AnyFile:
    """A draft, or a report of any kind; what was taken out of a draft is said, and the file keeps it.

    Raises:
        FileProblem: it is neither, or cannot be read.
    """
    found = any_file(path)
    for words in found.remarks:
        output.complain(f"{path}：{words}；文件没有改动")
    return found
