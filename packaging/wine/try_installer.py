"""Tries the built Windows packages inside Wine as a clerk would, from installing an older version to removing all.

`python packaging/wine/try_installer.py [--pictures FOLDER]` after `packaging/build.py windows`. Each step says what
held; the first that does not ends it with a trouble. Nothing here is proof for a real Windows; see docs/packaging.md.
"""

import argparse
import shutil
import subprocess
import sys
import time
import zipfile
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import bundle
from build import STUB, WORK
from desk import CELL, CLASSES, FIGURE, FOLDERS, HOME, PROGRAM, SHELL, TITLE, UNINSTALL, Desk, expect
from emulated import Windows
from screen import PATIENCE_S, screen, wait

OLDER = "0.0.1"
RUNNING, TOO_OLD = 3, 4
"""The installer's exit statuses while the program runs, and on an older Windows."""
LEFT = bundle.ROOT / "tests" / "data" / "data-folder-0.1"
"""What 0.1 left on a machine."""


class Trial(Desk):
    """What a clerk does, step by step."""

    def prepare(self) -> None:
        """A user 张三 with Chinese folders and one draft, who wants the program in a folder of her own."""
        for name, place in FOLDERS.items():
            self.host(HOME + place).mkdir(parents=True, exist_ok=True)
            self.windows.run("reg", "add", SHELL, "/v", name, "/d", HOME + place, "/f")
        self.windows.run("reg", "add", UNINSTALL, "/v", "InstallLocation", "/d", PROGRAM, "/f")
        self.draft.parent.mkdir(parents=True)
        shutil.copy(bundle.ROOT / "resources" / "sample.nianbao", self.draft)

    def refuse(self) -> None:
        """On Windows 7 and 8 the installer puts nothing in place, and says by its status that the system is too old."""
        for system in ("win7", "win81"):
            self.windows.run("winecfg", "-v", system)
            expect(self.run(self.package("setup.exe"), "/S")[0], TOO_OLD)
            expect(self.installed.exists(), wanted=False)
        self.windows.run("winecfg", "-v", "win10")

    def install_older(self) -> None:
        """An older version is put in place, with a module that the newer one has no more."""
        older = self.scratch / "older"
        shutil.copytree(bundle.ROOT / "build" / "frozen-win32" / "nianbao", older)
        (older / "_internal" / "gone.pyd").touch()
        setup = self._older_setup
        icons = bundle.ROOT / "resources" / "icons" / "program"
        values = {
            "VERSION": OLDER,
            "FROZEN": older,
            "TARGET": setup,
            "ICONS": icons,
            "KILOBYTES": 1,
            "QUICK": 1,
            "STUB": STUB,
            "SIDE": WORK / "side.bmp",
        }
        defined = [f"-D{name}={value}" for name, value in values.items()]
        subprocess.run(
            ["makensis", "-V1", "-INPUTCHARSET", "UTF8", *defined, HERE.parent / "installer.nsi"], check=True
        )
        expect(self.run(setup, "/S")[0], 0)
        expect(self.registry(UNINSTALL, "DisplayVersion"), OLDER)
        expect((self.installed / "_internal" / "gone.pyd").exists(), wanted=True)

    def upgrade(self) -> None:
        """The new version over it: old modules go, the draft stays as it is, menu, desktop and file kind are there."""
        before = self.draft.read_bytes()
        self.click_through()
        expect((self.installed / "_internal" / "gone.pyd").exists(), wanted=False)
        expect(self.draft.read_bytes() == before, wanted=True)
        expect(self.host(f"{HOME}\\桌面\\年报助手.lnk").exists(), wanted=True)
        expect(self.registry(f"{CLASSES}\\.nianbao"), "Nianbao.Draft")
        expect(self.registry(f"{CLASSES}\\Nianbao.Draft\\shell\\open\\command"), f'"{PROGRAM}\\nianbao.exe" "%1"')
        icon = self.registry(f"{CLASSES}\\Nianbao.Draft\\DefaultIcon")
        expect(self.host(icon).exists(), wanted=True)

    def upgrade_over_old_data(self) -> None:
        """An upgrade loses nothing of what 0.1 left: drafts open, every version and every setting is there."""
        data, documents = self.host(f"{HOME}\\AppData\\Local\\nianbao"), self.draft.parent
        shutil.rmtree(data)
        shutil.copytree(LEFT / "data", data)
        shutil.copytree(LEFT / "documents", documents, dirs_exist_ok=True)
        for setup in (self._older_setup, self.package("setup.exe")):
            expect(self.run(setup, "/S")[0], 0)
        drafts = sorted((LEFT / "documents").glob("*.nianbao"))
        self.close(self.open(documents / drafts[-1].name))
        for draft in drafts:
            expect((documents / draft.name).read_bytes() == draft.read_bytes(), wanted=True)
        kept, left = (
            {path.read_bytes() for path in (place / "history").rglob("*.nianbao")} for place in (data, LEFT / "data")
        )
        expect(left <= kept, wanted=True)
        expect("zoom=125" in (data / "settings.ini").read_text("utf-8"), wanted=True)

    @property
    def _older_setup(self) -> Path:
        return self.scratch / "older.exe"

    def click_through(self) -> None:
        """The installer's own window, page by page, up to the program that it opens at the end."""
        setup = self.windows.start(self.package("setup.exe"), DISPLAY=self.screen.name)
        self.screen.wait_for(f"{TITLE} 安装")
        for picture in ("windows-setup", "windows-setup-folder"):
            self.screen.focus(f"{TITLE} 安装")
            self.screen.settle()
            self.screen.picture(picture)
            self.screen.keys("Return")
        wait(lambda: self.registry(UNINSTALL, "DisplayVersion") == bundle.version(), "nothing was installed", pause=1)
        self.screen.settle()
        self.screen.picture("windows-setup-done")
        self.screen.keys("Return")
        expect(setup.wait(PATIENCE_S), 0)
        self.screen.wait_for(f"^{TITLE}$")
        self.screen.focus(TITLE)
        self.screen.settle()
        self.screen.picture("windows-start")
        self.screen.keys("alt+F4")
        self.windows.settle()

    def self_test(self) -> None:
        """Both programs pass their self-test from where they are installed."""
        for name in ("nianbao-cli.exe", "nianbao.exe"):
            status, said = self.run(self.installed / name, "self-test")
            print(said)
            expect(status, 0)

    def use(self) -> None:
        """The draft is opened by its file, a figure typed, saved by doing nothing; an installer meanwhile gives up."""
        running = self.open(self.draft)
        self.screen.picture("windows-first")
        self.screen.keys(*["ctrl+Next"] * 3, "Tab")
        self.screen.type(str(FIGURE))
        self.screen.keys("Return")
        wait(lambda: self.figure() == FIGURE, "the figure was not saved")
        self.screen.picture("windows-table")
        expect(self.run(self.package("setup.exe"), "/S")[0], RUNNING)
        expect((self.installed / "_internal" / "python311.dll").exists(), wanted=True)
        self.close(running)

    def use_again(self) -> None:
        """It is opened again where it was left, and exported with the keyboard; the Word file reads back whole."""
        running = self.open(self.draft)
        self.screen.keys(*["ctrl+Next"] * 4)
        self.screen.settle()
        self.screen.keys("Return")
        word = self.exported()
        wait(word.exists, "no Word file came")
        self.screen.settle()
        self.screen.picture("windows-exported")
        self.close(running)
        self.read_back(word)

    def exported(self) -> Path:
        """Where the Word file goes: beside the draft, named after the report's agency and year."""
        from model.drafts import draft
        from model.drafts.file_names import report_stem

        report = draft.load(self.draft).report
        return self.draft.with_name(f"{report_stem(report.agency.name, report.year)}.docx")

    def read_back(self, word: Path) -> None:
        """Read the Word file on the host, and compare every figure with the draft's."""
        from export.content import blocks
        from export.identity import Version
        from export.word import readback
        from export.writer import Content
        from model.drafts import draft

        opened = draft.load(self.draft)
        report = opened.report
        expect(report.count(CELL), FIGURE)
        said = readback.read(word.read_bytes()).identity
        if said is None:
            raise AssertionError("the Word file names no save of the draft")
        saved = Version(int(said.revision), datetime.fromisoformat(said.modified), opened.id)
        expect(readback.verify(word.read_bytes(), Content(report, blocks(report), version=saved)).numbers, 200)

    def long_path(self) -> None:
        """A draft whose path is longer than 260 characters is checked and exported, or refused in clear words."""
        folder = self.draft.parent
        while len(self.windows.path(folder)) <= 300:
            folder = folder / "很长很长的文件夹名字一二三四五六七八九十"
        folder.mkdir(parents=True)
        shutil.copy(self.draft, folder / "长.nianbao")
        path, word = (self.windows.path(folder / name) for name in ("长.nianbao", "长.docx"))
        status, said = self.run(self.installed / "nianbao-cli.exe", "export", path, "-o", word)
        print(len(path), status, said)
        expect(status == 0 if (folder / "长.docx").exists() else "太长" in said, wanted=True)

    def read_others(self) -> None:
        """Old Word and Excel files are read, in a process of its own, by the program itself started again."""
        samples = bundle.ROOT / "tests" / "data" / "import"
        for ending in ("doc", "xls", "xlsx"):
            source = self.draft.with_name(f"往年.{ending}")
            shutil.copy(min(samples.glob(f"*.{ending}")), source)
            target = self.draft.with_name(f"往年 {ending}.nianbao")
            call = ("import", self.windows.path(source), "-o", self.windows.path(target), "--agency", "某县水务局")
            status, said = self.run(self.installed / "nianbao-cli.exe", *call, "--year", "2024")
            print(said)
            expect((status, target.exists()), (0, True))
            target.unlink()

    def portable(self) -> None:
        """From a stick: everything stays beside the program, the user's own folders are left alone."""
        stick = self.host("C:\\U 盘")
        with zipfile.ZipFile(self.package("portable.zip")) as packed:
            packed.extractall(stick)
        home = stick / "年报助手"
        (home / "年报草稿").mkdir()
        shutil.copy(self.draft, home / "年报草稿" / "便携.nianbao")
        data = self.host(f"{HOME}\\AppData\\Local\\nianbao")
        before = sorted(data.rglob("*"))
        running = self.open(home / "年报草稿" / "便携.nianbao", home / "nianbao.exe")
        self.screen.picture("windows-portable")
        self.close(running)
        expect((home / "程序数据" / "settings.ini").exists(), wanted=True)
        expect(sorted(data.rglob("*")) == before, wanted=True)

    def read_only_folder(self) -> None:
        """In a folder that takes no writing the program works all the same."""
        mounted = ["mount", "--bind", str(self.installed), str(self.installed)]
        if subprocess.run(mounted, check=False).returncode:
            print("  (not tried: this machine mounts nothing)")
            return
        try:
            subprocess.run(["mount", "-o", "remount,ro,bind", str(self.installed)], check=True)
            expect(self.run(self.installed / "nianbao-cli.exe", "self-test")[0], 0)
            running = self.open(self.draft)
            self.close(running)
        finally:
            subprocess.run(["umount", str(self.installed)], check=True)

    def remove(self) -> None:
        """Removing takes the program, its menu entry and its file kind, and leaves draft, Word file and history."""
        before = self.draft.read_bytes()
        (self.installed / "自己的.txt").touch()
        self.run(self.installed / "uninstall.exe", "/S")
        wait(lambda: not (self.installed / "nianbao.exe").exists(), "the program is still there")
        self.windows.settle()
        expect([path.name for path in self.installed.iterdir()], ["自己的.txt"])
        expect(self.host(f"{HOME}\\桌面\\年报助手.lnk").exists(), wanted=False)
        expect(self.registry(f"{CLASSES}\\.nianbao") + self.registry(f"{CLASSES}\\Nianbao.Draft"), "")
        expect(self.registry(UNINSTALL, "DisplayVersion"), "")
        expect(self.draft.read_bytes() == before, wanted=True)
        expect(self.host(f"{HOME}\\AppData\\Local\\nianbao\\history").exists(), wanted=True)


def main() -> None:
    """Do it all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    scratch = bundle.ROOT / "build" / "wine" / "trial"
    shutil.rmtree(scratch, ignore_errors=True)
    windows = Windows(scratch / "windows")
    with screen(options.pictures) as shown:
        windows.make()
        trial = Trial(windows, shown, scratch)
        steps = (
            *(trial.prepare, trial.refuse, trial.install_older, trial.upgrade, trial.self_test, trial.use),
            *(trial.use_again, trial.long_path, trial.read_others, trial.portable, trial.read_only_folder),
            *(trial.upgrade_over_old_data, trial.remove),
        )
        try:
            for step in steps:
                begun = time.monotonic()
                step()
                print(f"ok {time.monotonic() - begun:5.1f} s  {(step.__doc__ or '').splitlines()[0]}", flush=True)
        finally:
            windows.stop()


if __name__ == "__main__":
    main()
