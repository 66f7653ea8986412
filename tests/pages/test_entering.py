"""Enter a figure: of which time it is, what else stands there, and that it counts once."""

import datetime as dt

import pytest
from sqlmodel import col, select

from components.language.markdown import escape
from store.models import Measurement, Remark, RemarkKind, SavedDraft
from tests.pages.acting import Open, fill, press, writing
from tests.pages.entering import (
    DAY,
    LAST,
    SLOT,
    YEAR,
    OpenForm,
    field,
    group,
    labels,
    report,
    said,
    send,
    stand,
    stored,
)


def test_what_is_known_stands_beside_the_fields(open_form: OpenForm) -> None:
    shown = said(open_form())
    assert "Last: at least 2\u00a0partnerships, 26 September 2023." in shown
    assert "What counts" in shown
    assert "World · 2025 · figure" in shown


@pytest.mark.parametrize(
    ("indicator", "period"),
    [("D4-signed", (LAST, LAST)), ("F2-budget", (YEAR["period_start"], LAST))],
)
def test_the_period_follows_the_kind(
    open_page: Open, indicator: str, period: tuple[dt.date, dt.date]
) -> None:
    app = open_page("Sofia", "report", **(SLOT | {"indicator": indicator}))
    fill(app, _2025_value="7", _source_title="Annual accounts")
    assert not app.date_input  # nothing to type where the kind says the period
    assert "Sent. It waits" in send(app)
    [row] = stored(indicator)
    assert (row.period_start, row.period_end) == period


def test_typed_days_are_taken_where_other_is_chosen(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="7", _source_title="Annual accounts")
    group(app, "covers").set_value("other").run()
    [first] = [one for one in app.date_input if one.label == "Period from"]
    first.set_value(dt.date(2025, 11, 1)).run()
    assert "1 November 2025 to 31 December 2025" in said(app)
    assert "Sent. It waits" in send(app)
    assert [row.period_start for row in stored()] == [dt.date(2025, 11, 1)]


def test_the_figure_of_the_year_is_corrected_in_its_own_period(open_form: OpenForm) -> None:
    standing = stand()
    app = open_form()
    assert "Submit" not in labels(app)
    assert "approved by" in said(app)
    press(app, "Correct it")
    assert field(app, "_2025_value") == "7"
    assert field(app, "_source_title") == standing.source_title
    assert field(app, "_note") == "Counted twice"
    assert "Nothing is changed yet" in send(app)
    fill(app, _2025_value="8", _reason="One more was signed")
    assert "Sent. It waits" in send(app)
    first, second = stored()
    assert (second.supersedes_id, second.value) == (first.id, 8)
    assert (second.period_start, second.period_end) == (LAST, LAST)


def test_a_corrected_period_moves_the_figure(open_form: OpenForm) -> None:
    stand()
    app = press(open_form(), "Correct it")
    group(app, "covers").set_value("2025-01-01/2025-12-31").run()
    fill(app, _reason="The day is not known")
    assert "Sent. It waits" in send(app)
    assert [(row.period_start.month, row.value) for row in stored()] == [
        (12, 7),
        (1, 7),
        (12, None),
    ]


def test_a_figure_of_overlapping_days_is_one_question_before_all_others(
    open_form: OpenForm,
) -> None:
    other = report(**YEAR)
    app = press(open_form(), "Report another period")
    group(app, "covers").set_value("2025-12-31/2025-12-31").run()
    fill(app, _2025_value="6", _source_title="Register of partnerships")
    assert "A figure stands for the same time: 5\u00a0partnerships, 2025." in said(app)
    assert "Submit" not in labels(app)
    assert "Say in words why both are right." in said(press(app, "Keep both"))
    fill(app, _both_reason="The first counts letters of intent")
    press(app, "Keep both")
    assert "shares days" not in said(app)
    assert "Sent. It waits" in send(app)
    first, second = stored()
    assert (first.id, second.value, second.supersedes_id) == (other.id, 6, None)
    with writing() as session:
        [answer] = session.exec(select(Remark).where(Remark.measurement_id == second.id))
        assert answer.kind == RemarkKind.ACKNOWLEDGEMENT
        assert answer.text == "The first counts letters of intent"


def test_a_correction_of_an_overlapping_figure_takes_its_period(open_form: OpenForm) -> None:
    other = report(**YEAR)
    app = press(open_form(), "Report another period")
    group(app, "covers").set_value("2025-12-31/2025-12-31").run()
    fill(app, _2025_value="6", _source_title="Register of partnerships")
    press(app, "Go on with mine, as a correction")
    fill(app, _reason="One more was signed")
    assert "Sent. It waits" in send(app)
    first, second = stored()
    assert (second.supersedes_id, second.period_start) == (first.id, other.period_start)
    assert second.value == 6


def test_two_windows_of_one_person_end_in_two_revisions(open_form: OpenForm) -> None:
    one = open_form()
    fill(one, _2025_value="7", _source_title="Register of partnerships")
    two = open_form()
    assert field(two, "_2025_value") == "7"
    assert "Sent. It waits" in send(one)
    assert "This figure has been in the store since" in said(two.run())
    assert "Submit" not in labels(two)
    fill(two, _2025_value="8")
    assert "Meanwhile you reported 7\u00a0partnerships here" in said(two)
    assert "Sent" not in "".join(box.value for box in two.success)
    press(two, "Go on with mine, as a correction")
    fill(two, _reason="One more was signed")
    assert "Sent. It waits" in send(two)
    first, second = stored()
    assert (first.value, second.value, second.supersedes_id) == (7, 8, first.id)


def test_what_somebody_else_reports_meanwhile_stands_beside_what_was_typed(
    open_form: OpenForm,
) -> None:
    app = open_form()
    fill(app, _2025_value="7", _source_title="Register of partnerships")
    report(source_title="Minutes by post", **DAY)
    shown = said(app.run())
    assert "Minutes by post" in shown
    assert "Register of partnerships" in shown
    assert field(app, "_2025_value") == "7"
    assert "Submit" not in labels(app)
    press(app, "Leave mine, keep what stands")
    assert "Minutes by post" in said(app)
    assert "Submit" not in labels(app)
    with writing() as session:
        assert session.exec(select(SavedDraft)).all() == []


def test_each_of_two_figures_of_a_year_can_be_corrected(open_form: OpenForm) -> None:
    report(value=7, **DAY)
    june = dt.date(2025, 6, 30)
    other = report(value=6, period_start=june, period_end=june)
    app = press(open_form(), escape("Correct 6\u00a0partnerships, 30 June 2025"))
    fill(app, _2025_value="7", _reason="One was left out")
    assert "Sent. It waits" in send(app)
    with writing() as session:
        newest = session.exec(select(Measurement).order_by(col(Measurement.id).desc())).first()
        assert newest is not None
        assert (newest.value, newest.supersedes_id) == (7, other.id)
