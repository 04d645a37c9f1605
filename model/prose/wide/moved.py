"""What was carried over, by the words around its number: 年末尚有1件待答复, 余2件…，结转2025年办理, 留1件至下一年度."""

from model.language.patterns import pattern
from model.prose.figures import Meaning
from model.prose.meant import CARRIED_IN, CARRIED_OUT, Meant
from model.prose.places import Place
from model.prose.scope import scope_of
from model.prose.wide.item import statement_before


def carried_around(place: Place) -> Meant | None:
    """Applications carried in or out, by words on both sides of their number."""
    if _LEFT_BEFORE.search(place.before) and _LEFT_BEHIND.match(place.after):
        return _meant(place, "上年结转", (CARRIED_IN,))
    if _OPENS_OLD.fullmatch(place.before) and _OLD_APPLICATIONS.match(place.after):
        return _meant(place, "上年结转", (CARRIED_IN,))
    if _STILL_BEFORE.search(place.before) and _STILL_BEHIND.match(place.after):
        return _meant(place, "结转下年度", (CARRIED_OUT,))
    found = _REMAINS_BEHIND.match(place.text.plain.text, place.token.end) if _REMAINS.search(place.before) else None
    if found:
        meant = _meant(place, "结转下年度", (CARRIED_OUT,))
        return of_year(meant, int(found["next"]) - 1) if found["next"] else meant
    return _moved(place)


_LEFT_OF_LAST_YEAR = pattern(
    "(?:上一?年度?|去年)(?:也|亦|另|还)?(?:留有|留下|结转|转来|遗留|带来|移转)(?:的|申请|来|了|有)*$"
)


def carried_beside_cases(place: Place) -> Meant | None:
    """What was carried in, told behind the cases: 未发生复议和诉讼，上年留有1件."""
    beside = place.topic == "disputes" and place.text.is_of_applications(place.token.start)
    if not beside or place.after or not _LEFT_OF_LAST_YEAR.search(place.before):
        return None
    return _meant(place, "上年结转", (CARRIED_IN,))


_MOVED_BEFORE = pattern(
    "(?:^|[，、；：有余共将])(?:余下|剩下|剩余|尚有|还有|另有|将)?(?:的)?(?:结|转|结转|留|带|移|推|滚|跨|延|顺延|推迟)$"
)
_MOVED_BEHIND = pattern("(?:申请)?(?:至|到|入|进|往)(?:(?:下|次|明|翌|来)一?年|(?P<next>20[0-9]{2})年)")


def _moved(place: Place) -> Meant | None:
    """Applications carried out whose number stands between the words for it: 留1件至下一年度, 转3件到2026年."""
    found = _MOVED_BEHIND.match(place.after) if _MOVED_BEFORE.search(place.before) else None
    if found is None:
        return None
    meant = _meant(place, "结转下年度", (CARRIED_OUT,))
    return of_year(meant, int(found["next"]) - 1) if found["next"] else meant


_STILL_BEFORE = pattern(
    "(?:年末|年底|期末|截至年底|12月31日)[，]?(?:尚|还|仍)?有$|(?:^|[，；])(?:目前|现|其中)?(?:尚|还|仍)有$"
)
_STILL_BEHIND = pattern(
    "(?:申请)?(?:(?:仍|尚|还|正)?在(?:法定|规定)?的?(?:答复|办理)?(?:期限|时限)之?内(?:继续)?(?:办理|处理)?|(?:等|尚)?待(?:答复|回复|办结)|(?:正在|尚在)?(?:等待)?(?:征求|补正)[^，。；0-9]{0,8})(?=[，。；、)]|$)"
)
"""Around what is left at the end of the year: 年末尚有1件在法定期限内办理."""
_REMAINS = pattern("(?:^|[，；。：])(?:年[末底]|其中)?(?:(?:[尚还仍另]|其)?(?:余|剩下?)|[尚还仍另]有)(?:的)?$")
_REMAINS_BEHIND = pattern(
    "(?:件|宗|份)?(?:申请)?[^，。；0-9]{0,14}，(?:依法|按规定|已|将)?(?:结转|转入|转至|延续|顺延|留待)(?:至|到|入)?(?:下一?年|次年|翌年|(?P<next>20[0-9]{2})年)"
)
"""Around what is left and goes over: 尚余2件正在征求第三方意见，结转2025年办理."""
_LEFT_BEFORE = pattern("(?:上一?年度?|去年|年初)(?!.{0,12}(?:收|受理|接))[一-鿿]{0,8}$")
_LEFT_BEHIND = pattern("(?:申请)?(?:[还尚仍]?(?:未|没有?)(?:办[结完]|答复)|[在待]办|接续|续办|结转(?!至?下)|转入|遗留)")
"""The words around what was carried in, where it stands between them: 上年科研机构1件接续办理."""


def of_year(meant: Meant, year: int) -> Meant:
    """What a figure means, as said of another year than its sentence names."""
    return Meant(meant.matter, meant.item, meant.meanings, meant.start, meant.end, meant.partial, meant.subject, year)


def _meant(place: Place, name: str, meanings: tuple[Meaning, ...]) -> Meant:
    start, end = place.token.start, place.token.end
    return Meant("carried", name, meanings, start, end, subject=scope_of(statement_before(place)))


_OLD_APPLICATIONS = pattern("(?:旧|老|陈|上年的?|去年的?)(?:政府信息公开)?(?:申请|件)(?=[，、。；()]|$)")
_OPENS_OLD = pattern("(?:新?申请)?(?:加上?|和|与|及|、|另有|还有|再加|外加|连同|，)*")
