"""Numbers typed into the forms: read in any convention, never sent where they could be two."""

from sqlmodel import SQLModel, col, func, select
from streamlit.testing.v1 import AppTest

from store.models import Activity, AssessmentCall, Measurement, SavedDraft, Target
from tests.pages.acting import Open, done, fill, press, writing
from tests.pages.words import words

UNCLEAR = "“1.234” may be 1.234 or 1\u202f234."


def said(app: AppTest) -> str:
    """What the page says, without what keeps Markdown from being made of it."""
    return words(app).replace("\\", "")


def rows(table: type[SQLModel]) -> int:
    """How many rows a table has."""
    with writing() as session:
        return session.exec(select(func.count()).select_from(table)).one()


def test_a_figure_is_sent_as_it_was_understood_and_never_while_it_is_unclear(
    open_page: Open,
) -> None:
    before = rows(Measurement)
    app = open_page("Sofia", "report", indicator="F2-budget", place="WLD", year="2024")
    fill(app, _source_title="Annual accounts", WLD_2024_value="1.234")
    assert said(app).count(UNCLEAR) == 1
    press(app, "Submit")
    assert rows(Measurement) == before
    fill(app, WLD_2024_value="450,5")
    assert "Understood: 450.5\u00a0thousand EUR a year" in said(app)
    with writing() as session:
        assert session.exec(select(SavedDraft)).one().content["value"] == "450,5"
    press(app, "Submit")
    with writing() as session:
        newest = session.exec(select(Measurement).order_by(col(Measurement.id).desc())).first()
        assert newest is not None
        assert newest.value == 450.5
    assert rows(Measurement) == before + 1


def test_a_percent_sign_is_taken_by_shares_alone(open_page: Open) -> None:
    app = open_page("Sofia", "report", indicator="A3-fair", place="WLD", year="2024")
    fill(app, WLD_2024_value="45,5 %")
    assert "Understood: 45.5\u202f% of partners" in said(app)
    app = open_page("Sofia", "report", indicator="F2-budget", place="WLD", year="2024")
    fill(app, WLD_2024_value="45,5 %")
    assert "This figure is not in percent." in said(app)


def test_no_other_form_sends_a_number_that_is_unclear(open_page: Open) -> None:
    before = {table: rows(table) for table in (Target, Activity, AssessmentCall)}
    plan = open_page("Sofia", "plan", indicator="F2-budget")
    fill(plan, target_low="1.234", target_source="Decision 12", target_reason="Agreed")
    assert UNCLEAR in said(plan)
    assert "Give the number." in done(press(plan, "Change the plan"))
    events = open_page("Sofia", "activities")
    fill(events, activity_new_budget="1.234", activity_new_currency="EUR")
    assert UNCLEAR in done(press(events, "Enter the activity"))[-1]
    calls = open_page("Sofia", "objective", folds="call_fold", objective="A2")
    fill(calls, call_received="1.234", call_source_title="Results of call 7")
    assert UNCLEAR in done(press(calls, "Report the call"))[-1]
    assert {table: rows(table) for table in before} == before
