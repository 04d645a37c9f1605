"""Window and command line take the same out of a foreign draft: the same findings, the same bytes of the Word file."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from cli.reading import opened_version
from export.exporters import REPORT, Circumstances, export
from gui.shell.window import MainWindow
from model.drafts.draft import Draft, load, save
from model.report.report import TEXT_IDS, Report
from model.structs import replace
from tests.cli.test_cli import nianbao
from tests.gui.conftest import TODAY
from tests.gui.driving import named, settle, words

NOW = datetime(2025, 1, 9, 10, 2).astimezone()
UNSEEN = "\u202e\u200b\u2066\u00ad\ufeff\ufffc\u3164\u2060\u061c\U000e0041"
UNREADABLE = "\ufffd\ue123"


@pytest.fixture
def hostile(seed: Report, tmp_path: Path) -> Path:
    """A received draft with characters that nobody sees, or nobody can read, in every place that is printed."""
    overview = seed.text.overview.replace("。", f"{UNSEEN}{UNREADABLE}。", 1)
    report = replace(
        seed.with_text("overview", overview),
        agency=replace(seed.agency, name=f"{UNSEEN}{seed.agency.name}", address=f"{seed.agency.address}{UNSEEN}"),
        title=f"{UNSEEN}{seed.title_text}{UNREADABLE}",
        notes={"disputes": f"注{UNSEEN}：{UNREADABLE}"},
    )
    path = tmp_path / "收到的.nianbao"
    save(Draft(report), path, NOW)
    return path


def test_a_draft_is_checked_and_exported_the_same_by_both(window: MainWindow, hostile: Path, tmp_path: Path) -> None:
    before, version = hostile.read_bytes(), opened_version(hostile)[1]
    told = nianbao("check", hostile, "--json", "--today", TODAY.isoformat())
    exported = nianbao("export", hostile, "-o", tmp_path / "命令行.docx", "--today", TODAY.isoformat())
    assert f"去掉了 {5 * len(UNSEEN)} 个看不见的字符；文件没有改动" in told.stderr
    assert told.stderr == exported.stderr
    assert hostile.read_bytes() == before
    assert window.open_file(hostile)
    settle()
    assert window.wizard is not None
    assert f"去掉了 {5 * len(UNSEEN)} 个看不见的字符" in words(window.wizard.bottom)
    session = window.wizard.bridge.session
    session.recheck()
    by_command = [(found["check"], found["message"], found["quote"]) for found in json.loads(told.stdout)["findings"]]
    assert by_command == [(found.check, found.message, found.quote) for found in session.findings]
    assert [quote for check, _, quote in by_command if check == "Y-05"].count(UNREADABLE) == 3
    around = Circumstances(TODAY, version=version)
    export(REPORT, session.report, tmp_path / "窗口.docx", replace=False, circumstances=around)
    assert (tmp_path / "窗口.docx").read_bytes() == (tmp_path / "命令行.docx").read_bytes()


def test_a_report_that_is_read_becomes_a_draft_without_them(window: MainWindow, hostile: Path, tmp_path: Path) -> None:
    foreign = load(hostile).report
    export(REPORT, foreign, tmp_path / "收到的.docx", replace=False)
    done = nianbao("import", tmp_path / "收到的.docx", "-o", tmp_path / "读成的.nianbao")
    assert "个看不见的字符；文件没有改动" in done.stderr
    made = window.library.create(foreign, NOW)
    made.file.close()
    for report in (load(tmp_path / "读成的.nianbao").report, made.draft.report):
        printed = (
            report.agency.name,
            report.title_text,
            *(report.text[text_id] for text_id in TEXT_IDS),
            *report.notes.values(),
        )
        assert not set(UNSEEN) & set("".join(printed))
    assert made.remarks == (f"去掉了 {5 * len(UNSEEN)} 个看不见的字符；来源没有改动。",)


def test_what_is_taken_out_without_a_version_being_kept_is_said_so(
    window: MainWindow, hostile: Path, tmp_path: Path
) -> None:
    """The data folder takes nothing: no version holds what was taken out."""
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "history").write_bytes(b"")
    assert window.open_file(hostile)
    settle()
    assert window.wizard is not None
    said = named(window.wizard.bottom, QLabel, "saved_words").text() + words(window.wizard.bottom)
    assert "原来的内容没能留下，保存后就没有了" in said
    assert "留在历史版本里" not in said
