"""What no field may hold is refused by every form, which keeps what was typed."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from store.figures import actions
from tests.pages.acting import Open, done, press, unfold, writing
from tests.pages.words import words
from tests.store.writing import ANA, draft

BELL = "Register\x07of events"


def field(app: AppTest, label: str) -> Any:
    """The first field with this label."""
    typed_in = (*app.text_input, *app.text_area)
    return next(one for one in typed_in if one.label == label)


def plain(said: str) -> str:
    """What is said without what keeps markdown and links from being made of it."""
    return said.replace("\\", "").replace("\u2060", "")


@pytest.mark.parametrize(
    ("page", "parameters", "typed", "button"),
    [
        (
            "partners",
            {"folds": "organisation_fold"},
            {"Name of the organisation": BELL},
            "Add the organisation",
        ),
        (
            "people",
            {"folds": "person_fold"},
            {"Name": "x", "E-mail address, as the sign-in knows it": "x\x07@evil.example"},
            "Add the person",
        ),
        ("activities", {"enter": "pair"}, {"Name of the pair": BELL}, "Report the pair"),
        (
            "plan",
            {"indicator": "E1-operators"},
            {
                "From, in operators": "22",
                "Source: decision or document": BELL,
                "Why it is changed": "Why",
            },
            "Change the plan",
        ),
        (
            "plan",
            {"folds": "calendar_fold", "indicator": "E1-operators"},
            {"Why the calendar is changed": BELL},
            "Change the calendar",
        ),
    ],
)
def test_a_control_character_is_refused_and_nothing_typed_is_lost(
    open_page: Open, page: str, parameters: dict[str, str], typed: dict[str, str], button: str
) -> None:
    app = open_page("Sofia", page, **parameters)
    for label, text in typed.items():
        field(app, label).set_value(text)
    press(app.run(), button)
    assert not app.exception
    assert "control character (U+0007)" in plain(words(app))
    assert {label: field(app, label).value for label in typed} == typed


@pytest.mark.parametrize(
    ("page", "parameters", "typed", "button", "short"),
    [
        (
            "plan",
            {"indicator": "E1-operators"},
            {"From, in operators": "22", "Why it is changed": "Because"},
            "Change the plan",
            "Source: decision or document",
        ),
        (
            "plan",
            {"folds": "calendar_fold", "indicator": "E1-operators"},
            {"Why the calendar is changed": " "},
            "Change the calendar",
            "Why the calendar is changed",
        ),
        (
            "plan",
            {"change": "texts", "subject": "D4"},
            {"New text": "Alliances", "Source: decision or document": "Decision 12"},
            "Change the text",
            "Why it is changed",
        ),
        (
            "plan",
            {"change": "version"},
            {"Called by its year": "2099", "Title of the document": "Third plan"},
            "Add the version",
            "Why there is a new version",
        ),
    ],
)
def test_a_field_with_too_little_in_it_is_named_as_on_screen(
    open_page: Open,
    page: str,
    parameters: dict[str, str],
    typed: dict[str, str | int],
    button: str,
    short: str,
) -> None:
    with writing() as session:
        actions.report(session, ANA, draft())
    app = open_page("Sofia", page, **parameters)
    for label, text in typed.items():
        field(app, label).set_value(text)
    assert done(press(app.run(), button)) == [
        f"Say it in words in “{short}”, with at least 3 characters."
    ]


def test_a_figure_is_returned_with_a_comment(open_page: Open) -> None:
    with writing() as session:
        actions.report(session, ANA, draft())
    app = open_page("Sofia", "queue")
    wanted = "Say it in words in “Comment, needed to return”, with at least 3 characters."
    assert done(press(app, "Return it")) == [wanted]


def test_a_control_character_in_a_remark_is_refused_and_the_remark_stays(open_page: Open) -> None:
    with writing() as session:
        fold = f"review_more_{actions.report(session, ANA, draft()).id}"
    app = unfold(open_page("Sofia", "queue"), fold).run()
    field(app, "In words").set_value(BELL)
    press(unfold(app, fold), "Add")
    assert "control character (U+0007)" in plain(words(app))
    assert field(app, "In words").value == BELL


def test_a_link_to_a_script_is_refused(open_page: Open) -> None:
    app = open_page("Sofia", "report", indicator="A3-events", place="WLD", year="2025")
    field(app, "Link to the source").set_value("javascript:alert(1)")
    press(app.run(), "Submit")
    assert not app.exception
    assert "A link starts with https:// or http://." in plain(words(app))
    assert field(app, "Link to the source").value == "javascript:alert(1)"
