"""The edit that puts what the 科室 gave into the report."""

from types import MappingProxyType

from model.gathering.adding import Gathered, posted
from model.report.change import Place
from model.report.report import Report
from model.session.edits import Edit, set_numbers
from model.session.storable import with_words
from model.structs import replace


def take_sheets(found: Gathered) -> Edit:
    """Fill in the figures and who gave them, and keep the numbers of posts beside the tables, in one step.

    Raises once made:
        CellError: one of them cannot be kept; nothing is changed then.
    """
    sums = [each for each in found.sums if not each.item.channel]
    numbers = set_numbers({each.item.cell.id: each.after for each in sums})
    posts = posted(found)

    def make(report: Report) -> Report:
        givers = report.given_by
        for each in sums:
            givers = with_words(givers, each.item.cell.id, each.given_by)
        counted = MappingProxyType({**report.posts, **posts}) if posts else report.posts
        return replace(numbers.make(report), given_by=givers, posts=counted)

    return Edit(make, numbers.place if sums else Place(_PART))


_PART = "overview"
"""Where numbers of posts are told of."""
