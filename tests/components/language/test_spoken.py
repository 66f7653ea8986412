"""What is said in a language: sentences, numbers, dates, in whichever thread."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from components.language import spoken
from components.language.text import (
    _,
    _c,
    _n,
    day,
    day_and_month,
    exactly,
    given,
    instant,
    listed,
    month_name,
    number,
    percent,
    period,
    tell,
)
from store.ground.errors import StoreError
from store.ground.messages import Message
from tests import french as second


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second language beside English."""
    second.add(tmp_path, monkeypatch)


@pytest.mark.usefixtures("french")
def test_a_language_is_its_sentences_numbers_and_dates() -> None:
    with spoken.speaking("fr"):
        assert _("Figures known on {day}", day=day(dt.date(2024, 3, 1))) == (
            "Chiffres connus le 1 mars 2024"
        )
        assert number(-12345.67, 2) == "−12\u202f345,67"
        assert [_n("{count} figure", "{count} figures", count) for count in (0, 1, 2)] == [
            "0 chiffre",
            "1 chiffre",
            "2 chiffres",
        ]
        assert period(dt.date(2024, 1, 1), dt.date(2024, 3, 31)) == "janvier 2024 – mars 2024"
        assert listed(["un", "deux", "trois"]) == "un, deux et trois"
        assert _("Never translated") == "Never translated"
    assert _("Figures known on {day}", day=day(dt.date(2024, 3, 1))) == (
        "Figures known on 1 March 2024"
    )


def test_english_is_written_as_the_plan_writes_it() -> None:
    assert number(-12345.67, 2) == "−12\u202f345.67"
    assert percent(0.999) == "99\u202f%"
    # What floating point makes of 30 of 40 that were due, of three times what was due, of 57 %.
    assert [percent(share) for share in (0.3 / 0.4, 0.3 / 0.1, 0.57)] == [
        "75\u202f%",
        "300\u202f%",
        "57\u202f%",
    ]
    assert day_and_month(3, 31) == "31 March"
    assert month_name(12) == "December"
    assert instant(dt.datetime(2024, 3, 1, 9, 5, tzinfo=dt.UTC)) == "1 March 2024, 09:05 UTC"
    assert period(dt.date(2024, 1, 1), dt.date(2024, 12, 31)) == "2024"
    assert period(dt.date(2023, 1, 1), dt.date(2024, 12, 31)) == "2023–2024"
    assert period(dt.date(2024, 2, 1), dt.date(2024, 2, 29)) == "February 2024"
    assert period(dt.date(2024, 2, 2), dt.date(2024, 2, 3)) == "2 February 2024 – 3 February 2024"
    assert [listed(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == [
        "A",
        "A and B",
        "A, B and C",
    ]


@pytest.mark.parametrize(
    ("figure", "english", "french_"),
    [
        (5.0, "5", "5"),
        (0.145, "0.145", "0,145"),
        (1234.5678, "1 234.5678", "1 234,5678"),
        (-12.25, "−12.25", "−12,25"),
        (123456789012.34, "123 456 789 012.34", "123 456 789 012,34"),
        (0.1 + 0.2, "0.3", "0,3"),
        (200 / 3, "66.7", "66,7"),
        (1 / 30, "0.033", "0,033"),
        (0.0, "0", "0"),
    ],
)
@pytest.mark.usefixtures("french")
def test_a_figure_keeps_its_digits_and_what_has_no_end_is_rounded(
    figure: float, english: str, french_: str
) -> None:
    assert given(figure) == english.replace(" ", "\u202f")
    with spoken.speaking("fr"):
        assert given(figure) == french_.replace(" ", "\u202f")


def test_a_number_is_written_exactly() -> None:
    assert [exactly(one) for one in (200 / 3, 1e-7, 1234567.0)] == [
        "66.66666666666667",
        "0.0000001",
        "1\u202f234\u202f567",
    ]


@pytest.mark.usefixtures("french")
def test_one_word_has_as_many_translations_as_meanings() -> None:
    with spoken.speaking("fr"):
        assert _c("state of an action", "open") == "en cours"
        assert _c("stage of a meeting", "open") == "ouverte"


@pytest.mark.usefixtures("french")
def test_a_refusal_is_translated_with_its_numbers_dates_and_words() -> None:
    error = StoreError(
        "{value} is impossible for {name}: give {low} or more.", value=2.5, name="Coûts", low=3
    )
    seen = Message("You see {what} of {day}.", what=Message("no figure"), day=dt.date(2024, 3, 1))
    assert str(error) == "2.5 is impossible for Coûts: give 3 or more."
    assert tell(seen) == "You see no figure of 1 March 2024."
    with spoken.speaking("fr"):
        assert tell(error.message) == "Coûts : 2,5 est impossible, donnez 3 ou plus."
        assert tell(seen) == "Le 1 mars 2024 : aucun chiffre."


@pytest.mark.usefixtures("french")
def test_only_languages_with_a_catalogue_can_be_spoken() -> None:
    assert spoken.codes() == ("en", "fr")
    with pytest.raises(KeyError), spoken.speaking("de"):
        pytest.fail("German was spoken.")
    assert spoken.current().code == "en"


@pytest.mark.usefixtures("french")
def test_what_is_kept_is_kept_for_each_language() -> None:
    made = []

    @spoken.cached
    def title(name: str) -> str:
        made.append(name)
        return f"{_('Target gaps')} {name}"

    with spoken.speaking("fr"):
        assert title("A") == title("A") == "Écarts A"
    assert title("A") == "Target gaps A"
    assert made == ["A", "A"]


@pytest.mark.usefixtures("french")
def test_work_done_later_in_another_thread_speaks_the_language_it_was_ordered_in() -> None:
    with spoken.speaking("fr"):
        ordered = spoken.carried(lambda: _("Target gaps"))
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(ordered).result() == "Écarts"
        assert threads.submit(lambda: _("Target gaps")).result() == "Target gaps"
