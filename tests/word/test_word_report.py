"""The Word report of a real published report, and of the choices a clerk has."""

import re
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from export import fonts, title
from export.content import Heading, Note, NumberTable, Paragraph, Signature, Title, blocks, title_lines
from export.exporters import CHECK_SHEET, REPORT, export
from export.word import docx, readback, second_reader
from export.word.body import document
from export.word.tables import even_length
from export.writer import Content, Difference
from model.drafts import draft
from model.form.form import format_value
from model.report.report import Agency, Event, Report
from model.structs import replace
from tests.forms import FORM
from tests.tools import need
from tests.word import readers
from tests.word.structure import faults

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def seed() -> Report:
    return draft.load(SEED).report


def with_layout(report: Report, **settings: object) -> Report:
    return replace(report, layout=replace(report.layout, **settings))  # type: ignore[arg-type]


def test_the_seed_has_its_200_numbers_six_headings_and_every_paragraph(seed: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    compared = export(REPORT, seed, path, replace=False)
    assert (compared.numbers, compared.headings, compared.paragraphs) == (200, 6, 16)
    assert second_reader.compare(path, blocks(seed)) == 200
    assert faults(path) == []
    texts = [paragraph.text for paragraph in python_docx.Document(str(path)).paragraphs]
    stored = [
        line
        for text_id in ("preamble", "overview", "problems", "other_matters")
        for line in seed.text[text_id].split("\n")
    ]
    headings = [section.heading for section in FORM.sections]
    title = "2024年南关区政务服务和数字化建设管理局\n政府信息公开工作年度报告"
    assert texts == [title, stored[0], headings[0], *stored[1:7], *headings[1:5], stored[7], headings[5], stored[8]]


def test_the_seed_fills_five_pages_and_no_character_is_lost(seed: Report, tmp_path: Path) -> None:
    soffice, pdftotext, pdfinfo = need("soffice"), need("pdftotext"), need("pdfinfo")
    path = tmp_path / "报告.docx"
    export(REPORT, seed, path, replace=False)
    (pdf,) = readers.office_convert(soffice, [path], "pdf", tmp_path)
    pages = subprocess.run([pdfinfo, pdf], check=True, capture_output=True, text=True).stdout
    seen = subprocess.run([pdftotext, "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Pages:\s+5\n", pages)
    wanted = "".join(
        "".join(block.lines) if isinstance(block, Title) else block.text
        for block in blocks(seed)
        if isinstance(block, Title | Heading | Paragraph)
    ) + "".join(text for table in readers.printed_tables(seed) for text in table)
    assert Counter("".join(wanted.split())) - Counter(seen) == Counter()


def test_table_three_stands_whole_on_one_page(seed: Report, tmp_path: Path) -> None:
    soffice, pdftotext = need("soffice"), need("pdftotext")
    path = tmp_path / "报告.docx"
    export(REPORT, seed, path, replace=False)
    (pdf,) = readers.office_convert(soffice, [path], "pdf", tmp_path)
    pages = subprocess.run([pdftotext, "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout.split("\f")
    (page,) = (page for page in pages if "商业" in page)
    assert "申请人情况" in page
    assert "四、结转下年度继续办理" in page


@pytest.mark.parametrize(("points", "chained"), [("10.5", 27), ("12", 3)])
def test_a_table_too_tall_for_a_page_flows_with_its_head_repeated(seed: Report, points: str, chained: int) -> None:
    report = with_layout(seed, table_pt=Decimal(points))
    body = etree.fromstring(document(blocks(report), report.layout))
    rows = list(list(body.iter(f"{W}tbl"))[1].iter(f"{W}tr"))
    assert [row.find(f".//{W}keepNext") is not None for row in rows] == [True] * chained + [False] * (28 - chained)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] * 3 + [False] * 25


def test_the_same_report_gives_the_same_bytes_in_another_process(seed: Report) -> None:
    code = (
        "import sys, pathlib, hashlib; from export.word import docx; from export.content import blocks;"
        "from export.writer import Content;"
        "from model.drafts import draft;"
        "report = draft.load(pathlib.Path(sys.argv[1])).report;"
        "print(hashlib.sha256(docx.write(Content(report, blocks(report)))).hexdigest())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code, str(SEED)], check=True, capture_output=True).stdout for _ in "ab"
    ]
    assert runs[0] == runs[1]
    assert docx.write(Content(seed, blocks(seed))) == docx.write(Content(seed, blocks(seed)))


def test_live_fields_are_printed_as_figures(seed: Report) -> None:
    text = "收到{{applications.received.total}}件，{{disputes.review.upheld}}件维持，{{no.cell.here}}，{{{{原样}}"
    report = seed.with_text("overview", text).with_number("disputes.review.upheld", None)
    printed = [block.text for block in blocks(report) if isinstance(block, Paragraph)]
    assert "收到5件，0件维持，{{no.cell.here}}，{{原样}}" in printed


def test_blank_cells_are_printed_as_zero_and_amounts_to_the_last_digit(seed: Report) -> None:
    report = seed.with_numbers({"disclosure.fees.amount": Decimal("4166.241619"), "disclosure.rules.issued": None})
    values = next(block.values for block in blocks(report) if isinstance(block, NumberTable))
    assert values["disclosure.fees.amount"] == "4166.241619"
    assert values["disclosure.rules.issued"] == "0"


@pytest.mark.parametrize(
    ("name", "order", "own", "lines"),
    [
        ("云岭县水务局", "agency_first", None, ("云岭县水务局", "2024年政府信息公开工作年度报告")),
        ("云岭县", "agency_first", None, ("云岭县2024年政府信息公开工作年度报告",)),
        ("云岭县水务局", "year_first", None, ("2024年云岭县水务局", "政府信息公开工作年度报告")),
        (
            "云岭市青溪区人民政府政务服务和数字化建设管理局",
            "agency_first",
            None,
            ("云岭市青溪区人民政府", "政务服务和数字化建设管理局", "2024年政府信息公开工作年度报告"),
        ),
        ("云岭县水务局", "agency_first", "自己写的\n标题", ("自己写的", "标题")),
        (
            "云岭县水务局",
            "agency_first",
            "云岭县水务局2024年政府信息公开工作年度报告",
            ("云岭县水务局2024年", "政府信息公开工作年度报告"),
        ),
    ],
)
def test_the_title_is_broken_by_meaning(name: str, order: str, own: str | None, lines: tuple[str, ...]) -> None:
    report = with_layout(Report(2024, Agency(name), title=own, form=FORM), title_order=order)
    assert title_lines(report) == lines
    assert "".join(lines) == report.title_text.replace("\n", "")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "云岭省青溪市人民防空办公室（云岭省青溪市国防动员办公室）",
            ["云岭省青溪市人民防空办公室", "（云岭省青溪市国防动员办公室）"],
        ),
        (
            "青溪自治州退役军人事务局及所属事业单位服务保障中心综合行政执法大队",
            ["青溪自治州退役军人事务局及所属", "事业单位服务保障中心综合行政执法大队"],
        ),
        (
            "云岭市青溪区综合行政执法局北大街街道综合行政执法大队直属中队办公室信息公开科",
            ["云岭市青溪区综合行政执法局", "北大街街道综合行政执法大队", "直属中队办公室信息公开科"],
        ),
        ("人民防空" * 12, ["人民防空" * 4] * 3),
    ],
)
def test_a_long_name_is_broken_at_the_best_seams_and_never_inside_a_word(name: str, lines: list[str]) -> None:
    assert title.fold(name) == lines


@pytest.mark.parametrize(
    ("own", "lines"),
    [
        ("青山县审计局2024年政府信息工作年度报告", ("青山县审计局2024年政府信息工作年度报告",)),
        ("青山县审计局2024年度政府信息工作年度报告", ("青山县审计局", "2024年度政府信息工作年度报告")),
        ("青山县人民政府办公室2024年政府信息工作年度报告", ("青山县人民政府办公室", "2024年政府信息工作年度报告")),
        ("一二三四五六七八九十" * 2 + "报告", ("一二三四五六七八九十一", "二三四五六七八九十报告")),
        (
            "第一行\n青山县审计局2024年度政府信息工作年度报告（送审稿）",
            ("第一行", "青山县审计局", "2024年度政府信息工作年度报告（送审稿）"),
        ),
        (
            "青山县审计局2024年度政府信息工作年度报告\n（送审稿）",
            ("青山县审计局2024年度政府信息工作年度报告", "（送审稿）"),
        ),
    ],
)
def test_a_title_of_any_wording_is_broken_by_meaning_or_evenly_and_one_that_the_clerk_broke_where_it_is_too_long(
    own: str, lines: tuple[str, ...]
) -> None:
    assert title_lines(Report(2024, Agency("青山县审计局"), title=own, form=FORM)) == lines


def can_be_broken_between_words(name: str, most: int) -> bool:
    """Whether all lines can have at least four characters, with no word broken."""
    inside = {at for word in title._WORD.finditer(name) for at in range(word.start() + 1, word.end())}
    ends = {0}
    for end in range(1, len(name) + 1):
        lines = (title.width(name[start:end]) for start in ends)
        if end not in inside and any(title.LEAST <= width <= most for width in lines):
            ends.add(end)
    return len(name) in ends


AGENCY_WORDS = ("青山县", "审计局", "住房和城乡建设局", "人民政府", "办公室", "（", "）", "关于", "a1")
TITLE_WORDS = st.sampled_from(
    (*AGENCY_WORDS, "2024年", "二〇二四年", "度", "政府信息", "公开", "工作", "情况", "的", "年度", "报告")
)


@example(own="（（人民政府青山县", most=8)
@example(own="青山县人民政府办公室", most=8)
@given(own=st.lists(TITLE_WORDS, min_size=1, max_size=16).map("".join), most=st.sampled_from([8, 12, title.WIDTH]))
def test_no_line_of_a_title_has_fewer_than_four_characters_unless_a_word_is_broken_else(own: str, most: int) -> None:
    lines = title.fold(own, most)
    assert "".join(lines) == own
    assert all(title.width(line) <= most for line in lines)
    long_enough = all(title.width(line) >= title.LEAST for line in lines)
    assert len(lines) == 1 or long_enough or not can_be_broken_between_words(own, most)
    pieces = title.pieces(own)
    assert "".join(pieces) == own
    assert len(pieces) == 1 or all(title.width(piece) >= title.LEAST for piece in pieces)


@given(st.text("省市区人民政府防空办公室信息公开工作年度报告（）和a1", max_size=300))
def test_a_name_of_any_length_is_broken_without_a_character_lost_or_a_line_too_wide(name: str) -> None:
    lines = title.fold(name)
    assert "".join(lines) == name
    assert all(line and title.width(line) <= title.WIDTH for line in lines)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("（一）主动公开。全年公开10条。", "（一）主动公开。"),
        ("（一）主动公开：全年公开10条。", "（一）主动公开："),
        ("（一）主动公开——全年公开10条。", "（一）主动公开"),
        ("（一）主动公开", "（一）主动公开"),
        ("（一）我局全年主动公开政府信息10条。", ""),
        ("我局全年主动公开政府信息10条。", ""),
    ],
)
def test_a_heading_of_the_second_level_ends_at_a_stop_a_colon_or_a_dash(seed: Report, text: str, heading: str) -> None:
    report = seed.with_text("overview", text)
    (block,) = [block for block in blocks(report) if isinstance(block, Paragraph) and block.text == text]
    assert block.text[: block.subheading] == heading
    body = etree.fromstring(document(blocks(report), report.layout))
    (paragraph,) = [found for found in body.iter(f"{W}p") if "".join(map(str, found.itertext())) == text]
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    assert style is not None
    assert style.get(f"{W}val") == ("Heading2" if heading == text else "BodyText")


@pytest.mark.parametrize(
    ("name", "rights"), [("云岭县水务局", [400, 200]), ("云岭县人力资源和社会保障局", [200, 700]), ("某局", [800, 200])]
)
def test_the_day_stands_two_characters_behind_the_name_and_no_signature_stands_alone(
    seed: Report, name: str, rights: list[int]
) -> None:
    report = with_layout(replace(seed, agency=replace(seed.agency, name=name)), signature=True)
    report = with_layout(report, signature_date=date(2025, 1, 8))
    body = etree.fromstring(document(blocks(report), report.layout))[0]
    signed, day = list(body)[-3:-1]
    before = list(body)[-4]
    assert before.find(f"{W}pPr/{W}keepNext") is not None
    found = [paragraph.find(f"{W}pPr/{W}ind") for paragraph in (signed, day)]
    assert [200 if ind is None else int(str(ind.get(f"{W}rightChars"))) for ind in found] == rights
    free = [right / 100 + title.width(line) for right, line in zip(rights, (name, "2025年1月8日"), strict=True)]
    assert free[0] - free[1] == 2
    assert readback.verify(docx.write(Content(report, blocks(report))), Content(report, blocks(report))).numbers == 200


def test_a_signature_is_printed_only_when_wanted_with_the_day_that_is_known(seed: Report) -> None:
    published = replace(seed, events=(Event(date(2025, 1, 20), "published"),))
    assert not any(isinstance(block, Signature) for block in blocks(published))
    assert blocks(with_layout(seed, signature=True))[-1] == Signature((seed.agency.name,))
    assert blocks(with_layout(published, signature=True))[-1] == Signature((seed.agency.name, "2025年1月20日"))
    chosen = with_layout(published, signature=True, signature_date=date(2025, 1, 8))
    assert blocks(chosen)[-1] == Signature((seed.agency.name, "2025年1月8日"))


def test_notes_stand_under_their_tables(seed: Report) -> None:
    report = replace(seed, notes={"disclosure": "含已公布的文件。\n另有说明。", "disputes": "注：按结案统计。"})
    kinds = [type(block).__name__ for block in blocks(report)]
    assert [block.text for block in blocks(report) if isinstance(block, Note)] == [
        "注：含已公布的文件。",
        "另有说明。",
        "注：按结案统计。",
    ]
    assert kinds[kinds.index("NumberTable") + 1 : kinds.index("NumberTable") + 3] == ["Note", "Note"]


def test_spacing_table_size_and_typefaces_follow_the_settings(seed: Report) -> None:
    report = with_layout(seed, line_pt=Decimal(30), table_pt=Decimal(9), fonts="standard")
    content = docx.write(Content(report, blocks(report)))
    with zipfile.ZipFile(__import__("io").BytesIO(content)) as archive:
        styles, body = (archive.read(f"word/{name}.xml").decode() for name in ("styles", "document"))
    assert 'w:line="600"' in styles
    assert 'w:linePitch="600"' in body
    assert 'w:sz w:val="18"' in styles
    assert "方正小标宋简体" in styles
    assert "仿宋_GB2312" in styles


@pytest.mark.parametrize(
    ("installed", "title", "bold"),
    [((), "宋体", True), (("华文中宋",), "华文中宋", False), (("华文中宋", "方正小标宋简体"), "方正小标宋简体", False)],
)
def test_the_title_takes_the_best_typeface_that_is_installed(
    installed: tuple[str, ...], title: str, bold: bool
) -> None:
    chosen = fonts.choose("auto", installed)
    assert (chosen.title, chosen.title_bold) == (title, bold)


def test_large_numbers_stay_in_their_cells(seed: Report, tmp_path: Path) -> None:
    cells = {"disputes.review.upheld": 9_999_999, "applications.received.natural_person": 1_234_567}
    path = tmp_path / "大数.docx"
    export(REPORT, seed.with_numbers(dict(cells)), path, replace=False)
    small = {
        run.text: run.font.size.pt
        for table in python_docx.Document(str(path)).tables
        for cell in table._cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run.font.size
    }
    assert set(small) == {"9999999", "1234567"}
    assert all(len(text) / 2 * points <= 25.5 for text, points in small.items())


def test_the_file_says_who_made_it_and_nothing_about_the_machine(seed: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    export(REPORT, seed, path, replace=False)
    properties = python_docx.Document(str(path)).core_properties
    assert (properties.title, properties.author, properties.language) == (seed.title_text, seed.agency.name, "zh-CN")
    assert properties.last_modified_by == seed.agency.name


def test_people_see_the_digest_among_the_properties_as_the_check_sheet_prints_it(seed: Report, tmp_path: Path) -> None:
    report, sheet = tmp_path / "报告.docx", tmp_path / "审签单.docx"
    for made, path in ((REPORT, report), (CHECK_SHEET, sheet)):
        export(made, seed, path, replace=False)
    (shown,) = _custom_properties(report).items()
    assert "：".join(shown) in "\n".join(each.text for each in python_docx.Document(str(sheet)).paragraphs)
    (own,) = _custom_properties(sheet).items()
    assert own[0] != shown[0]
    assert own[1] != shown[1]


def _custom_properties(path: Path) -> dict[str, str]:
    """The properties that Word and WPS show on the page 自定义, by name; LibreOffice's on 自定义属性."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("docProps/custom.xml"))
    return {each.get("name", ""): "".join(map(str, each.itertext())) for each in root}


def _tampered(path: Path, old: str, new: str) -> Path:
    """A copy of a Word file with one thing changed in its body."""
    changed = path.with_name("改过.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for item in source.infolist():
            data = source.read(item).decode()
            target.writestr(item, data.replace(old, new, 1) if item.filename == "word/document.xml" else data)
    assert changed.read_bytes() != path.read_bytes()
    return changed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<w:t>5</w:t>", "<w:t>6</w:t>", "第 4 行第 4 格“5”"),
        ("最后一公里", "最后半公里", "应为“（四）"),
        ('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="BodyText"/>', "一、总体情况"),
        ('<w:gridSpan w:val="3"/>', "", "应为"),
        ("行政许可", "行政处罚", "“行政许可”"),
        ("</w:body>", "<w:p><w:r><w:t>多出来的</w:t></w:r></w:p></w:body>", "应有 19 段和表，读回 20"),
        ("<w:body>", "<w:body><w:p>", "无法读回"),
        ('<w:gridCol w:w="3096"/>', "", "应为 4 列网格，读回 3 列"),
        ("</w:tblGrid>", '<w:gridCol w:w="1"/></w:tblGrid>', "应为 4 列网格，读回 5 列"),
        ('<w:gridCol w:w="3096"/>', '<w:gridCol w:w="2516"/>', "表的各列宽度之和是 8264，应为 8844"),
        ('<w:tblW w:w="8844"', '<w:tblW w:w="9999"', "tblW 的属性不对"),
        (
            '<w:gridCol w:w="3096"/><w:gridCol w:w="1916"/>',
            '<w:gridCol w:w="1916"/><w:gridCol w:w="3096"/>',
            "表的第 2 行有一格的宽度与列宽不符",
        ),
        ('<w:tcW w:w="3096"', '<w:tcW w:w="3000"', "表的第 2 行有一格的宽度与列宽不符"),
        ('<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="2"/>', "第 6 行的合并应为表样的合并"),
        ('<w:vMerge w:val="restart"/>', "", "第 1 行的合并"),
        ("<w:vMerge/>", "", "第 2 行的合并"),
        ('<w:vMerge w:val="restart"/>', "<w:vMerge/>", "第 1 行的合并"),
        ("现行有效件数", "现行有效数量", "“现行有效件数”"),
    ],
)
def test_reading_back_notices_whatever_differs(seed: Report, tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "报告.docx"
    export(REPORT, seed, path, replace=False)
    with pytest.raises(Difference, match=re.escape(said)):
        readback.verify(_tampered(path, old, new).read_bytes(), Content(seed, blocks(seed)))


def test_a_cut_off_file_does_not_read_back(seed: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    export(REPORT, seed, path, replace=False)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(Difference, match="无法读回"):
        readback.verify(path.read_bytes(), Content(seed, blocks(seed)))


def test_the_figures_travel_with_the_file_and_nothing_private_does(seed: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    export(REPORT, replace(seed, remarks={"disclosure.rules.issued": "私下的话"}), path, replace=False)
    with zipfile.ZipFile(path) as archive:
        part = archive.read("customXml/item1.xml")
    root = etree.fromstring(part)
    assert {cell.get("id"): cell.text for cell in root} == {
        cell_id: format_value(seed.value(cell_id)) for cell_id in FORM.cells
    }
    assert {str(key): str(word) for key, word in root.attrib.items()} == {
        "form": "2021",
        "year": "2024",
        "agency": seed.agency.name,
    }
    assert "私下" not in part.decode()
    with pytest.raises(Difference, match="随文件保存的数据"):
        readback.verify(rewritten(path, part.replace(b">5<", b">6<")).read_bytes(), Content(seed, blocks(seed)))


def rewritten(path: Path, part: bytes) -> Path:
    other = path.with_name("改过.docx")
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(other, "w") as target:
        for name in archive.namelist():
            target.writestr(name, part if name == "customXml/item1.xml" else archive.read(name))
    return other


@pytest.mark.parametrize(
    ("length", "most", "even"), [(4, 3.2, 2), (6, 3.2, 3), (4, 2.4, 2), (7, 3.9, 3), (3, 9, 3), (4, 0.5, 1)]
)
def test_a_label_that_takes_several_lines_has_lines_alike(length: int, most: float, even: int) -> None:
    assert even_length(length, most) == even


@pytest.mark.parametrize("points", ["8", "9", "10.5"])
def test_no_label_of_a_narrow_column_leaves_a_character_alone(seed: Report, points: str, tmp_path: Path) -> None:
    soffice, pdftotext = need("soffice"), need("pdftotext")
    path = tmp_path / "报告.docx"
    export(REPORT, with_layout(seed, table_pt=Decimal(points)), path, replace=False)
    (pdf,) = readers.office_convert(soffice, [path], "pdf", tmp_path)
    seen = subprocess.run([pdftotext, "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    assert "结果维" not in seen.replace("结果维持", "")
    assert "尚未审" not in seen.replace("尚未审结", "")


def test_a_long_address_breaks_and_leaves_its_paragraph_justified(seed: Report) -> None:
    report = seed.with_text(
        "overview", "网址：https://www.example.gov.cn/zwgk/2024/index.html，见网站。\n没有网址的一段。"
    )
    body = etree.fromstring(document(blocks(report), report.layout))
    found = {"".join(str(words) for words in part.itertext()): part.find(f"{W}pPr") for part in body.iter(f"{W}p")}
    long, plain = (next(look for words, look in found.items() if start in words) for start in ("网址：", "没有网址"))
    assert long is not None
    assert plain is not None
    assert [element.tag for element in long] == [f"{W}pStyle", f"{W}wordWrap"]
    assert plain.find(f"{W}wordWrap") is None
