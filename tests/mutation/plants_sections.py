"""Sections that lack what they must have."""

import re
from random import Random

from model.report.length import length
from model.report.report import Report
from tests.mutation import wording
from tests.mutation.plant import Spoil, every, plant, text_of
from tests.mutation.writer import Writer

_ITEM = "（{}）[^\n]*(?:\n(?!（)[^\n]*)*"
_NUMERALS = "一二三四五"
_GOVERNMENTS = ("government", "township")

# --- section one ---


def _without_item(number: int) -> Spoil:
    """Takes out one of the five items, and what other items say of it."""
    telling = (
        "公开[^。]*[0-9]+[条期篇件份项]|主动公开|推送|发布|发放",
        "申请|复议|诉讼",
        "管理|审[查核]|三审|清理|归档|台账|规范|更新|动态",
        "平台|网站|专栏|专区|新媒体",
        "监督|保障|考核|评议|培训|检查",
    )[number]

    def spoil(report: Report, _random: Random) -> Report:
        text = re.sub(_ITEM.format(_NUMERALS[number]), "", report.text.overview)
        clauses = re.split(r"(?<=[。\n])", text)
        kept = [clause for clause in clauses if clause.startswith("（") or not re.search(telling, clause)]
        return report.with_text("overview", "".join(kept))

    return spoil


every("S-06", ((f"没有（{_NUMERALS[number]}）", _without_item(number)) for number in range(4)))


@plant("S-06", "没有（五）")
def _without_fifth(report: Report, random: Random) -> Report | None:
    if report.agency.type in _GOVERNMENTS:
        return None
    return _without_item(4)(report, random)


def _without_word(words: str) -> Spoil:
    def spoil(report: Report, _random: Random) -> Report | None:
        if report.agency.type not in _GOVERNMENTS:
            return None
        clauses = re.split(r"(?<=[。，；、\n])", report.text.overview)
        return report.with_text("overview", "".join(clause for clause in clauses if not re.search(words, clause)))

    return spoil


_OVERSIGHT = (
    ("工作考核", "考核"),
    ("社会评议", "评议|满意度"),
    ("责任追究", "追究|追责|问责"),
    ("三项", "考核|评议|追究|追责|问责"),
)
every("S-07", ((name, _without_word(words)) for name, words in _OVERSIGHT))

every("S-14", ((repr(words), text_of("overview", words)) for words in ("", "  ", "\n", "　　\n　")))


@plant("S-13", "太长")
def _long(report: Report, random: Random) -> Report:
    writer = Writer(report, random)
    more = (*wording.PUBLISHED, *wording.MANAGED, *wording.PLATFORMS)
    text = report.text.overview
    while length(text, report) <= 1000:
        text += writer.one_of(more)
    return report.with_text("overview", text)


# --- section five ---

_NOTHING = (
    "",
    "无",
    "无。",
    "没有。",
    "暂无问题。",
    "本年度无。",
    "不存在问题。",
    "本机关不存在问题。",
    "未发现问题。",
    "暂无。",
    " \n",
    "没有存在的问题。",
    "本年度不存在突出问题。",
    "无存在问题。",
    "政府信息公开工作方面暂无问题。",
    "/",
    "——",
    "待补充。",
    "略。",
    "我单位政府信息公开工作不存在问题。",
)
every("S-08", ((repr(words), text_of("problems", words)) for words in _NOTHING))


@plant("S-09", "只有问题")
def _only_problems(report: Report, random: Random) -> Report:
    first, second = random.sample(wording.PROBLEMS, 2)
    return report.with_text("problems", f"存在的主要问题：一是{first}；二是{second}。")


@plant("S-09", "只有改进")
def _only_cures(report: Report, random: Random) -> Report:
    writer = Writer(report, random)
    first, second = (writer.text(each) for each in random.sample(wording.IMPROVEMENTS, 2))
    return report.with_text("problems", f"{report.year + 1}年，将{first}；{second}。")


# --- section six ---

_SILENT = (
    "没有其他需要报告的事项。",
    "无。",
    "无其他需要报告的事项。",
    "办理人大代表建议3件、政协提案2件，均已公开。",
    "本年度没有需要报告的事项。",
    "落实年度政务公开工作要点，各项任务全部完成。",
    "",
    "全年收取行政事业性收费12.5万元。",
)


def _silent(words: str) -> Spoil:
    def spoil(report: Report, _random: Random) -> Report:
        return report.with_text("other_matters", words)

    return spoil


every("S-10", ((repr(words), _silent(words)) for words in _SILENT), by=("T3-09",))


@plant("S-11", "只有信息处理费")
def _only_fee(report: Report, random: Random) -> Report:
    return report.with_text("other_matters", Writer(report, random).one_of(wording.FEES))


_FEES = (
    "本年度未收取信息处理费，共收取信息处理费120元。",
    "本年度没有收取信息处理费。发出收费通知3件，收取信息处理费共计260.5元。",
    "本年度发出收费通知0件，收取信息处理费300元。",
    "收取信息处理费0元。其中，全县各单位收取信息处理费合计450元。",
    "本年度收取信息处理费120元，折合信息处理费金额120万元。",
    "本年度未产生信息处理费。县级收取信息处理费1,200元。",
    "未发出收费通知，收取信息处理费60元。",
    "本年度收取信息处理费1200元；其中收取信息处理费0.12万元。",
)


def _fee(words: str) -> Spoil:
    return lambda report, _random: report.with_text("other_matters", f"{words}没有其他需要报告的事项。")


every("X-07", ((words, _fee(words)) for words in _FEES))
