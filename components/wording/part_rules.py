"""The rules behind the verdict on an indicator, with its numbers filled in.

What decided first, then what only stands beside: chance, thresholds, other paths, other spacings.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from math import isinf

from components.language.text import _, computed, number, percent
from components.look import isolation
from components.look.status import word
from components.wording.figures import quantity
from components.wording.short import path_name
from store.models import Indicator
from store.progress import DEFAULT, Assessment, End, Figure, PathName, Status
from store.progress.status import MET
from store.standing import IndicatorStanding


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it was applied; `anchor` is its heading on the page Method, as browsers know it."""

    said: str
    anchor: str


def as_list(applied: Iterable[Rule], to_rule: Callable[[str], str] = "#{}".format) -> str:
    """The rules as HTML, each with the way to its heading on the page Method; "" for none."""
    lines = "".join(
        f'<li>{escape(rule.said)} <a href="{escape(to_rule(rule.anchor))}">{escape(_("The rule"))}'
        "</a></li>"
        for rule in applied
    )
    return f'<ul class="notes">{lines}</ul>' if lines else ""


def of_part(part: IndicatorStanding) -> Iterator[Rule]:
    """The rules of one part, in the order in which they apply."""
    card, indicator = part.assessment, part.indicator
    if card.figure is not None and not card.figure.is_exact:
        yield Rule(_interval(indicator, card.figure), "figures")
    if part.regions and card.figure is None:
        yield Rule(_regions(part), "regions-and-countries")
    if "maintenance" in card.flags:
        yield Rule(_("The target was met at the start: the task is to keep it."), "maintenance")
    elif card.baseline is not None and card.target is not None:
        yield from _shares(card)
    yield from _status(card)
    yield from _beside(card)


@isolation.words
def _interval(indicator: Indicator, figure: Figure) -> str:
    low, high = figure.low, figure.high
    if isinf(high):
        return _("The figure says {low} or more.", low=quantity(indicator, low))
    if isinf(low):
        return _("The figure says {high} or less.", high=quantity(indicator, high))
    return _(
        "The figure leaves {low} to {high} possible.",
        low=computed(low),
        high=quantity(indicator, high),
    )


def _regions(part: IndicatorStanding) -> str:
    known = sum(one.progress is not None for one in part.regions.values())
    return _(
        "The mean over all {total} regions, of which {known} can be judged; a silent one has"
        " covered 0 to 100 % of its way.",
        total=number(len(part.regions)),
        known=number(known),
    )


def _shares(card: Assessment) -> Iterator[Rule]:
    """Progress and what was due, at each end."""
    low, high = card.ends
    ends = [low] if low is high else [low, high]
    for end in ends:
        if end.value is None or end.progress_raw is None:
            continue
        yield Rule(
            _(
                "Progress = (figure − baseline) ÷ (target − baseline) = ({value} − {baseline}) ÷"
                " ({target} − {baseline}) = {share}.",
                value=computed(end.value),
                baseline=computed(card.baseline or 0),
                target=computed(card.target or 0),
                share=percent(end.progress_raw),
            ),
            "progress",
        )
    if low.expected is not None and card.expected_value is not None:
        yield Rule(
            _(
                "A straight line from {baseline} in {start} to {target} in {year} is at {value} on"
                " the date of the figure: {share} of the way was due.",
                baseline=computed(card.baseline or 0),
                start=int(card.start or 2020),
                target=computed(card.target or 0),
                year=int(card.active_year or 2030),
                value=computed(card.expected_value),
                share=percent(low.expected),
            ),
            "expected-progress",
        )


def _status(card: Assessment) -> Iterator[Rule]:
    low, high = card.ends
    for end in [low] if low is high else [low, high]:
        yield from _status_of(end)
    if card.status is Status.RANGE:
        worst, best = card.statuses
        yield Rule(
            _(
                "The worse end is “{worst}”, the better end “{best}”: together “{both}”.",
                worst=word(worst),
                best=word(best),
                both=word(card.statuses),
            ),
            "two-ends-one-verdict",
        )
    if card.floor is not None and card.floor.until is not None:
        yield Rule(
            _(
                "What a total reached it keeps: today that is {share} of the way, and the line"
                " leaves it on track until {year}.",
                share=percent(card.floor.progress),
                year=int(card.floor.until),
            ),
            "floor-of-a-total",
        )


def _status_of(end: End) -> Iterator[Rule]:
    if end.status is None:
        return
    said = word(end.status)
    if end.status in MET:
        yield Rule(_("The target is reached: {status}.", status=said), "status")
    elif end.steps_short is not None:
        yield Rule(
            _(
                "Counted in whole steps {count} are missing of what was due: none short is on"
                " track, two short and below {behind} of the way due is off track; so {status}.",
                count=number(end.steps_short),
                behind=percent(DEFAULT.behind),
                status=said,
            ),
            "small-numbers",
        )
    elif end.status is Status.REGRESSING:
        yield Rule(_("Further from the target than the start: {status}.", status=said), "status")
    elif end.ratio is not None:
        yield Rule(
            _(
                "Progress ÷ due = {ratio}: from {on_track} on track, from {behind} behind, below"
                " that off track; so {status}.",
                ratio=percent(end.ratio),
                on_track=percent(DEFAULT.on_track),
                behind=percent(DEFAULT.behind),
                status=said,
            ),
            "status",
        )


def _beside(card: Assessment) -> Iterator[Rule]:
    """What changes no verdict: chance, thresholds, other paths, other spacings of levels."""
    if card.chance is not None:
        yield Rule(
            _(
                "A process exactly on its line would show this status or a worse one in {status} of"
                " cases, and this figure or a worse one in {figure}.",
                status=_likelihood(card.chance.status),
                figure=_likelihood(card.chance.figure),
            ),
            "chance",
        )
    if "threshold_sensitive" in card.flags:
        shift = percent(DEFAULT.threshold_shift)
        yield Rule(_("Thresholds moved by {shift} would change the status.", shift=shift), "flags")
    for name, path in (card.paths or {}).items():
        if path is not None:
            yield Rule(
                _(
                    "On another path ({path}) {share} would have been due: {status}.",
                    path=path_name(PathName(name)),
                    share=percent(path.expected),
                    status=word((path.status_low, path.status_high)),
                ),
                "other-paths",
            )
    low, high = card.spacing or (0.0, 0.0)
    if percent(low) != percent(high):
        yield Rule(
            _(
                "With levels spaced as their squares or square roots, progress would be {low} to"
                " {high}.",
                low=percent(low),
                high=percent(high),
            ),
            "milestones",
        )


def _likelihood(chance: float) -> str:
    return percent(chance) if chance >= 0.01 else _("less than 1 %")
