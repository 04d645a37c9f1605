"""JSON without surprises: duplicate keys, NaN, deep nesting and half characters are refused with their place."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

DEPTH_LIMIT = 40
"""How deep arrays and objects may lie in each other."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class JsonError(ValueError):
    """The content is not what it should be; the message names the place and what is wrong, for the clerk."""


class _Duplicate(dict[str, Any]):
    """An object in which a key stood twice; found again, with its place, when the whole is looked through."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


def loads(content: bytes) -> Any:  # noqa: ANN401 - JSON is any of its kinds
    """The value in UTF-8 JSON; numbers with a point become exact Decimals.

    Raises:
        JsonError: it is not UTF-8, not JSON, nested too deep, or has duplicate keys, NaN or half characters.
    """
    if not content.strip():
        raise JsonError("文件是空的")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JsonError(f"第 {error.start + 1} 字节处不是 UTF-8 编码，文件已损坏或不是年报助手的草稿") from None
    try:
        value = json.loads(text, object_pairs_hook=_pairs, parse_float=Decimal, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise JsonError(f"第 {error.lineno} 行第 {error.colno} 个字符处不是正确的 JSON，文件已损坏或不完整") from None
    except RecursionError:
        raise JsonError(f"嵌套超过 {DEPTH_LIMIT} 层，不是年报助手的草稿") from None
    except ValueError as error:
        raise error if isinstance(error, JsonError) else JsonError("有一个数字长得无法读取，文件已损坏") from None
    _look_through(value)
    return value


def dumps(value: Mapping[str, Any]) -> bytes:
    """UTF-8 JSON, indented by two blanks, keys in the order given, a line feed at the end."""
    return ("".join(_written(value, "\n")) + "\n").encode("utf-8")


def key_place(place: str, key: str) -> str:
    """The place of a key inside an object; keys that are not plain words are quoted."""
    name = key if _PLAIN_KEY.fullmatch(key) else json.dumps(key[:80], ensure_ascii=False)
    return f"{place}.{name}" if place else name


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            return _Duplicate(key)
        seen.add(key)
    raise AssertionError("fewer keys than pairs, and none twice")


def _refuse_constant(word: str) -> None:
    raise JsonError(f"有一处写着 {word}，不是数字")


def _look_through(root: object) -> None:
    """Look at every part once, without recursion."""
    left: list[tuple[str, object, int]] = [("", root, 0)]
    while left:
        place, value, depth = left.pop()
        if depth > DEPTH_LIMIT:
            raise JsonError(f"嵌套超过 {DEPTH_LIMIT} 层，不是年报助手的草稿")
        if isinstance(value, _Duplicate):
            raise JsonError(f"{key_place(place, value.key)}: 这一项写了两次")
        if isinstance(value, str) and _SURROGATE.search(value):
            raise JsonError(f"{place}: 含有残缺的字符")
        left.extend((inner, part, depth + 1) for inner, part in _parts(place, value))


def _parts(place: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, part in value.items():
            inner = key_place(place, "键" if _SURROGATE.search(key) else key)
            yield inner, key if _SURROGATE.search(key) else part
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield f"{place}[{index}]", part


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
