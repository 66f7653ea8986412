"""What people write for a number is read as that number, or refused with what to type instead."""

import re
from contextlib import suppress
from decimal import Decimal

import pytest
from babel import Locale
from babel import numbers as babel
from hypothesis import assume, given, strategies

from store.ground import numbers
from store.ground.numbers import AmbiguousNumberError, Number, UnreadableNumberError

SPACES = (" ", "\u00a0", "\u2009", "\u202f")
# Every convention of the three languages, groups and decimals as their regions write them. Not
# fr_CH: Babel 2.19 takes its apostrophes for quotation marks and drops them in pairs.
LOCALES = ("en_GB", "en_US", "en_ZA", "fr_FR", "fr_CA", "fr_BE", "fr_MA", "es_ES", "es_MX")
TWO_READINGS = re.compile(r"[-−]?[1-9]\d{0,2}[.,]\d{3}\s?%?")
GROUPS = (",", ".", "'", "’", *SPACES)

READ = {
    "450,5": 450.5,
    "450.5": 450.5,
    "1.234,5": 1234.5,
    "1,234.5": 1234.5,
    "1 234,5": 1234.5,
    "1'234.5": 1234.5,
    "1’234,5": 1234.5,
    "1.234.567": 1234567,
    "1,234,567": 1234567,
    "1 234 567,89": 1234567.89,
    "1\u202f234\u00a0567,89": 1234567.89,
    "1.234,567": 1234.567,
    "1,234.567": 1234.567,
    "1 234": 1234,
    "1234,567": 1234.567,
    "0,45": 0.45,
    "0.145": 0.145,
    "0,145": 0.145,
    ".5": 0.5,
    ",5": 0.5,
    "12,50": 12.5,
    "1.2340": 1.234,
    "007": 7,
    "-5": -5,
    "−5": -5,
    "– 5": -5,
    "+1 234": 1234,
    "-0": 0,
    "４５０，５": 450.5,
    "\ufeff 12 \n": 12,
    "\u200e-5\u200e": -5,
}
PERCENT = {
    "45%": 45,
    "45 %": 45,
    "45\u202f%": 45,
    "%45": 45,
    "% 45": 45,
    "-0,5 %": -0.5,
    "４５％": 45,
}
AMBIGUOUS = {
    "1.234": (1.234, 1234),
    "1,234": (1.234, 1234),
    "-12,345": (-12.345, -12345),
    "999.000 %": (999, 999000),
}
NO_NUMBER = {
    "": "Type a number, such as 12.5.",
    " \u00a0\ufeff": "Type a number, such as 12.5.",
    **dict.fromkeys(
        ("1.23.4", "1,23,456", "1 2345", "0 123", "12 13", "3'14"),
        "not in groups of three. Type one number, with nothing between its thousands",
    ),
    **dict.fromkeys(("12abc", "NaN", "inf", "-inf", "TRUE", "#N/A", "450 k€", "5 to 10"), "unit"),
    **dict.fromkeys(("1e30", "1.5E+3", "2 x 10", "10^3"), "out in full, without a power of ten."),
    **dict.fromkeys(
        ("5-10", "5–10", "5 - 10", "5…10", "5 %-10 %"),
        "is a range. Give one figure and say how exact it is.",
    ),
    **dict.fromkeys(
        ("~5", ">5", "≥ 5", "< 5", "5+", "5 ± 1"),
        "as digits alone, and say beside it how exact that is.",
    ),
    **dict.fromkeys(("½", "1½", "1/2", "3⁄4"), "as a decimal number"),
    **dict.fromkeys(("٤٥", "४५", "4²"), "digits 0 to 9"),
    **dict.fromkeys(
        ("9" * 16, "9" * 500, "0." + "3" * 60),
        "A number with this many digits cannot be kept. Give fewer of them.",
    ),
    **dict.fromkeys(
        ("5.", "--5", "%5%", "5%%", "---", "(5)", "1_000", "12; 13"),
        "cannot be read as a number. Type it like 12.5 or 12,5.",
    ),
}


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_a_number_is_read_in_the_ways_of_three_languages(text: str, value: float) -> None:
    assert numbers.read(text) == Number(value, is_percent=False)


@pytest.mark.parametrize(("text", "value"), PERCENT.items())
def test_a_percent_sign_is_told_and_changes_no_figure(text: str, value: float) -> None:
    assert numbers.read(text) == Number(value, is_percent=True)


@pytest.mark.parametrize(("text", "readings"), AMBIGUOUS.items())
def test_what_may_be_two_numbers_is_refused_with_both(
    text: str, readings: tuple[float, float]
) -> None:
    with pytest.raises(AmbiguousNumberError) as refused:
        numbers.read(text)
    assert refused.value.readings == readings
    said = refused.value.message.parameters
    assert tuple(numbers.read(str(said[f"as_{how}"])).value for how in ("decimal", "whole")) == (
        readings
    )


@pytest.mark.parametrize(("text", "why"), NO_NUMBER.items())
def test_what_is_no_number_is_refused_with_what_to_type(text: str, why: str) -> None:
    with pytest.raises(UnreadableNumberError, match=why):
        numbers.read(text)


def test_a_refusal_names_both_readings() -> None:
    with pytest.raises(AmbiguousNumberError) as refused:
        numbers.read("1,234")
    assert str(refused.value) == ("“1,234” may be 1.234 or 1234. Type 1,2340 or 1234 to say which.")


def test_a_percent_sign_belongs_to_figures_in_percent() -> None:
    assert numbers.figure("45 %", in_percent=True) == 45
    assert numbers.figure("45", in_percent=True) == 45
    with pytest.raises(UnreadableNumberError, match="not in percent"):
        numbers.figure("45 %", in_percent=False)


figures = strategies.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=3
) | strategies.integers(-(10**14), 10**14).map(Decimal)


@given(
    figure=figures,
    decimals=strategies.integers(0, 3),
    locale=strategies.sampled_from(LOCALES),
    group=strategies.sampled_from(("", *GROUPS, None)),
    sign=strategies.sampled_from(("", "%", " %", "\u202f%")),
)
def test_every_number_as_babel_writes_it_is_read_exactly_or_refused_as_two(
    figure: Decimal, decimals: int, locale: str, group: str | None, sign: str
) -> None:
    exact = round(figure, decimals)
    text = _written(exact, decimals, locale, group) + sign
    assert float(exact) in _readings(text)
    assert len(_readings(text)) == 1 or TWO_READINGS.fullmatch(text)


def _written(exact: Decimal, decimals: int, locale: str, group: str | None) -> str:
    """A number by the rules of a locale; its groups divided otherwise where `group` is given."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = babel.format_decimal(exact, format=pattern, locale=locale, decimal_quantization=False)
    symbols = Locale.parse(locale).number_symbols["latn"]
    if group is None:
        return text
    assume(group != symbols["decimal"])
    return text.replace(symbols["group"], group)


@given(share=strategies.integers(-(10**9), 10**9), locale=strategies.sampled_from(LOCALES))
def test_every_percentage_as_babel_writes_it_is_read_exactly(share: int, locale: str) -> None:
    text = babel.format_percent(Decimal(share) / 100, locale=locale)
    assert share in _readings(text)
    assert len(_readings(text)) == 1 or TWO_READINGS.fullmatch(text)


def _readings(text: str) -> tuple[float, ...]:
    """The one number that was read, or the two that it was refused for."""
    try:
        return (numbers.read(text).value,)
    except AmbiguousNumberError as refused:
        return refused.readings


@given(strategies.text() | strategies.text("0123456789.,' +-−%eE/\u00a0\u202f½٤", max_size=14))
def test_any_text_is_one_finite_number_or_refused(text: str) -> None:
    with suppress(AmbiguousNumberError, UnreadableNumberError):
        assert abs(numbers.read(text).value) <= 10**numbers.MOST_DIGITS
