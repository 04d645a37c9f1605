"""The one table of calls, in the order of `nianbao --help`."""

from collections.abc import Mapping

from cli import checking, comparing, exporting, importing, trials
from cli.call import Call

CALLS: Mapping[str, Call] = {
    call.name: call
    for call in (
        trials.DEMO,
        importing.IMPORT,
        importing.NEW,
        checking.CHECK,
        comparing.COMPARE,
        exporting.EXPORT,
        trials.SELF_TEST,
    )
}
