"""What the Secretariat sees and does when somebody leaves."""

import datetime as dt

from store.leaving import leaving
from store.models import RoleKind
from store.people import people, roles
from store.reporting import saved_drafts
from store.reporting.saved_drafts import Slot
from store.rights.rights import Actor, Grant, program
from tests.pages.acting import TODAY, Open, add, done, press, writing
from tests.pages.words import words

SEAT = Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR")


def test_who_leaves_hands_over_and_what_nobody_has_is_said_before(open_page: Open) -> None:
    open_page("Sofia", "people")
    with writing() as session:
        leaver = add(session, "Rosa", SEAT).id or 0
        heir = add(session, "Hugo", Grant(RoleKind.TEAM_MEMBER, "B3")).id or 0
        saved_drafts.save(
            session,
            Actor(people.name_in_ledger(leaver), ()),
            Slot("B3-regions", "R-AFR", 2025),
            {"note": "only for Rosa’s eyes"},
            dt.datetime.now(dt.UTC),
        )
    app = open_page("Sofia", "people", folds="leaving_fold")
    [who] = [box for box in app.selectbox if "leaving_person" in str(box.key)]
    who.set_value(next(option for option in who.options if option.startswith("Rosa"))).run()
    assert "1 role, 0 open decisions, 1 unsent draft, 0 wishes to join" in words(app)
    assert any("Nobody else has these roles" in box.value for box in app.warning)
    assert "eyes" not in words(app)
    [successor] = [box for box in app.selectbox if "leaving_successor" in str(box.key)]
    successor.set_value(next(one for one in successor.options if one.startswith("Hugo"))).run()
    assert not any("Nobody else has these roles" in box.value for box in app.warning)
    assert done(press(app, "End all roles and hand over")) == [
        "Rosa has left; what was to be handed over is."
    ]
    with writing() as session:
        assert SEAT in roles.grants_on(session, heir, TODAY)
        left = leaving.look(session, program("test"), leaver, TODAY, TODAY)
        assert (left.roles, left.drafts) == ([], 0)
