"""Characters that steer a terminal or turn the direction of a line."""

import json
import re

_STEERING = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def spelled_out(text: str) -> str:
    """A line with every such character written as JSON writes it."""
    return _STEERING.sub(lambda found: json.dumps(found.group())[1:-1], text)
