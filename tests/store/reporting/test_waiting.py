"""What waits is counted and paged in the database, and everybody finds what they may see."""

import datetime as dt
from collections import Counter
from itertools import product

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.models import Indicator, Measurement, Place, RoleKind
from store.reporting import waiting
from store.reporting.waiting import EVERYTHING, Chosen, Sending
from store.rights import rights
from store.rights.rights import VISITOR, Act, Actor, Grant
from tests.store.writing import BO, draft

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
CODES, PLACES = ("A1-parties", "D4-signed", "E1-operators"), ("WLD", "R-AFR", "KEN", "FRA")
AFRICA = Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4", "R-AFR")
LEADER = Grant(RoleKind.TASK_FORCE_LEADER, "E1")
READERS = (
    Actor("person 1", (AFRICA,)),
    Actor("person 2", (LEADER,)),
    Actor("person 3", (AFRICA, LEADER)),
    Actor("person 4", (Grant(RoleKind.TEAM_MEMBER, "D4"),)),
    Actor("person 5", (Grant(RoleKind.STC_MEMBER),)),
    VISITOR,
)


def report(session: Session, *rows: tuple[str, str, str, float]) -> list[Measurement]:
    """Figures of (indicator, place, reporter, seconds after noon), one slot each, as they came."""
    made = []
    for number, (code, place, reporter, seconds) in enumerate(rows):
        day = dt.date(2025, 1, 1) + dt.timedelta(number)
        form = draft(indicator_code=code, place_code=place, period_start=day, period_end=day)
        row = Measurement(
            **form.model_dump(exclude={"corrects"}),
            client_key=f"waiting {number}",
            reporter=reporter,
            recorded_at=NOON + dt.timedelta(seconds=seconds),
        )
        session.add(row)
        session.flush()
        made.append(row)
    return made


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_everybody_finds_what_their_roles_let_them_see_and_their_own(
    shared: sa.Engine, reader: Actor
) -> None:
    who = ("person 1", "person 4", "Ana")
    with Session(shared) as session:
        cells = enumerate(product(CODES, PLACES))
        rows = report(session, *((*cell, who[at % 3], 9 * at) for at, cell in cells))
        seen = [
            row
            for row in rows
            if row.reporter == reader.name
            or rights.may(
                reader,
                Act.SEE,
                rights.about(
                    session.get_one(Indicator, row.indicator_code),
                    session.get_one(Place, row.place_code),
                ),
            )
        ]
        ids = [row.id for row in seen]
        assert waiting.numbers(session, reader) == ids
        assert waiting.by_indicator(session, reader) == Counter(row.indicator_code for row in seen)
        assert waiting.oldest(session, reader) == (seen[0].recorded_at if seen else None)
        assert waiting.among(session, reader, [row.id or 0 for row in rows]) == {*ids}
        places = [waiting.place(session, reader, EVERYTHING, row.id or 0) for row in rows]
        assert [place for place in places if place is not None] == [*range(len(seen))]


def test_a_page_of_a_choice_is_read_and_the_place_of_each_figure_in_it(shared: sa.Engine) -> None:
    with Session(shared) as session:
        rows = report(session, *((CODES[at % 2], "KEN", "Ana", 9 * at) for at in range(11)))
        signed = Chosen(indicators=("D4-signed",))
        ids = [row.id for row in rows if row.indicator_code == "D4-signed"]
        assert waiting.numbers(session, BO, signed) == ids
        assert waiting.numbers(session, BO, signed, 2, 2) == ids[2:4]
        assert waiting.numbers(session, BO, signed, 4, 2) == ids[4:]
        assert waiting.place(session, BO, signed, ids[3] or 0) == 3
        assert waiting.place(session, BO, signed, rows[0].id or 0) is None


def test_what_one_person_sent_within_seconds_was_sent_together(shared: sa.Engine) -> None:
    code, place = "D4-signed", "KEN"
    sent = [("Ana", 0), ("Bo", 0.5), ("Ana", 1.5), ("Ana", 3.5), ("Ana", 3.5), ("Ana", 5.6)]
    with Session(shared) as session:
        rows = report(session, *((code, place, who, seconds) for who, seconds in sent))
        together = [rows[at] for at in (0, 2, 3, 4)]
        [found] = waiting.sendings(session, BO)
        first, last = together[0].recorded_at, together[-1].recorded_at
        assert found == Sending("Ana", first, last, together[-1].id or 0, 4)
        chosen = Chosen(sending=found)
        assert waiting.numbers(session, BO, chosen) == [row.id for row in together]
        assert waiting.numbers(session, BO, chosen, 3, 25) == [together[-1].id]
