"""The package for a processor that this machine does not have: what goes into it, and whom it is for."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from cli.calls import CALLS
from export.content import blocks
from export.exporters import REPORT
from export.pdf.objects import Objects
from export.writer import Content
from gui.paper.outputs import PDF, register_painted
from model.drafts import draft
from tests.tools import need

ROOT = Path(__file__).parents[1]
SCRIPTS = (ROOT / "packaging", ROOT / "packaging" / "cross")


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The scripts can be imported by their own names, as when one of them is run, and are forgotten afterwards."""
    for folder in SCRIPTS:
        monkeypatch.syspath_prepend(str(folder))
    yield
    for folder in SCRIPTS:
        for path in folder.glob("*.py"):
            sys.modules.pop(path.stem, None)


def script(name: str) -> ModuleType:
    """One of the scripts."""
    return __import__(name)


def test_the_lock_has_a_qt_for_arm64_that_its_oldest_system_can_load_and_leaves_the_others_alone() -> None:
    packages = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    wheels = {
        package["version"]: [wheel["url"].rpartition("/")[2] for wheel in package["wheels"]]
        for package in packages
        if package["name"] == "pyside6-essentials"
    }
    glibc = "_".join(map(str, script("processors").ARM64.glibc))
    assert sorted(wheels) == ["6.8.0.2", "6.8.3"]
    assert any(name.endswith(f"manylinux_{glibc}_aarch64.whl") for name in wheels["6.8.0.2"])
    assert any(name.endswith("manylinux_2_28_x86_64.whl") for name in wheels["6.8.3"])
    assert any(name.endswith("win_amd64.whl") for name in wheels["6.8.3"])


def test_a_module_is_laid_out_without_its_text_and_the_same_every_time(tmp_path: Path) -> None:
    text = tmp_path / "text" / "said.py"
    text.parent.mkdir()
    text.write_text("def fail():\n    raise ValueError\nWORDS = '年报'\n", "utf-8")
    tree = script("tree")
    for place in ("one", "two"):
        tree.compiled(text, tmp_path / place, Path("inner/said.py"))
    made = tmp_path / "one" / "inner" / "said.pyc"
    assert made.read_bytes() == (tmp_path / "two" / "inner" / "said.pyc").read_bytes()
    assert [path.name for path in made.parent.iterdir()] == ["said.pyc"]
    code = "from inner import said; print(said.WORDS, said.fail.__code__.co_filename)"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], cwd=tmp_path / "one", capture_output=True, check=True
    )
    assert done.stdout.decode().split() == ["年报", "inner/said.py"]


@pytest.mark.parametrize(
    ("inside", "used"),
    [
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtNetwork.abi3.so", False),
        ("PySide6/__init__.py", True),
        ("PySide6/libpyside6.abi3.so.6.8", True),
        ("PySide6/designer", False),
        ("PySide6/scripts/deploy.py", False),
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("PySide6/Qt/lib/libQt6Gui.so.6", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6_Essentials-6.8.0.2.dist-info/METADATA", True),
        ("lxml/etree.cpython-311-aarch64-linux-gnu.so", True),
        ("lxml/objectify.cpython-311-aarch64-linux-gnu.so", False),
        ("pdfplumber/cli.py", False),
        ("pdfplumber/page.py", True),
    ],
)
def test_of_the_wheels_what_the_program_does_not_use_stays_out(inside: str, *, used: bool) -> None:
    assert script("tree").is_used(inside) is used


def test_a_library_of_qt_that_nothing_links_to_stays_out_by_what_the_files_themselves_say() -> None:
    links = {
        "/x/QtGui.abi3.so": ["libQt6Gui.so.6", "libc.so.6"],
        "/x/libQt6Gui.so.6": ["libQt6Core.so.6"],
        "/x/libQt6Core.so.6": [],
        "/x/libQt6Qml.so.6": ["libQt6Core.so.6"],
    }
    binaries = [(f"PySide6/{source.removeprefix('/x/')}", source) for source in links]
    assert script("bundle").orphans(binaries, links.__getitem__) == {"PySide6/libQt6Qml.so.6"}


def test_a_package_for_arm64_says_so_and_which_systems_are_too_old(tmp_path: Path) -> None:
    need("dpkg-deb")
    need("objdump")
    arm64 = script("processors").ARM64
    system = tmp_path / "system"
    _unpacked(tmp_path / "libexpat1", system, "usr/lib/aarch64-linux-gnu/libexpat.so.1")
    frozen = tmp_path / "nianbao"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "nianbao").write_text("a program")
    (frozen / "nianbao").chmod(0o755)
    (frozen / script("bundle").NOTICES).write_text("notices", "utf-8")
    layout = script("layouts").of_store("com.example.nianbao", "1.2.3")
    packed = script("deb").pack(frozen, tmp_path, arm64, layout, system)
    assert packed.name == "com.example.nianbao_1.2.3.0_arm64.deb"
    control = subprocess.run(["dpkg-deb", "-f", packed], capture_output=True, text=True, check=True).stdout
    assert "Architecture: arm64\n" in control
    assert "Depends: libc6 (>= 2.31)\n" in control
    subprocess.run(["dpkg-deb", "--extract", packed, tmp_path / "root"], check=True)
    said = script("store").check(packed, tmp_path / "root", "com.example.nianbao")
    assert said.endswith("files, all below /opt/apps/com.example.nianbao, no scripts")
    script("deb").write_scripts(tmp_path / "scripts", arm64)
    told = (tmp_path / "scripts" / "preinst").read_text("utf-8")
    assert "ge 2.31" in told
    assert "统信 UOS 20" not in told


@pytest.mark.parametrize(
    ("file", "trouble"), [("usr/bin/other", "outside"), ("DEBIAN/preinst", "package manager"), ("", "description")]
)
def test_a_package_that_does_not_lie_as_the_store_asks_is_refused(tmp_path: Path, file: str, trouble: str) -> None:
    need("dpkg-deb")
    made, identity = tmp_path / "made", "com.example.nianbao"
    info = made / "opt" / "apps" / identity / "info"
    for path in (info, made / "DEBIAN" / "control", *((made / file,) if file else ())):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n")
        path.chmod(0o755)
    info.write_text(f'{{"appid": "{identity}", "version": "1.2.3.0", "arch": ["arm64"]}}')
    about = f"Package: {identity}\nVersion: 1.0\nArchitecture: arm64\nMaintainer: a <a@localhost>\nDescription: a\n"
    (made / "DEBIAN" / "control").write_text(about)
    subprocess.run(["dpkg-deb", "--build", made, tmp_path / "a.deb"], check=True, stdout=subprocess.DEVNULL)
    with pytest.raises(SystemExit, match=trouble):
        script("store").check(tmp_path / "a.deb", made, identity)


def test_files_written_in_two_places_must_be_the_same_and_pdf_files_say_the_same(tmp_path: Path) -> None:
    compare = script("outputs").compare
    one, other = tmp_path / "one", tmp_path / "other"
    for place in (one, other):
        (place / "review" / "inner").mkdir(parents=True)
        (place / "review" / "inner" / "a.docx").write_bytes(b"words")
    assert compare(one / "review", other / "review") == 1
    assert compare(one / "review/inner/a.docx", other / "review/inner/a.docx") == 1
    (other / "review" / "b.docx").touch()
    with pytest.raises(SystemExit, match=r"b\.docx"):
        compare(one / "review", other / "review")
    (one / "review" / "b.docx").write_bytes(b"more")
    with pytest.raises(SystemExit, match=r"b\.docx is not"):
        compare(one / "review", other / "review")
    with pytest.raises(SystemExit, match="nothing"):
        compare(one / "nothing", other / "nothing")
    report = draft.load(ROOT / "tests" / "data" / "seed.nianbao").report
    data = PDF.load().write(Content(report, blocks(report)))
    (one / "a.pdf").write_bytes(data)
    file = Objects(data)
    trailer = {key: b"%d 0 R" % file.reference(file.trailer, key) for key in ("Info", "Root")}
    (other / "a.pdf").write_bytes(file.write(trailer))
    assert (one / "a.pdf").read_bytes() != (other / "a.pdf").read_bytes()
    assert compare(one / "a.pdf", other / "a.pdf") == 1
    changed = report.with_number("applications.received.natural_person", 9)
    (other / "a.pdf").write_bytes(PDF.load().write(Content(changed, blocks(changed))))
    with pytest.raises(SystemExit, match=r"a\.pdf is not"):
        compare(one / "a.pdf", other / "a.pdf")


def test_the_trial_writes_with_every_command_that_writes_a_file_about_a_report() -> None:
    """But what makes a new draft, whose number is random, and what is about what is kept on the machine."""
    calls = script("outputs").calls(Path("a.nianbao"), Path("both"), Path("out"))
    kinds = {path.suffix for path in calls if calls[path][0] == "export"}
    register_painted()
    assert kinds == {kind.suffix for kind in REPORT.formats}
    writing = {name for name, call in CALLS.items() if "-o " in call.usage}
    assert writing - {call[0] for call in calls.values()} == {"import", "new", "sum", "correction", "backup"}


def test_what_is_unpacked_below_a_folder_is_known_to_dpkg_as_installed_there(tmp_path: Path) -> None:
    need("dpkg-query")
    system = tmp_path / "system"
    for name in ("one", "two", "one"):
        _unpacked(tmp_path / name, system, f"usr/lib/{name}/a file.txt")
    ask = ["dpkg-query", f"--admindir={system / 'var' / 'lib' / 'dpkg'}"]
    found = subprocess.run([*ask, "--search", "/usr/lib/two/a file.txt"], capture_output=True, text=True, check=True)
    assert found.stdout == "two:arm64: /usr/lib/two/a file.txt\n"
    shown = ["--show", "--showformat", "${Package} ${Version} ${db:Status-Status}\n"]
    listed = subprocess.run([*ask, *shown], capture_output=True, text=True, check=True)
    assert listed.stdout == "one 1.0 installed\ntwo 1.0 installed\n"


def _unpacked(made: Path, system: Path, file: str) -> None:
    """Unpack a package with one file, and its notices, below a folder."""
    for place in (file, f"usr/share/doc/{made.name}/copyright"):
        path = made / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    (made / "DEBIAN").mkdir(exist_ok=True)
    about = f"Package: {made.name}\nVersion: 1.0\nArchitecture: arm64\nMaintainer: a <a@localhost>\nDescription: a\n"
    (made / "DEBIAN" / "control").write_text(about)
    package = made.with_suffix(".deb")
    subprocess.run(["dpkg-deb", "--build", made, package], check=True, stdout=subprocess.DEVNULL)
    script("debian").unpack(package, system)


def test_programs_for_arm64_are_known_by_their_heads_and_no_others() -> None:
    rule = script("emulated").rule(script("processors").ARM64, "/usr/bin/qemu-aarch64-static")
    name, kind, _offset, magic, mask = rule.split(":")[1:6]
    head, covered = (bytes.fromhex(words.replace("\\x", "")) for words in (magic, mask))
    assert (name, kind) == ("aarch64", "M")

    def known(program: bytes) -> bool:
        return all(byte & kept == wanted for byte, kept, wanted in zip(program, covered, head, strict=False))

    started = b"\x7fELF\x02\x01\x01" + bytes(9)
    assert known(started + b"\x02\x00\xb7\x00")
    assert known(started + b"\x03\x00\xb7\x00")  # one that can lie anywhere in the memory
    assert not known(started + b"\x03\x00\x3e\x00")
    assert not known(Path(sys.executable).read_bytes()[:20])
