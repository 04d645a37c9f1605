"""Which 科室 gives which figure, as the agency has settled it once."""

from collections.abc import Mapping
from types import MappingProxyType

from model.drafts.cleaning import visible
from model.form.form import Form
from model.gathering.items import Item, items
from model.language.characters import whole_characters
from model.language.patterns import pattern

Plan = Mapping[str, tuple[str, ...]]
"""The 科室 by the id of the item; what nobody is asked for is absent."""

LONGEST, MOST = 30, 20
"""So many characters has a name at most; so many 科室 give one figure at most."""
_BETWEEN = pattern(r"[、，,；;/|\s]+")
_BLANKS = pattern(r"[\s、]+")


def givers_in(text: str) -> tuple[str, ...]:
    """The 科室 that a line names, each once, in its order."""
    names = (giver_name(name) for name in _BETWEEN.split(text))
    return tuple(dict.fromkeys(name for name in names if name))[:MOST]


def giver_name(text: str) -> str:
    """A name as it is kept: without blanks and what nobody sees."""
    return visible(_BLANKS.sub("", whole_characters(text)))[:LONGEST]


def plan_of(lines: Mapping[str, str], form: Form) -> Plan:
    """A plan from a line of names for each item."""
    named = {item.id: givers_in(lines.get(item.id, "")) for item in items(form)}
    return MappingProxyType({item: givers for item, givers in named.items() if givers})


def by_giver(plan: Plan, form: Form) -> Mapping[str, tuple[Item, ...]]:
    """What each 科室 is asked for, in the form's order; those that are named first come first."""
    found: dict[str, list[Item]] = {}
    for item in items(form):
        for giver in plan.get(item.id, ()):
            found.setdefault(giver, []).append(item)
    return {giver: tuple(asked) for giver, asked in found.items()}
