"""What stands around a report and is no part of it: a portal's lines, page numbers, contents, attachments."""

import re

from model.language.patterns import pattern

_PORTAL = pattern(
    r"(?:发布|公开|成文|生成|更新|印发)(?:时间|日期)|(?:信息|文章|稿件)?来源[:：]|字[号体]|【?打印|【?关闭|分享到?|扫一扫|手机(?:版|查看)|"
    r"(?:浏览|阅读|访问|点击)(?:次数|量|数)|索引号|(?:发布|公开)机构[:：]|主题分类|发文字号|有效性|上一篇|下一篇|附件\s*[0-9一二三]?\s*[:：]|附件下载|当前位置|"
    r"您(?:当前|现在)?(?:所在)?的?位置|首页|责任编辑|编辑[:：]|作者[:：]|审核[:：]|相关(?:链接|文档|附件|阅读|解读)|返回顶部|我要纠错|语音(?:播报|朗读)|无障碍"
)
_FOOTER = pattern(r"版权所有|主办单位|主办[:：]|承办单位|ICP备|公网安备|网站标识码|技术支持|网站地图|联系我们")
_PAGE = pattern(
    r"[-—–·\s]{0,20}(?:第\s{0,4})?[0-9]{1,3}"
    r"(?:\s{0,4}页(?:\s{0,4}[,，/]?\s{0,4}共\s{0,4}[0-9]{1,4}\s{0,4}页)?)?"
    r"(?:\s{0,4}/\s{0,4}[0-9]{1,4})?[-—–·\s]{0,20}"
)
_CONTENTS = pattern(r".{0,50}?(?:(?<![.…·])[.…·]{3,}+|\t|(?<!\s)\s{3,}+)\s{0,8}[-—]?[0-9]{1,3}[-—]?")
_BARE = pattern(r"[+-]?[0-9]+")
_WORD = pattern(r"目\s*录")
_CAPTION = pattern(
    r"[（(]?单位[:：].{1,12}|[（(]?续表.{0,8}|(?:附)?表[一二三四0-9]{1,2}.{0,40}|.{0,30}(?:统计表|情况表|一览表)(?:[（(].{1,20}[）)])?|如下表?(?:所示)?[:：]?|(?:填报|统计)?(?:日期|年度)[:：].{0,20}"
)
_SHORT = 80
_STOPS = pattern(r"[。；！？]")
_HAN = pattern(r"[一-鿿]")


def is_noise(text: str) -> bool:
    """Whether a line is a portal's, a page number or a line of contents."""
    return bool(_PAGE.fullmatch(text) or _WORD.fullmatch(text)) or is_contents(text) or _begins(_PORTAL, text)


def is_contents(text: str) -> bool:
    """Whether a line is one of a table of contents, or any words and a number far behind them."""
    return bool(_CONTENTS.fullmatch(text))


def has_stop(text: str) -> bool:
    """Whether a line holds the end of a sentence."""
    return bool(_STOPS.search(text))


def _begins(words: re.Pattern[str], text: str) -> bool:
    """Whether a short line begins with some words, and is no sentence that goes on from them."""
    found = words.match(text) if len(text) <= _SHORT and not has_stop(text) else None
    return found is not None and not (_HAN.match(found[0][-1]) and _HAN.match(text[found.end() :]))


def is_page_number(text: str) -> bool:
    """Whether a line is a page number with something around it; a bare number, signed or not, may be a figure."""
    return bool(_PAGE.fullmatch(text)) and not _BARE.fullmatch(text.strip())


def is_footer(text: str) -> bool:
    """Whether a line begins what every page of a portal ends with."""
    return _begins(_FOOTER, text)


def is_caption(text: str) -> bool:
    """Whether a line is a table's caption or unit."""
    return not has_stop(text) and bool(_CAPTION.fullmatch(text))
