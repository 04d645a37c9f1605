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
