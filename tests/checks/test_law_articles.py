"""H-14: an article of the regulations is cited for what it is about."""

import pytest

from tests.checks.correct import BUREAU, judged

WRONG = [
    ("依据《条例》第二十条第（五）项公开行政处罚、行政强制信息。", "第（六）项"),
    ("条例第二十条第（八）项规定的行政许可信息已全部公开。", "第（五）项"),
    ("依据《政府信息公开条例》第63条建立监督制度。", "只有56条"),
    ("依据《条例》第三十九条，对可能损害他人利益的信息书面征求第三方意见。", "第三十二条"),
    ("依据《条例》第五条，年度报告应包括六项内容。", "第五十条"),
    ("对申请人，依据《条例》第三十六条第（二）项不予重复处理。", "第（六）项"),
    ("《条例》自2008年5月15日起施行以来，各项制度日趋完善。", "2019年5月15日"),
    ("依照《中华人民共和国政府信息公开法》开展工作。", "政府信息公开条例"),
]
RIGHT = [
    "按照《条例》第五十条规定编制年度报告，第四十九条规定的时间公布年度报告。",
    "根据《条例》第二十条第五项、第六项公开行政许可和行政处罚信息。",
    "按照《条例》第三十六条第（三）项，属于国家秘密的不予公开。",
    "按照《条例》第三十三条的规定告知申请人。",
    "按照《云岭省政务公开条例》第七十条的规定，年度报告同步公开。",
    "《条例》自2019年5月15日起施行以来，依申请公开的条件更加明确。",
    "学习《条例》第二十条，逐条对照主动公开的内容。",
]


def told(words: str) -> list[str]:
    return [finding.message for finding in judged(BUREAU.with_text("overview", words)) if finding.check == "H-14"]


@pytest.mark.parametrize(("words", "right"), WRONG)
def test_an_article_that_is_about_something_else_is_said_with_the_right_one(words: str, right: str) -> None:
    (message,) = told(words)
    assert right in message


@pytest.mark.parametrize("words", RIGHT)
def test_an_article_that_fits_or_is_of_another_law_is_left_alone(words: str) -> None:
    assert told(words) == []
