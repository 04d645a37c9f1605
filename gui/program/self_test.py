"""The window's part of the self-test, where the system can show a window at all."""

import os
from pathlib import Path

from model.files.problems import FileProblem


def run(folder: Path) -> str:
    """Try the real window without a screen; see `gui.program.window_test`.

    Args:
        folder: a folder for drafts and data, which is left as it is then.

    Returns:
        One line that says what was done.

    Raises:
        FileProblem: something did not come out as it should; where the system lacks a library for windows, too.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from gui.program import window_test
    except ImportError as error:
        raise FileProblem(folder, f"打不开窗口，缺少系统库（{error}）") from None
    return window_test.run(folder)
