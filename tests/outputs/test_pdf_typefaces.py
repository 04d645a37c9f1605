"""The report as PDF on machines with other typefaces: none with a bold face, several in a line, none with Chinese."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from gui.paper.typefaces import NO_CHINESE, notices
from importers.read import read
from model.drafts import draft
from tests.tools import need

ROOT = Path(__file__).parents[2]
SEED = ROOT / "tests" / "data" / "seed.nianbao"
NOTO = Path("/usr/share/fonts/opentype/noto")
LIBERATION = Path("/usr/share/fonts/truetype/liberation")
TITLE = "政府信息公开工作年度报告"
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  {folders}
  <selectfont><rejectfont><glob>/*</glob></rejectfont><acceptfont>{files}</acceptfont></selectfont>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""
_PRINT = """
import sys
from pathlib import Path
from gui.paper import printing, tools
from gui.paper.application import start_application
from model.drafts import draft
printing.ask_for_printer = lambda *_: sys.exit("the printer was asked for")
start_application()
print(tools.print_report(draft.load(Path(sys.argv[1])).report, None))
"""


def machine(folder: Path, *typefaces: Path) -> dict[str, str]:
    """The environment of a machine that has these files of typefaces and no others."""
    folders = "".join(f"<dir>{place}</dir>" for place in sorted({file.parent for file in typefaces}))
    files = "".join(f"<glob>{file}</glob>" for file in typefaces)
    told = folder / "fonts.conf"
    told.write_text(_CONFIGURATION.format(folders=folders, files=files), "utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(told), "QT_QPA_PLATFORM": "offscreen"}


def run(where: dict[str, str], *call: str | Path) -> tuple[int, str]:
    """The status of a call of Python's, and what it says."""
    done = subprocess.run(
        [sys.executable, *map(str, call)], cwd=ROOT, env=where, capture_output=True, check=False, encoding="utf-8"
    )
    return done.returncode, done.stdout + done.stderr


def export(where: dict[str, str], source: Path, target: Path) -> tuple[int, str]:
    """The status of an export by the command line, and what it says."""
    return run(where, "-m", "cli", "export", source, "-o", target)


def text_in(path: Path) -> str:
    """What another program copies, without blanks."""
    call = [need("pdftotext"), "-raw", str(path), "-"]
    return "".join(subprocess.run(call, check=True, capture_output=True, encoding="utf-8").stdout.split())


def contents(path: Path) -> bytes:
    """What is painted on all pages."""
    with pikepdf.open(path) as found:
        return b"".join(page.Contents.read_bytes() for page in found.pages)


def face_alone(source: Path, target: Path, allowed: int) -> None:
    """Take the first face out of a collection, as a file of its own, with a licence (`fsType`) for embedding it."""
    data = source.read_bytes()
    start = int.from_bytes(data[12:16], "big")
    count = int.from_bytes(data[start + 4 : start + 6], "big")
    tables, place = [], 12 + 16 * count
    for entry in range(start + 12, start + 12 + 16 * count, 16):
        name, _, offset, length = struct.unpack(">4sIII", data[entry : entry + 16])
        body = bytearray(data[offset : offset + length])
        if name == b"OS/2":
            body[8:10] = allowed.to_bytes(2, "big")
        tables.append((name, place, length, bytes(body) + bytes(-length % 4)))
        place += length + -length % 4
    heads = b"".join(struct.pack(">4sIII", name, 0, offset, length) for name, offset, length, _ in tables)
    target.write_bytes(data[start : start + 12] + heads + b"".join(body for *_, body in tables))


def test_a_title_in_a_typeface_without_a_bold_face_is_bold_and_stands_there_once(tmp_path: Path) -> None:
    where, target = machine(tmp_path, NOTO / "NotoSerifCJK-Regular.ttc"), tmp_path / "a.pdf"
    status, said = export(where, SEED, target)
    assert status == 0, said
    assert "200 个数据" in said
    seed = draft.load(SEED).report
    assert text_in(target).count(seed.title_text) == 1
    assert b"ActualText <> >>" not in contents(target)
    assert b"\n2 Tr\n" in contents(target), "filled and outlined"
    found = read(target)
    assert (found.title, found.agency.name, list(found.doubts)) == (seed.title_text, seed.agency.name, [])
    checked = subprocess.run([need("qpdf"), "--check", target], capture_output=True, check=False)
    assert b"No syntax or stream encoding errors found" in checked.stdout


def test_digits_and_chinese_of_two_typefaces_in_a_line_are_read_back_and_the_chinese_one_is_named(
    tmp_path: Path,
) -> None:
    where = machine(tmp_path, LIBERATION / "LiberationSerif-Regular.ttf", NOTO / "NotoSansCJK-Regular.ttc")
    status, said = export(where, SEED, tmp_path / "a.pdf")
    assert status == 0, said
    assert "正文用的“仿宋”没有安装，用“Noto Sans CJK" in said
    assert "Liberation" not in said
    assert "方框" not in said
    assert text_in(tmp_path / "a.pdf").count(draft.load(SEED).report.title_text) == 1


@pytest.mark.parametrize("typefaces", [(), (LIBERATION / "LiberationSerif-Regular.ttf",)])
def test_without_a_chinese_typeface_nothing_is_written_or_printed_and_it_is_said_why(
    tmp_path: Path, typefaces: tuple[Path, ...]
) -> None:
    where, target = machine(tmp_path, *typefaces), tmp_path / "a.pdf"
    assert export(where, SEED, target) == (2, f"{target}：{NO_CHINESE}\n")
    assert not target.exists()
    assert export(where, SEED, target.with_suffix(".docx"))[0] == 0
    assert run(where, "-c", _PRINT, SEED) == (0, f"没有打印：{NO_CHINESE}\n")


def test_a_single_open_type_face_whose_licence_forbids_embedding_is_drawn_as_lines_and_read_all_the_same(
    tmp_path: Path,
) -> None:
    face = tmp_path / "face.otf"
    face_alone(NOTO / "NotoSerifCJK-Regular.ttc", face, allowed=0x0002)
    where = machine(tmp_path, face)
    status, said = export(where, SEED, tmp_path / "a.pdf")
    assert status == 0, said
    assert "的许可不让嵌入，PDF 里它的字画成线条" in said
    assert text_in(tmp_path / "a.pdf").count(TITLE) == 1
    face_alone(NOTO / "NotoSerifCJK-Regular.ttc", face, allowed=0x0000)
    status, said = export(where, SEED, tmp_path / "b.pdf")
    assert status == 0, said
    assert "许可" not in said
    assert (tmp_path / "b.pdf").stat().st_size < (tmp_path / "a.pdf").stat().st_size / 2


def test_characters_that_no_typeface_shows_are_named_before_the_file_is_written() -> None:
    seed = draft.load(SEED).report
    assert not [line for line in notices(seed) if "方框" in line]
    report = seed.with_text("overview", f"{seed.text.overview}其中乡镇\ue000、村\U00030000\u200b各一件。")
    assert notices(report)[-1] == ("这台电脑的字体里没有“\ue000”“\U00030000”，PDF 里显示成方框，文字仍可复制")
