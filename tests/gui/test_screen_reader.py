"""A screen reader on the accessibility bus reads the real window: names, roles, values, and what changes."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

import pytest

from tests.gui.screen_reader import Event, Node, ScreenReader
from tests.tools import PATIENCE_S, lacking, need

ROOT = Path(__file__).parents[2]
SEED = ROOT / "tests" / "data" / "seed.nianbao"
SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
CELL = "本年新收 / 自然人"


@contextmanager
def ended(*call: str, **how: object) -> Iterator[subprocess.Popen[str]]:
    """A program that is ended afterwards."""
    started = subprocess.Popen(call, stdout=subprocess.PIPE, text=True, **how)  # type: ignore[call-overload]
    with started as process:
        try:
            yield process
        finally:
            process.terminate()


def line(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline().strip()


class Desk:
    """The window in a process of its own, and a reader beside it."""

    def __init__(self, window: subprocess.Popen[str], reader: ScreenReader) -> None:
        self._window, self.reader = window, reader
        self.program = reader.program("nianbao")

    def tell(self, word: str) -> list[Event]:
        """Have something done, and hear what is told of it."""
        self.reader.events()
        assert self._window.stdin is not None
        self._window.stdin.write(f"{word}\n")
        self._window.stdin.flush()
        assert line(self._window.stdout) == "done", word
        return self.reader.events()

    def hear(self, events: list[Event], wanted: Callable[[Event], bool]) -> None:
        """Wait until something wanted is among what was told; a busy machine takes its time."""
        end = time.monotonic() + PATIENCE_S
        while not any(wanted(event) for event in events):
            assert time.monotonic() < end, events[-20:]
            events += self.reader.events()

    def hear_focus(self, events: list[Event], begins: str) -> None:
        """Wait until the keyboard is told to be where the name begins so, and it is there."""
        self.hear(events, lambda event: event.detail == "focused" and self._has_focus(event.node, begins))

    def _has_focus(self, node: Node, begins: str) -> bool:
        with suppress(LookupError):  # it is gone by now
            return "focused" in self.reader.states(node) and self.reader.name(node).startswith(begins)
        return False

    def hear_name(self, events: list[Event], kind: str, begins: str, holds: str = "") -> None:
        """Wait until an event of a kind tells a name that begins so."""
        self.hear(
            events,
            lambda event: event.kind == kind and str(event.value).startswith(begins) and holds in str(event.value),
        )

    def seen(self, role: str) -> dict[str, Node]:
        """What is in sight of a role, by its name."""
        found = (node for node, _ in self.reader.seen(self.program) if self.reader.role(node) == role)
        return {self.reader.name(node): node for node in found}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The seed's report in the window, on a screen and a session bus of their own."""
    if not SERVICE.exists():
        lacking("at-spi2-core is not installed")
    home = tmp_path_factory.mktemp("reader")
    documents = home / "年报助手"
    documents.mkdir()
    shutil.copy(SEED, documents / "a.nianbao")
    around = {**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "GSETTINGS_BACKEND": "memory"}
    with ExitStack() as stack:
        screen = (need("Xvfb"), "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset")
        around |= {"DISPLAY": f":{line(stack.enter_context(ended(*screen)).stdout)}", "QT_QPA_PLATFORM": "xcb"}
        daemon = (need("dbus-daemon"), "--session", "--print-address=1", "--nofork")
        session = line(stack.enter_context(ended(*daemon, env=around)).stdout)
        around |= {"DBUS_SESSION_BUS_ADDRESS": session, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        reader = ScreenReader(session)
        stack.callback(reader.close)
        call = (sys.executable, "-m", "tests.gui.read_window", str(documents / "a.nianbao"), str(documents))
        how = {"env": around, "cwd": ROOT, "stdin": subprocess.PIPE}
        window = stack.enter_context(ended(*call, str(home / "data"), **how))
        assert line(window.stdout) == "done"
        yield Desk(window, reader)


def test_a_cell_is_read_with_its_place_and_figure_and_again_when_it_changes(desk: Desk) -> None:
    reader = desk.reader
    desk.hear_focus(desk.tell("cell"), f"{CELL}，")
    cell = next(node for name, node in desk.seen("cell").items() if name.startswith(CELL))
    assert {"focusable", "focused"} <= reader.states(cell)
    assert "read_only" not in reader.states(cell)
    (table,) = desk.seen("table")
    assert table.startswith("表三")
    desk.hear(desk.tell("type 37"), lambda event: event.node == cell and event.value == f"{CELL}，37")
    assert reader.name(cell) == f"{CELL}，37"
    desk.hear_focus(desk.tell("enter"), "上年结转 / 自然人，")


def test_what_is_found_is_told_and_read_whole(desk: Desk) -> None:
    for word in ("cell", "type 5", "enter", "cell"):  # what was done with: the column is even
        desk.tell(word)
    end = time.monotonic() + PATIENCE_S
    while [name for name in desk.seen("push button") if name.startswith("收到和处理申请，") and "错误" in name]:
        assert time.monotonic() < end
    events = desk.tell("type 41")
    desk.hear_name(events, "PropertyChange", "错误，表三 · 自然人，“自然人”一列不平。差")
    desk.hear_name(events, "PropertyChange", "收到和处理申请，", "错误")
    assert [name for name in desk.seen("panel") if name.startswith("错误，")]
    assert {"去看"} <= desk.seen("push button").keys()


def test_a_text_is_read_and_what_is_typed_into_it_is_told(desk: Desk) -> None:
    reader = desk.reader
    desk.hear_focus(desk.tell("overview"), "一、总体情况，正文")
    text = desk.seen("text")["一、总体情况，正文"]
    assert {"editable", "focusable", "focused"} <= reader.states(text)
    before = reader.text(text)
    assert before.startswith("2024年")
    desk.hear(desk.tell("type 7"), lambda event: event == Event(text, "TextChanged", "insert", "7"))
    assert len(reader.text(text)) == len(before) + 1


def test_a_dialog_is_told_with_its_name_and_gives_the_keyboard_back(desk: Desk) -> None:
    desk.tell("overview")
    events = desk.tell("settings")
    desk.hear_name(events, "Activate", "设置")
    desk.hear_focus(events, "关闭")
    radios, sliders = desk.seen("radio button"), desk.seen("slider")
    assert {"跟随系统", "浅色", "深色"} <= radios.keys()
    assert "缩放" in sliders
    desk.tell("close")
    desk.hear_focus(desk.tell("look"), "一、总体情况，正文")


@pytest.mark.parametrize("page", ["agency", "applications", "finish"])
def test_all_that_the_keyboard_reaches_has_a_name(desk: Desk, page: str) -> None:
    reader = desk.reader
    desk.tell(page)
    nameless = [
        (reader.role(node), node.path)
        for node, states in reader.seen(desk.program)
        if "focusable" in states and not reader.name(node).strip()
    ]
    assert nameless == []
