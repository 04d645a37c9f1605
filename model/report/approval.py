"""签批: who signs on the way of a report, and whether what it prints is still what was signed."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from model.report.report import Approval, Report, Signed

ROUTE: Mapping[str, str] = MappingProxyType(
    {
        "drafter": "拟稿",
        "section": "科室",
        "office": "办公室",
        "secrecy": "保密审查",
        "deputy": "分管领导",
        "principal": "主要领导",
    }
)
"""The steps in their order, by the key that a draft has the name under."""


def with_names(report: Report, names: Mapping[str, str]) -> Report:
    """The report with the names of those who sign; an empty one leaves the line to be filled in by hand."""
    kept = {step: " ".join(name.split()) for step, name in names.items() if name.strip()}
    return replace(report, approval=replace(report.approval, names=MappingProxyType(kept)))


def names_of(report: Report) -> Approval:
    """The approval of a new report of the same agency: the names alone."""
    return Approval(report.approval.names)


def with_signed(report: Report, mark: Signed) -> Report:
    """The report with the mark of what was signed, in place of an earlier one."""
    return replace(report, approval=replace(report.approval, signed=mark))


def not_signed(report: Report) -> Report:
    """The report without that mark; a scan stays where it is."""
    return replace(report, approval=replace(report.approval, signed=None))


def standing(report: Report, digest: str) -> Literal["", "same", "changed"]:
    """Whether a content, by its digest, is what was signed; empty where nothing was."""
    signed = report.approval.signed
    return "" if signed is None else "same" if signed.digest == digest else "changed"
