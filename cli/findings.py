"""Findings and doubts, line by line or as JSON."""

from collections.abc import Iterable
from pathlib import Path

from cli.output import say, say_json
from model.checks import SEVERITIES, Finding
from model.form.form import Form
from model.report.report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importers.reading import Doubt

NAMED_CELLS = 4
"""How many cells of a finding are named in a line."""
_PUBLIC = ("check", "severity", "message", "cells", "section", "span", "quote")
_DOUBT = ("place", "printed", "taken", "message")


def print_findings(path: Path, report: Report, found: tuple[Finding, ...], *, as_json: bool) -> None:
    """What the checks found in one file."""
    if as_json:
        listed = [{key: getattr(finding, key) for key in _PUBLIC} for finding in found]
        say_json({"file": str(path), "agency": report.agency.name, "year": report.year, "findings": listed})
        return
    say(f"{path}（{report.agency.name}，{report.year}年）：{summary(found)}")
    for finding in found:
        say(finding_line(finding, report.form))


def summary(found: Iterable[Finding]) -> str:
    """How many findings there are of each severity."""
    severities = [finding.severity for finding in found]
    counts = {word: severities.count(severity) for severity, word in SEVERITIES.items()}
    return "、".join(f"{count} 个{word}" for word, count in counts.items() if count) or "没有发现问题"


def finding_line(finding: Finding, form: Form) -> str:
    """A finding with its severity, its code and where it is."""
    cells = "、".join(form.name(cell_id) for cell_id in finding.cells[:NAMED_CELLS])
    more = "等" if len(finding.cells) > NAMED_CELLS else ""
    where = "，".join(part for part in (_headings(form).get(finding.section or "", ""), cells + more) if part)
    place = f"（{where}）" if where else " "
    return f"  {SEVERITIES[finding.severity]} {finding.check}{place}{finding.message}"


def print_doubts(path: Path, doubts: "tuple[Doubt, ...]", *, as_json: bool) -> None:
    """What was not certain in reading one file."""
    if as_json:
        listed = [{key: getattr(doubt, key) for key in _DOUBT} for doubt in doubts]
        say_json({"file": str(path), "doubts": listed})
        return
    for doubt in doubts:
        say(f"  存疑 {doubt.message}")


def _headings(form: Form) -> dict[str, str]:
    return {"title": "标题", "preamble": "引言"} | {part.id: part.heading for part in form.sections}
