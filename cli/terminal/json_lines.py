"""Answers for other programs: a JSON value on each line."""

import json

from cli.terminal.output import say


def say_json(value: object) -> None:
    """Print one JSON value on a line; see `cli.terminal.output.say`."""
    say(json.dumps(value, ensure_ascii=False))
