"""Names of agencies: whether a name in a sentence is the agency's own, in full or shortened as offices do."""

from model.language.patterns import pattern
from model.language.squeezed import packed
from model.report.report import Agency, AgencyLevel, AgencyType
from model.structs import replace

SHORT_FORM_SHARE = 0.6
"""How much of the full name a short form may have; a longer one is the name with words left out."""
LONGEST_NAME = 100
"""More characters than any agency's name has."""

_OWN_WORDS = tuple("本我全各该其")
_REGION = pattern(r"(?:(?!和)[一-鿿]){2,5}?(?:街道|[省市县区州盟旗镇乡])")
_LEVEL = pattern(r"^[省市县区州盟旗]")
_LEFT_OUT = pattern(r"人民|自治|办事处|[省市县区州盟旗镇乡]")


def is_agency(name: str, agency: Agency) -> bool:
    """Whether a name is the agency's: 本局, full or short, with or without the region before it.

    Short are the name without 县 or 人民, and a cut to at most `SHORT_FORM_SHARE` that keeps the order of the
    characters. A name with only a few words lost, or of another region, is not the agency's.
    """
    known = [word for word in _names(agency) if word]
    if name.startswith(_OWN_WORDS) or any(word.endswith(name) for word in known):
        return True
    written, own_regions = regions(name), [regions(word) for word in known]
    places = [name.find(region[:2]) for found in own_regions for region in found if region[:2] in name]
    if written and not places:
        return False
    rest = name[len("".join(written)) :]
    same_seat = bool(written) and any(found[-1:] == written[-1:] for found in own_regions)
    if same_seat and (not rest or any(rest in _office(word) for word in known)):
        return True
    own = name[min(places, default=0) :]
    return any(_is_short_form(own, word) for word in known)


def _names(agency: Agency) -> tuple[str, str]:
    return packed(agency.name)[:LONGEST_NAME], packed(agency.short_name)[:LONGEST_NAME]


def regions(name: str) -> list[str]:
    """The regions that a name begins with, the widest first."""
    found, end = [], 0
    while region := _REGION.match(name, end):
        found.append(region[0])
        end = region.end()
    return found


def _is_short_form(short: str, full: str) -> bool:
    if not is_cut_from(short, full):
        return False
    return len(short) <= len(full) * SHORT_FORM_SHARE or _bare(full).endswith(_bare(short))


def is_cut_from(short: str, full: str) -> bool:
    """Whether the characters of a short form stand in the full name, in order."""
    left = iter(full)
    return all(character in left for character in short)


def _bare(name: str) -> str:
    return _LEFT_OUT.sub("", name)


def _office(name: str) -> tuple[str, ...]:
    """What a name says behind its regions, also without 人民 and, in a short form, without 县."""
    own = "".join(regions(name))
    office = name.removeprefix(own)
    return office, office.removeprefix("人民"), office if own else _LEVEL.sub("", office)


def same_kind(name: str, agency: Agency) -> bool:
    """Whether a name ends like the agency's, 局 like 局; a government's report may be written by its office."""
    return name[-1:] in {word[-1:] for word in _names(agency)}


_TYPES: tuple[tuple[str, AgencyType], ...] = (
    (r"[镇乡](?:人民)?政府$", "township"),
    (r"街道(?:办事处)?$", "subdistrict"),
    (r"人民政府$", "government"),
    (r"[局厅]$|委员会$|人民政府[一-鿿]{2,12}$", "department"),
)
_LEVELS: dict[str, AgencyLevel] = {"县": "county", "旗": "county", "省": "province"}
"""By the last character of the narrowest region; a 市 or a 区 may be of more than one level."""


def likely_type(name: str) -> AgencyType:
    """The type that a name says; empty where it does not."""
    return next((kind for words, kind in _TYPES if pattern(words).search(name)), "")


def likely_level(name: str) -> AgencyLevel:
    """The level that a name says; empty where it does not."""
    found = [region for region in regions(name) if not region.endswith(("镇", "乡", "街道"))]
    return _LEVELS.get(found[-1][-1], "") if found else ""


def with_likely(agency: Agency) -> Agency:
    """The agency with its type and level filled in where they are empty and the name says them."""
    kind, level = agency.type or likely_type(agency.name), agency.level or likely_level(agency.name)
    return replace(agency, type=kind, level=level)
