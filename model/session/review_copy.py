"""送审副本: a draft that is handed upward, with all that is printed and nothing that is private.

What goes into it is named here; whatever else a report holds, or will hold one day, stays out.
"""

from pathlib import Path

from model.drafts.draft import Draft, dumps, loads
from model.drafts.file_names import report_stem
from model.files import atomic
from model.files.problems import FileProblem, from_os_error
from model.files.strict_json import JsonError
from model.report.publication import last_published
from model.report.report import NOTHING, Report
from model.structs import replace

SUFFIX = ".nianbao"
LEFT_OUT = "备注、数据由谁提供、审签的姓名和扫描件、不改的理由、上年报告、来源、报送和公布的标记都不在里面"


def review_copy(draft: Draft) -> Draft:
    """The copy, of the same save; it has no id, so that it never stands for the draft itself.

    It has no remarks, no names of those who gave figures or sign, no scan, no answers to findings, no last year's
    report, no source, no list of exports, and no keys that this version does not know.
    """
    return Draft(_public(draft.report), revision=draft.revision, saved_at=draft.saved_at)


def file_name(report: Report) -> str:
    """What the file is called unless the clerk says otherwise."""
    return f"{report_stem(report.agency.name, report.year)}送审副本{SUFFIX}"


def write(draft: Draft, path: Path) -> None:
    """Write the copy of a draft beside its place, read it back, and only then give it its name.

    Raises:
        FileProblem: it could not be written, or did not read back as the copy; what stood there before is as it was.
    """
    copy = review_copy(draft)

    def verify(written: Path) -> None:
        try:
            same = loads(written.read_bytes()) == copy
        except JsonError:
            same = False
        if not same:
            raise FileProblem(path, "写出后核对不一致，未保存，磁盘或共享文件夹可能有故障")

    try:
        atomic.write(path, dumps(copy), verify=verify)
    except OSError as error:
        raise from_os_error(path, error) from None


def _public(report: Report) -> Report:
    published = last_published(report)
    layout = report.layout
    day = published.at if published and layout.signature else None
    return Report(
        form=report.form,
        year=report.year,
        agency=replace(report.agency, extra=NOTHING),
        numbers=report.numbers,
        text=replace(report.text, extra=NOTHING),
        title=report.title,
        deadline=report.deadline,
        layout=replace(layout, signature_date=layout.signature_date or day, extra=NOTHING),
        notes=report.notes,
        hand_in_by=report.hand_in_by,
        as_typed=report.as_typed,
    )
