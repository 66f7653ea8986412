"""The six gauges: a ring from the baseline to the target for each goal.

Drawn by the style sheet from a few numbers, so that they follow the width and the theme of the
reader without a chart library on the page that everybody opens first.
"""

from collections import Counter
from html import escape

from components.language.text import _, number, percent
from components.look import isolation
from components.look.dial import NARROWEST
from components.look.status import css_class, glyph, piece, word
from components.overview import shortfall
from store.progress import DEFAULT, Gauge, Grade
from store.standing import GoalStanding, ObjectiveStanding


def row(goals: tuple[GoalStanding, ...]) -> str:
    """The gauges of all goals side by side, as HTML."""
    return f'<div class="gauges">{"".join(build(goal) for goal in goals)}</div>'


@isolation.piece
def build(goal: GoalStanding, address: str = "") -> str:
    """One gauge as HTML: name, dial, a cell an objective, status, one reason."""
    gauge = goal.gauge
    name = f"<b>{goal.code}</b>{escape(goal.name)}"
    if address:
        name = f'<a href="{escape(address)}">{name}</a>'
    cells = "".join(f'<i class="fill-{one.grade}"></i>' for one in goal.objectives)
    return (
        f'<section class="gauge"><h3>{name}</h3>'
        f'<div class="dial {css_class(gauge.status)}" style="{_numbers(gauge)}"'
        f' role="img" aria-label="{escape(describe(goal))}">{_rings(gauge)}'
        f'<span class="figure{"" if gauge.show else " words"}">{escape(figure(gauge))}</span>'
        f"<small>{escape(beneath(gauge))}</small></div>"
        f'<div class="cells">{cells}</div>'
        f"<p>{_standing(gauge)}</p>"
        f'<p class="why">{escape(reason(goal))}</p></section>'
    )


def legend() -> str:
    """How to read a gauge."""
    return _(
        "Ring: the way from the baseline to the target, the mean of the measured objectives;"
        " hatched where it is indicative. Mark across it: what was due. Inner arc: time passed."
        " Thin outer arc: what the unmeasured ones could make of it."
    )


def coverage(gauge: Gauge) -> str:
    """How many of the goal's objectives can be judged: by measured figures or indicative ones."""
    return _("{known} of {total} can be judged", known=_judged(gauge), total=gauge.total)


def _judged(gauge: Gauge) -> int:
    return gauge.measured + gauge.indicative


@isolation.words
def describe(goal: GoalStanding) -> str:
    """The gauge in one or two sentences, for readers who do not see it."""
    if goal.gauge.clock is None:  # judged by the former method, which has no clock
        return _described(goal)
    time = _("{time} of the time has passed.", time=percent(goal.gauge.clock))
    return f"{_described(goal)} {time}"


def _described(goal: GoalStanding) -> str:
    gauge = goal.gauge
    if not gauge.show:
        return _(
            "{goal}: {coverage}, {measured} of them by measured figures: too few for a figure of"
            " the goal. It could lie between {low} and {high}.",
            goal=goal.name,
            coverage=coverage(gauge),
            measured=number(gauge.measured),
            low=percent(gauge.low or 0),
            high=percent(gauge.high or 0),
        )
    return _(
        "{goal}: {progress} of the way to 2030, {expected} was due; {coverage}; {status}.",
        goal=goal.name,
        progress=percent(gauge.progress or 0),
        expected=percent(gauge.expected or 0),
        coverage=coverage(gauge),
        status=word(gauge.status),
    )


def figure(gauge: Gauge) -> str:
    """The share of the way in the middle of the ring; how many verdicts where it is not shown."""
    if gauge.progress is not None:
        return percent(gauge.progress)
    return _("{known} of {total}", known=_judged(gauge), total=gauge.total)


def beneath(gauge: Gauge) -> str:
    """What stands below the figure in the middle of the ring."""
    if gauge.progress is not None:
        return _("{share} was due", share=percent(gauge.expected or 0))
    return _("can be judged")


@isolation.words
def reason(goal: GoalStanding) -> str:
    """Why a gauge stands where it does: what holds it back, or what is missing."""
    gauge = goal.gauge
    behind = shortfall.ordered(goal.objectives)
    if gauge.show and behind:
        return _held_back(gauge, behind[0])
    if gauge.show:
        return _("no objective with a verdict falls short")
    if gauge.band is not None and percent(gauge.band.low) == percent(gauge.band.high):
        return _(
            "with indicative figures {share}, {expected} was due",
            share=percent(gauge.band.low),
            expected=percent(gauge.band.expected or 0),
        )
    if gauge.band is not None:
        return _(
            "with indicative figures {low} to {high}, {expected} was due",
            low=percent(gauge.band.low),
            high=percent(gauge.band.high),
            expected=percent(gauge.band.expected or 0),
        )
    grades = Counter(one.grade for one in goal.objectives)
    if _judged(gauge):
        return _(
            "half of them must be measured; it could lie between {low} and {high}",
            low=percent(gauge.low or 0),
            high=percent(gauge.high or 0),
        )
    if grades[Grade.DOCUMENTED]:
        return _(
            "documented: {documented}, without any figure: {none}",
            documented=grades[Grade.DOCUMENTED],
            none=grades[Grade.NONE],
        )
    return _("no figure of any objective")


def _held_back(gauge: Gauge, worst: ObjectiveStanding) -> str:
    named = f"{glyph(worst.statuses[1])}\u00a0{worst.code}"
    if (gauge.progress or 0) >= DEFAULT.on_track * (gauge.expected or 0):
        return _("as much as was due, but held back by {objective}", objective=named)
    return _(
        "weakest: {objective}, {progress} of the way where {expected} was due",
        objective=named,
        progress=percent(worst.verdict.judged.progress[1]),
        expected=percent(worst.expected or 0),
    )


def _standing(gauge: Gauge) -> str:
    """The status; behind it how much can be judged, where the figure does not say it."""
    return (
        f"{piece(gauge.status)} · {escape(coverage(gauge))}" if gauge.show else piece(gauge.status)
    )


def _numbers(gauge: Gauge) -> str:
    band = gauge.band
    wide = max(NARROWEST - (band.high - band.low), 0) / 2 if band else 0
    shares = {
        "progress": gauge.progress,
        "expected": band.expected if band and not gauge.show else gauge.expected,
        "low": gauge.low,
        "high": gauge.high,
        "from": max(band.low - wide, 0) if band else None,
        "to": min(band.high + wide, 1) if band else None,
        "t": gauge.clock,
    }
    return ";".join(f"--{name}:{share:.3f}" for name, share in shares.items() if share is not None)


def _rings(gauge: Gauge) -> str:
    """Track and time always; what could be only once something is known."""
    drawn = [
        "track",
        *(["could"] if _judged(gauge) else []),
        *(["fill", "due"] if gauge.show else ["soft", "due"] if gauge.band else []),
        *(["time", "now"] if gauge.clock is not None else []),
    ]
    return "".join(f'<i class="{ring}"></i>' for ring in drawn)
