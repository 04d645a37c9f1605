"""What is given to people: everything the program needs is in the bundle, nothing it must not have, and it says so."""

import ast
import hashlib
import json
import os
import struct
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage

from gui.services import folders
from model.language import programs
from tests.tools import need

ROOT = Path(__file__).parents[1]
SCRIPTS = ROOT / "packaging"
ROUNDING = 2
"""How far colours of the same drawing are apart from one kind of processor to another, of 255."""


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The scripts can be imported by their own names, as when one of them is run, and are forgotten afterwards."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield
    for path in SCRIPTS.glob("*.py"):
        sys.modules.pop(path.stem, None)


def script(name: str) -> ModuleType:
    """One of the scripts."""
    return __import__(name)


def imported(path: Path) -> set[str]:
    """The modules that a file names in its imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def program() -> list[Path]:
    """Every file of the program's code."""
    return [*ROOT.glob("*.py"), *(path for name in script("bundle").OWN for path in (ROOT / name).rglob("*.py"))]


def test_what_the_expressions_compile_to_goes_into_the_bundle(tmp_path: Path) -> None:
    ((file, folder),) = script("bundle").patterns(str(tmp_path))
    assert (Path(file).name, folder) == (programs.place().name, "model/language")
    assert len(programs.Programs(Path(file)).known()) > 500


def test_every_module_and_every_resource_of_the_program_is_collected() -> None:
    bundle = script("bundle")
    modules = set(bundle.own_modules())
    for path in program():
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        assert name in modules or name in ("cli.__main__", "gui.__main__")
    packed = {Path(source).relative_to(ROOT) for source, _inside in bundle.resource_files()}
    there = {path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {path for path in there - packed if path.suffix not in (".py", ".pyc")} == set()
    assert Path("resources/docx/_rels/.rels") in packed


def test_every_declared_dependency_is_collected_with_what_it_needs() -> None:
    bundle = script("bundle")
    wanted = set(bundle.distributions())
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert {line.split("=")[0].split(">")[0].lower() for line in declared} <= wanted
    assert "shiboken6" in wanted
    assert {name: bundle.packages(name) for name in ("python-docx", "lxml")} == {
        "python-docx": ("docx",),
        "lxml": ("lxml",),
    }


def test_the_program_imports_nothing_that_is_left_out() -> None:
    bundle = script("bundle")
    only_windows = {"ctypes"}  # on Linux `packaging/raising.c` is in its place
    left_out = set(bundle.EXCLUDED) - only_windows
    for path in program():
        assert not imported(path) & left_out, path


def test_pdf_files_are_read_without_what_is_left_out() -> None:
    code = (
        "import sys; sys.modules |= dict.fromkeys(sys.argv[2:]); from pathlib import Path;"
        "from importers.formats.pdf.reader import read; print(len(read(Path(sys.argv[1]).read_bytes()).blocks))"
    )
    sample = ROOT / "tests" / "data" / "reading" / "ruled.pdf"
    packages = [name for name in script("bundle").EXCLUDED if name.partition(".")[0] != "cryptography"]
    done = subprocess.run(
        [sys.executable, "-c", code, sample, *packages], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert int(done.stdout or 0) > 10, done.stderr


@pytest.mark.parametrize(
    ("inside", "source", "stays"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/x/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "/x/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/x/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/imageformats/libqpdf.so", "/x/libqpdf.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", "/x/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "/x/qtbase_de.qm", False),
        ("PySide6\\opengl32sw.dll", "C:\\x\\opengl32sw.dll", False),
        ("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0", True),
        ("lxml/etree.so", "/x/lxml/etree.so", True),
        ("pdfminer/cmap/UniGB-UCS2-H.json.gz", "/x/UniGB-UCS2-H.json.gz", True),
        ("pdfminer/cmap/to-unicode-Adobe-GB1.json.gz", "/x/to-unicode-Adobe-GB1.json.gz", True),
        ("pdfminer/cmap/UniJIS-UCS2-H.json.gz", "/x/UniJIS-UCS2-H.json.gz", False),
        ("pdfminer\\cmap\\to-unicode-Adobe-Korea1.json.gz", "C:\\x\\to-unicode-Adobe-Korea1.json.gz", False),
    ],
)
def test_what_the_program_does_not_use_stays_out(inside: str, source: str, *, stays: bool) -> None:
    assert script("bundle").is_wanted(inside, source) is stays


def test_the_windows_program_says_what_it_is() -> None:
    windows = script("windows_resources")
    manifest = ET.fromstring(windows.MANIFEST.format(version="1.2.3.0").encode())
    said = {element.tag.rpartition("}")[2]: element.text for element in manifest.iter()}
    assert (said["longPathAware"], said["dpiAwareness"]) == ("true", "PerMonitorV2")
    assert "activeCodePage" not in said
    level = next(element for element in manifest.iter() if element.tag.endswith("requestedExecutionLevel"))
    assert level.get("level") == "asInvoker"
    assert windows.numbers()[:3] == tuple(map(int, script("bundle").version().split(".")))
    compile(windows.version_resource(), "version.txt", "eval")


@pytest.mark.parametrize("name", ["nianbao", "nianbao-file"])
def test_the_icons_are_those_of_the_drawings_in_all_sizes(name: str) -> None:
    icons = script("icons")
    kept = _pictures((icons.FOLDER / f"{name}.ico").read_bytes())
    drawn = _pictures(icons.icon(icons.FOLDER / f"{name}.svg"))
    assert tuple(kept) == tuple(drawn) == icons.SIDES
    for side, pixels in kept.items():
        assert len(pixels) == len(drawn[side]) == side * side * 4
        assert max(abs(old - new) for old, new in zip(pixels, drawn[side], strict=True)) <= ROUNDING


def _pictures(icon: bytes) -> dict[int, bytes]:
    """The pixels of each picture in a Windows icon, by its side."""
    found = {}
    for place in range(struct.unpack_from("<H", icon, 4)[0]):
        side, size, start = struct.unpack_from("<B7xII", icon, 6 + 16 * place)
        side, body = side or 256, icon[start : start + size]
        if body.startswith(b"\x89PNG"):
            picture = QImage.fromData(body).convertToFormat(QImage.Format.Format_ARGB32)
            found[side] = bytes(picture.constBits())
        else:
            found[side] = body[40 : 40 + side * side * 4]
    return found


def test_a_binary_that_asks_for_a_newer_system_than_promised_stops_the_build(tmp_path: Path) -> None:
    need("objdump")
    glibc, amd64 = script("glibc"), script("processors").AMD64
    import lxml.etree

    (tmp_path / "etree.so").write_bytes(Path(lxml.etree.__file__).read_bytes())
    (tmp_path / "words.txt").write_text("no binary")
    asked = glibc.demands(tmp_path)["GLIBC"]
    assert list(asked) == ["etree.so"]
    assert (2, 2) < asked["etree.so"] <= amd64.glibc
    with pytest.raises(RuntimeError, match=r"etree\.so.*promised is 2\.2"):
        glibc.newest(tmp_path, replace(amd64, glibc=(2, 2)))


def test_a_finished_package_tells_its_size_and_what_each_binary_asks_for_the_newest_first(tmp_path: Path) -> None:
    need("objdump")
    need("dpkg-deb")
    glibc, made = script("glibc"), tmp_path / "made"
    import lxml.etree

    (made / "DEBIAN").mkdir(parents=True)
    about = "Package: a\nVersion: 1.0\nArchitecture: amd64\nMaintainer: a <a@localhost>\nDescription: a\n"
    (made / "DEBIAN" / "control").write_text(about)
    (made / "words.txt").write_text("no binary")
    (made / "aged.so").write_bytes(b"\x7fELF, and no symbols")
    (made / "etree.so").write_bytes(Path(lxml.etree.__file__).read_bytes())
    package = tmp_path / "a.deb"
    subprocess.run(["dpkg-deb", "--build", made, package], check=True, stdout=subprocess.DEVNULL)
    head, _columns, *lines = glibc.told(package).splitlines()
    whole = (made / "etree.so").stat().st_size / 1_000_000
    assert head == f"a.deb: {package.stat().st_size / 1_000_000:.2f} MB, unpacked {whole:.2f} MB in 3 files"
    asked = ".".join(map(str, glibc.demands(made)["GLIBC"]["etree.so"]))
    assert [line.split() for line in lines] == [[asked, "-", "etree.so"], ["-", "-", "aged.so"]]


def test_a_blinking_caret_leaves_the_screen_still_and_a_new_line_of_words_does_not() -> None:
    screen = script("screen")
    wide, high = map(int, screen._SIZE.split("x"))
    blank = bytes(wide * high)

    def with_ink(width: int, height: int) -> bytes:
        row = b"\xff" * width + bytes(wide - width)
        return row * height + bytes(wide * (high - height))

    assert screen._differing(blank, blank) == 0
    assert 0 < screen._differing(blank, with_ink(2, 40)) <= screen._STILL
    assert screen._differing(blank, with_ink(100, 14)) > screen._STILL


def test_checksums_are_those_of_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = script("build")
    monkeypatch.setattr(build, "DIST", tmp_path)
    (tmp_path / "a-setup.exe").write_bytes(b"setup")
    (tmp_path / "notes.txt").write_bytes(b"not given to anybody")
    build.write_checksums()
    line = f"{hashlib.sha256(b'setup').hexdigest()}  a-setup.exe\n"
    assert (tmp_path / "SHA256SUMS").read_text("utf-8") == line
    subprocess.run([need("sha256sum"), "-c", "SHA256SUMS"], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)


def test_every_package_of_the_wheel_goes_into_the_bundle_whole() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["only-include"]
    assert set(script("bundle").OWN) == set(wheel)


def test_the_portable_zip_carries_the_mark_that_the_program_looks_for(tmp_path: Path) -> None:
    import zipfile

    build = script("build")
    frozen = tmp_path / "nianbao"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "nianbao.exe").write_bytes(b"MZ")
    (frozen / "_internal" / "数据.txt").touch()
    with zipfile.ZipFile(build.portable(frozen, tmp_path / "p.zip")) as packed:
        assert set(packed.namelist()) == {
            "年报助手/nianbao.exe",
            "年报助手/_internal/数据.txt",
            f"年报助手/{folders.PORTABLE_MARK}",
        }
        words = packed.read(f"年报助手/{folders.PORTABLE_MARK}").decode("utf-8-sig")
    assert folders.PORTABLE_DOCUMENTS in words
    assert folders.PORTABLE_DATA in words


def test_without_a_certificate_nothing_is_signed_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sign = script("sign")
    monkeypatch.delenv(sign.CERTIFICATE, raising=False)
    (tmp_path / "a.exe").write_bytes(b"MZ")
    assert sign.sign([tmp_path / "a.exe"]) is False
    assert "not signed" in capsys.readouterr().out
    assert (tmp_path / "a.exe").read_bytes() == b"MZ"


def test_the_uninstaller_knows_every_file_that_is_installed_beside_the_program() -> None:
    script_text = (SCRIPTS / "installer.nsi").read_text("utf-8")
    for name in ("nianbao.exe", "nianbao-cli.exe", script("bundle").NOTICES, "uninstall.exe"):
        assert f'Delete "$INSTDIR\\{name}"' in script_text
    assert 'RMDir /r "$INSTDIR"' not in script_text
    assert "RequestExecutionLevel user" in script_text


def _packed(folder: Path, layout: object) -> Path:
    """A package of a small program."""
    need("dpkg-deb")
    need("objdump")
    import lxml.etree

    frozen = folder / "nianbao"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "_internal" / "etree.so").write_bytes(Path(lxml.etree.__file__).read_bytes())
    (frozen / script("bundle").NOTICES).write_text("notices", "utf-8")
    packed = script("deb").pack(frozen, folder, script("processors").AMD64, layout, Path("/"))
    subprocess.run(["dpkg-deb", "-R", packed, folder / "out"], check=True)
    return Path(packed)


def test_the_package_for_the_store_of_uos_is_below_one_folder_and_runs_nothing(tmp_path: Path) -> None:
    name = "com.example.nianbao"
    packed = _packed(tmp_path, script("layouts").of_store(name, "1.2.3"))
    assert packed.name == f"{name}_1.2.3.0_amd64.deb"
    out = tmp_path / "out"
    assert [path.name for path in (out / "DEBIAN").iterdir()] == ["control"]
    assert {path.relative_to(out).parts[:3] for path in out.rglob("*") if path.is_file()} == {
        ("DEBIAN", "control"),
        ("opt", "apps", name),
    }
    home = out / "opt" / "apps" / name
    assert sorted(path.name for path in home.iterdir()) == ["entries", "files", "info"]
    told = json.loads((home / "info").read_text("utf-8"))
    assert (told["appid"], told["version"], told["arch"]) == (name, "1.2.3.0", ["amd64"])
    assert not any(told["permissions"].values())
    entry = (home / "entries" / "applications" / f"{name}.desktop").read_text("utf-8")
    assert f"Exec=/opt/apps/{name}/files/nianbao %f\nIcon={name}\n" in entry
    assert (home / "entries" / "icons" / "hicolor" / "scalable" / "apps" / f"{name}.svg").exists()
    assert f"Package: {name}\nVersion: 1.2.3.0\n" in (out / "DEBIAN" / "control").read_text("utf-8")


def test_the_desktop_package_names_its_menu_entry_and_its_kind_of_file(tmp_path: Path) -> None:
    bundle = script("bundle")
    packed = _packed(tmp_path, script("layouts").usual(bundle.version()))
    assert packed.name == f"nianbao_{bundle.version()}_amd64.deb"
    control = subprocess.run(["dpkg-deb", "-f", packed], capture_output=True, text=True, check=True).stdout
    assert f"Version: {bundle.version()}" in control
    assert "Architecture: amd64" in control
    assert "Depends: libc6 (>= 2.28)" in control
    share = tmp_path / "out" / "usr" / "share"
    entry = (share / "applications" / "nianbao.desktop").read_text("utf-8")
    kinds = ET.parse(share / "mime" / "packages" / "nianbao.xml").getroot()
    assert f"MimeType={kinds[0].get('type')};" in entry
    assert [element.get("pattern") for element in kinds.iter() if element.tag.endswith("glob")] == ["*.nianbao"]
    assert (share / "icons" / "hicolor" / "256x256" / "mimetypes" / "application-x-nianbao.png").exists()
    assert (tmp_path / "out" / "usr" / "bin" / "nianbao").readlink() == Path("../lib/nianbao/nianbao")


@pytest.mark.parametrize(("found", "status"), [("2.23", 1), ("2.27", 1), ("2.28", 0), ("2.31", 0)])
def test_the_desktop_package_tells_an_older_system_why_not(tmp_path: Path, found: str, status: int) -> None:
    need("dpkg")
    script("deb").write_scripts(tmp_path, script("processors").AMD64)
    (tmp_path / "getconf").write_text(f"#!/bin/sh\necho glibc {found}\n")
    (tmp_path / "getconf").chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run([tmp_path / "preinst", "install"], env={"PATH": path}, stderr=subprocess.PIPE, check=False)
    assert done.returncode == status
    assert (f"这台电脑的系统太旧（glibc {found}），要 glibc 2.28 或更新" in done.stderr.decode()) is bool(status)


@pytest.mark.parametrize(("told", "used"), [("fcitx", "fcitx"), ("fcitx5", "fcitx"), ("ibus", "ibus")])
def test_one_part_of_qt_serves_both_kinds_of_fcitx(told: str, used: str) -> None:
    code = "import start, os; start._set_environment(); print(os.environ['QT_IM_MODULE'])"
    call = [sys.executable, "-c", code]
    done = subprocess.run(call, cwd=SCRIPTS, env={**os.environ, "QT_IM_MODULE": told}, capture_output=True, check=True)
    assert done.stdout.decode().strip() == used
