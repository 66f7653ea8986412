"""The demonstration's register: of every kind, the same for a seed, and plainly invented."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from store.database import engine
from store.demo import register as demo_register
from store.models import Organisation
from store.models.people import College
from store.partners import organisations, register
from store.partners.organisation_draft import OrganisationDraft
from store.plan import contents

TODAY = dt.date(2026, 11, 21)
SEED = 4


@pytest.fixture
def invented(demo_store: Path) -> Iterator[Session]:
    """A session on the demonstration as the command line makes it."""
    made = engine.connect(f"sqlite:///{demo_store}")
    with Session(made) as session:
        yield session
    made.dispose()


def test_the_register_is_the_seeds_own(invented: Session) -> None:
    rows = invented.exec(select(Organisation).order_by(col(Organisation.id))).all()
    places = contents.places(invented)
    again, other = (list(demo_register.invented(seed, places)) for seed in (SEED, SEED + 1))
    content = {*organisations.CONTENT, "known_on"}
    stored, made, different = (
        [row.model_dump(include=content) for row in found] for found in (rows, again, other)
    )
    assert stored == made != different


def test_the_register_has_every_kind_of_organisation_and_no_real_one(invented: Session) -> None:
    found = register.register(invented, TODAY)
    assert len(found) == demo_register.SIZE
    assert all(one.name.startswith("Invented ") for one in found)
    assert {one.college for one in found} == {*College}
    assert {one.region_code for one in found} == {*demo_register.REGIONS}
    assert {one.kind for one in found} == {"member", "partner", None}
    joined = {one.joined_on.year for one in found if one.joined_on}
    assert joined == set(range(2016, 2027))
    assert any(one.joined_on is None for one in found)
    assert any(one.member_since and one.joined_on for one in found)


def test_nothing_in_it_could_not_have_been_typed(invented: Session) -> None:
    countries = organisations.countries(invented)
    rows = invented.exec(select(Organisation))
    assert [
        (row.name, found)
        for row in rows
        for found in organisations.problems(OrganisationDraft.of(row), countries, TODAY)
    ] == []
