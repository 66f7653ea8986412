"""A documented fact is recorded where it is read, wrong fields are named, and it is withdrawn."""

import datetime as dt

from streamlit.testing.v1 import AppTest

from tests.pages.acting import TODAY, YESTERDAY, Open, done, fill, press
from tests.pages.words import words

STATEMENT = "Six ministries met in Cotonou on soils"


def set_day(app: AppTest, field: str, on: dt.date) -> None:
    """Choose a day in the form."""
    [box] = [one for one in app.date_input if f"finding_{field}_" in str(one.key)]
    box.set_value(on).run()


def fill_form(app: AppTest) -> None:
    """Type a fact whose last day and link are wrong, and which lacks a source."""
    set_day(app, "starts_on", YESTERDAY)
    set_day(app, "ends_on", YESTERDAY - dt.timedelta(days=1))
    fill(app, finding_statement=STATEMENT, finding_source_link="example.org")


def test_a_fact_is_recorded_shown_from_today_on_and_withdrawn(open_page: Open) -> None:
    app = open_page(
        "Sofia", "objective", folds="finding_fold finding_withdraw_fold", objective="F3"
    )
    fill_form(app)
    set_day(app, "ends_on", YESTERDAY)
    fill(
        app,
        finding_source_title="Minutes of the meeting",
        finding_source_link="https://example.org/minutes",
    )
    press(app, "Record the fact")
    assert done(app) == ["The fact was recorded."]
    assert STATEMENT in words(open_page("nobody", "objective", objective="F3"))
    earlier = open_page("nobody", "objective", objective="F3", as_of=YESTERDAY.isoformat())
    assert STATEMENT not in words(earlier)
    app = open_page(
        "Sofia", "objective", folds="finding_fold finding_withdraw_fold", objective="F3"
    )
    press(app, "Withdraw the fact")
    [refusal] = done(app)
    assert "Say it in words in “Why it is withdrawn”" in refusal
    fill(app, finding_reason="It was about another meeting")
    press(app, "Withdraw the fact")
    assert done(app) == ["The fact was withdrawn."]
    assert STATEMENT not in words(open_page("nobody", "objective", objective="F3"))


def test_everything_wrong_is_said_at_once_at_its_field_and_nothing_is_lost(
    open_page: Open,
) -> None:
    app = open_page(
        "Sofia", "objective", folds="finding_fold finding_withdraw_fold", objective="F3"
    )
    press(app, "Record the fact")
    assert len(done(app)) == 4  # the words, both days, the source
    fill_form(app)
    press(app, "Record the fact")
    # The left column of the form, then the right one: each below its field.
    assert [line.replace("\u2060", "") for line in done(app)] == [
        "Name the source: which document or register says so?",
        "The last day lies before the first.",
        "A link starts with https:// or http://.",
    ]
    set_day(app, "starts_on", TODAY + dt.timedelta(days=1))
    press(app, "Record the fact")
    assert "It cannot have been known before it was so." in done(app)
    [statement] = [one for one in app.text_input if "finding_statement" in str(one.key)]
    assert statement.value == STATEMENT


def test_who_may_not_finds_no_form(open_page: Open) -> None:
    for reader in ("nobody", "Sam"):
        page = open_page(reader, "objective", objective="F3")
        assert not [one for one in page.button if str(one.key).startswith("finding_")]
