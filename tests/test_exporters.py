"""The tables of outputs and of file kinds: one entry makes a new kind work everywhere."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

import cli
from export import exporters
from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title
from export.exporters import CHECK_SHEET, CORRECTION, REPORT, Circumstances, FileFormat, endings, export, register
from export.gathering_sheet import Asked
from export.writer import Comparison, Content, Difference, Writer
from gui.paper.outputs import register_painted
from importers.document import blocks as read_blocks
from importers.files import from_bytes
from importers.formats import kinds
from importers.formats.kinds import FileKind
from importers.refused import Refused
from model.drafts import draft
from model.files.problems import FileProblem
from model.gathering.items import items
from model.language.outline import paragraphs
from model.report.correction import Correction, Numbered
from model.report.report import TEXT_IDS, Passed, Report, TextId
from model.review.opinion import Opinion
from model.review.telling import Told
from model.review.versions import Changes
from model.structs import replace
from tests.importers.samples import FOLDER

SEED = Path(__file__).parent / "data" / "seed.nianbao"
PUBLISHED = Passed(date(2025, 1, 8), "https://www.example.gov.cn/1")
BEFORE = draft.load(SEED).report.with_number("disclosure.penalties.decisions", 77).with_text("problems", "没有。")
TOLD = Told("T3-01", "error", "一列不平。", "表三", "表三 · 自然人", cells=("applications.received.natural_person",))
SAID = Opinion(BEFORE, "a.docx", date(2025, 1, 9), (TOLD,), ("有两份",), "请改。", Changes((TOLD,), (TOLD,), (TOLD,)))
ASKED = Asked("法规科", items(BEFORE.form))
AROUND = Circumstances(date(2025, 1, 9), (), None, Correction(Numbered(1, PUBLISHED), BEFORE), SAID, ASKED)


def _plain_words(content: Content) -> bytes:
    return "\n".join(str(block) for block in content.blocks).encode()


def _same_words(data: bytes, content: Content) -> Comparison:
    if data != _plain_words(content):
        raise Difference("不同")
    return Comparison(200, 6, len(content.blocks))


WORDS = FileFormat("纯文字", ".words", lambda: Writer(_plain_words, _same_words))


@pytest.fixture
def words() -> Iterator[FileFormat]:
    """One more kind of output, for the report and for its 审签单."""
    for document in (REPORT, CHECK_SHEET):
        register(document, WORDS)
        register(document, WORDS)
    yield WORDS
    for document in (REPORT, CHECK_SHEET):
        document.formats.remove(WORDS)


def test_one_entry_is_an_output_of_the_command_line(
    words: FileFormat, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", str(SEED), "-o", str(tmp_path / f"a{words.suffix}")]) == 0
    assert cli.main(["export", str(SEED), "-o", f"{tmp_path / 'many'}/", "--to", words.id]) == 0
    assert [path.suffix for path in (tmp_path / "many").iterdir()] == [words.suffix]
    assert cli.main(["export", str(SEED), "-o", str(tmp_path / "a.nothing")]) == 2
    assert endings(REPORT) in (said := capsys.readouterr().err)
    assert f"{words.name}（{words.suffix}）" in said
    assert cli.main(["export", "--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"{each.id}（{each.name}）" in said for each in REPORT.formats)


register_painted()
KINDS = [(document, kind) for document in exporters.DOCUMENTS for kind in document.formats]


@pytest.mark.parametrize(("document", "kind"), KINDS, ids=[f"{made.name} {kind.id}" for made, kind in KINDS])
def test_every_kind_of_file_holds_every_block_of_its_documents(document: exporters.Document, kind: FileFormat) -> None:
    """A block left out, and one with other words in it, give another file, which is not taken for the whole."""
    report = _full_report()
    whole = Content(report, document.blocks(report, AROUND))
    writer = kind.load()
    written = writer.write(whole)
    writer.verify(written, whole)
    for index, block in enumerate(whole.blocks):
        if type(block) in map(type, whole.blocks[:index]):
            continue
        for other in ((), (_reworded(block),)):
            changed = replace(whole, blocks=(*whole.blocks[:index], *other, *whole.blocks[index + 1 :]))
            assert _refuses(writer, changed, whole), f"{kind.name} leaves out {type(block).__name__}"


def test_every_block_stands_in_some_document() -> None:
    found = {type(block) for made in exporters.DOCUMENTS for block in made.blocks(_full_report(), AROUND)}
    assert found == set(get_args(Block)), "a block that no document holds is tried by no kind of file"


def _refuses(writer: Writer, changed: Content, whole: Content) -> bool:
    try:
        writer.verify(writer.write(changed), whole)
    except Difference:
        return True
    return False


def _full_report() -> Report:
    """A report with notes, a signature, and something to be said in its 审签单."""
    report = draft.load(SEED).report
    table = report.form.tables[0]
    return replace(
        report.with_number(report.form.typed[0], 7),
        notes={table.id: "本表数据截至年底。"},
        layout=replace(report.layout, signature=True),
    )


def _reworded(block: Block) -> Block:
    """The block with one more word in it."""
    match block:
        case Title(lines) | Signature(lines):
            return replace(block, lines=(*lines[:-1], f"{lines[-1]}又"))
        case NumberTable(values=values):
            first = next(iter(values))
            return replace(block, values={**values, first: f"{values[first]}1"})
        case Listing(rows=rows):
            return replace(block, rows=(*rows[:-1], (*rows[-1][:-1], f"{rows[-1][-1]}又")))
        case Heading(text) | Paragraph(text) | Note(text):
            return replace(block, text=f"{text}又")


@pytest.mark.parametrize("document", exporters.DOCUMENTS, ids=[each.name for each in exporters.DOCUMENTS])
def test_every_entry_of_the_table_writes_what_its_reader_finds_again(
    document: exporters.Document, tmp_path: Path
) -> None:
    report = draft.load(SEED).report
    for kind in document.formats:
        path = tmp_path / f"a{kind.suffix}"
        first = export(document, report, path, replace=False, circumstances=AROUND)
        assert first.headings > 0
        data = path.read_bytes()
        assert export(document, report, path, replace=True, circumstances=AROUND) == first
        assert path.read_bytes() == data
        with pytest.raises(FileProblem, match="文件已存在"):
            export(document, report, path, replace=False, circumstances=AROUND)


@pytest.mark.parametrize("suffix", [kind.suffix for kind in CHECK_SHEET.formats])
def test_a_changed_word_is_found_in_every_kind_of_file(suffix: str) -> None:
    report = draft.load(SEED).report
    wanted = Content(report, CHECK_SHEET.blocks(report, AROUND))
    other = Content(report, CHECK_SHEET.blocks(report, Circumstances(date(2025, 1, 10))))
    kind = CHECK_SHEET.format_of(Path(f"a{suffix}"))
    assert kind is not None
    writer = kind.load()
    writer.verify(writer.write(wanted), wanted)
    with pytest.raises(Difference):
        writer.verify(writer.write(other), wanted)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<p>", b"<p hidden>"),
        (b"<p>", b"<p><script>x</script>"),
        (b"</h2>", b""),
        (b"<td>", b'<td style="display:none">'),
        (b"<body>", b'<body><img src="x">'),
        (b"</body>", b"<p>more</p></body>"),
        (b"<title>", b'<link href="x"><title>'),
        ("审签单".encode(), b"\xff"),
    ],
)
def test_a_page_that_holds_anything_else_is_refused(old: bytes, new: bytes) -> None:
    report = draft.load(SEED).report
    content = Content(report, CHECK_SHEET.blocks(report, AROUND))
    writer = exporters.PAGE.load()
    data = writer.write(content)
    assert old in data
    with pytest.raises(Difference):
        writer.verify(data.replace(old, new), content)


def test_one_entry_is_a_file_kind_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("importers.formats.mine")
    setattr(module, "read", lambda data: read_blocks.Document("mine", (read_blocks.Paragraph(data.decode()),)))  # noqa: B010
    monkeypatch.setitem(sys.modules, module.__name__, module)
    mine = FileKind("mine", "我的", (".mine",), lambda look: look.data.startswith(b"MINE"), "mine")
    with pytest.raises(AssertionError):
        assert from_bytes(b"MINE and words").kind == "mine"
    monkeypatch.setattr(kinds, "KINDS", (mine, *kinds.KINDS))
    assert from_bytes(b"MINE and words").kind == "mine"
    assert kinds.by_id("mine") is mine
    assert kinds.suffixes()[0] == ".mine"


def test_every_kind_of_the_table_is_read_from_a_real_file_and_has_its_own_name() -> None:
    read = set()
    for path in (*FOLDER.glob("*.*"), *(FOLDER.parent / "reading").glob("*.pdf")):
        try:
            read.add(kinds.kind(path.read_bytes()).id)
        except Refused:
            continue
    known = [each for each in kinds.KINDS if isinstance(each, FileKind)]
    assert {each.id for each in known} - read <= {"mht", "text"}
    assert len({each.id for each in known}) == len({each.name for each in known}) == len(known)
    assert all(callable(each.load()) for each in known)


@pytest.mark.parametrize("suffix", [".docx", ".html", ".xlsx", ".pdf"])
@pytest.mark.parametrize("text_id", TEXT_IDS)
def test_a_field_whose_figure_nobody_knows_is_never_printed(suffix: str, text_id: TextId, tmp_path: Path) -> None:
    register_painted()
    seed, path = draft.load(SEED).report, tmp_path / f"报告{suffix}"
    spoilt = seed.with_text(text_id, f"{seed.text[text_id]}\n另办结{{{{applications.concluded}}}}件。")
    with pytest.raises(FileProblem, match=r"\{\{applications\.concluded\}\}.*请改成数字") as refused:
        export(REPORT, spoilt, path, replace=False)
    number = len(paragraphs(seed.text[text_id])) + 1
    assert f"第{number}段" in refused.value.reason
    with pytest.raises(FileProblem, match="指向的数据不存在"):
        export(CORRECTION, spoilt, tmp_path / "更正说明.docx", replace=False, circumstances=AROUND)
    assert list(tmp_path.iterdir()) == []
    export(CHECK_SHEET, spoilt, tmp_path / "审签单.docx", replace=False)


def test_braces_written_as_words_and_known_fields_are_printed(tmp_path: Path) -> None:
    text = "收到{{applications.received.total}}件，写作{{{{原样}}。"
    export(REPORT, draft.load(SEED).report.with_text("overview", text), tmp_path / "a.html", replace=False)
    assert "收到5件，写作{{原样}}。" in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_the_command_line_writes_nothing_while_a_field_has_no_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = draft.load(SEED)
    path, out = tmp_path / "a.nianbao", tmp_path / "out"
    path.write_bytes(draft.dumps(replace(file, report=file.report.with_text("problems", "另{{no.such.cell}}件。"))))
    out.mkdir()
    for target in (tmp_path / "a.docx", out):
        assert cli.main(["export", str(path), "-o", str(target), "--force"]) != 0
        told = capsys.readouterr()
        assert "“五、存在的主要问题及改进情况”第1段的“{{no.such.cell}}”指向的数据不存在" in told.out + told.err
        assert not list(tmp_path.rglob("*.docx"))
