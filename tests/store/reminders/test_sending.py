"""Who is written to: in their rhythm, once, of their own figures, by nobody's other address."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from store.figures import actions
from store.models import Measurement, ReminderWish, Rhythm, RoleKind, SentReminder
from store.people import erasure, people, roles
from store.reminders import sending, wishes
from store.rights.rights import Actor, Grant
from store.samplings import samplings
from tests.store.reminders.conftest import HOME, NOW, OFFICE, Mailbox
from tests.store.samplings.soil import sampling
from tests.store.writing import BO, draft

SEAT = Grant(RoleKind.REGIONAL_REPRESENTATIVE, "E2", "R-AFR")
WEEK = dt.timedelta(days=7)


def remind(engine: sa.Engine, mailbox: Mailbox, now: dt.datetime = NOW) -> dict[str, str]:
    """Remind, and return what each address was sent this time."""
    before = len(mailbox.taken)
    list(sending.send(engine, mailbox.settings, now))
    return {str(one["To"]): one.get_content() for one in mailbox.taken[before:]}


def choose(engine: sa.Engine, person_id: int, rhythm: Rhythm) -> None:
    """Let somebody choose their rhythm."""
    own = Actor(people.name_in_ledger(person_id), ())
    with Session(engine) as session, session.begin():
        wishes.choose_rhythm(session, own, person_id, rhythm)


def reported(engine: sa.Engine, person_id: int, place: str = "R-AFR") -> int:
    """A figure of B3 that somebody reported."""
    with Session(engine) as session, session.begin():
        person = people.find(session, person_id)
        actor = roles.actor_of(session, person, NOW.date())
        row = actions.report(
            session,
            actor,
            draft(
                indicator_code="B3-regions",
                place_code=place,
                value=1,
                period_start=dt.date(2025, 1, 1),
                period_end=dt.date(2025, 12, 31),
            ),
        )
        return row.id or 0


def test_each_is_written_to_once_with_links_to_their_own_forms(
    filled: sa.Engine, team: dict[str, int], mailbox: Mailbox
) -> None:
    sent = remind(filled, mailbox)
    assert set(sent) == {"lea@soil.example", "rosa@soil.example"}
    assert f"{HOME}/report?indicator=B3-regions&place=R-AFR&year=2025" in sent["rosa@soil.example"]
    assert "Due:" in sent["rosa@soil.example"]
    assert "R-EUR" not in sent["rosa@soil.example"]
    for recipients, text in zip(mailbox.recipients, sent.values(), strict=True):
        assert len(recipients) == 1
        assert "@" not in text
    assert all(message.get_content_type() == "text/plain" for message in mailbox.taken)
    assert remind(filled, mailbox) == {}
    assert remind(filled, mailbox, NOW + WEEK) == {}
    assert set(remind(filled, mailbox, NOW + 4 * WEEK)) == set(sent)
    assert team["Nils"] not in {row.person_id for row in _sent(filled)}


def test_the_rhythm_is_the_readers(
    filled: sa.Engine, team: dict[str, int], mailbox: Mailbox
) -> None:
    choose(filled, team["Lea"], Rhythm.NEVER)
    choose(filled, team["Rosa"], Rhythm.WEEKLY)
    assert set(remind(filled, mailbox)) == {"rosa@soil.example"}
    assert remind(filled, mailbox, NOW + WEEK - dt.timedelta(days=1)) == {}
    weekly = remind(filled, mailbox, NOW + WEEK)["rosa@soil.example"]
    assert f"once a week. Have it more or less often, or never: {HOME}/my-figures" in weekly


def test_what_was_decided_since_is_told_once_and_names_no_address(
    filled: sa.Engine, team: dict[str, int], mailbox: Mailbox
) -> None:
    choose(filled, team["Rosa"], Rhythm.WEEKLY)
    row = reported(filled, team["Rosa"])
    remind(filled, mailbox)
    with Session(filled) as session, session.begin():
        figure = session.get_one(Measurement, row)
        actions.send_back(session, BO, figure, NOW.date(), "Ask eve@land.example\nabout it")
    returned = remind(filled, mailbox, NOW + WEEK)["rosa@soil.example"]
    assert "Returned to you:" in returned
    assert "“Ask … about it”" in returned


def test_an_approval_is_told_in_the_next_message_only(
    filled: sa.Engine, team: dict[str, int], mailbox: Mailbox
) -> None:
    now = dt.datetime.now(dt.UTC)
    choose(filled, team["Rosa"], Rhythm.WEEKLY)
    row = reported(filled, team["Rosa"])
    with Session(filled) as session, session.begin():
        actions.approve(session, BO, session.get_one(Measurement, row), NOW.date())
    told = remind(filled, mailbox, now + WEEK / 7)["rosa@soil.example"]
    assert "Approved since the last message:" in told
    later = remind(filled, mailbox, now + 2 * WEEK).get("rosa@soil.example", "")
    assert "Approved since" not in later


def test_what_the_server_refuses_is_sent_another_time(
    filled: sa.Engine, team: dict[str, int], mailbox: Mailbox
) -> None:
    mailbox.refused = {"lea@soil.example"}
    done = dict(sending.send(filled, mailbox.settings, NOW))
    assert done == {team["Lea"]: False, team["Rosa"]: True}
    mailbox.refused = set()
    assert set(remind(filled, mailbox)) == {"lea@soil.example"}


def test_two_programs_at_once_send_one_message(
    filled: sa.Engine, team: dict[str, int], mailbox: Mailbox
) -> None:
    first, second = (sending.send(filled, mailbox.settings, NOW) for _program in range(2))
    both = [next(first), next(second)]  # each has asked what to send before the other sent it all
    both += [*first, *second]
    assert sorted(both) == [(team["Lea"], True), (team["Rosa"], True)]
    assert len(mailbox.taken) == 2


def test_an_erased_person_leaves_no_wish_and_no_message(
    filled: sa.Engine, team: dict[str, int], mailbox: Mailbox
) -> None:
    choose(filled, team["Rosa"], Rhythm.WEEKLY)
    remind(filled, mailbox)
    with Session(filled) as session, session.begin():
        erasure.erase(session, OFFICE, team["Rosa"], NOW.date())
        assert session.exec(select(ReminderWish)).all() == []
    assert {row.person_id for row in _sent(filled)} == {team["Lea"]}


def _sent(engine: sa.Engine) -> list[SentReminder]:
    with Session(engine) as session:
        return list(session.exec(select(SentReminder)))


@pytest.mark.same_sql
def test_nobody_hears_of_what_is_not_theirs(
    filled: sa.Engine, team: dict[str, int], mailbox: Mailbox
) -> None:
    reported(filled, team["Rosa"])
    sent = remind(filled, mailbox)
    assert "B3" not in sent["lea@soil.example"]
    assert "Rosa" not in sent["lea@soil.example"]


def test_samplings_that_were_reviewed_are_news_to_who_reported_them(
    filled: sa.Engine, team: dict[str, int], mailbox: Mailbox
) -> None:
    nils = Actor(people.name_in_ledger(team["Nils"]), (SEAT,))
    with Session(filled) as session, session.begin():
        roles.grant(session, OFFICE, team["Nils"], SEAT, dt.date(2026, 1, 5))
        rows = [samplings.report(session, nils, sampling(year=year)) for year in (2016, 2020)]
        samplings.send_back(session, BO, rows[0], NOW.date(), "Ask the lab, lab@soil.example")
        samplings.approve(session, BO, rows[1], NOW.date())
    sent = remind(filled, mailbox, dt.datetime.now(dt.UTC))
    message = sent["nils@soil.example"].replace("\r\n", "\n")
    field = "Field at Agbonou, Benin: Mulch of maize, 0–30 cm"
    assert f"Soil samplings returned to you:\n- {field}, 2016\n  “Ask the lab, …”" in message
    assert f"Soil samplings approved since the last message:\n- {field}, 2020\n" in message
    assert f"{HOME}/samplings" in message
    others = remind(filled, mailbox, dt.datetime.now(dt.UTC) + 4 * WEEK)["rosa@soil.example"]
    assert "samplings" not in others
