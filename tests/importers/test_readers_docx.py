"""A Word file reads as a person reads it: accepted, unfolded, numbered."""

from pathlib import Path

import pytest

from importers.document.blocks import Document, Grid, Paragraph
from importers.document.list_numerals import numeral
from importers.files import document, from_bytes
from importers.formats.word import docx
from model.structs import replace
from tests.importers.samples import begun, grids, lines, p, part, reason, word_file, zipped


def read(body: str, main: str = "word/document.xml", **parts: str) -> Document:
    return docx.read(word_file(body, main, **parts))


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def field(code: str, result: str) -> str:
    kinds = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return f"{kinds[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{kinds[1]}{run(result)}{end}"


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        (run("甲") + "<w:ins><w:r><w:t>乙</w:t></w:r></w:ins>", "甲乙"),
        (run("甲") + "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", "甲"),
        (run("甲") + "<w:moveFrom><w:r><w:t>乙</w:t></w:r></w:moveFrom>", "甲"),
        (run("甲") + run("乙", "<w:vanish/>"), "甲"),
        (run("甲") + run("乙", '<w:vanish w:val="0"/>'), "甲乙"),
        (run("甲") + run("乙", '<w:rStyle w:val="Hidden"/>'), "甲"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt>", "乙"),
        ("<w:smartTag><w:smartTagPr/><w:r><w:t>乙</w:t></w:r></w:smartTag>", "乙"),
        ("<w:hyperlink><w:r><w:t>乙</w:t></w:r></w:hyperlink>", "乙"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3"),
        (field("SUM(ABOVE)", "12"), "12"),
        (field(f"IF {field('X', '内')} = 1", "外"), "外"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:noBreakHyphen/></w:r>", "甲\n乙\t-"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F06C"/><w:sym w:char="2460"/></w:r>', "①"),
        (
            "<w:ruby><w:rt><w:r><w:t>yī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>一</w:t></w:r></w:rubyBase></w:ruby>",
            "一",
        ),
        (run("[bookmark: _GoBack]错误!未找到引用源。"), "[bookmark: _GoBack]错误!未找到引用源。"),
        (run("甲\u200b\u00a0乙\ufffc"), "甲 乙"),
    ],
)
def test_words_that_are_seen(inside: str, seen: str) -> None:
    styles = '<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert lines(read(f"<w:p>{inside}</w:p>", styles=styles)) == [seen]


WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (run("12") + run("3", WHITE), "12（白色文字：3）"),
        (run("12") + run("3", '<w:color w:val="000000" w:themeColor="background1"/>'), "12（白色文字：3）"),
        (run("12") + run("3", '<w:rStyle w:val="White"/>'), "12（白色文字：3）"),
        (run("12") + run("3", '<w:rStyle w:val="White"/><w:color w:val="FF0000"/>'), "123"),
        (run("12") + run("3", '<w:rStyle w:val="Hidden"/><w:color w:val="FF0000"/>'), "12"),
        (run("12") + run("3", f'{WHITE}<w:shd w:val="clear" w:fill="0000FF"/>'), "123"),
        (run("12") + run("3", f'{WHITE}<w:highlight w:val="blue"/>'), "123"),
        (run("12", WHITE), "12（白色文字）"),
        ('<w:pPr><w:pStyle w:val="Unseen"/></w:pPr>' + run("12"), ""),
        ('<w:pPr><w:pStyle w:val="Unseen"/></w:pPr>' + run("12", '<w:vanish w:val="0"/>'), "12"),
    ],
)
@pytest.mark.parametrize("shaded", [False, True])
def test_white_words_join_no_figure_unless_they_stand_on_a_ground(cell: str, seen: str, shaded: bool) -> None:
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:rPr>{look}</w:rPr></w:style>'
        for kind, name, look in (
            ("character", "White", WHITE),
            ("character", "Hidden", "<w:vanish/>"),
            ("paragraph", "Unseen", "<w:vanish/>"),
        )
    )
    ground = '<w:tcPr><w:shd w:val="clear" w:fill="0000FF"/></w:tcPr>' if shaded else ""
    made = (
        f"<w:tbl><w:tr>{tc('甲')}<w:tc>{ground}<w:p>{cell}</w:p></w:tc></w:tr><w:tr>{tc('乙')}{tc('1')}</w:tr></w:tbl>"
    )
    shown = seen.partition("（")[0] + ("3" if "：3）" in seen else "") if shaded else seen
    assert begun(read(made, styles=styles)) == [[["甲", shown], ["乙", "1"]]]


def test_white_words_among_others_are_left_out_of_a_paragraph_and_told() -> None:
    found = read(f"<w:p>{run('收到12')}{run('34', WHITE)}{run('件')}</w:p>")
    assert lines(found) == ["收到12件"]
    assert [(residue.kind, residue.words) for residue in found.residues] == [("faint", "34")]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert lines(read(p("甲", deleted) + p("乙", deleted) + p("丙") + p("丁", deleted))) == ["甲乙丙", "丁"]


def test_an_unfinished_field_hides_nothing_that_follows() -> None:
    begun_field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    assert lines(read(begun_field + p("总体情况"))) == ["总体情况"]


def test_of_alternate_content_one_branch_is_read_and_a_text_box_stands_where_it_is_anchored() -> None:
    box = f"<w:txbxContent>{p('盒')}</w:txbxContent>"
    choice = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    fallback = (
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('盒')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    )
    body = f"<w:p>{run('前')}<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>{p('后')}"
    assert lines(read(body)) == ["前", "盒", "后"]
    assert lines(read(body.replace(choice, "<mc:Choice Requires='new'/>"))) == ["前", "盒", "后"]


def test_merged_cells_are_spelled_out() -> None:
    found = read(
        table(
            tc("甲", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>') + tc("乙"),
            tc("看不见", '<w:gridSpan w:val="2"/><w:vMerge/>') + tc("1"),
            tc("丙", '<w:hMerge w:val="restart"/>') + tc("", '<w:hMerge w:val="continue"/>') + tc("2"),
            "<w:trPr><w:gridBefore w:val='2'/></w:trPr>" + tc("3"),
        )
    )
    assert begun(found) == [[["甲", "~", "乙"], ["~", "~", "1"], ["丙", "~", "2"], ["", "~", "3"]]]
    assert grids(found)[0][1] == ["甲", "甲", "1"]


def test_rows_and_cells_in_controls_are_read_and_deleted_or_hidden_rows_are_not() -> None:
    found = read(
        table(
            f"<w:sdt><w:sdtContent>{tc('甲')}</w:sdtContent></w:sdt>{tc('1')}",
            f"<w:trPr><w:del/></w:trPr>{tc('乙')}{tc('2')}",
            f"<w:trPr><w:hidden/></w:trPr>{tc('丙')}{tc('3')}",
            f"<w:trPr><w:ins/></w:trPr>{tc('丁')}{tc('4')}",
        )
    )
    assert grids(found) == [[["甲", "1"], ["丁", "4"]]]


def test_a_table_in_a_layout_table_becomes_a_block_of_its_own_and_the_words_around_it_stay() -> None:
    inner = table(tc("甲") + tc("1"), tc("乙") + tc("2"))
    found = read(table(f"<w:tc>{p('前')}{inner}{p('后')}</w:tc>", tc("尾")))
    assert lines(found) == ["前", "后", "尾"]
    assert grids(found) == [[["甲", "1"], ["乙", "2"]]]
    assert [isinstance(block, Grid) for block in found.blocks] == [False, True, False, False]


def test_a_small_table_in_a_cell_of_data_is_that_cells_words() -> None:
    found = read(table(tc("甲") + f"<w:tc>{table(tc('5'))}<w:p/></w:tc>", tc("乙") + tc("6")))
    assert grids(found) == [[["甲", "5"], ["乙", "6"]]]


LIST = """<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"""


def listed(level: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def test_automatic_numbers_count_as_in_word() -> None:
    steps = [(0, 1), (1, 1), (1, 1), (2, 1), (0, 1), (1, 1), (2, 1), (0, 2), (0, 1)]
    body = "".join(p("甲", listed(level, number)) for level, number in steps)
    found = read(body, numbering=LIST)
    numbers = [block.number for block in found.blocks if isinstance(block, Paragraph)]
    assert numbers == ["一、", "（一）", "（二）", "1.2.1", "二、", "（一）", "2.1.1", "一、", "二、"]


def test_an_empty_paragraph_of_a_list_counts_and_numbers_in_cells_are_words_of_the_cell() -> None:
    body = p("", listed(0)) + p("甲", listed(0)) + table(f"<w:tc>{p('乙', listed(0))}</w:tc>{tc('1')}")
    found = read(body, numbering=LIST)
    assert lines(found) == ["二、甲"]
    assert grids(found) == [[["三、乙", "1"]]]


def test_numbering_and_levels_come_from_styles_too() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="My"><w:basedOn w:val="1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/>'
        '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    )
    taken_away = '<w:pStyle w:val="My"/><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/>'
    body = p("甲", '<w:pStyle w:val="My"/>') + p("乙", taken_away) + p("丙", '<w:pStyle w:val="Loop"/>') + p("丁")
    assert read(body, styles=styles, numbering=LIST).blocks == (
        Paragraph("甲", "一、", 1),
        Paragraph("乙"),
        Paragraph("丙", level=3),
        Paragraph("丁"),
    )


@pytest.mark.parametrize(
    ("number", "kind", "printed"),
    [
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (1001, "chineseCountingThousand", "一千零一"),
        (10, "ideographDigital", "一〇"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (3, "ideographTraditional", "丙"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (12, "decimalFullWidth", "１２"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (3, "decimalZero", "03"),
        (0, "chineseCounting", "零"),
        (7, "somethingNew", "7"),
    ],
)
def test_numerals(number: int, kind: str, printed: str) -> None:
    assert numeral(number, kind) == printed


def test_comments_and_pictures_are_told_with_the_block_they_belong_to() -> None:
    body = (
        p("甲")
        + f"<w:p>{run('乙')}<w:r><w:commentReference w:id='4'/></w:r><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>"
    )
    found = read(body, comments=f'<w:comment w:id="4">{p("请核实")}</w:comment>')
    assert [(residue.kind, residue.words, residue.block) for residue in found.residues] == [
        ("comment", "请核实", 1),
        ("picture", "", 1),
    ]


def test_headers_footers_and_notes_are_no_part_of_the_text() -> None:
    found = read(
        p("甲") + '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', header1=p("页眉"), footnotes=p("脚注")
    )
    assert lines(found) == ["甲"]


def test_footnotes_and_endnotes_are_told_where_they_are_referred_to() -> None:
    noted = (
        '<w:p><w:r><w:t>乙</w:t><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r></w:p>'
    )
    cell = f"<w:tbl><w:tr><w:tc>{p('丙')}</w:tc><w:tc>{noted.replace('乙', '5')}</w:tc></w:tr></w:tbl>"
    found = read(
        p("甲") + noted + cell,
        footnotes=f'<w:footnote w:id="2">{p("其中微信120条")}</w:footnote><w:footnote w:id="0">{p("")}</w:footnote>',
        endnotes=f'<w:endnote w:id="3">{p("尾注：见附件")}</w:endnote>',
    )
    assert lines(found) == ["甲", "乙"]
    assert [(residue.kind, residue.words, residue.block) for residue in found.residues] == [
        ("note", "脚注：其中微信120条", 1),
        ("note", "尾注：见附件", 1),
        ("note", "脚注：其中微信120条", 2),
        ("note", "尾注：见附件", 2),
    ]


def test_boxes_and_notes_of_an_old_file_are_told_where_they_do_not_come_along() -> None:
    found = document(Path(__file__).parents[1] / "data" / "reading" / "beside.doc")
    assert lines(found) == ["甲", "乙"]
    assert {(residue.kind, residue.words) for residue in found.residues} == {
        ("box", "盒子里的话；第二段"),
        ("note", "脚注：其中微信120条"),
    }


def test_the_main_part_may_have_any_name() -> None:
    assert lines(from_bytes(word_file(p("甲"), "other/text1.xml"))) == ["甲"]


def test_a_word_file_saved_as_one_xml_file_is_read() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{office}" Target="word/document.xml"/></Relationships>'
    )
    text = part("document", f"<w:body>{p('甲')}</w:body>")
    flat = (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f'<pkg:part pkg:name="/_rels/.rels"><pkg:xmlData>{links}</pkg:xmlData></pkg:part>'
        f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>{text}'
        "</pkg:xmlData></pkg:part></pkg:package>"
    )
    assert replace(from_bytes(flat.encode()), digest="") == Document("docx", (Paragraph("甲"),))


def test_a_package_that_points_at_no_text_is_damaged() -> None:
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": part("document", p("甲"))}
    assert "损坏" in reason(zipped(parts))
