"""What a portal sets around a text: share bars, tabs, buttons, document numbers, dates, lists of links."""

from collections.abc import Sequence

from importers.recognition.texts.noise import has_stop
from importers.recognition.texts.title import is_title
from model.language.patterns import pattern
from model.language.squeezed import packed

_WORDS = (
    "微信|微博|新浪|腾讯|朋友圈|QQ(?:空间|好友)?|人人网|豆瓣|抖音|头条|收藏(?:本[页文])?|分享(?:到|至)?|转发|点赞|"
    "全真版|文字版|图解版|原文|正文|(?:文件|附件|全文|PDF|WORD|TXT|OFD|CEB)?(?:下载|打印|预览)(?:本[页文])?|PDF版|WORD版|"
    "A\\+|A-|A|大|中|小|默认|超大|字号|字体|关闭(?:窗口|本页)?|返回(?:首页|列表|顶部|上一页|上页)?|纠错|我要纠错|保存|复制(?:链接)?|"
    "朗读|听文章|语音播[报放]|适老(?:化|版)?|长者(?:模式|专区)|无障碍(?:浏览|阅读)?|繁体|简体|繁|简|English|手机版|扫码(?:阅读|查看)?|"
    "扫一扫(?:在手机打开当前页)?|(?:二维码)?分享|二维码|邮箱订阅|RSS|登录|注册|首页|上一[篇条]|下一[篇条]|更多|展开|收起|"
    "(?:我要)?(?:打印|关闭|收藏|分享|下载)(?:此页|文章|全文|网页)?|公开指南|公开制度|公开目录|法定主动公开内容|信息公开(?:指南|制度|目录)|依申请公开|年报|公开年报|公开年度报告|公开工作年报"
)
_FURNITURE = pattern(rf"(?:(?:{_WORDS})|[\s|｜·•()（）\[\]【】〖〗「」:：>＞/»\-—、,，])+")
_LABELLED = pattern(
    r"\(?(?:索引号|文号|发文字号|发文机[关构]|发布机构|公开机构|信息分类|主题分类|体裁分类|组配分类|主题词|公开(?:方式|时限|范围|形式|属性)|"
    r"有效性|生效日期|废止日期|成文日期|发布日期|公开日期|生成日期|印发日期|发布时间|更新时间|时间|日期|信息名称|名称|标题|(?:信息|文章|稿件)?来源|稿源|供稿|拟稿|信息时间|公开责任(?:单位|部门)|内容分类|服务对象|作者|责任编辑|编辑|审核|"
    r"浏览(?:次数|量)?|点击|阅读|阅读量|阅读次数|访问量|点击数|点击量|字体|字号|视力保护色|保护视力色|统一登记号)\s*：.{0,60}"
)
_NUMBER = pattern(r"[一-鿿]{1,20}[〔\[(（【]20[0-9]{2}[〕\])）】]第?[0-9]{1,4}号")
_DATE = pattern(
    r"\(?(?:19|20)[0-9]{2}(?:年|[-./])[0-9]{1,2}(?:月|[-./])[0-9]{1,2}日?(?:[0-9]{1,2}：[0-9]{2}(?:：[0-9]{2})?)?\)?"
)
_LINKS = pattern(
    r"\(?(?:相关(?:信息|链接|文档|文件|附件|阅读|解读|新闻|推荐|稿件|内容|文章|报道)|推荐阅读|热门(?:推荐|信息)|猜你喜欢|延伸阅读|"
    r"附件(?:下载)?|扫一扫|分享到?|上一[篇条]|下一[篇条]|打印本?页?|关闭窗口|友情链接|网站导航)\)?(?:[：、>》].*)?"
)
_HEAD_OF_LINKS = pattern(r"\(?(?:相关|推荐阅读|热门|猜你喜欢|延伸阅读|友情链接|网站导航)")
_BRACKETED = pattern(r"(?:[【〖\[「][^】〗\]」]{1,60}[】〗\]」])+")
_BRACKETS = pattern(r"[【〖\[「】〗\]」]+")
_NUMBERED = pattern(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|[一二三四五六七八九十]是")
_LONGEST, _LONGEST_ENTRY = 40, 80


def is_furniture(text: str) -> bool:
    """Whether a line is nothing but a portal's buttons, tabs and labelled entries."""
    words = packed(text)
    if _BRACKETED.fullmatch(words):
        return all(map(_is_piece, filter(None, _BRACKETS.split(words))))
    return _is_piece(words)


def _is_piece(words: str) -> bool:
    return bool(_FURNITURE.fullmatch(words)) or _is_labelled(words)


def _is_labelled(words: str) -> bool:
    """Whether words are a short entry behind its label; a sentence is none."""
    return len(words) <= _LONGEST_ENTRY and not has_stop(words) and bool(_LABELLED.fullmatch(words))


def is_under_title(text: str) -> bool:
    """Whether a line is what may stand right under a title besides: a document's number, a date, the title again."""
    words = packed(text)
    return bool(_NUMBER.fullmatch(words) or _DATE.fullmatch(words)) or is_title(text)


def begins_links(text: str) -> bool:
    """Whether a line is the head of a list of links, which nothing of a report follows."""
    return not has_stop(text) and bool(_LINKS.fullmatch(packed(text)))


def heads_links(text: str) -> bool:
    """Whether a line names a list of links, below which even sentences are none of the report's."""
    return bool(_HEAD_OF_LINKS.match(packed(text)))


def is_no_sentence(text: str) -> bool:
    """Whether a line is short and has no stop: a name, a link, a button, but no sentence of a report."""
    return len(text) < _LONGEST and not has_stop(text) and not _NUMBERED.match(text)


def end_of_sentences(lines: Sequence[str]) -> int:
    """How many lines there are up to the last sentence; all where there is none."""
    ends = [index + 1 for index, line in enumerate(lines) if not is_no_sentence(line)]
    return max(ends, default=len(lines))
