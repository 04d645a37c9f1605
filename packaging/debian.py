"""Debian's packages for any release and processor, fetched by this machine's apt and unpacked; none is installed."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
SOURCE = "source"
DAY = 24 * 60 * 60


class Archive:
    """One release for one processor, fetched from where this machine's own packages come from."""

    def __init__(self, folder: Path, release: str, architecture: str, installed: Path | None = None) -> None:
        """Keep the lists and the packages in a folder.

        Args:
            folder: where they are kept, with those of other releases.
            release: its name, such as bookworm.
            architecture: such as amd64, or `source`.
            installed: dpkg's list of what is there already; else nothing is.

        Raises:
            subprocess.CalledProcessError: the lists cannot be fetched.
        """
        self._folder = (folder / f"{release}-{architecture}").resolve()
        for name in ("lists/partial", "archives/partial"):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        status = self._folder / "status"
        status.write_bytes(installed.read_bytes() if installed else b"")
        sources = self._folder / "sources.list"
        kind, processor = ("deb-src", "amd64") if architecture == SOURCE else ("deb", architecture)
        sources.write_text(f"{kind} [signed-by={KEYS}] {_site()} {release} main\n")
        self._options = [
            *_option("Dir::Etc::sourcelist", sources),
            *_option("Dir::Etc::sourceparts", "/dev/null"),
            *_option("Dir::State", self._folder),
            *_option("Dir::State::status", status),
            *_option("Dir::Cache", self._folder),
            *_option("APT::Architecture", processor),
            *_option("APT::Architectures", processor),
            *_option("APT::Sandbox::User", "root"),
            *_option("Acquire::Languages", "none"),
        ]
        self._update()

    def _update(self) -> None:
        """Fetch the lists, unless they came today."""
        mark = self._folder / "fetched"
        if not mark.exists() or time.time() - mark.stat().st_mtime > DAY:
            self._apt("update")
            mark.touch()

    def unpack(self, *names: str, place: str = "root") -> Path:
        """Unpack packages, without those that they depend on, over what was unpacked there before; the folder."""
        self._apt("download", *names)
        return self._unpacked(place)

    def unpack_whole(self, *names: str, place: str = "root") -> Path:
        """Unpack packages, or files of packages, and all that they depend on; the folder."""
        self._apt("install", "--yes", "--download-only", "--no-install-recommends", *names)
        return self._unpacked(place)

    def forget(self, place: str) -> None:
        """Remove what was unpacked there."""
        shutil.rmtree(self._folder / place, ignore_errors=True)

    def source(self, name: str) -> Path:
        """The text that a package is made from, as its authors gave it; a new folder."""
        self._apt("source", "--download-only", "--tar-only", name)
        packed = max(self._archives.glob(f"{name}_*.orig.tar.*"))
        target = self._folder / packed.name.partition(".orig.")[0]
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
        subprocess.run(["tar", "-xf", packed, "-C", target, "--strip-components", "1"], check=True)
        return target

    @property
    def _archives(self) -> Path:
        return self._folder / "archives"

    def _unpacked(self, place: str) -> Path:
        target = self._folder / place
        for package in sorted(self._archives.glob("*.deb")):
            unpack(package, target)
            package.unlink()
        return target

    def _apt(self, *call: str) -> None:
        subprocess.run(["apt-get", "-qq", *self._options, *call], cwd=self._archives, check=True)


def unpack(package: Path, root: Path) -> None:
    """Unpack a package below a root folder, whose dpkg knows of it as if it were installed there; no script is run."""
    subprocess.run(["dpkg-deb", "--extract", package, root], check=True)
    kept = root / "var" / "lib" / "dpkg"
    (kept / "info").mkdir(parents=True, exist_ok=True)
    control = _said("dpkg-deb", "--field", package)
    name = re.findall(r"^Package: (\S+)$", control, re.MULTILINE)[0]
    files = re.findall(r" \.(/.*?)/?(?: -> .*)?$", _said("dpkg-deb", "--contents", package), re.MULTILINE)
    (kept / "info" / f"{name}.list").write_text("".join(f"{'/.' if file == '/' else file}\n" for file in files))
    status = kept / "status"
    before = status.read_text("utf-8") if status.exists() else ""
    if f"Package: {name}\n" not in before:
        status.write_text(f"{before}{control.rstrip()}\nStatus: install ok installed\n\n", "utf-8")


def _said(*command: str | Path) -> str:
    return subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, check=True, text=True).stdout


def _option(name: str, value: str | Path) -> list[str]:
    return ["-o", f"{name}={value}"]


def _site() -> str:
    """Where the packages of this machine's own release come from."""
    release = next(
        line.partition("=")[2]
        for line in Path("/etc/os-release").read_text().splitlines()
        if "VERSION_CODENAME" in line
    )
    call = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", f"Release: {release}"]
    found = subprocess.run(
        call, stdout=subprocess.PIPE, check=True, text=True, env={**os.environ, "LC_ALL": "C"}
    ).stdout
    if not found:
        raise RuntimeError("apt-get knows no sources of packages: run this on Debian 12, after apt-get update")
    return found.split()[0]
