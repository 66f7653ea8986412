"""A store that an earlier release filled gets the mended plan, and keeps all that it had."""

import csv
import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from store.activities import activities
from store.exchange.tables import TABLES
from store.figures import actions, approved
from store.figures.draft import MeasurementDraft
from store.ledger.knowledge import Until
from store.models import Activity, Measurement, Organisation, Target, TargetRole
from store.plan import contents, planning
from store.plan.target_draft import ReasonedTargetDraft
from store.shipped import plan_and_figures
from tests.store.shipped.releases import RELEASE_1, fill
from tests.store.shipped.test_shipped import rows
from tests.store.writing import ANA, BO, counts

DAYS = ("2020-06-30", "2021-06-30", "2022-06-30", "2023-01-01", "2026-11-29")
# Of the ledger's own, not of what is said: numbers, instants, and which release wrote it.
BOOKKEEPING = {"id", "revision", "recorded_at", "approved_at", "reporter", "approver", "coder"}


def first_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of the first release."""
    with (RELEASE_1 / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def said(engine: sa.Engine, name: str, plan: str, day: str) -> set[tuple[object, ...]]:
    """What a table tells of a day, whichever release wrote it."""
    table = TABLES[name]
    kept = [index for index, column in enumerate(table.names) if column not in BOOKKEEPING]
    if "reason" in table.names:  # why a row was changed: only a changed one says it
        kept.remove(table.position("reason"))
    with Session(engine) as session:
        found = table.rows(session, plan, Until.day(dt.date.fromisoformat(day)))
        return {tuple(row[index] for index in kept) for row in found}


@pytest.mark.same_sql
def test_an_upgraded_store_says_what_a_new_one_says(upgraded: sa.Engine, shared: sa.Engine) -> None:
    for day in DAYS:
        for name in ("targets", "activities", "partners", "indicators"):
            for plan in ("2020", "2022"):
                assert said(upgraded, name, plan, day) == said(shared, name, plan, day), (name, day)
        new, gained = (
            said(shared, "measurements", "2022", day),
            said(upgraded, "measurements", "2022", day),
        )
        # What was taken back says in its place why: a new store never had it.
        assert new <= gained
        assert {row[0] for row in gained - new} <= {"A2-supported"}


def test_filling_an_upgraded_store_again_changes_nothing(upgraded: sa.Engine) -> None:
    before = counts(upgraded)
    fill(upgraded)
    assert counts(upgraded) == before


def test_every_row_of_the_first_release_is_still_there(upgraded: sa.Engine) -> None:
    with Session(upgraded) as session:
        targets = {
            (row.plan_code, row.indicator_code, row.role, row.year, row.low, row.high)
            for row in session.exec(select(Target))
        }
        figures = {
            (*row.slot[:2], row.period_start, row.period_end, row.value, row.qualifier)
            for row in session.exec(select(Measurement))
        }
    for row in first_rows("targets"):
        ends = float(row["low"]), float(row["high"])
        assert (row["plan"], row["indicator"], row["role"], int(row["year"]), *ends) in targets
    for row in first_rows("published"):
        days = (dt.date.fromisoformat(row[end]) for end in ("period_start", "period_end"))
        content = float(row["value"]), row["qualifier"]
        assert (row["indicator"], row["place"], *days, *content) in figures


def test_what_was_recoded_says_why(upgraded: sa.Engine) -> None:
    listed = rows("recodings")
    assert all(row["reason"] for row in listed)
    with Session(upgraded) as session:
        targets = session.exec(select(Target).where(Target.revision > 0)).all()
        reasons = {
            (row.plan_code, row.indicator_code, row.role, str(row.year), row.reason)
            for row in targets
        }
        figures = session.exec(select(Measurement).where(Measurement.revision > 0)).all()
        told = {(row.indicator_code, row.place_code, row.reason) for row in figures}
        withdrawn = session.exec(select(Activity).where(Activity.standing == "withdrawn")).all()
    for row in listed:
        if row["table"] == "targets":
            slot = row["plan"], row["indicator"], row["role"], row["year"]
            assert (*slot, row["reason"]) in reasons
        if row["table"] == "published":
            assert (row["indicator"], row["place"], row["reason"]) in told
    assert [row.title for row in withdrawn] == ["COP28 side events (10)"]
    assert all(row.reason for row in [*targets, *figures, *withdrawn])


def test_the_budget_hoped_for_is_no_start_and_the_one_available_shows_from_its_day(
    upgraded: sa.Engine,
) -> None:
    def start(day: str) -> list[tuple[float, str | None]]:
        with Session(upgraded) as session:
            found = contents.targets(session, Until.day(dt.date.fromisoformat(day)))
        slot = ("2020", "F2-budget", "baseline")
        return [
            (row.low, row.basis)
            for row in found
            if (row.plan_code, row.indicator_code, row.role) == slot
        ]

    assert start("2022-07-30") == []
    assert start("2022-07-31") == [(450, "observed")]


def test_a_count_of_something_else_stands_under_its_own_name(upgraded: sa.Engine) -> None:
    until = Until.day(dt.date(2026, 11, 29))
    with Session(upgraded) as session:
        found = approved.world_and_region_readings(session, until)
    newest = {row.indicator_code: row for row in found}
    assert newest["A2-selected"].figure == 4
    assert newest["A2-supported"].figure is None
    assert "A2-selected" in (newest["A2-supported"].missing_reason or "")
    assert (newest["D4-memoranda"].figure, newest["D4-memoranda"].qualifier) == (6, "at least")
    assert (newest["D4-signed"].figure, newest["D4-signed"].qualifier) == (2, "at least")


def test_what_a_person_changed_before_the_upgrade_stays_theirs(first: sa.Engine) -> None:
    with Session(first) as session, session.begin():
        budget = ReasonedTargetDraft(
            plan_code="2020",
            indicator_code="F2-budget",
            role=TargetRole.BASELINE,
            year=2020,
            low=500,
            high=500,
            source_title="Accounts of 2020",
            reason="Counted",
            known_on=dt.date(2026, 1, 1),
        )
        planning.change_target(session, ANA, budget)
        old = session.exec(
            select(Measurement).where(Measurement.indicator_code == "A2-supported")
        ).one()
        slot_held = old.slot
        theirs = MeasurementDraft(
            indicator_code=old.indicator_code,
            place_code=old.place_code,
            period_start=old.period_start,
            period_end=old.period_end,
            value=5,
            source_title="Letter",
            reason="Counted",
            corrects=old.id,
        )
        row = actions.report(session, ANA, theirs)
        actions.approve(session, BO, row, dt.date(2021, 2, 1))
        [summed] = session.exec(select(Activity).where(Activity.title == "COP28 side events (10)"))
        activities.withdraw(session, ANA, summed, dt.date(2026, 1, 1), "Told twice")
    fill(first)
    with Session(first) as session:
        found = contents.targets(session, Until.day(dt.date(2026, 11, 29)))
        slot = ("2020", "F2-budget", "baseline")
        assert [r.low for r in found if (r.plan_code, r.indicator_code, r.role) == slot] == [500]
        held = actions.slot_head(session, *slot_held)
        assert held is not None
        assert held.value == 5


def test_a_country_is_named_where_a_source_names_it(upgraded: sa.Engine) -> None:
    with Session(upgraded) as session:
        found = session.exec(select(Organisation)).all()
    states = {row.country_code for row in found if "states" in str(row.college)}
    assert {"FRA", "DEU", "ESP", "FIN", "SEN", "JPN"} <= states
    assert not {"CHL", "PRY", "ITA", "LKA"} & states  # below medium confidence, or not joined
    assert all(row.source_title and row.source_link.startswith("http") for row in found)


def test_the_release_is_counted() -> None:
    assert plan_and_figures.RELEASE == 2
