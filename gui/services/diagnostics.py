"""What support needs to know of a machine, as one zip: never a word, a figure or a file name of a report."""

import locale
import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from PySide6.QtCore import QLibraryInfo, QSettings
from PySide6.QtGui import QGuiApplication

from gui.services.components import parts
from gui.services.folders import portable_home
from model.files.problems import from_os_error

SETTINGS = ("zoom", "appearance")
"""The settings that go along, of those in `settings.ini`; no other is looked at."""
_LOGS = ("nianbao.log", "nianbao.1.log")


def write(target: Path, documents: Path, data: Path, version: str) -> None:
    """Write the zip.

    Args:
        target: where to; a file there is replaced.
        documents: the folder with the drafts, of which only its kind is told.
        data: the folder with the log and the settings.
        version: the program's version.

    Raises:
        FileProblem: it cannot be written.
    """
    lines = [*about(version), *_folder("草稿文件夹", documents), *_folder("数据文件夹", data), *_settings(data)]
    try:
        with ZipFile(target, "w", ZIP_DEFLATED) as packed:
            packed.writestr("系统和版本.txt", "\n".join(lines) + "\n")
            for name in _LOGS:
                if (data / "log" / name).is_file():
                    packed.writestr(name, (data / "log" / name).read_bytes())
    except OSError as error:
        raise from_os_error(target, error) from None


def about(version: str) -> Iterator[str]:
    """The versions of the program and its parts, the system, and its screens."""
    kind = "便携" if portable_home() else "已打包" if getattr(sys, "frozen", False) else "源码"
    yield f"年报助手 {version}（{kind}）"
    yield f"系统 {platform.platform()} {platform.machine()}"
    yield f"Python {platform.python_version()}，编码 {locale.getpreferredencoding(do_setlocale=False)}"
    yield f"窗口 Qt {QLibraryInfo.version().toString()}，{QGuiApplication.platformName()}"
    for part in parts():
        yield f"组件 {part.name} {part.version}"
    for screen in QGuiApplication.screens():
        size = screen.size()
        yield f"屏幕 {size.width()}×{size.height()}，缩放 {screen.devicePixelRatio():g}"


def _folder(label: str, folder: Path) -> Iterator[str]:
    """Of a folder, what its trouble may be; its name is left out, for it may hold a person's."""
    words = str(folder)
    kind = "网络位置" if words.startswith(("\\\\", "//")) else "本机位置"
    letters = "只有英文字母" if words.isascii() else "有中文"
    yield f"{label}：{'在' if folder.is_dir() else '不在'}，{kind}，路径 {len(words)} 个字，{letters}"


def _settings(data: Path) -> Iterator[str]:
    settings = QSettings(str(data / "settings.ini"), QSettings.Format.IniFormat)
    for name in SETTINGS:
        yield f"设置 {name}={settings.value(name, '')}"
