"""A status is a word, a shape and a colour, always together and in this order."""

from dataclasses import dataclass

from components.language.text import _c
from components.look.colours import VERDICTS, Colour, css_name
from components.look.theme import Palette
from store.progress import Status


@dataclass(frozen=True, slots=True)
class Mark:
    """How a status looks: a glyph in text, a shape in charts, a colour."""

    glyph: str
    shape: str
    colour: Colour


STAR = (
    "M0,-1L0.29,-0.4L0.95,-0.31L0.48,0.15L0.59,0.81L0,0.5L-0.59,0.81L-0.48,0.15L-0.95,-0.31"
    "L-0.29,-0.4Z"
)

MARKS = {
    Status.ACHIEVED: Mark("★", STAR, VERDICTS[Status.ACHIEVED]),
    Status.ON_TRACK: Mark("▲", "triangle-up", VERDICTS[Status.ON_TRACK]),
    Status.BEHIND: Mark("◆", "diamond", VERDICTS[Status.BEHIND]),
    Status.OFF_TRACK: Mark("▼", "triangle-down", VERDICTS[Status.OFF_TRACK]),
    Status.REGRESSING: Mark("✚", "cross", VERDICTS[Status.REGRESSING]),
    Status.NOT_ENOUGH_DATA: Mark("●", "circle", VERDICTS[Status.NOT_ENOUGH_DATA]),
    Status.STALE: Mark("■", "square", VERDICTS[Status.STALE]),
}


def word(status: Status) -> str:
    """The status as the screen says it."""
    return {
        Status.ACHIEVED: _c("status", "achieved"),
        Status.ON_TRACK: _c("status", "on track"),
        Status.BEHIND: _c("status", "behind"),
        Status.OFF_TRACK: _c("status", "off track"),
        Status.REGRESSING: _c("status", "regressing"),
        Status.NOT_ENOUGH_DATA: _c("status", "not enough data"),
        Status.STALE: _c("status", "stale"),
    }[status]


def css_class(status: Status) -> str:
    """The class that gives an element of ours the status's `--mark` and `--tint`."""
    return f"is-{css_name(status)}"


def colours(palette: Palette) -> list[str]:
    """The seven colours in order, for a chart's scale."""
    return [palette.pick(mark.colour) for mark in MARKS.values()]


def label(status: Status) -> str:
    """Glyph and word, for tables and plain text."""
    return f"{MARKS[status].glyph} {word(status)}"
