"""A district's reports: many invented agencies, this year and last, in mixed kinds of file, with known mistakes."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from export.exporters import REPORT, Circumstances
from export.writer import Content, Writer
from model.drafts import draft
from model.drafts.draft import Draft
from model.report.report import TEXT_IDS, Agency, PastReport, Report, Texts
from model.structs import Struct, field, replace
from tests.checks.correct import TODAY
from tests.forms import FORM
from tests.mutation.figures import FEW, NOBODY, figures
from tests.mutation.reports import texts_of

YEAR = TODAY.year - 1
KINDS = (".docx", ".html", ".nianbao", ".docx", ".html", ".nianbao", ".xlsx")
"""The kinds of file in turn; seven, so that what happens to every fourth unit happens to all kinds."""
_COUNTIES = tuple(f"{first}{second}县" for first in "青白清安平长云永新" for second in "河山源丰宁泽川")
_OFFICES = (
    *("水务局", "教育局", "民政局", "财政局", "审计局", "统计局", "林业局", "司法局", "交通运输局", "卫生健康局"),
    *("自然资源局", "农业农村局", "应急管理局", "市场监督管理局", "文化和旅游局", "医疗保障局", "退役军人事务局"),
)
_TOPICS = (
    *("防汛", "灌溉", "校舍", "护林", "低保", "预算", "账目", "普查", "苗木", "调解", "公路", "接种", "地籍", "耕地"),
    *("消防", "食品", "景区", "医保", "抚恤", "渔业", "供水", "供暖", "环卫", "招生", "职称", "仲裁", "牧草", "档案"),
)
_SENTENCE = re.compile(r"(?<=[一-鿿0-9）])。")

Spoil = Callable[[Report], Report]


class Planted(Struct, frozen=True):
    """A mistake that was put into a report: what it is, how, in which column it belongs, and which check finds it."""

    name: str
    column: str
    check: str
    spoil: Spoil


PLANTED = (
    Planted("表三不平", "表三", "T3-01", lambda r: _more(r, "applications.received.natural_person", 1)),
    Planted("不能直接起诉", "表四", "T4-05", lambda r: _more(r, "disputes.direct_suit.upheld", 3)),
    Planted("没有规章制定权", "表二", "T2-03", lambda r: _more(r, "disclosure.rules.in_force", 1)),
    Planted("残留的空", "文字", "Y-04", lambda r: _said(r, "本年度开展培训××次。")),
    Planted("身份证号", "文字", "P-01", lambda r: _said(r, "申请人身份证号为11010519491231002X。")),
    Planted("漏了公开", "格式", "H-03", lambda r: replace(r, title=r.title_text.replace("信息公开", "信息"))),
    Planted("标题是上年的", "格式", "H-02", lambda r: replace(r, title=r.title_text.replace(str(YEAR), str(YEAR - 1)))),
    Planted("现行有效没有推算", "跨年", "T2-04", lambda r: _more(r, "disclosure.normative_documents.in_force", 2)),
)


class District(Struct):
    """What lies in the folders, and what is true of it.

    Attributes:
        planted: by unit, the mistakes of the file that counts.
        copied: by unit, the unit whose words it took.
        kept: units that handed in last year's words again.
        versions: by unit, the mistake of an earlier file, mended in the later one.
    """

    folder: Path
    last_year: Path
    names: list[str] = field(default_factory=list)
    planted: dict[str, Planted] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    of_another_year: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    copied: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    versions: dict[str, Planted] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)


def agencies() -> Iterator[Agency]:
    """Agencies without end that differ in their names."""
    for county in _COUNTIES:
        for office in _OFFICES:
            yield Agency(
                county + office,
                f"县{office}",
                "department",
                "county",
                address=f"{county}人民路8号",
                postcode="130000",
                phone="0431-89682735",
                office="办公室",
            )


def district(place: Path, count: int, suffixes: tuple[str, ...] = KINDS, seed: int = 1) -> District:
    """Write the reports of a district.

    Args:
        place: where the folders are made.
        count: how many units there are.
        suffixes: the kinds of file in turn.
        seed: of the random figures and words.
    """
    found, random = District(place / "本年", place / "上年"), Random(seed)
    for folder in (found.folder, found.last_year):
        folder.mkdir(parents=True)
    for number, agency in zip(range(count), agencies(), strict=False):
        found.names.append(agency.name)
        before, report = two_years(agency, random)
        _write(before, found.last_year, ".nianbao")
        found.reports[agency.name] = report
        if number % 24 == 23:
            found.kept.append(agency.name)
            report = replace(report, text=replace(report.text, overview=before.text.overview))
        _hand_in(found, report, number, suffixes[number % len(suffixes)])
    return found


def two_years(agency: Agency, random: Random) -> tuple[Report, Report]:
    """The correct reports of an agency for last year and this one, in words of its own."""
    scale = random.choice((NOBODY, FEW))
    then = figures(random, agency, YEAR - 1, scale)
    before = Report(YEAR - 1, agency, numbers=then, form=FORM)
    before = replace(before, text=own_words(texts_of(before, random), random))
    report = Report(YEAR, agency, numbers=figures(random, agency, YEAR, scale, then), form=FORM)
    beside = replace(report, last_year=PastReport(FORM, YEAR - 1, then, before.text))
    return before, replace(report, text=own_words(texts_of(beside, random), random))


def own_words(texts: Texts, random: Random) -> Texts:
    """Texts in which the sentences of parts one and five speak of what this agency alone does."""
    said: dict[str, Any] = {
        part: _SENTENCE.sub(lambda _: f"，涉及{_topics(random)}。", texts[part]) for part in ("overview", "problems")
    }
    return replace(texts, **said)


def _topics(random: Random) -> str:
    return "、".join(random.sample(_TOPICS, 4))


def _hand_in(found: District, report: Report, number: int, suffix: str) -> None:
    """One unit's file: one in four has something about it."""
    name, kind = report.agency.name, number % 24
    mistake = PLANTED[number // 24 % len(PLANTED)]
    if kind == 3:
        found.missing.append(name)
    elif kind == 7:
        found.unreadable.append(name)
        (found.folder / f"{name}年报.docx").write_bytes(b"PK\x03\x04 broken")
    elif kind == 11:
        other = found.reports[found.names[number - 1]]
        words: dict[str, Any] = {
            part: other.text[part].replace(other.agency.name, name) for part in ("overview", "problems")
        }
        found.copied[name] = other.agency.name
        _write(replace(report, text=replace(report.text, **words)), found.folder, suffix)
    elif kind == 19:
        found.of_another_year.append(name)
        texts: dict[str, Any] = {part: report.text[part].replace(str(YEAR), str(YEAR - 1)) for part in TEXT_IDS}
        _write(replace(report, year=YEAR - 1, text=replace(report.text, **texts)), found.folder, ".html")
    elif kind == 15:
        found.versions[name] = mistake
        older = _write(mistake.spoil(report), found.folder / "第一次报的", suffix)
        _write(report, found.folder, suffix)
        _older(older)
    elif kind % 4 == 1:
        found.planted[name] = PLANTED[number // 4 % len(PLANTED)]
        _write(found.planted[name].spoil(report), found.folder / "街道", suffix)
    else:
        _write(report, found.folder, suffix)


def _older(path: Path) -> None:
    status = path.stat()
    os.utime(path, (status.st_atime, status.st_mtime - 86400))


def _write(report: Report, folder: Path, suffix: str) -> Path:
    """Write a file as the program does, but for what makes it safe: reading it back, and waiting for the disk."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{report.agency.name}{suffix}"
    if suffix == ".nianbao":
        path.write_bytes(draft.dumps(Draft(report, saved_at=datetime(2025, 1, 9, 9).astimezone())))
    else:
        content = Content(report, REPORT.blocks(report, Circumstances()))
        path.write_bytes(_writer(suffix).write(content))
    return path


@cache
def _writer(suffix: str) -> Writer:
    return next(each for each in REPORT.formats if each.suffix == suffix).load()


def _more(report: Report, cell: str, by: int) -> Report:
    return report.with_number(cell, report.count(cell) + by)


def _said(report: Report, sentence: str) -> Report:
    return report.with_text("other_matters", f"{report.text.other_matters}{sentence}")
