"""The feed of changes, as a public reader of feeds takes it."""

import datetime as dt
from pathlib import Path
from typing import Any

import feedparser
import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.database import engine
from store.exchange import changes, feed
from store.exchange.feed import Entry
from store.exchange.table import plain
from store.figures import actions
from store.ledger.knowledge import Until
from store.meetings import decisions, meetings
from store.meetings.decision_draft import DecisionDraft
from tests.store.meetings import sittings
from tests.store.writing import ANA, MONDAY, TUESDAY, draft, publish

TODAY = dt.date(2026, 11, 1)
HOME = "https://dashboard.example/app/"


def write(found: list[Entry], as_of: dt.date = TODAY) -> Any:
    """The entries, written and read again."""
    link = f"{HOME}api/v1/feed.atom"
    read = feedparser.parse(feed.write(found, self_link=link, home=HOME, as_of=as_of))
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def read(opened: sa.Engine, as_of: dt.date = TODAY) -> Any:
    """The feed of a store on a day."""
    with Session(opened) as session:
        return write(changes.entries(session, Until.day(as_of)), as_of)


def test_figures_come_newest_first_and_corrections_say_so(filled: sa.Engine) -> None:
    publish(filled, MONDAY, value=5)
    publish(filled, TUESDAY, value=6, reason="Counted again", qualifier="at least")
    newest, older, *_rest = read(filled).entries
    assert newest.title.startswith("Correction: ")
    assert newest.title.endswith(", World, 2025-12-31: at least 6 partnerships")
    assert "Corrected because: Counted again." in newest.summary
    assert older.title.endswith(": 5 partnerships")
    assert newest.link == f"{HOME}objective?objective=D4"
    assert newest.updated_parsed >= older.updated_parsed
    assert read(filled, MONDAY).entries[0].title.endswith(": 5 partnerships")


@pytest.mark.same_sql
def test_what_was_approved_last_comes_first_however_early_it_was_known(filled: sa.Engine) -> None:
    publish(filled, TUESDAY, value=5)
    publish(filled, MONDAY, value=1, indicator_code="A1-parties", place_code="KEN")
    with Session(filled) as session:
        [newest] = feed.entries(session, Until.day(TODAY), most=1)
    assert ", Kenya, " in newest.title
    told = read(filled).entries
    assert (told[0].id, told[0].updated) == (newest.id, plain(newest.updated))
    assert told[1].title.endswith(": 5 partnerships")


def test_a_decision_is_news_once_its_meeting_is_published_and_when_it_is_followed_up(
    filled: sa.Engine,
) -> None:
    held = sittings.opened(filled)
    written = sittings.decide(filled, held, text="Ask the regions")
    closed = sittings.step(filled, meetings.close, held, sittings.TODAY)
    assert "decision" not in {entry.category for entry in read(filled, sittings.TODAY).entries}
    sittings.step(filled, meetings.publish, closed, sittings.TODAY)
    newest = read(filled, sittings.TODAY).entries[0]
    assert newest.title == "Action on D4: Ask the regions"
    assert "Owner: secretariat" in newest.summary
    assert newest.link == f"{HOME}meeting?meeting={held.code}"
    done = DecisionDraft.of(
        written,
        state="done",
        note="All answered",
        source_title="Minutes of the regions",
        known_on=sittings.TODAY,
    )
    with Session(filled) as session, session.begin():
        decisions.record(session, ANA, done, written.id)
    renewed = read(filled, sittings.TODAY).entries[0]
    assert renewed.id == newest.id
    assert "State: done. All answered. Evidence: Minutes of the regions." in renewed.summary
    assert renewed.updated_parsed >= newest.updated_parsed


def test_what_is_not_approved_is_no_news(filled: sa.Engine) -> None:
    before = [entry.id for entry in read(filled).entries]
    with Session(filled) as session, session.begin():
        actions.report(session, ANA, draft(value=7))
    assert [entry.id for entry in read(filled).entries] == before
    assert len(set(before)) == len(before) > 20


def test_an_entry_has_the_same_id_in_every_copy_of_the_store(
    shared: sa.Engine, real_store: Path
) -> None:
    other = read(engine.connect(f"sqlite:///{real_store}"))
    assert {entry.id for entry in read(shared).entries} == {entry.id for entry in other.entries}


def test_a_day_before_any_figure_has_a_feed_without_entries(shared: sa.Engine) -> None:
    empty = read(shared, dt.date(2015, 11, 30))
    assert empty.entries == []
    assert empty.feed.updated == "2015-11-30T00:00:00.000000Z"


def test_an_invented_figure_says_so_and_has_ids_of_its_own(demo_store: Path) -> None:
    found = read(engine.connect(f"sqlite:///{demo_store}")).entries
    assert "decision" in {entry.category for entry in found}
    assert len(found) == feed.MOST
    assert all(entry.title.startswith("INVENTED FIGURES") for entry in found)
    assert all("/invented/" in entry.id for entry in found)


def test_text_from_people_stays_text() -> None:
    said = "<script>alert(1)</script> & ]]> \ufffe \x0b 𝔸"
    entry = Entry("tag:x,2026:1", said, said, dt.datetime(2026, 3, 2, tzinfo=dt.UTC), "", "figure")
    [found] = write([entry]).entries
    assert found.title_detail.type == "text/plain"
    assert "\ufffe" not in found.title
    assert "\x0b" not in found.title
    assert found.title.endswith("𝔸")
