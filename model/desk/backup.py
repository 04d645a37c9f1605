"""备份: every draft, its history and what belongs to it in one .zip, which is read back before it gets its name.

In the zip: `drafts/` the files of the drafts' folder and of those below it, `elsewhere/` those that lie in other
folders and are listed, `data/` the history, unsaved work, where exports were put, what was answered about files that
were read, which figures were ticked as copied, and what is kept for each agency: which 科室 gives which items, the
words of its ledgers, `settings.json` how the window looks, and `backup.json`, which says of each file how long it is
and its SHA-256. What comes back is held against that before any of it is used.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from model.drafts.draft import Draft, load
from model.drafts.file_names import SUFFIX, key
from model.drafts.leftovers import drafts_below
from model.drafts.library import Library
from model.files import atomic
from model.files.problems import FileProblem, from_os_error
from model.files.zips import BROKEN_ZIP
from model.language.patterns import pattern
from model.structs import Struct, field

FORMAT, SCHEMA, MANIFEST, SETTINGS = "nianbao-backup", 1, "backup.json", "settings.json"
KINDS = frozenset((SUFFIX, ".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".ofd", ".docx", ".doc"))
"""What lies in the drafts' folder and is taken: drafts, and the scans that they name."""
MOST_FILES, MOST_BYTES, MOST_MANIFEST = 500_000, 64 * 1024**3, 256 * 1024**2
"""A backup of more files, or of more bytes unpacked, is not read."""
BY_AGENCY: Mapping[str, str] = {"sheets.json": "nianbao-sheets", "ledger-words.json": "nianbao-ledger-words"}
"""The files of the data folder that hold something for each agency (see `ByAgency`), and what each calls itself."""
FOLDERS = ("history", "recovery", "exports", "answers", "copied")
"""The folders of the data folder that are taken."""
_NOT_TAKEN = ("place.json", "path.txt")
"""Notes on where something is on this machine."""
_BLOCK = 1024 * 1024
_NAME = pattern(
    r"(?:drafts|elsewhere/\d{1,4})/(?P<file>(?:[^/\\:*?\"<>|\x00-\x1f]{1,200}/){0,9}[^/\\:*?\"<>|\x00-\x1f]{1,200})"
    r"|data/(?:history|recovery)/[0-9a-z-]{1,40}/[0-9A-Za-z+.-]{1,100}|data/(?:exports|copied)/[0-9a-z-]{1,40}\.json"
    r"|data/answers/[0-9a-f]{64}\.json|data/(?:sheets|ledger-words)\.json|settings\.json"
)
_UNDER = pattern(r"[0-9a-z-]{1,40}")
_APPEARANCES = ("system", "light", "dark")
Tell = Callable[[int, int], None]
"""Hears how many files of how many are done; what it raises ends the work."""


def silent(_done: int, _of: int) -> None:
    """Hear nothing."""


class Kept(Struct, frozen=True):
    """A draft in a backup: its file there, what its history is kept under, and what it says of itself."""

    file: str
    under: str
    agency: str = ""
    year: int | None = None
    at: str = ""


class Backup(Struct, frozen=True):
    """What is in a backup that was read through and found whole.

    Attributes:
        path: the zip.
        made_at: when it was made, as that machine's clock said.
        files: the length and the SHA-256 of each file.
        drafts: the drafts among them.
        left_out: what could not be read when it was made, in words.
    """

    path: Path
    made_at: str
    files: Mapping[str, tuple[int, str]]
    drafts: tuple[Kept, ...]
    left_out: tuple[str, ...] = ()

    @property
    def versions(self) -> int:
        """How many versions of drafts are in it."""
        return sum(name.startswith("data/history/") and name.endswith(SUFFIX) for name in self.files)

    def read(self, archive: ZipFile, name: str) -> bytes:
        """A file of it.

        Raises:
            FileProblem: it is not as it was when the backup was looked through.
        """
        try:
            with archive.open(name) as stream:
                content = stream.read(self.files[name][0] + 1)
        except BROKEN_ZIP:
            content = b""
        if (len(content), hashlib.sha256(content).hexdigest()) != self.files[name]:
            raise FileProblem(self.path, f"备份里的“{name}”读出来和备份时不一样，备份已损坏")
        return content


class _Sources(Struct):
    """What goes into a backup: the files by their names in it, the drafts among them, and what cannot be looked at."""

    files: dict[str, Path] = field(default_factory=dict)
    drafts: list[Kept] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


class _Written(Struct):
    """What has gone into a zip so far."""

    files: dict[str, tuple[int, str]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def write(
    target: Path, library: Library, elsewhere: tuple[Path, ...], settings: Mapping[str, str], tell: Tell = silent
) -> Backup:
    """Write a backup, read it back file by file, and only then give it its name; what was read back is returned.

    Args:
        target: the zip; one that is there is replaced.
        library: the drafts.
        elsewhere: drafts in other folders that go along.
        settings: `zoom` and `appearance`.
        tell: hears how far it is, of the writing and the reading.

    Raises:
        FileProblem: it could not be written, or did not read back as it was; what was there is as it was.
    """
    sources = _sources(library, elsewhere)
    found: list[Backup] = []
    written, of = len(sources.files), 2 * len(sources.files) + 1  # the settings are read back too

    def fill(stream: BinaryIO) -> None:
        _pack(stream, sources, settings, lambda done: tell(done, of))

    def verify(zipped: Path) -> None:
        found.append(look(zipped, lambda done, _of: tell(written + done, of)))

    try:
        atomic.write_by(target, fill, verify)
    except OSError as error:
        raise from_os_error(target, error) from None
    (whole,) = found
    return Backup(target, whole.made_at, whole.files, whole.drafts, whole.left_out)


def look(path: Path, tell: Tell = silent) -> Backup:
    """Read a backup through: every file in it as its list says, nothing besides.

    Raises:
        FileProblem: it is no backup, or not whole.
    """
    try:
        with ZipFile(path) as archive:
            backup = _listed(path, archive)
            for done, (name, expected) in enumerate(backup.files.items(), 1):
                with archive.open(name) as stream:
                    if _digested(stream, expected[0]) != expected:
                        raise FileProblem(path, f"备份里的“{name}”和备份时不一样，备份已损坏")
                tell(done, len(backup.files))
            return backup
    except OSError as error:
        if error.errno is None:  # a part that says it is packed with bzip2, and is not
            raise FileProblem(path, _BROKEN) from None
        raise from_os_error(path, error) from None
    except (*BROKEN_ZIP, TypeError):
        raise FileProblem(path, _BROKEN) from None


_BROKEN = "不是年报助手的备份，或已损坏"


def is_backup(path: Path) -> bool:
    """Whether a file calls itself a backup; it may still be broken."""
    with suppress(OSError, *BROKEN_ZIP), ZipFile(path) as archive:
        return MANIFEST in archive.NameToInfo
    return False


def _sources(library: Library, elsewhere: tuple[Path, ...]) -> _Sources:
    """The files that go into a backup by their names in it, and the drafts among them."""
    found, data = _Sources(), library.store.data
    places = {_name_of(path, library.folder): path for path in _below(library, found.left_out)}
    known = {key(path) for path in places.values()}
    others = [path for path in elsewhere if key(path) not in known]
    places |= {f"elsewhere/{number}/{path.name}": path for number, path in enumerate(others) if path.exists()}
    found.drafts = [_kept(name, path, library) for name, path in places.items() if _NAME.fullmatch(name)]
    for path in list(places.values()):
        if (scan := _scan(path)) is not None and path.is_relative_to(library.folder):
            places.setdefault(_name_of(scan, library.folder), scan)
    library.store.names()  # what an earlier version laid there is taken over first
    places |= {f"data/{name}": data / name for name in BY_AGENCY if (data / name).is_file()}
    for folder in FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and not path.is_symlink() and path.name not in _NOT_TAKEN and path.name[0] != ".":
                places[f"data/{path.relative_to(data).as_posix()}"] = path
    found.files = places
    return found


def _below(library: Library, left_out: list[str]) -> list[Path]:
    """The drafts in the drafts' folder and below it; a folder that cannot be looked into is named."""

    def closed(error: OSError) -> None:
        folder = Path(error.filename or library.folder)
        if folder.exists():
            left_out.append(f"文件夹 {folder.name}：{from_os_error(folder, error).reason}")

    return drafts_below(library.folder, library.store.data, closed)


def _name_of(path: Path, folder: Path) -> str:
    return f"drafts/{path.relative_to(folder).as_posix()}"


def _kept(name: str, path: Path, library: Library) -> Kept:
    draft = _loaded(path)
    if draft is None:
        return Kept(name, library.kept_under(path), path.stem)
    at = draft.saved_at.isoformat() if draft.saved_at else ""
    return Kept(name, library.kept_under(path), draft.report.agency.name, draft.report.year, at)


def _scan(path: Path) -> Path | None:
    draft = _loaded(path)
    signed = draft.report.approval.signed if draft else None
    if signed is None or not signed.scan:
        return None
    scan = path.with_name(Path(signed.scan).name)
    return scan if scan.suffix.lower() in KINDS and scan.is_file() else None


def _loaded(path: Path) -> Draft | None:
    with suppress(FileProblem):
        return load(path)
    return None


def _pack(
    stream: BinaryIO,
    sources: _Sources,
    settings: Mapping[str, str],
    tell: Callable[[int], None],
) -> None:
    written = _Written(left_out=list(sources.left_out))
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for done, (name, path) in enumerate(sources.files.items(), 1):
            _add(archive, name, path, written)
            tell(done)
        kept = {name: settings[name] for name in ("zoom", "appearance") if settings.get(name)}
        content = json.dumps(kept).encode()
        archive.writestr(_info(SETTINGS), content)
        written.files[SETTINGS] = (len(content), hashlib.sha256(content).hexdigest())
        manifest = {
            "format": FORMAT,
            "schema": SCHEMA,
            "made_at": datetime.now().astimezone().isoformat(timespec="seconds"),
            "files": written.files,
            "drafts": [
                [one.file, one.under, one.agency, one.year, one.at]
                for one in sources.drafts
                if one.file in written.files
            ],
            "left_out": written.left_out,
        }
        archive.writestr(_info(MANIFEST), json.dumps(manifest).encode())


def _add(archive: ZipFile, name: str, path: Path, written: _Written) -> None:
    """Put a file in; one that cannot be read, or that no backup can hold, is named as left out."""
    if not _NAME.fullmatch(name):
        written.left_out.append(f"{path.name}：文件名太特别，备份里放不下")
        return
    try:
        content = path.read_bytes()
    except OSError as error:
        if path.exists():  # a version that was thinned out meanwhile is no loss
            written.left_out.append(f"{path.name}：{from_os_error(path, error).reason}")
        return
    archive.writestr(_info(name), content)
    written.files[name] = (len(content), hashlib.sha256(content).hexdigest())


def _info(name: str) -> ZipInfo:
    """The same name gives the same bytes, whatever the clock says."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    return info


def _digested(stream: IO[bytes], expected: int) -> tuple[int, str]:
    """How long a file in a zip is, and its SHA-256; no more of it is unpacked than it should have."""
    found, length = hashlib.sha256(), 0
    while length <= expected and (block := stream.read(min(_BLOCK, expected + 1 - length))):
        found.update(block)
        length += len(block)
    return length, found.hexdigest()


def _listed(path: Path, archive: ZipFile) -> Backup:
    """What the list in a backup says, as far as a backup can hold it.

    Raises:
        ValueError, KeyError, TypeError: it is no such list, or the zip holds something else.
    """
    listed = archive.getinfo(MANIFEST)
    if listed.file_size > MOST_MANIFEST or len(archive.NameToInfo) > MOST_FILES:
        raise ValueError(MANIFEST)
    with archive.open(MANIFEST) as stream:
        found = json.loads(stream.read(MOST_MANIFEST))
    if found["format"] != FORMAT or len(archive.infolist()) != len(archive.NameToInfo):
        raise ValueError(found["format"])
    if found["schema"] > SCHEMA:
        raise FileProblem(path, "备份由更新的版本做成，请升级年报助手后再恢复")
    files = {name: (_whole(entry[0]), str(entry[1])) for name, entry in found["files"].items()}
    if files.keys() | {MANIFEST} != set(archive.NameToInfo) or not all(map(is_good_name, files)):
        raise ValueError(len(files))
    if sum(length for length, _ in files.values()) > MOST_BYTES:
        raise ValueError(MOST_BYTES)
    drafts = tuple(_of_list(entry) for entry in found["drafts"] if entry[0] in files)
    return Backup(
        path, str(found["made_at"])[:40], files, drafts, tuple(str(words)[:200] for words in found["left_out"])
    )


def is_good_name(name: str) -> bool:
    """Whether a name in a zip is one that a backup can hold, and leads nowhere else."""
    match = _NAME.fullmatch(name)
    if match is None:
        return False
    file = match["file"]
    if file is None:
        return ".." not in name
    usual = all(part.isprintable() and part.strip(" .") == part for part in file.split("/"))
    return usual and Path(file).suffix.lower() in KINDS


def place_of(name: str) -> Path:
    """Where in the drafts' folder a file of a backup belongs; what lay in other folders comes into it by its name."""
    path = Path(name)
    return path.relative_to("drafts") if path.parts[0] == "drafts" else Path(path.name)


def _whole(value: Any) -> int:  # noqa: ANN401 - of a stranger's list
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value


def _of_list(entry: list[Any]) -> Kept:
    file, under, agency, year, at = entry
    if not _UNDER.fullmatch(under) or not (year is None or isinstance(year, int)):
        raise TypeError(entry)
    return Kept(str(file), under, str(agency)[:200], year, str(at)[:40])


def settings_in(backup: Backup, archive: ZipFile) -> dict[str, str]:
    """The settings of a backup that this program knows, each with a value that it can have."""
    found = json.loads(backup.read(archive, SETTINGS))
    kept: dict[str, str] = {}
    if isinstance(found, dict):
        zoom, appearance = str(found.get("zoom", "")), found.get("appearance")
        if zoom.isascii() and zoom.isdigit() and len(zoom) < 4:  # noqa: PLR2004 - per cent
            kept["zoom"] = zoom
        if appearance in _APPEARANCES:
            kept["appearance"] = str(appearance)
    return kept


def paths_in(backup: Backup, folder: str) -> Iterator[str]:
    """The names of the files in a folder of a backup."""
    return (name for name in backup.files if name.startswith(f"{folder}/"))
