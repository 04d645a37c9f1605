"""The program for a processor that this machine does not have: put together of ready parts instead of frozen.

PyInstaller freezes for the machine it runs on only. Here the modules of Debian's Python, the wheels for that processor
and the program itself are compiled to what Python reads, which is the same for every processor, and laid beside the
library of Python, linked again as in the frozen program; `launcher.c` starts it.
"""

import fnmatch
import py_compile
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import bundle
import glibc
import wheels
from debian import Archive
from processors import Processor

RELEASE = "bookworm"
MINOR = (3, 11)
LIBRARY = f"libpython{sysconfig.get_python_version()}.so.1.0"
PARTS = (
    *("libpython3.11", "libpython3.11-dev", "libpython3.11-minimal", "libpython3.11-stdlib"),
    *("libexpat1", "libexpat1-dev", "zlib1g", "libzstd1", "libuuid1"),
    *("libc6", "libgcc-s1", "libstdc++6", "libcups2", "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6"),
    *("libgl1", "libglib2.0-0", "libice6", "libsm6", "libx11-6", "libx11-xcb1", "libxkbcommon0", "libxkbcommon-x11-0"),
    *("libxcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-util1"),
    *("libxcb-xfixes0", "libxcb-xkb1"),
)
"""Debian's packages: what Python is linked from, and what the program links to on a desktop."""
_PLAIN = ("libc.so.", "libm.so.", "ld-linux-")
"""What a module of Python's may link to; those that link to more are never used."""
_UNUSED_PYTHON = (
    *(
        "__pycache__",
        "site-packages",
        "dist-packages",
        "config-*",
        "test",
        "tests",
        "idlelib",
        "turtledemo",
        "turtle.py",
    ),
    *("venv", "distutils", "pydoc_data", "*.txt", "_sysconfigdata*", "_test*", "_xx*", "xx*", "_ctypes_test*"),
)
_CODE_OF_OTHERS = (
    "*.pyi",
    "*.pxd",
    "*.pyx",
    "*.h",
    "*.hpp",
    "py.typed",
    ".lock",
    "__pycache__",
    "bin",
    "include",
    "tests",
)
_QT = ("lib", "plugins", "translations")
"""Of the folders of Qt those that are used."""


def system(archives: Path, processor: Processor) -> Path:
    """The root folder of a Debian for the processor, with no more than what the program is built from.

    Raises:
        subprocess.CalledProcessError: something cannot be fetched.
    """
    return Archive(archives, RELEASE, processor.debian).unpack(*PARTS, place="parts")


def make(folder: Path, scratch: Path, processor: Processor, root: Path, uv: str) -> Path:
    """Put it together in a new folder.

    Args:
        folder: where.
        scratch: for what is made on the way; the wheels stay there until the lock changes.
        processor: what it is for.
        root: the folder of a system with such a processor.
        uv: the program.

    Raises:
        RuntimeError: the Python that runs this has another minor version.
        subprocess.CalledProcessError: a tool failed, or something cannot be fetched.
    """
    if sys.version_info[:2] != MINOR:
        raise RuntimeError(f"needs Python {MINOR[0]}.{MINOR[1]}")
    shutil.rmtree(folder, ignore_errors=True)
    inside = folder / "_internal"
    site = _site(scratch, processor, uv)
    _put_python(root, inside / "python")
    _put_wheels(site, inside)
    _put_program(inside)
    _put_libraries(root, processor, inside)
    _put_notices(site, scratch, folder)
    glibc.relink(inside / LIBRARY, processor, root)
    _launcher(folder, processor, root)
    return folder


def _site(scratch: Path, processor: Processor, uv: str) -> Path:
    """The folder with the wheels."""
    site, mark = scratch / "site", scratch / "made-from"
    wanted = wheels.locked(uv)
    if not mark.exists() or mark.read_text() != "\n".join(wanted):
        shutil.rmtree(scratch, ignore_errors=True)
        wheels.install(uv, site, wanted, f"{processor.machine}-manylinux_{'_'.join(map(str, processor.glibc))}")
        mark.write_text("\n".join(wanted))
    return site


def _put_python(root: Path, target: Path) -> None:
    excluded = [name for name in bundle.EXCLUDED if "." not in name]
    unused = (*_UNUSED_PYTHON, *excluded, *(f"{name}.*" for name in excluded))
    source = root / "usr" / "lib" / f"python{MINOR[0]}.{MINOR[1]}"
    for path in _files(source, unused):
        place = path.relative_to(source)
        if path.suffix == ".py":
            compiled(path, target, place)
        elif path.suffix == ".so" and all(name.startswith(_PLAIN) for name in glibc.links(path)):
            _copy(path, target / place)


def _put_wheels(site: Path, inside: Path) -> None:
    files = [path for path in _files(site, _CODE_OF_OTHERS) if is_used(path.relative_to(site).as_posix())]
    binaries = [(path.relative_to(site).as_posix(), str(path)) for path in files if ".so" in path.name]
    alone = bundle.orphans(binaries, lambda source: glibc.links(Path(source)))
    for path in files:
        place = path.relative_to(site)
        if path.suffix == ".py":
            compiled(path, inside, place)
        elif place.as_posix() not in alone:
            _copy(path, inside / place)


def is_used(inside: str) -> bool:
    """Whether a file of the wheels is used, by its place among them."""
    folders = inside.split("/")
    module = inside.partition(".")[0].replace("/", ".")
    if any(module == name or module.startswith(f"{name}.") for name in bundle.EXCLUDED):
        return False
    if folders[0] == "PySide6":
        parts = folders[2] in _QT if folders[1] == "Qt" else len(folders) == 2 and (".so" in inside or ".py" in inside)
        if not parts or (inside.endswith(".abi3.so") and module not in bundle.qt_modules()):
            return False
    return bundle.is_wanted(inside, inside)


def _put_program(inside: Path) -> None:
    for package in bundle.OWN:
        for path in _files(bundle.ROOT / package, ("__pycache__",)):
            if path.suffix == ".py":
                compiled(path, inside, path.relative_to(bundle.ROOT))
    for source, place in bundle.resource_files():
        _copy(Path(source), inside / place / Path(source).name)
    compiled(bundle.ROOT / "packaging" / "start.py", inside, Path("start.py"))


def _put_libraries(root: Path, processor: Processor, inside: Path) -> None:
    """Those of the system that a desktop may lack, where Qt's own libraries look for them."""
    for path in sorted((root / "usr" / "lib" / processor.system).glob("libxcb-*.so.?")):
        if path.name.startswith(bundle.CARRIED):
            _copy(path, inside / "PySide6" / "Qt" / "lib" / path.name)


def _put_notices(site: Path, scratch: Path, folder: Path) -> None:
    """What tells about the parts, by what the wheels say of themselves; and what the expressions compile to."""
    notes = scratch / "notes"
    shutil.rmtree(notes, ignore_errors=True)
    sys.path.insert(0, str(site))
    try:
        found = bundle.notices(str(notes / "texts"))
    finally:
        sys.path.remove(str(site))
    for source, place in [*found, *bundle.patterns(str(notes))]:
        _copy(Path(source), folder / "_internal" / place / Path(source).name)
    _copy(notes / bundle.NOTICES, folder / bundle.NOTICES)


def _launcher(folder: Path, processor: Processor, root: Path) -> None:
    """Compile what starts it."""
    source, library = Path(__file__).with_name("launcher.c"), folder / "_internal" / LIBRARY
    linked = [str(source), str(library), "-Wl,-rpath,$ORIGIN/_internal", "-o", str(folder / "nianbao")]
    subprocess.run([*glibc.compiler(processor), *glibc.headers(root), *linked], check=True)


def compiled(source: Path, folder: Path, place: Path) -> None:
    """Compile a file of Python to where Python looks for a module that has no text: the same on every machine.

    Args:
        source: the text.
        folder: where modules are looked for.
        place: where in it the text would be, which is what a trouble names.
    """
    target = (folder / place).with_suffix(".pyc")
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(source), str(target), place.as_posix(), doraise=True, invalidation_mode=mode)


def _files(folder: Path, unused: tuple[str, ...]) -> Iterator[Path]:
    """The files below a folder, without those that a pattern fits, or that are in a folder which it fits."""
    fits = partial(any_fits, patterns=unused)
    for path in sorted(folder.iterdir()):
        if not fits(path.name):
            if path.is_dir():
                yield from _files(path, unused)
            else:
                yield path


def any_fits(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether one of the patterns fits a name."""
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)
