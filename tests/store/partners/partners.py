"""An institute as the register may hold it, for the tests of the register."""

import datetime as dt
from typing import Any

from sqlmodel import Session

from store.ground import clock
from store.models import College, Organisation
from store.partners import organisations
from store.partners.organisation_draft import OrganisationDraft
from tests.store.writing import ANA

TODAY = clock.today()
JOINED, MEMBER, LEFT = dt.date(2017, 5, 1), dt.date(2019, 3, 1), dt.date(2022, 7, 1)
DAY = dt.timedelta(days=1)


def organisation(name: str = "Soil Institute", **content: Any) -> OrganisationDraft:
    """A partner of today, changed."""
    return OrganisationDraft(**{"is_partner": True, "known_on": TODAY} | content, name=name)


def institute(session: Session, **changes: Any) -> Organisation:
    """An institute in Kenya that joined, became a member and left, known from when it joined."""
    content: dict[str, Any] = {
        "is_partner": True,
        "is_member": True,
        "college": College.RESEARCH,
        "country_code": "KEN",
        "joined_on": JOINED,
        "member_since": MEMBER,
        "left_on": LEFT,
        "known_on": JOINED,
    }
    return organisations.add(session, ANA, organisation(**content | changes), TODAY)
