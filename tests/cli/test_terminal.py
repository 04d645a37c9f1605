"""What a shell and a terminal see: interrupts, closed and full outputs, help, and names that steer a terminal."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.calls import CALLS
from cli.terminal.output import harmless
from cli.terminal.steering import spelled_out
from model.drafts import draft
from model.drafts.cleaning import visible
from model.drafts.draft import Draft
from model.structs import replace
from tests.checks.correct import BUREAU
from tests.cli.test_cli import SEED, nianbao
from tests.cli.test_cli_import import NOW

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_every_call_has_help(name: str, asked: str) -> None:
    done = nianbao(name, "beside", asked)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"nianbao {name}")
    for option in re.findall(r"--[a-z-]+", CALLS[name].usage):
        assert re.search(rf"^  .*{option}\b", done.stdout, re.MULTILINE)
    assert CALLS[name].usage in nianbao("--help").stdout


def test_the_document_on_the_command_line_names_every_call_as_it_is() -> None:
    written = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert [call.name for call in CALLS.values() if f"`{call.usage}`" not in written] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "a", "--today", "昨天"], "--today：“昨天”不是日期"),
        (["check", "a", "--today"], "--today 后面缺少内容"),
        (["check", "a", "--nope"], "没有这个选项：--nope"),
        (["compare", "a", "b", "c"], "多写了 c"),
        (["check", "a", "--json=1"], "--json 后面不能有"),
        (["export", "a"], "缺少 -o/--output"),
        (["check"], "缺少 文件"),
        (["new", "--from", "a", "-o", "b.nianbao", "--year", "二〇二四"], "--year：“二〇二四”不是年份"),
    ],
)
def test_a_wrong_call_says_which_argument_is_wrong(arguments: list[str], said: str) -> None:
    done = nianbao(*arguments)
    (line,) = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert said in line
    assert CALLS[arguments[0]].usage in line


@pytest.mark.parametrize("module", ["cli.program", "argparse", "cli.calls", "cli.batch", "model.files.problems"])
def test_ctrl_c_while_the_program_is_still_being_imported_is_one_line(module: str) -> None:
    code = f"""
import sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.modules.pop({module!r}, None)
sys.meta_path.insert(0, Interrupting())
from cli import main
sys.exit(main(["check", "a"]))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "已中断\n")


def test_what_is_imported_before_that_is_next_to_nothing() -> None:
    code = "import sys; before = set(sys.modules); import cli; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "['cli']\n"


_INTERRUPTIBLE = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Runs a call that hears Ctrl+C: a shell lets what it starts with `&` ignore it, and children inherit that."""


def test_ctrl_c_in_the_midst_of_a_call_is_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    there, out = tmp_path / "drafts", tmp_path / "out"
    there.mkdir()
    out.mkdir()
    drafts = [there / f"{number}.nianbao" for number in range(400)]
    for each in drafts:
        each.write_bytes(SEED.read_bytes())
    call = [sys.executable, "-m", "cli", "export", *map(str, drafts), "-o", f"{out}/", "--force"]
    with subprocess.Popen(
        [sys.executable, "-c", _INTERRUPTIBLE, *call],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        while not list(out.glob("*.docx")):
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
    assert (running.returncode, said) == (130, "已中断\n")
    assert [path.suffix for path in out.iterdir()] == [".docx"]


def test_a_full_standard_output_is_said(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        for arguments in (["--help"], ["check", str(SEED)], ["check", str(SEED), "--json"], ["--version"]):
            call = [sys.executable, "-m", "cli", *arguments]
            done = subprocess.run(call, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
            assert done.returncode == 2
            assert done.stderr == "标准输出：磁盘空间不足，请清理后再试，或换一个位置\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_gone_ends_the_call_as_shells_expect(unbuffered: str) -> None:
    shell = f"{sys.executable} -m cli check {' '.join([str(SEED)] * 40)} | head -1; echo ${{PIPESTATUS[0]}}"
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(["bash", "-c", shell], cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=True)
    first, status = done.stdout.splitlines()
    assert first.startswith(str(SEED))
    assert (status, done.stderr) == ("141", "")


HOSTILE = "水务\u202e局\u200b\x1b[31m\u2066甲\x07\u2028乙\x85丙\ufeff"


def test_characters_that_steer_a_terminal_are_spelled_out(tmp_path: Path) -> None:
    report = replace(BUREAU, agency=replace(BUREAU.agency, name=f"{HOSTILE}局"))
    path = tmp_path / "草\u202e稿\x1b[2J\n.nianbao"
    draft.save(Draft(report), path, NOW)
    for arguments in (
        ["check", path],
        ["export", path, "-o", tmp_path / "\u202e报告.docx"],
        ["check", f"{path}\u200f"],
    ):
        done = nianbao(*arguments)
        printed = (done.stdout + done.stderr).replace("\n", "")
        assert printed
        assert harmless(printed) == printed
    assert "草\\u202e稿\\u001b[2J\\n.nianbao（" in nianbao("check", path).stdout
    line = nianbao("check", path, "--json").stdout
    assert harmless(line.rstrip("\n")) == line.rstrip("\n")
    told = json.loads(line)
    assert (told["file"], told["agency"]) == (str(path), visible(report.agency.name))


def test_a_lone_surrogate_and_a_tag_character_are_spelled_out_in_json_too() -> None:
    for character in ("\ud800", "\U000e0041", "\u2029"):
        assert json.loads(harmless(json.dumps(character, ensure_ascii=False))) == character
        assert harmless(character).isascii()


def test_a_line_passed_on_unread_holds_no_steering_character() -> None:
    """Printable lines are passed on without a closer look; whatever would be spelled out must not be among them."""
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    assert [each for each in every if harmless(each) != spelled_out(each)] == []
