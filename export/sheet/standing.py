"""How a file that was exported stands to a draft: whether it is what was signed, and what the draft is now.

A 审签单 stands for the report whose digest is printed on it; its own words have another one.
"""

import re
from typing import Literal

from export.identity import DIGEST, digest, report_digest, short
from export.sheet.check_sheet import TITLE
from export.writer import Found
from model.report.report import Report
from model.structs import Struct

_PRINTED = re.compile(f"{DIGEST}：([0-9a-f]{{16}})（")


class Standing(Struct, frozen=True):
    """What is told from digests.

    Attributes:
        digest: of the report that the file prints or is about, as much of it as people compare.
        signed: whether that is what was signed; empty where nothing was.
        present: whether that is what the draft prints now.
    """

    digest: str
    signed: Literal["", "same", "other"]
    present: bool


def sheet_digest(words: list[str]) -> str:
    """The digest of the report that a 审签单 names, of its words; empty where they are those of none."""
    if not words or words[0] != "\n".join(TITLE):
        return ""
    return next((found[1] for line in words if (found := _PRINTED.match(line))), "")


def standing(report: Report, found: Found) -> Standing:
    """How a file, by what was read in it, stands to a report; a file that was changed is what its words come to now."""
    its = sheet_digest(found.words) or short(digest(found.words))
    mark = report.approval.signed
    signed: Literal["", "same", "other"] = "" if mark is None else "same" if short(mark.digest) == its else "other"
    return Standing(its, signed, short(report_digest(report)) == its)
