"""Long titles in lines, broken where their parts meet; few characters stand alone only lest a word be broken."""

import re
from collections.abc import Iterator

WIDTH = 19
"""The most characters in a line of the title: 156 mm at 22 pt take 20, one is left for the eye."""
FULL = 20
"""What a line just holds; where the clerk broke the title, a line may be as long."""
LEAST = 4
"""The least characters that stand alone in a line."""

_SEAM = re.compile(
    r"(?<=[省市区县州盟旗局厅委])(?=.)|(?<=人民政府)(?=.)|(?=（)|(?<=）)(?=.)|(?<=[和与、])(?=.)"
    r"|(?=(?<!\d)\d{4}年)|(?=政府信息公开工作年度报告)"
)
_SOFT = re.compile(
    r"(?<=\d年)(?!度)|(?<=\d年度)|(?=政府信息|(?<!政府)信息公开|(?<!年度)工作|(?<!\d年)(?<!\d)年度|(?<!年度)(?<!工作)报告)"
)
"""Where a line of a narrow page may end besides seams: between the words that titles are made of."""
_WORD = re.compile(
    r"\d+年?|[A-Za-z]+|人民政府|人民防空|人力资源|社会保障|市场监督|退役军人|自然资源|生态环境|农业农村|文化旅游|应急"
    r"|医疗保障|住房|城乡|建设|发展|改革|财政|教育|科学|技术|工业|信息化?|公开|政务|服务|数字化?|数据|管理|监督|综合|行政"
    r"|执法|交通|运输|卫生|健康|公共|资源|交易|统计|审计|公安|司法|民政|水务|水利|商务|体育|乡村|振兴|委员会|办公室|办事处"
    r"|大?街|街道|事业单位|事业|单位|所属|开发|经济|高新|园区|保护|环境|工作|政府|年度|报告|中心|分局|大队|事务|机关|地方|金融|民族|宗教|档案|林业|草原"
)
_INSIDE_A_WORD, _TOO_SHORT, _BETWEEN_WORDS, _LINE = 30_000, 20_000, 300, 10_000
"""What a break costs: no word is broken for a line less, nor is a line too short; then the fewest lines, breaks at
seams, and even lines."""


def fold(name: str, most: int = WIDTH) -> list[str]:
    """A name in the fewest lines that hold it, broken at seams if they allow, between words otherwise.

    The best of all ways to break it is found in time that grows with its length only.

    Args:
        name: what is broken.
        most: the most characters in a line.
    """
    costs: list[tuple[float, int]] = [(0, 0)]
    break_costs = _break_costs(name)
    for end in range(1, len(name) + 1):
        costs.append(
            min(
                (costs[start][0] + _line_cost(taken) + break_costs[end], start)
                for start, taken in _starts(name, end, most)
            )
        )
    lines: list[str] = []
    end = len(name)
    while end:
        start = costs[end][1]
        lines.insert(0, name[start:end])
        end = start
    return lines


def width(text: str) -> float:
    """The width of a line in characters; digits and letters take half a character."""
    return sum(0.5 if character.isascii() else 1 for character in text)


def pieces(line: str) -> list[str]:
    """A line in pieces of at least four characters, each of which is best kept whole on a page narrower than it."""
    found, start = list[str](), 0
    for end in sorted({seam.start() for kind in (_SEAM, _SOFT) for seam in kind.finditer(line)}):
        if width(line[start:end]) >= LEAST <= width(line[end:]):
            found.append(line[start:end])
            start = end
    return [*found, line[start:]]


def _line_cost(taken: float) -> float:
    return _LINE + taken**2 + (_TOO_SHORT if taken < LEAST else 0)


def _starts(name: str, end: int, most: int) -> Iterator[tuple[int, float]]:
    """Where a line that ends at a place may begin, and how wide it then is."""
    taken = 0.0
    for start in range(end - 1, -1, -1):
        taken += 0.5 if name[start].isascii() else 1
        if taken > most and start < end - 1:
            return
        yield start, taken


def _break_costs(name: str) -> list[int]:
    """What it costs to break a name before each of its characters, and at its end."""
    costs = [_BETWEEN_WORDS] * (len(name) + 1)
    for seam in _SEAM.finditer(name):
        costs[seam.start()] = 0
    for word in _WORD.finditer(name):
        for inside in range(word.start() + 1, word.end()):
            costs[inside] = _INSIDE_A_WORD
    costs[len(name)] = 0
    return costs
