"""Tries the package for a processor that this machine does not have, under qemu: no such computer is touched.

`python packaging/cross/try_package.py [--arch arm64] [--pictures FOLDER]`, with the program's source beside it, after
the package is built. The package and all that it says it depends on is installed below a folder, by that system's own
dpkg; what the program does there is compared with what it does here. The first step that does not hold ends it.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import bundle
import fcitx
import glibc
import processors
from debian import Archive
from emulated import Emulated
from screen import screen, wait
from tree import RELEASE

SYSTEM = ("dash", "dpkg", "coreutils", "diffutils", "tar", "libc-bin", "fonts-noto-cjk")
"""What installs a package, and Chinese letters."""
SAMPLES = ("import/02_lo_saved.docx", "import/02_lo_saved.doc", "import/18a_one_sheet.xlsx", "reading/ruled.pdf")
_NAMED = ("--year", "2024", "--agency", "某局")
"""For the files that do not say it themselves."""
OUTPUTS = tuple(f"export.{kind}" for kind in ("docx", "html", "xlsx", "pdf"))
SHEETS = tuple(f"sheet.{kind}" for kind in ("docx", "html", "pdf"))
PATIENCE_S = 3600
"""How long the window may take; on a busy machine much is many times as slow again as qemu makes it."""
TITLE = "年度报告 — 年报助手"
DRAFT = bundle.ROOT / "resources" / "sample.nianbao"


class Trial:
    """The steps, in a folder that both systems see."""

    def __init__(self, package: Path, system: Emulated, folder: Path, pictures: Path | None) -> None:
        """Do nothing yet."""
        self._package, self._system, self._folder, self._pictures = package, system, folder, pictures

    def run(self) -> None:
        """All steps, each with how long it took."""
        for step in (self.install, self.test_itself, self.read, self.write, self.show):
            begun = time.monotonic()
            step()
            print(f"ok  {step.__doc__} ({time.monotonic() - begun:.0f} s)", flush=True)

    def install(self) -> None:
        """The system's own dpkg installs the package, with all that it depends on there."""
        (self._system.root / "var" / "log").mkdir(parents=True, exist_ok=True)
        self._there("dpkg", "--install", self._package)

    def test_itself(self) -> None:
        """The installed program tests itself, with its window."""
        print(self._there("nianbao", "self-test"), end="")

    def read(self) -> None:
        """Word, old Word, Excel and PDF are read as they are here."""
        for name in SAMPLES:
            source = self._folder / Path(name).name
            shutil.copy(bundle.ROOT / "tests" / "data" / name, source)
            found = [source.with_name(f"{source.name}.{place}.nianbao") for place in ("there", "here")]
            for call, target in zip((self._there, self._here), found, strict=True):
                call("nianbao", "import", source, *_NAMED, "-o", target)
            self._here("nianbao", "compare", *found)

    def write(self) -> None:
        """Every output is written, and is what the draft says by the program here."""
        draft = self._folder / DRAFT.name
        shutil.copy(DRAFT, draft)
        for name in (*OUTPUTS, *SHEETS):
            target = self._folder / name
            self._there("nianbao", target.stem, draft, "-o", target, "--today", "2026-01-10")
            if name in OUTPUTS:
                self._here("nianbao", "verify", target, "--draft", draft)

    def show(self) -> None:
        """The window comes on a screen, and Qt has loaded the part for fcitx."""
        draft = self._folder / DRAFT.name
        with screen(self._pictures) as shown, self._window(draft, shown.name):
            begun = time.monotonic()
            shown.wait_for(TITLE, patience=PATIENCE_S)
            wait(lambda: _is_loaded(fcitx.PLUGIN, self._system.root), f"{fcitx.PLUGIN} is not loaded", pause=1)
            time.sleep((time.monotonic() - begun) / 2)  # until all is drawn
            shown.picture(f"{self._package.stem}-window")

    @contextmanager
    def _window(self, draft: Path, display: str) -> Iterator[None]:
        settings = {"DISPLAY": display, "QT_IM_MODULE": "fcitx", "HOME": str(self._folder)}
        command = self._system.command("nianbao", draft, environment=settings)
        started = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
        try:
            yield
        finally:
            os.killpg(started.pid, signal.SIGKILL)  # what enters the other system takes no gentler word
            started.wait(60)

    def _there(self, *command: str | Path) -> str:
        done = self._system.run(*command, environment={"HOME": str(self._folder)})
        return _expect_well(done, command)

    def _here(self, *command: str | Path) -> str:
        call = [sys.executable, "-m", "cli", *map(str, command[1:])]
        done = subprocess.run(
            call, cwd=bundle.ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        return _expect_well(done, command)


def prepare(root: Path, processor: processors.Processor) -> None:
    """Make a running system of a root folder: it has a name, as D-Bus wants, and time, see `slow_machine.c`."""
    library = Path("usr/lib/slow_machine.so")
    made = ["-shared", "-fPIC", "-o", str(root / library), str(HERE / "slow_machine.c")]
    subprocess.run([*glibc.compiler(processor), *made], check=True)
    (root / "etc" / "machine-id").write_text(f"{1:032x}\n")
    (root / "etc" / "ld.so.preload").write_text(f"/{library}\n")


def _is_loaded(library: str, root: Path) -> bool:
    """Whether a running program has a library below a root folder in its memory."""
    loaded = re.compile(rf"{re.escape(str(root))}/\S*/{re.escape(library)}$", re.MULTILINE)
    for maps in Path("/proc").glob("[0-9]*/maps"):
        with suppress(OSError):
            if loaded.search(maps.read_text("utf-8", "replace")):
                return True
    return False


def _expect_well(done: subprocess.CompletedProcess[str], command: tuple[str | Path, ...]) -> str:
    """What a program said that ended well.

    Raises:
        SystemExit: it did not.
    """
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def main() -> None:
    """Do all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--arch", choices=sorted(processors.ALL), default="arm64")
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    processor = processors.ALL[options.arch]
    (package,) = (bundle.ROOT / "dist").glob(f"nianbao_*_{processor.debian}.deb")
    archive = Archive(bundle.ROOT / "build" / "debian", RELEASE, processor.debian)
    archive.forget("trial")
    root = archive.unpack_whole(str(package), *SYSTEM, place="trial")
    prepare(root, processor)
    with TemporaryDirectory(prefix="nianbao-") as folder:
        shutil.copy(package, folder)
        Trial(Path(folder) / package.name, Emulated(root, processor), Path(folder), options.pictures).run()


if __name__ == "__main__":
    main()
