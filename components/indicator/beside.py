"""What stands in an indicator's chart beside its own plan version and figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.language.text import _
from components.reader import cache
from components.reader.view import View
from store.models import PlanVersion
from store.standing import IndicatorStanding
from store.standing.meaning import Meaning, meaning


@dataclass(frozen=True, slots=True)
class Proposed:
    """A figure that waits for its review: where it would stand, and the range that is plausible.

    Unit: year is a year index; value and plausible in the indicator's unit.
    """

    year: float
    value: float
    plausible: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Beside:
    """Other plan versions, what a figure of the day would be read as, and one that waits.

    `others` are the same indicator under other versions, by what those are called; `own` is what
    the version shown is called then.
    """

    own: str = ""
    others: Sequence[tuple[str, IndicatorStanding]] = ()
    meaning: Meaning | None = None
    proposed: Proposed | None = None


ALONE = Beside()


def of(standing: IndicatorStanding, view: View) -> Beside:
    """What stands beside the indicator on the day of the view, under its plan version."""
    return Beside(
        own=name(view.plan),
        others=[
            (name(version.code), one)
            for version in adopted(view)
            if version.code != view.plan
            and (one := _under(version.code, standing, view)) is not None
            and one.targets
            and numbers(one) != numbers(standing)
        ],
        meaning=cache.derived(
            "meaning",
            (standing.indicator.code, view.plan, view.until),
            lambda: meaning(standing, view.as_of),
        ),
    )


def adopted(view: View) -> list[PlanVersion]:
    """The plan versions that there were on the day."""
    return [version for version in cache.plan_versions() if version.adopted_on <= view.as_of]


def name(plan: str) -> str:
    """What a chart calls a plan version."""
    return _("plan {version}", version=plan)


def numbers(standing: IndicatorStanding) -> list[tuple[object, ...]]:
    """What a plan version asks of an indicator."""
    return [(row.role, row.year, row.low, row.high) for row in standing.plan_numbers]


def _under(plan: str, standing: IndicatorStanding, view: View) -> IndicatorStanding | None:
    return cache.plan_standing(plan, view.until).indicator(standing.indicator.code)
