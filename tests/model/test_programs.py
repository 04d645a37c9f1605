"""What expressions compile to is kept for the next start, is the same as without, and is never trusted when damaged."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from model.language.programs import Programs

ROOT = Path(__file__).parents[2]

EXPRESSIONS = (
    (r"(?P<count>[0-9]+)件(?P<unit>[公开]+)?", 0),
    (r"(?<!未)收到(?:了|过)*+申请", 0),
    ("^第.{1,3}条$", re.MULTILINE),
    ("[一-鿿]{2}(?i:abc)", re.IGNORECASE),
)
TEXT = "收到3件公开申请\n第十条\n收到了申请未收到申请，政务ABC"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "folder" / "patterns.re"
    programs = Programs(path)
    for expression, flags in EXPRESSIONS:
        programs.compiled(expression, flags)
    programs.keep()
    return path


def _same(found: re.Pattern[str], expression: str, flags: int) -> None:
    plain = re.compile(expression, flags)
    assert found.pattern == plain.pattern
    assert (found.groupindex, found.groups, found.flags) == (plain.groupindex, plain.groups, plain.flags)
    assert [match.groupdict() for match in found.finditer(TEXT)] == [each.groupdict() for each in plain.finditer(TEXT)]
    assert [match.span() for match in found.finditer(TEXT)] == [each.span() for each in plain.finditer(TEXT)]


def test_the_next_start_compiles_nothing_and_finds_the_same(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = Programs(kept)
    with monkeypatch.context() as without:
        without.setattr("re._parser.parse", None)
        found = [programs.compiled(*each) for each in EXPRESSIONS]
    for pattern, each in zip(found, EXPRESSIONS, strict=True):
        _same(pattern, *each)
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_what_others_kept_since_stays(kept: Path) -> None:
    one, other = Programs(kept), Programs(kept)
    one.compiled("甲", 0)
    other.compiled("乙", 0)
    one.keep()
    other.keep()
    assert {expression for expression, _ in Programs(kept).known()} == {"甲", "乙", *(each for each, _ in EXPRESSIONS)}


def test_a_wrong_expression_is_said_as_re_says_it(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="missing"):
        Programs(tmp_path / "patterns.re").compiled("(", 0)


def test_a_damaged_file_of_any_kind_is_as_good_as_none(kept: Path) -> None:
    whole = kept.read_bytes()
    head = whole.index(b"\n") + 1
    wrong = [b"", whole[:-1], whole[:head], whole[head:], b"3 4 5\n" + whole[head:], whole[:-9] + b"\0" * 9]
    wrong += [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in range(0, len(whole), 97)]
    for content in wrong:
        kept.write_bytes(content)
        _same(Programs(kept).compiled(*EXPRESSIONS[0]), *EXPRESSIONS[0])


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    programs = Programs(tmp_path / "patterns.re")
    programs.compiled("甲", 0)
    programs.keep()
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    nowhere = Programs(tmp_path / "file" / "patterns.re")
    nowhere.compiled("甲", 0)
    nowhere.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_check_finds_the_same_with_programs_kept_and_without(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-X", "utf8", "-X", f"pycache_prefix={tmp_path}", "-m", "cli", "check", "--json"]
    command += [str(root / "tests" / "data" / "seed.nianbao"), "--today", "2025-01-10"]
    said = [
        subprocess.run(command, cwd=root, env={}, capture_output=True, check=False).stdout.decode() for _ in range(2)
    ]
    assert said[0] == said[1] != ""
    assert list(tmp_path.rglob("patterns.*.re"))


def test_every_run_makes_the_same_expressions() -> None:
    """One that depends on the order of a set would be compiled, and all that is kept written anew, by every call."""
    code = (
        "import zlib; from tests.model.linear_patterns import every_pattern;"
        "print(zlib.crc32(repr(sorted(each.pattern for each in every_pattern())).encode()))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
