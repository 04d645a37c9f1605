"""The title of a report, and the year and agency that it and the preamble name."""

import re
from collections import Counter
from collections.abc import Sequence

from importers.recognition.texts.lines import Line
from importers.recognition.texts.noise import is_noise
from model.language.numerals import YEAR_WORDS, year_of
from model.language.patterns import pattern
from model.language.squeezed import packed
from model.report.names import is_agency, is_cut_from, regions, same_kind
from model.report.report import Agency, AgencyLevel, AgencyType
from model.structs import Struct

YEAR = rf"(?:(?:19|20)[0-9]{{2}}|{YEAR_WORDS})"
"""A year in figures or Chinese numerals, as a regular expression."""

_LONGEST = 60
_LONGEST_REST = 8
"""So many characters of a title that was wrapped stand on its last line."""
_IS_TITLE = pattern(
    r".{0,60}(?:(?:政府)?信息公开|政务公开|政府信息).{0,4}(?:年度|工作|情况).{0,6}报告|.{0,60}信息公开(?:年度)?(?:年报|报告)"
)
_NO_TITLE = pattern(r"[。，；：:>＞»|《]|首页|位置")
_KIND = r"(?:人民政府|政府|委员会|办事处|办公室|办公厅|管委会|联合社|供销社|中心|街道|[局厅署院镇乡处委办部会社])"
_BEFORE = pattern(
    rf"[^0-9]{{0,60}}?{_KIND}(?:{YEAR}年度?)?(?:政府)?|{YEAR}年度?.{{0,60}}|.{{0,60}}{YEAR}年度?(?:政府)?"
)
_ONLY_YEAR = pattern(rf"\(?{YEAR}年?度?\)?")
_DOCUMENT_NUMBER = pattern(r"[〔\[(（][0-9]{4}[〕\])）]\s*第?[0-9]+号")
_YEARLY = pattern(rf"(?<![0-9])({YEAR})(?=年)|(?<![0-9])((?:19|20)[0-9]{{2}})(?![0-9])")
_PERIOD = pattern(rf"(?<![0-9])({YEAR})年?度?1月1日")
_OF_YEAR = pattern(rf"(?<![0-9])({YEAR})年")
_PUBLISHED = pattern(
    rf"(?:公布|公开|发布|编制|报告)《?(?:{YEAR}年?度?)?(?P<a>[一-鿿]{{2,40}}?{_KIND})(?:\([^()]{{0,30}}\))?(?:{YEAR}年?度?)?"
    rf"(?:本级)?(?:政府)?信息|由(?P<b>[一-鿿]{{2,40}}?{_KIND})(?:负责|统一|组织)?(?:依据|根据|按照|编制|汇总)"
)
_NO_NAME = re.compile(r"关于|包括|根据|按照|依据|以及|等部门|所属|下属|通知")
"""Words that stand in sentences about agencies, never in an agency's name."""
_OWN = tuple("本我各")
_TOWNSHIP = pattern(r"(?:镇|乡|民族乡|苏木)(?:人民政府|政府)?")
_REGION = pattern(r"(省|自治区|自治州|地区|市|县|自治县|区|州|盟|旗|镇|乡|街道)")


class Title(Struct, frozen=True):
    """A title on one line, and the lines it stands on."""

    text: str
    lines: range


def find_title(lines: Sequence[Line]) -> Title | None:
    """The title among the lines before the first heading.

    Of those that name a year and an agency one that the page makes a heading, else the first; not one with a shortened
    name where another has it in full.
    """
    found = titles(lines)
    complete = [title for title in found if agency_in_title(title.text) and year_in(title.text)]
    chosen = next(
        (title for title in complete if lines[title.lines[-1]].level == 1), next(iter(complete or found), None)
    )
    return next((title for title in complete if chosen and _is_fuller(title, chosen)), chosen)


def _is_fuller(title: Title, other: Title) -> bool:
    name, short = agency_in_title(title.text), agency_in_title(other.text)
    same_year = year_in(title.text) == year_in(other.text)
    return same_year and len(name) > len(short) > 0 and (name.endswith(short) or is_cut_from(short, name))


def titles(lines: Sequence[Line]) -> list[Title]:
    """All titles of such reports among some lines."""
    found: list[Title] = []
    for index, line in enumerate(lines):
        if line.table or (found and index in found[-1].lines):
            continue
        if is_title(line.text):
            found.append(_whole(lines, index))
        elif _is_wrapped(line, lines[index + 1 : index + 2]):
            first = _whole(lines, index)
            found.append(Title(first.text + lines[index + 1].text, range(first.lines.start, index + 2)))
    return found


def _is_wrapped(line: Line, following: Sequence[Line]) -> bool:
    """Whether a line with a year begins a title whose last characters stand on the next line, as on a printed page."""
    return any(
        not after.table
        and len(after.text) <= _LONGEST_REST
        and not is_title(after.text)
        and year_in(line.text) is not None
        and is_title(line.text + after.text)
        for after in following
    )


def bare(text: str) -> str:
    """The letters and digits of a name alone, for comparing what a file may have lost signs of."""
    return re.sub(r"[\W_]", "", packed(text))


def is_title(text: str) -> bool:
    """Whether a line is, or ends, the title of such a report."""
    return len(text) <= _LONGEST and not _NO_TITLE.search(text) and bool(_IS_TITLE.fullmatch(packed(text)))


def _whole(lines: Sequence[Line], index: int) -> Title:
    """The title with the lines before it that belong to it: those of its paragraph, a name, a year."""
    start = index
    while start and _goes_on(lines[start - 1], lines[start], "".join(line.text for line in lines[start : index + 1])):
        start -= 1
    return Title("".join(line.text for line in lines[start : index + 1]), range(start, index + 1))


def _goes_on(before: Line, line: Line, title: str) -> bool:
    text = packed(before.text)
    if before.table or len(text) > _LONGEST or _NO_TITLE.search(text) or _DOCUMENT_NUMBER.search(before.text):
        return False
    if before.location.block == line.location.block and before.location.row is None:
        return True
    if not year_in(title) and _ONLY_YEAR.fullmatch(text):
        return True
    bare = not agency_in_title(title)
    return bare and not is_noise(before.text) and not is_title(before.text) and bool(_BEFORE.fullmatch(text))


def year_in(title: str) -> int | None:
    """The year in a title; one in a document's number is none."""
    found = _YEARLY.search(packed(_DOCUMENT_NUMBER.sub("", title)))
    return year_of(found[1] or found[2]) if found else None


def years_in_preamble(preamble: str) -> list[int]:
    """The years whose first of January the preamble names, else all that it names."""
    text = packed(preamble)
    return [year_of(year) for year in _PERIOD.findall(text) or _OF_YEAR.findall(text)]


def usual_year(text: str) -> int | None:
    """The year named most often in a text."""
    years = Counter(year_of(year) for year in _OF_YEAR.findall(packed(text)))
    return years.most_common(1)[0][0] if years else None


def agency_in_title(title: str) -> str:
    """The agency's name in a title; empty when there is none."""
    text = _DOCUMENT_NUMBER.sub("", "".join(title.split()))
    name = ""
    for mark in ("政府信息公开", "信息公开", "政务公开", "政府信息"):
        if mark in text:
            name = text[: text.rindex(mark)]
            name += "政府" if name.endswith("人民") and mark.startswith("政府") else ""
            break
    year = rf"(?:[0-9０-９]{{4}}|{YEAR_WORDS})年?度?的?"
    name = re.sub(rf"^关于|^{year}|(?:关于)?(?:{year})?$", "", re.sub(rf"^(?:关于)?{year}", "", name))
    return name.strip("的《 ") if len(name) > 1 else ""


def agency_in_preamble(preamble: str) -> str:
    """The agency's name as the preamble says who made the report; empty when it says 我局 or nothing."""
    for found in _PUBLISHED.finditer(packed(preamble)):
        name = found["a"] or found["b"]
        if not name.startswith(_OWN) and not _NO_NAME.search(name) and len(name) > 3:  # noqa: PLR2004 - a name has a place and a kind
            return name
    return ""


def other_agency(preamble: str, agency: Agency) -> str:
    """An agency that the preamble says made the report and that is not the title's, in full or short; else empty."""
    for found in _PUBLISHED.finditer(packed(preamble)):
        name = found["a"] or found["b"]
        if _NO_NAME.search(name):
            continue
        alike = same_kind(name, agency)
        if (alike or (found["a"] and regions(name))) and not _is_one(name, agency):
            return name
    return ""


def _is_one(name: str, agency: Agency) -> bool:
    """Whether two names can be one agency's: one is the other's short form, or has words left out."""
    full = packed(agency.name)
    alike = is_agency(name, agency) or is_agency(full, Agency(name))
    return alike or is_cut_from(name, full) or is_cut_from(full, name)


def type_of(name: str) -> AgencyType:
    """The type that a name says; empty when it says none."""
    seat = name.removesuffix("办公室").removesuffix("办公厅") if name.endswith(("府办公室", "府办公厅")) else name
    if seat != name:
        return "department"
    if _TOWNSHIP.search(name) and name.endswith(("镇", "乡", "苏木", "人民政府", "镇政府", "乡政府")):
        return "township" if re.search(r"(?:镇|乡|苏木)(?:人民政府|政府)?$", name) else "government"
    if name.endswith(("街道办事处", "街道")):
        return "subdistrict"
    if name.endswith(("人民政府", "县", "区", "市", "省", "州", "盟", "旗")):
        return "government"
    return "department" if name.endswith(("局", "委", "厅", "委员会", "办公室", "办公厅", "署")) else ""


def level_of(name: str) -> AgencyLevel:
    """The level of the lowest region a name has; a 市 alone may be of a county's level, so it says nothing."""
    regions = _REGION.findall(name[:-1] if name.endswith(("处", "局")) else name)
    if not regions:
        return ""
    if any(region in ("县", "自治县", "区", "旗", "镇", "乡", "街道") for region in regions):
        return "county"
    if regions[-1] in ("州", "自治州", "盟", "地区"):
        return "city"
    return "province" if regions in (["省"], ["自治区"]) else ""
