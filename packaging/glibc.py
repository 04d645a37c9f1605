"""Makes a frozen Linux program run on older systems, and measures how old they may be.

Everything in the bundle but Python's own library comes from wheels that ask for glibc 2.28 at most. Debian's library of
Python asks for 2.35, only because it was linked there: its archive of position-independent objects is linked again
here against glibc 2.28 (the linker and the old symbols come with `ziglang`), with three newer calls replaced by
`old_glibc.c` and libexpat put inside. The compiled code is Debian's, optimised as Debian does; `-Bsymbolic` keeps its
calls inside the library, without which it starts a tenth slower.

`python packaging/glibc.py PACKAGE.deb…` says of finished packages how large they are, and which binary in them asks for
which version of the system's libraries of C and C++, the newest first.
"""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory

from processors import Processor
from sizes import MB

_LINKED_AGAINST = "2.28"
_VERSION = re.compile(r"\((GLIBC|GLIBCXX)_([0-9.]+)\)")


def parts(processor: Processor, system: Path) -> tuple[Path, ...]:
    """What the library is linked from: the objects of Debian's Python, libexpat whole, zlib by name.

    Args:
        processor: what it is linked for.
        system: the root folder of a Debian for it; / is this one.

    Raises:
        RuntimeError: that Python comes without its objects.
    """
    name = f"python{sysconfig.get_python_version()}"
    libraries = system / "usr" / "lib" / processor.system
    objects = system / "usr" / "lib" / name / f"config-{name[6:]}-{processor.system}" / f"lib{name}-pic.a"
    found = (objects, libraries / "libexpat.a", system / "lib" / processor.system / "libz.so.1")
    for part in found:
        if not part.exists():
            raise RuntimeError(f"no {part}: run this with Debian's python3.11, and install libpython3.11-dev")
    return found


def relink(library: Path, processor: Processor, system: Path) -> None:
    """Put the library of Debian's Python, linked again, in the place of the one in the bundle.

    Raises:
        RuntimeError: that Python comes without its objects.
        subprocess.CalledProcessError: the linker failed.
    """
    objects, *libraries = parts(processor, system)
    shared = ["-shared", "-Wl,-Bsymbolic", f"-Wl,-soname,{library.name}", "-o", str(library)]
    whole = ["-Wl,--whole-archive", str(objects), "-Wl,--no-whole-archive"]
    rest = [str(Path(__file__).with_name("old_glibc.c")), *map(str, libraries), "-lm", "-lpthread", "-ldl", "-lutil"]
    subprocess.run([*compiler(processor), *shared, *whole, *rest], check=True)


def raising(internal: Path, processor: Processor, system: Path) -> None:
    """Compile `raising.c` into the bundle, where the program finds it as a module; it asks for no symbol of glibc's.

    Raises:
        subprocess.CalledProcessError: the compiler failed.
    """
    source, target = Path(__file__).with_name("raising.c"), internal / "nianbao_raising.so"
    shared = ["-shared", "-fPIC", *headers(system), "-o", str(target), str(source)]
    subprocess.run([*compiler(processor), *shared], check=True)


def compiler(processor: Processor) -> list[str]:
    """What compiles and links for a processor, with the symbols of an old system."""
    target = f"{processor.system}.{_LINKED_AGAINST}"
    return [sys.executable, "-m", "ziglang", "cc", "-target", target, "-O2", "-s"]


def headers(system: Path) -> list[str]:
    """The compiler's options for the headers of Python that a system has."""
    include = system / "usr" / "include"
    return [f"-I{include / f'python{sysconfig.get_python_version()}'}", "-idirafter", str(include)]


def demands(folder: Path) -> dict[str, dict[str, tuple[int, ...]]]:
    """The newest version of each library that each binary below a folder asks for: {GLIBC or GLIBCXX: {file: …}}."""
    found: dict[str, dict[str, tuple[int, ...]]] = {"GLIBC": {}, "GLIBCXX": {}}
    for path in binaries(folder):
        inside = str(path.relative_to(folder))
        for library, version in _VERSION.findall(_symbols(path)):
            numbers = tuple(map(int, version.split(".")))
            found[library][inside] = max(found[library].get(inside, ()), numbers)
    return found


def binaries(folder: Path) -> list[Path]:
    """The programs and libraries below a folder, links left out."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path for path in files if _is_binary(path)]


def _is_binary(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def links(path: Path) -> list[str]:
    """The names of the libraries that a binary links to."""
    done = subprocess.run(["objdump", "-p", str(path)], stdout=subprocess.PIPE, check=True)
    return re.findall(r"NEEDED +(\S+)", done.stdout.decode("ascii", "replace"))


def newest(folder: Path, processor: Processor) -> str:
    """One line: the newest glibc and libstdc++ asked for, and by whom; an error where that is newer than promised.

    Raises:
        RuntimeError: a file asks for more than the oldest promised system has.
    """
    said = []
    asked = demands(folder)
    for library, limit in (("GLIBC", processor.glibc), ("GLIBCXX", processor.cxx)):
        file, version = max(asked[library].items(), key=lambda item: item[1])
        words = f"{library} {'.'.join(map(str, version))} ({file})"
        if version > limit:
            raise RuntimeError(f"{words}; promised is {'.'.join(map(str, limit))}")
        said.append(words)
    return "needs at most " + ", ".join(said)


def told(package: Path) -> str:
    """What a finished package weighs and asks for, as a table: one line for each binary, the newest demands first."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["dpkg-deb", "--extract", package, folder], check=True)
        files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
        whole = sum(path.stat().st_size for path in files)
        asked, found = demands(folder), [str(path.relative_to(folder)) for path in binaries(folder)]
    lines = [(*(asked[library].get(inside, ()) for library in asked), inside) for inside in found]
    head = f"{package.stat().st_size / MB:.2f} MB, unpacked {whole / MB:.2f} MB in {len(files)} files"
    shown = (
        "".join(f"{'.'.join(map(str, version)) or '-':>10}" for version in versions) + f"  {inside}"
        for *versions, inside in sorted(lines, reverse=True)
    )
    return "\n".join([f"{package.name}: {head}", "".join(f"{library:>10}" for library in asked), *shown])


def _symbols(path: Path) -> str:
    done = subprocess.run(["objdump", "-T", str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout.decode("ascii", "replace")


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        print(told(Path(argument)), end="\n\n")
