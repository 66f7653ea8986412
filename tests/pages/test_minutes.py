"""The minutes of a meeting: named, confirmed and amended on its page before they are final."""

import pytest
from streamlit.testing.v1 import AppTest

from components.language.text import day
from store.meetings import meetings
from store.models import RoleKind
from store.rights.rights import Actor, Grant
from tests.pages import words as page_words
from tests.pages.acting import TODAY, Open, done, fill, press, writing
from tests.store.meetings import sittings

AMENDMENT = "The vote was *7* to <b>2</b>."
OFFICE = Actor("reviewer", (Grant(RoleKind.SECRETARIAT),))


def words(app: AppTest) -> str:
    """What the page says, with single spaces."""
    return " ".join(page_words.words(app).split())


@pytest.fixture
def code(open_page: Open) -> str:  # noqa: ARG001  # the store is its own
    """A meeting that was just closed; its name in the address."""
    with writing() as session:
        planned = meetings.arrange(session, OFFICE, sittings.meeting())
        held = meetings.freeze(session, OFFICE, planned, TODAY, TODAY)
        return meetings.close(session, OFFICE, held, TODAY).code


def name_sam(app: AppTest) -> AppTest:
    """Sofia names Sam as attending."""
    [field] = [one for one in app.multiselect if "attended" in str(one.key)]
    field.set_value([one for one in field.options if one.startswith("Sam")])
    return press(app, "Save who attended")


def test_who_attended_amends_the_minutes_and_the_secretariat_answers_before_they_are_final(
    open_page: Open, code: str
) -> None:
    sofias = {"name": "Sofia", "page": "meeting", "meeting": code}
    sams = {"name": "Sam", "page": "meeting", "meeting": code}
    assert "There is no such meeting" in words(open_page(**sams))
    assert done(name_sam(open_page(**sofias))) == ["Who attended was saved."]
    assert "minutes wait for you" in words(open_page("Sam"))
    app = open_page(**sams)
    assert "0 of 1 who attended confirmed them" in words(app)
    assert not {"Publish the meeting", "Save who attended"} & {one.label for one in app.button}
    assert done(press(app, "Propose the amendment")) == [
        "Say it in words in “Or an amendment, in one sentence”, with at least 3 characters."
    ]
    app = press(fill(app, minutes_amendment=AMENDMENT), "Propose the amendment")
    assert done(app) == ["The Secretariat has your amendment."]

    app = open_page(**sofias)
    assert f"Sam {AMENDMENT}" in words(app)
    refused = "An amendment waits for its answer: accept or answer it first."
    assert done(press(app, "Publish the meeting")) == [refused]
    assert done(press(app, "Do not take it")) == [
        "Say it in words in “Answer, needed where it is not taken”, with at least 3 characters."
    ]
    assert done(press(open_page(**sofias), "Take it in")) == ["The amendment was answered."]
    press(open_page(**sofias), "Publish the meeting")
    said = words(open_page("nobody", "meeting", meeting=code))
    assert f"Final since {day(TODAY)}" in said
    assert f"Amended {AMENDMENT}" in said
    assert "Sam" not in said  # who did not consent to be named


def test_a_meeting_is_published_before_everybody_confirmed_with_the_reason(
    open_page: Open, code: str
) -> None:
    name_sam(open_page("Sofia", "meeting", meeting=code))
    app = open_page("Sofia", "meeting", meeting=code)
    [sentence] = done(press(app, "Publish the meeting"))
    assert sentence.startswith("1 of those who attended have not answered yet")
    fill(app, minutes_reason="Sam is at sea.")
    assert done(press(app, "Publish the meeting")) == ["Everybody can read the meeting now."]
    assert "Not awaited: Sam is at sea." in words(open_page("nobody", "meeting", meeting=code))


def test_minutes_that_are_confirmed_ask_for_nothing_more(open_page: Open, code: str) -> None:
    name_sam(open_page("Sofia", "meeting", meeting=code))
    app = press(open_page("Sam", "meeting", meeting=code), "I confirm these minutes")
    assert done(app) == ["You confirmed the minutes."]
    assert "I confirm these minutes" not in {one.label for one in app.button}
    assert "minutes wait for you" not in words(open_page("Sam"))
    assert "They can be published as final." in words(open_page("Sofia", "meeting", meeting=code))
