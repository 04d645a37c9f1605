"""Random applications, written as random offices write them, count as they are in truth, or are asked about."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from importers.ledger.workbook import raw_sheets
from model.ledger.counting import Count, count
from model.ledger.ledger import Ledger, Place
from model.ledger.recognise import sheets_of
from model.ledger.when import period
from tests.ledger.offices import FORM, YEAR, Office, answers_in_truth, applications, naive, with_oddities
from tests.tools import examples


def asked_about(found: Count) -> set[Place]:
    return {place for question in found.unanswered for place in question.places}


@given(st.integers(0, 2**40))
@settings(max_examples=examples(40), deadline=None)
def test_what_an_office_wrote_counts_as_it_is_or_is_asked(seed: int) -> None:
    random = Random(seed)
    office = Office(random)
    data, places = office.workbook(with_oddities(random, applications(random)))
    ledger = Ledger(sheets_of(raw_sheets(data)))
    found = count(ledger, FORM, period(YEAR))
    asked = asked_about(found)
    clear = [truth for at, truth in places.items() if Place(*at) not in asked]
    assert Counter({cell: n for cell, n in found.numbers.items() if n}) == naive(clear)
    assert found.waiting == len(asked & {Place(*at) for at in places}) == len(asked)
    answers = answers_in_truth(found.unanswered, places)
    again = count(ledger, FORM, period(YEAR), answers=answers)
    left = asked_about(again)
    clear = [truth for at, truth in places.items() if Place(*at) not in left]
    assert Counter({cell: n for cell, n in again.numbers.items() if n}) == naive(clear)
