"""Packs the frozen Linux program as a .deb: menu entry, the kind of file, icons, notices, and whom it refuses."""

import json
import shutil
import subprocess
from pathlib import Path

import bundle
import glibc
import icons
from layouts import Layout
from processors import Processor

RENAMED = {"libgcc-s1": "libgcc-s1 | libgcc1"}
"""Packages that have another name on Debian 10 and what is made of it, such as UOS 20."""
LOADER = "ld-linux"
"""How the name of that begins which loads programs; it comes with libc6."""
PERMISSIONS = (
    *("autostart", "notification", "trayicon", "clipboard", "account", "bluetooth", "camera", "audio_record"),
    "installed_apps",
)
"""What a store wants to know of each program."""
SIDES = (48, 128, 256)
MIME = "application/x-nianbao"
DESKTOP = """[Desktop Entry]
Type=Application
Name=Nianbao
Name[zh_CN]=年报助手
Comment=Write the annual report on government information disclosure
Comment[zh_CN]=编写《政府信息公开工作年度报告》
Exec={layout.command} %f
Icon={layout.name}
Terminal=false
Categories=Office;
MimeType={mime};
StartupWMClass=nianbao
"""
MIME_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{mime}">
    <comment>Nianbao draft</comment>
    <comment xml:lang="zh_CN">年报草稿</comment>
    <glob pattern="*.nianbao"/>
  </mime-type>
</mime-info>
"""
CONTROL = """Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: nianbao <nianbao@localhost>
Installed-Size: {size}
Depends: {depends}
Section: misc
Priority: optional
Description: write the annual report on government information disclosure
 年报助手：离线编写《政府信息公开工作年度报告》的桌面程序。
 填数时随时核对三张表的勾稽关系，校验文字，导出 Word 并读回核对。
"""
AFTER = """#!/bin/sh
set -e
for refresh in "update-mime-database /usr/share/mime" "update-desktop-database -q" \\
    "gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor"; do
    command -v "${refresh%% *}" >/dev/null 2>&1 && $refresh || true
done
"""
"""The same after installing and after removing: the desktops' lists are made anew where they are kept."""
BEFORE = """#!/bin/sh
set -e
found=$(getconf GNU_LIBC_VERSION 2>/dev/null || true)
found=${{found#glibc }}
[ -n "$found" ] || exit 0
dpkg --compare-versions "$found" ge {oldest} || {{
    echo "年报助手装不了：这台电脑的系统太旧（glibc $found），要 glibc {oldest} 或更新，例如{systems}。" >&2
    echo "2020 年的银河麒麟桌面 V10 是 glibc 2.23，装不了；V10 SP1 可以。没有改动任何文件。" >&2
    exit 1
}}
"""
"""Before dpkg puts anything in place: an older system gets to know why not; apt says only that libc6 is too old."""


def pack(frozen: Path, folder: Path, processor: Processor, layout: Layout, system: Path) -> Path:
    """Write the package of a frozen folder into another; the package.

    Args:
        frozen: the folder of the program; what is packed is laid out beside it.
        folder: where the package goes.
        processor: what the program is for.
        layout: where the package puts it.
        system: the root folder of a system with the libraries that it links to, and dpkg's list of them.

    Raises:
        subprocess.CalledProcessError: `dpkg-deb` failed.
    """
    scratch = frozen.with_name(f"{frozen.name}-packed")
    shutil.rmtree(scratch, ignore_errors=True)
    share = scratch / layout.share
    shutil.copytree(frozen, scratch / layout.files, symlinks=True)
    _write(share / "applications" / f"{layout.name}.desktop", DESKTOP.format(mime=MIME, layout=layout))
    _write(share / "mime" / "packages" / f"{layout.name}.xml", MIME_TYPES.format(mime=MIME))
    _icons(share / "icons" / "hicolor", layout.name)
    _write(scratch / layout.notices, _notices(frozen, processor, system))
    control = scratch / "DEBIAN"
    if layout.in_store:
        _write((scratch / layout.files).with_name("info"), _description(processor, layout))
    else:
        (scratch / "usr" / "bin").mkdir()
        (scratch / "usr" / "bin" / "nianbao").symlink_to("../lib/nianbao/nianbao")
        write_scripts(control, processor)
    _write(control / "control", _control(frozen, scratch, processor, layout, system))
    target = folder / f"{layout.name}_{layout.version}_{processor.debian}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", scratch, target], check=True)
    return target


def write_scripts(control: Path, processor: Processor) -> None:
    """Write what the package manager runs into a folder."""
    before = BEFORE.format(oldest=_version(processor.glibc), systems=processor.systems)
    for script, words in (("preinst", before), ("postinst", AFTER), ("postrm", AFTER)):
        _write(control / script, words)
        (control / script).chmod(0o755)


def _description(processor: Processor, layout: Layout) -> str:
    """What a store wants to know: the program asks for none of what must be asked for."""
    told = {"appid": layout.name, "name": "年报助手", "version": layout.version, "arch": [processor.debian]}
    return json.dumps({**told, "permissions": dict.fromkeys(PERMISSIONS, False)}, ensure_ascii=False, indent=2) + "\n"


def _control(frozen: Path, scratch: Path, processor: Processor, layout: Layout, system: Path) -> str:
    files = (path for path in scratch.rglob("*") if path.is_file() and not path.is_symlink())
    kilobytes = sum(path.stat().st_size for path in files) // 1024
    return CONTROL.format(
        name=layout.name,
        version=layout.version,
        architecture=processor.debian,
        size=kilobytes,
        depends=", ".join(depended(frozen, processor, system)),
    )


def _version(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))


def depended(frozen: Path, processor: Processor, system: Path) -> list[str]:
    """The packages that hold the libraries which the bundle asks for and does not carry.

    Raises:
        FileNotFoundError: the system lacks one of the libraries, or it belongs to no package.
    """
    files = glibc.binaries(frozen)
    needed = {name for path in files for name in glibc.links(path)} - {path.name for path in files}
    places = [_library(name, processor, system) for name in needed if not name.startswith(LOADER)]
    found = {_owner(place, system) for place in places}
    return [
        f"libc6 (>= {_version(processor.glibc)})",
        *(RENAMED.get(name, name) for name in sorted(found - {"libc6"})),
    ]


def _library(name: str, processor: Processor, system: Path) -> Path:
    """A library of a system."""
    folders = ("usr/lib", "lib")
    places = [system / folder / processor.system / name for folder in folders]
    found = next((place for place in places if place.exists()), None)
    if found is None:
        raise FileNotFoundError(f"{name} is not below {system}")
    return found


def _owner(path: Path, system: Path) -> str:
    """The package of a file, whichever of its names dpkg knows.

    Raises:
        FileNotFoundError: it belongs to none.
    """
    known = ["dpkg-query", f"--admindir={system / 'var' / 'lib' / 'dpkg'}", "--search"]
    for place in (path, path.resolve()):
        name = f"/{place.relative_to(system)}"
        for called in (name, f"/usr{name}", name.removeprefix("/usr")):
            done = subprocess.run([*known, called], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return done.stdout.split(":", 1)[0]
    raise FileNotFoundError(f"{path} belongs to no package")


def _notices(frozen: Path, processor: Processor, system: Path) -> str:
    """The notices, and those of Debian's libraries that come along."""
    said = (frozen / bundle.NOTICES).read_text("utf-8")
    carried = {path.name for path in glibc.binaries(frozen) if path.name.startswith(bundle.CARRIED)}
    owners = {_owner(_library(name, processor, system), system) for name in {*carried, "libexpat.so.1"}}
    texts = ((system / f"usr/share/doc/{owner}/copyright").read_text("utf-8") for owner in sorted(owners))
    return said + "\n".join(texts)


def _icons(hicolor: Path, called: str) -> None:
    for name, kind, known in (("nianbao", "apps", called), ("nianbao-file", "mimetypes", MIME.replace("/", "-"))):
        drawing = icons.FOLDER / f"{name}.svg"
        _write(hicolor / "scalable" / kind / f"{known}.svg", drawing.read_text("utf-8"))
        for side in SIDES:
            place = hicolor / f"{side}x{side}" / kind / f"{known}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(icons.png(icons.image(drawing, side)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
