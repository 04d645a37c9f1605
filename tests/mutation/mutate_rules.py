"""Mutations of the checks themselves: one operator, number or condition changed, and the tests of that rule run.

Run with `python -m tests.mutation.mutate_rules [SECONDS] [MODULE…] [--seed N]`; it spends so many seconds of processor
time on mutations drawn evenly from the rules, and lists those that no test noticed. Each run draws others, and tells
the seed with which it is repeated.
"""

import argparse
import ast
import io
import os
import random
import re
import resource
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from model.checks.registry import CHECKS, rule_modules
from model.structs import Struct

TESTS = Path(__file__).parents[1] / "checks"
FIRST = "test_one_mistake.py"
SLOW = {"test_hostile.py", "test_dismissal.py", "test_properties.py", "test_reads.py", "test_cures.py"}
LONGEST = 60
"""Seconds of processor time after which a mutation that never ends is one that was noticed."""
_SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


class Mutation(Struct, frozen=True):
    """One change of a module: where (the column in bytes), what was there, and what is there now."""

    module: str
    line: int
    column: int
    before: str
    after: str
    tree: ast.Module

    def __str__(self) -> str:
        """One line for the list."""
        return f"{self.module.rpartition('.')[2]}:{self.line}:{self.column}: {self.before}  →  {self.after}"


Site = tuple[str, int, int]
"""A module, the place of a node in it, and which way of changing it."""


def sites(name: str) -> Iterator[Site]:
    """Every place of a module that can be mutated."""
    for index, node in enumerate(ast.walk(_tree(name))):
        yield from ((name, index, kind) for kind in range(2) if _can(node, kind))


def mutated(site: Site) -> Mutation:
    """The module with one place changed."""
    name, index, kind = site
    tree = _tree(name)
    node = next(islice(ast.walk(tree), index, None))
    shown = node.test if isinstance(node, ast.If) else node
    before = ast.unparse(shown)
    _change(node, kind)
    after = ast.unparse(node.test if isinstance(node, ast.If) else node)
    line, column = getattr(node, "lineno", 0), getattr(node, "col_offset", 0) + 1
    return Mutation(name, line, column, before, after, ast.fix_missing_locations(tree))


def _tree(name: str) -> ast.Module:
    return ast.parse(Path(import_module(name).__file__ or "").read_text(encoding="utf-8"))


def _can(node: ast.AST, kind: int) -> bool:
    match node:
        case ast.Compare(ops=[op]):
            return kind == 0 and type(op) in _SWAPPED
        case ast.BoolOp():
            return kind == 0
        case ast.UnaryOp(op=ast.Not()):
            return kind == 0
        case ast.Constant(value=int() | float() as value):
            return kind == 0 and not isinstance(value, bool)
        case ast.If():
            return True
    return False


def _change(node: ast.AST, kind: int) -> None:
    match node:
        case ast.Compare(ops=[op]):
            node.ops = [_SWAPPED[type(op)]()]
        case ast.BoolOp(op=op):
            node.op = ast.Or() if isinstance(op, ast.And) else ast.And()
        case ast.UnaryOp():
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant(value=int() | float() as value):
            node.value = value + 1
        case ast.If():
            node.test = ast.Constant(value=bool(kind))


_CODE = re.compile(r"\b[A-Z][0-9]?-[0-9]{2}\b")


def tests_of(name: str) -> list[str]:
    """The test with a mistake for every check, and those that name a check of a module, or none at all."""
    codes = frozenset(_codes(name))
    found = [path for path in sorted(TESTS.glob("test_*.py"), key=_after_the_first) if path.name not in SLOW]
    named = {path: frozenset(_CODE.findall(path.read_text(encoding="utf-8"))) for path in found}
    return [str(path) for path in found if path.name == FIRST or not named[path] or named[path] & codes]


def _after_the_first(path: Path) -> tuple[bool, str]:
    return path.name != FIRST, path.name


def _codes(name: str) -> list[str]:
    """The checks of a module; of one that has none, those of the modules that use it."""
    own = [code for code, entry in CHECKS.items() if entry.find.__module__ == name]
    return own or [code for user in rule_modules() if _uses(user, name) for code in _codes(user)]


def _uses(user: str, name: str) -> bool:
    folder, _, last = name.rpartition(".")
    return any(
        node.module == name or (node.module == folder and any(each.name == last for each in node.names))
        for node in ast.walk(_tree(user))
        if isinstance(node, ast.ImportFrom)
    )


def is_noticed(mutation: Mutation, files: list[str]) -> bool:
    """Whether a test fails in a process of its own in which the module is the mutated one."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
        os._exit(_failed(mutation, files))
    _, status = os.waitpid(child, 0)
    return status != 0


def _failed(mutation: Mutation, files: list[str]) -> int:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        try:
            _replace(import_module(mutation.module), mutation.tree)
            return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", *files]) != 0)
        except Exception:  # noqa: BLE001 - a mutation that cannot even be loaded is noticed
            return 1


def _replace(module: ModuleType, tree: ast.Module) -> None:
    """Run the mutated module in place of the one there is, also where another has imported a name of it."""
    for code in [code for code, entry in CHECKS.items() if entry.find.__module__ == module.__name__]:
        del CHECKS._checks[code]
    before = {name: value for name, value in vars(module).items() if not name.startswith("_")}
    exec(compile(tree, module.__file__ or "", "exec"), module.__dict__)
    for user in (vars(found) for name, found in sys.modules.items() if name.startswith("model.")):
        user.update({name: vars(module)[name] for name, value in before.items() if user.get(name) is value})


def _spent() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def main(seconds: float, modules: list[str], seed: int) -> int:
    """Try mutations until the time is spent; the number of those that nothing noticed."""
    wanted = [name for name in rule_modules() if not modules or name.rpartition(".")[2] in modules]
    all_of = [site for name in wanted for site in sites(name)]
    random.Random(seed).shuffle(all_of)
    files = {name: tests_of(name) for name in wanted}
    survivors = tried = 0
    for site in all_of:
        if _spent() > seconds:
            break
        tried += 1
        mutation = mutated(site)
        if not is_noticed(mutation, files[mutation.module]):
            survivors += 1
            print("survived", mutation, flush=True)
    told = f"{tried} of {len(all_of)} mutations tried, {survivors} not noticed"
    print(f"{told}, {_spent():.0f} s of processor time, --seed {seed}")
    return survivors


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", nargs="?", type=float, default=900)
    parser.add_argument("modules", nargs="*", metavar="module")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    given = parser.parse_args()
    main(given.seconds, given.modules, given.seed)
