"""Renders the pages of the Word report as pictures for `docs/`, with free stand-ins for the Windows typefaces.

Needs LibreOffice, poppler and the Fandol typefaces (or any others named below).
Run with `uv run python docs/pictures.py tests/data/seed.nianbao docs/pictures/report`.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from export.exporters import REPORT, export
from model.drafts import draft

STAND_INS = {"仿宋": "FandolFang", "楷体": "FandolKai", "黑体": "FandolHei", "宋体": "FandolSong"}
DOTS_PER_INCH = "100"

_FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{aliases}</fontconfig>"""
_ALIAS = """<match target="pattern"><test name="family"><string>{name}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{stand_in}</string></edit></match>"""


def main(source: Path, stem: Path) -> None:
    """Write `stem-1.png`, `stem-2.png` … for the report in a draft."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        aliases = "".join(_ALIAS.format(name=name, stand_in=stand_in) for name, stand_in in STAND_INS.items())
        (folder / "fonts.conf").write_text(_FONTCONFIG.format(aliases=aliases), "utf-8")
        export(REPORT, draft.load(source).report, folder / "report.docx", replace=True)
        environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
        office = [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        subprocess.run([*office, "--outdir", folder, folder / "report.docx"], check=True, env=environment, timeout=120)
        subprocess.run(["pdftoppm", "-png", "-r", DOTS_PER_INCH, folder / "report.pdf", stem], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
