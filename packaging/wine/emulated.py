"""A Windows of one's own inside Wine: its own home, Windows 10, Chinese; nothing outside its folder is touched."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from screen import PATIENCE_S

STUBS = Path(__file__).with_name("stubs")
LOCALE = "zh_CN.UTF-8"
"""The host must have it, or Wine takes Chinese file names apart."""


class Windows:
    """One prefix; made when first used."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not be there yet."""
        self.folder = folder
        self.drive = folder / "prefix" / "drive_c"

    def make(self) -> None:
        """Make the prefix, with what Wine 8 lacks and Qt asks for."""
        if (self.folder / "ready").exists():
            return
        (self.folder / "home").mkdir(parents=True, exist_ok=True)
        if "zh_CN.utf8" not in _said("locale", "-a"):
            _said("localedef", "-i", "zh_CN", "-f", "UTF-8", LOCALE)
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win10")
        system = self.drive / "windows" / "system32"
        compiler = ("x86_64-w64-mingw32-gcc", "-shared", "-O2", "-s", "-w")
        subprocess.run([*compiler, "-o", system / "uisettings.dll", STUBS / "uisettings.c"], check=True)
        self.run("regedit", "/S", self.path(STUBS / "windows.reg"))
        self.settle()
        (self.folder / "ready").touch()

    def environment(self, extra: Mapping[str, str] | None = None) -> dict[str, str]:
        """What a program inside sees; its own variables may be added. The screen is only there when it is named."""
        own = {
            "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder / "home"),
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
            "LC_ALL": LOCALE,
        }
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
        return {**kept, **own, **(extra or {})}

    def run(
        self, *command: str | Path, timeout: float = PATIENCE_S, speaks: str = "utf-8", **extra: str
    ) -> tuple[int, str]:
        """Run a program to its end.

        Args:
            command: the program and its arguments.
            timeout: how long it may take, in seconds.
            speaks: how it encodes what it says; Windows' own programs use the system's code page, `gbk`.
            extra: environment variables for it.

        Returns:
            Its exit status and all that it said; always through a pipe, without which Python dies inside Wine.

        Raises:
            subprocess.TimeoutExpired: it took longer.
        """
        done = subprocess.run(
            [*_wine(), *map(str, command)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environment(extra),
            timeout=timeout,
            check=False,
        )
        return done.returncode, done.stdout.decode(speaks, "replace")

    def start(self, *command: str | Path, **extra: str) -> "subprocess.Popen[bytes]":
        """Start a program and leave it running."""
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen([*_wine(), *map(str, command)], env=self.environment(extra), **quiet)  # type: ignore[call-overload,no-any-return]

    def path(self, path: Path) -> str:
        """A path of the host as a program inside knows it."""
        inside = path.resolve()
        if inside.is_relative_to(self.drive.resolve()):
            return "C:\\" + str(inside.relative_to(self.drive.resolve())).replace("/", "\\")
        return "Z:" + str(inside).replace("/", "\\")

    def settle(self) -> None:
        """Wait until no program runs inside."""
        subprocess.run(["wineserver", "-w"], env=self.environment(), check=False, timeout=PATIENCE_S)

    def stop(self) -> None:
        """End every program inside this Windows."""
        subprocess.run(["wineserver", "-k"], env=self.environment(), check=False, timeout=PATIENCE_S)


def _wine() -> tuple[str, ...]:
    return (shutil.which("wine") or "wine",)


def _said(*command: str) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
