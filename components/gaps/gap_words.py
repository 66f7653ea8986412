"""The cells of a line in words: points, now and target, speed, status, why there is no verdict."""

from math import inf

from components.gaps.gap_lines import Line
from components.language.text import _, _c, _n, computed, given, number, percent
from components.look import isolation, status
from components.wording.figures import span
from components.wording.verdicts import objective_reason, reason
from store.progress import Figure, Grade, Kind, Status, is_silence
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding

ARROW = " → "


@isolation.words
def points(line: Line) -> str:
    """Hundredths of the way ahead (+) or short (−) of what was due; of a range both ends."""
    if line.ahead is None:
        return _("no verdict")
    low, high = (_signed(share) for share in line.ahead)
    return low if low == high else _("{low} to {high}", low=low, high=high)


def _signed(share: float) -> str:
    whole = round(share * 100)
    return f"+{number(whole)}" if whole > 0 else number(whole)


@isolation.words
def now_and_target(line: Line, year: int) -> str:
    """Where it is and where it must be, in its own unit: "61 → 98 Parties"."""
    target = None if line.part is None else line.part.target(year)
    if line.part is None or target is None:
        return _("no number for {year}", year=str(year))
    indicator = line.part.indicator
    if indicator.kind == Kind.MILESTONE:
        wanted = _("level {step}", step=given(target.low))
    else:
        wanted = span(indicator, target)
    known = now(line.part)
    return f"{known}{ARROW}{wanted}" if known else f"{ARROW.strip()} {wanted}"


def now(part: IndicatorStanding) -> str:
    """The newest figure without its unit; "" where nothing is known."""
    card, indicator = part.assessment, part.indicator
    if part.regions and card.progress is not None:
        known = sum(one.progress is not None for one in part.regions.values())
        return _n("mean of {count} region", "mean of {count} regions", known)
    if card.value is not None:
        return given(card.value)
    limits = indicator.limit_low, indicator.limit_high
    if card.figure is None or is_silence(card.figure, limits):
        return ""
    return _interval(card.figure)


def _interval(figure: Figure) -> str:
    if figure.is_about:
        return f"≈ {computed(figure.middle)}"
    if figure.high == inf:
        return f"≥ {given(figure.low)}"
    if figure.low == -inf:
        return f"≤ {given(figure.high)}"
    return f"{given(figure.low)}–{given(figure.high)}"


def year_of(line: Line) -> str:
    """The year of the newest figure."""
    part = line.part
    if part is None or not now(part):
        return ""
    if part.latest is not None:
        return str(part.latest.end.year)
    return str(part.readings[-1].period_end.year) if part.readings else ""


@isolation.words
def speed(line: Line) -> str:
    """How many times faster than so far the rest must go; in brackets, if nothing has moved."""
    if line.is_met:
        return _c("target", "reached")
    if line.speed_up_from_start is not None:
        return f"({number(line.speed_up_from_start)}×)"
    if line.speed_up is None:
        return ""
    if line.speed_up == inf:
        worse = (line.shares or (0, 0))[0]
        return _c("pace", "turn round") if worse < 0 else _c("pace", "set out")
    if line.speed_up <= 1:
        return _c("pace", "enough")
    times = number(line.speed_up)
    is_open = line.ends is not None and line.ends[0] is not line.ends[1]
    return _("up to {times}×", times=times) if is_open else f"{times}×"


@isolation.words
def verdict(line: Line) -> str:
    """The status in words."""
    if line.part is None or line.ends is None:
        return status.word(Status.NOT_ENOUGH_DATA)
    return status.word(line.part.statuses)


@isolation.words
def silence(line: Line, plan: PlanStanding) -> str:
    """Why there is no verdict."""
    if line.part is None:
        return objective_reason(line.objective, plan)
    return reason(line.part, is_recorded=line.objective.grade is Grade.DOCUMENTED)


@isolation.words
def spoken(line: Line) -> str:
    """The drawn gap as a sentence."""
    if line.shares is None or line.due is None:
        return ""
    low, high = (percent(max(share, 0)) for share in line.shares)
    facts = {"due": percent(line.due[0]), "status": verdict(line)}
    if low == high:
        return _("{done} of the way, {due} was due: {status}", done=low, **facts)
    return _("{low} to {high} of the way, {due} was due: {status}", low=low, high=high, **facts)


@isolation.words
def name(line: Line) -> str:
    """What the line is about."""
    return line.objective.title if line.part is None else part_name(line.objective, line.part)


def part_name(objective: ObjectiveStanding, part: IndicatorStanding) -> str:
    """The title of the objective, with the unit of a part among several.

    Where two parts share a unit, the part has its own name.
    """
    units = [one.indicator.unit for one in objective.parts]
    if len(units) < 2:
        return objective.title
    is_alone = units.count(part.indicator.unit) == 1
    return f"{objective.title}: {part.indicator.unit}" if is_alone else part.indicator.name
