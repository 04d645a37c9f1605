"""Title, year, agency, sections and notes are found in all the ways in which published reports write them."""

from collections.abc import Sequence

import pytest

from importers.document.blocks import Block, Document, Grid, GridCell, Paragraph, Residue
from importers.reading import Reading
from importers.recognition.recognise import NotAReport, recognise
from importers.recognition.texts.headings import section_of, style_of
from importers.recognition.texts.title import agency_in_title, level_of, type_of, year_in
from model.language.squeezed import packed
from model.report.report import Report
from model.structs import replace
from tests.forms import FORM
from tests.importers import documents

TABLES = [
    block for block in documents.document(Report(2024, documents.AGENCY, form=FORM)).blocks if isinstance(block, Grid)
]
HEADINGS = [section.heading for section in FORM.sections]
TITLE = "青河县水务局2024年政府信息公开工作年度报告"
PREAMBLE = "根据《中华人民共和国政府信息公开条例》编制本报告，数据的统计期限为2024年1月1日至2024年12月31日。"
OVERVIEW = "2024年，我局认真做好政府信息公开工作，全年公开信息120条。"
PROBLEMS = "一是公开不够及时，二是解读形式单一。下一步将加强督促。"
OTHER = "本年度没有收取信息处理费，没有其他需要报告的事项。"


def document(
    title: Sequence[str] = (TITLE,),
    preamble: Sequence[str] = (PREAMBLE,),
    headings: Sequence[str] = HEADINGS,
    end: Sequence[str] = (),
) -> Document:
    """A whole report of these lines; an empty heading is none, and a grid may stand for a line."""
    texts: tuple[str | Grid, ...] = (OVERVIEW, *TABLES, PROBLEMS, OTHER)
    blocks: list[Block] = [Paragraph(line) for line in (*title, *preamble)]
    for heading, content in zip(headings, texts, strict=True):
        blocks += [Paragraph(heading)] if heading else []
        blocks.append(content if isinstance(content, Grid) else Paragraph(content))
    return Document("docx", (*blocks, *map(Paragraph, end)))


def inserted(found: Document, before: str | Grid, *blocks: Block) -> Document:
    """The document with more blocks before the paragraph of these words, or before this grid."""
    at = next(i for i, block in enumerate(found.blocks) if before in (block, getattr(block, "text", None)))
    return replace(found, blocks=(*found.blocks[:at], *blocks, *found.blocks[at:]))


def sections(reading: Reading) -> tuple[str, ...]:
    return reading.text.preamble, reading.text.overview, reading.text.problems, reading.text.other_matters


WHOLE = (PREAMBLE, OVERVIEW, PROBLEMS, OTHER)


def places(reading: Reading) -> list[str]:
    return [doubt.place for doubt in reading.doubts]


def evidence(reading: Reading, start: str) -> list[tuple[str, str]]:
    """The pieces whose place begins so, or is just that for one without a full stop at its end."""
    pieces = [(piece.place, piece.printed) for piece in reading.evidence]
    return [piece for piece in pieces if piece[0] == start or (start.endswith(".") and piece[0].startswith(start))]


# --- headings --------------------------------------------------------------------------------------------------------

WORDINGS = {
    "总体情况": "overview",
    "政府信息公开工作总体情况": "overview",
    "概述": "overview",
    "主动公开政府信息情况": "disclosure",
    "行政机关主动公开政府信息情况": "disclosure",
    "政府信息主动公开情况": "disclosure",
    "收到和处理政府信息公开申请情况": "applications",
    "收到和处理政府信息公开申请的情况": "applications",
    "依申请公开政府信息情况": "applications",
    "政府信息依申请公开办理情况": "applications",
    "政府信息公开行政复议、行政诉讼情况": "disputes",
    "政府信息公开行政复议和行政诉讼情况": "disputes",
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况": "disputes",
    "因政府信息公开申请的行政复议、行政诉讼情况": "disputes",
    "存在的主要问题及改进情况": "problems",
    "存在问题及改进情况": "problems",
    "政府信息公开工作存在的主要问题及改进情况": "problems",
    "当前存在的主要问题及下一步改进措施": "problems",
    "工作存在的问题及改进措施": "problems",
    "其他需要报告的事项": "other_matters",
    "其它需要报告的事项": "other_matters",
    "需要说明的其他事项": "other_matters",
    "咨询和投诉情况": "",
    "依申请信息公开收费情况": "",
    "2025年工作思路": "",
    "组织领导": "",
}


@pytest.mark.parametrize(("words", "section"), WORDINGS.items())
def test_a_headings_words_name_its_section(words: str, section: str) -> None:
    assert section_of(words, FORM)[0] == section


@pytest.mark.parametrize(
    ("line", "style", "number"),
    [
        ("三、收到", "chinese", 3),
        ("十一．收到", "chinese", 11),
        ("3、 收到", "arabic", 3),
        ("3.收到", "arabic", 3),
        ("（三）收到", "bracket", 3),
        ("第三部分 收到", "part", 3),
        ("( 三)收到", "bracket", 3),
        ("收到", "plain", 0),
        ("2.5万件", "plain", 0),
    ],
)
def test_a_lines_number(line: str, style: str, number: int) -> None:
    assert style_of(packed(line))[:2] == (style, number)


NUMBERINGS = ("一、", "{n}、 ", "{n}.", "{n}．", "第{c}部分 ", "（{c}）", "{c}，", "", "{c}、　")


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_sections_however_they_are_numbered(numbering: str) -> None:
    names = [heading.partition("、")[2] for heading in HEADINGS]
    lines = [numbering.format(n=n, c="一二三四五六"[n - 1]) + name for n, name in enumerate(names, 1)]
    reading = recognise(document(headings=lines))
    assert sections(reading) == WHOLE
    assert [printed for _, printed in evidence(reading, "heading.")] == [line.strip() for line in lines]
    assert not reading.doubts


def test_numbers_that_word_counts_stand_before_headings_and_paragraphs() -> None:
    found = document(headings=["总体情况", *HEADINGS[1:]])
    numbered = inserted(found, OVERVIEW, Paragraph("主动公开。公开120条。", number="（一）"))
    blocks = [replace(b, number="一、") if b == Paragraph("总体情况") else b for b in numbered.blocks]
    reading = recognise(replace(numbered, blocks=tuple(blocks)))
    assert evidence(reading, "heading.overview") == [("heading.overview", "一、总体情况")]
    assert reading.text.overview == f"（一）主动公开。公开120条。\n{OVERVIEW}"


def test_a_heading_that_runs_into_its_text() -> None:
    lines = [*HEADINGS[:4], f"五、存在的主要问题及改进情况。{PROBLEMS}", f"六、其他需要报告的事项：\n{OTHER}"]
    found = document(headings=lines)
    blocks = tuple(block for block in found.blocks if block not in (Paragraph(PROBLEMS), Paragraph(OTHER)))
    reading = recognise(replace(found, blocks=blocks))
    assert sections(reading) == WHOLE
    assert ("heading.problems", "五、存在的主要问题及改进情况") in evidence(reading, "heading.")


def test_second_level_headings_that_sound_like_parts_stay_in_the_overview() -> None:
    more = (
        "（一）主动公开政府信息情况",
        "公开120条。",
        "（二）依申请公开政府信息情况",
        "（三）因政府信息公开申请的行政复议、行政诉讼情况",
    )
    reading = recognise(inserted(document(), OVERVIEW, *map(Paragraph, more)))
    assert reading.text.overview == "\n".join((*more, OVERVIEW))
    assert not reading.doubts


def test_a_heading_in_a_tables_first_row() -> None:
    headings = ["" if index in (1, 2, 3) else heading for index, heading in enumerate(HEADINGS)]
    found = document(headings=headings)
    for table, heading in zip(TABLES, HEADINGS[1:4], strict=True):
        row = tuple(GridCell(heading, begins=not column) for column in range(len(table.rows[0])))
        at = found.blocks.index(table)
        found = replace(found, blocks=(*found.blocks[:at], Grid((row, *table.rows)), *found.blocks[at + 1 :]))
    reading = recognise(found)
    assert sections(reading) == WHOLE
    assert [printed for _, printed in evidence(reading, "heading.")] == HEADINGS


def test_prose_in_a_layout_table_is_prose() -> None:
    layout = Grid(((GridCell(f"{HEADINGS[0]}\n{OVERVIEW}"),),))
    blocks = document(headings=["", *HEADINGS[1:]]).blocks
    reading = recognise(Document("docx", tuple(layout if b == Paragraph(OVERVIEW) else b for b in blocks)))
    assert sections(reading) == WHOLE


def test_no_headings_at_all_are_made_up_by_the_order_of_the_tables() -> None:
    reading = recognise(document(headings=[""] * 6))
    assert sections(reading) == WHOLE
    assert {"overview", "problems", "other_matters"} <= set(places(reading))
    assert not evidence(reading, "missing.")


@pytest.mark.parametrize("missing", range(6))
def test_one_heading_missing_is_said_and_its_text_kept(missing: int) -> None:
    section = FORM.sections[missing]
    reading = recognise(document(headings=["" if n == missing else line for n, line in enumerate(HEADINGS)]))
    assert evidence(reading, "missing.") == [(f"missing.{section.id}", "")]
    assert section.id in places(reading)
    assert sections(reading) == WHOLE


def test_a_further_part_is_named_and_its_text_kept() -> None:
    extra = "七、2025年工作思路"
    reading = recognise(document(end=(extra, "继续做好公开工作。")))
    assert evidence(reading, "heading.other") == [("heading.other", extra)]
    assert reading.text.other_matters == f"{OTHER}\n{extra}\n继续做好公开工作。"
    between = document(headings=[*HEADINGS[:5], "七、其他需要报告的事项"])
    reading = recognise(
        inserted(between, "七、其他需要报告的事项", Paragraph("六、2025年工作思路"), Paragraph("继续。"))
    )
    assert evidence(reading, "heading.other") == [("heading.other", "六、2025年工作思路")]
    assert reading.text.problems.endswith("继续。")


def test_parts_in_another_order_are_kept_in_the_order_of_the_source() -> None:
    found = document()
    cut = found.blocks.index(Paragraph(HEADINGS[4]))
    swapped = (*found.blocks[:cut], *found.blocks[cut + 2 :], *found.blocks[cut : cut + 2])
    reading = recognise(replace(found, blocks=swapped))
    assert [place for place, _ in evidence(reading, "heading.")][-2:] == ["heading.other_matters", "heading.problems"]
    assert sections(reading) == WHOLE


def test_a_table_of_contents_is_no_text() -> None:
    contents = [Paragraph("目  录"), *(Paragraph(f"{heading}......{n}") for n, heading in enumerate(HEADINGS, 1))]
    for lines in (contents, [Paragraph(heading) for heading in HEADINGS]):
        reading = recognise(inserted(document(), PREAMBLE, *lines))
        assert sections(reading) == WHOLE
        assert not reading.doubts


# --- the opening -----------------------------------------------------------------------------------------------------

TITLES = {
    ("2024年临江市政府信息公开工作年度报告",): ("临江市", 2024),
    ("青河县水务局2024年政府信息公开工作年度报告",): ("青河县水务局", 2024),
    ("青河县水务局", "2024年政府信息公开工作年度报告"): ("青河县水务局", 2024),
    ("青河县水务局2024年政府信息公开工作年度报", "告"): ("青河县水务局", 2024),
    ("石桥镇人民政府", "2024年政府信息公开工作年", "度报告"): ("石桥镇人民政府", 2024),
    ("石桥镇人民政府2024年政府", "信息公开工作年度报告"): ("石桥镇人民政府", 2024),
    ("青审〔2025〕2号", "青河市审计局2024年政府信息公开工作的年度报告"): ("青河市审计局", 2024),
    ("石桥镇人民政府2024年度政府信息公开工作年度报告",): ("石桥镇人民政府", 2024),
    ("石桥镇人民政府信息公开工作年度报告",): ("石桥镇人民政府", 2024),
    ("二〇二四年南湖街道办事处政府信息公开工作年度报告",): ("南湖街道办事处", 2024),
    ("２０２４年南湖街道办事处政府信息公开年度报告",): ("南湖街道办事处", 2024),
    ("南湖区人民政府办公室", "关于2024年政府信息公开工作情况的报告"): ("南湖区人民政府办公室", 2024),
    ("2024年度", "青河县水务局", "政府信息公开工作年度报告"): ("青河县水务局", 2024),
    ("青河县水务局\n2024年政府信息公开工作年度报告",): ("青河县水务局", 2024),
    (
        "当前位置：首页 > 政务公开 > 年度报告",
        "青河县水务局2024年政府信息公开工作年度报告",
        "发布时间：2025-01-20 来源：县水务局",
    ): ("青河县水务局", 2024),
}


@pytest.mark.parametrize(("lines", "wanted"), TITLES.items())
def test_titles_on_one_line_or_several(lines: tuple[str, ...], wanted: tuple[str, int]) -> None:
    reading = recognise(document(title=lines))
    assert (reading.agency.name, reading.year) == wanted
    assert "\n" not in reading.title
    assert reading.title.endswith("报告")
    assert reading.text.preamble == PREAMBLE
    assert not [place for place in places(reading) if place != "year"]


def test_without_a_title_the_preamble_says_who_and_when() -> None:
    preamble = "根据《中华人民共和国政府信息公开条例》，由青河县水务局编制2024年政府信息公开工作年度报告。"
    reading = recognise(document(title=(), preamble=(preamble,)))
    assert (reading.title, reading.year, reading.agency.name) == ("", 2024, "青河县水务局")
    assert {"title", "agency.name"} <= set(places(reading))


def test_without_any_year_the_texts_most_named_one_is_taken_with_a_doubt() -> None:
    reading = recognise(document(title=("青河县水务局政府信息公开工作年度报告",), preamble=()))
    assert (reading.year, places(reading)) == (2024, ["year"])


def test_years_that_contradict_each_other_are_doubted() -> None:
    reading = recognise(document(title=("青河县水务局2023年政府信息公开工作年度报告",)))
    assert reading.year == 2023
    assert [(doubt.place, doubt.printed) for doubt in reading.doubts] == [("year", "2023、2024")]


BY = "根据《中华人民共和国政府信息公开条例》，现公布{}2024年政府信息公开工作年度报告。地址：青河县城关镇中路1号。"


@pytest.mark.parametrize("name", ["临江县教育局", "临江县人民政府办公室"])
def test_a_preamble_of_another_agency_than_the_title_is_doubted_once(name: str) -> None:
    reading = recognise(document(preamble=(BY.format(name), f"本报告由{name}编制。")))
    assert (reading.agency.name, reading.agency.address) == ("青河县水务局", "青河县城关镇中路1号")
    (doubt,) = reading.doubts
    assert (doubt.place, doubt.printed, doubt.taken) == ("agency.name", name, "青河县水务局")
    assert doubt.location == reading.locations["preamble"]
    assert f"标题写的是“青河县水务局”，引言写的是“{name}”" in doubt.message
    assert "联系方式来自引言" in doubt.message


SAME = {
    "青河县水务局": ("青河县水务局", "我局", "县水务局", "青河水务局", "云州市青河县水务局"),
    "云州市青河县市场监督管理局": ("青河县市场监管局", "县市场监督管理局", "青河县市监局"),
    "云州市青河区": ("青河区人民政府", "云州市青河区人民政府", "青河区人民政府办公室"),
    "青河县人民政府": ("青河县政府", "县政府", "青河县人民政府办公室"),
}


@pytest.mark.parametrize(("title", "name"), [(title, name) for title, names in SAME.items() for name in names])
def test_an_agency_named_in_another_way_is_no_doubt(title: str, name: str) -> None:
    reading = recognise(document(title=(f"{title}2024年政府信息公开工作年度报告",), preamble=(BY.format(name),)))
    assert (reading.agency.name, places(reading)) == (title, [])


def test_whoever_put_the_report_together_for_a_government_is_no_doubt() -> None:
    preamble = "根据《中华人民共和国政府信息公开条例》，本报告由县政务公开办公室统一汇总编制。"
    title = "青河县人民政府2024年政府信息公开工作年度报告"
    assert places(recognise(document(title=(title,), preamble=(preamble,)))) == []


def test_a_preamble_under_the_first_heading_is_moved_with_a_doubt() -> None:
    found = document(preamble=())
    reading = recognise(inserted(found, OVERVIEW, Paragraph(PREAMBLE)))
    assert (sections(reading), places(reading)) == (WHOLE, ["preamble"])


def test_ways_to_reach_the_office_in_a_sentence_or_line_by_line() -> None:
    wanted = ("青河县人民路8号", "130000", "0431-8968273", "0431-8968274", "sw@qinghe.example.com")
    sentence = (
        f"{PREAMBLE}如有疑问，请与青河县水务局办公室联系（地址：{wanted[0]}；邮编：{wanted[1]}；联系电话：{wanted[2]}；"
        f"传真：{wanted[3]}；电子邮箱：{wanted[4]}）。"
    )
    lines = (
        PREAMBLE,
        f"地址：{wanted[0]}\n邮编：{wanted[1]}",
        f"电话：{wanted[2]}",
        f"传真：{wanted[3]}",
        f"邮箱：{wanted[4]}",
    )
    for preamble in ((sentence,), lines):
        agency = recognise(document(preamble=preamble)).agency
        assert (agency.address, agency.postcode, agency.phone, agency.fax, agency.email) == wanted
    assert recognise(document(preamble=(sentence,))).agency.office == "办公室"


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("青河县水务局", "department", "county"),
        ("石桥镇人民政府", "township", "county"),
        ("南湖街道办事处", "subdistrict", "county"),
        ("临江市人民政府", "government", ""),
        ("临江市南湖区人民政府", "government", "county"),
        ("南湖区人民政府办公室", "department", "county"),
        ("云岭州人民政府", "government", "city"),
        ("江北省财政厅", "department", "province"),
        ("青禾市临江区市场监督管理局", "department", "county"),
    ],
)
def test_type_and_level_where_the_name_says_them(name: str, kind: str, level: str) -> None:
    assert (type_of(name), level_of(name)) == (kind, level)


def test_a_document_number_is_no_year_and_no_agency() -> None:
    assert year_in("青审〔2025〕2号") is None
    assert agency_in_title("关于做好工作的通知") == ""


# --- what is no text -------------------------------------------------------------------------------------------------


def test_a_portals_lines_page_numbers_and_the_signature_are_left_out() -> None:
    end = (
        "青河县水务局",
        "2025年1月20日",
        "附件：年度报告.docx",
        "【打印】【关闭】",
        "上一篇：公告",
        "版权所有：青河县人民政府",
        "友情链接",
    )
    title = ("首页", TITLE, "发布时间：2025-01-20　来源：县水务局　字号：大 中 小")
    reading = recognise(
        inserted(document(title=title, end=end), HEADINGS[4], Paragraph("- 3 -"), Paragraph("第 4 页 共 6 页"))
    )
    assert (reading.title, sections(reading)) == (TITLE, WHOLE)
    assert not reading.doubts


def test_notes_under_a_table_are_notes_and_captions_are_nothing() -> None:
    note = "注：因清理规范性文件，现行有效件数按清理结果填写。"
    found = inserted(document(), TABLES[0], Paragraph("单位：件"), Paragraph("表1 主动公开情况统计表"))
    reading = recognise(inserted(found, HEADINGS[2], Paragraph(note)))
    assert dict(reading.notes) == {"disclosure": note}
    assert not reading.doubts
    reading = recognise(inserted(document(), HEADINGS[3], Paragraph("本年度申请比上年增加一倍，均已按时答复。")))
    assert (list(reading.notes), places(reading)) == (["applications"], ["applications"])


def test_another_table_in_the_prose_is_a_doubt_with_its_words() -> None:
    table = Grid(tuple(tuple(map(GridCell, row)) for row in (("渠道", "条数"), ("网站", "120"), ("公众号", "31"))))
    reading = recognise(inserted(document(), OVERVIEW, table))
    assert [(doubt.place, doubt.printed) for doubt in reading.doubts] == [
        ("overview", "渠道　条数；网站　120；公众号　31")
    ]


def test_residues_are_evidence_of_the_section_they_fall_in() -> None:
    found = document(title=(f"[bookmark: _Hlk1]{TITLE}",))
    found = inserted(found, OVERVIEW, Paragraph("见错误！未找到引用源。"))
    at = {text: found.blocks.index(Paragraph(text)) for text in (PREAMBLE, PROBLEMS)}
    residues = (
        Residue("comment", "请核实", at[PREAMBLE]),
        Residue("revision", "", found.blocks.index(TABLES[1])),
        Residue("picture", "", at[PROBLEMS]),
        Residue("picture", "", at[PROBLEMS]),
    )
    reading = recognise(replace(found, residues=residues))
    assert set(evidence(reading, "residue.")) == {
        ("residue.preamble", "批注：请核实"),
        ("residue.applications", "修订痕迹"),
        ("residue.problems", "图片"),
        ("residue.title", "[bookmark: _Hlk1]"),
        ("residue.overview", "错误！未找到引用源"),
    }
    assert reading.title == TITLE


def test_words_beside_the_text_are_doubts_that_quote_them() -> None:
    found = document()
    at = found.blocks.index(Paragraph(PROBLEMS))
    residues = (Residue("note", "脚注：其中微信120条", at), Residue("box", "盒子里的话", 0))
    reading = recognise(replace(found, residues=residues))
    assert [(doubt.place, doubt.printed) for doubt in reading.doubts] == [
        ("title", "盒子里的话"),
        ("problems", "脚注：其中微信120条"),
    ]
    assert all(doubt.printed in doubt.message and "没有读入" in doubt.message for doubt in reading.doubts)
    assert not evidence(reading, "residue.")


def test_evidence_of_totals_and_of_cells_that_hold_no_plain_number() -> None:
    rows = [list(row) for row in TABLES[0].rows]
    rows[2][1:4] = GridCell("/"), GridCell("5件"), GridCell("12")
    found = document()
    grid = Grid(tuple(map(tuple, rows)))
    reading = recognise(replace(found, blocks=tuple(grid if block == TABLES[0] else block for block in found.blocks)))
    kept = {piece.place: piece.printed for piece in reading.evidence}
    assert {cell: words for cell, words in kept.items() if cell.startswith("disclosure")} == {
        "disclosure.rules.issued": "/",
        "disclosure.rules.repealed": "5件",
    }
    totals = {piece.place for piece in reading.evidence} & set(FORM.parts)
    assert totals == set(FORM.parts)
    assert dict(reading.numbers)["disclosure.rules.repealed"] == 5
    assert reading.printed["disclosure.rules.repealed"] == "5件"


# --- what is no report -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ((), "没有找到标题、六个部分的标题、表二、表三、表四"),
        (
            (Paragraph("采购合同"), Grid(((GridCell("名称"), GridCell("数量")), (GridCell("纸"), GridCell("5"))))),
            "不像一份",
        ),
        (tuple(block for block in document().blocks if isinstance(block, Paragraph)), "没有找到表二、表三、表四"),
        ((TABLES[1],), "没有找到标题、六个部分的标题、表二、表四"),
        ((Paragraph("2018年石桥镇政府信息公开工作年度报告"), Paragraph("一、概述")), "这是 2018 年的报告"),
    ],
)
def test_what_is_no_such_report_is_refused_with_what_was_missed(blocks: tuple[Block, ...], said: str) -> None:
    with pytest.raises(NotAReport, match=said):
        recognise(Document("docx", blocks))


def test_tables_alone_or_a_report_with_one_table_missing_are_read_with_doubts() -> None:
    reading = recognise(Document("clipboard", tuple(TABLES)))
    assert len(reading.numbers) == len(FORM.typed)
    assert {"title", "year", "agency.name"} <= set(places(reading))
    found = document()
    reading = recognise(replace(found, blocks=tuple(block for block in found.blocks if block != TABLES[2])))
    assert places(reading) == ["disputes"]
