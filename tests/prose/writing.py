"""Prose for any report, in varied official wording and correct by construction: every figure is the tables'."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from random import Random

from model.form.form import Value, format_value
from model.report.preamble import compose
from model.report.report import Agency, PastReport, Report, Texts
from model.structs import Struct, replace
from tests.forms import FORM
from tests.prose.sentences import CARRIED_IN, NAMES, RECEIVED

FEES = "disclosure.fees.amount"


class Slot(Struct, frozen=True):
    """A figure that was written: where, its value, what it counts, and in which notation."""

    start: int
    end: int
    name: str
    value: Value
    notation: str


class Written(Struct, frozen=True):
    """A text with the places of its figures."""

    text: str
    slots: tuple[Slot, ...]

    def __add__(self, other: "Written") -> "Written":
        moved = (
            replace(slot, start=slot.start + len(self.text), end=slot.end + len(self.text)) for slot in other.slots
        )
        return Written(self.text + other.text, (*self.slots, *moved))

    def changed(self, slot: Slot, value: Value) -> str:
        """The text with one figure changed, in the same notation."""
        return self.text[: slot.start] + write(value, slot.notation) + self.text[slot.end :]


# --- notations ---

_NUMERALS = "零一二三四五六七八九"
NOTATIONS = ("plain", "wide", "thousands", "spaced", "chinese")


def write(value: Value, notation: str) -> str:
    """A number in one of the notations; amounts are always written plainly."""
    plain = format_value(value)
    if isinstance(value, Decimal) or notation == "plain":
        return plain
    if notation == "wide":
        return plain.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    if notation == "thousands":
        return f"{value:,}"
    return f" {plain} " if notation == "spaced" else chinese(value)


def chinese(value: int) -> str:
    """A count in Chinese numerals, up to 亿."""
    if value == 0:
        return "零"
    words, gap = "", False
    for unit, scale in (("亿", 10**8), ("万", 10**4), ("", 1)):
        section, value = divmod(value, scale)
        if not section:
            gap = bool(words)
            continue
        words += ("零" if words and (gap or section < 1000) else "") + _section(section) + unit
        gap = False
    return re.sub("^一十", "十", words)


def _section(section: int) -> str:
    words, zero = "", False
    for unit, scale in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, section = divmod(section, scale)
        if digit:
            words += ("零" if zero else "") + _NUMERALS[digit] + unit
        zero = bool(words) and not digit
    return words


# --- wording ---

_SYNONYMS = {
    "全年": (
        "全年",
        "2024年",
        "本年度",
        "2024年度，本机关",
        "截至2024年底，",
        "一年来，",
        "今年以来，本机关",
        "2024年1月1日至12月31日，",
    ),
    "共": ("共", "累计", "总共", "", "合计"),
    "收到": ("收到", "受理", "接收", "接到"),
    "申请": (
        "政府信息公开申请",
        "依申请公开申请",
        "信息公开申请",
        "依申请公开事项",
        "公民、法人和其他组织提出的政府信息公开申请",
    ),
    "办结": ("办结", "依法办结", "按时办结", "已办结", "按期办结"),
    "结转上": ("上年结转", "上年度结转", "上一年度结转", "去年结转"),
    "结转下": ("结转下年度", "结转下年度继续办理", "结转至下一年度", "结转下年"),
    "其中": ("其中", "其中，", "其中："),
    "予以": ("予以公开", "同意公开", "全部公开"),
    "部分": ("部分公开", "予以部分公开"),
    "无法": ("无法提供", "不能提供"),
    "自然人": ("自然人", "公民个人", "公民"),
    "组织": ("法人或其他组织", "法人和其他组织", "法人或者其他组织"),
    "复议由": ("因政府信息公开引起的", "因政府信息公开被申请", "因依申请公开引发的", "政府信息公开类"),
    "制发": ("制发", "制定", "印发", "新制定"),
    "文件": ("行政规范性文件", "规范性文件"),
    "许可": ("行政许可", "作出行政许可决定", "办理行政许可"),
    "处罚": ("行政处罚", "作出行政处罚决定"),
}

_RECEIVED = (
    "{全年}{共}{收到}{申请}{新收}{u}",
    "{全年}新收{申请}{新收}{u}",
    "{全年}{共}{收到}{新收}{u}政府信息公开申请",
    "{全年}{收到}{申请}{共}{新收}{u}",
    "{全年}{收到}{申请}数量为{新收}{u}",
)
_CARRIED = ("{结转上}{上年结转}{u}", "另有{结转上}{申请}{上年结转}{u}", "{结转上}的{上年结转}{u}")
_CONCLUDED = (
    "{办结}{办结数}{u}",
    "{办结}{申请}{办结数}{u}",
    "依法按时答复{办结数}{u}",
    "{办结数}{u}均已办结",
)
_CARRIED_OUT = ("{结转下}{结转下年}{u}", "{结转下年}{u}结转下年度继续办理", "需结转下年度办理的{结转下年}{u}")
_RESULTS = (
    "办理结果为：{予以}{予以公开}{u}，{部分}{部分公开}{u}，不予公开{不予公开}{u}，{无法}{无法提供}{u}",
    "依申请公开办理结果中{予以}{予以公开}{u}、{部分}{部分公开}{u}、不予处理{不予处理}{u}、其他处理{其他处理}{u}",
    "{办结}{申请}{办结数}{u}，其中{予以公开}{u}予以公开、{部分公开}{u}部分公开、{不予公开}{u}不予公开、{无法提供}{u}无法提供",
    "依申请公开答复本机关不掌握相关政府信息{不掌握}{u}，没有现成信息需要另行制作{另行制作}{u}",
    "政府信息公开申请中保护第三方合法权益{第三方}{u}，属于四类过程性信息{过程性}{u}，属于行政查询事项{行政查询}{u}",
    "依申请公开不予处理{不予处理}{u}，其中信访举报投诉类申请{信访}{u}，重复申请{重复}{u}",
    "政府信息公开申请经补正后申请内容仍不明确{仍不明确}{u}，申请人逾期不补正{逾期不补正}{u}",
    "依申请公开中予以公开和部分公开共{公开与部分}{u}",
)
_APPLICANTS = (
    "{全年}{共}{收到}{申请}{新收}{u}，{其中}{自然人}{自然人数}{u}，{组织}{法人}{u}",
    "{全年}{收到}{申请}{新收}{u}（{自然人}申请{自然人数}{u}、商业企业申请{企业}{u}）",
)
_DISPUTES = (
    "{复议由}行政复议{复议}{u}，行政诉讼{诉讼}{u}",
    "{复议由}行政复议案件{复议}{u}，{其中}维持{复议维持}{u}，纠正{复议纠正}{u}",
    "{全年}{复议由}行政诉讼{诉讼}{u}，尚未审结{诉讼未审结}{u}",
    "因政府信息公开直接起诉{直接起诉}{u}，复议后起诉{复议后起诉}{u}",
    "政府信息公开行政复议、行政诉讼共{复议诉讼}{u}",
)
_DOCUMENTS = (
    "{全年}{制发}{文件}{制发文件}{u}，废止{废止文件}{u}，现行有效{有效文件}{u}",
    "{全年}{制发}{制发文件}{u}{文件}",
    "{文件}现行有效{有效文件}{u}",
    "废止行政规范性文件{废止文件}{u}",
)
_DECISIONS = (
    "{全年}{许可}{许可数}件，{处罚}{处罚数}件，行政强制{强制}件",
    "{全年}作出{处罚数}件行政处罚决定",
    "收取行政事业性收费{收费}万元",
    "行政事业性收费金额为{收费}万元",
)
_PUBLISHED = (
    "门户网站发布{条甲}条、政务新媒体发布{条乙}条，共计{条合}条",
    "主动公开政府信息共{条总}条，其中网站{条甲}条、新媒体{条乙}条",
)
TEMPLATES = (
    *_RECEIVED, *_CARRIED, *_CONCLUDED, *_CARRIED_OUT, *_RESULTS, *_APPLICANTS, *_DISPUTES, *_DOCUMENTS, *_DECISIONS,
    *_PUBLISHED,
)  # fmt: skip
"""All clauses with figures; braces hold a synonym, a measure `u`, or the name of what is counted.

条总 is a total with 其中, which may be larger than its parts: no change of it can be found.
"""

_CELLS = NAMES | {
    "办结数": NAMES["办结"],
    "自然人数": NAMES["自然人"],
    "许可数": NAMES["许可"],
    "处罚数": NAMES["处罚"],
    "上年结转": (CARRIED_IN,),
    "新收": (RECEIVED,),
}
_MEASURES = ("件", "件", "件", "件", "宗", "份")
_ASIDE = (
    "组织业务培训3次，参训120人次",
    "办理人大代表建议12件、政协提案5件",
    "县长信箱收到留言126件，办结126件",
    "较2023年又有新进步",
    "召开新闻发布会9场",
    "落实三审三校制度",
    "发布政策解读86篇",
    "在5个工作日内更新栏目",
    "按照国办函〔2020〕109号和《政府信息公开条例》第三十三条办理",
    "梳理权责清单412项",
    "12345热线答复群众诉求3216件",
)
"""Clauses without a figure of the form."""


class Writer:
    """Writes clauses for one report with the choices of one random source."""

    def __init__(self, report: Report, random: Random) -> None:
        self.report, self.random = report, random
        self.measure = random.choice(_MEASURES)
        self.published = random.randint(1, 900), random.randint(1, 900)

    def clause(self, template: str) -> Written:
        """A template filled in."""
        written, done = Written("", ()), 0
        for place in re.finditer(r"\{(.+?)\}", template):
            written += Written(template[done : place.start()], ()) + self._filled(place[1])
            done = place.end()
        return written + Written(template[done:], ())

    def _filled(self, name: str) -> Written:
        if name == "u":
            return Written(self.measure, ())
        if name in _SYNONYMS:
            return Written(self.random.choice(_SYNONYMS[name]), ())
        value, notation = self.value(name), self.random.choice(NOTATIONS)
        cells = _CELLS.get(name, ())
        if len(cells) == 1 and self.random.random() < 0.1:
            return Written(f"{{{{{cells[0]}}}}}", ())
        words = write(value, notation)
        if name == "条总":
            return Written(words, ())
        return Written(words, (Slot(0, len(words), name, value, notation),))

    def value(self, name: str) -> Value:
        """What a name counts in the report."""
        if name.startswith("条"):
            first, second = self.published
            return {"条甲": first, "条乙": second, "条合": first + second, "条总": first + second}[name]
        if name == "收费":
            return self.report.value(FEES) or Decimal(0)
        return self.report.sum(_CELLS[name])

    def aside(self) -> Written:
        """A sentence without a figure of the form."""
        return Written(self.random.choice(_ASIDE) + "。", ())

    def sentence(self, *templates: str) -> Written:
        """Clauses joined to one sentence."""
        written = Written("", ())
        for index, template in enumerate(templates):
            written += Written("，" if index else "", ()) + self.clause(template)
        return written + Written("。", ())


def written_overview(report: Report, random: Random) -> Written:
    """Section one in its five items."""
    writer, choose = Writer(report, random), random.choice
    applications = writer.sentence(choose(_RECEIVED), choose(_CARRIED), choose(_CONCLUDED), choose(_CARRIED_OUT))
    if random.random() < 0.3:
        applications = writer.sentence(choose(_APPLICANTS))
    items = (
        ("主动公开", (writer.sentence(choose(_PUBLISHED)), writer.sentence(choose(_DECISIONS)))),
        ("依申请公开", (applications, writer.sentence(choose(_RESULTS)), writer.sentence(choose(_DISPUTES)))),
        ("政府信息管理", (Written("健全信息管理制度，逐条审核。", ()), writer.sentence(choose(_DOCUMENTS)))),
        ("政府信息公开平台建设", (Written("优化政府网站公开专栏，规范政务新媒体管理。", ()),)),
        ("监督保障", (Written("将政府信息公开纳入工作考核，开展社会评议，未发生责任追究情形。", ()),)),
    )
    text = Written(f"{report.year}年，本机关认真落实各项公开要求。", ())
    for number, (heading, sentences) in zip("一二三四五", items, strict=True):
        end = random.choice(("。", "情况。", "情况\n"))
        text += Written(f"\n（{number}）{heading}{end}", ())
        for sentence in sentences:
            text += (writer.aside() if random.random() < 0.4 else Written("", ())) + sentence
    return text


_PROBLEMS = (
    "一是部分信息更新不够及时，二是解读形式单一。下一步，将加强培训，丰富解读形式。",
    "存在的问题主要是公开内容不够细。改进措施：完善目录，逐项核对。",
    "与群众期待相比仍有差距，工作人员业务能力有待提升。今后将组织培训2次，提高答复质量。",
)
_OTHERS = (
    "本年度未收取信息处理费。没有其他需要报告的事项。",
    "依据《政府信息公开信息处理费管理办法》，本年度发出收费通知0件，收取信息处理费0元。无其他需要报告的事项。",
    "本年度没有产生信息处理费。办理人大代表建议2件，均已答复。",
)


def prose_of(report: Report, random: Random) -> Texts:
    """All four texts of a report, correct by construction."""
    return Texts(
        preamble=compose(report),
        overview=written_overview(report, random).text,
        problems=random.choice(_PROBLEMS),
        other_matters=random.choice(_OTHERS),
    )


# --- reports ---

_AGENCY = Agency("青河县水务局", short_name="县水务局", type="department", level="county", address="人民路8号")


def _table_three(random: Random) -> Iterator[tuple[str, Value]]:
    """Figures of table three that balance in every column."""
    rows = [cell.split(".")[1] for cell in FORM.parts["applications.concluded.natural_person"]]
    for column in (part.rpartition(".")[2] for part in FORM.parts[RECEIVED]):
        counts = {row: random.choice((0, 0, 1, 3, random.randint(0, 400))) for row in rows}
        carried_out, carried_in = random.randint(0, 9), random.randint(0, 9)
        received = sum(counts.values()) + carried_out - carried_in
        if received < 0:
            received, carried_in = 0, sum(counts.values()) + carried_out
        counts |= {"carried_out": carried_out, "carried_in": carried_in, "received": received}
        yield from ((f"applications.{row}.{column}", count) for row, count in counts.items())


def numbers_of(random: Random) -> Mapping[str, Value]:
    """Figures for all cells, balanced."""
    found: dict[str, Value] = {cell: random.choice((0, 1, random.randint(0, 3000))) for cell in FORM.typed}
    return found | {FEES: Decimal(random.randint(0, 10**6)).scaleb(-random.randint(0, 4))} | dict(_table_three(random))


def report_of(random: Random) -> Report:
    """A complete report with last year's beside it and prose about its figures."""
    report = Report(2024, _AGENCY, numbers=numbers_of(random), form=FORM)
    report = replace(report, last_year=PastReport(FORM, 2023, numbers_of(random)))
    return replace(report, text=prose_of(report, random))
