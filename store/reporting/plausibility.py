"""What makes a possible figure look wrong: doubts that its reporter must answer in words.

Unlike `figures.judgement`, which refuses what cannot be, nothing here refuses anything.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from sqlmodel import Session

from store.figures import heads
from store.figures.draft import MeasurementDraft, figure
from store.ground.messages import Message
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, RollUp, Target, TargetRole
from store.models.places import WORLD
from store.plan import contents
from store.progress import Kind
from store.reporting.lines import Line
from store.reporting.nearby import Figure

MARGIN = 0.5  # of the span between the lowest and the highest level known, on either side
HALF_THE_WAY = 0.5
NAMED = 3  # overlapping figures: one is enough to ask


class Doubt(StrEnum):
    """Why a figure looks wrong."""

    OUTSIDE = "outside"
    JUMP = "jump"
    FALLING = "falling"
    FALLS_LATER = "falls later"
    OVERLAP = "overlap"


SENTENCES = {
    Doubt.OUTSIDE: Message("it lies outside the plausible range"),
    Doubt.JUMP: Message("it moves by more than half of the plan’s way"),
    Doubt.FALLING: Message("a running total falls"),
    Doubt.FALLS_LATER: Message("a running total is lower later"),
    Doubt.OVERLAP: Message("its period overlaps that of another figure"),
}


@dataclass(frozen=True, slots=True)
class Background:
    """What a figure is held against, in the indicator's unit.

    `levels` are the plan's, and the lowest and highest of other periods; where the plan has no
    starting value, the indicator's own lower limit stands in for it.
    `previous` is the newest figure of the place before the draft's period, approved or not,
    `following` the next after it that is in the store, and `overlapping` some of other periods that
    share days with it.
    """

    indicator: Indicator
    levels: tuple[float, ...]
    way: float | None
    previous: Figure | None
    following: Figure | None
    overlapping: tuple[Figure, ...]

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

    `targets` are those by which one plan version judges, by indicator; `figures` the newest of
    each slot, by indicator and place, oldest period first.
    """

    indicators: Mapping[str, Indicator]
    targets: Mapping[str, Sequence[Target]]
    figures: Mapping[tuple[str, str], Sequence[Measurement]]
    drafts: Mapping[tuple[str, str], Sequence[MeasurementDraft]] = field(default_factory=dict)
    lines: dict[tuple[str, str], Line] = field(default_factory=dict, compare=False)

    def beside(self, drafts: Iterable[MeasurementDraft]) -> "Surroundings":
        """The same, as if the drafts stood in their slots."""
        placed: dict[tuple[str, str], list[MeasurementDraft]] = defaultdict(list)
        for draft in drafts:
            placed[draft.slot[:2]].append(draft)
        return Surroundings(self.indicators, self.targets, self.figures, placed)

    def of(self, draft: Figure) -> Background:
        """Everything that the draft's slot is held against."""
        indicator = self.indicators[draft.indicator_code]
        line, period = self._line(draft.slot[:2]), (draft.period_start, draft.period_end)
        targets = _asked(self.targets.get(indicator.code, ()), draft, indicator)
        # Without a word of the plan, past figures alone would make every growth look wrong.
        figures = line.extremes(period) if targets else []
        return Background(
            indicator=indicator,
            levels=(*_levels(targets, indicator), *figures),
            way=_way(targets),
            previous=line.before(draft.period_end),
            following=line.after(draft.period_end),
            overlapping=self.overlapping(draft),
        )

    def overlapping(self, draft: Figure) -> tuple[Figure, ...]:
        """The first figures of other periods that share days with the draft's, a few at most."""
        period = draft.period_start, draft.period_end
        return tuple(islice(self._line(draft.slot[:2]).overlapping(period), NAMED))

    def _line(self, pair: tuple[str, str]) -> Line:
        if pair not in self.lines:
            rows: list[Figure] = [*self.figures.get(pair, ()), *self.drafts.get(pair, ())]
            self.lines[pair] = Line({row.slot: row for row in rows}.values())
        return self.lines[pair]


def gather(
    session: Session, plan_code: str, pairs: Iterable[tuple[str, str]], today: dt.date
) -> Surroundings:
    """What figures of these indicators and places are held against, under one plan version."""
    targets: dict[str, list[Target]] = defaultdict(list)
    for target in contents.targets(session, Until.day(today)):
        if target.plan_code == plan_code and not target.is_context:
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
    before, way = _level(background.previous), background.way
    if before is not None and way is not None and abs(value - before) > HALF_THE_WAY * way:
        raised.append(Doubt.JUMP)
    if background.indicator.kind == Kind.CUMULATIVE:
        after = _level(background.following)
        if before is not None and value < before:
            raised.append(Doubt.FALLING)
        if after is not None and after < value:
            raised.append(Doubt.FALLS_LATER)
    return raised


def _level(row: Figure | None) -> float | None:
    return None if row is None else figure(row)


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


def _levels(targets: Sequence[Target], indicator: Indicator) -> list[float]:
    levels = [level for row in targets for level in (row.low, row.high)]
    has_start = any(row.role == TargetRole.BASELINE for row in targets)
    if levels and not has_start and indicator.limit_low is not None:
        levels.append(indicator.limit_low)
    return levels


def _way(targets: Sequence[Target]) -> float | None:
    """The distance from the baseline to the first target; None without either."""
    baseline = next((row for row in targets if row.role == TargetRole.BASELINE), None)
    target = next((row for row in targets if row.role == TargetRole.TARGET), None)
    if baseline is None or target is None:
        return None
    return abs(target.low - baseline.high) or None
