"""The parts made by others that this program consists of: their licences, and where their sources are.

Read from the parts' own metadata, which goes into the frozen program too, so that it can never say something else than
what is installed.
"""

import platform
import re
import sys
import sysconfig
from importlib import metadata
from pathlib import Path

import resources
from model.structs import Struct

_LICENCES = "licences"
_QT = ("pyside6-essentials", "shiboken6")
_QT_TEXTS = ("LGPL-3.0.txt", "GPL-3.0.txt")
_QT_SOURCE = "https://download.qt.io/official_releases/QtForPython/pyside6/"
_TEXT = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_SOURCES = ("source", "source code", "code", "repository", "homepage", "home")


class Part(Struct, frozen=True):
    """A part made by others.

    Attributes:
        name: as its makers call it.
        version: the version that is installed; empty where it has none.
        licence: the licence's short name.
        source: the address of its source text.
        texts: the whole licence texts.
    """

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[str, ...]


def parts() -> tuple[Part, ...]:
    """Every part, in order of their names, after Qt and Python."""
    others = [part for name in _needed("nianbao") if name not in _QT and (part := _installed(name))]
    return (_qt(), _python(), *sorted([*others, *_input_method()], key=lambda part: part.name.lower()), _icons())


def text() -> str:
    """All of it as one text for people."""
    found = parts()
    head = ["年报助手用到了下列他人的作品，各按各的许可使用。", ""]
    head += [f"· {part.name} {part.version}（{part.licence}）　源代码：{part.source}" for part in found]
    bodies = [f"\n{'=' * 72}\n{part.name}\n{'=' * 72}\n\n" + "\n\n".join(part.texts) for part in found]
    return "\n".join(head + bodies) + "\n"


def _needed(name: str) -> tuple[str, ...]:
    """The distributions that one needs, and those that they need, in the order they are met."""
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        try:
            lines = metadata.requires(waiting.pop()) or []
        except metadata.PackageNotFoundError:
            continue
        names = {re.split(r"[^\w.-]", line, maxsplit=1)[0].lower() for line in lines if "extra ==" not in line}
        waiting += sorted(names - found.keys())
        found |= dict.fromkeys(sorted(names))
    return tuple(found)


def _installed(name: str) -> Part | None:
    try:
        told = metadata.distribution(name)
    except metadata.PackageNotFoundError:  # wanted on another system only
        return None
    about = told.metadata
    licence = _field(about, "License-Expression") or _field(about, "License") or _classified(about)
    files = [file for file in told.files or () if ".dist-info" in file.parts[0] and _TEXT.search(file.name)]
    texts = tuple(Path(str(told.locate_file(file))).read_text("utf-8", "replace") for file in files)
    return Part(about["Name"], told.version, licence.splitlines()[0] if licence else "", _source(about), texts)


def _classified(about: metadata.PackageMetadata) -> str:
    """The licence among the classifiers, such as MIT of `License :: OSI Approved :: MIT License`."""
    names = (line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("License ::"))
    return next(names, "").removesuffix(" License")


def _source(about: metadata.PackageMetadata) -> str:
    pairs = (line.split(",", 1) for line in about.get_all("Project-URL") or [])
    urls = {label.strip().lower(): url.strip() for label, url in pairs}
    return next((urls[label] for label in _SOURCES if label in urls), _field(about, "Home-page"))


def _field(about: metadata.PackageMetadata, name: str) -> str:
    return about[name] if name in about else ""  # noqa: SIM401 - it has no get


def _qt() -> Part:
    version = metadata.version(_QT[0])
    texts = tuple(_resource(f"{_LICENCES}/{name}") for name in _QT_TEXTS)
    return Part("Qt for Python（含 Qt）", version, "LGPL-3.0", f"{_QT_SOURCE}PySide6-{version}-src/", texts)


def _python() -> Part:
    """Python itself; the frozen program has the text among its resources, others where Python's own files are."""
    try:
        words = _resource(f"{_LICENCES}/Python.txt")
    except FileNotFoundError:
        words = python_licence().read_text("utf-8")
    return Part("Python", platform.python_version(), "PSF-2.0", "https://www.python.org/downloads/source/", (words,))


def python_licence() -> Path:
    """The file with the licence of the Python that runs this."""
    return Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"


def _input_method() -> tuple[Part, ...]:
    """What the packages for Linux desktops have for typing Chinese; the others have none."""
    if sys.platform != "linux":
        return ()
    source, words = "https://github.com/fcitx/fcitx-qt5", _resource(f"{_LICENCES}/fcitx-qt5.txt")
    return (Part("fcitx-qt5（.deb 里的输入法部件）", "", "BSD-3-Clause", source, (words,)),)


def _icons() -> Part:
    source = "https://github.com/microsoft/fluentui-system-icons"
    return Part("Fluent UI System Icons", "", "MIT", source, (_resource("icons/LICENSE"),))


def _resource(name: str) -> str:
    return resources.read_text(name)
