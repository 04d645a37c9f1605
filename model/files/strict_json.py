"""JSON without surprises: duplicate keys, NaN, deep nesting and half characters are refused with their place."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from itertools import islice
from json.encoder import encode_basestring
from typing import Any, NoReturn

from model.language.characters import whole_characters
from model.structs import Struct

DEPTH_LIMIT = 40
"""How deep arrays and objects may lie in each other."""
SHOWN = 40
"""How much of a wrong value a message repeats, in characters."""
KEY_SHOWN = 80
"""How much of a key that is no plain word a message repeats, in characters."""
LONG_NUMBER_BITS = 10_000
"""A whole number longer than this is not spelled out in a message."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""How a half character is written; a whole one outside of the first plane begins so too."""
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,79}")


class JsonError(ValueError):
    """The content is not what it should be; the message names the place and what is wrong, for the clerk."""


class Damaged(JsonError):  # noqa: N818
    """Something was written otherwise, or is no longer whole; the message is of use to a technician only."""


class _Odd(Exception):  # noqa: N818
    """Something in it is not as it should be; it is looked through for what and where."""


class _Flaw(Struct, frozen=True):
    """A part that cannot be kept; it is reported with its place when the whole is looked through."""

    reason: str
    key: str | None = None


def loads(content: bytes) -> Any:  # noqa: ANN401 - JSON is any of its kinds
    """The value in UTF-8 JSON; numbers with a point become exact Decimals.

    Raises:
        JsonError: it is not UTF-8, not JSON, nested too deep, or has duplicate keys, NaN, numbers without end or
            half characters.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JsonError(f"文件已损坏或不是年报助手的草稿（第 {error.start + 1} 字节处不是 UTF-8 编码）") from None
    if not text.strip():
        raise JsonError("文件是空的")
    with suppress(_Odd, ValueError, ArithmeticError, RecursionError):
        value = json.loads(text, object_pairs_hook=_different, parse_float=Decimal, parse_constant=_refused)
        if not _HALF.search(text) and not _may_be_deep(text, value):
            return value
    return _looked_through(text)


def _looked_through(text: str) -> Any:  # noqa: ANN401
    """The same for JSON in which something is wrong: what, and where."""
    try:
        value = json.loads(
            text, object_pairs_hook=_pairs, parse_int=_whole, parse_float=_decimal, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        if not text.lstrip().startswith(("{", "[")):
            raise JsonError("不是年报助手的草稿，请选择扩展名为 .nianbao 的草稿文件") from None
        raise Damaged(f"第 {error.lineno} 行第 {error.colno} 个字符处不是正确的 JSON") from None
    except RecursionError:
        raise JsonError(f"嵌套超过 {DEPTH_LIMIT} 层，不是年报助手的草稿") from None
    _look_through(value, ())
    return value


def dumps(value: Mapping[str, Any]) -> bytes:
    """UTF-8 JSON, indented by two blanks, keys in the order given, a line feed at the end; no half characters."""
    return (whole_characters("".join(_written(value, "\n"))) + "\n").encode("utf-8")


def shown(value: object) -> str:
    """A value as it stands in a file, on one line, shortened to `SHOWN` characters."""
    if isinstance(value, int) and value.bit_length() > LONG_NUMBER_BITS:
        return "太长的数"
    text = " ".join("".join(islice(_written(value, "\n"), SHOWN + 1)).split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def key_place(place: str, key: str) -> str:
    """The place of a key inside an object; keys that are not plain words are quoted, long ones cut."""
    name = key if _PLAIN_KEY.fullmatch(key) else json.dumps(whole_characters(key[:KEY_SHOWN]), ensure_ascii=False)
    return f"{place}.{name}" if place else name


def _different(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Odd
    return found


def _refused(_word: str) -> NoReturn:
    raise _Odd


def _may_be_deep(text: str, value: object) -> bool:
    """Whether there may be too many arrays and objects in each other; most files have fewer than that in all."""
    return text.count("{") + text.count("[") > DEPTH_LIMIT and _is_deeper(value, DEPTH_LIMIT)


def _is_deeper(value: object, most: int) -> bool:
    """Whether a value, or one in it, lies in more arrays and objects than some."""
    if not isinstance(value, dict | list) or not value:
        return False
    inside = value.values() if isinstance(value, dict) else value
    return not most or any(_is_deeper(part, most - 1) for part in inside if isinstance(part, dict | list))


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Flaw:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            return _Flaw("这一项写了两次", key)
        seen.add(key)
    raise AssertionError("fewer keys than pairs, and none twice")


def _whole(digits: str) -> int | _Flaw:
    try:
        return int(digits)
    except ValueError:
        return _Flaw(f"{digits[:SHOWN]}… 长得无法读取")


def _decimal(digits: str) -> Decimal | _Flaw:
    try:
        return Decimal(digits)
    except InvalidOperation:
        return _Flaw(f"{digits[:SHOWN]} 大得或小得无法读取")


def _constant(word: str) -> _Flaw:
    return _Flaw(f"{word} 不是数字")


def _look_through(value: object, path: tuple[str | int, ...]) -> None:
    """Look at every part once; places are only spelled out for what is wrong, so a hostile file costs no memory."""
    if len(path) > DEPTH_LIMIT:
        raise JsonError(f"嵌套超过 {DEPTH_LIMIT} 层，不是年报助手的草稿")
    if isinstance(value, dict):
        for key, part in value.items():
            _look_through(key, (*path, key))
            _look_through(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            _look_through(part, (*path, index))
    elif isinstance(value, str) and _SURROGATE.search(value):
        raise _at(path, "含有残缺的字符")
    elif isinstance(value, _Flaw):
        raise _at(path if value.key is None else (*path, value.key), value.reason)


def _at(path: tuple[str | int, ...], reason: str) -> JsonError:
    place = ""
    for step in path:
        place = key_place(place, step) if isinstance(step, str) else f"{place}[{step}]"
    return Damaged(f"{place}: {reason}" if place else reason)


def _written(value: object, line: str) -> Iterator[str]:
    """The pieces of a value's written form; `line` starts a new line at the present indentation."""
    inner = line + "  "
    if isinstance(value, Mapping) and value:
        for index, (key, part) in enumerate(value.items()):
            yield f"{',' if index else '{'}{inner}{encode_basestring(key)}: "
            yield from _written(part, inner)
        yield f"{line}}}"
    elif isinstance(value, list | tuple) and value:
        for index, part in enumerate(value):
            yield f"{',' if index else '['}{inner}"
            yield from _written(part, inner)
        yield f"{line}]"
    elif isinstance(value, str):
        yield encode_basestring(value)
    elif isinstance(value, Decimal):
        yield str(value)
    else:
        yield json.dumps({} if isinstance(value, Mapping) else value)
