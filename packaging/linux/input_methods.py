"""fcitx 4 and fcitx 5 with pinyin, each on a bus and in a home of its own; none of them is installed on the machine."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from debian import Archive
from screen import PATIENCE_S, wait

RELEASE, ARCHITECTURE, INSTALLED = "bookworm", "amd64", Path("/var/lib/dpkg/status")
_OVER = 'mount -t overlay overlay -o lowerdir="$0/usr":/usr /usr && exec "$@"'
"""Starts a program that sees unpacked packages as if they were installed; nobody else sees them."""
_NOT_KEPT = ("XDG_", "QT_", "DBUS_", "NIANBAO_", "WAYLAND_")
"""How the names begin of what this machine's own desktop, or its owner, may have told programs."""
_FCITX5_SETTINGS = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us

[Groups/0/Items/1]
Name=pinyin

[GroupOrder]
0=Default
"""


@dataclass(frozen=True, slots=True)
class InputMethod:
    """One kind.

    Attributes:
        name: as people call it.
        whole: packages that come with what they depend on.
        parts: packages without what they depend on; of the pinyin of fcitx 5 that is a web browser for its settings.
        program: what is started, with its arguments.
        service: what it is called on the bus.
        candidates: the title of the window with what can be chosen.
        settings: the file below the home that says that pinyin is used, and its content.
    """

    name: str
    whole: tuple[str, ...]
    parts: tuple[str, ...]
    program: tuple[str, ...]
    service: str
    candidates: str
    settings: tuple[str, str]


FCITX4 = InputMethod(
    "fcitx4",
    ("fcitx-bin", "fcitx-module-dbus", "fcitx-pinyin", "fcitx-ui-classic"),
    (),
    ("fcitx", "-D", "--replace"),
    "org.fcitx.Fcitx",
    "Fcitx Input Window",
    (".config/fcitx/profile", "[Profile]\nIMName=pinyin\nEnabledIMList=fcitx-keyboard-us:True,pinyin:True\n"),
)
FCITX5 = InputMethod(
    "fcitx5",
    ("fcitx5", "libboost-iostreams1.74.0"),
    (
        *("fcitx5-pinyin", "fcitx5-chinese-addons-data", "fcitx5-module-punctuation"),
        *("libimecore0", "libimepinyin0", "libime-data"),
    ),
    ("fcitx5", "--replace"),
    "org.fcitx.Fcitx5",
    "Fcitx5 Input Window",
    (".config/fcitx5/profile", _FCITX5_SETTINGS),
)
ALL = (FCITX4, FCITX5)


@contextmanager
def running(method: InputMethod, display: str, scratch: Path, archives: Path) -> Iterator[Mapping[str, str]]:
    """Let it run; the environment of a program that is started beside it."""
    system = _unpacked(method, archives)
    home = scratch / method.name
    settings = home / method.settings[0]
    settings.parent.mkdir(parents=True)
    settings.write_text(method.settings[1])
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(_NOT_KEPT)},
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "DISPLAY": display,
        "LC_ALL": "C.UTF-8",
        "XMODIFIERS": "@im=fcitx",
        "QT_IM_MODULE": "fcitx",
    }
    with ExitStack() as stack:
        bus = f"unix:path={home / 'bus'}"
        stack.enter_context(_started(["dbus-daemon", "--session", "--nofork", f"--address={bus}"], environment))
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        stack.enter_context(
            _started(["unshare", "--mount", "sh", "-c", _OVER, str(system), *method.program], environment)
        )
        wait(lambda: method.service in _names(environment), f"{method.name} did not come")
        yield environment


def _unpacked(method: InputMethod, archives: Path) -> Path:
    archive = Archive(archives, RELEASE, ARCHITECTURE, INSTALLED)
    system = archive.unpack_whole(*method.whole, place=method.name)
    return archive.unpack(*method.parts, place=method.name) if method.parts else system


@contextmanager
def _started(command: list[str], environment: Mapping[str, str]) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        started.terminate()
        started.wait(PATIENCE_S)


def _names(environment: Mapping[str, str]) -> str:
    call = [
        "dbus-send",
        "--session",
        "--print-reply",
        "--dest=org.freedesktop.DBus",
        "/",
        "org.freedesktop.DBus.ListNames",
    ]
    return subprocess.run(call, env=environment, capture_output=True, check=False, text=True).stdout
