"""Numbers as people write them in English, French and Spanish: read as one number, or refused.

Comma and point both divide decimals; comma, point, apostrophe and every kind of space divide
thousands. What could be either (“1.234”) is never guessed. Digits are 0 to 9, full-width ones
included; those of other scripts, powers of ten, ranges and fractions are refused with what to type.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from store.ground.errors import InvalidError
from store.ground.messages import Message

LONGEST = 40  # characters: a figure has fewer, and every number this short fits a float
MOST_DIGITS = 15  # before the decimals: longer whole numbers are not exact in a float

_SPACES = "\u00a0\u2007\u2008\u2009\u200a\u202f"  # non-breaking, figure, thin, narrow
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ALIKE = _FULL_WIDTH | str.maketrans(
    {**dict.fromkeys(_SPACES, " "), **dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("−–‐‑﹣", "-")}
)
_SIGNED = re.compile(r"(?P<left>% ?)?(?P<sign>[+-] ?)?(?P<body>[0-9].*?|[.,].*?)(?P<right> ?%)?")
_AMBIGUOUS = re.compile(r"(?P<whole>[1-9][0-9]{0,2})[.,](?P<three>[0-9]{3})")
_PLAIN = re.compile(r"(?P<whole>[0-9]*)(?:[.,](?P<decimals>[0-9]+))?")
_GROUPED = re.compile(
    r"(?P<whole>[1-9][0-9]{0,2}(?P<by>[ ',.])[0-9]{3}(?:(?P=by)[0-9]{3})*)"
    r"(?:(?!(?P=by))[,.](?P<decimals>[0-9]+))?"
)

_EMPTY = Message("Type a number, such as 12.5.")
_LONG = Message("A number with this many digits cannot be kept. Give fewer of them.")
_POWER = Message("Write “{typed}” out in full, without a power of ten.")
_RANGE = Message("“{typed}” is a range. Give one figure and say how exact it is.")
_BOUND = Message("Give “{typed}” as digits alone, and say beside it how exact that is.")
_FRACTION = Message("Write “{typed}” as a decimal number, such as 0.5.")
_DIGITS = Message("Write “{typed}” with the digits 0 to 9.")
_LETTERS = Message("“{typed}” is not a number. Type digits alone, without words or a unit.")
_GROUPS = Message(
    "The digits of “{typed}” are not in groups of three. Type one number, with nothing between "
    "its thousands, such as 12345.6."
)
_OTHER = Message("“{typed}” cannot be read as a number. Type it like 12.5 or 12,5.")
_NO_SHARE = Message("This figure is not in percent. Give “{typed}” in its own unit.")

# By what is in a text that is no number; the first that is found says what to type.
_WHY = (
    (re.compile(rf"[0-9]{{{MOST_DIGITS + 1}}}"), _LONG),
    (re.compile(r"[0-9] ?e ?[+-]?[0-9]+|[0-9] ?[x×*] ?10|10 ?\^", re.IGNORECASE), _POWER),
    (re.compile(r"^[^—…-]*[0-9] ?%? ?(?:[-—…]|\.\.+) ?[0-9][^—…-]*$"), _RANGE),
    (re.compile(r"[~≈<>≤≥±≃∼]|[0-9] ?\+"), _BOUND),
    (re.compile(r"[0-9] ?[/⁄∕] ?[0-9]|[¼-¾⅐-⅞]"), _FRACTION),
    (re.compile(r"[^\D0-9]|[⁰¹²³⁴-⁹₀-₉]"), _DIGITS),
    (re.compile(r"[^\W\d_]|[#$€£°]"), _LETTERS),
    (re.compile(r"[+-]?[0-9]+(?:[ ',.]+[0-9]+){2,}|[+-]?[0-9]+[ ']+[0-9]+"), _GROUPS),
)


@dataclass(frozen=True, slots=True)
class Number:
    """What was written: the figure before any percent sign (45 for “45 %”), and whether one was."""

    value: float
    is_percent: bool = False


class UnreadableNumberError(InvalidError):
    """A text that is no number in any of the three languages."""


class AmbiguousNumberError(InvalidError):
    """A text that is one number in one language and another in the next."""

    @property
    def readings(self) -> tuple[float, float]:
        """With decimals first, then as a whole number."""
        decimal, whole = self.message.parameters["decimal"], self.message.parameters["whole"]
        if not isinstance(decimal, float) or not isinstance(whole, float):
            raise TypeError(self.message)
        return decimal, whole

    @property
    def ways(self) -> tuple[str, str]:
        """How to write each of the readings so that it has no other."""
        parameters = self.message.parameters
        return str(parameters["as_decimal"]), str(parameters["as_whole"])


def read(text: str) -> Number:
    """The one number that a text is.

    Errors: UnreadableNumberError, with what to type instead; AmbiguousNumberError for one to three
    digits, a comma or point, and three more: “1.234” and “1,234”, but not “0.145”.
    """
    typed = _trimmed(text)
    match = _SIGNED.fullmatch(typed.translate(_ALIKE)) if len(typed) <= LONGEST else None
    if match is None or (match["left"] and match["right"]):
        raise _refusal(typed)
    sign = "-" if (match["sign"] or "").startswith("-") else ""
    is_percent = bool(match["left"] or match["right"])
    if unclear := _AMBIGUOUS.fullmatch(match["body"]):
        raise _ambiguity(typed, sign, unclear, is_percent=is_percent)
    exact = _PLAIN.fullmatch(match["body"]) or _GROUPED.fullmatch(match["body"])
    if exact is None:
        raise _refusal(typed)
    whole = re.sub(r"[^0-9]", "", exact["whole"])
    if len(whole.lstrip("0")) > MOST_DIGITS:
        raise UnreadableNumberError.of(_LONG)
    value = float(f"{sign}{whole or 0}.{exact['decimals'] or 0}")
    return Number(value or 0.0, is_percent)


def figure(
    text: str, *, in_percent: bool = False, between: tuple[float, float] | None = None
) -> float:
    """The value of a figure as it was typed.

    Unit: that of the figure; `in_percent` says that it is percent, so that a percent sign is right.
    Where only one of two readings lies `between` what can be, as of degrees, the other is none.
    Errors: as `read`, and UnreadableNumberError for a percent sign where the unit is another.
    """
    try:
        number = read(text)
    except AmbiguousNumberError as error:
        possible = [
            reading for reading in error.readings if between and between[0] <= reading <= between[1]
        ]
        if len(possible) != 1:
            raise
        number = Number(possible[0], "%" in text)
    if number.is_percent and not in_percent:
        raise UnreadableNumberError.of(_NO_SHARE.filled(typed=_trimmed(text)))
    return number.value


def percent(share: float) -> float:
    """A share of 1 in percent; 0.145 is 14.5, not 14.499999999999998."""
    return float(Decimal(repr(share)) * 100)


def _trimmed(text: str) -> str:
    """Without spaces and invisible marks at its ends, which come along with what is pasted."""
    first, last = 0, len(text)
    while first < last and _is_blank(text[first]):
        first += 1
    while first < last and _is_blank(text[last - 1]):
        last -= 1
    return text[first:last]


def _is_blank(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) == "Cf"


def _ambiguity(
    typed: str, sign: str, match: re.Match[str], *, is_percent: bool
) -> AmbiguousNumberError:
    """Both readings, and how to write each so that it has no other."""
    percent = " %" if is_percent else ""
    return AmbiguousNumberError(
        "“{typed}” may be {decimal} or {whole}. Type {as_decimal} or {as_whole} to say which.",
        typed=typed,
        decimal=float(f"{sign}{match['whole']}.{match['three']}"),
        whole=float(f"{sign}{match['whole']}{match['three']}"),
        as_decimal=f"{sign}{match[0]}0{percent}",
        as_whole=f"{sign}{match['whole']}{match['three']}{percent}",
    )


def _refusal(typed: str) -> UnreadableNumberError:
    """What to type instead of a text that is no number; of a long one only the beginning."""
    if not typed:
        return UnreadableNumberError.of(_EMPTY)
    quoted = typed if len(typed) <= LONGEST else f"{typed[:LONGEST]}…"
    plain = " ".join(typed[:LONGEST].translate(_ALIKE).split())
    why = next((sentence for pattern, sentence in _WHY if pattern.search(plain)), _OTHER)
    return UnreadableNumberError.of(why.filled(typed=quoted))
