"""The draft file: whatever is saved is read back, and whatever is wrong is refused with its place."""

import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drafts import draft
from model.drafts.draft import SIZE_LIMIT, Draft
from model.drafts.writing import plain_report
from model.files.problems import FileProblem
from model.files.strict_json import JsonError
from model.report.report import Agency, Dismissal, Report, new_report
from tests.forms import FORM
from tests.strategies import FEES, drafts
from tests.tools import PATIENCE_S, bounded

ROOT = Path(__file__).parents[2]
UTF8 = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
NOW = datetime(2025, 1, 9, 10, 2, 3, tzinfo=UTC)
ENOUGH_SECONDS = 20
RECEIVED = "applications.received.natural_person"

UNKNOWN = {"": None, "以后": [1, {"甲": "1", "b": [True, False]}]}
FULL: dict[str, Any] = {
    "format": "nianbao-draft",
    "schema": 1,
    "id": "0b5e",
    "revision": 42,
    "saved_at": "2025-01-09T10:02:03+08:00",
    "form": "2021",
    "year": 2024,
    "agency": {
        "name": "某局",
        "short_name": "局",
        "type": "department",
        "level": "county",
        "consolidated": False,
        "office": "办公室",
        "address": "某路1号",
        "postcode": "130000",
        "phone": "0431-1",
        "fax": "0431-2",
        "email": "a@example.com",
        **UNKNOWN,
    },
    "deadline": "2025-01-31",
    "title": None,
    "text": {"preamble": "一", "overview": "二", "problems": "三", "other_matters": "四", **UNKNOWN},
    "numbers": {FEES: "4166.241619", RECEIVED: 5},
    "layout": {
        "title_order": "agency_first",
        "fonts": "auto",
        "line_pt": "28.95",
        "table_pt": "10.5",
        "signature": False,
        "signature_date": None,
        **UNKNOWN,
    },
    "notes": {"disclosure": "注"},
    "remarks": {"disclosure.licences.decisions": "谁报的"},
    "last_year": {
        "form": "2019",
        "year": 2023,
        "numbers": {RECEIVED: 4},
        "text": {"preamble": "", "overview": "", "problems": "", "other_matters": "", **UNKNOWN},
        **UNKNOWN,
    },
    "dismissed": [
        {
            "check": "T2-04",
            "about": {"cells": {"disclosure.rules.in_force": 3, RECEIVED: None}, "quote": None, **UNKNOWN},
            "reason": "清理",
            **UNKNOWN,
        }
    ],
    "events": [{"at": "2025-01-20", "what": "published", **UNKNOWN}],
    "source": {
        "file": "2023.docx",
        "evidence": [{"place": "applications.concluded.total", "printed": "7", **UNKNOWN}],
        **UNKNOWN,
    },
    **UNKNOWN,
}
LEAST: dict[str, Any] = {
    "format": "nianbao-draft",
    "schema": 1,
    "form": "2021",
    "year": 2024,
    "agency": {"name": "某局"},
}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


def _indented(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _with(raw: str, place: str = '"x"') -> bytes:
    """The least draft with one more key, its value as raw JSON."""
    return f"{_json(LEAST).decode()[:-1]}, {place}: {raw}}}".encode()


def _numbers(raw: str, cell_id: str = RECEIVED) -> bytes:
    return _with(f'{{"{cell_id}": {raw}}}', '"numbers"')


@given(drafts())
def test_any_draft_is_read_back_as_it_was(original: Draft) -> None:
    content = draft.dumps(original)
    found = draft.loads(content)
    assert found == original
    assert draft.dumps(found) == content


def test_the_seed_is_read_and_written_byte_for_byte() -> None:
    found = draft.load(SEED)
    assert found.report.total("applications.concluded.total") == 5
    assert not found.report.blanks
    assert draft.dumps(found) == SEED.read_bytes()


def test_keys_stand_in_the_order_of_the_contract_and_unknown_ones_survive_at_every_level() -> None:
    assert draft.dumps(draft.loads(_json(FULL))) == _indented(FULL)


def test_keys_in_any_order_are_written_in_the_order_of_the_contract() -> None:
    def reversed_keys(value: Any) -> Any:
        return {key: reversed_keys(value[key]) for key in reversed(value)} if isinstance(value, dict) else value

    known = {key: part for key, part in FULL.items() if key not in UNKNOWN}
    found = draft.loads(_json(reversed_keys(known)))
    assert list(json.loads(draft.dumps(found))) == list(known)
    assert list(json.loads(draft.dumps(found))["numbers"]) == [FEES, RECEIVED]


def test_absent_keys_have_their_natural_empty_values() -> None:
    found = draft.loads(_json(LEAST))
    assert found == Draft(new_report(2024, Agency("某局")))
    plain = plain_report(found.report)
    for key in ("deadline", "title", "last_year", "source"):
        assert plain[key] is None
    assert plain["layout"]["line_pt"] == "28.95"


def test_a_save_counts_revisions_and_makes_the_id_once(tmp_path: Path) -> None:
    path = tmp_path / "2024.nianbao"
    first = draft.save(Draft(new_report(2024, Agency("某局"))), path, NOW)
    assert (first.revision, first.saved_at, bool(first.id)) == (1, NOW, True)
    assert draft.load(path) == first
    second = draft.save(first, path, NOW)
    assert (second.revision, second.id) == (2, first.id)
    assert draft.load(path) == second
    assert list(tmp_path.iterdir()) == [path]


def test_a_half_character_does_not_stop_a_save(tmp_path: Path) -> None:
    path = tmp_path / "2024.nianbao"
    draft.save(Draft(new_report(2024, Agency("某局\ud83d")), id="\ud83d\ude00"), path, NOW)
    found = draft.load(path)
    assert (found.report.agency.name, found.id) == ("某局�", "😀")


def test_a_dismissal_about_a_total_larger_than_any_count_can_be_read_again() -> None:
    total = 126 * 10**9
    entry = Dismissal("T3-01", {"applications.concluded.total": total}, None, "特殊情况")
    found = draft.loads(draft.dumps(Draft(Report(2024, Agency("某局"), dismissed=(entry,), form=FORM))))
    assert found.report.dismissed[0].cells == {"applications.concluded.total": total}


def test_a_byte_order_mark_and_other_line_ends_are_accepted() -> None:
    content = _indented(FULL)
    assert draft.loads(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")) == draft.loads(content)


def test_an_unbalanced_report_is_no_wrong_content() -> None:
    report = draft.loads(_numbers("5")).report
    natural_person, *others, total = (report.difference(balance) for balance in FORM.balances)
    assert (natural_person, total, set(others)) == (5, 5, {0})


WRONG_NUMBERS = [
    ('"5"', '"5" 不是整数'),
    ("-1", "-1 超出范围，只能是 0 到 1000000000 的整数"),
    ("1000000001", "1000000001 超出范围，只能是 0 到 1000000000 的整数"),
    ("9" * 400, f"{'9' * 40}… 超出范围，只能是 0 到 1000000000 的整数"),
    ("9" * 5000, f"{'9' * 40}… 长得无法读取"),
    ("1.5", "1.5 不是整数"),
    ("5.0", "5.0 不是整数"),
    ("1e3", "1E+3 不是整数"),
    ("1e9999999999999999999", "1e9999999999999999999 大得或小得无法读取"),
    ("true", "true 不是整数"),
    ("null", "null 不是整数"),
    ("[5]", "[ 5 ] 不是整数"),
    ('{"a": 5}', '{ "a": 5 } 不是整数'),
    ("NaN", "NaN 不是数字"),
    ("-Infinity", "-Infinity 不是数字"),
]
WRONG_AMOUNTS = [
    ("35.5", '35.5 不是金额，应写成 "35.5" 这样的小数（加引号）'),
    ("35", '35 不是金额，应写成 "35.5" 这样的小数（加引号）'),
    ("null", 'null 不是金额，应写成 "35.5" 这样的小数（加引号）'),
    ('"-1"', '"-1" 不是金额，应写成 35.5 这样的小数'),
    ('"-0"', '"-0" 不是金额，应写成 35.5 这样的小数'),
    ('"+1"', '"+1" 不是金额，应写成 35.5 这样的小数'),
    ('"1e3"', '"1e3" 不是金额，应写成 35.5 这样的小数'),
    ('"007"', '"007" 不是金额，应写成 35.5 这样的小数'),
    ('"1,000"', '"1,000" 不是金额，应写成 35.5 这样的小数'),
    ('"３５"', '"３５" 不是金额，应写成 35.5 这样的小数'),
    ('".5"', '".5" 不是金额，应写成 35.5 这样的小数'),
    ('"5\\n"', '"5\\n" 不是金额，应写成 35.5 这样的小数'),
    ('""', '"" 不是金额，应写成 35.5 这样的小数'),
    ('"NaN"', '"NaN" 不是金额，应写成 35.5 这样的小数'),
    (f'"{"1" * 400}"', f'"{"1" * 39}… 不是金额，应写成 35.5 这样的小数'),
]
WRONG_VALUES = [
    ("schema", 2, "草稿由更新的版本保存（格式 2，本程序支持到 1），请升级年报助手后再打开"),
    ("schema", 0, "schema: 0 不是有效的格式版本，应为 1"),
    ("schema", "1", 'schema: "1" 应为从 0 起的整数'),
    ("schema", True, "schema: true 应为从 0 起的整数"),
    ("form", "2015", 'form: 不认识的表样 "2015"，本程序支持 2021、2019'),
    ("form", 2021, "form: 2021 应为文字"),
    ("format", "other", "不是年报助手的草稿（没有 format 标记），请选择扩展名为 .nianbao 的草稿文件"),
    ("year", 2020, "year: 2020 不是可用的报告年度，国办公开办函〔2021〕30号的表样从 2021 年度起使用"),
    ("year", "2024", 'year: "2024" 应为从 0 起的整数'),
    ("id", 5, "id: 5 应为文字"),
    ("revision", -1, "revision: -1 应为从 0 起的整数"),
    ("revision", 10**13, "revision: 10000000000000 应为不超过 1000000000000 的整数"),
    ("saved_at", "昨天", 'saved_at: "昨天" 应为 2025-01-09T10:02:03+08:00 这样的时间'),
    ("agency", [], "agency: [] 应为一组 { } 内容"),
    ("agency.name", "　 ", "agency.name: 机关全称不能是空的"),
    (
        "agency.type",
        "bureau",
        'agency.type: "bureau" 应为：department、government、township、subdistrict、other、（空）',
    ),
    ("agency.level", ["county"], 'agency.level: [ "county" ] 应为：county、city、province、national、（空）'),
    ("agency.consolidated", 0, "agency.consolidated: 0 应为 true 或 false"),
    ("agency.fax", None, "agency.fax: null 应为文字"),
    ("deadline", "2025-02-30", 'deadline: "2025-02-30" 应为 2025-01-31 这样的日期'),
    ("deadline", "20250131", 'deadline: "20250131" 应为 2025-01-31 这样的日期'),
    ("deadline", 20250131, "deadline: 20250131 应为 2025-01-31 这样的日期"),
    ("title", 5, "title: 5 应为文字"),
    ("text", "正文", 'text: "正文" 应为一组 { } 内容'),
    ("text.overview", ["正文"], 'text.overview: [ "正文" ] 应为文字'),
    ("numbers", [], "numbers: [] 应为一组 { } 内容"),
    ("numbers", {"disclosure.rules": 1}, 'numbers."disclosure.rules": 表样里没有这一格'),
    ("numbers", {"x": 1}, "numbers.x: 表样里没有这一格"),
    (
        "numbers",
        {"applications.received.total": 1},
        'numbers."applications.received.total": 这一格由程序计算，不能填写',
    ),
    ("layout.title_order", "", 'layout.title_order: "" 应为：agency_first、year_first'),
    ("layout.fonts", None, "layout.fonts: null 应为：auto、standard、windows"),
    ("layout.line_pt", "27.99", 'layout.line_pt: "27.99" 应为 28 到 30 的小数（加引号）'),
    ("layout.line_pt", 28.95, "layout.line_pt: 28.95 应为 28 到 30 的小数（加引号）"),
    ("layout.table_pt", "12.5", 'layout.table_pt: "12.5" 应为 8 到 12 的小数（加引号）'),
    ("layout.table_pt", "1e1", 'layout.table_pt: "1e1" 应为 8 到 12 的小数（加引号）'),
    ("layout.signature", "否", 'layout.signature: "否" 应为 true 或 false'),
    ("layout.signature_date", "", 'layout.signature_date: "" 应为 2025-01-31 这样的日期'),
    ("notes", {"a b": 1}, 'notes."a b": 1 应为文字'),
    ("remarks", None, "remarks: null 应为一组 { } 内容"),
    ("last_year.year", None, "last_year.year: null 应为从 0 起的整数"),
    ("last_year.numbers", {RECEIVED: -4}, f'last_year.numbers."{RECEIVED}": -4 超出范围'),
    ("dismissed", {}, "dismissed: {} 应为一组 [ ] 内容"),
    ("dismissed.0.check", None, "dismissed[0].check: null 应为文字"),
    ("dismissed.0.about", None, "dismissed[0].about: null 应为一组 { } 内容"),
    ("dismissed.0.about.cells", {RECEIVED: 1, "x": None}, "dismissed[0].about.cells.x: 表样里没有这一格"),
    (
        "dismissed.0.about.cells",
        {"applications.received.total": 10**12},
        'dismissed[0].about.cells."applications.received.total": 1000000000000 超出范围',
    ),
    ("dismissed.0.about.quote", 1, "dismissed[0].about.quote: 1 应为文字"),
    ("events.0", "published", 'events[0]: "published" 应为一组 { } 内容'),
    ("events.0.at", None, "events[0].at: null 应为 2025-01-31 这样的日期"),
    ("source.evidence.0.printed", 7, "source.evidence[0].printed: 7 应为文字"),
]
WRONG_BYTES = [
    (b"", "文件是空的"),
    (b" \n\t\r\n", "文件是空的"),
    (b"\xef\xbb\xbf", "文件是空的"),
    (b"\0" * 4096, "不是年报助手的草稿，请选择扩展名为 .nianbao 的草稿文件"),
    (b"null", "不是年报助手的草稿（没有 format 标记）"),
    (b'["nianbao-draft"]', "不是年报助手的草稿（没有 format 标记）"),
    (b"{}", "不是年报助手的草稿（没有 format 标记）"),
    (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xff", "第 15 字节处不是 UTF-8 编码"),
    (_indented(FULL)[:-40], "不是正确的 JSON"),
    (_json(LEAST) + b"}", "第 1 行第 97 个字符处不是正确的 JSON"),
    (_json(LEAST).decode().encode("utf-16"), "文件已损坏或不是年报助手的草稿（第 1 字节处不是 UTF-8 编码）"),
    (_json(LEAST).decode().encode("utf-16-le"), "字节处不是 UTF-8 编码"),
    (_json(LEAST).decode().encode("gb18030"), "字节处不是 UTF-8 编码"),
    (_with('"a\tb"'), "不是正确的 JSON"),
    (_with("1", '"year"'), "year: 这一项写了两次"),
    (_with('[{"甲": 1, "甲": 1}]'), 'x[0]."甲": 这一项写了两次'),
    (_numbers(f'1, "{RECEIVED}": 1'), f'numbers."{RECEIVED}": 这一项写了两次'),
    (_with('{"\\ud800": 1, "\\ud800": 2}'), 'x."�": 这一项写了两次'),
    (_with('["\\ud83d\\ude00", "\\ude00"]'), "x[1]: 含有残缺的字符"),
    (_with("1", '"\\ud800"'), '"�": 含有残缺的字符'),
    (_with("NaN"), "x: NaN 不是数字"),
    (b"NaN", "NaN 不是数字"),
    (_with("[" * 41 + "]" * 41), "嵌套超过 40 层，不是年报助手的草稿"),
    (_with("[" * 100_000 + "]" * 100_000), "嵌套超过 40 层，不是年报助手的草稿"),
    (b"[" * 100_000, "嵌套超过 40 层，不是年报助手的草稿"),
    (b'{"a":' * 100_000, "嵌套超过 40 层，不是年报助手的草稿"),
    (_with("9" * 5000), f"x: {'9' * 40}… 长得无法读取"),
    (_with('"x"', '"title", "deadline"'), "不是正确的 JSON"),
]


@pytest.mark.parametrize(("raw", "message"), WRONG_NUMBERS, ids=lambda text: text[:12])
def test_a_wrong_count_is_refused_with_its_cell(raw: str, message: str, tmp_path: Path) -> None:
    _is_refused(_numbers(raw), f'numbers."{RECEIVED}": {message}', tmp_path)


@pytest.mark.parametrize(("raw", "message"), WRONG_AMOUNTS, ids=lambda text: text[:12])
def test_a_wrong_amount_is_refused_with_its_cell(raw: str, message: str, tmp_path: Path) -> None:
    _is_refused(_numbers(raw, FEES), f'numbers."{FEES}": {message}', tmp_path)


@pytest.mark.parametrize(("place", "value", "message"), WRONG_VALUES)
def test_a_wrong_value_is_refused_with_its_place(place: str, value: object, message: str, tmp_path: Path) -> None:
    _is_refused(_json(_replaced(FULL, place, value)), message, tmp_path)


@pytest.mark.parametrize(("content", "message"), WRONG_BYTES, ids=lambda part: str(part[:16]))
def test_what_is_no_draft_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    _is_refused(content, message, tmp_path)


@pytest.mark.parametrize("key", ["schema", "form", "year", "agency", "agency.name"])
def test_a_missing_needed_key_is_named(key: str, tmp_path: Path) -> None:
    value = copy.deepcopy(LEAST)
    owner = value["agency"] if key == "agency.name" else value
    del owner[key.rpartition(".")[2]]
    _is_refused(_json(value), f"{key}: 缺少这一项", tmp_path)


def _is_refused(content: bytes, message: str, folder: Path) -> None:
    """A file with that content is refused in one line that starts with the message, soon, and left as it was."""
    path = folder / "draft.nianbao"
    path.write_bytes(content)
    before = path.stat()
    with bounded(ENOUGH_SECONDS), pytest.raises(FileProblem) as refused:
        draft.load(path)
    said = str(refused.value)
    assert message in said
    assert said.startswith(f"{path}：")
    assert len(said.splitlines()) == 1
    assert len(said) < len(str(path)) + 400
    said.encode("utf-8")
    assert path.read_bytes() == content
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert list(folder.iterdir()) == [path]


def _replaced(value: object, place: str, part: object) -> Any:
    """A copy of a JSON value with the part at a place (keys and indices, separated by dots) replaced."""
    whole = copy.deepcopy(value)
    *path, last = (int(step) if step.isdigit() else step for step in place.split("."))
    owner: Any = whole
    for step in path:
        owner = owner[step]
    owner[last] = part
    return whole


LONG_KEY = f'{{"{"k" * 80}":'
HOSTILE: dict[str, Callable[[], bytes]] = {
    "a title of millions": lambda: _with(f"[{'0,' * (SIZE_LIMIT // 2 - 100)}0]", '"title"'),
    "a long key above many parts": lambda: _with(
        f'{{"{"k" * (SIZE_LIMIT // 2)}": [{"0," * (SIZE_LIMIT // 4 - 200)}0]}}', '"title"'
    ),
    "long keys in each other": lambda: _with(f"{LONG_KEY * 35}[{'0,' * (SIZE_LIMIT // 4)}0]{'}' * 35}", '"title"'),
    "decimals without end": lambda: _with("0." + "1" * (SIZE_LIMIT - 200), '"title"'),
    "a number without end": lambda: _with("1" * (SIZE_LIMIT - 200), '"title"'),
}
IN_A_SMALL_PROCESS = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (2 * 2**30, 2 * 2**30))
from model.drafts import draft
from model.files import problems
try:
    draft.load(Path(sys.argv[1]))
except problems.FileProblem as problem:
    print(problem)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.nianbao"
    path.write_bytes(HOSTILE[name]())
    assert path.stat().st_size <= SIZE_LIMIT
    command = [sys.executable, "-c", IN_A_SMALL_PROCESS, str(path)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=PATIENCE_S, check=True, env=UTF8
    )
    assert done.stdout.startswith(f"{path}：文件已损坏或不完整（title: ")
    assert len(done.stdout) < len(str(path)) + 200


def test_a_file_over_the_size_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.nianbao"
    path.write_bytes(_json(LEAST))
    os.truncate(path, 2**40)
    with pytest.raises(FileProblem, match="文件太大（1099511627776 字节），不是年报助手的草稿"):
        draft.load(path)
    os.truncate(path, SIZE_LIMIT)
    with pytest.raises(FileProblem, match="不是正确的 JSON"):
        draft.load(path)


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    for path, message in (
        (tmp_path, "这是一个文件夹，请指定其中的草稿文件"),
        (tmp_path / "pipe", "这不是普通文件，请指定草稿文件"),
        (Path("/dev/zero"), "这不是普通文件，请指定草稿文件"),
        (tmp_path / "absent", "文件或文件夹不存在，请检查路径"),
        (tmp_path / "pipe" / "x", "路径中有一段不是文件夹，请检查路径"),
        (tmp_path / ("长" * 200), "文件名或路径太长，请缩短后再试"),
        (tmp_path / "loop", "无法读写"),
    ):
        with pytest.raises(FileProblem) as refused:
            draft.load(path)
        assert str(refused.value).startswith(f"{path}：{message}")


def test_a_problem_with_a_file_is_one_line_whatever_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as refused:
        draft.load(tmp_path / "甲\n乙\u2028丙")
    assert len(str(refused.value).splitlines()) == 1


def _loads_or_is_refused(content: bytes) -> None:
    """The bytes are a draft that survives a save, or a JsonError; any other exception is a defect."""
    try:
        found = draft.loads(content)
    except JsonError as error:
        said = str(error).encode("utf-8")
    else:
        said = draft.dumps(found)
        assert draft.loads(said) == found
    assert said


def _anything() -> st.SearchStrategy[Any]:
    """Any JSON at all, NaN and halves of characters included."""
    some = st.text(st.characters(), max_size=5) | st.sampled_from(("2021", "2025-01-31", "28.95", "\ud800", RECEIVED))
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.integers(-(10**400), 10**400) | some
    return st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(some, inner), max_leaves=8)


def _places(value: object, place: str = "") -> Iterator[str]:
    """Every place in a JSON value that `_replaced` can reach."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        if key and "." not in str(key):
            yield f"{place}{key}"
            yield from _places(part, f"{place}{key}.")


@given(_anything())
def test_any_json_is_a_draft_or_refused(value: object) -> None:
    _loads_or_is_refused(json.dumps(value).encode())


@given(st.sampled_from(sorted(_places(FULL))), _anything())
def test_a_draft_with_anything_anywhere_is_a_draft_or_refused(place: str, value: object) -> None:
    _loads_or_is_refused(json.dumps(_replaced(FULL, place, value)).encode())


@given(st.sampled_from(sorted({RECEIVED, FEES, "applications.received.total", "x"})), _anything())
def test_a_number_that_is_anything_is_a_number_or_refused(cell_id: str, value: object) -> None:
    _loads_or_is_refused(json.dumps({**LEAST, "numbers": {cell_id: value}}).encode())


@given(st.binary())
def test_any_bytes_are_a_draft_or_refused(content: bytes) -> None:
    _loads_or_is_refused(content)


@given(st.integers(0, 10**6), st.integers(0, 12), st.binary(max_size=12))
def test_a_damaged_draft_is_a_draft_or_refused(start: int, removed: int, inserted: bytes) -> None:
    whole = _indented(FULL)
    start %= len(whole)
    _loads_or_is_refused(whole[:start] + inserted + whole[start + removed :])


@given(st.integers(0, 10**6))
def test_a_draft_cut_off_anywhere_is_refused(length: int) -> None:
    whole = _indented(FULL).rstrip()
    with pytest.raises(JsonError, match=r"文件是空的|不是正确的 JSON|不是 UTF-8 编码"):
        draft.loads(whole[: length % len(whole)])
