"""The command line against a bare Python: the start, `check` of one draft and of many, reports written and read.

Every call is a process of its own, its modules compiled beforehand as in an installed program. The drafts are all
different, so that nothing that a check remembers of one text serves for the next.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.limits import Ratio, is_short
from benchmarks.timing import Work, fastest, processor, python
from export.exporters import REPORT, export
from model.drafts import draft
from tests.mutation.reports import report_of

SEED = Path(__file__).parents[1] / "tests" / "data" / "seed.nianbao"
BARE = "bare Python"
_CALL = "import sys, cli; status = cli.main(sys.argv[1:]); sys.exit(status if status > 1 else 0)"
_PEAK = "import resource, sys, cli; cli.main(sys.argv[1:]); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
_SETTLED, _MOST = 100, 1000
"""So many drafts of one call have made what is kept of any; so many are checked for what is added after that."""


def ratios() -> Iterator[Ratio]:
    """All of them; memory, and three hundred files at once, in a long run only."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        drafts = _drafts(folder, 20 if is_short() else _MOST)
        yield from _start(drafts)
        yield from _many(drafts[: 12 if is_short() else 300], folder)
        if not is_short():
            yield _memory(drafts)


def _drafts(folder: Path, count: int) -> list[Path]:
    random, place = Random(5), folder / "drafts"
    place.mkdir()
    found = [place / f"{number:04d}.nianbao" for number in range(count)]
    for path in found:
        path.write_bytes(draft.dumps(draft.Draft(report_of(random, past=False, sourced=False))))
    return found


def _start(drafts: Sequence[Path]) -> Iterator[Ratio]:
    many = drafts[:20] if is_short() else drafts[:100]
    works: dict[str, Work] = {BARE: python("pass"), "version": python(_CALL, "--version")}
    works |= {"one": python(_CALL, "check", SEED), "many": python(_CALL, "check", SEED, *many)}
    times = fastest(works, 15, processor)  # a difference of medians would show the machine's drift
    further = (times["many"] - times["one"]) / len(many)
    yield Ratio(f"nianbao --version ÷ {BARE}", times["version"] / times[BARE], 3)
    yield Ratio(f"check of one draft ÷ {BARE}", times["one"] / times[BARE], 15, f"{times['one']:.0f} ms")
    yield Ratio(f"each further draft of {len(many)} in one check ÷ {BARE}", further / times[BARE], 1.0, wanted=0.4)


def _many(drafts: Sequence[Path], folder: Path) -> Iterator[Ratio]:
    """Reports written and read in one call, against the call for one and so many times the work for one more."""
    words = folder / "words"
    words.mkdir()
    for path in drafts:
        export(REPORT, draft.load(path).report, words / f"{path.stem}.docx", replace=True)
    for call, files in (("export", drafts), ("import", sorted(words.iterdir()))):
        some = 6 if is_short() else 31  # of two or three files more, the start's own unevenness would be the most
        works = {str(count): _into(folder / call / str(count), call, files[:count]) for count in (1, some, len(files))}
        times = fastest(works, 3, processor)
        single = (times[str(some)] - times["1"]) / (some - 1)
        share = times[str(len(files))] / (times["1"] + single * (len(files) - 1))
        yield Ratio(f"{call} of {len(files)} files in one call ÷ start and as many times one", share, 1.2)


def _into(folder: Path, call: str, files: Sequence[Path]) -> Work:
    """A call that writes into a folder; files of one agency and year are refused with a line, which is work too."""
    return python("import sys, cli; cli.main(sys.argv[1:])", call, *files, "-o", f"{folder}/", "--force")


def _memory(drafts: Sequence[Path]) -> Ratio:
    some, all_ = (int(python(_PEAK, "check", *drafts[:count])().stdout.split()[-1]) for count in (_SETTLED, _MOST))
    return Ratio(f"memory after {_MOST} drafts in one check ÷ after {_SETTLED}", all_ / some, 1.1)
