"""Where a figure stands: the words before and after it, and what the sentence is about by then."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from model.language.patterns import pattern
from model.language.sentences import Span, ends
from model.prose.passing import told_in_passing
from model.prose.plain import Plain
from model.prose.respectively import respective_names
from model.prose.scope import Time, Topic, TopicChange, times, topic_changes
from model.prose.tokens import Token, tokens
from model.structs import Struct

_REACH = 60
"""How many characters beside a figure are looked at for what it counts."""
FAR = 400
"""How many characters of its sentence are looked at for the rest; a longer sentence is hardly one."""
_BRACKET = pattern("[()]")
_ONLY_TOTAL = pattern("(?:共计|合计|总计|总共|一共|共有|共|数量为|总数为|为)")
_ASIDE = pattern(r"\([^()]*\)")
_HEADING_LINE = pattern(
    r"(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、]|第[一二三四五六七八]部分|[◆◇■□●○▲△★☆◎※▶►➤▪])[^。！？；\n]{1,30}$"
    r"|[一-鿿]{0,8}(?:主动公开|依申请公开|信息管理|平台建设|监督保障)[一-鿿]{0,6}：?$"
)
_NUMBERED_LINE = pattern(
    r"(?:[0-9]{1,2}[.、]|\([0-9]{1,2}\)|[①-⑳])(?![^。，；：\n]{0,8}(?:主动公开|依申请公开|信息管理|平台|监督|保障))"
)
"""A line of a list; not one of the five items of section one."""
_INLINE_HEADING = pattern(
    r"(?:\([一二三四五六七八]\)|[一二三四五六七八](?:是|、)|第[一二三四五六]，|[1-6][.、])"
    r"[^。，；：\n0-9]{0,8}(?:主动公开|依申请公开|信息管理|平台建设|监督保障)[^。，；：\n0-9]{0,6}[：。，]"
)
"""One of the five items of section one within a line: …强制1件。(二)依申请公开：…."""
_CONTINUED = pattern("[。]\n?(?:其中|在?(?:上述|以上|这些|前述)[一-鿿]{0,8}[中里内])")
_OF_ALL_OR_EACH = pattern(
    "(?:决定|案件|工作|数据|指标|职权|事项|申请)?(?:数量|数)?(?:合计|共|总|均|相加|之和|分别|依次)"
)
_BESIDE = pattern("(?:同期)?(?:的|为|是|有|只有|仅|共|收到){0,3}[0-9一二两三四五六七八九十]")
_TAKEN_UP = pattern("(?:同期|有效|度|末|底|全年|共|总数|数量|为|是|的|有|收到|：|约|度?同期)*")
_GOES_ON = pattern(
    "(?:20[0-9]{2}年(?:度)?|本年度?|全年|今年|年内|当年)?，?(?:共|累计|总共|一共|已|全部)*(?:新收|收到|受理|办结|办理完毕|办理|答复)的?(?:政府信息公开|各类)?申请"
    "|(?:具体|办理|处理|答复|申请|办结)[一-鿿]{0,4}(?:结果|情况|类型|构成|方式)|(?:其中|予以公开|在办结|从[一-鿿]{0,4}(?:结果|看))"
)
_OVERSIGHT = pattern(
    r"\n?【?(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|[一二三四五六七八九十]是|第[一二三四五六]，|[0-9][.、]|●)?(?:关于)?监督保障"
)
_BARE_CASES = pattern(
    r"(?:本年度?|全年|年内|共|接受|被申请|被提起|新收(?:[及和加与、]|加上)(?:上一?年度?)?(?:未审结|未结|结转|遗留)的?){0,3}(?:行政)?(?:复议|诉讼)(?:后起诉|案件|结果)?(?:中，?)?(?:共|有|被|直接起诉|复议后起诉)?(?:[0-9零一二两三四五六七八九十]|维持|纠正)"
    r"|(?:没有|无|未发生)?(?:行政)?复议(?:、|和|及|与|以及)(?:行政)?诉讼(?:案件)?(?:方面)?，?(?:各有?|均有|都有|仅有|只有|另有|共有?|有)[0-9一二两三四五六七八九十]"
)
_CASES_ALONE = pattern(
    r"(?:[^，。；：0-9]{0,16}(?:：|--))?(?:本年度?|全年|年内|当年|20[0-9]{2}年(?:度)?|没有|共|另有|有|发生|产生|接受|新收(?:[及和加与、]|加上)(?:上一?年度?)?(?:未审结|未结|结转|遗留)的?|，){0,6}"
    r"(?:行政)?(?:复议(?:后起诉)?|诉讼|(?:未经复议)?直接(?:起诉|向(?:人民)?法院(?:起诉|提起(?:的)?(?:行政)?诉讼)))(?:案件|案)?(?:中，?(?:被)?(?:维持|纠正))?(?:共|总计|合计|也|还|亦|有|为|是|：)*"
)
_OTHER_CASES = pattern(
    "法治|执法|依法行政|应诉|出庭|机[关构]|审理|受理|办理|化解|调解|仲裁|信访|合同|顾问|普法|法制|案卷|赔偿"
)
_ITEM = pattern(
    r"(?P<bracket>\([一二三四五六七八九十]{1,3}\))|(?P<comma>[一二三四五六七八九十]{1,3}、)|(?P<is>[一二三四五六七八九十]是)"
    r"|(?P<number>[0-9]{1,2}[.、])|(?P<part>第[一二三四五六七八]部分)"
)
"""The mark of an item at the beginning of its line, by its manner."""
_ON_APPLICATIONS = pattern("[^。，；：\n]{0,12}(?:依申请|申请公开|公开申请)")
_RECEIVED_AT_ONCE = pattern(
    "[^。；\n0-9]{0,24}[。：](?:本年度?|全年|今年|当年|年内|20[0-9]{2}年(?:度)?|共|总共|累计|，){0,4}"
    "(?:新收|收到|新收到|受理|接收|登记|接到|新增)(?:到|了|的){0,2}申请[0-9一二两三四五六七八九十]"
)
_BECAME = pattern("(?:予以|部分|不予)公开|无法提供|不掌握|不予处理")
"""An item on applications that its heading does not name: （二）坚持依法依规答复。新收申请19件…予以公开10件."""
_OPENERS = "、和及与"
_MARKS = "0123456789.、()一二三四五六七八九十是●- "
"""What may number an item, before its words."""
_DISPUTES = pattern("复议|诉讼")
_APPLICATIONS_AGAIN = pattern(
    "(?:在)?(?:(?:上述|全部|新收|收到|所收|受理)的?(?:政府信息公开)?申请(?:当)?[中人里]|申请人(?:中|里|类型|构成|方面)|新收(?:申请)?[0-9])"
)
"""The beginning of a statement that goes back from cases to applications."""
_PAPERS = pattern("公文|公开属性|属性审查|范本|模板|文书格式|示范文本|案例")
_DISCLOSURE = pattern(r"信息公开|依申请|公开申请|申请公开|政务公开")


class Text(Struct, frozen=True, dict=True):
    """A plain text cut into sentences and clauses, with the changes of its topic and time."""

    plain: Plain
    tokens: tuple[Token, ...]
    clause_ends: tuple[int, ...]
    sentence_ends: tuple[int, ...]
    line_ends: tuple[int, ...]
    topic_changes: tuple[TopicChange, ...]
    times: tuple[Time, ...]

    @cached_property
    def turn_places(self) -> tuple[int, ...]:
        """Where the topic changes."""
        return tuple(change.at for change in self.topic_changes)

    @cached_property
    def token_places(self) -> tuple[int, ...]:
        """Where the figures begin."""
        return tuple(token.start for token in self.tokens)

    @cached_property
    def time_places(self) -> tuple[int, ...]:
        """Where something is said about the time."""
        return tuple(time.at for time in self.times)

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around a place, without the signs that end it."""
        return _around(self.clause_ends, at)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence around a place, up to a full stop."""
        return _around(self.sentence_ends, at)

    def paragraph(self, at: int) -> tuple[int, int]:
        """The paragraph around a place, with the heading and the list that belong to it."""
        return _around(self.line_ends, at)

    def in_oversight(self, at: int) -> bool:
        """Whether a place is in the item on supervision."""
        return bool(_OVERSIGHT.match(self.plain.text, self.paragraph(at)[0]))

    def topic(self, at: int) -> TopicChange | None:
        """What the paragraph was last about before a place."""
        index = bisect_left(self.turn_places, at) - 1
        start = _around(self.line_ends, at)[0]
        return self.topic_changes[index] if index >= 0 and self.topic_changes[index].at >= start else None

    def heading_topic(self, at: int) -> Topic | None:
        """What the paragraph around a place is about at first."""
        start = _around(self.line_ends, at)[0]
        index = bisect_left(self.turn_places, start)
        found = self.topic_changes[index] if index < len(self.topic_changes) else None
        return found.topic if found and found.at < at else None

    def continues_applications(self, at: int) -> bool:
        """Whether the paragraph around a place goes on with the results of the applications of the one before."""
        start = _around(self.line_ends, at)[0]
        if start and _GOES_ON.match(self.plain.text, start):
            return self.is_of_applications(start - 1)
        return any(first <= start < end for first, end in self._application_items)

    @cached_property
    def _application_items(self) -> tuple[Span, ...]:
        """The items on applications: from the line with such a mark to the next mark of its manner."""
        marks = [(start, found) for start in self._line_starts if (found := _ITEM.match(self.plain.text, start))]
        items = []
        for index, (start, mark) in enumerate(marks):
            if _ON_APPLICATIONS.match(self.plain.text, mark.end()) or self._tells_of_applications(mark.end()):
                alike = (at for at, found in marks[index + 1 :] if found.lastgroup == mark.lastgroup)
                if (end := next(alike, None)) is not None:
                    items.append((start, end))
        return tuple(items)

    def _tells_of_applications(self, at: int) -> bool:
        """Whether an item begins with applications received, and says in the same line what became of them."""
        said = _RECEIVED_AT_ONCE.match(self.plain.text, at)
        end = self.plain.text.find("\n", at)
        return bool(said and _BECAME.search(self.plain.text, said.end(), end if end >= 0 else len(self.plain.text)))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        lengths = (len(line) + 1 for line in self.plain.text.split("\n")[:-1])
        return tuple(accumulate(lengths, initial=0))

    @cached_property
    def _told_in_passing(self) -> tuple[Span, ...]:
        return tuple(sorted(told_in_passing(self.plain.text, self.topic_changes)))

    def tells_in_passing(self, at: int) -> bool:
        """Whether a place is in a statement that tells of applications where the text is about something else."""
        index = bisect_left(self._told_in_passing, (at + 1, 0)) - 1
        return index >= 0 and at <= self._told_in_passing[index][1]

    def is_of_applications(self, at: int) -> bool:
        """Whether the paragraph around a place is about applications, or goes on with them."""
        return self.heading_topic(at) == "applications" or self.continues_applications(at)

    def opens_with_cases(self, at: int) -> bool:
        """Whether the paragraph around a place begins with cases over disclosure of information."""
        start = _around(self.line_ends, at)[0]
        first = self.sentence(start)
        return self.heading_topic(at) == "disputes" and bool(
            _DISCLOSURE.search(self.plain.text, start, min(first[1], start + FAR))
        )

    def follows_applications(self, at: int) -> bool:
        """Whether the paragraph around a place speaks of disputes, and the one before it of applications."""
        start = _around(self.line_ends, at)[0]
        return start > 0 and self.heading_topic(at) == "disputes" and self.is_of_applications(start - 1)

    def time(self, at: int) -> Time | None:
        """What the sentence last said about the time before a place."""
        start, index = self.sentence(at)[0], bisect_left(self.time_places, at) - 1
        while index >= 0 and self.times[index].at >= start:
            found = self.times[index]
            if found.again and index and self.times[index - 1].at >= start and self.times[index - 1].year:
                return self.times[index - 1]
            once = found.once or self._is_aside(found, start)
            over = (once and self._is_used(found, at)) or (found.brief and self._is_another_statement(found, at))
            over = over or self._is_of_older_papers(found, at)
            if not over and not self._is_in_closed_bracket(found, at):
                return found
            index -= 1
        return None

    def _is_aside(self, time: Time, start: int) -> bool:
        """Whether a year is named for one figure beside that of a later year: 2024年收到16件，2023年为11件."""
        if time.year is None or not _BESIDE.match(self.plain.text, time.end):
            return False
        index = bisect_left(self.time_places, time.at) - 1
        earlier = self.times[index] if index >= 0 else None
        later = earlier is not None and earlier.at >= start and (earlier.year or 0) > time.year
        return later and bisect_left(self.token_places, start) < bisect_left(self.token_places, time.at)

    def _is_another_statement(self, time: Time, at: int) -> bool:
        return self.plain.text.find("；", max(time.end, at - FAR), at) >= 0

    def _is_of_older_papers(self, time: Time, at: int) -> bool:
        """Whether a year only tells since when a paper was that is done away with: 废止2017年旧办法，共有3件."""
        words = self.plain.text
        if time.year is None or words.find("，", time.end, at) < 0:
            return False
        return bool(_OLDER.match(words, time.end) and _ENDED.search(words, max(0, time.at - FAR), time.at))

    def _is_in_closed_bracket(self, time: Time, at: int) -> bool:
        """Whether a bracket that the time stands in is closed before a place: 处罚1件（上年没有）；强制2件."""
        closed = self.plain.text.find(")", time.end, min(at, time.end + FAR))
        return closed >= 0 and "(" not in self.plain.text[time.end : closed]

    def _is_used(self, time: Time, at: int) -> bool:
        """Whether a figure right behind a word for last year has taken it up already: 上年3件."""
        index = bisect_left(self.token_places, time.end)
        if index == len(self.tokens) or self.tokens[index].start >= at:
            return False
        return bool(_TAKEN_UP.fullmatch(self.plain.text, time.end, self.tokens[index].start))


_OLDER = pattern("(?:[0-9]{1,2}月)?(?:出台|印发|制定|制发|发布|公布|颁布|施行|实施|修订)的|的?[旧老原]")
_ENDED = pattern("(?:废止|修订|修改|清理|替代|取代|失效)(?:了|原)?$")
"""Around the year of a paper that was done away with, or made anew."""


def cut(plain: Plain) -> Text:
    """A plain text with all that is looked up about its places."""
    words = plain.text
    return Text(
        plain,
        tuple(tokens(plain)),
        tuple(sorted((*ends(words, "clause"), *(found.start() for found in _BRACKET.finditer(words))))),
        tuple(end for end in ends(words, "sentence") if not _CONTINUED.match(words, end)),
        tuple(_paragraph_ends(words)),
        tuple(topic_changes(words)),
        tuple(times(words)),
    )


def _paragraph_ends(words: str) -> Iterator[int]:
    """Where paragraphs end; a heading on a line of its own and a numbered list belong to what they stand by."""
    at = 0
    for line in words.split("\n"):
        for found in _INLINE_HEADING.finditer(line):
            if found.start() and line[found.start() - 1] in "。；":
                yield at + found.start() - 1
        at += len(line)
        if not _HEADING_LINE.match(line) and not _NUMBERED_LINE.match(words, at + 1):
            yield at
        at += 1


def _around(ends: tuple[int, ...], at: int) -> tuple[int, int]:
    index = bisect_left(ends, at)
    return (ends[index - 1] + 1 if index else 0), (ends[index] if index < len(ends) else 10**9)


class Place(Struct, frozen=True, eq=False, dict=True):
    """A figure where it stands; `before` ends at it and `after` begins behind its measure, both in its clause."""

    text: Text
    token: Token
    before: str
    after: str
    next_figure: bool
    previous_end: int
    """Where the figure before ends; 0 before the first."""
    following: int
    """Where the next figure begins; the text's length behind the last."""
    listed_as: str | None = None
    """The name of a figure apart from it: 公开、不予公开分别为3件、1件; empty when it cannot be told."""

    @property
    def start(self) -> int:
        """Where `before` begins in the plain text."""
        return self.token.start - len(self.before)

    @cached_property
    def topic(self) -> Topic | None:
        """What the text is about where the figure stands."""
        change = self.text.topic(self.token.start)
        return change.topic if change else None

    @cached_property
    def about_applications(self) -> bool:
        """Whether the words 申请 and 办结 mean applications for disclosure here."""
        if _PAPERS.search(self.sentence):
            return False
        return self._is_of_applications() or self.text.tells_in_passing(self.token.start)

    def _is_of_applications(self) -> bool:
        if self.topic == "applications":
            return True
        if self.topic is None and self.text.continues_applications(self.token.start):
            return True
        if self.topic == "disputes" and _APPLICATIONS_AGAIN.match(self.statement):
            return not _DISPUTES.search(self.statement) and self.text.follows_applications(self.token.start)
        if self.topic == "disputes" and _DISPUTES.search(self.sentence_before):
            return False
        return self.topic != "other" and self.text.heading_topic(self.token.start) == "applications"

    @cached_property
    def may_name_results(self) -> bool:
        """Whether words such as 予以公开, which hardly mean anything else, name results of applications here."""
        if self.about_applications:
            return True
        change, start = self.text.topic(self.token.start), self.text.sentence(self.token.start)[0]
        if change is None or change.topic != "other" or change.at >= start or _PAPERS.search(self.sentence):
            return False
        return self.text.heading_topic(self.token.start) == "applications"

    @cached_property
    def sentence(self) -> str:
        """The whole sentence, as far as it is near."""
        start, end = self.text.sentence(self.token.start)
        return self.text.plain.text[max(start, self.token.start - FAR) : min(end, self.token.end + FAR)]

    @cached_property
    def statement(self) -> str:
        """The part of the sentence between semicolons."""
        start = self.sentence_before.rfind("；") + 1
        return self.sentence_before[start:] + self.sentence[len(self.sentence_before) :].partition("；")[0]

    @cached_property
    def opens_bare(self) -> bool:
        """Whether the part on supervision states cases with nothing before them: 行政复议2件，维持1件."""
        line = _around(self.text.line_ends, self.token.start)[0]
        return bool(_OVERSIGHT.match(self.text.plain.text, line)) and bool(_BARE_CASES.match(self.statement))

    @cached_property
    def has_cases_alone(self) -> bool:
        """Whether the clause tells of cases and of nothing that gave rise to them: 全年发生行政复议1件.

        In this report they can only be those over disclosure, unless the agency decides cases itself.
        """
        change = self.text.topic(self.token.start)
        other = change is not None and change.topic == "other" and change.at >= self.text.sentence(self.token.start)[0]
        if other or not _CASES_ALONE.fullmatch(self.before.lstrip(_MARKS)):
            return False
        return not _OTHER_CASES.search(self.sentence)

    @cached_property
    def sentence_before(self) -> str:
        """The sentence up to the figure, as far as it is near."""
        start = max(self.text.sentence(self.token.start)[0], self.token.start - FAR)
        return self.text.plain.text[start : self.token.start]

    @cached_property
    def is_part(self) -> bool:
        """Whether 其中 stands before it since the last semicolon: it is a part of something."""
        clause_list = self.sentence_before.rpartition("；")[2]
        return "其中" in _ASIDE.sub("", clause_list)

    @cached_property
    def about_disclosure(self) -> bool:
        """Whether the sentence, or else its paragraph, says that it is about disclosure of information."""
        if _DISCLOSURE.search(self.sentence):
            return self.topic != "other"
        return self.text.heading_topic(self.token.start) == "applications" and self.topic in (
            "applications",
            "disputes",
        )


def places(text: Text) -> Iterator[Place]:
    """Every figure of a text where it stands, in order."""
    words, found = text.plain.text, text.tokens
    counting = [token for token in found if not _is_article(token, words)]
    starts = [token.start for token in counting]
    names = {counting[index].start: name for index, name in respective_names(words, counting)}
    for index, token in enumerate(found):
        start, end = text.clause(token.start)
        place = bisect_left(starts, token.start)
        previous = counting[place - 1].end if place else 0
        if start > previous and _ONLY_TOTAL.fullmatch(words, start, token.start) and words[start - 1 : start] == "，":
            start = text.clause(start - 1)[0]
        following = found[index + 1].start if index + 1 < len(found) else len(words)
        before = words[max(start, previous, token.start - _REACH) : token.start].lstrip(_OPENERS)
        after = words[token.end : min(end, following, token.end + _REACH)]
        before_it = counting[place - 1].end if place else 0
        next_one = place + (place < len(counting) and counting[place] is token)
        behind_it = starts[next_one] if next_one < len(starts) else len(words)
        yield Place(text, token, before, after, following < end, before_it, behind_it, names.get(token.start))


def _is_article(token: Token, words: str) -> bool:
    """Whether a figure is only 一 before a thing: 一项内容, 一家企业."""
    said = words[token.start : token.number_end]
    if said in "四五六七八" and token.unit in ("类", "种") and _OF_ALL_OR_EACH.match(words, token.end):
        return True
    if said in "两二三" and token.unit in ("类", "种", "者") and "一" <= words[token.end : token.end + 1] <= "鿿":
        return True
    if said in "两二三四五" and token.unit == "项" and _OF_ALL_OR_EACH.match(words, token.end):
        return True
    return said == "一" and token.unit not in ("件", "宗", "起", "")
