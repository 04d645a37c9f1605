"""What Python raises when a zip of somebody else is read: it is none, or damaged, or packed in a way we cannot read."""

import struct
import zipfile
import zlib

_LZMA: type[Exception] = getattr(getattr(zipfile, "lzma", None), "LZMAError", zlib.error)
"""Where Python was built without it, such a part is a `NotImplementedError` instead."""
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    _LZMA,
    struct.error,
    EOFError,
    NotImplementedError,  # a way of packing that this Python does not know
    RuntimeError,  # locked by a password
    LookupError,  # no such part
    ValueError,  # names or places that cannot be
    ArithmeticError,
)
"""Damage anywhere in the file, found when it is opened or when a part is unpacked; `OSError` is for who knows the file.

A bit that is wrong in a part is a `zlib.error` where the deflated data makes no sense, and a `BadZipFile` else.
"""
