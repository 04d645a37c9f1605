"""The structure holds: arrows point down, nothing shadows a library, the program speaks of itself alone."""

import subprocess
import sys
from pathlib import Path

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


def test_the_model_needs_the_standard_library_alone() -> None:
    code = (
        "import sys; sys.path = [entry for entry in sys.path if 'site-packages' not in entry];"
        f"sys.path.insert(0, {str(ROOT)!r});"
        "import model.checks, model.drafts.draft; print(sorted(sys.modules.keys() & {'lxml', 'docx', 'PySide6'}))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, timeout=PATIENCE_S
    )
    assert done.stdout.strip() == "[]"


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    code = (
        "import sys, cli; print(sorted(sys.modules.keys() & {'lxml', 'docx', 'PySide6', 'openpyxl', 'model.checks'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE_S
    )
    assert done.stdout.strip() == "[]"
