"""A field for numbers tells what it understood, and never takes one number for another."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import french as second
from tests.pages.words import words

PATIENCE = 30  # seconds for one run
LABEL = "Value, in thousand EUR a year"


def share(which: str) -> None:
    """The field of a share in percent, filled with nothing or with what is known."""
    from functools import partial

    import streamlit as st

    from components.elements import number_field
    from components.language.text import exactly
    from store.figures import typed
    from store.models import Indicator, RollUp, UnitType

    adoption = Indicator(  # pyright: ignore[reportCallIssue]  # all that a field asks it for
        unit="% of actors", unit_type=UnitType.SHARE, roll_up=RollUp.SHARE
    )
    st.session_state["given"] = number_field.show(
        "Share",
        "value",
        known=float(which) if which else None,
        read=partial(typed.number, "value", indicator=adoption, place_code="AFR"),
        say=lambda figure: f"{exactly(figure)} %",
    )


def script(known: float | None, language: str, *, in_percent: bool) -> None:
    """One field; what it gives is kept where a test finds it."""
    from functools import partial

    import streamlit as st

    from components.elements import number_field
    from components.language.spoken import speak
    from components.language.text import exactly
    from store.ground import numbers

    speak(language)
    st.session_state["given"] = number_field.show(
        "Value, in thousand EUR a year",
        "value",
        known=known,
        read=partial(numbers.figure, in_percent=in_percent),
        say=lambda figure: f"{exactly(figure)} thousand EUR",
    )


def opened(
    known: float | None = None, language: str = "en", *, in_percent: bool = False
) -> AppTest:
    """The field by itself."""
    arguments = {"known": known, "language": language, "in_percent": in_percent}
    return AppTest.from_function(script, kwargs=arguments, default_timeout=PATIENCE).run()


def typed(text: str, app: AppTest | None = None) -> AppTest:
    """The field after somebody typed into it and left it."""
    return (app or opened()).text_input(key="value").set_value(text).run()


def given(app: AppTest) -> float | str | None:
    """What the form takes from the field."""
    assert not app.exception
    return app.session_state["given"]


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second language beside English."""
    second.add(tmp_path, monkeypatch)


def test_what_was_understood_stands_below_the_field_in_words() -> None:
    app = typed("450,5")
    assert given(app) == 450.5
    assert "Understood: 450.5 thousand EUR" in words(app)
    assert app.text_input(key="value").value == "450,5"
    assert app.text_input(key="value").label == LABEL


def test_nothing_is_said_of_an_empty_field() -> None:
    app = opened()
    assert given(app) is None
    assert words(app) == ""
    assert given(typed("  ")) is None


@pytest.mark.parametrize("text", ["12abc", "5-10", "1,23,456", "45 %"])
def test_what_is_no_number_stays_a_text_with_its_refusal(text: str) -> None:
    app = typed(text)
    assert given(app) == text
    assert text in app.error[0].value.replace("\\", "").replace("\u2060", "")
    assert "Understood" not in words(app)


@pytest.mark.parametrize(
    ("text", "which", "value", "written"),
    [
        ("1,234", 0, 1.234, "1.2340"),
        ("1,234", 1, 1234, "1\u202f234"),
        ("-12.500", 0, -12.5, "−12.5"),
        ("-12.500", 1, -12500, "−12\u202f500"),
    ],
)
def test_of_two_readings_one_press_writes_the_one_that_is_meant(
    text: str, which: int, value: float, written: str
) -> None:
    app = typed(text)
    assert given(app) == text
    [choice] = app.button_group
    choice.set_value(choice.options[which]).run()
    assert given(app) == value
    assert app.text_input(key="value").value == written
    assert not app.error
    assert len(app.button_group) == 0


def test_a_percentage_is_taken_where_the_unit_is_percent() -> None:
    assert given(typed("45,5 %", opened(in_percent=True))) == 45.5


@pytest.mark.parametrize(("which", "value"), [(0, 0.145), (1, 14.5)])
def test_a_share_below_one_is_asked_about_where_the_unit_is_percent(
    which: int, value: float
) -> None:
    opened = AppTest.from_function(share, args=("",), default_timeout=PATIENCE).run()
    app = typed("0,145", opened)
    assert given(app) == "0,145"
    assert "0.145 % or 14.5 %" in app.error[0].value.replace("\\", "")
    [choice] = app.button_group
    choice.set_value(choice.options[which]).run()
    assert given(app) == value
    assert not app.error


@pytest.mark.parametrize("known", ["0.145", "45.0", "1.234"])
def test_a_known_share_reads_as_itself(known: str) -> None:
    app = AppTest.from_function(share, args=(known,), default_timeout=PATIENCE).run()
    assert given(app) == float(known)


@pytest.mark.parametrize("value", [0.145, 450.5, 1.234, 1234.0, -12.345, 1234567.0, 1e-7, 0.1])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.usefixtures("french")
def test_a_known_value_is_written_as_the_reader_writes_and_reads_as_itself(
    value: float, language: str
) -> None:
    assert given(opened(value, language)) == value


@pytest.mark.usefixtures("french")
def test_digits_stand_as_the_language_writes_them() -> None:
    assert opened(0.145).text_input(key="value").value == "0.145"
    assert opened(0.145, "fr").text_input(key="value").value == "0,145"
    assert opened(1234.0, "fr").text_input(key="value").value == "1\u202f234"


def test_a_number_in_the_session_is_written_out_as_from_an_older_draft() -> None:
    arguments = {"known": None, "language": "en", "in_percent": False}
    app = AppTest.from_function(script, kwargs=arguments, default_timeout=PATIENCE)
    app.session_state["value"] = 450.5
    assert given(app.run()) == 450.5
    assert app.text_input(key="value").value == "450.5"
