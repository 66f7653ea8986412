"""Seats of task forces in words and counts: only who sits there fills one."""

import datetime as dt

import pytest

from components.task_forces import task_forces
from store.models import Person
from store.people.task_forces import LEADER, REPRESENTATIVE, Seat

ADDED = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
AMINA = Person(id=1, name="Amina", shows_name=True, added_at=ADDED)
BRUNO = Person(id=2, name="Bruno", added_at=ADDED)
SEATS = [
    Seat("D4", LEADER, None, (AMINA,), 0),
    Seat("D4", REPRESENTATIVE, "R-AFR", (), 2),
    Seat("D4", REPRESENTATIVE, "R-EUR", (AMINA, BRUNO), 1),
    Seat("D4", REPRESENTATIVE, "R-LAC", (), 1),
    Seat("D4", REPRESENTATIVE, "R-NAM", (), 0),
]


def test_a_seat_with_candidates_is_neither_filled_nor_vacant() -> None:
    assert task_forces.summary(SEATS) == (
        "2 of 5 seats are filled, 2 have a candidate, 1 are vacant."
    )


@pytest.mark.usefixtures("real_names")
def test_a_seat_says_who_sits_there_or_who_would() -> None:
    assert [task_forces.described(seat) for seat in SEATS] == [
        "Amina",
        "2 candidates",
        "Amina and filled",
        "1 candidate",
        "vacant",
    ]
