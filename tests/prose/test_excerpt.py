"""What a message quotes is cut where a reader would cut, and never within a figure, a Latin word or a live field."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.language.excerpt import excerpt

LONG = "一二三四五六七八九十甲乙丙丁戊己庚辛"


@pytest.mark.parametrize(
    ("before", "place", "behind", "shown"),
    [
        ("", "公开。。", "", "公开。。"),
        ("全年很好。发布", "，，", "解读。其余", "发布，，解读。"),
        ("第一段\n发布", "，，", "解读\n第三段", "发布，，解读"),
        (f"{LONG}，发布", "，，", f"解读，{LONG}", "…发布，，解读…"),
        (f"{LONG}自2024年1月1日起", "，，", "", f"…{LONG[-3:]}自2024年1月1日起，，"),
        (f"甲乙丙丁{LONG[:4]}2024年12月三四五六七八", "，，", "", "…2024年12月三四五六七八，，"),
        ("", "，，", f"{LONG[:9]}applications.received共{LONG}", f"，，{LONG[:9]}…"),
        ("", "，，", f"{LONG[:4]}{{{{applications.received.total}}}}件", f"，，{LONG[:4]}…"),
    ],
)
def test_the_words_around_are_whole(before: str, place: str, behind: str, shown: str) -> None:
    assert excerpt(before + place + behind, len(before), len(before) + len(place)) == shown


@given(st.text("公开年，。\n12a.{}", max_size=80), st.integers(0, 80), st.integers(0, 9))
def test_the_place_is_always_in_it_and_figures_are_whole(words: str, start: int, length: int) -> None:
    start = min(start, len(words))
    end = min(len(words), start + length)
    shown = excerpt(words, start, end)
    assert " ".join(words[start:end].split("\n")).strip() in shown
    assert len(shown) <= end - start + 30
    whole = set(re.findall("[12]+", words))
    inside = set(re.findall("[12]+", words[start:end]))
    edges = {run for at in (start, end) for run in re.findall("[12]+$", words[:at]) + re.findall("^[12]+", words[at:])}
    assert set(re.findall("[12]+", shown)) <= whole | inside | edges
