"""Builds the part of Qt that fcitx 4 and fcitx 5 type through, from Debian's source, for the Qt in a frozen program.

Qt's wheels bring no such part. It uses interfaces that Qt keeps for itself, so that it is built against the headers of
this very line of Qt, which Debian 13 has; Debian's own build of it asks for newer libraries than old desktops have.
"""

import re
import subprocess
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import bundle
from debian import Archive
from processors import Processor

SOURCE = "fcitx-qt5"
RELEASE, HEADERS_RELEASE = "bookworm", "trixie"
PLUGIN = "libfcitxplatforminputcontextplugin.so"
LICENCE = bundle.ROOT / "resources" / "licences" / "fcitx-qt5.txt"
_TOOLS = Path("/usr/lib/qt6")
_FLAGS = ("-std=c++17", "-O2", "-fPIC", "-fvisibility=hidden", "-DQT_NO_DEBUG", "-DQT_PLUGIN")
_LINK = ("-shared", "-s", "-Wl,--no-undefined", "-Wl,-rpath,$ORIGIN/../../lib")
_OLD_MENU = """#include <qpa/qwindowsysteminterface.h>
void told(QWindow *, bool, const QPoint &, const QPoint &, Qt::KeyboardModifiers) __asm__(
    "_ZN22QWindowSystemInterface22handleContextMenuEventEP7QWindowbRK6QPointS4_6QFlagsIN2Qt16KeyboardModifierEE");
template<> bool QWindowSystemInterface::handleContextMenuEvent<QWindowSystemInterface::DefaultDelivery>(
    QWindow *window, bool by_mouse, const QPoint &at, const QPoint &on_screen, Qt::KeyboardModifiers held)
{
    told(window, by_mouse, at, on_screen, held);
    return true;
}
"""
"""The one call that Qt 6.8.2 renamed and Qt 6.8.0 has under its old name only, which Qt 6.8.3 has kept."""
_OLD_LIBRARY = "namespace std { [[noreturn]] void __throw_bad_array_new_length() { __builtin_abort(); } }\n"
"""The one call that the compiler makes of a newer library of C++ than old desktops have."""


def build(internal: Path, processor: Processor, system: Path, archives: Path) -> Path:
    """Build the part and put it among the other parts of Qt.

    Args:
        internal: the folder of the frozen program that holds PySide6.
        processor: what it is built for.
        system: the root folder of a system with such a processor that has libxkbcommon.
        archives: where Debian's packages are kept.

    Returns:
        The file.

    Raises:
        RuntimeError: the source has another licence than is told, or is made in another way.
        ValueError: Debian's headers are of another line of Qt.
        subprocess.CalledProcessError: a tool failed, or something cannot be fetched.
    """
    source = Archive(archives, RELEASE, "source").source(SOURCE)
    _check_licence(source)
    include = Archive(archives, HEADERS_RELEASE, processor.debian).unpack("qt6-base-dev", "qt6-base-private-dev")
    folders = [f"-I{folder}" for folder in _folders(include / "usr/include" / processor.system / "qt6")]
    text = _text(source / "qt5" / "platforminputcontext", folders)
    libraries = [internal / "PySide6/Qt/lib" / f"libQt6{name}.so.6" for name in ("Core", "Gui", "DBus")]
    libraries.append(system / "usr/lib" / processor.system / "libxkbcommon.so.0")
    target = internal / "PySide6/Qt/plugins/platforminputcontexts" / PLUGIN
    compiler = f"{processor.system}-g++"
    subprocess.run(
        [compiler, *_FLAGS, f"-I{text.parent}", *folders, text, *libraries, *_LINK, "-o", target], check=True
    )
    return target


def _folders(include: Path) -> Iterator[Path]:
    """Where the headers are, those that Qt keeps for itself too."""
    yield include
    for module in ("QtCore", "QtGui", "QtDBus"):
        (version,) = (include / module).glob(f"{_line()}.*")
        yield from (include / module, version, version / module)


def _line() -> str:
    """The line of Qt that is built for, such as 6.8."""
    return metadata.version("PySide6-Essentials").rpartition(".")[0]


def _check_licence(source: Path) -> None:
    if (source / "COPYING.BSD").read_text() != LICENCE.read_text("utf-8"):
        raise RuntimeError(f"{LICENCE} is not the licence of {source.name}")


def _text(source: Path, folders: list[str]) -> Path:
    """One text of it all, with what Qt's tools add; compiled at once it takes a fifth of the time."""
    for description in sorted(source.glob("*.xml")):
        name = _proxy(source, description)
        _run("bin/qdbusxml2cpp", "-m", "-i", "fcitxqtdbustypes.h", "-p", name, description.name, folder=source)
        _run("libexec/moc", *folders, f"{name}.h", "-o", f"{name}.moc", folder=source)
    for header in sorted(source.glob("*.h")):
        if "Q_OBJECT" in header.read_text() and not header.with_suffix(".moc").exists():
            _run("libexec/moc", *folders, header.name, "-o", f"moc_{header.stem}.cpp", folder=source)
    text = source / "all.cc"
    text.write_text(
        _OLD_LIBRARY + _OLD_MENU + "".join(f'#include "{path.name}"\n' for path in sorted(source.glob("*.cpp")))
    )
    return text


def _proxy(source: Path, description: Path) -> str:
    """What the makers call the class that stands for an object on the bus, as they tell their own builder."""
    told = (source / "CMakeLists.txt").read_text()
    match = re.search(rf"qt5_add_dbus_interface\(\w+ {re.escape(description.name)} (\w+)\)", told)
    if match is None:
        raise RuntimeError(f"{description.name} is not in the makers' list")
    return match[1]


def _run(tool: str, *arguments: str, folder: Path) -> None:
    subprocess.run([_TOOLS / tool, *arguments], cwd=folder, check=True)
