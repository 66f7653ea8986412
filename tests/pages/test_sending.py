"""Enter a figure: what is typed is kept, what is wrong is said, and what is sent is sent."""

import datetime as dt

from sqlmodel import select

from store.figures import actions
from store.models import Measurement, Remark, SavedDraft
from tests.pages.acting import TODAY, Open, fill, press, writing
from tests.pages.entering import (
    SLOT,
    OpenForm,
    field,
    group,
    report,
    said,
    send,
    stored,
)
from tests.store.writing import BO


def test_everything_that_is_wrong_is_said_at_once_and_at_its_field(open_page: Open) -> None:
    app = open_page("Sofia", "report", **(SLOT | {"indicator": "E2-observatory"}))
    send(app)
    told = [box.value.replace("\\", "") for box in app.error]
    for sentence in ("Give one figure", "Name the source", "A level needs a link"):
        assert sum(sentence in one for one in told) == 2  # at the field, and in the list
        assert sentence in told[-1]
    fill(app, _source_title="Minutes of the assembly")
    assert "Name the source" not in said(app)
    assert "Give one figure" in said(app)


def test_no_data_needs_a_reason_and_no_source(open_form: OpenForm) -> None:
    app = open_form()
    group(app, "answer").set_value("none").run()
    assert "Say in words why there is no figure." in send(app)
    assert "Name the source" not in said(app)
    fill(app, missing_reason="Nobody counted them that year")
    assert "Sent. It waits" in send(app)
    assert [row.missing_reason for row in stored()] == ["Nobody counted them that year"]


def test_a_doubt_is_asked_once(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="1")
    assert "A running total does not fall" in said(app)  # before its source is named
    fill(app, doubt_answer="One was counted twice")
    fill(app, _source_title="Register of partnerships")
    assert field(app, "doubt_answer") == "One was counted twice"
    assert "Sent. It waits" in send(app)
    with writing() as session:
        assert [one.text for one in session.exec(select(Remark))] == ["One was counted twice"]


def test_a_doubt_without_an_answer_keeps_the_figure_here(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="1", _source_title="Register of partnerships")
    assert "Say why it is right, or change the figure." in send(app)
    fill(app, doubt_answer="n/a")
    assert "Say why it is right, or change the figure." in send(app)
    assert stored() == []


def test_the_effect_is_told_before_the_source_is_named(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="7")
    assert "With this figure, once approved" in said(app)


def test_a_receipt_is_read_from_the_ledger(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="7", _source_title="Register of partnerships")
    sent = send(app)
    [row] = stored()
    for word in (
        "7\u00a0partnerships",
        "31 December 2025",
        "Register of partnerships",
        str(row.id),
    ):
        assert word in sent
    assert "waits for the Secretariat" in sent
    assert "Next figure that is due" in sent
    with writing() as session:
        actions.send_back(session, BO, session.get_one(Measurement, row.id), TODAY, "Which list?")
    assert "Which list?" in said(app.run())
    anew = said(open_form())
    assert "Which list?" in anew
    assert "Sent. It waits" not in anew


def test_the_page_says_what_is_kept_on_the_server(open_form: OpenForm) -> None:
    app = open_form()
    assert "Nothing is kept yet." in said(app)
    fill(app, _note="Half a sentence")
    assert "Kept on the server at" in said(app)
    with writing() as session:
        assert session.exec(select(SavedDraft)).one().content["note"] == "Half a sentence"
    again = open_form()
    assert field(again, "_note") == "Half a sentence"
    assert "Kept on the server at" in said(again)
    press(again, "Drop what I typed")
    assert "Nothing is kept yet." in said(again)
    assert field(again, "_note") == ""
    with writing() as session:
        assert session.exec(select(SavedDraft)).all() == []


def test_what_is_typed_for_one_answer_outlives_a_look_at_the_other(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="7")
    group(app, "answer").set_value("none").run()
    group(app, "answer").set_value("figure").run()
    assert field(app, "_2025_value") == "7"


def test_a_source_used_before_is_taken_with_one_press(open_form: OpenForm) -> None:
    link = "https://example.org/register"
    report(
        source_title="Register of partnerships",
        source_link=link,
        period_start=dt.date(2022, 12, 31),
        period_end=dt.date(2022, 12, 31),
    )
    app = press(open_form(), "Register of partnerships")
    assert field(app, "_source_title") == "Register of partnerships"
    assert field(app, "_source_link") == link
