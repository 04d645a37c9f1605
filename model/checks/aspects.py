"""The five aspects of section one (总体情况), as the form names them."""

import re

from model.language.patterns import pattern
from model.structs import Struct


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern of several alternatives."""
    return pattern("|".join(alternatives))


class Aspect(Struct, frozen=True):
    """One of the five aspects: what to write of it, and by which words it is known to be written of.

    Attributes:
        name: as the form calls it.
        prompt: what it asks for.
        heading: words of its subheading.
        spoken: words that speak of it.
        touched: words that at least touch it.
    """

    name: str
    prompt: str
    heading: re.Pattern[str]
    spoken: re.Pattern[str]
    touched: re.Pattern[str]


_COUNTED = r"[0-9０-９一二三四五六七八九十百千万〇}]\s*[余多]?\s*[条件篇份期则]"
_PLATFORMS = "平台|网站|网页|新媒体|公众号|微博|专栏|专区|公开栏|公示栏|公报|政务服务网|客户端"
_NOT_OF_TRADE = "".join(
    f"(?<!{word})" for word in ("执法", "生产", "安全", "食品", "药品", "市场", "质量", "卫生", "抽检")
)
"""Behind these 监督 and 检查 are an office's own trade, and no supervision of disclosure."""
ASPECTS = (
    Aspect(
        "主动公开",
        prompt="通过网站、新媒体、公报等公开了多少条，制发、废止了哪些文件，解读和回应了多少次。",
        heading=any_of("主动公开", "公开(?:内容|重点|实效)", "重点领域", "发布", "回应"),
        spoken=any_of(
            "主动公开",
            rf"(?<!申请)(?<!予以)(?<!部分)(?<!不予)(?:公开|发布|公布|推送)(?:(?!申请|条例|复议|诉讼|培训)[^。；\n]){{0,16}}{_COUNTED}",
        ),
        touched=any_of(r"(?:公开|发布|公布|推送)(?!条例)[^。；\n]{0,12}(?:信息|文件|专栏|目录)"),
    ),
    Aspect(
        "依申请公开",
        prompt="新收、办结、结转各多少件，答复结果怎样，有没有复议和诉讼。",
        heading=any_of("申请"),
        spoken=any_of("依申请", "申请公开", "公开申请", r"(?:收到|受理|办理|接收|答复)[^。；\n]{0,8}申请"),
        touched=any_of("申请"),
    ),
    Aspect(
        "政府信息管理",
        prompt="发布前怎样审查，规范性文件怎样清理，目录和内容怎样更新。",
        heading=any_of("管理", "规范性文件", "审查", "清理"),
        spoken=any_of(
            "信息管理", "管理(?:制度|机制|台账)", "审[查核]", "归档", "清理", "台账", "动态(?:管理|调整|更新)", "三审"
        ),
        touched=any_of(r"信息[^。；\n]{0,8}(?:发布|更新|管理)", "规范"),
    ),
    Aspect(
        "政府信息公开平台建设",
        prompt="网站专栏、新媒体、公开专区的建设和维护。",
        heading=any_of("平台", "网站", "新媒体", "专栏", "专区", "阵地", "渠道", "载体"),
        spoken=any_of(
            rf"(?:{_PLATFORMS})[^，。；\n]{{0,10}}"
            "(?:建设|运维|运行|维护|管理|升级|改版|优化|完善|整合|安全|检查|巡查|监测)",
            "(?:加强|优化|建设|建成|完善|规范|升级|维护|打造|推进|改版|设置|新设|开设|更新)"
            rf"[^，。；\n]{{0,12}}(?:{_PLATFORMS})",
            "信息管理(?:和|与|及|、)平台(?=[。：，\n])",
            "(?:^|(?<=[。；\n]))平台(?:上|方面)[，：]",
        ),
        touched=any_of(_PLATFORMS),
    ),
    Aspect(
        "监督保障",
        prompt="培训、检查、考核的次数和结果。",
        heading=any_of("监督", "保障", "考核", "评议", "培训", "组织", "领导", "责任", "督[查导促办]"),
        spoken=any_of(
            f"{_NOT_OF_TRADE}监督(?![权电管]|平台|检查信息)",
            r"(?<!医疗)(?<!社会)(?<!住房)(?<!资金)(?<!用水)(?<!供水)保障(?!局|厅|金|房|信息|[^，。；\n]{0,12}(?:权|公众|群众|人民|社会))",
            f"考[核评]|绩效|评议|培训|组织领导|追责|问责|{_NOT_OF_TRADE}检查(?!结果|站|信息|计划|清单|事项)|测评",
            "责任(?:制|人|追究|落实|分工)",
            "督[查导促办]",
        ),
        touched=any_of("监督|保障"),
    ),
)
