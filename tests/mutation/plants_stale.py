"""What was left over from last year or taken from elsewhere."""

import re
from random import Random

from model.report.names import regions
from model.report.report import PastReport, Report, TextId, Texts
from model.structs import replace
from tests.mutation.plant import Spoil, every, inserting, plant, swapping, text_of
from tests.mutation.reports import texts_of

_DIGITS = "〇一二三四五六七八九"

# --- Y-01 ---

_LEFT_OVER = (
    "{去}年，本机关扎实推进公开工作。",
    "{去}年度，公开工作平稳有序。",
    "{去}年本机关公开各类信息若干。",
    "本机关{去}年扎实推进公开工作。",
    "截至{去}年底，各项任务全部完成。",
    "截至{去}年12月31日，各项任务全部完成。",
    "在{去}年，公开栏目全部改版。",
    "{去}年全年公开工作有序推进。",
    "{去}年共召开会议4次。",
    "{去} 年，公开工作平稳有序。",
    "一是{去}年开展业务培训。",
    "本机关{去}年认真落实公开要求。",
    "全县{去}年公开工作有序推进。",
    "{去}年1月1日至12月31日，公开工作有序推进。",
    "我单位在{去}年公开工作中取得新进展。",
    "回顾{去}年，公开工作取得新进展。",
    "{名}{去}年公开工作有序推进。",
)
every("Y-01", ((words, inserting(words)) for words in _LEFT_OVER))
every("Y-01", [("开头年份没有改", swapping(r"^(?P<y>20[0-9]{2})年(?=[，度])", "2019年", ("overview",)))])


def _line(words: str) -> Spoil:
    def spoil(report: Report, _random: Random) -> Report:
        heading = words.replace("{去}", str(report.year - 1)).replace("{汉}", _numerals(report.year - 1))
        return report.with_text("overview", f"{report.text.overview}\n{heading}\n公开工作有序推进。")

    return spoil


_HEADINGS = (
    "{去}年主要做法",
    "（六）{去}年重点工作",
    "六、{去}年工作亮点",
    "{汉}年，公开工作有序推进。",
    "（六）{汉}年重点工作",
    "1.{去}年开展培训情况",
)
every("Y-01", ((words, _line(words)) for words in _HEADINGS))


def _numerals(year: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(year))


# --- Y-02 ---


def _old_texts(report: Report, text: Texts) -> Report | None:
    """The report beside a last year whose texts were nearly these."""
    if report.last_year is None:
        return None
    past: PastReport = replace(report.last_year, text=text)
    return replace(report, last_year=past)


def _stale(section: TextId, more: int) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        text = report.text[section]
        if len(text) < 90:
            return None
        old = re.sub(r"(?<![0-9〔（])[0-9]{1,3}(?=[件条次期])", lambda _: str(random.randint(2, 99)), text)
        old = old.replace(str(report.year), str(report.year - 1))
        sentences = re.split(r"(?<=。)", old)
        for _ in range(more if len(sentences) > 8 else 0):
            sentences.pop(random.randrange(len(sentences)))
        texts = {"overview": "", "problems": "", section: "".join(sentences)}
        return _old_texts(report, Texts(overview=texts["overview"], problems=texts["problems"]))

    return spoil


every(
    "Y-02",
    [
        ("总体情况照抄", _stale("overview", 0)),
        ("总体情况改一句", _stale("overview", 1)),
        ("第五部分照抄", _stale("problems", 0)),
    ],
)

# --- Y-03 ---


def _misnamed(change: str) -> Spoil:
    def spoil(report: Report, random: Random) -> Report | None:
        name = report.agency.name
        match change:
            case "漏字":
                place = random.randrange(len(name) - 4, len(name) - 1)
                other = name[:place] + name[place + 1 :]
            case "错字":
                place = random.randrange(len(name) - 4, len(name) - 1)
                other = f"{name[:place]}鑫{name[place + 1 :]}"
            case _:
                other = (
                    name.replace("青河", "白山").replace("临江", "白山").replace("石桥", "白山").replace("南湖", "白山")
                )
        core = name.removeprefix("".join(regions(name)))
        long = len(core) >= 6 or change == "别处"
        upper = change == "别处" and (name.endswith("市人民政府") or "白石" in name)
        if (
            not long
            or upper
            or other == name
            or report.agency.short_name.endswith(other)
            or other in report.agency.name
        ):
            return None
        return inserting(f"{report.year}年，{other}扎实推进公开工作。")(report, random)

    return spoil


every("Y-03", ((change, _misnamed(change)) for change in ("漏字", "错字", "别处")))

# --- Y-06, Y-07 ---

_GENERAL = (
    (
        "我们积极主动公开信息，及时公布政策文件及解读材料，方便群众了解政策。不断规范依申请公开流程，健全登记、审核、办理、答复等制度。"
        "加强政府信息管理和平台建设，维护公开栏目。强化监督保障，完善工作考核、社会评议和责任追究机制，定期开展业务培训，不断提升公开水平。"
    ),
    (
        "（一）主动公开。各级政府部门积极公开信息，内容日益丰富。\n（二）依申请公开。多数部门能够依法答复。\n（三）政府信息管理。"
        "管理制度逐步健全，信息更新及时。\n（四）平台建设。平台功能持续优化。\n（五）监督保障。考核评议和责任追究机制不断完善，部分地区成效明显，群众满意。"
    ),
)
every("Y-06", ((words[:12], text_of("overview", words)) for words in _GENERAL))
every(
    "Y-06",
    (
        (f"有文号 {words[:12]}", text_of("overview", f"{{年}}年，按照国办函〔2020〕109号和第二十条的要求，{words}"))
        for words in _GENERAL
    ),
)
_OUTDATED = (
    "认真贯彻新修订《条例》。",
    "认真贯彻新修订的《中华人民共和国政府信息公开条例》。",
    "认真贯彻修订后的《条例》。",
    "会同工商局公开信息。",
    "会同县国土局公开信息。",
    "会同食品药品监督管理局公开信息。",
    "会同县安监局公开信息。",
    "会同县质监局公开信息。",
    "会同县卫计局公开信息。",
    "会同环保局公开信息。",
    "会同县扶贫办公开信息。",
    "会同县卫计委公开信息。",
    "会同国税局、地税局公开信息。",
    "会同环境保护局公开信息。",
    "认真贯彻新《条例》。",
    "会同县国土资源局公开信息。",
    "会同县粮食局、县旅游局公开信息。",
    "会同县法制办公开信息。",
    "会同县物价局公开信息。",
    "会同县人力资源社会保障局和县工商行政管理局公开信息。",
)
every("Y-07", ((words, inserting(words)) for words in _OUTDATED))


@plant("Y-02", "上年写的是同样的话")
def _same_words(report: Report, random: Random) -> Report | None:
    return _old_texts(report, texts_of(report, random)) and _old_texts(report, report.text)
