"""The emulated computer of a clerk: her folders, the installed program, its registry, its window."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
sys.path.append(str(HERE.parents[1]))
import bundle
from emulated import Windows
from screen import PATIENCE_S, Screen

if TYPE_CHECKING:
    import subprocess

TITLE = "年报助手"
HOME, PROGRAM = "C:\\Users\\张三", "C:\\Users\\张三\\我的 文档\\程序 一"
FOLDERS = {
    "Personal": "\\我的 文档",
    "Local AppData": "\\AppData\\Local",
    "AppData": "\\AppData\\Roaming",
    "Desktop": "\\桌面",
}
SHELL = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders"
UNINSTALL = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\nianbao"
CLASSES = "HKCU\\Software\\Classes"
CELL, FIGURE = "applications.received.enterprise", 17


class Desk:
    """One emulated Windows, one screen, and the packages."""

    def __init__(self, windows: Windows, shown: Screen, scratch: Path) -> None:
        """Use them; what is made on the way goes into a scratch folder."""
        self.windows, self.screen, self.scratch = windows, shown, scratch
        self.installed = self.host(PROGRAM)
        self.draft = self.host(f"{HOME}\\我的 文档\\年报助手\\水务局 2025.nianbao")

    def host(self, path: str) -> Path:
        """Where a path of the C: drive is on the host."""
        return self.windows.drive / path.removeprefix("C:\\").replace("\\", "/")

    def run(self, program: Path, *arguments: str) -> tuple[int, str]:
        """Run a program to its end, on the screen."""
        return self.windows.run(program, *arguments, DISPLAY=self.screen.name)

    def registry(self, key: str, name: str = "") -> str:
        """A value; empty where there is none."""
        status, said = self.windows.run("reg", "query", key, *(("/v", name) if name else ("/ve",)), speaks="gbk")
        return said.split("REG_SZ", 1)[1].strip() if status == 0 and "REG_SZ" in said else ""

    def open(self, draft: Path, program: Path | None = None) -> "subprocess.Popen[bytes]":
        """Start the program with a draft, as the file's kind says, and wait for its window."""
        started = self.windows.start(
            program or self.installed / "nianbao.exe", self.windows.path(draft), DISPLAY=self.screen.name
        )
        self.screen.wait_for(f"年度报告 — {TITLE}")
        self.screen.focus(TITLE)
        self.screen.settle()
        return started

    def close(self, running: "subprocess.Popen[bytes]") -> None:
        """Close the window; the program must end by itself and without trouble."""
        self.screen.keys("alt+F4")
        expect(running.wait(PATIENCE_S), 0)

    def figure(self) -> object:
        """The typed figure as the draft has it on the disk."""
        try:
            return json.loads(self.draft.read_text("utf-8"))["numbers"].get(CELL)
        except (OSError, ValueError):  # it is being replaced
            return None

    def package(self, ending: str) -> Path:
        """A package that was built."""
        (found,) = (bundle.ROOT / "dist").glob(f"*{ending}")
        return found


def expect(found: object, wanted: object) -> None:
    """Two values must be the same.

    Raises:
        SystemExit: they are not.
    """
    if found != wanted:
        raise SystemExit(f"found {found!r} instead of {wanted!r}")
