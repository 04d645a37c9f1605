"""What is painted, and how little of it is painted anew."""

from collections.abc import Iterable
from typing import Literal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from gui.grid.layout import lay_out, style_of, wrap
from gui.grid.paint import NumberLook, PaintKit, paint_number, sign_area
from gui.look.theme import theme
from model.form.form import Shape
from model.session.edits import set_number, set_text
from model.session.zero_fill import zero_fill
from model.structs import replace
from tests.forms import FORM
from tests.gui.grid.grid_tools import COLUMNS, CONTROL, Desk, OpenDesk, blank, with_last_year, with_numbers, zeros

KEY = Qt.Key


def _ground(desk: Desk, cell: str) -> str:
    """The colour of a cell's ground, near its left lower corner."""
    QApplication.processEvents()
    rect = desk.grid.cell_rect(f"{desk.grid.table.id}.{cell}")
    image = desk.grid.viewport().grab(rect).toImage()
    return image.pixelColor(5, image.height() - 6).name().upper()


def _inks(desk: Desk, cell: str) -> set[str]:
    image = desk.grid.viewport().grab(desk.grid.cell_rect(f"{desk.grid.table.id}.{cell}")).toImage()
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name().upper() for x, y in pixels}


def test_an_edit_paints_what_it_changed_and_nothing_else(opened: OpenDesk) -> None:
    desk = opened(report=zeros(), size=(888, 1200))
    change = desk.bridge.do(set_number("applications.granted.research", 3))
    assert len(change.cells) == 4
    # the four cells, the three other terms of the column that is off now, its head, and the balance of two columns
    assert desk.painted() == 4 + 3 + 1 + 2
    desk.bridge.do(set_number("applications.granted.research", 4))
    assert desk.painted() == 4 + 2
    desk.bridge.do(set_number("applications.granted.research", 4))
    assert desk.painted() == 0


def test_a_key_paints_no_more_than_it_changed(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    desk.go("unavailable_not_held.natural_person")
    desk.press(KEY.Key_F2)
    desk.painted()
    desk.type("1")
    assert desk.painted() <= 4 + 3 + 1 + 2


def test_an_edit_elsewhere_paints_nothing(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    desk.bridge.do(set_number("disputes.review.upheld", 3))
    desk.bridge.do(set_text("overview", "2024年，受理申请0件。"))
    assert desk.painted() == 0


def test_an_edit_out_of_sight_paints_only_what_is_in_sight(opened: OpenDesk) -> None:
    desk = opened(report=zeros(), size=(888, 500))
    desk.bridge.do(set_number("applications.other_misc.research", 3))
    assert 0 < desk.painted() <= 2 + 1 + 2


def test_a_move_paints_two_rows_and_two_columns_at_most(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    desk.go("refused_by_law.research")
    desk.painted()
    desk.press(KEY.Key_Right)
    assert desk.painted() <= 2 * 25 + 2 * 7
    desk.press(KEY.Key_Left)
    desk.painted()
    desk.press(KEY.Key_Down)
    assert desk.painted() <= 2 * 7 + 4


def test_the_states_of_a_cell(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(zeros(), received__natural_person=5, granted__enterprise=None))
    desk.go("refused_by_law.research")
    tokens = theme().tokens
    expected = {
        "granted.enterprise": tokens.surface,
        "granted.total": tokens.computed,
        "received.natural_person": tokens.error_tint,
        "refused_by_law.research": tokens.surface,
        "refused_by_law.enterprise": tokens.tint,
        "refused_by_law.total": tokens.tint2,
        "granted.research": tokens.tint,
    }
    assert {cell: _ground(desk, cell) for cell in expected} == {
        cell: colour.name().upper() for cell, colour in expected.items()
    }
    assert len(_inks(desk, "granted.enterprise")) == 2
    assert tokens.accent.name().upper() in _inks(desk, "refused_by_law.research")
    assert tokens.error.name().upper() in _inks(desk, "received.natural_person")
    desk.press(KEY.Key_A, modifiers=CONTROL)
    assert _ground(desk, "granted.legal_service") == tokens.tint2.name().upper()
    assert _ground(desk, "received.natural_person") == tokens.error_tint.name().upper()


def test_warnings_and_hints(opened: OpenDesk) -> None:
    warned = opened("disclosure", zeros().with_numbers({"disclosure.normative_documents.issued": 5}))
    assert _ground(warned, "normative_documents.in_force") == theme().tokens.warn_tint.name().upper()
    hinted = opened(
        report=with_numbers(zeros(), received__natural_person=1, other_misc__natural_person=1), size=(888, 1200)
    )
    hinted.go("granted.research")
    assert _ground(hinted, "other_misc.total") == theme().tokens.computed.name().upper()


def test_both_themes_and_a_theme_that_changes(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    theme().set_appearance("dark")
    assert _ground(desk, "granted.total") == "#2D323A"
    theme().set_appearance("light")
    assert _ground(desk, "granted.total") == "#E8ECF3"


def test_last_year_beside(opened: OpenDesk) -> None:
    desk = opened("disclosure", with_last_year(zeros(), {"disclosure.rules.issued": 12}))
    assert desk.page._compare_button.isChecked()
    beside = len(_inks(desk, "rules.issued"))
    assert desk.grid.painter.explanation(FORM.cells["disclosure.rules.issued"]) == "上年 12"
    desk.page._compare_button.click()
    assert len(_inks(desk, "rules.issued")) < beside
    assert desk.grid.painter.explanation(FORM.cells["disclosure.rules.issued"]) == ""


@pytest.mark.parametrize("table_id", ["disclosure", "applications", "disputes"])
@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
@pytest.mark.parametrize("width", [300, 830, 950, 1320])
def test_no_label_is_cut(qapp: QApplication, table_id: str, zoom: int, width: int) -> None:
    assert qapp
    theme().set_zoom(zoom)
    table = FORM.table(table_id)
    for density in ("normal", "tight", "compact", "dense"):
        layout = lay_out(table, width, density)
        assert layout.width >= min(width, layout.width)
        for cell, lines in layout.lines.items():
            assert "".join(lines) == cell.label
            rect, px = layout.rect(cell), layout.measures.label_px
            assert len(lines) * theme().px(px * 1.5) <= rect.height() + 1, (cell.label, density)
            if style_of(cell, table) != "upright":
                assert max(map(len, lines)) * theme().px(px) <= rect.width() + theme().px(px), cell.label


def test_lines_break_behind_a_pause_and_leave_no_orphan(qapp: QApplication) -> None:
    assert qapp
    font = theme().font(10)
    assert wrap("结果维持", font, 35) == ["结果", "维持"]
    assert wrap("社会公益组织", font, 45) == ["社会公益", "组织"]
    assert wrap("一二三四五，六七八九", font, 75) == ["一二三四五，", "六七八九"]


def test_whole_tables_fit_where_there_is_room(opened: OpenDesk) -> None:
    desk = opened(size=(1376, 1020))
    assert desk.grid.sheet.bands.range.y() == 0
    assert desk.grid.sheet.bands.layout.measures.row == 27
    tall = opened(size=(1376, 1200))
    assert tall.grid.sheet.bands.layout.measures.row == 29
    low = opened(size=(1376, 700))
    heads = low.grid.sheet.bands.layout.measures
    assert (heads.head, heads.last_head) == (26, 42)


def test_heads_balance_and_merged_labels_stay_in_view(opened: OpenDesk) -> None:
    desk = opened(size=(888, 600))
    bands = desk.grid.sheet.bands
    head = next(cell for cell in desk.grid.table.cells if cell.label == "自然人")
    place, balance = bands.visible(head), bands.balance(3)
    desk.go("carried_out.natural_person")
    bands = desk.grid.sheet.bands
    assert bands.scroll.y() > 0
    assert (bands.visible(head), bands.balance(3)) == (place, balance)
    tall = next(cell for cell in desk.grid.table.cells if cell.label.startswith("三、"))
    assert bands.visible(tall).top() == bands.head_height
    assert not bands.visible(FORM.cells["applications.carried_out.natural_person"]).isEmpty()
    assert bands.visible(FORM.cells["applications.received.natural_person"]).isEmpty()


def test_a_narrow_view_scrolls_sideways_under_the_labels(opened: OpenDesk) -> None:
    desk = opened(size=(620, 700))
    desk.go("granted.other_organisation")
    bands = desk.grid.sheet.bands
    assert bands.scroll.x() > 0
    cell = FORM.cells["applications.granted.other_organisation"]
    assert bands.visible(cell) == bands.rect(cell)
    label = next(found for found in desk.grid.table.cells if found.label == "（一）予以公开")
    assert bands.visible(label).left() == bands.layout.x[1]


def test_the_balance_of_each_column(opened: OpenDesk) -> None:
    desk = opened(
        report=with_numbers(blank(), received__natural_person=5, granted__natural_person=3, received__research=0)
    )
    marks = desk.grid.marks
    assert [off.difference for off in marks.off.values()] == [2, None, None, None, None, None, 2]
    assert not marks.off_columns
    desk.bridge.do(set_number("applications.carried_out.natural_person", 1))
    desk.bridge.do(zero_fill(desk.bridge.session.report).edit)
    assert marks.off_columns == {3}
    for column in COLUMNS:
        desk.bridge.do(set_number(f"applications.carried_out.{column}", 2 if column == "natural_person" else 0))
    assert [off.difference for off in marks.off.values()] == [0] * 7
    assert not marks.off_columns


def test_a_column_with_blank_cells_is_not_marked_as_balanced_and_with_the_last_zero_it_is(opened: OpenDesk) -> None:
    desk = opened()
    desk.bridge.do(set_number("applications.received.research", 0))
    assert desk.painted() == 1
    assert all(off.difference is None for off in desk.grid.marks.off.values())
    desk.bridge.do(zero_fill(desk.bridge.session.report).edit)
    assert [off.difference for off in desk.grid.marks.off.values()] == [0] * 7


def _words_of(desk: Desk, label: str) -> list[tuple[int, int]]:
    """The dark pixels of a head's words, in its own coordinates."""
    QApplication.processEvents()
    head = next(cell for cell in desk.grid.table.cells if cell.label == label)
    image = desk.grid.viewport().grab(desk.grid.sheet.bands.visible(head)).toImage()
    pixels = ((x, y) for x in range(image.width() - 20) for y in range(1, image.height() - 4))
    return [(x, y) for x, y in pixels if image.pixelColor(x, y).lightness() < 150]


@pytest.mark.parametrize("label", ["自然人", "商业企业", "社会公益组织"])
def test_the_words_of_a_head_stay_where_they_are_when_its_column_goes_off(opened: OpenDesk, label: str) -> None:
    desk = opened(report=zeros())
    column = {"自然人": "natural_person", "商业企业": "enterprise", "社会公益组织": "public_welfare"}[label]
    desk.go("received.other_organisation")
    calm = _words_of(desk, label)
    desk.bridge.do(set_number(f"applications.granted.{column}", 1))
    wrong = _words_of(desk, label)
    assert desk.grid.marks.off_columns
    assert abs(min(y for _, y in wrong) - min(y for _, y in calm)) <= 1
    assert abs(max(y for _, y in wrong) - max(y for _, y in calm)) <= 1


def test_a_column_says_whether_results_are_missing_or_too_many(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(zeros(), received__natural_person=2, granted__enterprise=3))
    assert [desk.grid.marks.off[column].words for column in (3, 4)] == ["差 2", "多 3"]


def test_a_column_that_is_being_filled_in_is_off_in_amber(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(zeros(), received__natural_person=5, carried_out__natural_person=None))
    desk.go("granted.research")
    tokens, cells = theme().tokens, FORM.cells
    desk.bridge.do(set_number("applications.granted.natural_person", 3))
    desk.bridge.do(set_number("applications.partly_granted.natural_person", None))
    assert not any(found.check == "T3-01" for found in desk.session.findings)
    assert _ground(desk, "received.natural_person") == tokens.surface.name().upper()
    assert _balance_ground(desk, 3) == tokens.warn_tint.name().upper()
    desk.bridge.do(zero_fill(desk.bridge.session.report).edit)
    assert "不平" in desk.grid.painter.explanation(cells["applications.received.natural_person"])
    assert _ground(desk, "received.natural_person") == tokens.error_tint.name().upper()
    assert _balance_ground(desk, 3) == tokens.error_tint.name().upper()


def _balance_ground(desk: Desk, column: int) -> str:
    QApplication.processEvents()
    image = desk.grid.viewport().grab(desk.grid.sheet.bands.balance(column)).toImage()
    return image.pixelColor(3, 5).name().upper()


class _WithoutSigns(PaintKit):
    """All that is painted but the signs of findings, to see what is under them."""

    def sign(self, severity: str, px: float) -> QPixmap:  # noqa: ARG002
        return QPixmap()


def _painted_cell(size: tuple[int, int], look: NumberLook, shape: Shape) -> tuple[QImage, QRect]:
    measures = lay_out(next(table for table in FORM.tables if table.shape == shape), 1000, "compact").measures
    kit, rect = _WithoutSigns(theme(), measures, 1.0), QRect(0, 0, *size)
    image = QImage(rect.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_number(painter, kit, rect, look)
    painter.end()
    return image, sign_area(kit, rect, look)


def _colours(image: QImage, columns: Iterable[int], rows: Iterable[int]) -> set[int]:
    lines = tuple(rows)
    return {image.pixel(QPoint(x, y)) for x in columns for y in lines}


_SIZES = (("list", (66, 27)), ("list", (76, 29)), ("list", (66, 50)), ("strip", (51, 54)), ("parts", (183, 36)))


@pytest.mark.parametrize(("shape", "size"), _SIZES)
@pytest.mark.parametrize("mark", ["", "error", "warning"])
def test_last_years_figure_is_always_there_and_no_sign_is_over_a_figure(
    qapp: QApplication, shape: Shape, size: tuple[int, int], mark: Literal["", "error", "warning"]
) -> None:
    assert qapp
    for text in ("0", "12", "312", "2293", "20481"):
        for past in ("", "0", "41", "771", "1203", "12345"):
            look = NumberLook(text, last_year=past, mark=mark, zero=text == "0")
            image, sign = _painted_cell(size, look, shape)
            without, _ = _painted_cell(size, replace(look, last_year=""), shape)
            assert (image != without) is bool(past), (text, past)
            rows = range(2, size[1] - 2)
            assert len(_colours(image, (0, size[0] - 2), rows)) == 1, (text, past)
            if mark:
                under = _colours(image, range(sign.left(), sign.right()), range(sign.top(), sign.bottom()))
                assert len(under) == 1, (text, past)


def test_the_third_table_is_seen_whole_on_a_small_screen(qapp: QApplication) -> None:
    """At 1366×768 the page of table three leaves this much where the findings are folded."""
    assert qapp
    table = FORM.table("applications")
    dense = lay_out(table, 1041, "dense")
    assert dense.height <= 586
    assert dense.measures.label_px >= 13
    assert all(len(lines) == 1 for cell, lines in dense.lines.items() if style_of(cell, table) == "label")
