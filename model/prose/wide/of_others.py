"""Figures of somebody else: cases attended or taught, those left out expressly, and those of another organ named."""

from model.language.patterns import pattern
from model.prose.places import Place

_LEFT_OUT = (
    "(?:另行|单独|分开|分别另行|分账|另册|另外?作|另)(?:统计|列报|填报|计算|上报|汇总|登记|反映|计数|列示|报告)"
    "|(?:不|未|没有)(?:再|另)?(?:由|在)(?:本|我)[^，。；0-9]{1,5}(?:统计|填报|办理|答复|计|列)"
    "|(?:不|未|没有)(?:再)?(?:计|列|纳|算|包含|包括|统计)[入进在]?(?:到|在)?(?:上述|以上|前述|本报告|本年报|表[二三四]|这|其|本[局镇乡委街办机单])"
    "|(?:不|未|没有)(?:包含|包括|含)在[^，。；0-9]{0,6}[内中]"
    "|(?:不属于?|不是|不算|不涉及|未涉及|非|无关)[^，。；0-9]{0,6}(?:政府)?信息公开(?:类|方面|领域|工作)?(?:的)?(?:案件|复议|诉讼|案|范围|范畴|事项|争议|引发)"
    "|以(?![我本])[^，。；0-9]{2,10}名义(?:统计|填报|列报|计算|登记)"
    "|(?:与|同|和)[^，。；0-9]{0,8}(?:公开|本报告)[^，。；0-9]{0,6}(?:分开|无关|不相干|无涉)"
)
_SAID_BEHIND = pattern(f"[^，。；：]{{0,40}}[，(]?[^，。；：0-9]{{0,12}}?(?:{_LEFT_OUT})")
"""Behind a figure, in its clause or right behind it: it is none of those that the report counts."""
_CASE_STUDIES = pattern("案例(?:一?共|合计|累计)?$")
_CASE_STUDY_BEHIND = pattern(
    "[^，。；0-9]{0,10}案例|[^，。；0-9]{0,4}供[^，。；0-9]{0,12}(?:学习|参考|借鉴|研究|使用|对照)"
)
_LOOKED_AT = pattern(
    "(?:旁听|观摩|观看|观庭|旁观|庭审观摩|讲授|讲解|讲评|宣讲|剖析|学习|研究|研读|研讨|研析|分析|解读|编印|编发|汇编|收集|搜集|评析|点评|选取|选编|摘编|梳理|借鉴|转发|交流|介绍|讨论|下载|摘录|整理)(?:了|过)?"
    "[^，。；0-9]{0,30}$"
)
"""Before cases that were only listened to, read or taught: 旁听法院审理的林权行政诉讼2件."""
_OWN = pattern("[我本][局委厅镇乡办院县市区街机单级]|被申请人|被告|自身|自己")
_SUED = pattern(
    "(?:以|将|把|起诉|状告|诉)(?P<one>[一-鿿]{2,20}?(?:局|委|厅|镇|乡|街道|办事处|政府|院|公司|学校|管委会|部门|单位))(?:为|作为|列为|是)?(?:共同)?(?:被告|被申请人|被复议机关)"
    "|(?:被告|被申请人)(?:均|都)?(?:为|是|系)(?P<other>[一-鿿]{2,20}?)的"
)
"""Whose cases they are: 以市人民政府为被告的诉讼5件."""
_OFFICE = "(?:局|厅|委|镇|乡|街道|办事处|人民政府|法院|检察院|学校|中学|小学|幼儿园|医院|公司|集团|学院|大学|单位)"
_ADVERB = (
    "(?:受[^，。；0-9]{0,8}委托|自行|另行|独立|单独|直接|也|还|则|亦|共计?|累计|合计|另外?|新|已|依法|全年|本年度?|年内|当年|今年"
    "|20[0-9]{2}年(?:度)?|在[^，。；0-9]{1,8}[内里中]|以[^，。；0-9]{1,8}名义)"
)
_OWNER = pattern(
    f"(?:^|[：，；])(?:此外|另外?|其中|同时|而|据了解|据统计|同期)?(?![由经向对与同和会因被为在按据随从受应通])(?P<name>[一-鿿]{{1,20}}?{_OFFICE}){_ADVERB}{{1,5}}"
    "(?:收到|接到|受理|接收|办理|办结|答复|作出|做出|实施|制发|制定|印发|出台|废止|发生|被|核发)[^，。；：]{0,40}$"
)
"""Who did it, at the beginning of the figure's clause: 区综合行政执法局在辖区内另行作出处罚30件."""
_FAR = 80


def is_left_out(place: Place) -> bool:
    """Whether the words behind a figure say that it is none of those the report counts."""
    words, end = place.text.plain.text, place.token.end
    return bool(_SAID_BEHIND.match(words, end, end + _FAR))


def is_of_a_lesson(place: Place) -> bool:
    """Whether cases are those of a lesson, or those that somebody was present at."""
    if _CASE_STUDIES.search(place.before) or _CASE_STUDY_BEHIND.match(place.after):
        return True
    found = _LOOKED_AT.search(place.before)
    return bool(found and not _OWN.search(found[0]))


def owner_of(place: Place) -> str:
    """Who did what a figure counts, or whom a case is against, where the clause names somebody; else nothing."""
    if found := _SUED.search(place.before):
        return found["one"] or found["other"]
    words = place.text.plain.text
    start = max(place.text.clause(place.token.start)[0], place.token.start - _FAR)
    found = _OWNER.search(words[start : place.token.start])
    return found["name"] if found else ""
