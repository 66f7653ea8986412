"""The demonstration's register: organisations that do not exist, from a seed, under such names."""

import datetime as dt
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, TypeVar

from sqlmodel import Session

from store.demo.series import LINK, SOURCE
from store.ledger import audit
from store.models import College, Organisation, Place
from store.partners.organisation_draft import OrganisationDraft
from store.rights.rights import Actor

SIZE = 400
FIRST, LAST = dt.date(2016, 1, 11), dt.date(2026, 6, 30)
# How many of a college there are to each other, and what they are called.
COLLEGES = {
    College.STATES: (5, ("ministry", "province", "city")),
    College.INTERNATIONAL: (3, ("soil commission", "development bank")),
    College.DONORS: (3, ("foundation", "soil fund")),
    College.PRODUCERS: (8, ("farmers’ union", "growers’ cooperative")),
    College.RESEARCH: (16, ("soil institute", "university", "research centre")),
    College.CIVIL_SOCIETY: (14, ("soil association", "land trust")),
    College.COMPANIES: (10, ("seed company", "compost company", "advisory company")),
}
Choice = TypeVar("Choice", bound=str)
REGIONS = {"R-AFR": 6, "R-APA": 5, "R-EUR": 9, "R-LAC": 4, "R-NAM": 3}
WITHOUT_DAY, MEMBERS, LATER, LEFT = 0.05, 0.5, 0.4, 0.08  # shares


def fill(session: Session, actor: Actor, seed: int, places: Sequence[Place]) -> None:
    """Write the invented register of this seed."""
    rows = (Organisation.model_validate(draft) for draft in invented(seed, places))
    audit.write_all(session, actor.name, (("add organisation", row, None) for row in rows))


def invented(seed: int, places: Sequence[Place]) -> Iterator[OrganisationDraft]:
    """The organisations, the same for a seed on every machine."""
    chance = Random(f"register {seed}")  # noqa: S311  # nothing here is a secret
    parties = sorted(
        (place for place in places if place.unfccc_party), key=lambda place: place.code
    )
    for number in range(1, SIZE + 1):
        college = _one_of(chance, {name: weight for name, (weight, _names) in COLLEGES.items()})
        region = _one_of(chance, REGIONS)
        country = chance.choice([place for place in parties if place.region_code == region])
        noun = chance.choice(COLLEGES[college][1])
        # The later, the more join.
        joined = FIRST + (LAST - FIRST) * chance.random() ** 0.7
        yield OrganisationDraft(
            name=f"Invented {noun} {number}, {country.name_en}",
            is_partner=True,
            college=college,
            country_code=country.code,
            source_title=SOURCE,
            source_link=LINK,
            known_on=joined,
            **_dates(chance, college, joined),
        )


def _dates(chance: Random, college: College, joined: dt.date) -> dict[str, Any]:
    """Whether it is a member, and the days of its life with the Initiative."""
    joined_on = None if chance.random() < WITHOUT_DAY else joined
    is_member = college != College.COMPANIES and chance.random() < MEMBERS
    member_since = left_on = None
    if is_member and joined_on and chance.random() < LATER:
        member_since = joined + (LAST - joined) * chance.random()
    if chance.random() < LEFT:
        left_on = LAST - (LAST - (member_since or joined)) * (chance.random() / 2)
    return {
        "joined_on": joined_on,
        "is_member": is_member,
        "member_since": member_since,
        "left_on": left_on,
    }


def _one_of(chance: Random, weights: dict[Choice, int]) -> Choice:
    return chance.choices(list(weights), list(weights.values()))[0]
