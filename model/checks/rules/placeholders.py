"""Places that were never filled in: what a template leaves where a figure, a name or a date belongs."""

import re
from collections.abc import Iterator
from functools import lru_cache

from model.language.patterns import pattern
from model.language.squeezed import joined

_UNIT = (
    "[件条宗起项份例次篇个名人元年月日期号局委办厅镇乡县市区省村街路家处场户批位科股站院类种万％%]"
    "|同志|主任|书记|部门|单位|公司|社区|学校"
)
_BLANK = "[ \u3000\u00a0\t]"
_COUNTED = "整改|采纳|征集|召开|举办|回应|回复|信息|文件|申请|收到|受理|办结|公开|公布|发布|答复|结转|共计?|累计"
_BEHIND_COUNTED = "(?:" + "|".join(f"(?<={word})" for word in _COUNTED.replace("共计?", "共|共计").split("|")) + ")"
_COUNT = (
    "条(?![目例款文线理件])|件(?!数)|份(?![数额])|次(?![数日月年序])|项(?!目)|篇(?![幅章])|宗(?![旨教地])"
    "|起(?![诉草步点来到源止算])"
)
"""Measures that a figure stands before, and not the beginnings of words such as 条例."""
_PLAIN_COUNT = "条(?![目例款文线理件])|件(?!数)|篇(?![幅章])|期(?![限间])"
_MEASURED_ALONE = "人次|万?元|[个张名家场次期户处台块种部份人]"
_SIGNS = "(?:[*＊#＃□■○◯_]+|〇{2,}|N+)"
"""What stands for a figure between 信息 and 条."""
_WEAK_SIGNS = (
    r"(?:[?？/／]+|…+|[—－]+|\[[^\]\n0-9]{0,8}\]|【[^】\n0-9]{0,8}】|[（(][^）)\n0-9０-９一二三四五六七八九十]{0,8}[）)]|[<＜〈][^>＞〉\n0-9]{1,8}[>＞〉]"
    r"|(?<!\{)\{[^{}\n0-9]{0,8}\}(?!\}))"
)
"""What may stand for one when nothing but a stop follows the measure, such as words in brackets."""
_RUN = r"(?:[ \u00a0\t](?<=[一-鿿].)[ \u00a0\t]+|\u3000(?<=[一-鿿].)\u3000*)"
"""Blanks behind a character; what stands before them is looked at last, as most places hold no blank."""
_KINDS = tuple(
    (frozenset(needed), pattern("|".join(kinds)))
    for needed, kinds in (
        (
            "×✕✖ＸｘXx",
            (
                r"[×✕✖Ｘｘ]{2,}",
                rf"(?<![A-Za-z])[Xx]{{2,}}(?:\.[Xx]+)?(?={_BLANK}?(?:{_UNIT}))",
                r"(?<![A-Za-z0-9@._/-])(?:XX|xx)(?=[分张场台块部轮批组套幅页本卷册辆人级岁天米吨亩，。；、）])",
                rf"(?<=[一-鿿])[Xx×](?=(?:{_COUNT})|[万个场期处次名人家％%])",
                r"(?<![A-Za-z])[Xx]{3,}(?![A-Za-z0-9])",
                r"20(?:[0-9][Xx×]|[Xx×][0-9])(?=年)",
                r"(?<![A-Za-z0-9])[Xx×](?=[年月日])",
            ),
        ),
        (
            "_＿",
            (
                r"(?<![A-Za-z_./@])_{2,}(?![A-Za-z_./@])",
                r"＿{2,}",
            ),
        ),
        (
            "【",
            (
                r"【\s*】",
                r"【[^】\n]{0,20}(?:填写|待补|待定|待填)[^】\n]{0,20}】",
            ),
        ),
        (
            "?？",
            (rf"(?<=[一-鿿])[?？]{{2,}}(?=分|{_UNIT})",),
        ),
        (
            "（(〔[【",
            (
                r"[（(]请[^）)\n，。]{0,6}(?:审定|审核|审阅|核实|确认|把关|酌定)[）)]",
                r"[（(〔\[【](?:数据|内容)?待(?:补充?|填写?|定|核实?|完善|更新)[）)〕\]】]",
                r"[（(〔\[【][^）)\n，。]{0,8}(?:请|待|需)[^）)\n，。]{0,10}(?:核对|核实|确认|补充|补报|提供|把关|定稿)[^）)\n，。]{0,4}[）)〕\]】]",
                rf"[（(]{_BLANK}+[）)]",
                r"[（(【\[](?:单位|机关|部门)(?:名称|全称)[)）】\]]",
                r"[（(【〔\[]请(?:在此)?(?:填写|补充|注明|核实|修改)",
            ),
        ),
        (
            "待",
            (r"[：:][ \u3000]?待(?:补充?|填写?|定|核实)(?=[。；，\n]|$)",),
        ),
        (
            "…",
            (r"[一二三四五六]是…+(?=[；。，\n]|$)",),
        ),
        (
            "此",
            (
                r"[（(〔【\[]此(?:处|项|栏)[^（）()〔〕【】\[\]\n]{0,14}(?:填写|填报|补充|删除|修改)[^（）()〔〕【】\[\]\n]{0,6}[）)〕】\]]",
                r"此处(?:(?:请|需|待|应)?(?:填写|补充|填入|插入)|(?:还|有|尚)?待(?:补|填|定|核|完善)|(?:暂|空|留)(?:缺|空|白))",
            ),
        ),
        (
            "*＊#＃□■○◯_〇N?？/／…—－[【（(<＜〈{",
            (
                rf"(?=[*＊#＃□■○◯_〇N?？/／…—－\[【（(<＜〈{{]){_BEHIND_COUNTED}(?:{_SIGNS}(?=(?:{_COUNT}))|{_WEAK_SIGNS}(?=(?:{_COUNT})(?:[，。；、）)\n]|$)))",
            ),
        ),
        (
            " \u3000\u00a0\t",
            (
                rf"{_RUN}(?:{_PLAIN_COUNT})",
                rf"{_RUN}(?:{_MEASURED_ALONE})(?=[，。；、）)\n]|$)",
                rf"{_RUN}(?:家(?:企业|单位|部门|机构)|个(?:村|社区|部门|乡镇|单位|栏目|专栏)|名(?:干部|职工|党员|学生|群众|信息员)|户(?:居民|群众|村民|农户))",
                r"(?<![0-9])20[0-9]?[ \u00a0\u3000]{2,}(?=年)",
                rf"年{_BLANK}+月(?:{_BLANK}+日)?",
                rf"(?:增长|下降|上升|占比|占|达到?|率[为是]?){_BLANK}+[%％]",
                rf"(?:金额|收取|收费|处理费|费用)(?:为|共计?)?{_BLANK}+万?元(?!数)",
                rf"(?:{_COUNTED}){_BLANK}+(?:{_COUNT})",
            ),
        ),
        (
            "",
            (
                r"(?:共计|合计|总计|累计|现行有效|政府信息|公开信息|发布信息)(?:条|件)(?=[，。；、])|文件件(?=[，。；、])",
                r"(?<=[一-鿿][”》])[个条件次场期](?=[，。；、])",
            ),
        ),
        (
            "填补",
            (r"(?:(?<!申)请(?:在此)?|(?<!对)待)(?:填写|补充)(?:此处|数据|数字|内容)",),
        ),
        (
            "[【<",
            (
                rf"(?:\[[^\]\n0-9]{{1,8}}\]|【[^】\n0-9]{{1,8}}】|<[^>\n0-9]{{1,8}}>)(?=(?:{_COUNT})(?:[，。；、）)\n]|$))",
            ),
        ),
    )
)
"""What to look for, and characters one of which is in every place of that kind; most texts have few of them."""
_JOINT = 2
"""The most characters between two placeholders of one blank, such as XX年XX月XX日."""
_STOPS = pattern(r"[，。；、：,;:\n]")


@lru_cache(maxsize=16)
def unfilled_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text was not filled in; the parts of one date or one name are one place."""
    return tuple(
        joined(
            _places(text),
            lambda end, start: start - end <= _JOINT and not _STOPS.search(text, end, start),
        )
    )


def is_unfilled(text: str) -> bool:
    """Whether anything in a text was not filled in."""
    return any(kind.search(text) for kind in _wanted(text))


def _places(text: str) -> Iterator[re.Match[str]]:
    """Every place of any kind, in order; of two that overlap the first, of two at one place the longer one."""
    end = -1
    found = (place for kind in _wanted(text) for place in kind.finditer(text))
    for place in sorted(found, key=lambda place: (place.start(), -place.end())):
        if place.start() >= end:
            end = place.end()
            yield place


def _wanted(text: str) -> Iterator[re.Pattern[str]]:
    there = frozenset(text)
    return (kind for needed, kind in _KINDS if not needed or not needed.isdisjoint(there))


def has_unfilled_date(text: str) -> bool:
    """Whether a date in a text was not filled in."""
    return any(
        text[end : end + 1] in tuple("年月日") or text[start - 1 : start] in tuple("年月") or "年" in text[start:end]
        for start, end in unfilled_spans(text)
    )
