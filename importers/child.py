"""Reading files in a process of its own, which can be ended: for kinds whose libraries know no bounds.

The process is this program again, so that it also works in a frozen program. It is isolated: no folder of the user's is
on its module path, and its working folder is a new one, removed afterwards. It bounds its own memory, the processor
time of each file and what it writes. It is asked by a line on its standard input, `[task, source, target]`, and answers
with a status once the blocks stand in the target; when its input ends, it ends.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Event, Thread, local

from importers import in_child
from importers.document.blocks import Document
from importers.refused import CANCELLED, DAMAGED, TOO_LONG, TOO_MUCH, Refused
from model.files.problems import from_os_error

ARGUMENT = "--read-file-in-child"
"""The hidden first argument of the command line of a frozen program."""
PATIENCE = 300
"""How many seconds the process may take for one file on a busy machine; the clerk can cancel before."""
NO_START = "读取这种文件要另开一个进程，这次没有开成（{}）。请关闭一些程序后再试"
NO_ROOM = "读取时写不了临时文件：{}"
KILLED = "读取被系统中止了，多半是电脑内存不够。请关闭一些程序后再试"
CRASHED = "读取这份文件的程序意外中止（{}），文件可能有损坏。请用 Word 或 WPS 打开它，另存为 .docx 后再试"
IMPATIENT = "等了五分钟还没有读完，电脑可能太忙。请关闭一些程序后再试"
_OUT_OF_TIME_ON_WINDOWS = 1816
_WAIT = 0.05
_ROOT = Path(__file__).parents[1]

_this_thread = local()


def read(kind: str, data: bytes, stop: Event | None = None) -> Document:
    """Read a file's content in a process of its own.

    Args:
        kind: an id of `importers.formats.kinds`.
        data: the content.
        stop: set by another thread to give up.

    Raises:
        Refused: the file cannot be read, or the process ended; the reason is the true one.
    """
    if in_child.is_bounded.is_set():
        return in_child.content_of(kind, data)
    from importers.document import packed

    return packed.loads(answer(kind, data, stop))


def answer(task: str, data: bytes, stop: Event | None = None) -> bytes:
    """Let a process of its own do a task of `importers.tasks` on a file's content, and give its answer; see `read`."""
    if not getattr(_this_thread, "keeps", False):
        with closing(_Child()) as child:
            return child.answer(task, data, stop)
    return _kept_child().answer(task, data, stop)


@contextmanager
def kept() -> Iterator[None]:
    """Within it, one process reads all files of this thread, so that its start is paid once; one that dies is replaced.

    A file could so meet what another one did to the process: all of them are files that one call was given to read.
    Within another one it changes nothing.
    """
    if getattr(_this_thread, "keeps", False):
        yield
        return
    _this_thread.keeps, _this_thread.child = True, None
    try:
        yield
    finally:
        child, _this_thread.keeps, _this_thread.child = _this_thread.child, False, None
        if child is not None:
            child.close()


def _kept_child() -> "_Child":
    child: _Child | None = _this_thread.child
    if child is not None and child.is_alive:
        return child
    if child is not None:
        child.close()
    _this_thread.child = None
    child = _this_thread.child = _Child()
    return child


class _Child:
    """The process, seen from the program."""

    def __init__(self) -> None:
        try:
            self._folder = TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True)
        except OSError as error:
            raise Refused(NO_ROOM.format(from_os_error("", error).reason)) from None
        try:
            self._process = _start(self._folder.name)
        except OSError as error:
            self._folder.cleanup()
            raise Refused(NO_START.format(error.strerror or error)) from None
        self._answers: SimpleQueue[bytes] = SimpleQueue()
        Thread(target=self._listen, name="child", daemon=True).start()

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def answer(self, task: str, data: bytes, stop: Event | None) -> bytes:
        source, target = Path(self._folder.name) / "source", Path(self._folder.name) / "answer"
        try:
            source.write_bytes(data)
            status = self._ask(f"{json.dumps([task, str(source), str(target)])}\n".encode(), stop)
            answer = _content(target) if status in (in_child.READ, in_child.REFUSED) else b""
        except OSError as error:
            raise Refused(NO_ROOM.format(from_os_error("", error).reason)) from None
        if status == in_child.READ:
            return answer
        if status == in_child.NO_ROOM:
            raise Refused(NO_ROOM.format("磁盘空间不足，请清理后再试"))
        raise Refused(TOO_MUCH if status == in_child.MUCH else answer.decode("utf-8", "replace") or DAMAGED)

    def close(self) -> None:
        """End the process, whatever it does, and remove its folder."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if stream is not None:
                    stream.close()
        self._folder.cleanup()

    def _ask(self, question: bytes, stop: Event | None) -> int:
        """The status of the answer; a process that gives none is ended.

        Raises:
            Refused: there is no answer, or none is wanted any more.
        """
        assert self._process.stdin is not None
        with suppress(BrokenPipeError, OSError):  # it has ended: why is told below
            self._process.stdin.write(question)
            self._process.stdin.flush()
        end = time.monotonic() + PATIENCE
        while True:
            try:
                answer = self._answers.get(timeout=_WAIT)
            except Empty:
                if (stop is not None and stop.is_set()) or time.monotonic() > end:
                    self.close()
                    raise Refused(CANCELLED if stop is not None and stop.is_set() else IMPATIENT) from None
                continue
            if not answer.strip().isdigit():
                self._process.kill()
                raise Refused(why_ended(self._process.wait()))
            return int(answer)

    def _listen(self) -> None:
        """Hand on the answers line by line, and last an empty one; in a thread, as Windows cannot wait for a pipe."""
        stream = self._process.stdout
        assert stream is not None
        with suppress(ValueError, OSError):  # it was closed
            for line in stream:
                self._answers.put(line)
        self._answers.put(b"")


def _start(folder: str) -> "subprocess.Popen[bytes]":
    return start(_program(), folder)


def start(program: Sequence[str], folder: str) -> "subprocess.Popen[bytes]":
    """Start a process that is asked on its standard input, works in a folder of its own, and says nothing else.

    Raises:
        OSError: it cannot be started.
    """
    return subprocess.Popen(  # noqa: S603 - this very program
        program,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), folder)},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _program() -> list[str]:
    return program(ARGUMENT, in_child.__name__)


def program(argument: str, module: str) -> list[str]:
    """How a module's `main` is run as a process: isolated, and in a frozen program by a hidden argument."""
    if getattr(sys, "frozen", False):
        return [sys.executable, argument]
    code = f"import sys; sys.path.append({str(_ROOT)!r}); from {module} import main; sys.exit(main())"
    return [sys.executable, "-I", "-X", "utf8", "-c", code]


def why_ended(status: int) -> str:
    """Why a process ended without an answer, by its exit status."""
    if status in (-getattr(signal, "SIGXCPU", 0) or None, _OUT_OF_TIME_ON_WINDOWS):
        return TOO_LONG
    if status == -getattr(signal, "SIGKILL", 0):
        return KILLED
    return CRASHED.format(f"信号 {-status}" if status < 0 else f"状态 {status}")


def _content(target: Path) -> bytes:
    with target.open("rb") as stream:
        answer = stream.read(in_child.LARGEST_ANSWER + 1)
    if len(answer) > in_child.LARGEST_ANSWER:
        raise Refused(TOO_MUCH)
    return answer
