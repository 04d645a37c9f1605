"""What a group of an RTF file takes over from the one around it."""

from model.structs import Struct


class State(Struct):
    """What a group takes over from the one around it.

    Attributes:
        into: where words go: `text`, one of the gathered groups, or nowhere when empty.
        stand_in: how many characters behind a Unicode one stand in for it.
        in_table, depth: the paragraph is in a table, in a table at a depth.
        hidden, struck: the words are not shown, or struck through as a correction by hand.
        above, below: the words are set above, or below, the line.
        tiny, colour, grounded: they are too small to be seen; their colour by number; on a ground of another colour.
        level, style: the paragraph's outline level, and its style by number.
        nested_row: the group tells the shape of a row of a table in a table.
        box: the group is a text box, or in one.
        endnote: the group is a note that stands at the end of the text.
        fresh: nothing in the group was read yet.
        starred: the group may be left out by who does not know its word.
    """

    into: str = "text"
    stand_in: int = 1
    font: int = 0
    hidden: bool = False
    struck: bool = False
    above: bool = False
    below: bool = False
    tiny: bool = False
    colour: int = 0
    grounded: bool = False
    in_table: bool = False
    depth: int = 0
    level: int | None = None
    style: int | None = None
    nested_row: bool = False
    box: bool = False
    endnote: bool = False
    fresh: bool = False
    starred: bool = False

    @property
    def table(self) -> int:
        """The depth of tables that the paragraph is in; 0 for none."""
        return max(self.depth, int(self.in_table))
