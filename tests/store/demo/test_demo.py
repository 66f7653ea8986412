"""The demonstration reaches every state a page can show, and cannot be taken for the real thing."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, func, select

from store.activities import activities, twins
from store.database import engine, migrate, settings
from store.demo import demo
from store.figures import approved
from store.ground.errors import UnusableStoreError
from store.ledger import audit
from store.ledger.knowledge import Until
from store.models import Activity, Measurement, Person, PilotCountry, Review, Setting
from store.progress import Grade, Status
from store.standing import PlanStanding, assess_plan
from tests import stores

TODAY = dt.date(2026, 11, 21)
SEED = 4
REGIONAL_INDICATOR = "A4-meetings"


@pytest.fixture
def invented(demo_store: Path) -> Iterator[Session]:
    """A session on the demonstration as the command line makes it."""
    made = engine.connect(f"sqlite:///{demo_store}")
    with Session(made) as session:
        yield session
    made.dispose()


@pytest.fixture
def second(invented: Session) -> PlanStanding:
    """Where the invented plan stands today under its second version."""
    return assess_plan(invented, "2022", Until.day(TODAY))


def statuses(session: Session, plan: str = "2022") -> dict[str, Status]:
    """The verdict on each of the 24 objectives."""
    return {one.code: one.status for one in assess_plan(session, plan, Until.day(TODAY)).objectives}


def figures(session: Session) -> list[tuple[object, ...]]:
    """Everything that was reported and decided, without the instant of writing."""
    rows = session.exec(
        select(Measurement, Review)
        .join(Review, col(Review.measurement_id) == col(Measurement.id), isouter=True)
        .order_by(col(Measurement.id))
    )
    clock = {"recorded_at"}
    return [
        (row.model_dump_json(exclude=clock), review and review.model_dump_json(exclude=clock))
        for row, review in rows
    ]


def test_every_status_of_the_method_is_reached(second: PlanStanding) -> None:
    assert len(second.objectives) == 24
    assert {one.status for one in second.objectives} == set(Status) - {Status.STALE}
    assert {one.grade for one in second.objectives} >= set(Grade) - {Grade.NONE}


def test_the_first_plan_has_a_life_of_its_own(invented: Session) -> None:
    first, second = statuses(invented, "2020"), statuses(invented, "2022")
    assert len(set(first.values())) >= 5
    assert sum(first[code] != second[code] for code in first) >= 6


def test_goals_without_a_needle_have_a_band_and_so_has_the_headline(second: PlanStanding) -> None:
    hidden = [goal for goal in second.goals if not goal.gauge.show]
    assert [goal.code for goal in hidden] == ["C", "D", "F"]
    assert all(0 < goal.gauge.coverage < 0.5 for goal in hidden)
    assert [goal.code for goal in second.goals if goal.gauge.band is None] == ["D"]
    assert second.headline.show is False
    assert second.headline.band is not None


def test_projections_come_with_and_without_an_interval(second: PlanStanding) -> None:
    parts = [part for one in second.objectives for part in one.parts]
    projections = [part.assessment.projection for part in parts if part.assessment.projection]
    with_interval = {found.n for found in projections if found.low is not None}
    assert min(with_interval) == 3
    assert max(with_interval) >= 5
    assert any(found.low is None and found.n == 2 for found in projections)


def test_the_worst_part_decides_of_the_whole(second: PlanStanding) -> None:
    exchange = second.objective("A3")
    assert exchange is not None
    assert [part.status for part in exchange.parts] == [Status.TARGET_MET, Status.BEHIND]
    assert exchange.status is Status.BEHIND


def test_ranges_late_baselines_and_levels_are_there(second: PlanStanding) -> None:
    parts = [part for one in second.objectives for part in one.parts]
    flags = {flag for part in parts for flag in part.assessment.flags}
    assert {"late_baseline", "target_range", "recent_reversal"} <= flags
    assert any(part.assessment.stretch for part in parts)
    levels = [part for part in parts if part.indicator.kind == "milestone"]
    assert {part.assessment.value for part in levels} >= {1, 2, 3, 4}
    assert all("Level" in r.note and r.source_link for part in levels for r in part.readings)


def test_regions_and_countries_are_rolled_up(second: PlanStanding) -> None:
    meetings = second.indicator(REGIONAL_INDICATOR)
    supported, adoption = second.indicator("A2-supported"), second.indicator("C2-adoption")
    assert meetings is not None
    assert len(meetings.regions) == 5
    assert meetings.assessment.progress == pytest.approx(0.8)
    for partly, said in ((supported, "at least"), (adoption, "about")):
        assert partly is not None
        assert partly.latest is not None
        # A silent region can only add to a count, and move a share either way.
        assert (partly.latest.known, partly.latest.qualifier) == (4, said)
    by_countries = ("A1-parties", "B1-parties", "B4-countries-20", "F1-countries")
    for counted in map(second.indicator, by_countries):
        assert counted is not None
        assert len(counted.judged) >= 3
        assert 60 <= counted.judged[-1].known <= 190


def test_every_way_of_reporting_is_shown(invented: Session) -> None:
    readings = approved.world_and_region_readings(invented, Until.day(TODAY))
    assert {reading.qualifier for reading in readings} == {"exact", "at least", "about"}
    assert any(reading.numerator is not None for reading in readings)
    assert sum(reading.missing_reason is not None for reading in readings) == 3
    corrected = [reading for reading in readings if reading.revision]
    assert {reading.revision for reading in corrected} == {1}
    assert all(reading.reason for reading in corrected)


def test_a_correction_shows_from_the_day_it_was_approved(invented: Session) -> None:
    def reached(as_of: dt.date) -> float | None:
        standing = assess_plan(invented, "2022", Until.day(as_of)).indicator("C3-institutions")
        assert standing is not None
        ends = {point.end: point.figure for point in standing.series}
        return ends[dt.date(2023, 12, 31)]

    assert (reached(dt.date(2024, 6, 30)), reached(TODAY)) == (33, 30)


def test_what_waits_or_was_returned_is_not_shown(invented: Session) -> None:
    seen = select(Review.measurement_id).where(Review.verdict == "approved")
    hidden = set(invented.exec(select(Measurement.id).where(col(Measurement.id).not_in(seen))))
    returned = invented.exec(select(Review).where(Review.verdict == "returned")).all()
    shown = {
        reading.id for reading in approved.world_and_region_readings(invented, Until.day(TODAY))
    }
    assert len(hidden) == 5
    assert [review.comment != "" for review in returned] == [True]
    assert not hidden & shown


def test_the_plan_grows_from_year_to_year(invented: Session) -> None:
    days = [dt.date(year, 11, 21) for year in range(2021, 2027)]
    known = [len(approved.world_and_region_readings(invented, Until.day(day))) for day in days]
    assert known[0] > 0
    assert known == sorted(set(known))
    partners = [
        assess_plan(invented, "2022", Until.day(day)).indicator("X-partners") for day in days
    ]
    latest = [one.latest.figure for one in partners if one and one.latest]
    assert len(latest) == len(days)
    assert latest == sorted(set(latest))


def test_everything_says_that_it_is_invented(invented: Session) -> None:
    assert settings.is_invented(invented)
    rows = invented.exec(select(Measurement)).all()
    assert {row.source_title for row in rows} == {"Invented for demonstration"}
    assert {row.reporter for row in rows} == {"invented by seed 4"}
    assert len(rows) <= 1500
    assert all(row.title.startswith("Invented ") for row in invented.exec(select(Activity)))
    assert all(row.name.startswith("Invented ") for row in invented.exec(select(Person)))
    assert invented.exec(select(func.count(col(PilotCountry.place_code)))).one() == 6


def confirmed(session: Session, indicator: str) -> set[str]:
    """The countries that ever said yes."""
    readings = approved.country_readings(session, indicator, Until.day(TODAY))
    return {reading.place_code for reading in readings if reading.figure == 1}


def test_figures_agree_with_each_other(invented: Session) -> None:
    meetings = activities.regional_meetings(activities.known(invented, Until.day(TODAY)))
    assert len(meetings) == 13
    held = [meeting for meeting in meetings if meeting.starts_on.year == 2025]
    counted = assess_plan(invented, "2020", Until.day(TODAY)).indicator("A4-global-meetings")
    assert counted is not None
    assert counted.assessment.value == len(held) == 5
    assert confirmed(invented, "B1-parties") < confirmed(invented, "B1-parties-2020")
    assert confirmed(invented, "B4-countries-40") < confirmed(invented, "B4-countries-20")
    pilot = {row.place_code for row in twins.pilot_countries(invented, TODAY)}
    assert pilot < confirmed(invented, "F1-countries")


def test_a_seed_gives_the_same_figures_on_postgresql(postgres_url: str, invented: Session) -> None:
    with Session(migrate.upgrade(postgres_url)) as session:
        demo.fill(session, SEED, TODAY)
        assert figures(session) == figures(invented)
        assert statuses(session) == statuses(invented)


def test_another_seed_tells_the_same_story_with_other_figures(
    sqlite_url: str, invented: Session
) -> None:
    done = stores.call("demo", "--seed", str(SEED + 1), database_url=sqlite_url)
    assert done.returncode == 0, done.stderr
    with Session(engine.connect(sqlite_url)) as other:
        assert figures(other) != figures(invented)
        assert statuses(other) == statuses(invented)


def test_filling_twice_changes_nothing(demo_store: Path, tmp_path: Path) -> None:
    copy = shutil.copyfile(demo_store, tmp_path / "again.db")
    with Session(engine.connect(f"sqlite:///{copy}")) as session, session.begin():
        before = figures(session), audit.latest_id(session)
        demo.fill(session, SEED, TODAY)
        session.flush()
        assert (figures(session), audit.latest_id(session)) == before


def test_another_seed_does_not_mix_into_a_demonstration(demo_store: Path, tmp_path: Path) -> None:
    copy = shutil.copyfile(demo_store, tmp_path / "mixed.db")
    with (
        Session(engine.connect(f"sqlite:///{copy}")) as session,
        pytest.raises(UnusableStoreError, match="another seed than 5"),
    ):
        demo.fill(session, SEED + 1, TODAY)


def test_a_store_with_reported_figures_is_refused_untouched(filled: sa.Engine) -> None:
    with Session(filled) as session:
        before = figures(session), audit.latest_id(session)
        with pytest.raises(UnusableStoreError, match="reported figures"):
            demo.fill(session, SEED, TODAY)
        session.commit()
        assert (figures(session), audit.latest_id(session)) == before
        setting = session.get(Setting, "figures")
        assert setting is not None
        assert setting.value == "reported"
