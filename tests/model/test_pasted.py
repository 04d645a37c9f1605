import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.language.pasted import clean
from tests.strategies import texts

_WIDTHLESS = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffc]")


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("一段\r\n二段", "一段\n二段"),
        ("一段\r二段\x0b三段\x0c四段", "一段\n二段\n三段\n四段"),
        ("一段\u2028二段\u2029三段\x85四段", "一段\n二段\n三段\n四段"),
        ("　　一段\n \t\u00a0　二段　\n", "一段\n二段"),
        ("一段\n\n\n二段\n", "一段\n二段"),
        ("公开信息\u00a012\u00a0条", "公开信息12条"),
        ("Word\u00a0365", "Word 365"),
        ("收\u200b到\ufeff5\u2060件\u00ad", "收到5件"),
        ("收到\t5\t3", "收到 5 3"),
        ("\uf06c 一是公开\x07及时\x00", "一是公开及时"),
        ("图\ufffc片", "图片"),
        ("𠮷林😀", "𠮷林😀"),
        ("\ud83d\ude00半个\ud83d", "😀半个�"),
        ("收到{{applications.received.total}}件", "收到{{applications.received.total}}件"),
        ("　\u3000\u200b\n \r\n", ""),
        ("", ""),
    ],
)
def test_cleaned(pasted: str, kept: str) -> None:
    assert clean(pasted) == kept


@given(texts() | st.text())
def test_clean_text_is_plain(text: str) -> None:
    cleaned = clean(text)
    assert not _WIDTHLESS.search(cleaned)
    assert all(character == "\n" or unicodedata.category(character) not in ("Cc", "Cs") for character in cleaned)
    assert all(line and line == line.strip() for line in cleaned.split("\n")) or not cleaned


@given(texts() | st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(texts() | st.text())
def test_no_word_is_lost(text: str) -> None:
    assert [character for character in clean(text) if character.isalnum()] == [
        character for character in text if character.isalnum()
    ]
