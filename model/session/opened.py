"""The session of a draft that was opened."""

from datetime import date

from model.drafts.opening import Opened
from model.session.session import Session


def session_of(opened: Opened, today: date) -> Session:
    """The session for a draft on a day; one that only reads where the draft can only be looked at."""
    return Session(opened.draft, today, opened.read_only, unsaved=opened.unsaved)
