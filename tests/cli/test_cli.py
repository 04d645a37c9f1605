"""The command line as another program sees it: exit status, one line for each trouble, files left alone."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import cli
from tests.tools import PATIENCE_S, mounted, need

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
BODY = json.loads(SEED.read_text("utf-8"))


def nianbao(
    *arguments: str | Path, timeout: float = PATIENCE_S, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
        cwd=Path(cli.__file__).parents[1],
        env={**os.environ, "PYTHONWARNINGS": "error", **environment},
    )


def with_number(cell_id: str, value: object) -> bytes:
    return json.dumps({**BODY, "numbers": {**BODY["numbers"], cell_id: value}}, ensure_ascii=False).encode()


def with_raw_number(cell_id: str, raw: str) -> bytes:
    return with_number(cell_id, "RAW").replace(b'"RAW"', raw.encode())


RECEIVED = "applications.received.natural_person"
PLACE = f'numbers."{RECEIVED}"'

UNUSABLE: dict[str, tuple[bytes, str]] = {
    "a negative count": (with_number(RECEIVED, -1), f"{PLACE}: -1"),
    "a count as text": (with_number(RECEIVED, "5"), f'{PLACE}: "5" 不是整数'),
    "a broken count": (with_number(RECEIVED, 1.5), f"{PLACE}: 1.5 不是整数"),
    "true": (with_number(RECEIVED, value=True), PLACE),
    "an unknown cell": (with_number("applications.received.nobody", 1), "applications.received.nobody"),
    "a computed cell": (with_number("applications.received.total", 5), "applications.received.total"),
    "a newer schema": (json.dumps({**BODY, "schema": 2}).encode(), "格式 2，本程序支持到 1"),
    "broken JSON": (SEED.read_bytes()[:-40], "JSON"),
    "NaN": (with_raw_number(RECEIVED, "NaN"), "NaN"),
    "duplicate keys": (SEED.read_bytes().replace(b'"year"', b'"year": 2024, "year"'), "year"),
    "100,000 brackets": (b"[" * 100_000, "嵌套"),
    "a 400-digit number": (with_raw_number(RECEIVED, "9" * 400), PLACE),
    "a 5,000-digit number": (with_raw_number(RECEIVED, "9" * 5000), PLACE),
    "UTF-16": (SEED.read_text("utf-8").encode("utf-16"), "UTF-8"),
    "an empty file": (b"", "空"),
    "a Word file": (b"PK\x03\x04" + bytes(100), "年报助手"),
}


@pytest.mark.parametrize(("content", "said"), UNUSABLE.values(), ids=UNUSABLE.keys())
def test_an_unusable_draft_is_one_clear_line_and_left_alone(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "草稿 一.nianbao"
    path.write_bytes(content)
    calls: list[list[str | Path]] = [["check", path], ["export", path, "-o", tmp_path / "out.docx"]]
    for arguments in calls:
        done = nianbao(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        (line,) = done.stderr.splitlines()
        assert line.startswith(f"{path}：")
        assert said in line
        assert "Traceback" not in line
    assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_folder_a_missing_file_and_a_pipe_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, said in ((tmp_path, "文件夹"), (tmp_path / "没有.nianbao", "不存在"), (pipe, "不是普通文件")):
        done = nianbao("check", path)
        assert done.returncode == 2
        assert said in done.stderr
        assert len(done.stderr.splitlines()) == 1


@pytest.fixture
def as_nobody() -> Iterator[Callable[[], None]]:
    """Lets a test go on without the rights of root, which no permission stops."""
    before = os.geteuid()

    def drop() -> None:
        if before == 0:
            os.seteuid(65534)

    yield drop
    os.seteuid(before)


def test_no_permission_is_said(
    tmp_path: Path, as_nobody: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "草稿.nianbao"
    path.write_bytes(SEED.read_bytes())
    assert cli.main(["check", str(path)]) == 0
    path.chmod(0)
    as_nobody()
    assert cli.main(["check", str(path)]) == 2
    assert "没有权限" in capsys.readouterr().err


def test_check_names_the_unbalanced_column_and_goes_on_with_other_files(tmp_path: Path) -> None:
    unbalanced, broken = tmp_path / "不平.nianbao", tmp_path / "坏.nianbao"
    unbalanced.write_bytes(with_number(RECEIVED, 6))
    broken.write_bytes(b"{")
    done = nianbao("check", unbalanced, SEED)
    assert done.returncode == 1
    assert "T3-01" in done.stdout
    assert "表三“自然人”列不平：本年新收6+上年结转0=6，办理结果总计5+结转下年0=5，相差1，请核对这一列。" in done.stdout
    mixed = nianbao("check", broken, unbalanced)
    assert mixed.returncode == 2
    assert "T3-01" in mixed.stdout


def test_check_json_gives_one_object_a_file_as_the_contract_says(tmp_path: Path) -> None:
    blank, broken = tmp_path / "空格.nianbao", tmp_path / "坏.nianbao"
    numbers = {cell_id: value for cell_id, value in BODY["numbers"].items() if cell_id != "disputes.review.other"}
    blank.write_text(json.dumps({**BODY, "numbers": numbers}), "utf-8")
    broken.write_bytes(b"{")
    done = nianbao("check", "--json", "--today", "2025-01-20", blank, broken)
    first, second = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 2
    assert (first["file"], first["agency"], first["year"]) == (str(blank), BODY["agency"]["name"], 2024)
    assert first["findings"][0] == {
        "check": "T0-01",
        "severity": "error",
        "message": "还有1格未填，导出前请填写或确认为0。",
        "cells": ["disputes.review.other"],
        "section": "disputes",
        "span": None,
        "quote": None,
    }
    slip = next(finding for finding in first["findings"] if finding["check"] == "N-01")
    start, end = slip["span"]
    assert BODY["text"][slip["section"]][start:end] == slip["quote"]
    assert set(second) == {"file", "error"}


def test_today_decides_whether_a_report_is_late() -> None:
    assert "P-02" not in nianbao("check", SEED, "--today", "2025-01-31").stdout
    assert "警告 P-02 已过1月31日" in nianbao("check", SEED, "--today", "2025-02-01").stdout


def test_export_writes_lists_open_errors_and_refuses_to_replace(tmp_path: Path) -> None:
    draft, word = tmp_path / "不平.nianbao", tmp_path / "报告.docx"
    draft.write_bytes(with_number(RECEIVED, 6))
    done = nianbao("export", draft, "-o", word)
    assert done.returncode == 0
    assert "T3-01" in done.stdout
    assert "200 个数据、6 个部分" in done.stdout
    written = word.read_bytes()
    again = nianbao("export", SEED, "-o", word)
    assert again.returncode == 2
    assert "文件已存在" in again.stderr
    assert word.read_bytes() == written
    assert nianbao("export", SEED, "-o", word, "--force").returncode == 0
    assert word.read_bytes() != written


def test_export_never_writes_over_its_own_draft_or_under_another_ending(tmp_path: Path) -> None:
    draft = tmp_path / "其实是草稿.docx"
    draft.write_bytes(SEED.read_bytes())
    assert nianbao("export", draft, "-o", draft, "--force").returncode == 2
    assert draft.read_bytes() == SEED.read_bytes()
    assert ".docx" in nianbao("export", draft, "-o", tmp_path / "报告.odt").stderr


@pytest.mark.parametrize(
    "arguments",
    [["chek"], ["check"], ["export", "a"], ["check", "--nope", "a"], ["check", "a", "--today", "昨天"], ["-x"]],
)
def test_a_wrong_call_is_one_line_that_shows_the_right_one(arguments: list[str]) -> None:
    done = nianbao(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "nianbao" in done.stderr


def test_help_and_version_are_answers_not_errors() -> None:
    assert "check" in nianbao("--help").stdout
    assert nianbao("--version").stdout.startswith("年报助手 ")


def test_demo_does_the_main_job_without_qt_and_without_a_screen(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None; import cli;"
        f"status = cli.main(['demo', '--out', {str(tmp_path / '演示 一')!r}]); sys.exit(status)"
    )
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False, env=bare, timeout=PATIENCE_S
    )
    assert done.returncode == 0, done.stderr
    assert "200 个数据、6 个部分" in done.stdout
    assert {path.suffix for path in (tmp_path / "演示 一").iterdir()} == {".nianbao", ".docx"}


def test_self_test_does_everything_and_leaves_nothing(tmp_path: Path) -> None:
    done = nianbao("self-test", TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "读入：Word、Excel 各 166 个数据一致；读不完的能停下" in done.stdout
    assert "自检通过" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_output_is_utf8_in_any_locale() -> None:
    done = nianbao("check", SEED, LC_ALL="C", PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert "南关区" in done.stdout


def test_a_reader_that_goes_away_leaves_no_traceback() -> None:
    files = [str(SEED)] * 400
    with subprocess.Popen(
        [sys.executable, "-m", "cli", "check", *files], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_report_open_in_libreoffice_is_not_replaced(tmp_path: Path) -> None:
    soffice = need("soffice")
    word = tmp_path / "报告.docx"
    assert nianbao("export", SEED, "-o", word).returncode == 0
    before = word.read_bytes()
    with subprocess.Popen(
        [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--norestore", str(word)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as office:
        try:
            _wait_for(word.with_name(f".~lock.{word.name}#"))
            done = nianbao("export", SEED, "-o", word, "--force")
        finally:
            os.killpg(office.pid, 9)
    assert done.returncode == 2
    assert "正在" in done.stderr
    assert word.read_bytes() == before


def test_a_target_that_takes_no_file_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    with mounted(tmp_path / "盘", "size=16k") as disk:
        word = disk / "报告.docx"
        word.write_bytes(b"old")
        (disk / "满").write_bytes(bytes(8192))
        full = nianbao("export", SEED, "-o", word, "--force")
        assert (full.returncode, word.read_bytes()) == (2, b"old")
        assert "磁盘空间不足" in full.stderr
        word.chmod(0o444)
        assert "只读" in nianbao("export", SEED, "-o", word, "--force").stderr
        assert sorted(path.name for path in disk.iterdir()) == ["报告.docx", "满"]
    assert "不存在" in nianbao("export", SEED, "-o", tmp_path / "没有" / "报告.docx").stderr


def _wait_for(path: Path) -> None:
    for _ in range(300):
        if path.exists():
            return
        time.sleep(0.1)
    pytest.fail(f"{path.name} never appeared")
