"""`python -m store standing`: what every objective and goal says on a day, as Markdown tables."""

import argparse
from collections import Counter
from collections.abc import Iterator

from sqlmodel import col, select

from store.commands.export import reading
from store.exchange import choices
from store.figures.approved import Reading
from store.ground import clock
from store.ledger.knowledge import Until
from store.models import PlanVersion, Qualifier
from store.progress import Grade, Kind, Reason, Status, reference_year
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding, assess_plan


def run(arguments: argparse.Namespace, url: str) -> list[str]:
    """The tables of every plan version that the store has, the newest first.

    Errors: UnusableStoreError, InvalidExportError for a day that cannot be.
    """
    as_of = choices.check_day(arguments.as_of or clock.today(), clock.today())
    until = Until(as_of, None, str(arguments.method))
    with reading(url) as session:
        newest = select(PlanVersion.code).order_by(col(PlanVersion.adopted_on).desc())
        plans = [assess_plan(session, code, until) for code in session.exec(newest)]
    return [line for plan in plans if plan.is_adopted for line in _table(plan)]


def _table(plan: PlanStanding) -> Iterator[str]:
    yield f"## Plan {plan.plan.code}, {plan.as_of}, method {plan.method}, clock {plan.clock:.0%}"
    yield ""
    yield "| | verdict | grade | progress possible today | recorded | first missing evidence |"
    yield "|---|---|---|---|---|---|"
    for objective in plan.objectives:
        low, high = objective.bounds
        grade = objective.grade + (", faded" if objective.verdict.judged.faded else "")
        cells = (
            *(objective.code, _verdict(objective), grade, f"{_floor(low)} to {_floor(high)}"),
            *(_recorded(objective), _missing(objective, plan)),
        )
        yield f"| {' | '.join(cells)} |"
    grades = Counter(objective.grade for objective in plan.objectives)
    yield ""
    yield f"Grades: {', '.join(f'{grade} {grades[grade]}' for grade in Grade)}."
    yield f"Goals: {'; '.join(_goals(plan))}."
    low, high = plan.headline.bounds
    needle = plan.headline.progress
    said = "none" if needle is None else _floor(needle)
    yield f"Headline: {said}; bounds {_floor(low)} to {_floor(high)}."
    yield ""


def _goals(plan: PlanStanding) -> Iterator[str]:
    for goal in plan.goals:
        gauge = goal.gauge
        said = f"{goal.code}: {gauge.measured} of {gauge.total} measured"
        said += f", {gauge.indicative} more indicative"
        said += f", bounds {_floor(gauge.low or 0)} to {_floor(gauge.high or 0)}"
        if gauge.band is not None:
            said += f", band {_floor(gauge.band.low)} to {_floor(gauge.band.high)}"
        yield said


def _verdict(objective: ObjectiveStanding) -> str:
    if objective.status is Status.NOT_ENOUGH_DATA:
        return f"no verdict ({objective.reason})"
    low, high = (one.replace("_", " ") for one in objective.statuses)
    if low == high:
        return low
    if objective.statuses[0] is Status.REGRESSING:
        return f"{high} or worse"
    is_open = objective.statuses[1] in (Status.ACHIEVED, Status.TARGET_MET)
    return f"{low} or better" if is_open else f"{low} to {high}"


def _recorded(objective: ObjectiveStanding) -> str:
    """The newest figure of every indicator that has one."""
    newest = [one.readings[-1] for one in objective.indicators if one.readings]
    return "; ".join(_figure(one) for one in newest)


def _figure(reading_: Reading) -> str:
    said = "no figure" if reading_.figure is None else f"{reading_.figure:g}"
    if reading_.qualifier != Qualifier.EXACT:
        said = f"{reading_.qualifier} {said}"
    days = f"{reading_.period_start} to {reading_.period_end}"
    if reading_.period_start == reading_.period_end:
        days = f"{reading_.period_end}"
    return f"{reading_.indicator_code} {reading_.place_code} {said} ({days})"


def _missing(objective: ObjectiveStanding, plan: PlanStanding) -> str:
    if not objective.parts:
        return "a number for 2030"
    open_ones = [part for part in objective.parts if part.assessment.grade is not Grade.MEASURED]
    return "; ".join(f"{part.indicator.code}: {_asked(part, plan)}" for part in open_ones)


def _asked(part: IndicatorStanding, plan: PlanStanding) -> str:
    if part.assessment.reason is Reason.NO_TARGET:
        return "a number for 2030"
    if part.indicator.kind == Kind.MILESTONE:
        return "one level with a link"
    year = reference_year(plan.as_of)[0]
    figure = "one dated figure"
    if part.indicator.kind == Kind.RATE:
        figure = f"the count of {year} (zero included)"
    if part.baseline is None:
        return f"{figure} and the 2020 value (or two figures a year apart)"
    return figure


def _floor(share: float) -> str:
    """A percentage, rounded down."""
    return f"{int(100 * share + 1e-9)}%"
