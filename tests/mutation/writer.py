"""Templates filled in for one report: `{甲|乙}` is a choice, `{新收}` a figure of the form, `{#}` one of no table."""

import re
from random import Random
from typing import TYPE_CHECKING

from model.report.report import Report
from tests.forms import FORM
from tests.prose.sentences import NAMES
from tests.prose.writing import Slot, Written, write

if TYPE_CHECKING:
    from model.form.form import Value

_PLACE = re.compile(r"\{([^{}]+)\}")
_NOTATIONS = ("plain",) * 8 + ("wide", "thousands", "chinese")
_KINDS = {"department": "局", "government": "县", "township": "镇", "subdistrict": "街道"}


class Writer:
    """Fills in templates with the choices of one random source."""

    def __init__(self, report: Report, random: Random) -> None:
        self.report, self.random = report, random

    def written(self, template: str) -> Written:
        """A template filled in, with the places of its figures."""
        written, done = Written("", ()), 0
        sums = [self.random.randint(2, 400), self.random.randint(2, 400)]
        for place in _PLACE.finditer(template):
            written += Written(template[done : place.start()], ()) + self._filled(place[1], sums)
            done = place.end()
        return written + Written(template[done:], ())

    def text(self, template: str) -> str:
        """A template filled in."""
        return self.written(template).text

    def one_of(self, templates: tuple[str, ...]) -> str:
        """One of some templates filled in."""
        return self.text(self.random.choice(templates))

    def some_of(self, templates: tuple[str, ...], most: int) -> list[str]:
        """Some templates, each filled in, in any order."""
        return [self.text(each) for each in self.random.sample(templates, self.random.randint(1, most))]

    def _filled(self, name: str, sums: list[int]) -> Written:
        if name in NAMES:
            return self._figure(name)
        year, agency = self.report.year, self.report.agency
        own = "我乡" if agency.name.endswith("乡人民政府") else f"我{_KINDS.get(agency.type, '单位')}"
        known = {
            "局": self.random.choice((own, own, agency.name, agency.short_name, "本机关")),
            "名": agency.name,
            "年": str(year),
            "去": str(year - 1),
            "明": str(year + 1),
            "#": str(self.random.randint(2, 90)),
            "多": str(self.random.randint(100, 9000)),
            "a": str(sums[0]),
            "b": str(sums[1]),
            "a+b": str(sum(sums)),
            "%": f"{self.random.randint(10, 990) / 10}",
        }
        return Written(known[name] if name in known else self.text(self.random.choice(name.split("|"))), ())

    def _figure(self, name: str) -> Written:
        cells = NAMES[name]
        value: Value = self.report.value(cells[0]) or 0 if len(cells) == 1 else self.report.sum(cells)
        if len(cells) == 1 and self.random.random() < 0.1:
            return Written(f"{{{{{cells[0]}}}}}", ())
        notation = self.random.choice(_NOTATIONS) if FORM.cells[cells[0]].kind == "count" else "plain"
        words = write(value, notation)
        return Written(words, (Slot(0, len(words), name, value, notation),))
