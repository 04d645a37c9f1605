"""The words of offices: what each means, why, and that none means two things."""

from collections import Counter

import pytest

from model.ledger.cases import _outcomes
from model.ledger.vocabulary import built_in
from model.ledger.words import squeezed_word, table
from tests.ledger.offices import FORM, KINDS, RESULTS


@pytest.mark.parametrize(
    ("name", "part", "lines", "least"), [("outcomes", "row", RESULTS, 40), ("applicants", "column", KINDS, 20)]
)
def test_there_are_many_words_each_with_its_reason_and_one_meaning(
    name: str, part: str, lines: list[str], least: int
) -> None:
    entries = [*table(name)["words"], *table(name)["groups"]]
    words = Counter(squeezed_word(word) for entry in entries for word in entry["words"])
    assert len(words) >= least
    assert max(words.values()) == 1
    assert all(entry["why"] for entry in entries)
    assert {entry[part] for entry in table(name)["words"]} == set(lines)


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("（一）予以公开", "granted"),
        ("不予公开—国家秘密", "refused_state_secret"),
        ("不予公开（涉及第三方合法权益）", "refused_third_party"),
        ("4.无正当理由大量反复申请", "unprocessed_excessive"),
        ("政府信息不存在。", "unavailable_not_held"),
        ("全部 公开", "granted"),
        ("撤回申请", "other_misc"),
        ("区分处理", "partly_granted"),
    ],
)
def test_an_outcome_is_told_however_it_is_numbered_grouped_or_spaced(word: str, line: str) -> None:
    meaning = built_in("outcome", FORM).meaning(word)
    assert (meaning.line, meaning.certain) == (line, True)


@pytest.mark.parametrize(
    ("word", "suggested"),
    [
        ("信访", "unprocessed_petition"),
        ("非本机关公开", "unavailable_not_held"),
        ("不予公开", ""),
        ("另函告知", ""),
        ("予以公开、不予公开-国家秘密", ""),
        ("国家秘密、过程性信息", ""),
        ("未予以公开", ""),
    ],
)
def test_a_word_that_may_mean_several_things_is_never_certain(word: str, suggested: str) -> None:
    meaning = built_in("outcome", FORM).meaning(word)
    assert (meaning.line, meaning.certain) == (suggested, False)


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        ("2025年5月复议维持", {"upheld"}),
        ("一审判决驳回原告诉讼请求", {"upheld"}),
        ("裁定驳回起诉", {"other"}),
        ("撤销原答复，责令重新答复", {"corrected"}),
        ("尚未审结", {"pending"}),
        ("复议维持，一审撤销", {"upheld", "corrected"}),
        ("未维持", set()),
        ("请见卷宗", set()),
    ],
)
def test_the_outcome_of_a_case_is_told_from_a_sentence(words: str, outcomes: set[str]) -> None:
    assert _outcomes(words) == outcomes
