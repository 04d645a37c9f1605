"""Mistakes in the title and the preamble."""

import re
from random import Random

from model.report.report import Report, TextId
from model.structs import replace
from tests.mutation.plant import Spoil, every, named, plant, swap, swapping, text_of, titled

PREAMBLE: tuple[TextId, ...] = ("preamble",)
_REPORT = "政府信息公开工作年度报告"
_DIGITS = "〇一二三四五六七八九"


def _numerals(year: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(year))


# --- the title ---

_WITHOUT_YEAR = (f"{{名}}{_REPORT}", f"{{名}}年度{_REPORT}", f"{{名}}\n{_REPORT}", f"{{名}}本年度{_REPORT}", "")
every("H-01", ((title, titled(title)) for title in _WITHOUT_YEAR))

_OTHER_YEAR = (
    f"{{名}}{{去}}年{_REPORT}",
    f"{{去}}年{{名}}{_REPORT}",
    f"{{名}}{{去}}年\n{_REPORT}",
    f"{{名}} {{去}} 年{_REPORT}",
    f"{{名}}1999年{_REPORT}",
    f"{{名}}2052年{_REPORT}",
)
every("H-02", ((title, titled(title)) for title in _OTHER_YEAR))


@plant("H-02", "汉字年份")
def _other_year_in_numerals(report: Report, _random: Random) -> Report:
    return replace(report, title=f"{report.agency.name}{_numerals(report.year - 1)}年{_REPORT}")


@plant("H-02", "全角年份")
def _other_year_wide(report: Report, _random: Random) -> Report:
    wide = str(report.year - 1).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return replace(report, title=f"{report.agency.name}{wide}年{_REPORT}")


_OTHER_PAPERS = (
    "{名}{年}年政府信息工作年度报告",
    "{名}{年}年政府信息公开年度报告",
    "{名}{年}年信息公开工作年度报告",
    "{名}{年}年政务公开工作年度报告",
    "{名}{年}年政务公开工作总结",
    "{名}{年}年政府信息公开工作总结",
    "{名}{年}年政府信息公开工作报告",
    "{名}{年}年政府信息公开工作年报",
    "{名}{年}年度报告",
    "{名}{年}年政府信息公开工作情况报告",
    "{名}{年}年政府信息公开工作年度报表",
    "{名}{年}年政府信息公天工作年度报告",
)
every("H-03", ((title, titled(title)) for title in _OTHER_PAPERS))

_DOUBLED = (
    f"{{年}}年年度{{名}}{_REPORT}",
    f"{{名}}{{年}}年年度{_REPORT}",
    f"{{名}}{{年}}年\n年度{_REPORT}",
    "{名}{年}年政府信息公开工作的年度报告",
    f"{{名}}{{年}}度{_REPORT}",
)
every("H-04", ((title, titled(title)) for title in _DOUBLED))


@plant("H-04", "汉字年度")
def _doubled_in_numerals(report: Report, _random: Random) -> Report:
    return replace(report, title=f"{report.agency.name}{_numerals(report.year)}度{_REPORT}")


def _named_otherwise(change: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        name = report.agency.name
        place = random.randrange(1, len(name) - 1)
        other = {
            "无": "",
            "简称": report.agency.short_name,
            "漏字": name[:place] + name[place + 1 :],
            "错字": f"{name[:place]}鑫{name[place + 1 :]}",
            "别处": f"白山{name[2:]}",
            "本机关": "我单位",
        }[change]
        allowed = report.agency.type == "government" and other in (name, name.removesuffix("人民政府"))
        same = other + "政府" == name or (
            report.agency.type == "government" and f"{other}政府".startswith(name[:-4] + "政府")
        )
        return None if allowed or same else replace(report, title=f"{other}{report.year}年{_REPORT}")

    return spoil


every("H-05", ((change, _named_otherwise(change)) for change in ("无", "简称", "漏字", "错字", "别处", "本机关")))

# --- the period ---

_PERIOD = r"(?P<all>[^。，]*[0-9]{4}年1月1日[^。]*12月31日止?)"
_PERIODS = (
    "数据的统计期限自{去}年1月1日起至{去}年12月31日止",
    "数据的统计期限自{年}年1月1日起至{去}年12月31日止",
    "数据的统计期限自{年}年1月1日起至{年}年11月30日止",
    "数据的统计期限为{年}年1月1日至12月30日",
    "数据的统计期限为{年}年2月1日至12月31日",
    "数据的统计期限为{去}年1月1日至12月31日",
    "数据统计时间为{去}.1.1-{去}.12.31",
    "所列数据均为本年度数据",
    "数据截至年底",
    "数据的统计期限为1月1日至12月31日",
    "数据的统计期限为{去}年1月至12月",
)


def _period(words: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        return swap(report, random, _PERIOD, named(report, words), PREAMBLE)

    return spoil


every("H-06", ((words, _period(words)) for words in _PERIODS))
every("H-06", [("引言空着", text_of("preamble", ""))])

# --- what it rests on ---

_OLD = (
    "（国办公开办函〔2019〕60号）",
    "（国办公开办函〔2019〕51号）",
    "（国办公开办函[2019]60号）",
    "（国办公开办函（2019）60号）",
    "（国办公开办函2019年60号）",
    "（国办公开办函〔2019〕第60号）",
    "（国务院令第492号）",
    "（中华人民共和国国务院令第492号）",
    "（第492号令）",
    "（国务院令 第492号）",
)
_BASIS = r"(?P<law>《中华人民共和国政府信息公开条例》)(?:（[^）]*）)?"


def _old_basis(words: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        changed = swap(report, random, _BASIS, rf"\g<law>{words}", PREAMBLE)
        return changed and changed.with_text("preamble", changed.text.preamble.replace("711", "492"))

    return spoil


every("H-07", ((words, _old_basis(words)) for words in _OLD))
every("H-07", [("改回旧文号", swapping(r"〔2021〕30号", "〔2019〕60号", PREAMBLE))])

# --- the contact ---

_LOST = (
    ("没有地址", r"[^（。\n；，]*地址[：:][^；，。\n）]*[；，\n]?", ""),
    ("没有邮编", r"邮(?:编|政编码)[：:][0-9]{6}[；，\n]?", ""),
    ("没有电话", r"(?:联系)?电话[：:][^；，。\n）]*", ""),
    ("邮编五位", r"130(?P<rest>0[01])[02]", r"13\g<rest>"),
    ("邮编七位", r"13001?[02](?P<rest>[0-9])(?![0-9])", r"130012\g<rest>"),
    ("电话四位", r"0431-89682735|0431—89682735|（0431）89682735", "8968"),
    ("电话多位", r"0431-89682735|0431—89682735|（0431）89682735", "0431-896827356789"),
)
every("H-08", ((name, swapping(old, new, PREAMBLE)) for name, old, new in _LOST))


@plant("H-08", "没有联系方式")
def _no_contact(report: Report, _random: Random) -> Report:
    kept = re.split(r"(?:。(?=[^。]*(?:疑问|联系地址))|\n地址)", report.text.preamble)[0]
    return report.with_text("preamble", f"{kept.rstrip('。')}。")


# --- words of a letter, another agency, the parts ---

_RECIPIENTS = (
    "县人民政府：",
    "青河县政务公开领导小组：",
    "市政府办公室：",
    "各位领导：",
    "省司法厅：",
    "县委、县政府：",
)


def _addressed(words: str) -> Spoil:
    return lambda report, _random: report.with_text("preamble", f"{words}\n{report.text.preamble}")


every("H-10", ((words, _addressed(words)) for words in _RECIPIENTS))
_LETTERS = (
    "现将有关情况报送如下，请审阅。",
    "现报送如下，请予审定。",
    "以上报告，请审阅。",
    "妥否，请批示。",
    "当否，请指示。",
    "特此报告。",
    "专此报告。",
    "特此上报。",
    "请审核。",
    "敬请审阅。",
    "请领导审阅。",
    "以上报告如无不妥，请批转。",
)


def _ending(words: str, section: str) -> Spoil:
    def spoil(report: Report, _random: Random) -> Report:
        if section == "preamble":
            return report.with_text("preamble", report.text.preamble + words)
        return report.with_text("other_matters", f"{report.text.other_matters}\n{words}")

    return spoil


for where in ("preamble", "other_matters"):
    every("H-10", ((f"{words} {where}", _ending(words, where)) for words in _LETTERS))

_AGENCIES = ("白石县水务局", "青河县林业局", "南关区政务服务局", "临江市人民政府", "青河镇人民政府", "东湖街道办事处")


def _another(name: str) -> Spoil:
    def spoil(report: Report, _random: Random) -> Report | None:
        own, text = report.agency.name, report.text.preamble
        kind = own[-1] == name[-1] or f"布{own}" in text
        if not re.search(f"(?:布|由){own}", text) or name == own or not kind:
            return None
        return report.with_text("preamble", re.sub(f"(?<=[布由]){own}", name, text, count=1))

    return spoil


every("H-11", ((name, _another(name)) for name in _AGENCIES))


@plant("H-11", "漏字")
def _letter_lost(report: Report, random: Random) -> Report | None:
    name = report.agency.name
    place = random.randrange(len(name) // 2, len(name) - 1)
    if name[place] in "市县镇乡":
        return None
    return swap(report, random, f"(?<=[布由]){name}", name[:place] + name[place + 1 :], PREAMBLE)


_COUNTS = ("五个部分", "七个部分", "八部分", "5个部分", "四大部分", "十个部分", "7部分")
every("S-05", ((words, swapping(r"(?:共分)?六(?:个)?部分", words, PREAMBLE)) for words in _COUNTS))
_PARTS = (
    "、主动公开政府信息情况",
    "、收到和处理政府信息公开申请情况",
    "、政府信息公开行政复议和行政诉讼情况",
    "、其他需要报告的事项",
)
every("S-05", ((f"漏列{words}", swapping(f"{words}(?=、|六)", "", PREAMBLE)) for words in _PARTS))
