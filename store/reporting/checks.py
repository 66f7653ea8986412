"""What a reviewer would check by hand: every check that can be made of a figure, and its result."""

from dataclasses import dataclass
from enum import StrEnum

from store.figures.draft import figure
from store.models import Qualifier
from store.progress import Kind
from store.reporting import plausibility
from store.reporting.nearby import Figure
from store.reporting.plausibility import Background, Doubt


class Check(StrEnum):
    """What is looked at."""

    RANGE = "range"
    STEP = "step"
    TOTAL = "total"
    PERIOD = "period"
    COUNTING = "counting"


DOUBTED = {
    Check.RANGE: (Doubt.OUTSIDE,),
    Check.STEP: (Doubt.JUMP,),
    Check.TOTAL: (Doubt.FALLING, Doubt.FALLS_LATER),
    Check.PERIOD: (Doubt.OVERLAP,),
}


@dataclass(frozen=True, slots=True)
class Result:
    """One check: the doubts that it raised, and whether all is well."""

    check: Check
    is_well: bool
    doubts: tuple[Doubt, ...] = ()


def results(background: Background, row: Figure) -> list[Result]:
    """The checks that can be made; none of a figure that there is none of.

    One that has nothing to compare with is left out: it has not been passed.
    """
    if figure(row) is None:
        return []
    doubts = plausibility.doubts(background, row)
    made = [
        Result(check, not raised, raised)
        for check, kinds in DOUBTED.items()
        if _can_be_made(check, background, is_settled=Doubt.OVERLAP not in doubts)
        for raised in [tuple(doubt for doubt in doubts if doubt in kinds)]
    ]
    if _changed_counting(background, row):
        made.append(Result(Check.COUNTING, is_well=False))
    return made


def _can_be_made(check: Check, background: Background, *, is_settled: bool) -> bool:
    """While its period overlaps another figure's, nothing else is known of it."""
    has_before = background.previous is not None and figure(background.previous) is not None
    if check is Check.PERIOD:
        return not is_settled or has_before
    if not is_settled:
        return False
    if check is Check.RANGE:
        return background.plausible is not None
    if check is Check.STEP:
        return has_before and background.way is not None
    return background.indicator.kind == Kind.CUMULATIVE and (
        has_before or background.following is not None
    )


def _changed_counting(background: Background, row: Figure) -> bool:
    """Whether an exact figure follows a bound: then the way of counting may have changed."""
    before = background.previous
    bounds = (Qualifier.AT_LEAST, Qualifier.AT_MOST)
    return (
        before is not None
        and figure(before) is not None
        and before.qualifier in bounds
        and row.qualifier == Qualifier.EXACT
    )
