"""信息处理费 (元): by which words section six is known to speak of it; 行政事业性收费 (table two) is another fee."""

from model.language.patterns import pattern
from model.language.sentences import pieces

_OTHER_FEES = pattern(r"行政事业性收费")
_SPOKEN = pattern(
    r"处理费|收费通知"
    r"|收取[^，。；\n]{0,12}费"
    r"|(?:未|没有|无|零|不|0元)[^，。；\n]{0,10}(?:收费(?!标准|权)|费用)"
    r"|(?:信息公开|公开信息|申请|提供信息|政府信息)[^，。；\n]{0,16}(?:收费|费用|成本费)"
    r"|(?:收费|费用)[^，。；\n]{0,10}(?:0|０|零|无)"
    r"|免费(?!下载|查[阅询]|阅[览读]|索取|领取|取阅|发放|赠阅|开放|使用|咨询|提供查)|免收"
    r"|(?:检索|复制|邮寄|工本)[^，。；\n]{0,6}费"
)
_FEE_CLAUSE = pattern(
    r"费|收取|[收缴]纳|逾期未缴|不再处理|国办函|按件|按量|通知|金额|(?:收费|计费|征收)标准|[0-9０-９]元|申请|根据|按照|依据|依照|规定"
)
_COLON = pattern("[：:]")
_NUMBERING = pattern(r"^\s*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]\s*|[一二三四五六]是)")
_TIME = pattern(
    r"(?:截至|截止|自|从|至|到|在)?(?:20[0-9]{2}年(?:度)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:底|末|期间|内|以来)?|本年度?|报告期(?:内)?|年度?内)(?:起|止)?"
)
_LEAST_MATTER = 6
"""The fewest characters of a clause that reports something; a shorter one is an opening such as 2024年."""


def speaks_of_fee(text: str) -> bool:
    """Whether a text says anything about the handling fee, be it that none was charged."""
    return bool(_SPOKEN.search(_OTHER_FEES.sub("", text)))


def clauses_beside_fee(text: str) -> list[str]:
    """The clauses of a text that report something else than the fee."""
    parts = (part for clause in pieces(text, "clause") for part in _COLON.split(clause))
    clauses = (_TIME.sub("", _NUMBERING.sub("", part)).strip() for part in parts)
    return [clause for clause in clauses if len(clause) >= _LEAST_MATTER and not _FEE_CLAUSE.search(clause)]
