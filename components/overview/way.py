"""The way of an objective in miniature: 2020 to its deadline across, baseline to target up.

A box of the style sheet with a line of figures cut out of it and a mark at the last fact: two
boxes, no drawing library.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store import progress
from store.models import Qualifier
from store.progress import Grade
from store.progress.status import WORST_FIRST
from store.standing import IndicatorStanding, ObjectiveStanding
from store.standing.points import Point

START = 2020
STROKE = 1.1  # half the width of the line, in pixels
ABOVE = 3  # pixels by which the line may leave the box, at its top and at its foot
FADING = 0.11  # of the ink that a fact loses each year
PALEST = 0.35


@dataclass(frozen=True, slots=True)
class Fact:
    """The last thing known: where it lies (0 to 1), how much ink is left, if it is a bound."""

    x: float
    y: float
    ink: float
    is_bound: bool


def build(objective: ObjectiveStanding, clock: float) -> str:
    """The miniature as HTML, `clock` of its time passed; a dotted floor where nothing is known."""
    told = told_of(objective)
    fact = _fact(told, objective) if told is not None else None
    if told is None or fact is None:
        return f'<i class="way none" style="--t:{clock:.3f}"></i>'
    judged = objective.verdict.judged
    is_hatched = judged.is_known and objective.grade is Grade.INDICATIVE
    kind = "" if judged.is_known else " fact"
    kind += " hint" if is_hatched else ""
    kind += " least" if fact.is_bound and judged.is_known else ""
    numbers = f"--t:{clock:.3f};--x:{fact.x:.3f};--y:{fact.y:.3f};--ink-left:{fact.ink:.2f}"
    line = _line(told) if judged.is_known and not is_hatched else ""
    return f'<i class="way{kind}" style="{numbers}{line}"></i>'


def told_of(objective: ObjectiveStanding) -> IndicatorStanding | None:
    """The indicator whose last fact stands for the objective: its worst part, else one known."""
    known = [one for one in objective.indicators if one.series or one.readings]
    judged = [one for one in known if one.is_part and one.statuses[0] in WORST_FIRST]
    if judged:
        return min(judged, key=lambda one: WORST_FIRST.index(one.statuses[0]))
    return known[0] if known else None


def _fact(standing: IndicatorStanding, objective: ObjectiveStanding) -> Fact | None:
    card = standing.assessment
    last = _last_year(standing)
    if last is None:
        return None
    until = card.active_year or START + 10
    age = max(0.0, (card.as_of or last) - last)
    low, high = card.ends
    ends = [low.progress, high.progress]
    is_judged = objective.verdict.judged.is_known
    shares = [share for share in ends if share is not None]
    is_bound = len(shares) == 2 and shares[1] - shares[0] > 0.005
    if standing.latest is not None:
        is_bound = is_bound or standing.latest.qualifier == Qualifier.AT_LEAST
    return Fact(
        x=_clip((last - START) / (until - START)),
        y=min(shares) if is_judged and shares else 0.0,
        ink=max(PALEST, 1 - FADING * age),
        is_bound=is_bound,
    )


def _last_year(standing: IndicatorStanding) -> float | None:
    if standing.latest is not None:
        return progress.as_year(standing.latest.end)
    if standing.readings:
        return progress.as_year(standing.readings[-1].period_end)
    return None


def _line(standing: IndicatorStanding) -> str:
    """The figures as a polygon as thin as a line, for the style sheet to cut out of the box."""
    card = standing.assessment
    if card.baseline is None or card.target is None or card.target == card.baseline:
        return ""
    until = card.active_year or START + 10
    way = card.target - card.baseline
    spots = [
        (
            100 * _clip((progress.as_year(point.end) - START) / (until - START)),
            100 * (1 - _clip((point.figure - card.baseline) / way)),
        )
        for point in _since_the_start(standing.series)
    ]
    return "" if len(spots) < 2 else f";--path:{polygon(spots)}"


def polygon(spots: Sequence[tuple[float, float]]) -> str:
    """A line through spots, in percent from the left and from the top, as a thin polygon of CSS."""
    upper = [_corner(x, y, -STROKE) for x, y in spots]
    lower = [_corner(x, y, STROKE) for x, y in reversed(spots)]
    return f"polygon({','.join([*upper, *lower])})"


def _since_the_start(series: Iterable[Point]) -> list[Point]:
    return [point for point in series if point.counts and point.end.year >= START]


def _corner(x: float, y: float, aside: float) -> str:
    return f"{x:.0f}% calc({y:.0f}% + {ABOVE - 2 * ABOVE * y / 100 + aside:.1f}px)"


def _clip(share: float) -> float:
    return min(max(share, 0.0), 1.0)
