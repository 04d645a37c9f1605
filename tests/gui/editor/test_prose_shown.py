"""Positions of stored texts and of the editor's document; needs no window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.editor.shown import Changed, Substitution, Units, chip_places, is_chip, show, store
from model.report.fields import fields
from tests.forms import FORM
from tests.strategies import texts

CHIP = "{{applications.received.total}}"
FEES = "{{ disclosure.fees.amount }}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize("text", ["", "中文", "𠮷", "a𠮷b😀c", "👨‍👩‍👧‍👦🇨🇳1️⃣", "\udc00𠮷\udc01"])
def test_units_of_every_code_point(text: str) -> None:
    units = Units(text)
    for point in range(len(text) + 1):
        assert units.unit(point) == _units(text[:point])
        assert units.point(units.unit(point)) == point


@given(st.text(), st.integers(0, 60))
def test_units_and_points(text: str, point: int) -> None:
    point = min(point, len(text))
    units = Units(text)
    assert units.unit(point) == _units(text[:point])
    assert units.point(units.unit(point)) == point


def test_shown() -> None:
    shown = show(f"收到{CHIP}件，{{{{no.such}}}}\r\n收费{FEES}万元。\u2028𠮷", FORM)
    first, second = chip_places(shown.text)
    assert shown.text == f"收到{shown.text[first]}件，{{{{no.such}}}}\n收费{shown.text[second]}万元。\n𠮷"
    assert shown.to_shown((2, 2 + len(CHIP))) == (2, 3)
    assert shown.to_shown((5, 8)) == (2, 3)
    assert shown.to_stored((3, 4)) == (2 + len(CHIP), 3 + len(CHIP))
    assert shown.to_stored((2, 3)) == (2, 2 + len(CHIP))


def test_a_literal_pair_of_braces_is_no_chip() -> None:
    assert show("{{{{applications.received.total}}", FORM).text == "{{{{applications.received.total}}"


@pytest.mark.parametrize("braces", range(9))
def test_chips_survive_braces_before_them(braces: int) -> None:
    chip = show(CHIP, FORM).text
    stored = store("{" * braces + chip + "}}")
    assert [found.cell_id for found in fields(stored)] == ["applications.received.total"]
    again = show(stored, FORM).text
    assert store(again) == stored


@given(texts())
def test_showing_loses_nothing_but_kinds_of_line_ends(text: str) -> None:
    shown = show(text, FORM)
    again = show(store(shown.text), FORM)
    assert again.text == shown.text
    if not set(text) & set("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\ufdd0\ufdd1"):
        assert store(shown.text) == text
    assert sum(map(is_chip, shown.text)) == sum(found.known(FORM) for found in fields(text))


@given(texts(), st.data())
def test_spans_go_there_and_back(text: str, data: st.DataObject) -> None:
    shown = show(text, FORM)
    start = data.draw(st.integers(0, len(shown.text)))
    end = data.draw(st.integers(start, len(shown.text)))
    assert shown.to_shown(shown.to_stored((start, end))) == (start, end)


@given(texts(), st.data())
def test_a_stored_span_covers_its_words(text: str, data: st.DataObject) -> None:
    shown = show(text, FORM)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = shown.to_stored(shown.to_shown((start, end)))
    assert first <= start
    assert end <= last


def test_substitutions_that_touch() -> None:
    changed = Changed("ab", [Substitution(0, 1, "123"), Substitution(1, 2, "4")])
    assert changed.text == "1234"
    assert [changed.forward((place, place)) for place in range(3)] == [(0, 0), (3, 3), (4, 4)]
    assert changed.back((1, 2)) == (0, 1)


@given(st.lists(st.sampled_from(["{", "}", "a", "\n", CHIP, FEES]), max_size=12))
def test_any_braces_around_chips(parts: list[str]) -> None:
    shown = "".join(show(part, FORM).text if part.startswith("{{") else part for part in parts)
    stored = store(shown)
    assert sum(found.known(FORM) for found in fields(stored)) == sum(part in (CHIP, FEES) for part in parts)
    again = show(stored, FORM).text
    assert [character for character in again if is_chip(character)] == [
        character for character in shown if is_chip(character)
    ]
