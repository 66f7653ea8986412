"""How much is documented of the 24 objectives: by the first release, and by today's."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.activities import activities
from store.database import engine
from store.findings import findings
from store.ledger.knowledge import Until
from store.standing import ObjectiveStanding, assess_plan


@pytest.fixture
def stores_of_releases(first: sa.Engine, filled_sqlite_url: str) -> Iterator[dict[str, sa.Engine]]:
    """A store that the first release filled, and one that today's did."""
    after = engine.connect(filled_sqlite_url)
    yield {"before": first, "after": after}
    after.dispose()


def documented(session: Session, plan: str, day: str) -> Counter[str]:
    """Objectives by the best known of each: a figure, else a recorded fact, else nothing."""
    until = Until.day(dt.date.fromisoformat(day))
    told = {row.objective_code for row in findings.known(session, until)}
    told |= {code for row in activities.known(session, until) for code in own(row.objectives)}
    return Counter(
        "figure" if has_figure(one) else "fact" if one.code in told else "nothing"
        for one in assess_plan(session, plan, until).objectives
    )


def own(objectives: list[str]) -> list[str]:
    """The objectives of an activity; one that concerns the whole plan documents none of them."""
    return objectives if len(objectives) < 24 else []


def has_figure(objective: ObjectiveStanding) -> bool:
    """Whether any indicator of the objective, part or beside, has a figure."""
    return any(r.figure is not None for one in objective.indicators for r in one.readings)


@pytest.mark.parametrize("plan", ["2020", "2022"])
@pytest.mark.parametrize(
    ("release", "day", "figure", "fact", "nothing"),
    [
        ("before", "2023-01-01", 5, 2, 17),
        ("before", "2026-11-29", 6, 2, 16),
        ("after", "2023-01-01", 8, 5, 11),
        ("after", "2026-11-29", 8, 9, 7),
    ],
)
def test_more_objectives_have_something_documented(
    stores_of_releases: dict[str, sa.Engine],
    plan: str,
    release: str,
    day: str,
    figure: int,
    fact: int,
    nothing: int,
) -> None:
    with Session(stores_of_releases[release]) as session:
        found = documented(session, plan, day)
    assert found == {"figure": figure, "fact": fact, "nothing": nothing}


def test_what_is_documented_of_each_objective(stores_of_releases: dict[str, sa.Engine]) -> None:
    until = Until.day(dt.date(2026, 11, 29))
    with Session(stores_of_releases["after"]) as session:
        plan = assess_plan(session, "2022", until)
        figures = {
            one.code: sum(len(indicator.readings) for indicator in one.indicators)
            for one in plan.objectives
        }
        acts = Counter(c for row in activities.known(session, until) for c in own(row.objectives))
        facts = Counter(row.objective_code for row in findings.known(session, until))
    assert {
        code: (count, acts[code], facts[code])
        for code, count in figures.items()
        if count or acts[code] or facts[code]
    } == {
        "A1": (2, 1, 2),
        "A2": (1, 0, 0),
        "A3": (3, 12, 0),
        "A4": (8, 10, 0),
        "A5": (0, 1, 2),
        "A6": (0, 2, 3),
        "B1": (0, 0, 4),
        "B2": (0, 0, 2),
        "C1": (2, 12, 0),
        "C3": (0, 0, 1),
        "C4": (0, 0, 1),
        "D2": (9, 10, 2),
        "D4": (6, 7, 1),
        "E1": (0, 0, 1),
        "E2": (0, 0, 1),
        "F1": (0, 1, 1),
        "F2": (1, 5, 2),
    }


def test_a_finding_judges_nothing_and_says_where_it_comes_from(
    stores_of_releases: dict[str, sa.Engine],
) -> None:
    with Session(stores_of_releases["after"]) as session:
        found = findings.known(session, Until.day(dt.date(2026, 11, 29)))
    assert len(found) == 23
    for row in found:
        assert row.statement
        assert row.caveat
        assert row.source_title
        assert row.source_link.startswith("http")
        assert row.authority in (1, 2, 3)  # none of advocacy
        assert row.known_on >= row.starts_on


@pytest.mark.parametrize("day", ["2016-11-16", "2022-06-30"])
def test_no_finding_shows_before_it_was_known(
    stores_of_releases: dict[str, sa.Engine], day: str
) -> None:
    as_of = dt.date.fromisoformat(day)
    with Session(stores_of_releases["after"]) as session:
        found = findings.known(session, Until.day(as_of))
    assert [row.code for row in found if row.known_on > as_of or row.starts_on > as_of] == []
