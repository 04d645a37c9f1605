"""彻底清除: after it no kept copy of a draft holds the words, and what else was in the copies is still there."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.library import Library
from model.drafts.purge import Words
from model.files.problems import FileProblem
from model.report.change import WHOLE, Place
from model.report.publication import published
from model.report.report import Dismissal
from model.session.edits import Edit, set_text
from model.session.session import Session
from model.structs import replace
from tests.checks.correct import BUREAU

NOW = datetime(2025, 1, 9, 10, 2, 3, tzinfo=UTC)
LEAKED = "11010519491231002X"
CLEAN = BUREAU.text.overview


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "年报", tmp_path / "data", _Minutes())


class _Minutes:
    """A clock that goes on by two minutes whenever it is looked at, so that every save keeps a version."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 120
        return self.now


def _typed_by_mistake(library: Library) -> tuple[Path, list[str]]:
    """A draft saved minute by minute with a leak in different forms, then without; and the words of its versions."""
    spoken = [
        "申请人110105194912",
        f"申请人{LEAKED}补正",
        "申请人１１０１０５１９４９１２３１００２Ｘ补正",
        "申请人110105 19491231 002x补正",
        "办结。",
    ]
    opened = library.create(BUREAU, NOW)
    now = NOW
    for words in spoken:
        now += timedelta(minutes=2)
        opened.file.save(Draft(BUREAU.with_text("overview", f"{CLEAN}{words}")), now)
    opened.file.close(now)
    return opened.file.path, spoken


def _kept(library: Library) -> list[bytes]:
    data = library.store.data
    return [file.read_bytes() for file in data.rglob("*") if file.is_file() and file.suffix == ".nianbao"]


def test_no_copy_holds_the_words_and_the_rest_of_each_is_there(library: Library) -> None:
    path, spoken = _typed_by_mistake(library)
    before = {generation.path.name for generation in library.generations(path)}
    assert library.purge(path, LEAKED).copies == 4
    versions = library.generations(path)
    assert {version.path.name for version in versions} == before
    overviews = [draft.load(version.path).report.text.overview for version in versions]
    left = ["办结。", "申请人补正", "申请人补正", "申请人补正", "申请人", ""]
    assert overviews == [CLEAN + words for words in left]
    assert len(spoken) + 1 == len(versions)
    assert library.purge(path, LEAKED) == library.purge(path, LEAKED)
    assert library.purge(path, LEAKED).copies == 0


def test_unsaved_work_and_the_remains_of_a_killed_save_are_purged_too(library: Library) -> None:
    path, _ = _typed_by_mistake(library)
    opened = library.open(path, NOW)
    copy = opened.file.keep_copy(Draft(BUREAU.with_text("problems", f"{LEAKED}，待核。")), NOW)
    assert copy is not None
    folder = library.generations(path)[0].path.parent
    (folder / ".nianbao-0123456789ab.tmp").write_bytes(b'{"text": "' + LEAKED.encode())
    (folder / f"{1:013d}-{99:08d}-20250101T000000+0800.nianbao").write_bytes(
        b'{"a": "\\u0031\\u0031' + LEAKED[2:].encode()
    )
    library.purge(path, LEAKED)
    assert draft.load(copy).report.text.problems == "，待核。"
    assert not any(Words(LEAKED).are_in(content.decode()) for content in _kept(library))
    assert sorted(file.name for file in folder.glob("*0*")) == sorted(
        version.path.name for version in library.generations(path)
    )
    opened.file.close(NOW)


def test_files_that_the_clerk_sees_are_named_and_left_alone(library: Library) -> None:
    path, _ = _typed_by_mistake(library)
    beside = path.with_name(f"{path.stem}（别处改动，2025-01-09 10时02分）.nianbao")
    beside.write_bytes(draft.dumps(Draft(BUREAU.with_text("problems", LEAKED))))
    content = beside.read_bytes()
    assert library.purge(path, LEAKED).left == (beside,)
    assert beside.read_bytes() == content
    assert draft.load(path).report.text.overview == f"{CLEAN}办结。"


@pytest.mark.parametrize(
    "broken",
    [
        "110,105,19491231002X",
        "110105_1949_1231_002X",
        "110105\u00ad19491231002X",
        "110105\u200e1949\u200f1231\u2066002\u2069X",
        "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X",
        "۱۱۰۱۰۵۱۹۴۹۱۲۳۱۰۰۲X",
        "110105·19491231·002X",
        "110105，1949、1231．002X",
        "１１０１０５＿１９４９１２３１００２Ｘ",
        "110105—1949–1231−002X",
    ],
)
def test_a_number_is_found_however_it_is_broken(library: Library, broken: str) -> None:
    opened = library.create(BUREAU, NOW)
    for words in (broken, ""):
        edited = replace(opened.draft, report=BUREAU.with_text("overview", f"{CLEAN}申请人{words}，办结。"))
        opened.file.save(edited, NOW)
    opened.file.close(NOW)
    assert library.purge(opened.file.path, LEAKED).copies == 1
    kept = [draft.load(version.path).report.text.overview for version in library.generations(opened.file.path)]
    assert kept == [f"{CLEAN}申请人，办结。", f"{CLEAN}申请人，办结。", CLEAN]


def test_a_name_is_not_sought_across_punctuation() -> None:
    assert Words("张三").are_in("张 三")
    assert not Words("张三").are_in("张，三")


def test_what_was_published_is_named_and_left_until_that_is_wanted(library: Library) -> None:
    opened = library.create(BUREAU, NOW)
    report = published(BUREAU.with_text("overview", f"{CLEAN}{LEAKED}"), date(2025, 1, 20))
    saved = opened.file.save(replace(opened.draft, report=report), NOW).draft
    opened.file.save(replace(saved, report=report.with_text("overview", CLEAN)), NOW)
    opened.file.close(NOW)
    path = opened.file.path
    (printed,) = library.holds_published(path, LEAKED)
    frozen = library.store.history(printed.path.parent.name).frozen(printed.published, ".docx")
    frozen.write_bytes(b"PK")
    assert library.purge(path, LEAKED).published == (printed,)
    assert LEAKED in printed.path.read_text(encoding="utf-8")
    assert frozen.exists()
    assert library.purge(path, LEAKED, published=True).published == ()
    assert not frozen.exists()
    assert LEAKED not in printed.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("moved", ["folder", "file", "both folders"])
def test_versions_are_purged_wherever_the_draft_has_gone(library: Library, tmp_path: Path, moved: str) -> None:
    path, _ = _typed_by_mistake(library)
    if moved == "file":
        path = path.rename(path.with_name("年度报告（报送）.nianbao"))
    else:
        library.folder.rename(tmp_path / "别的文件夹")
        path = tmp_path / "别的文件夹" / path.name
    if moved == "both folders":
        library.store.data.rename(tmp_path / "程序数据")
        library = Library(path.parent, tmp_path / "程序数据")
    assert library.purge(path, LEAKED).copies == 4
    assert not any(Words(LEAKED).are_in(content.decode()) for content in _kept(library))


def test_versions_of_a_copy_that_hold_the_words_are_named(library: Library) -> None:
    path, _ = _typed_by_mistake(library)
    opened = library.open(path, NOW)
    opened.file.save(replace(opened.draft, report=BUREAU.with_text("overview", LEAKED)), NOW)
    twin = path.with_name("副本.nianbao")
    twin.write_bytes(path.read_bytes())
    second = library.open(twin, NOW)
    assert second.draft.id != opened.draft.id
    for file in (opened.file, second.file):
        file.save(replace(opened.draft, id=second.draft.id if file is second.file else opened.draft.id), NOW)
        file.close(NOW)
    assert library.purge(path, LEAKED).left == (twin,)


def test_what_was_put_aside_is_named_after_the_draft_was_renamed(library: Library) -> None:
    """A stranger's content, the own one beside it, the remains of a broken file, what was replaced, a second copy."""
    path, _ = _typed_by_mistake(library)
    opened = library.open(path, NOW)
    leaked = replace(opened.draft, report=BUREAU.with_text("problems", LEAKED))
    draft.save(leaked, path, NOW)
    aside = opened.file.save(opened.draft, NOW, over_others=True).aside
    asides = [aside, opened.file.put_beside(leaked, NOW), opened.file.put_beside(leaked, NOW)]
    opened.file.close(NOW)
    renamed = path.rename(path.with_name("报送稿.nianbao"))
    copied = renamed.with_name("发给领导看的.nianbao")
    copied.write_bytes(draft.dumps(leaked))
    draft.save(Draft(BUREAU.with_text("problems", LEAKED)), renamed.with_name("与它无关.nianbao"), NOW)
    assert set(library.purge(renamed, LEAKED).left) == {*asides, copied}


def test_what_the_words_were_saved_from_is_named(library: Library, tmp_path: Path) -> None:
    """After saving as, the draft that was left behind still holds them among its versions."""
    path, _ = _typed_by_mistake(library)
    opened = library.open(path, NOW)
    second = library.save_as(opened.draft, tmp_path / "另存.nianbao", NOW)
    second.file.close(NOW)
    opened.file.close(NOW)
    assert library.purge(second.file.path, LEAKED).left == (path,)
    assert library.purge(path, LEAKED).left == ()


def test_another_draft_keeps_its_copies(library: Library) -> None:
    path, _ = _typed_by_mistake(library)
    other, _ = _typed_by_mistake(library)
    content = [version.path.read_bytes() for version in library.generations(other)]
    library.purge(path, LEAKED)
    assert [version.path.read_bytes() for version in library.generations(other)] == content


def test_a_copy_that_cannot_be_read_is_said(library: Library) -> None:
    path, _ = _typed_by_mistake(library)
    folder = library.generations(path)[0].path.parent
    (folder / f"{0:013d}-{98:08d}-20240101T000000+0800.nianbao").mkdir()
    with pytest.raises(FileProblem):
        library.purge(path, LEAKED)


@pytest.mark.parametrize("words", ["", "1", "12345", "张", " 1 2 3 "])
def test_too_few_words_are_refused(library: Library, words: str) -> None:
    path, _ = _typed_by_mistake(library)
    before = _kept(library)
    with pytest.raises(ValueError, match="太短"):
        library.purge(path, words)
    assert _kept(library) == before


def test_numbers_of_the_tables_and_the_head_of_a_draft_are_never_words(library: Library) -> None:
    path, _ = _typed_by_mistake(library)
    report = BUREAU.with_number("applications.received.natural_person", 20250109)
    opened = library.open(path, NOW)
    opened.file.save(Draft(report), NOW + timedelta(hours=1))
    opened.file.close(NOW + timedelta(hours=1))
    before = _kept(library)
    assert library.purge(path, "20250109").copies == 0
    assert _kept(library) == before


@given(st.text(max_size=30), st.sampled_from((LEAKED, "13800138000", "张三")), st.text(max_size=30))
def test_whatever_stands_around_the_words_goes_on_without_them(before: str, words: str, after: str) -> None:
    gone = Words(words)
    left = gone.taken_out(f"{before}{words}{after}")
    assert not gone.are_in(left)
    if not gone.are_in(before + after) and not gone.are_in(f"{before}\n甲\n{after}"):
        assert set(left) <= set(before + after)


def test_a_session_forgets_its_steps_and_what_was_said_of_the_words() -> None:
    said = Dismissal("P-09", {}, "13800138000", "本机关电话")
    other = Dismissal("F-06", {}, "近300条", "估算")
    beside = Dismissal("F-04", {}, "截止", "惯例", section="problems", sentence="截止年底，请拨13800138000。")
    session = Session(Draft(BUREAU), date(2025, 1, 9))
    session.do(set_text("problems", f"{BUREAU.text.problems}13800138000"))
    session.do(set_text("problems", BUREAU.text.problems))
    session.do(Edit(lambda report: replace(report, dismissed=(said, beside, other)), Place(WHOLE)))
    assert session.forget_history("13800138000")
    assert session.report.dismissed == (other,)
    assert session.report.text == BUREAU.text
    assert not session.can_undo
    assert not session.can_redo
    assert session.undo() is None
    assert not session.forget_history()
