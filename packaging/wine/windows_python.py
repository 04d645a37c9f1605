"""A Python for Windows put together on Linux, to freeze and try the program inside Wine.

Its libraries are those of python.org as a package on the index carries them, pinned by hash; its Python modules are
those of the Python that runs this, which must have the same minor version; the launcher and python3.dll are compiled
here. What is built with it is a test build and says so in its name.
"""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory

import wheels

MINOR = (3, 11)
CARRIER = "panda3d==1.10.16 --hash=sha256:37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82"
"""The package that carries the libraries of CPython 3.11 for Windows."""
PLATFORM = "x86_64-pc-windows-msvc"
STUBS = Path(__file__).with_name("stubs")
_MINGW = "x86_64-w64-mingw32-"
_UNUSED = ("VCRUNTIME", "_test", "_ctypes_test", "_tkinter", "_msi")
_LEFT_OUT = (
    *("__pycache__", "site-packages", "dist-packages", "lib-dynload", "config-*", "test", "tests", "idlelib"),
    *("turtledemo", "tkinter", "lib2to3", "ensurepip", "_sysconfigdata*"),
)


def make(folder: Path, uv: str) -> None:
    """Put it together in a new folder, with the program's locked dependencies and PyInstaller.

    Raises:
        RuntimeError: the Python that runs this has another minor version.
        subprocess.CalledProcessError: a tool failed; what it said is on standard error.
    """
    if sys.version_info[:2] != MINOR:
        raise RuntimeError(f"needs Python {MINOR[0]}.{MINOR[1]}")
    (folder / "DLLs").mkdir(parents=True)
    with TemporaryDirectory() as name:
        _libraries(Path(name), folder, uv)
        _launchers(Path(name), folder)
    shutil.copytree(sysconfig.get_path("stdlib"), folder / "Lib", ignore=shutil.ignore_patterns(*_LEFT_OUT))
    _dependencies(folder, uv)


def _libraries(scratch: Path, folder: Path, uv: str) -> None:
    wheels.install(uv, scratch, [CARRIER], PLATFORM, "--no-deps")
    for file in sorted((scratch / "deploy_libs").iterdir()):
        if file.name.startswith("python3"):
            shutil.copy(file, folder)
        elif not file.name.startswith(_UNUSED):
            shutil.copy(file, folder / "DLLs")


def _dependencies(folder: Path, uv: str) -> None:
    packages = folder / "Lib" / "site-packages"
    wheels.install(uv, packages, wheels.locked(uv, "package"), PLATFORM)
    for runtime in (packages / "PySide6").glob("vcruntime140*.dll"):
        shutil.copy(runtime, folder)


def _launchers(scratch: Path, folder: Path) -> None:
    """Compile python.exe, and python3.dll, which hands every name on to the library of the minor version."""
    library = f"python{MINOR[0]}{MINOR[1]}"
    (scratch / "main.def").write_text(f"LIBRARY {library}.dll\nEXPORTS\nPy_Main\n")
    _mingw("dlltool", "-d", scratch / "main.def", "-l", scratch / "main.a")
    _mingw("gcc", "-O2", "-s", "-municode", STUBS / "launcher.c", scratch / "main.a", "-o", folder / "python.exe")
    names = "\n".join(f"{name}={library}.{name}" for name in _exported(folder / f"{library}.dll"))
    (scratch / "python3.def").write_text(f"LIBRARY python3.dll\nEXPORTS\n{names}\n")
    (scratch / "python3.c").write_text("int __stdcall entry(void *a, unsigned b, void *c) { return 1; }")
    shared = ("-shared", "-nostdlib", "-s", "-Wl,-e,entry")
    _mingw("gcc", *shared, scratch / "python3.c", scratch / "python3.def", "-o", folder / "python3.dll")


def _exported(library: Path) -> list[str]:
    listed = _mingw("objdump", "-p", library).split("[Ordinal/Name Pointer] Table", 1)[1]
    lines = listed.split("\n\n", 1)[0].splitlines()[1:]
    return [line.split()[-1] for line in lines if line.strip().startswith("[")]


def _mingw(tool: str, *arguments: str | Path) -> str:
    done = subprocess.run([_MINGW + tool, *map(str, arguments)], stdout=subprocess.PIPE, check=True, text=True)
    return done.stdout
