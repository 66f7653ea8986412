"""What another source said of the same place and period stands beside the figure that counts."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.figures import approved, rivals
from store.figures.rivals import Rival
from store.ledger.knowledge import Until
from store.standing import assess_plan
from tests.store.writing import MONDAY, TUESDAY, WEDNESDAY, publish

pytestmark = pytest.mark.same_sql


def of_indicator(session: Session, until: Until) -> list[Rival]:
    """The rivals of every figure that counts of agreements signed."""
    shown = approved.world_and_region_readings(session, until, ["D4-signed"])
    return rivals.of_figures(session, [one.id for one in shown], until)


def test_a_rival_keeps_the_reason_for_the_choice_and_is_not_averaged(filled: sa.Engine) -> None:
    publish(filled, MONDAY, value=5, source_title="Press of the day")
    publish(filled, TUESDAY, value=9, reason="The register is the first source")
    with Session(filled) as session:
        [rival] = of_indicator(session, Until.day(TUESDAY))
        assert (rival.figure.figure, rival.figure.source_title) == (5, "Press of the day")
        assert rival.reason == "The register is the first source"
        assert of_indicator(session, Until.day(MONDAY)) == []
        signed = assess_plan(session, "2020", Until.day(TUESDAY)).indicator("D4-signed")
        assert signed is not None
        assert signed.latest is not None
        assert (signed.latest.figure, signed.latest.readings[0].id) == (9, rival.counted_id)


def test_a_corrected_slip_of_the_same_source_is_no_rival(filled: sa.Engine) -> None:
    publish(filled, MONDAY, value=5)
    publish(filled, TUESDAY, value=6)
    publish(filled, WEDNESDAY, value=6, source_title="Another report")
    with Session(filled) as session:
        found = of_indicator(session, Until.day(WEDNESDAY))
    assert [one.figure.figure for one in found] == [5]
