"""Tries the package for a processor that this machine does not have, under qemu: no such computer is touched.

`python packaging/cross/try_package.py [--arch arm64] [--store NAME] [--pictures FOLDER]`, with the program's source
beside it, after the package is built; of one for the store, how it lies and its own test of itself are tried alone. The
package and all that it says it depends on is installed below a folder, by that system's own dpkg; what the program does
there is compared with what it does here. The first step that does not hold, or that takes longer than a busy machine
may, ends it.
"""

import argparse
import os
import re
import resource
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
import outputs
import processors
import store as lying
from debian import Archive
from emulated import Emulated
from screen import screen, wait
from tree import RELEASE

SYSTEM = ("dash", "dpkg", "coreutils", "diffutils", "tar", "libc-bin", "fonts-noto-cjk")
"""What installs a package, and Chinese letters."""
SAMPLES = ("import/02_lo_saved.docx", "import/02_lo_saved.doc", "import/18a_one_sheet.xlsx", "reading/ruled.pdf")
_NAMED = ("--year", "2024", "--agency", "某局")
"""For the files that do not say it themselves."""
PATIENCE_S = 1800
"""How long a single program may take, from its start to its end or its window: the slowest takes half a minute where
nothing else runs, and on a busy machine many times as long."""
TITLE = "年度报告 — 年报助手"
TYPEFACES = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{root}/usr/share/fonts</dir><cachedir>{cache}</cachedir></fontconfig>
"""
"""Those of the other system, for the program here: a page is set the same way only in the same typefaces."""


class Trial:
    """The steps, in a folder that both systems see."""

    def __init__(self, package: Path, system: Emulated, folder: Path, store: str, pictures: Path | None) -> None:
        """Do nothing yet; `store` is the name that the store knows the package by, if it is for the store."""
        self._package, self._system, self._folder, self._pictures = package, system, folder, pictures
        self._store, self._program = store, lying.program(store) if store else "nianbao"

    def run(self) -> None:
        """All steps, each with how long it took: by the clock, and of processor time."""
        usual, in_store = (self.read, self.write, self.show), (self.lie,)
        for step in (self.install, self.test_itself, *(in_store if self._store else usual)):
            begun, used = time.monotonic(), _used()
            step()
            took = f"{time.monotonic() - begun:.0f} s, {_used() - used:.0f} s of processor time"
            print(f"ok  {step.__doc__} ({took})", flush=True)

    def install(self) -> None:
        """The system's own dpkg installs the package, with all that it depends on there."""
        (self._system.root / "var" / "log").mkdir(parents=True, exist_ok=True)
        # Without waiting for the disk after each of two thousand files: nothing of this is kept.
        self._there("dpkg", "--force-unsafe-io", "--install", self._package)

    def test_itself(self) -> None:
        """The installed program tests itself, with its window."""
        print(self._there(self._program, "self-test"), end="")

    def lie(self) -> None:
        """It lies as the store asks."""
        print(f"    {lying.check(self._package, self._system.root, self._store)}")

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
        """Every output is written, and is the same as it is written here; the report is what the draft says."""
        both, compared = self._folder / "both", 0
        places = [self._folder / "there", self._folder / "here"]
        for place in (both, *places):
            place.mkdir()
        for source in (outputs.DRAFT, outputs.PUBLISHED):
            shutil.copy(source, both)
        draft = both / outputs.DRAFT.name
        made = [outputs.calls(draft, both, place) for place in places]
        for (found, there), (wanted, here) in zip(*(calls.items() for calls in made), strict=True):
            self._there("nianbao", *there)
            self._here("nianbao", *here)
            compared += outputs.compare(found, wanted)
            if found.name in outputs.REPORTS:
                self._here("nianbao", "verify", found, "--draft", draft)
        print(f"    {compared} files")

    def show(self) -> None:
        """The window comes on a screen, and Qt has loaded the part for fcitx."""
        draft = self._folder / outputs.DRAFT.name
        shutil.copy(outputs.DRAFT, draft)
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
        settings = {"HOME": str(self._folder / "home-there")}
        with _within_patience(command):
            done = self._system.run(*command, environment=settings, patience=PATIENCE_S)
        return _expect_well(done, command)

    def _here(self, *command: str | Path) -> str:
        call = [sys.executable, "-m", "cli", *map(str, command[1:])]
        typefaces = self._folder / "fonts.conf"
        typefaces.write_text(TYPEFACES.format(root=self._system.root, cache=self._folder / "fontconfig"), "utf-8")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "NIANBAO_"))}
        settings = {**kept, "HOME": str(self._folder / "home-here"), "FONTCONFIG_FILE": str(typefaces)}
        one = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        with _within_patience(command):
            done = subprocess.run(
                call, cwd=bundle.ROOT, env=settings, **one, text=True, check=False, timeout=PATIENCE_S
            )
        return _expect_well(done, command)


def prepare(root: Path, processor: processors.Processor) -> None:
    """Make a running system of a root folder: it has a name, as D-Bus wants, and time, see `slow_machine.c`."""
    library = Path("usr/lib/slow_machine.so")
    made = ["-shared", "-fPIC", "-o", str(root / library), str(HERE / "slow_machine.c")]
    subprocess.run([*glibc.compiler(processor), *made], check=True)
    (root / "etc" / "machine-id").write_text(f"{1:032x}\n")
    (root / "etc" / "ld.so.preload").write_text(f"/{library}\n")


def _used() -> float:
    """How much processor time the programs took that ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _is_loaded(library: str, root: Path) -> bool:
    """Whether a running program has a library below a root folder in its memory."""
    loaded = re.compile(rf"{re.escape(str(root))}/\S*/{re.escape(library)}$", re.MULTILINE)
    for maps in Path("/proc").glob("[0-9]*/maps"):
        with suppress(OSError):
            if loaded.search(maps.read_text("utf-8", "replace")):
                return True
    return False


@contextmanager
def _within_patience(command: tuple[str | Path, ...]) -> Iterator[None]:
    """Tell of a program that takes too long.

    Raises:
        SystemExit: it did.
    """
    try:
        yield
    except subprocess.TimeoutExpired:
        words = " ".join(map(str, command))
        raise SystemExit(f"{words} was not done after {PATIENCE_S} s: is this machine too busy?") from None


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
    parser.add_argument("--store", default="", metavar="NAME", help="the package for the store, under this name")
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    processor = processors.ALL[options.arch]
    (package,) = (bundle.ROOT / "dist").glob(f"{options.store or 'nianbao'}_*_{processor.debian}.deb")
    archive = Archive(bundle.ROOT / "build" / "debian", RELEASE, processor.debian)
    archive.forget("trial")
    root = archive.unpack_whole(str(package), *SYSTEM, place="trial")
    prepare(root, processor)
    with TemporaryDirectory(prefix="nianbao-") as folder:
        there = Path(shutil.copy(package, folder))
        Trial(there, Emulated(root, processor), Path(folder), options.store, options.pictures).run()


if __name__ == "__main__":
    main()
