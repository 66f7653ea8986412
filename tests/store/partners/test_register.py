"""The register of partners: what each organisation is on a day, and how many there were."""

import datetime as dt
import shutil
from pathlib import Path

import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from store.models import Organisation
from store.models.people import College
from store.partners import organisations, register
from store.partners.organisation_draft import OrganisationDraft
from store.shipped import plan_and_figures
from tests.store.partners.partners import DAY, JOINED, LEFT, MEMBER, TODAY, institute
from tests.store.writing import ANA


def kinds(session: Session, *days: dt.date) -> list[str | None]:
    """What the register of each day says of the institute; "unknown" where it lists none."""
    found = [
        {one.name: one.kind for one in register.register(session, day)}.get(
            "Soil Institute", "unknown"
        )
        for day in days
    ]
    return list(found)


def test_an_organisation_is_partner_then_member_then_neither(shared: sa.Engine) -> None:
    with Session(shared) as session:
        institute(session)
        days = (JOINED - DAY, JOINED, MEMBER - DAY, MEMBER, LEFT - DAY, LEFT)
        assert kinds(session, *days) == ["unknown", "partner", "partner", "member", "member", None]


def test_nothing_is_shown_before_it_is_known(shared: sa.Engine) -> None:
    with Session(shared) as session:
        institute(session, known_on=MEMBER)
        assert kinds(session, MEMBER - DAY, MEMBER) == ["unknown", "member"]


def test_without_a_day_of_joining_it_counts_from_when_it_is_known(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = institute(session, joined_on=None, member_since=None, left_on=None, known_on=MEMBER)
        assert kinds(session, MEMBER - DAY, MEMBER) == ["unknown", "member"]
        assert register.kind_on(row, MEMBER - DAY, TODAY) is None


def test_the_shipped_register_lists_who_is_published_by_name(shared: sa.Engine) -> None:
    with Session(shared) as session:
        shown = {one.name: one for one in register.register(session, TODAY)}
        members = {name for name, one in shown.items() if one.kind == "member"}
        assert members == {"Denmark", "Finland", "Norway", "Baltic Sea Action Group"}
        states = {one.country_code for one in shown.values() if one.college == College.STATES}
        assert {"FRA", "DEU", "ESP", "SEN", "SWE", "VNM"} <= states
        earlier = {one.name for one in register.register(session, dt.date(2024, 12, 30))}
        assert "France" in earlier
        assert not {"Denmark", "Norway", "Sweden"} & earlier


def test_a_shipped_row_that_a_person_changed_is_left_alone(
    filled: sa.Engine, tmp_path: Path
) -> None:
    ignore = shutil.ignore_patterns("local")
    later = shutil.copytree(plan_and_figures.DATA, tmp_path / "data", ignore=ignore)
    text = (later / "partners.csv").read_text(encoding="utf-8")
    (later / "partners.csv").write_text(text.replace(",2024-12-31,", ",2024-06-30,"))
    with Session(filled) as session, session.begin():
        seen = session.exec(select(Organisation).where(Organisation.name == "Sweden")).one()
        wanted = OrganisationDraft.of(seen, joined_on=dt.date(2022, 2, 2))
        organisations.change(session, ANA, organisations.copy(seen), wanted, TODAY)
        plan_and_figures.fill_figures(session, later)
        known = {one.name: one.known_on for one in session.exec(select(Organisation))}
    assert known["Denmark"] == dt.date(2024, 6, 30)
    assert known["Sweden"] == dt.date(2024, 12, 31)


def test_counts_follow_joining_and_leaving(shared: sa.Engine) -> None:
    with Session(shared) as session:
        institute(session)
        entries = register.register(session, TODAY)
    days = register.year_ends(JOINED, TODAY)
    found = register.count_by(entries, days, lambda one: one.region_code)
    by_year = {count.day.year: count for count in found["R-AFR"]}
    assert [(by_year[y].partners, by_year[y].members) for y in (2017, 2018, 2019, 2021, 2022)] == [
        (2, 0),  # with Senegal, since 2016
        (2, 0),
        (2, 1),
        (2, 1),
        (1, 0),
    ]
    assert {*found} == {"R-EUR", "R-AFR", "R-APA", "R-LAC", "R-NAM"}
    assert (found["R-EUR"][-1].partners, found["R-EUR"][-1].members) == (10, 4)


_days = st.dates(dt.date(2015, 12, 1), dt.date(2027, 1, 1))
_entries = st.builds(
    register.Entry,
    id=st.integers(1, 10**6),
    name=st.text(max_size=9),
    is_partner=st.just(True),
    is_member=st.booleans(),
    college=st.none() | st.sampled_from(College),
    country_code=st.none(),
    region_code=st.none(),
    joined_on=st.none() | _days,
    member_since=st.none() | _days,
    left_on=st.none() | _days,
    source_title=st.just(""),
    source_link=st.just(""),
    known_on=_days,
    kind=st.none(),
)


@given(entries=st.lists(_entries, max_size=30), last=_days)
def test_the_colleges_add_up_to_all_and_members_are_partners(
    entries: list[register.Entry], last: dt.date
) -> None:
    days = register.year_ends(dt.date(2015, 12, 1), last)
    everybody = register.count(entries, days)
    by_college = register.count_by(entries, days, lambda one: one.college)
    for position, count in enumerate(everybody):
        parts = [counts[position] for counts in by_college.values()]
        assert sum(part.partners for part in parts) == count.partners
        assert sum(part.members for part in parts) == count.members <= count.partners


def test_the_register_of_an_empty_store_is_empty(empty_session: Session) -> None:
    assert register.register(empty_session, TODAY) == []
    assert register.count_by([], [TODAY], lambda one: one.college) == {}
