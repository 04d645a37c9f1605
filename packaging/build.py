"""Builds what is given to people: `uv run --locked --group package python packaging/build.py [windows|deb|all]`.

windows: the installer and the portable zip. On Linux the program is frozen inside Wine and the results are called
`test`. deb: the package for Linux desktops, for x86-64 or with `--arch arm64`; on Linux only. With
`--store com.example.nianbao` it is laid out for the store of UOS. Results are put into `dist/`, with their SHA-256.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import bundle
import processors
import sign
import sizes

ROOT = bundle.ROOT
sys.path.append(str(ROOT))
from gui.services.folders import PORTABLE_DATA, PORTABLE_DOCUMENTS, PORTABLE_MARK

HERE, DIST, WORK = ROOT / "packaging", ROOT / "dist", ROOT / "build"
FROZEN = {system: WORK / f"frozen-{system}" for system in ("win32", "linux")}
PORTABLE_WORDS = f"""有这个文件，年报助手就把草稿放在旁边的“{PORTABLE_DOCUMENTS}”文件夹，
把历史版本、恢复文件和设置放在“{PORTABLE_DATA}”文件夹，
不用这台电脑的“文档”。整个文件夹可以放在 U 盘里带走。删掉这个文件，就改用“文档”里的“年报助手”文件夹。
"""
STUB = "amd64-unicode"
"""The kind of installer program that is made on Linux."""
FREEZING_S = 3600
"""How long freezing inside Wine may take: 90 s where nothing else runs; 900 were too few where much did."""
LARGEST_INSTALLER = 45_000_000
"""In bytes; a larger one is a fault of the build."""


def main() -> None:
    """Build what is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=("windows", "deb", "all", "frozen"), default="all")
    parser.add_argument("--store", default="", metavar="NAME", help="with deb: for the store of UOS, under this name")
    parser.add_argument("--arch", choices=sorted(processors.ALL), default="amd64", help="with deb: for which processor")
    options = parser.parse_args()
    what = options.what
    DIST.mkdir(exist_ok=True)
    made: list[Path] = []
    if what in ("windows", "all"):
        made += windows()
    if what == "deb" or (what == "all" and sys.platform == "linux"):
        made.append(deb(options.store, processors.ALL[options.arch]))
    if what == "frozen":
        freeze()
    for path in made:
        print(f"{path.stat().st_size / sizes.MB:8.2f} MB  {path}")
    if made:
        write_checksums()


def windows() -> list[Path]:
    """The installer and the portable zip."""
    frozen = freeze() if bundle.WINDOWS else freeze_in_wine()
    sign.sign(sorted(frozen.glob("*.exe")))
    name = f"nianbao-{bundle.version()}{'' if bundle.WINDOWS else '-test'}-windows-x64"
    return [portable(frozen, DIST / f"{name}-portable.zip"), installer(frozen, DIST / f"{name}-setup.exe")]


def deb(store: str, processor: processors.Processor) -> Path:
    """The package for Linux desktops, or for the store of UOS where the program has been given a name for that."""
    import deb as packer
    import fcitx
    import glibc
    import layouts

    archives = WORK / "debian"
    program, system = frozen_for_desktops() if processor is processors.AMD64 else put_together(processor, archives)
    glibc.raising(program / "_internal", processor, system)
    fcitx.build(program / "_internal", processor, system, archives)
    print(glibc.newest(program, processor))
    layout = layouts.of_store(store, bundle.version()) if store else layouts.usual(bundle.version())
    return packer.pack(program, DIST, processor, layout, system)


def frozen_for_desktops() -> tuple[Path, Path]:
    """The frozen program with a library of Python that asks for no new system; its folder, and this system's."""
    import glibc

    system = Path("/")
    glibc.parts(processors.AMD64, system)
    frozen = freeze()
    glibc.relink(next((frozen / "_internal").glob("libpython3.*.so.1.0")), processors.AMD64, system)
    return frozen, system


def put_together(processor: processors.Processor, archives: Path) -> tuple[Path, Path]:
    """The same for a processor that this machine does not have; what it links to is in the second folder."""
    sys.path.insert(0, str(HERE / "cross"))
    import tree

    system = tree.system(archives, processor)
    program = tree.make(WORK / f"tree-{processor.debian}" / "nianbao", WORK / processor.debian, processor, system, uv())
    print(sizes.table(program))
    return program, system


def freeze() -> Path:
    """Freeze the program for the system that this runs on; its folder."""
    place, scratch = FROZEN[sys.platform], WORK / f"pyinstaller-{sys.platform}"
    shutil.rmtree(place, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(place), "--workpath", str(scratch), str(HERE / "nianbao.spec")]
    subprocess.run(command, cwd=ROOT, check=True, stdin=subprocess.DEVNULL)
    frozen = place / "nianbao"
    shutil.copy(scratch / "nianbao" / bundle.NOTICES, frozen)
    print(sizes.table(frozen))
    return frozen


def freeze_in_wine() -> Path:
    """Freeze the program for Windows on Linux; its folder."""
    sys.path.insert(0, str(HERE / "wine"))
    import emulated
    import windows_python

    python, windows = WORK / "wine" / "python", emulated.Windows(WORK / "wine" / "windows")
    mark, locked = python / "made-from", hashlib.sha256((ROOT / "uv.lock").read_bytes()).hexdigest()
    if not mark.exists() or mark.read_text() != locked:
        shutil.rmtree(python, ignore_errors=True)
        windows_python.make(python, uv())
        mark.write_text(locked)
    windows.make()
    try:
        status, said = windows.run(python / "python.exe", windows.path(HERE / "build.py"), "frozen", timeout=FREEZING_S)
    except subprocess.TimeoutExpired:
        windows.stop()
        raise SystemExit(f"freezing inside Wine was not done after {FREEZING_S} s: is this machine too busy?") from None
    print(said)
    if status:
        raise SystemExit(f"freezing inside Wine failed with status {status}")
    return FROZEN["win32"] / "nianbao"


def uv() -> str:
    """The uv that this runs under, or the one of this machine."""
    found = os.environ.get("UV") or shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")
    if not Path(found).exists():
        raise SystemExit("uv is not installed")
    return found


def portable(frozen: Path, target: Path) -> Path:
    """The zip that needs no installing and keeps its data beside itself."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(frozen.rglob("*")):
            if path.is_file():
                packed.write(path, f"年报助手/{path.relative_to(frozen).as_posix()}")
        packed.writestr(f"年报助手/{PORTABLE_MARK}", PORTABLE_WORDS.replace("\n", "\r\n").encode("utf-8-sig"))
    return target


def installer(frozen: Path, target: Path) -> Path:
    """The installer for one user, by NSIS."""
    import icons

    side = WORK / "side.bmp"
    icons.side(icons.FOLDER / "nianbao.svg", side)
    values = {
        "VERSION": bundle.version(),
        "SIDE": side,
        "FROZEN": frozen,
        "TARGET": target,
        "ICONS": icons.FOLDER,
        "KILOBYTES": sum(path.stat().st_size for path in frozen.rglob("*") if path.is_file()) // 1024,
    }
    if not bundle.WINDOWS:
        values["STUB"] = STUB
    if os.environ.get(sign.CERTIFICATE):
        values |= {"PYTHON": sys.executable, "SIGN": HERE / "sign.py"}
    defined = [f"-D{name}={value}" for name, value in values.items()]
    subprocess.run([_makensis(), "-V2", "-INPUTCHARSET", "UTF8", *defined, str(HERE / "installer.nsi")], check=True)
    sign.sign([target])
    if target.stat().st_size > LARGEST_INSTALLER:
        raise SystemExit(f"{target.name} is larger than {LARGEST_INSTALLER} bytes")
    return target


def _makensis() -> str:
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
    return shutil.which("makensis") or str(usual)


def write_checksums() -> None:
    """SHA256SUMS beside the results, in the form that `sha256sum -c` reads."""
    results = sorted(path for path in DIST.iterdir() if path.suffix in (".exe", ".zip", ".deb"))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in results]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
