"""Places that were never filled in, and what Word left in a text."""

from datetime import date
from random import Random
from types import MappingProxyType
from typing import Any

from model.report.report import Report
from model.structs import replace
from tests.mutation.plant import Spoil, every, inserting, plant, swapping, titled

# --- P-10 ---


def _entered(name: str, text: str) -> Spoil:
    return lambda report, _random: report.unread(name, text)


def _reached(name: str, text: str) -> Spoil:
    changed: dict[str, Any] = {name: text}
    return lambda report, _random: replace(report, agency=replace(report.agency, **changed))


every(
    "R-02",
    (
        (f"{name}“{text}”", _entered(name, text))
        for name, text in (
            ("deadline", "月底前"),
            ("hand_in_by", "1月32日"),
            ("signature_date", "二〇二七年十三月一日"),
            ("year", "二六"),
            ("line_pt", "很宽"),
            ("name", ""),
            ("applications.granted.research", "5件"),
        )
    ),
)
every(
    "R-03",
    (
        (f"{name}“{text}”", _reached(name, text))
        for name, text in (("fax", "12"), ("fax", "无"), ("email", "gk.example.cn"))
    ),
)


@plant("P-10", "报送期限已过")
def _not_handed_in(report: Report, _random: Random) -> Report:
    return replace(report, hand_in_by=date(report.year + 1, 1, 5))


# --- Y-04 ---

_UNFILLED = (
    "全年公开信息××条。",
    "全年公开信息XX条。",
    "全年公开信息xx条。",
    "全年公开信息XXX条。",
    "全年公开信息ＸＸ条。",
    "全年公开信息__条。",
    "全年公开信息____条。",
    "全年公开信息＿＿条。",
    "全年公开信息【】条。",
    "全年公开信息【 】条。",
    "全年公开信息【填写数量】条。",
    "全年公开信息【待补充】条。",
    "全年公开信息（待核实）条。",
    "全年公开信息（  ）条。",
    "全年公开信息  条。",
    "全年公开信息 条。",
    "全年公开信息　条。",
    "全年收到申请 件。",
    "20XX年，各项工作有序推进。",
    "202X年，各项工作有序推进。",
    "202×年，各项工作有序推进。",
    "于X月X日召开推进会。",
    "于×月×日召开推进会。",
    "于  年  月  日召开推进会。",
    "此处填写本单位特色做法。",
    "（请填写本单位特色做法）",
    "由×××牵头负责。",
    "XX局牵头负责。",
    "XX县XX局牵头负责。",
    "某某局XX科负责。",
    "满意度达到 %。",
    "同比增长  %。",
    "同比增长XX%。",
    "同比增长XX.X%。",
    "召开会议×次。",
    "召开会议X次。",
    "公开信息*条。",
    "公开信息**条。",
    "公开信息***条。",
    "公开信息____________。",
    "公开信息……条。",
    "公开信息条，群众满意。",
    "现行有效件。",
    "各类信息共计条。",
    "公布文件件。",
    "公开信息（填数字）条。",
    "公开信息[]条。",
    "公开信息[数字]条。",
    "公开信息□□条。",
    "公开信息〇〇条。",
    "公开信息N条。",
    "公开信息?条。",
    "公开信息？条。",
    "公开信息（ ）条。",
    "公开信息()条。",
    "公开信息（）条。",
    "公开信息若干条（待补）。",
    "公开信息（此处补充数据）条。",
    "公开信息<数量>条。",
    "公开信息{数量}条。",
    "公开信息#条。",
    "公开信息##条。",
    "公开信息——条。",
    "公开信息／条。",
)
every("Y-04", ((words, inserting(words)) for words in _UNFILLED))
every(
    "Y-04",
    (
        (f"标题 {title}", titled(title))
        for title in ("XX县XX局{年}年政府信息公开工作年度报告", "{名}20XX年政府信息公开工作年度报告")
    ),
)
_EMPTIED = (("××", "××"), ("XX", "XX"), ("空格", "  "), ("下划线", "__"), ("【】", "【】"), ("X", "X"))
every("Y-04", ((f"数字换成{name}", swapping("(?<=[一-龥])[0-9]+(?=[件条])(?!\\}\\})", new)) for name, new in _EMPTIED))


@plant("Y-04", "注")
def _unfilled_note(report: Report, random: Random) -> Report:
    table = random.choice(("disclosure", "applications", "disputes"))
    return replace(report, notes=MappingProxyType({table: "注：本年清理××件。"}))


every(
    "Y-05",
    (
        (words, inserting(words))
        for words in (
            "见[bookmark: _Hlk187044147]下文。",
            "见错误！未找到引用源。",
            "见错误!未找到引用源。",
            "见错误！未定义书签。",
            "见Error! Reference source not found.",
            '见{ HYPERLINK "http://example.com" }。',
            "见{PAGEREF _Toc187044147 \\h}。",
            "目录_Toc187044147。",
            "公开&nbsp;信息。",
            "见错误！链接无效。",
            "见&ldquo;公开&rdquo;栏。",
            "见错误！使用“开始”选项卡将标题 1 应用于要在此处显示的文字。",
            "见{ TOC \\o 1-3 }。",
            "公开信息&#160;条目。",
            "<p>公开信息。</p>",
            "公开信息<br/>完成。",
            "公开信息_GoBack。",
            "公开信息_Hlk187044147。",
            "[批注：请核实]公开信息。",
            "（批注：请核实）公开信息。",
        )
    ),
)
