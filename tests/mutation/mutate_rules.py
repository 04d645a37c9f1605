"""Mutations of the checks themselves: one operator, number or condition changed, and the tests of that rule run.

Run with `python -m tests.mutation.mutate_rules [SECONDS] [MODULE…]`; it spends so many seconds of processor time on
mutations drawn evenly from the rules, and lists those that no test noticed.
"""

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
    """One change of a module: where, what was there, and what is there now."""

    module: str
    line: int
    before: str
    after: str
    tree: ast.Module

    def __str__(self) -> str:
        """One line for the list."""
        return f"{self.module.rpartition('.')[2]}:{self.line}: {self.before}  →  {self.after}"


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
    return Mutation(name, getattr(node, "lineno", 0), before, after, ast.fix_missing_locations(tree))


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


def tests_of(name: str) -> list[str]:
    """The test files that name a check of a module, the one that has a mistake for every check first."""
    module = import_module(name)
    codes = [code for code, entry in CHECKS.items() if entry.find.__module__ == module.__name__]
    wanted = re.compile("|".join(f'"{code}"' for code in codes) or "(?!)")
    found = [path for path in sorted(TESTS.glob("test_*.py")) if path.name not in SLOW]
    return [str(path) for path in found if wanted.search(path.read_text(encoding="utf-8"))]


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
    for code in [code for code, entry in CHECKS.items() if entry.find.__module__ == module.__name__]:
        del CHECKS._checks[code]
    exec(compile(tree, module.__file__ or "", "exec"), module.__dict__)


def _spent() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def main(seconds: float, modules: list[str]) -> int:
    """Try mutations until the time is spent; the number of those that nothing noticed."""
    wanted = [name for name in rule_modules() if not modules or name.rpartition(".")[2] in modules]
    all_of = [site for name in wanted for site in sites(name)]
    random.Random(1).shuffle(all_of)
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
    print(f"{tried} of {len(all_of)} mutations tried, {survivors} not noticed, {_spent():.0f} s of processor time")
    return survivors


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 900, sys.argv[2:])
