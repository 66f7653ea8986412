"""A status is a word, a shape and a colour, always together and in this order."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import altair as alt

from components.language.text import _, _c
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
# With a hole, which the other direction of its edge makes.
OPEN_STAR = (
    f"{STAR}M0,-0.5L-0.15,-0.2L-0.48,-0.15L-0.24,0.08L-0.3,0.4L0,0.25L0.3,0.4L0.24,0.08"
    "L0.48,-0.15L0.15,-0.2Z"
)
# From the best to none at all. `target_met` is a yearly rate that reached its target in time.
DRAWN = {
    "achieved": ("★", STAR),
    "target_met": ("☆", OPEN_STAR),
    "on_track": ("▲", "triangle-up"),
    "behind": ("◆", "diamond"),
    "off_track": ("▼", "triangle-down"),
    "regressing": ("✚", "cross"),
    "not_enough_data": ("●", "circle"),
    "stale": ("■", "square"),
}
MARKS = {Status(name): Mark(*DRAWN[name], VERDICTS[name]) for name in DRAWN}
Shown = Status | tuple[Status, Status]  # one status, or the worse and the better end of a range


def best_first(seen: Iterable[tuple[Status, Status]]) -> list[tuple[Status, Status]]:
    """Verdicts by their worse and better ends, from the best to none."""
    order = [*MARKS]
    return sorted(seen, key=lambda ends: [order.index(end) for end in ends])


def word(status: str | tuple[str, str]) -> str:
    """The status as the screen says it; of a range what its two ends leave possible."""
    if isinstance(status, tuple):
        worst, best = status
        return word(worst) if worst == best else range_word(worst, best)
    return {
        "achieved": _c("status", "achieved"),
        "target_met": _c("status", "target met"),
        "on_track": _c("status", "on track"),
        "behind": _c("status", "behind"),
        "off_track": _c("status", "off track"),
        "regressing": _c("status", "regressing"),
        "not_enough_data": _c("status", "not enough data"),
        "stale": _c("status", "stale"),
    }[status]


def css_class(status: str | tuple[str, str]) -> str:
    """The class that gives an element of ours the status's `--mark`, `--tint` and `--on-mark`.

    A range looks like its worse end.
    """
    return f"is-{css_name(status[0] if isinstance(status, tuple) else status)}"


def glyph(status: Shown) -> str:
    """The shape of a status in text; of a range the shapes of both its ends."""
    ends = status if isinstance(status, tuple) else (status,)
    return "".join(MARKS[end].glyph for end in dict.fromkeys(ends))


def colours(palette: Palette) -> list[str]:
    """The colours in the order of `MARKS`, for a chart's scale."""
    return [palette.pick(mark.colour) for mark in MARKS.values()]


def scale(palette: Palette) -> alt.Scale:
    """Which colour a chart gives to each status."""
    return alt.Scale(domain=[*MARKS], range=colours(palette))


def label(status: Shown) -> str:
    """Glyph and word, for tables and plain text."""
    return f"{glyph(status)} {word(status)}"


def range_word(worst: str, best: str) -> str:
    """What is known of a status that lies between two ends."""
    if worst == "regressing":
        return _("at best {status}", status=word(best))
    if best in ("achieved", "target_met"):
        return _("at worst {status}", status=word(worst))
    return _("{worst} to {best}", worst=word(worst), best=word(best))


def piece(worst: str, best: str | None = None) -> str:
    """The status as HTML: shape and word; of a range the shapes of both its ends."""
    ends = [worst] if best in (None, worst) else [worst, best]
    said = word(worst) if len(ends) == 1 else range_word(*ends)
    shapes = "".join(
        f'<i class="{css_class(end)}" aria-hidden="true">{DRAWN[end][0]}</i>' for end in ends
    )
    return f'<span class="status">{shapes}{escape(said)}</span>'
