"""A status is a word, a shape and a colour, always together and in this order."""

from dataclasses import dataclass

from components.language.text import _
from components.look.theme import Palette
from store.progress import Status


@dataclass(frozen=True, slots=True)
class Mark:
    """How a status looks: a glyph in text, a shape in charts, a colour in each theme."""

    glyph: str
    shape: str
    light: str
    dark: str


STAR = (
    "M0,-1L0.29,-0.4L0.95,-0.31L0.48,0.15L0.59,0.81L0,0.5L-0.59,0.81L-0.48,0.15L-0.95,-0.31"
    "L-0.29,-0.4Z"
)

# They differ in lightness, so that print and colour-blind readers keep the order.
MARKS = {
    Status.ACHIEVED: Mark("★", STAR, "#14594a", "#9adfcb"),
    Status.ON_TRACK: Mark("▲", "triangle-up", "#3f9c86", "#55b59e"),
    Status.BEHIND: Mark("◆", "diamond", "#d59b2d", "#e3b04f"),
    Status.OFF_TRACK: Mark("▼", "triangle-down", "#b4472a", "#e0704f"),
    Status.REGRESSING: Mark("✚", "cross", "#6b2440", "#cf6f96"),
    Status.NOT_ENOUGH_DATA: Mark("●", "circle", "#a9aaa1", "#7d7b73"),
    Status.STALE: Mark("■", "square", "#7d8a94", "#93a1ab"),
}


def word(status: Status) -> str:
    """The status as the screen says it."""
    return {
        Status.ACHIEVED: _("achieved"),
        Status.ON_TRACK: _("on track"),
        Status.BEHIND: _("behind"),
        Status.OFF_TRACK: _("off track"),
        Status.REGRESSING: _("regressing"),
        Status.NOT_ENOUGH_DATA: _("not enough data"),
        Status.STALE: _("stale"),
    }[status]


def css_class(status: Status) -> str:
    """The class that gives an element of ours the status's `--mark` and `--tint`."""
    return f"is-{status.replace('_', '-')}"


def colours(palette: Palette) -> list[str]:
    """The seven colours in order, for a chart's scale."""
    return [palette.pick(mark.light, mark.dark) for mark in MARKS.values()]


def label(status: Status) -> str:
    """Glyph and word, for tables and plain text."""
    return f"{MARKS[status].glyph} {word(status)}"
