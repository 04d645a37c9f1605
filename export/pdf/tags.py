"""The structure of a tagged PDF file: which marked content is which paragraph or cell (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Iterable

from export.content import Block, Listing, NumberTable
from export.pdf.objects import Objects
from export.pdf.parts import Part


class Tags:
    """Collects marked content by part, and writes the tree of structure elements."""

    def __init__(self, file: Objects, blocks: Iterable[Block]) -> None:
        """Begin without content."""
        self._file = file
        self._tables = {number for number, block in enumerate(blocks) if isinstance(block, NumberTable | Listing)}
        self._of_part: dict[Part, list[tuple[int, int]]] = {}
        self._on_page: dict[int, list[Part]] = {}

    def content(self, part: Part, page: int) -> int:
        """The number that a further piece of a part has on a page."""
        on_page = self._on_page.setdefault(page, [])
        self._of_part.setdefault(part, []).append((page, len(on_page)))
        on_page.append(part)
        return len(on_page) - 1

    def write(self, pages: list[int]) -> int:
        """Write the tree and give the number of its root."""
        root = self._file.add(b"")
        document = self._file.add(b"")
        children: list[int] = []
        elements: dict[Part, int] = {}
        for block, parts in self._by_block().items():
            if block in self._tables:
                children.append(self._table(document, parts, elements))
            else:
                elements |= {part: self._element(part, document) for part in parts}
                children += [elements[part] for part in parts]
        self._file.bodies[document] = _node("Document", root, children)
        numbers = b" ".join(
            b"%d [%s]" % (index, _references(elements[part] for part in self._on_page.get(page, ())))
            for index, page in enumerate(pages)
        )
        parents = self._file.add(b"<< /Nums [%s] >>" % numbers)
        self._file.bodies[root] = (
            b"<< /Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d >>"
            % (document, parents, len(pages))
        )
        return root

    def _by_block(self) -> dict[int, list[Part]]:
        found: dict[int, list[Part]] = {}
        for part in self._of_part:
            found.setdefault(part.block, []).append(part)
        return dict(sorted(found.items()))

    def _table(self, document: int, parts: list[Part], elements: dict[Part, int]) -> int:
        table = self._file.add(b"")
        rows = []
        for number in sorted({part.row for part in parts}):
            row = self._file.add(b"")
            cells = sorted((part for part in parts if part.row == number), key=lambda part: part.column)
            elements |= {cell: self._element(cell, row) for cell in cells}
            self._file.bodies[row] = _node("TR", table, [elements[cell] for cell in cells])
            rows.append(row)
        self._file.bodies[table] = _node("Table", document, rows)
        return table

    def _element(self, part: Part, parent: int) -> int:
        contents = b" ".join(b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % content for content in self._of_part[part])
        look = part.role.encode(), parent, _table_look(part), contents
        return self._file.add(b"<< /Type /StructElem /S /%s /P %d 0 R%s /K [%s] >>" % look)


def _table_look(part: Part) -> bytes:
    """The attributes of a cell: how far it spans, and what it heads."""
    if part.role not in ("TH", "TD"):
        return b""
    scope = b" /Scope /%s" % part.scope.encode() if part.scope else b""
    return b" /A << /O /Table /RowSpan %d /ColSpan %d%s >>" % (part.rows, part.columns, scope)


def _node(role: str, parent: int, children: list[int]) -> bytes:
    return b"<< /Type /StructElem /S /%s /P %d 0 R /K [%s] >>" % (role.encode(), parent, _references(children))


def _references(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)
