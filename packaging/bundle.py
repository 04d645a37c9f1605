"""What goes into the frozen program: decided by `pyproject.toml` and by what the program's own files import."""

import ast
import posixpath
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module, metadata
from pathlib import Path, PurePath
from typing import Any, cast

ROOT = Path(__file__).resolve().parents[1]
OWN = ("cli", "export", "gui", "importers", "model", "resources")
"""The program's own packages; all their modules go in, because many are imported when first used."""
WINDOWS = sys.platform == "win32"
NOTICES = "第三方许可.txt"
"""The notices of others' parts, beside the program."""

EXCLUDED = (
    *("asyncio", "bz2", "curses", "doctest", "ensurepip", "lib2to3", "lzma", "pdb", "pydoc", "readline", "sqlite3"),
    *("ssl", "_ssl", "_hashlib", "tkinter", "unittest", "xmlrpc", "setuptools", "pkg_resources", "numpy", "PIL"),
    *("pypdfium2", "pypdfium2_raw", "cryptography", "pdfplumber.cli", "pdfplumber.display"),
    *("lxml.html.diff", "lxml.html._difflib", "lxml.isoschematron", "lxml.objectify"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick"),
    *(() if WINDOWS else ("ctypes", "_ctypes", "_multiprocessing", "_posixshmem")),
)
"""Never imported by the program; `ssl` and Qt's network are left out on purpose: the program knows no network."""

QT_PLUGINS = {
    "platforms": ("qwindows", "qoffscreen") if WINDOWS else ("libqxcb", "libqoffscreen"),
    "platforminputcontexts": () if WINDOWS else ("libibusplatforminputcontextplugin", "libcomposeplatforminput"),
    "printsupport": ("windowsprintersupport",) if WINDOWS else ("libcupsprintersupport",),
    "iconengines": (),
    "imageformats": (),
    "styles": (),
    "xcbglintegrations": (),
}
"""Kept of each kind of Qt's plugins; kinds not named here are left out. The style is Fusion, which is no plugin.
That for fcitx is built by `fcitx.py`."""
QT_WORDS = ("qtbase_zh_CN.qm",)
NEVER = ("opengl32sw", "d3dcompiler", "libegl", "libglesv2")
"""Libraries beside Qt on Windows for drawing in OpenGL, which the window does not use."""
LEFT_OUT = ("cryptography", "pillow", "pypdfium2")
"""What dependencies ask for and the program never uses, as `pyproject.toml` leaves it out of the lock: the ciphers of
locked PDF files, and what draws their pages."""
UNUSED = re.compile(
    r"docx/templates/default-docx-template/|\.dist-info/sboms/|(PySide6|shiboken)\S*/RECORD$"
    r"|pdfminer/cmap/(?!(to-unicode-)?(Adobe-GB1|UniGB|GB|Identity))"
)
"""Of the tables of characters in PDF files those for simplified Chinese stay."""
CARRIED = (
    "libpython3",
    *(f"libxcb-{name}." for name in ("cursor", "icccm", "image", "keysyms", "render-util", "util")),
)
"""Of the Linux system's own libraries, those that come along; a desktop has all the others."""


@cache
def project() -> dict[str, Any]:
    """The `[project]` table."""
    return cast("dict[str, Any]", tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"])


def version() -> str:
    """The version that is built, such as 0.1.0."""
    return str(project()["version"])


def distributions() -> tuple[str, ...]:
    """The declared dependencies and theirs, as installed in the interpreter that builds."""
    found: dict[str, None] = {}
    waiting = [_name(line) for line in project()["dependencies"] if _applies(line)]
    while waiting:
        name = waiting.pop()
        if name not in found and name not in LEFT_OUT:
            found[name] = None
            waiting += [_name(line) for line in metadata.requires(name) or () if _applies(line)]
    return tuple(sorted(found))


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def _applies(requirement: str) -> bool:
    from packaging.requirements import Requirement

    marker = Requirement(requirement).marker
    return marker is None or marker.evaluate({"extra": ""})


def packages(distribution: str) -> tuple[str, ...]:
    """The importable top-level names of a distribution."""
    tops = {file.parts[0].partition(".")[0] for file in metadata.files(distribution) or () if _is_code(file)}
    return tuple(sorted(tops))


def _is_code(file: PurePath) -> bool:
    public = not file.parts[0].startswith(("_", ".")) and not file.parts[0].endswith((".dist-info", ".data"))
    return public and (file.name == "__init__.py" if len(file.parts) > 1 else file.suffix == ".py")


def own_modules() -> tuple[str, ...]:
    """Every module of the program, without importing one."""
    files = (path.relative_to(ROOT) for package in OWN for path in (ROOT / package).rglob("*.py"))
    names = {".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in files}
    top = {path.stem for path in ROOT.glob("*.py")}
    return tuple(sorted({name for name in names if not name.endswith("__main__")} | top))


def qt_modules() -> tuple[str, ...]:
    """The modules of Qt that the program imports, such as `PySide6.QtGui`."""
    found = set()
    for path in (ROOT / "gui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6.Qt"):
                found.add(node.module or "")
    return tuple(sorted(found))


def resource_files() -> Iterator[tuple[str, str]]:
    """(file, folder in the bundle) of all that is in `resources`, files that begin with a dot too."""
    for path in sorted((ROOT / "resources").rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            yield str(path), path.parent.relative_to(ROOT).as_posix()


def is_wanted(inside: str, source: str) -> bool:
    """Whether a file stays in the bundle.

    Args:
        inside: its place in the bundle, with either kind of slash.
        source: where it comes from.
    """
    parts, name = PurePath(inside.replace("\\", "/")).parts, PurePath(source.replace("\\", "/")).name
    if name.lower().startswith(NEVER) or UNUSED.search(inside.replace("\\", "/")):
        return False
    if "plugins" in parts:
        kind = parts[parts.index("plugins") + 1]
        return name.startswith(QT_PLUGINS.get(kind) or ("\0",))
    if "translations" in parts and "PySide6" in parts:
        return name in QT_WORDS
    return WINDOWS or not source.startswith(("/lib/", "/usr/lib/x86_64", "/usr/lib64")) or name.startswith(CARRIED)


def goes_to(inside: str, target: str) -> str:
    """Where a link in the bundle leads to, as a place in the bundle."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(inside), target))


def orphans(binaries: Iterable[tuple[str, str]], links: Callable[[str], Iterable[str]] | None = None) -> set[str]:
    """The libraries of Qt that nothing else in the bundle links to, by their place in the bundle.

    Args:
        binaries: (place in the bundle, source) of every binary.
        links: tells the names of the libraries that a source links to; else PyInstaller does, for this machine's own.
    """
    told = links or _links
    by_name = {PurePath(inside.replace("\\", "/")).name.lower(): (inside, source) for inside, source in binaries}
    libraries = {name for name in by_name if name.startswith(("qt6", "libqt6", "libicu", "libpyside6"))}
    reached, waiting = set[str](), [name for name in by_name if name not in libraries]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [found for link in told(by_name[name][1]) if (found := link.lower()) in by_name]
    return {by_name[name][0] for name in libraries - reached}


def _links(source: str) -> Iterator[str]:
    from PyInstaller.depend import bindepend  # type: ignore[import-untyped]

    return (PurePath(link).name for link, _path in bindepend.get_imports(source))


def notices(folder: str) -> list[tuple[str, str]]:
    """(file, folder in the bundle) of what tells about the program and its parts; written into a folder first."""
    from gui.services import components as told

    licence = Path(folder) / "Python.txt"
    licence.parent.mkdir(parents=True, exist_ok=True)
    licence.write_bytes(told.python_licence().read_bytes())
    about = Path(folder) / f"nianbao-{version()}.dist-info" / "METADATA"
    about.parent.mkdir(exist_ok=True)
    lines = [f"Requires-Dist: {line}" for line in project()["dependencies"]]
    about.write_text(
        "\n".join(["Metadata-Version: 2.1", "Name: nianbao", f"Version: {version()}", *lines, ""]), "utf-8"
    )
    sys.path.insert(0, folder)
    (Path(folder).parent / NOTICES).write_text(told.text(), encoding="utf-8-sig", newline="\r\n")
    return [(str(licence), "resources/licences"), (str(about), about.parent.name)]


def patterns(folder: str) -> list[tuple[str, str]]:
    """(file, folder in the bundle) of what the model's regular expressions compile to; written into a folder first.

    The frozen program may not write where it stands; without the file each start compiles them anew, in half a second.
    """
    for name in own_modules():
        if name.startswith("model."):
            import_module(name)
    from datetime import date

    from model import checks
    from model.drafts import draft
    from model.language.patterns import write_compiled
    from model.language.programs import place

    sample = draft.loads((ROOT / "resources" / "sample.nianbao").read_bytes()).report
    checks.findings(sample, checks.Context(date(sample.year + 1, 1, 10)))  # some are made when first asked for
    path = Path(folder) / place().name
    write_compiled(path)
    return [(str(path), "model/language")]
