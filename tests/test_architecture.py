"""The structure holds: arrows point down, nothing shadows a library, the program speaks of itself alone."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from model.form import forms
from tests.tools import PATIENCE_S

ROOT = Path(__file__).parents[1]


def test_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    assert done.returncode == 0, done.stdout


def test_packaging_is_a_folder_of_scripts_and_never_a_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
    import packaging.version

    assert Path(packaging.version.__file__ or "").parent != ROOT / "packaging"


def test_the_model_needs_the_standard_library_and_the_values_of_msgspec_alone(tmp_path: Path) -> None:
    (tmp_path / "msgspec").symlink_to(Path(msgspec.__file__).parent)
    code = (
        "import sys; sys.path = [entry for entry in sys.path if 'site-packages' not in entry];"
        f"sys.path[:0] = {[str(ROOT), str(tmp_path)]!r};"
        "import model.checks, model.drafts.draft; print(sorted(sys.modules.keys() & {'lxml', 'docx', 'PySide6'}))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, timeout=PATIENCE_S
    )
    assert done.stdout.strip() == "[]"


def test_values_are_structs_and_no_data_classes() -> None:
    named = [path for path, text in _product() if re.search("^ *(?:from|import) dataclasses", text, re.MULTILINE)]
    assert named == ["model/structs.py"]


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    code = (
        "import sys, cli; print(sorted(sys.modules.keys() & {'lxml', 'docx', 'PySide6', 'openpyxl', 'model.checks'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE_S
    )
    assert done.stdout.strip() == "[]"


def test_the_first_screen_needs_nothing_of_a_report() -> None:
    """The model comes when the screen is painted; here already is what a private file and a pattern need."""
    code = (
        "import sys, gui.program.app, gui.pages.start.page; print(*sorted(n for n in sys.modules if n[:6] == 'model.'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE_S
    )
    files, language = (
        ("model.files", "model.files.private"),
        ("beginnings", "characters", "patterns", "programs", "required", "searches"),
    )
    assert done.stdout.split() == [*files, "model.language", *(f"model.language.{name}" for name in language)]


_FOLDERS = ("cli", "export", "gui", "importers", "model")
_CODE = re.compile(r"(?<![A-Za-z0-9])[FHNPRSTXY][0-9]?-[0-9]{2}(?![0-9])")


def _product() -> Iterator[tuple[str, str]]:
    for folder in _FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def test_the_code_of_a_check_stands_in_the_checks_alone() -> None:
    named = {
        (path, code)
        for path, text in _product()
        if not path.startswith("model/checks/")
        for code in _CODE.findall(text)
    }
    assert named == set()
    assert _CODE.findall(Path(ROOT, "model/checks/rules/numbers.py").read_text("utf-8"))


_SHOWING = {
    *("finding_line", "print_doubts", "_found", "_answered"),
    *("ProseView.explanation", "Answered._line", "Entry.looks", "_line", "FindingPopover.explain", "GridMarks._cells"),
    *("FindingLines._line", "FindingLine.show_finding", "OpeningPanel._tell", "full_words", "quick_words"),
    *("Group.sentence", "contact_missing", "run", "doubt_lines"),
    *("told", "_row", "_findings", "_sentence"),
}
"""The functions that touch the sentence of a finding, or of a reader's doubt; each puts it whole before the clerk."""


def test_the_sentence_of_a_finding_is_shown_and_never_read() -> None:
    touched = [
        (name, node)
        for path, text in _product()
        if not path.startswith("importers/")
        for name, node in _messages(ast.parse(text), "")
    ]
    assert {name for name, _ in touched} <= _SHOWING
    assert not [name for name, node in touched if isinstance(node, ast.Attribute | ast.Compare | ast.Subscript)]


def _messages(node: ast.AST, name: str) -> Iterator[tuple[str, ast.AST]]:
    """Where `.message` is read, with the function and what it is a part of; signals of that name do not count."""
    signals = _is_signal(node)
    for child in ast.iter_child_nodes(node):
        inner = name
        if isinstance(child, ast.ClassDef | ast.FunctionDef):
            inner = f"{name}.{child.name}" if name else child.name
        if isinstance(child, ast.Attribute) and child.attr == "message" and not signals:
            yield inner, node
        yield from _messages(child, inner)


def _is_signal(node: ast.AST) -> bool:
    """Whether what stands in it is a signal: x.message.emit, x.message.connect, or connect(self.message)."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
    return isinstance(node, ast.Attribute) and node.attr in ("connect", "emit")


def test_a_module_of_rules_is_found_by_lying_in_its_folder() -> None:
    from model.checks import CHECKS
    from model.checks.registry import rule_modules

    files = {path.stem for path in (ROOT / "model" / "checks" / "rules").glob("*.py")} - {"__init__"}
    assert {name.rpartition(".")[2] for name in rule_modules()} == files
    assert {entry.find.__module__ for entry in CHECKS.values()} <= set(rule_modules())


PRODUCT = ("cli", "export", "gui", "importers", "model", "resources")
MOST_FILES, LONGEST, USUAL = 20, 45, 15
LOCAL_IMPORTS = {"cli": 10, "export": 1, "gui": 25, "importers": 5, "model": 8, "resources": 0}
"""How many imports stand inside functions, by room; fewer is better, more needs a reason: a call of the command line
loads what it needs and no more, and the list of drafts is shown before the model of a report is there."""


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for folder in PRODUCT:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text("utf-8"))


def test_folders_hold_one_idea() -> None:
    paths = (path.relative_to(ROOT) for path in (ROOT / "benchmarks").rglob("*.py"))
    counted = Counter(path.parent for path in (*(path for path, _ in _trees()), *paths))
    large = {str(folder): count for folder, count in counted.items() if count > MOST_FILES and folder.name != "rules"}
    assert not large


def test_functions_fit_on_a_screen() -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    lengths = {
        f"{path}:{found.lineno} {found.name}": (found.end_lineno or 0) - found.lineno + 1
        for path, tree in _trees()
        for found in ast.walk(tree)
        if isinstance(found, functions)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    assert sorted(lengths.values())[len(lengths) * 9 // 10] <= USUAL


def test_no_class_exists_to_be_inherited_once() -> None:
    """A base with one child is a class cut in two, unless it is used by itself too: made, raised, asked for."""
    bases: Counter[str] = Counter()
    classes: set[str] = set()
    used: set[str] = set()
    for _, tree in _trees():
        inherited = {id(base) for found in ast.walk(tree) if isinstance(found, ast.ClassDef) for base in found.bases}
        for found in ast.walk(tree):
            if isinstance(found, ast.ClassDef):
                classes.add(found.name)
                bases.update(ast.unparse(base).rpartition(".")[2] for base in found.bases)
            elif isinstance(found, ast.Name) and id(found) not in inherited:
                used.add(found.id)
            elif isinstance(found, ast.Attribute) and id(found) not in inherited:
                used.add(found.attr)
    assert {name for name, count in bases.items() if count == 1 and name in classes and name not in used} == set()


def test_imports_stand_at_the_top() -> None:
    """Inside functions stand only those of heavy libraries, and of what the first screen must not wait for."""
    inside = {
        (path.parts[0], f"{path}:{found.lineno}")
        for path, tree in _trees()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for found in ast.walk(function)
        if isinstance(found, ast.Import | ast.ImportFrom)
    }
    counted = Counter(room for room, _ in inside)
    assert {room: count for room, count in counted.items() if count > LOCAL_IMPORTS[room]} == {}, sorted(inside)


def test_the_window_takes_no_words_for_rich_text() -> None:
    """Tooltips are set in one place, labels are of one class, and no text becomes a page of Qt's but our own books."""
    homes = {"setToolTip": "plain.py", "QToolTip": "plain.py", "QLabel": "text.py", "setMarkdown": "book_window.py"}
    nowhere = {"setHtml", "insertHtml", "appendHtml", "insertMarkdown", "QMessageBox", "setWhatsThis"}
    found = set()
    for path, tree in _trees():
        for name in ast.walk(tree):
            said = name.id if isinstance(name, ast.Name) else name.attr if isinstance(name, ast.Attribute) else ""
            if said in nowhere or (said in homes and path.name != homes[said]):
                found.add(f"{path}: {said}")
    assert found == set()


def test_a_helper_of_the_window_never_has_the_window() -> None:
    """What acts for the window or an open report is given what it acts on."""
    holders = {
        str(path)
        for path, tree in _trees()
        for found in ast.walk(tree)
        if isinstance(found, ast.Attribute) and found.attr in ("_window", "_wizard") and path.parts[0] == "gui"
    }
    assert holders == set()


_NAMES_ROLES = ("model/form/", "model/checks/rules/", "model/prose/", "model/report/rates.py")
_NAMES_SOME_ROLES = {
    "importers/recognition/texts/headings.py": {"disclosure", "applications", "disputes"},
    "model/report/proposals.py": {"carried_in", "carried_out", "in_force"},
}
"""What may be asked for by its role outside of the rules and the reading of prose."""


def test_no_cell_row_or_table_of_a_form_is_named_outside_of_form_rules_and_prose() -> None:
    tables, lines = _ids_of_forms()
    dotted = re.compile(rf"\b(?:{'|'.join(tables)})\.(?:{'|'.join(lines)}|$)")
    telling = tables | {line for line in lines if "_" in line}
    named = {
        (name, words)
        for name, source in _product()
        for words in _constants(source)
        if not name.startswith(_NAMES_ROLES) and (words in telling or dotted.search(words))
    }
    assert named == {(name, role) for name, roles in _NAMES_SOME_ROLES.items() for role in roles}


def _ids_of_forms() -> tuple[set[str], set[str]]:
    """The ids of the tables, and of the rows and columns, of every form."""
    every = [table for form in map(forms.named, forms.IDS) for table in form.tables]
    return {table.id for table in every}, {line.id for t in every for line in (*t.row_lines, *t.column_lines)}


def _constants(source: str) -> Iterator[str]:
    """The words of a module that are no documentation."""
    tree = ast.parse(source)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value
