"""What a place of a text tells of, where no figure stands: whether it is the applications."""

from model.language.patterns import pattern
from model.prose.places import Text

_PAPERS = pattern(
    "评议|问卷|参会|培训|走访|测评|满意|网民|留言|粉丝|用户|浏览|访问|稿件|解读|学员|代表|来电|咨询|热线|建议|提案|推送"
    "|公文|属性|文件[0-9]|定密|范本|模板|案例"
)
"""What else is told of by shares."""


def of_applications(text: Text, at: int) -> bool:
    """Whether what a place tells of is the applications, by what its paragraph and its sentence speak of."""
    start = text.sentence(at)[0]
    if _PAPERS.search(text.plain.text, max(start, at - _FAR), at + _NEAR):
        return False
    change = text.topic(at)
    if change is None:
        return text.continues_applications(at)
    if change.topic == "applications":
        return True
    if change.topic == "other" and change.at >= start and not change.words.startswith(("信访", "举报", "投诉")):
        return False
    return text.heading_topic(at) == "applications"


_FAR, _NEAR = 100, 30
_PIECE = pattern("[，。；：()\\n]")
_OF_ALL = pattern(
    "(?:其|在|这|这些|上述|以上|全年|本年度?|全部|所有|已|新收|收到|收件|办结|办毕|办理|答复|处理|申请人?|结果|决定|件|类型|情况|的|政府信息公开|信息公开|依申请公开|公开申请|[0-9一二两三四五六七八九十])*"
)


def is_narrowed(text: Text, at: int) -> bool:
    """Whether the statement of a place speaks of some of the applications only: 网上提交的申请中，自然人占九成."""
    words = text.plain.text
    start = max(text.sentence(at)[0], at - _FAR, words.rfind("；", max(0, at - _FAR), at) + 1)
    pieces = _PIECE.split(words[start:at])[:-1]
    return any(piece.endswith(("中", "里", "内")) and not _OF_ALL.fullmatch(piece[:-1]) for piece in pieces)
