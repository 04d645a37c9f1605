"""What must not be made public, and days that have passed."""

from collections.abc import Callable
from datetime import date
from random import Random
from types import MappingProxyType

from model.report.publication import published
from model.report.report import TEXT_IDS, Report, TextId
from model.structs import replace
from tests.mutation.plant import Spoil, every, insert, inserting, plant

# --- personal data ---

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_REGIONS = ("110101", "220102", "350128", "430421", "540102", "650101")


def identity(random: Random, *, with_x: bool = False) -> str:
    """An identity number with a right check digit."""
    while True:
        day = f"{random.randint(1930, 2019)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
        digits = f"{random.choice(_REGIONS)}{day}{random.randint(0, 999):03}"
        last = "10X98765432"[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11]
        if (last == "X") == with_x:
            return digits + last


def _card(random: Random) -> str:
    digits = f"6222{random.randint(0, 10**14 - 1):014}"
    total = sum(
        (int(d) * 2 - 9 * (int(d) > 4)) if index % 2 == 0 else int(d) for index, d in enumerate(reversed(digits))
    )
    return digits + str(-total % 10)


_WRITINGS: dict[str, Callable[[str], str]] = {
    "连写": lambda number: number,
    "全角": lambda number: number.translate(str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")),
    "小写x": str.lower,
    "空格": lambda number: f"{number[:6]} {number[6:14]} {number[14:]}",
    "连字符": lambda number: f"{number[:6]}-{number[6:14]}-{number[14:]}",
    "逐位空格": " ".join,
    "换行": lambda number: f"{number[:6]}\n{number[6:]}",
    "全角空格": lambda number: f"{number[:6]}　{number[6:]}",
    "短线": lambda number: f"{number[:6]}–{number[6:14]}–{number[14:]}",
    "零宽": lambda number: f"{number[:8]}\u200b{number[8:]}",
}
_AROUND = (
    "申请人（身份证号：{}）已收到答复。",
    "身份证号码{}的申请人已收到答复。",
    "{}。",
    "联系人证件{}、住址均已登记。",
    "（{}）申请公开征地信息。",
)


def _identity(form: str, writing: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report:
        number = identity(random, with_x=writing in ("小写x", "全角") or random.random() < 0.3)
        return insert(report, random, form.format(_WRITINGS[writing](number)), TEXT_IDS)

    return spoil


every("P-01", ((f"{form} {writing}", _identity(form, writing)) for form in _AROUND for writing in _WRITINGS))


@plant("P-01", "标题")
def _identity_in_title(report: Report, random: Random) -> Report:
    return replace(report, title=f"{report.title_text}（{identity(random)}）")


@plant("P-01", "注")
def _identity_in_note(report: Report, random: Random) -> Report:
    return replace(report, notes=MappingProxyType({"applications": f"注：申请人{identity(random)}。"}))


def _personal(form: str, number: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report:
        made = {"手机": f"139{random.randint(0, 10**8 - 1):08}", "卡": _card(random), "旧证": "110101491231002"}[number]
        return insert(
            report,
            random,
            form.format(made, f"{made[:3]} {made[3:7]} {made[7:]}", f"{made[:3]}-{made[3:7]}-{made[7:]}"),
        )

    return spoil


_MOBILES = (
    "申请人电话{0}。",
    "张三（{0}）提出申请。",
    "请与{0}联系。",
    "手机{1}已登记。",
    "手机号{2}已登记。",
    "联系方式：+86{0}。",
    "，{0}，",
)
every("P-09", ((form, _personal(form, "手机")) for form in _MOBILES))
every("P-09", ((form, _personal(form, "卡")) for form in ("退款至账号{0}。", "银行卡号{0}已登记。", "账户（{0}）。")))
every("P-09", ((form, _personal(form, "旧证")) for form in ("身份证{0}已登记。", "证件号码：{0}。")))
_NAMES = (
    "申请人张三主动撤回申请。",
    "申请人李四申请公开征地信息。",
    "申请人王小五不服答复。",
    "申请人：赵六，要求公开补偿方案。",
    "申请人（钱七）已收到答复。",
    "当事人孙八对答复有异议。",
    "当事人欧阳明提起行政诉讼。",
    "申请人周建国、吴秀英提出的申请已办结。",
    "被处罚人郑大明的处罚决定已公示。",
    "申请人陈丽来信咨询。",
    "依法答复申请人刘强。",
    "申请人黄晓明的申请已办结。",
)
every("P-09", ((words, inserting(words)) for words in _NAMES))

# --- secrecy ---

_MARKS = (
    "机密★",
    "秘密★1年",
    "绝密★启用前",
    "机密★10年",
    "秘密 ★ 长期",
    "内部资料",
    "内部资料 注意保存",
    "内部资料，请勿外传",
    "内部文件",
    "注意保存",
    "（内部资料）",
    "【机密】",
    "绝密",
    "秘密",
    "机密级",
    "密级：秘密",
    "内部★",
    "仅供内部参考",
    "内部使用，严禁外传",
    "保密期限：5年",
    "内部资料　注意保密",
    "秘 密",
    "（秘密）",
    "内部参阅，不得外传",
    "内部刊物 请勿外传",
)


def _above(words: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report:
        section: TextId = random.choice(("preamble", "overview"))
        return report.with_text(section, f"{words}\n{report.text[section]}")

    return spoil


every("P-08", ((words, _above(words)) for words in _MARKS))
every(
    "P-08", ((f"句中{words}", inserting(f"本材料{words}。")) for words in ("机密★", "秘密★1年", "仅供内部使用", "绝密"))
)

# --- days ---


@plant("P-02", "部门二月", today=(2, 1))
def _late_department(report: Report, _random: Random) -> Report | None:
    return _early(report) if report.agency.type == "department" else None


@plant("P-02", "自定日期已过")
def _late_by_its_own(report: Report, _random: Random) -> Report | None:
    return replace(report, deadline=date(report.year + 1, 1, 9)) if report.agency.type == "department" else None


@plant("P-03", "政府四月", today=(4, 1))
def _late_government(report: Report, _random: Random) -> Report | None:
    return _early(report) if report.agency.type == "government" else None


@plant("P-03", "自定日期已过")
def _government_late_by_its_own(report: Report, _random: Random) -> Report | None:
    return replace(report, deadline=date(report.year + 1, 1, 9)) if report.agency.type == "government" else None


def _early(report: Report) -> Report:
    """The report itself, which is late only by the day."""
    return report


@plant("P-06", "公布后改字")
def _text_changed(report: Report, random: Random) -> Report:
    return insert(published(report, date(report.year + 1, 1, 8)), random, "公开工作平稳有序。")


@plant("P-06", "公布后改数")
def _figure_changed(report: Report, _random: Random) -> Report:
    noted = published(report, date(report.year + 1, 1, 8))
    return noted.with_number("disclosure.licences.decisions", noted.count("disclosure.licences.decisions") + 1)


@plant("P-06", "公布后改标题")
def _title_changed(report: Report, _random: Random) -> Report:
    return replace(published(report, date(report.year + 1, 1, 8)), title=f"{report.title_text} ")


@plant("P-06", "公布后加注")
def _note_added(report: Report, _random: Random) -> Report:
    return replace(published(report, date(report.year + 1, 1, 8)), notes=MappingProxyType({"disputes": "注。"}))
