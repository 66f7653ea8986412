"""The data that comes with the program: complete, exact, and never written over a person's work."""

import csv
import datetime as dt
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from store.figures import actions, approved
from store.figures.draft import MeasurementDraft
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, Objective, Place, Target
from store.plan import contents
from store.shipped import plan_and_figures
from tests import stores
from tests.store.shipped.releases import fill
from tests.store.writing import ANA, BO, counts


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a shipped table."""
    with (plan_and_figures.DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def readings(engine: sa.Engine, as_of: str, indicator: str) -> list[approved.Reading]:
    """What the world and the regions had of an indicator, as known on a day."""
    with Session(engine) as session:
        found = approved.world_and_region_readings(session, Until.day(dt.date.fromisoformat(as_of)))
    return [reading for reading in found if reading.indicator_code == indicator]


def test_filling_twice_changes_nothing(filled: sa.Engine, filled_url: str) -> None:
    before = counts(filled)
    stores.make("init", filled_url)
    assert counts(filled) == before


@pytest.mark.parametrize("plan", ["2020", "2022"])
def test_a_plan_has_24_objectives_with_titles(shared: sa.Engine, plan: str) -> None:
    with Session(shared) as session:
        titles = contents.titles(session, plan)
        objectives = set(session.exec(select(Objective.code)))
    assert len(titles) == 24
    assert set(titles) == objectives
    assert all(titles.values())


def test_every_goal_has_objectives_and_every_objective_an_indicator(shared: sa.Engine) -> None:
    with Session(shared) as session:
        goals = set(session.exec(select(Objective.goal_code)))
        objectives = set(session.exec(select(Objective.code)))
        measured = set(session.exec(select(Indicator.objective_code)))
    assert goals == set("ABCDEF")
    assert objectives <= measured


def test_every_target_is_in_the_store_with_its_flags(shared: sa.Engine) -> None:
    with Session(shared) as session:
        stored = [
            (t.plan_code, t.indicator_code, t.role, t.year, t.low, t.high, sorted(t.flags))
            for t in session.exec(select(Target))
        ]
    written = [
        (
            row["plan"],
            row["indicator"],
            row["role"],
            int(row["year"]),
            float(row["low"]),
            float(row["high"]),
            sorted(row["flags"].split(";")) if row["flags"] else [],
        )
        for row in rows("targets")
    ]
    assert sorted(stored) == sorted(written)


def test_every_flag_is_explained_to_the_reader() -> None:
    used = {flag for row in rows("targets") for flag in row["flags"].split(";") if flag}
    explained = (plan_and_figures.DATA / "SOURCES.md").read_text(encoding="utf-8")
    assert [flag for flag in sorted(used) if f"`{flag}`" not in explained] == []


def test_every_published_figure_says_where_it_comes_from(shared: sa.Engine) -> None:
    with Session(shared) as session:
        found = approved.world_and_region_readings(session, Until.day(dt.date(2100, 1, 1)))
    assert len(found) == len(rows("published"))
    for reading in found:
        assert reading.source_title
        assert reading.source_link.startswith("http")
        assert reading.authority in (1, 2, 3, 4)
        assert reading.reporter == reading.approver == plan_and_figures.ACTOR.name
        assert reading.known_on >= reading.period_end


@pytest.mark.same_sql
@pytest.mark.parametrize(
    ("as_of", "last", "qualifier"),
    [
        ("2019-06-30", 359, "exact"),
        ("2021-11-09", 550, "at least"),
        ("2022-07-01", 650, "about"),
        ("2023-01-01", 700, "at least"),
        ("2024-01-31", 811, "exact"),
    ],
)
def test_partners_end_where_they_were_known_to(
    filled: sa.Engine, as_of: str, last: int, qualifier: str
) -> None:
    newest = readings(filled, as_of, "X-partners")[-1]
    assert (newest.figure, newest.qualifier) == (last, qualifier)


def test_in_2019_the_only_regional_meeting_known_is_africa_2018(filled: sa.Engine) -> None:
    known = readings(filled, "2019-06-30", "D2-meetings")
    assert [(r.place_code, r.period_end.year, r.figure) for r in known] == [("R-AFR", 2018, 1)]


def test_in_2023_five_memoranda_were_known_two_of_them_with_networks(filled: sa.Engine) -> None:
    for indicator, least in (("D4-memoranda", 5), ("D4-signed", 2)):
        newest = readings(filled, "2023-01-01", indicator)[-1]
        assert (newest.figure, newest.qualifier) == (least, "at least")


def test_before_the_first_plan_there_is_no_target(shared: sa.Engine) -> None:
    with Session(shared) as session:
        plans = {
            as_of: {
                t.plan_code
                for t in contents.targets(session, Until.day(dt.date.fromisoformat(as_of)))
            }
            for as_of in ("2020-06-14", "2020-06-15", "2022-07-31")
        }
    assert plans == {"2020-06-14": set(), "2020-06-15": {"2020"}, "2022-07-31": {"2020", "2022"}}


def test_a_persons_correction_survives_the_next_release(filled: sa.Engine) -> None:
    correct_partners(filled, 360)
    fill(filled)
    assert readings(filled, "2020-01-01", "X-partners")[-1].figure == 360


def test_a_persons_correction_survives_a_release_that_changed_the_figure(
    filled: sa.Engine, tmp_path: Path
) -> None:
    correct_partners(filled, 360)
    fill(filled, release(tmp_path, "published.csv", ",359,", ",361,"))
    assert readings(filled, "2020-01-01", "X-partners")[-1].figure == 360


def correct_partners(engine: sa.Engine, value: float) -> None:
    """Correct the partners of December 2018, as a person would."""
    with Session(engine) as session, session.begin():
        old = session.exec(select(Measurement).where(Measurement.value == 359)).one()
        content = old.model_dump(include={"indicator_code", "place_code", "source_title"})
        period = {"period_start": old.period_start, "period_end": old.period_end}
        new = MeasurementDraft.model_validate(
            content | period | {"value": value, "corrects": old.id, "reason": "Recounted"}
        )
        row = actions.report(session, ANA, new)
        actions.approve(session, BO, row, dt.date(2019, 2, 1))


def release(folder: Path, name: str, old: str, new: str) -> Path:
    """The shipped data as a later release would bring it."""
    copy = Path(
        shutil.copytree(plan_and_figures.DATA, folder / "data", ignore=_local, dirs_exist_ok=True)
    )
    text = (copy / name).read_text(encoding="utf-8")
    assert old in text
    (copy / name).write_text(text.replace(old, new), encoding="utf-8")
    return copy


def _local(_folder: str, names: list[str]) -> set[str]:
    return {"local"} & set(names)


def test_a_release_that_changed_a_figure_supersedes_the_shipped_one(
    filled: sa.Engine, tmp_path: Path
) -> None:
    fill(filled, release(tmp_path, "published.csv", ",359,", ",361,"))
    newest = readings(filled, "2020-01-01", "X-partners")[-1]
    assert (newest.figure, newest.revision) == (361, 1)


def test_a_release_that_takes_a_change_back_shows_the_first_figure_again(
    filled: sa.Engine, tmp_path: Path
) -> None:
    fill(filled, release(tmp_path, "published.csv", ",359,", ",361,"))
    fill(filled)
    assert readings(filled, "2020-01-01", "X-partners")[-1].figure == 359


def test_a_release_that_changed_a_target_supersedes_the_shipped_one(
    filled: sa.Engine, tmp_path: Path
) -> None:
    before = counts(filled)["target"]
    cell = "A1-parties-soc,2020,2019,baseline,"
    fill(filled, release(tmp_path, "targets.csv", f"{cell}13,13,", f"{cell}14,14,"))
    with Session(filled) as session:
        stated = contents.targets(session, Until.day(dt.date(2026, 1, 1)))
    slot = ("2020", "A1-parties-soc", 2019)
    assert [t.low for t in stated if (t.plan_code, t.indicator_code, t.year) == slot] == [14]
    assert counts(filled)["target"] == before + 1


def test_a_release_that_renamed_a_place_changes_its_name(filled: sa.Engine, tmp_path: Path) -> None:
    fill(filled, release(tmp_path, "places.csv", ",Africa,", ",The African continent,"))
    with Session(filled) as session:
        assert session.get_one(Place, "R-AFR").name_en == "The African continent"
