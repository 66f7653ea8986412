"""Indicators and objectives as they stand, to be put into words."""

import datetime as dt
from typing import Any

from store.figures.approved import Reading
from store.ledger.knowledge import Until
from store.models import Indicator, Objective, PlanVersion, Target
from store.progress import UNKNOWN, Assessment, Grade, Headline, Judged, Status
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding
from store.standing.cards import ObjectiveVerdict
from store.standing.points import Point

YEAR = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
TODAY = NOON.date()


def indicator(**content: Any) -> Indicator:
    """Partnerships that the Secretariat counts, unless told otherwise."""
    usual: dict[str, Any] = {
        "code": "D4-signed",
        "objective_code": "D4",
        "position": 1,
        "name": "Agreements signed",
        "kind": "stock",
        "unit_type": "integer",
        "unit": "partnerships",
        "unit_one": "partnership",
        "reported_by": "secretariat",
        "roll_up": "none",
        "better": "higher",
    }
    return Indicator(**usual | content)


def point(figure: float = 5, known: int = 1, total: int = 1, **content: Any) -> Point:
    """A figure of the world for 2025."""
    start, end = YEAR
    usual: dict[str, Any] = {"start": start, "end": end, "qualifier": "exact", "readings": ()}
    return Point(figure=figure, known=known, total=total, **usual | content)


def reading(figure: float | None = 5, **content: Any) -> Reading:
    """An approved figure of the world for 2025."""
    usual: dict[str, Any] = dict.fromkeys(Reading.__slots__, "") | {
        "id": 1,
        "figure": figure,
        "indicator_code": "D4-signed",
        "place_code": "WLD",
        "period_start": YEAR[0],
        "period_end": YEAR[1],
        "numerator": None,
        "denominator": None,
        "missing_reason": None if figure is not None else "The register was closed.",
        "qualifier": "exact",
        "authority": None,
        "known_on": TODAY,
        "recorded_at": NOON,
        "approved_at": NOON,
        "revision": 0,
    }
    return Reading(**usual | content)


def target(low: float, high: float | None = None, **content: Any) -> Target:
    """What the plan of 2022 asks by 2030."""
    usual: dict[str, Any] = {
        "plan_code": "2022",
        "indicator_code": "D4-signed",
        "role": "target",
        "year": 2030,
        "flags": [],
        "source_title": "Plan",
        "reporter": "Ana",
        "known_on": TODAY,
    }
    return Target(**usual | content, low=low, high=low if high is None else high)


def standing(assessment: Assessment | None = None, **content: Any) -> IndicatorStanding:
    """An indicator of which nothing is known, unless told otherwise."""
    usual: dict[str, Any] = {
        "indicator": indicator(),
        "baseline": None,
        "targets": (),
        "readings": (),
        "series": (),
        "assessment": assessment or Assessment(),
        "regions": {},
        "is_part": True,
    }
    return IndicatorStanding(**usual | content)


def objective(*parts: IndicatorStanding, **content: Any) -> ObjectiveStanding:
    """D4 with these parts and without a verdict, unless told otherwise."""
    usual: dict[str, Any] = {
        "objective": Objective(code="D4", goal_code="D", aim=""),
        "title": "Partnerships",
        "aim": "",
        "parts": parts,
        "beside": (),
    }
    judged = Judged(
        status=content.pop("status", Status.NOT_ENOUGH_DATA),
        grade=content.pop("grade", Grade.NONE),
    )
    verdict = ObjectiveVerdict(judged, None, content.pop("reason", None))
    return ObjectiveStanding(**usual | content, verdict=verdict)


def plan(as_of: dt.date = TODAY) -> PlanStanding:
    """The plan of 2022 on a day, without its goals."""
    version = PlanVersion(code="2022", title="Plan", adopted_on=dt.date(2022, 11, 1))
    silent = Headline(None, 0, show=False, band=None, band_goals=0, bounds=UNKNOWN)
    return PlanStanding(version, Until.day(as_of), (), silent, ())
