"""Many files in one call: one bad file costs one line, the start is paid once, and each new file has its own name."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cli.status import DONE, UNUSABLE, OutputError, inner_trouble
from cli.terminal import output, progress
from model.files.problems import FileProblem, from_os_error


def each(
    files: Sequence[Path],
    work: Callable[[Path], int],
    refused: Callable[[Path, FileProblem], None] = lambda _path, _problem: None,
) -> int:
    """Work on each file, and give the worst exit status.

    Args:
        files: the files.
        work: works on one and gives its status.
        refused: told of each file that could not be used, after the line on standard error.
    """
    status = DONE
    with _one_reader(files):
        for number, path in enumerate(files, 1):
            _show_progress(number, len(files), path)
            try:
                status = max(status, _guarded(work, path))
            except FileProblem as problem:
                output.complain(problem)
                refused(path, problem)
                status = UNUSABLE
    return status


def _show_progress(number: int, of: int, path: Path) -> None:
    if of == 1:
        return
    progress.show(number, of, path.name)


def _guarded(work: Callable[[Path], int], path: Path) -> int:
    """Work on a file; a mistake of the program is said of this file and does not stop the others.

    Raises:
        FileProblem: the file cannot be used.
    """
    try:
        return work(path)
    except (FileProblem, BrokenPipeError, OutputError):
        raise
    except Exception as error:  # noqa: BLE001 - the other files are still worked on
        raise FileProblem(path, inner_trouble(error)) from None


@contextmanager
def _one_reader(files: Sequence[Path]) -> Iterator[None]:
    """One process for all files that are read in a process of their own."""
    if len(files) == 1:
        yield
        return
    from importers import child

    with child.kept():
        yield


def distinct(files: Sequence[Path]) -> list[Path]:
    """The files without those that were named before, however they were written."""
    named = {os.path.normcase(os.path.abspath(path)): path for path in reversed(files)}  # noqa: PTH100 - asks no disk
    return list(named.values())[::-1]


FOLDER_HINT = "；要写进文件夹，请在后面加上 /"
"""What is added where the name that was given ends as a folder's would, and there is none."""


class Target:
    """Where the new files go: the one that was named, or a folder with a name for each."""

    def __init__(self, output_said: str, sources: Sequence[Path], suffixes: Sequence[str]) -> None:
        """Decide which of the two it is; the folder is made when the first file is to be written.

        Args:
            output_said: as the clerk wrote it.
            sources: the files that are read.
            suffixes: how names of new files end.

        Raises:
            FileProblem: it can be neither.
        """
        self.path = Path(output_said)
        self._given: dict[str, Path] = {}
        ends_as_folder = output_said.endswith(("/", os.sep))
        self.is_folder = len(sources) > 1 or ends_as_folder or self.path.is_dir()
        if not self.is_folder:
            return
        if self.path.is_file() or (self.path.suffix.lower() in suffixes and not self.path.is_dir()):
            raise FileProblem(self.path, "要写多个文件，-o 后面请写文件夹")

    def name(self, source: Path, stem: str, suffix: str) -> Path:
        """The new file for a source; in a folder it is named after the report, and no two of a call get one name.

        Raises:
            FileProblem: another file of this call has the same agency and year, or the folder cannot be made.
        """
        if not self.is_folder:
            return self.path
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os_error(self.path, error) from None
        path = self.path / f"{stem}{suffix}"
        before = self._given.setdefault(path.name.casefold(), source)
        if before != source:
            raise FileProblem(source, f"与“{before.name}”是同一机关同一年的，没有再写“{path.name}”")
        return path


def refuse_taken(path: Path, source: Path, *, replace: bool) -> None:
    """Refuse a name that is the source's own, or that is taken.

    Raises:
        FileProblem: as said.
    """
    if not path.exists():
        return
    if source.exists() and path.samefile(source):
        raise FileProblem(path, "不能写在来源文件上，请换一个文件名")
    if not replace:
        raise FileProblem(path, "文件已存在，请换一个文件名，或加 --force 覆盖")
