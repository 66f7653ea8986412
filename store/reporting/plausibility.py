"""What makes a possible figure look wrong: doubts that its reporter must answer in words.

Unlike `figures.judgement`, which refuses what cannot be, nothing here refuses anything.
"""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sqlmodel import Session

from store.figures import heads, periods
from store.figures.draft import MeasurementDraft, figure
from store.ground.messages import Message
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, RollUp, Target, TargetRole
from store.models.places import WORLD
from store.plan import contents
from store.progress import Kind
from store.reporting import nearby
from store.reporting.nearby import Figure, Period

MARGIN = 0.5  # of the span between the lowest and the highest level known, on either side
HALF_THE_WAY = 0.5
NAMED = 3  # overlapping figures: one is enough to ask
LONGEST = dt.timedelta(days=periods.LONGEST)


class Doubt(StrEnum):
    """Why a figure looks wrong."""

    OUTSIDE = "outside"
    JUMP = "jump"
    FALLING = "falling"
    OVERLAP = "overlap"


SENTENCES = {
    Doubt.OUTSIDE: Message("it lies outside the plausible range"),
    Doubt.JUMP: Message("it moves by more than half of the plan’s way"),
    Doubt.FALLING: Message("a running total falls"),
    Doubt.OVERLAP: Message("its period overlaps that of another figure"),
}


@dataclass(frozen=True, slots=True)
class Background:
    """What a figure is held against, in the indicator's unit.

    `previous` is the newest figure of the place before the draft's period, approved or not, and
    `overlapping` some of other periods that share days with it.
    """

    indicator: Indicator
    levels: tuple[float, ...]
    way: float | None
    previous: Measurement | None
    overlapping: tuple[Measurement, ...]

    @property
    def plausible(self) -> tuple[float, float] | None:
        """The range that needs no explanation; None where nothing is known to compare with."""
        if len(set(self.levels)) < 2:  # a range has two ends
            return None
        low, high = min(self.levels), max(self.levels)
        margin = MARGIN * (high - low)
        limits = self.indicator.limit_low, self.indicator.limit_high
        return (
            low - margin if limits[0] is None else max(low - margin, limits[0]),
            high + margin if limits[1] is None else min(high + margin, limits[1]),
        )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What many figures are held against, asked for once.

    `targets` are those of one plan version, by indicator; `figures` the newest of each slot, by
    indicator and place, oldest period first.
    """

    indicators: Mapping[str, Indicator]
    targets: Mapping[str, Sequence[Target]]
    figures: Mapping[tuple[str, str], Sequence[Measurement]]
    lines: dict[tuple[str, str], list[tuple[Period, float | None, Measurement]]] = field(
        default_factory=dict, compare=False
    )

    def beside(self, drafts: Iterable[MeasurementDraft]) -> "Surroundings":
        """The same, as if the drafts stood in their slots."""
        figures = {pair: list(rows) for pair, rows in self.figures.items()}
        for draft in drafts:
            row = Measurement(**draft.model_dump(), client_key="")  # never written
            figures.setdefault(draft.slot[:2], []).append(row)
        newest = {
            pair: sorted({row.slot: row for row in rows}.values(), key=_by_period)
            for pair, rows in figures.items()
        }
        return Surroundings(self.indicators, self.targets, newest)

    def of(self, draft: Figure) -> Background:
        """Everything that the draft's slot is held against."""
        indicator = self.indicators[draft.indicator_code]
        own = draft.period_start, draft.period_end
        others = [line for line in self._lines(draft.slot[:2]) if line[0] != own]
        before = [row for period, level, row in others if level is not None and period[1] < own[1]]
        targets = _asked(self.targets.get(indicator.code, ()), draft, indicator)
        # Without a word of the plan, past figures alone would make every growth look wrong.
        figures = (level for _, level, _ in others if targets)
        return Background(
            indicator=indicator,
            levels=tuple(
                [level for row in targets for level in (row.low, row.high)]
                + [level for level in figures if level is not None]
            ),
            way=_way(targets),
            previous=before[-1] if before else None,
            overlapping=self.overlapping(draft),
        )

    def _lines(self, pair: tuple[str, str]) -> list[tuple[Period, float | None, Measurement]]:
        """The figures of a place with their periods, read once: rows of the store answer slowly."""
        if pair not in self.lines:
            self.lines[pair] = [
                ((row.period_start, row.period_end), figure(row), row)
                for row in self.figures.get(pair, ())
            ]
        return self.lines[pair]

    def overlapping(self, draft: Figure) -> tuple[Measurement, ...]:
        """The first figures of other periods that share days with the draft's, a few at most.

        A sheet may hold thousands of one place: no more of them are looked at than can overlap.
        """
        rows = self.figures.get(draft.slot[:2], ())
        found: list[Measurement] = []
        for place in range(bisect_left(rows, draft.period_start, key=_last_day), len(rows)):
            row = rows[place]
            if row.period_end - LONGEST > draft.period_end or len(found) == NAMED:
                break
            if nearby.overlaps(row, draft) and not _is_same_slot(row, draft):
                found.append(row)
        return tuple(found)


def gather(
    session: Session, plan_code: str, pairs: Iterable[tuple[str, str]], today: dt.date
) -> Surroundings:
    """What figures of these indicators and places are held against, under one plan version."""
    targets: dict[str, list[Target]] = defaultdict(list)
    for target in contents.targets(session, Until.day(today)):
        if target.plan_code == plan_code:
            targets[target.indicator_code].append(target)
    figures: dict[tuple[str, str], list[Measurement]] = defaultdict(list)
    for row in heads.of_pairs(session, pairs):
        figures[row.slot[:2]].append(row)
    indicators = {indicator.code: indicator for indicator in contents.indicators(session)}
    return Surroundings(indicators, targets, figures)


def doubts(background: Background, draft: Figure) -> list[Doubt]:
    """What looks wrong about the draft.

    Where its period overlaps that of another figure, that alone: it is settled before the rest.
    """
    if background.overlapping:
        return [Doubt.OVERLAP]
    value = figure(draft)
    if value is None:
        return []
    raised = []
    plausible = background.plausible
    if plausible is not None and not plausible[0] <= value <= plausible[1]:
        raised.append(Doubt.OUTSIDE)
    before = figure(background.previous) if background.previous is not None else None
    if before is not None:
        way = background.way
        if way is not None and abs(value - before) > HALF_THE_WAY * way:
            raised.append(Doubt.JUMP)
        if background.indicator.kind == Kind.CUMULATIVE and value < before:
            raised.append(Doubt.FALLING)
    return raised


def _by_period(row: Figure) -> tuple[dt.date, dt.date]:
    return row.period_end, row.period_start


def _last_day(row: Figure) -> dt.date:
    return row.period_end


def _is_same_slot(row: Figure, draft: Figure) -> bool:
    return (row.period_start, row.period_end) == (draft.period_start, draft.period_end)


def _asked(targets: Sequence[Target], draft: Figure, indicator: Indicator) -> list[Target]:
    """The baseline and the next target; none where they speak of the world's total alone."""
    if draft.place_code != WORLD and indicator.roll_up not in (RollUp.MEAN, RollUp.SHARE):
        return []
    ahead = [
        row
        for row in targets
        if row.role == TargetRole.TARGET and row.year >= draft.period_end.year
    ]
    return [*(row for row in targets if row.role == TargetRole.BASELINE), *ahead[:1]]


def _way(targets: Sequence[Target]) -> float | None:
    """The distance from the baseline to the first target; None without either."""
    baseline = next((row for row in targets if row.role == TargetRole.BASELINE), None)
    target = next((row for row in targets if row.role == TargetRole.TARGET), None)
    if baseline is None or target is None:
        return None
    return abs(target.low - baseline.high) or None
