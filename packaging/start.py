"""Where the frozen programs begin: the windowed one and its twin for the command line."""

import io
import os
import sys


def main() -> int:
    """Run the command line; what the windowed program has to complain of is shown, because it has no console."""
    _set_environment()
    import cli

    if sys.stderr is not None:
        return cli.main()
    said = sys.stderr = io.StringIO()
    status = cli.main()
    if said.getvalue():
        _show(said.getvalue())
    return status


def _set_environment() -> None:
    """Take back what the bundle told the loader and Qt; a Word or WPS that is started from here must not see it."""
    for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        os.environ.pop(name, None)
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    if os.environ.get("QT_IM_MODULE") == "fcitx5":  # one part of Qt serves fcitx of both kinds
        os.environ["QT_IM_MODULE"] = "fcitx"


def _show(words: str) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "年报助手", 0x30)


if __name__ == "__main__":
    sys.exit(main())
