"""The gauges of all goals as one picture to save: rings, figures and words on paper."""

import textwrap
from collections.abc import Iterator, Sequence
from html import escape

from components.elements import captions, chart, pictures
from components.language.text import _
from components.look import dial
from components.look.status import MARKS, word
from components.look.theme import FONT, LIGHT
from components.overview.gauge import beneath, coverage, figure, legend
from components.reader import bar
from store.standing import GoalStanding, PlanStanding

MARGIN, GAP = 24, 16
HEAD, LINE = 46, 18  # heights: of the title, of a line under it
NAME, FOOT = 72, 34  # heights: of a goal's name, below a ring
LETTER, LETTERS = 7, 24  # pixels of a letter of a status, letters of a goal's name in a line


def offer(plan: PlanStanding) -> None:
    """Offer the picture of the plan's gauges as PNG and SVG."""
    title, view = _("Where the Initiative stands"), bar.current()
    below = [*captions.foundation(view), legend(), captions.elsewhere()]

    def picture() -> str:
        return draw(plan.goals, title, below)

    chart.offer("gauges", lambda: pictures.svg_as_png(picture()), lambda: picture().encode(), view)


def draw(goals: Sequence[GoalStanding], title: str, below: Sequence[str]) -> str:
    """The gauges side by side as SVG, under a title and lines on what they rest on."""
    muted = LIGHT.muted
    width = 2 * MARGIN + len(goals) * (dial.SIZE + GAP) - GAP
    top = HEAD + LINE * len(below)
    height = top + NAME + dial.HEIGHT + FOOT + MARGIN
    drawn = [
        f'<rect width="{width}" height="{height}" fill="{LIGHT.paper}"/>',
        _text(MARGIN, MARGIN + 12, title, size=18, weight=600, anchor="start"),
        *(
            _text(MARGIN, HEAD + LINE * (at + 0.7), line, size=13, colour=muted, anchor="start")
            for at, line in enumerate(below)
        ),
    ]
    for at, goal in enumerate(goals):
        drawn += _goal(goal, MARGIN + at * (dial.SIZE + GAP), top + 16)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" font-family="{FONT}">{"".join(drawn)}</svg>'
    )


def _goal(goal: GoalStanding, left: int, head: int) -> Iterator[str]:
    gauge, middle, top = goal.gauge, left + dial.SIZE / 2, head + NAME - 16
    yield _text(middle, head + 16, goal.code, size=16, weight=700)
    for at, line in enumerate(textwrap.wrap(goal.name, LETTERS)):
        yield _text(middle, head + 34 + 16 * at, line, size=13, weight=600)
    yield f'<g transform="translate({left} {top})">{dial.rings(gauge)}</g>'
    yield _text(middle, top + 96, figure(gauge), size=28, weight=600)
    yield _text(middle, top + 114, beneath(gauge), size=12, colour=LIGHT.muted)
    mark, status, low = MARKS[gauge.status], word(gauge.status), top + dial.HEIGHT - 6
    # A text of its own: where the type has no such shape, another one would set the word too.
    yield _text(
        middle - LETTER * (len(status) / 2 + 0.5),
        low,
        mark.glyph,
        size=14,
        colour=mark.colour.light,
    )
    yield _text(middle + LETTER, low, status, size=14)
    yield _text(middle, top + dial.HEIGHT + 16, coverage(gauge), size=13, colour=LIGHT.muted)


def _text(  # what a line of text has
    x: float,
    y: float,
    text: str,
    *,
    size: int,
    weight: int = 400,
    colour: str = LIGHT.ink,
    anchor: str = "middle",
) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}"'
        f' text-anchor="{anchor}">{escape(text)}</text>'
    )
