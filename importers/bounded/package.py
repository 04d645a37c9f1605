"""An Office package (OPC), zipped or as one flat XML file: its parts and how they point at each other."""

import posixpath
import re
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import unquote

from importers.bounded import xml
from importers.refused import DAMAGED, Refused

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_FLAT = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"


class Parts(Protocol):
    """Where the parts' bytes come from."""

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names, without a leading `/`."""

    def read(self, name: str) -> bytes | None:
        """A part's content, whatever the case of its name; None when there is none."""


class Package:
    """The parts of an Office file. Namespaces of the strict variant are turned into the usual ones."""

    def __init__(self, parts: Parts) -> None:
        """Find the main part by the package's relationships.

        Raises:
            Refused: there is none.
        """
        self._parts = parts
        self.names = parts.names
        main = self.targets("").get("officeDocument")
        if main is None:
            raise Refused(DAMAGED)
        self.main = main

    def read(self, name: str) -> bytes | None:
        """A part's XML or other content; None when there is none."""
        content = self._parts.read(name)
        return None if content is None else _STRICT.sub(_TRANSITIONAL, content)

    def targets(self, part: str) -> Mapping[str, str]:
        """The parts that a part points at, by the last word of the relationship's type; the first of each type.

        Args:
            part: a part's name, or empty for the package itself.
        """
        folder, name = posixpath.split(part)
        content = self.read(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, str] = {}
        for link in () if content is None else xml.parse(content).iterchildren(_RELATIONSHIP):
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(link.get("Target", "")))).lstrip("/")
                found.setdefault(link.get("Type", "").rpartition("/")[2], target)
        return found

    def content_type(self, part: str) -> str:
        """What the package says a part is; empty when it does not say."""
        content = self.read("[Content_Types].xml")
        if content is None:
            return ""
        root, wanted = xml.parse(content), f"/{part}".lower()
        for override in root.iterchildren(f"{_TYPES}Override"):
            if override.get("PartName", "").lower() == wanted:
                return override.get("ContentType", "")
        ending = part.rpartition(".")[2].lower()
        defaults = {item.get("Extension", "").lower(): item for item in root.iterchildren(f"{_TYPES}Default")}
        return defaults[ending].get("ContentType", "") if ending in defaults else ""


class Flat:
    """The parts of a package that was saved as one XML file (Word's “XML 文档”)."""

    def __init__(self, data: bytes) -> None:
        """Split it into parts.

        Raises:
            Refused: it is no such file.
        """
        from lxml import etree

        root = xml.parse(data)
        self._parts: dict[str, bytes] = {}
        for part in root.iterchildren(f"{_FLAT}part"):
            content = part.find(f"{_FLAT}xmlData")
            if content is not None and len(content):
                name = part.get(f"{_FLAT}name", "").lstrip("/")
                self._parts[name] = etree.tostring(content[0])

    @property
    def names(self) -> tuple[str, ...]:
        """The XML parts' names."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes | None:
        """A part's XML."""
        return self._parts.get(name.lstrip("/"))
