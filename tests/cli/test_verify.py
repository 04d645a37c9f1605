"""`nianbao verify`: whether an exported file is what its draft says, in every kind of file."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import cli
from export.identity import report_digest, short
from model.drafts import draft
from model.report.publication import with_signed
from model.report.report import Signed
from model.structs import replace

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
KINDS = (".docx", ".pdf", ".html", ".xlsx")


def call(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.nianbao"
    path.write_bytes(SEED.read_bytes())
    return path


@pytest.fixture(params=KINDS)
def exported(request: pytest.FixtureRequest, copy: Path) -> Path:
    path = copy.with_name(f"报告{request.param}")
    assert call("export", copy, "-o", path) == 0
    return path


def test_an_untouched_file_says_which_save_it_is_and_agrees(
    exported: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("verify", exported) == 0
    assert f"草稿的第 {draft.load(copy).revision} 次保存" in capsys.readouterr().out
    assert call("verify", exported, "--draft", copy) == 0
    assert "一致：295 段和格逐一核对" in capsys.readouterr().out


def test_another_name_does_not_matter(exported: Path, copy: Path) -> None:
    other = exported.rename(exported.with_name("没有后缀"))
    assert call("verify", other, "--draft", copy) == 0


def test_a_draft_that_was_changed_since_is_told_by_its_words(
    exported: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = draft.load(copy)
    assert held.saved_at is not None
    report = held.report.with_number("applications.received.natural_person", 9)
    draft.save(draft.Draft(report, held.id, held.revision, held.saved_at), copy, held.saved_at)
    capsys.readouterr()
    assert call("verify", exported, "--draft", copy) == 1
    assert "表三 本年新收 / 自然人：草稿“9”，文件“5”" in capsys.readouterr().out


def test_a_draft_saved_again_with_the_same_words_agrees(
    exported: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = draft.load(copy)
    assert held.saved_at is not None
    draft.save(held, copy, held.saved_at)
    assert call("verify", exported, "--draft", copy) == 0
    assert "要印的内容没有变" in capsys.readouterr().out


def test_a_figure_changed_in_the_file_is_found_without_the_draft(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = copy.with_name("报告.html")
    assert call("export", copy, "-o", page) == 0
    page.write_bytes(page.read_bytes().replace(b"<td>5</td>", b"<td>6</td>", 1))
    assert call("verify", page) == 1
    assert "被改动过" in capsys.readouterr().out
    assert call("verify", page, "--draft", copy) == 1
    assert "表三 本年新收 / 自然人：草稿“5”，文件“6”" in capsys.readouterr().out


def test_what_is_added_where_no_words_of_the_report_stand_is_found_with_the_draft(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = copy.with_name("报告.docx")
    assert call("export", copy, "-o", word) == 0
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("word/more.xml", b"<x/>")
    assert call("verify", word, "--draft", copy) == 1
    assert "文字和数据与草稿" in (said := capsys.readouterr().out)
    assert "被改动过" in said


def _in_part(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    """Changes a part of a package, all else in it as it was."""

    def change(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for each, content in parts.items():
                archive.writestr(each, content)

    return change


def _in_bytes(old: bytes, new: bytes) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        assert old in path.read_bytes()
        path.write_bytes(path.read_bytes().replace(old, new, 1))

    return change


def _broken_font(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = max(data.index(b"/FontFile"), data.index(b"/Length1"))
    start = data.index(b"stream\n", at) + 40
    data[start : start + 20] = bytes(20)
    path.write_bytes(data)


def _comment(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"more"


BESIDE_THE_WORDS = {
    "styles.docx": _in_part("word/styles.xml", b"</w:rPr>", b"<w:vanish/></w:rPr>"),
    "footer.docx": _in_part("word/footer1.xml", b"</w:ftr>", "<w:p><w:r><w:t>机密</w:t></w:r></w:p></w:ftr>".encode()),
    "struck.docx": _in_part("word/document.xml", b"<w:rPr>", b"<w:rPr><w:strike/>"),
    "comment.docx": _comment,
    "another_sheet.xlsx": _in_part("xl/worksheets/sheet4.xml", b"<v>5</v>", b"<v>7</v>"),
    "format.xlsx": _in_part("xl/styles.xml", b"<cellXfs", b'<dxfs count="0"/><cellXfs'),
    "hidden_row.xlsx": _in_part("xl/worksheets/sheet1.xml", b"<row ", b'<row hidden="1" '),
    "style.html": _in_bytes(b"</style>", b"td{display:none}</style>"),
    "title.html": _in_bytes(b"<title>", "<title>旧的".encode()),
    "spaces.html": _in_bytes(b"</body>", b" </body>"),
    "font.pdf": _broken_font,
    "creator.pdf": _in_bytes(b"/Creator <FEFF5E74", b"/Creator <FEFF5E75"),
}


@pytest.mark.parametrize("name", BESIDE_THE_WORDS)
def test_a_change_beside_the_words_is_told_with_the_draft_and_without(
    name: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy.with_name(name)
    assert call("export", copy, "-o", path) == 0
    BESIDE_THE_WORDS[name](path)
    capsys.readouterr()
    assert call("verify", path) == 1
    assert "正文和表格里的字和数没有改动，但文件的其他部分" in capsys.readouterr().out
    assert call("verify", path, "--draft", copy) == 1
    said = capsys.readouterr().out
    assert f"文字和数据与草稿 {copy} 一致，但文件的其他部分" in said


def test_a_file_without_the_digest_of_the_whole_is_not_called_unchanged(
    exported: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mark = b"file-sha256:"
    if zipfile.is_zipfile(exported):
        _in_part("docProps/core.xml", mark, b"none:")(exported)
    else:
        _in_bytes(mark, b"no-digest-:x")(exported)
    capsys.readouterr()
    assert call("verify", exported) == 1
    assert "看不出来" in capsys.readouterr().out
    assert call("verify", exported, "--draft", copy) == 1
    assert "一致，但" in capsys.readouterr().out


BEYOND_READING = {
    "image.html": _in_bytes(b"<body>", b'<body><img src="x.png">'),
    "script.html": _in_bytes(b"</head>", b"<script>1</script></head>"),
    "formula.xlsx": _in_part("xl/worksheets/sheet2.xml", b"<v>5</v>", b"<f>2+3</f><v>5</v>"),
    "body.docx": _in_part("word/document.xml", b"<w:body>", b"<w:body><w:p>"),
}


@pytest.mark.parametrize("name", BEYOND_READING)
def test_a_file_of_ours_that_was_changed_beyond_reading_is_still_called_ours(
    name: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy.with_name(name)
    assert call("export", copy, "-o", path) == 0
    BEYOND_READING[name](path)
    capsys.readouterr()
    assert call("verify", path) == 1
    assert "是年报助手导出的" in (said := capsys.readouterr().out)
    assert "被改动过" in said
    assert not re.search("line|column|Error", said)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.4\n", b"<html><p>x", b"\xff" * 99])
def test_a_file_that_is_none_of_ours_costs_one_line(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "别人的"
    path.write_bytes(content)
    assert call("verify", path) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert call("verify", tmp_path / "没有") == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_made_of_no_saved_draft_says_so(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = tmp_path / "a.docx"
    assert call("export", SEED, "-o", word) == 0
    other = tmp_path / f"b{kind}"
    assert call("export", word, "-o", other) == 0
    capsys.readouterr()
    assert call("verify", other) == 0
    assert "没有写明是草稿的哪一次保存" in capsys.readouterr().out


@pytest.mark.parametrize("later", [False, True])
def test_it_tells_whether_the_file_is_the_one_that_was_signed(
    exported: Path, copy: Path, later: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of the signed save is that, also when the draft went on; one of a later save is not, and it is said."""
    held = draft.load(copy)
    assert held.saved_at is not None
    mark = Signed(date(2025, 1, 18), report_digest(held.report))
    changed = held.report.with_number("applications.received.natural_person", 9)
    draft.save(replace(held, report=with_signed(changed if later else held.report, mark)), copy, held.saved_at)
    capsys.readouterr()
    assert call("verify", exported, "--draft", copy) == int(later)
    assert f"文件是 2025-01-18 签批的那一版（摘要 {short(mark.digest)}）" in capsys.readouterr().out
    if later:
        assert call("export", copy, "-o", exported, "--force") == 0
        capsys.readouterr()
        assert call("verify", exported, "--draft", copy) == 1
        said = capsys.readouterr().out
        assert "文件不是 2025-01-18 签批的那一版" in said
        assert "段和格逐一核对" in said


@pytest.mark.parametrize("kind", [".docx", ".pdf", ".html"])
def test_a_sheet_stands_for_the_report_that_it_names(kind: str, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its own words have another digest than the report, and it is no report to compare cell by cell."""
    held = draft.load(copy)
    assert held.saved_at is not None
    sheet = copy.with_name(f"审签单{kind}")
    assert call("sheet", copy, "-o", sheet) == 0
    mark = Signed(date(2025, 1, 18), report_digest(held.report))
    draft.save(replace(held, report=with_signed(held.report, mark)), copy, held.saved_at)
    capsys.readouterr()
    assert call("verify", sheet) == 0
    assert f"审签单，草稿的第 {held.revision} 次保存" in (said := capsys.readouterr().out)
    assert f"报告的摘要 {short(mark.digest)}" in said
    assert call("verify", sheet, "--draft", copy) == 0
    said = capsys.readouterr().out
    assert f"审签单上的是 2025-01-18 签批的那一版（摘要 {short(mark.digest)}）" in said
    assert "是同一版" in said

    changed = held.report.with_number("applications.received.natural_person", 9)
    draft.save(replace(held, report=with_signed(changed, mark)), copy, held.saved_at)
    assert call("verify", sheet, "--draft", copy) == 1
    said = capsys.readouterr().out
    assert "审签单上的是 2025-01-18 签批的那一版" in said
    assert f"后来改过：现在的摘要是 {short(report_digest(changed))}" in said
    assert call("sheet", copy, "-o", sheet, "--force") == 0
    capsys.readouterr()
    assert call("verify", sheet, "--draft", copy) == 1
    assert "审签单上的不是 2025-01-18 签批的那一版" in capsys.readouterr().out
