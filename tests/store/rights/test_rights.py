"""Who may do what: every role × act × own or other objective × own or other region."""

import datetime as dt
from collections.abc import Callable
from itertools import product

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.figures import actions, remarks
from store.figures.remark_draft import RemarkDraft
from store.ground.errors import NotAllowedError
from store.models import (
    RemarkKind,
    RoleKind,
    TargetRole,
    WordingPart,
)
from store.people import people
from store.people.person_draft import PersonDraft
from store.plan import planning, wordings
from store.plan.schedule_draft import ScheduleDraft
from store.plan.target_draft import TargetDraft
from store.plan.version_draft import ReasonedVersionDraft
from store.plan.wording_draft import WordingDraft
from store.rights import rights
from store.rights.rights import RIGHTS, VISITOR, Act, Actor, Grant, Where
from tests.store.writing import ANA, BO, counts, draft

OWN, OTHER = "D4", "E1"
HOME, AWAY = "R-AFR", "R-EUR"
TODAY = dt.date(2026, 3, 2)
PLACES = {"world": None, "own region": HOME, "other region": AWAY}

# Written out by hand from DESIGN, section 3: (role, act, objective, place) that is allowed.
# "*" stands for any.
ALLOWED = {
    ("team member", Act.PROPOSE, OWN, "*"),
    ("regional representative", Act.PROPOSE, OWN, "*"),
    ("regional representative", Act.KEEP, OWN, "own region"),
    ("task force leader", Act.PROPOSE, OWN, "*"),
    ("task force leader", Act.KEEP, OWN, "*"),
    ("regional representative", Act.SEE, "*", "own region"),
    ("regional representative", Act.REPORT, OWN, "own region"),
    ("task force leader", Act.SEE, OWN, "*"),
    ("task force leader", Act.REPORT, OWN, "world"),
    ("task force leader", Act.RECOMMEND, OWN, "*"),
    ("task force leader", Act.LEAD, OWN, "*"),
    ("stc member", Act.SEE, "*", "*"),
    ("stc member", Act.ANNOTATE, "*", "*"),
    ("stc member", Act.ANSWER, "*", "*"),
    *(("secretariat", act, "*", "*") for act in Act),
}


def holder(role: RoleKind | None) -> Actor:
    """Somebody with this role alone, of objective D4 and of Africa where it has such."""
    if role is None:
        return VISITOR
    objective = OWN if role not in (RoleKind.STC_MEMBER, RoleKind.SECRETARIAT) else None
    region = HOME if role == RoleKind.REGIONAL_REPRESENTATIVE else None
    return Actor(f"the {role}", (Grant(role, objective, region),))


@pytest.mark.parametrize("role", [None, *RoleKind])
@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize(("objective", "place"), list(product([OWN, OTHER, None], PLACES)))
def test_the_table_of_rights(
    role: RoleKind | None, act: Act, objective: str | None, place: str
) -> None:
    wanted = any((role, act, o, p) in ALLOWED for o, p in product(("*", objective), ("*", place)))
    assert rights.may(holder(role), act, Where(objective, PLACES[place])) is wanted


def test_every_role_has_its_row_and_nobody_else() -> None:
    assert set(RIGHTS) == set(RoleKind)


def report(session: Session, actor: Actor) -> None:
    """A figure of D4 for Africa."""
    actions.report(session, actor, draft(place_code="R-AFR"))


def approve(session: Session, actor: Actor) -> None:
    """A figure that Ana reported."""
    row = actions.report(session, ANA, draft())
    actions.approve(session, actor, row, TODAY)


def send_back(session: Session, actor: Actor) -> None:
    """The same figure, returned."""
    row = actions.report(session, ANA, draft())
    actions.send_back(session, actor, row, TODAY, "Which partners?")


def set_target(session: Session, actor: Actor) -> None:
    """A target of the plan."""
    target = TargetDraft(
        plan_code="2022",
        indicator_code="D4-signed",
        role=TargetRole.TARGET,
        year=2030,
        low=12,
        high=12,
        source_title="Decision of the Secretariat",
        known_on=TODAY,
    )
    planning.set_target(session, actor, target)


def set_calendar(session: Session, actor: Actor) -> None:
    """When D4 is owed."""
    schedule = ScheduleDraft(indicator_code="D4-signed", reason="The Forum moved", known_on=TODAY)
    planning.set_schedule(session, actor, schedule)


def reword(session: Session, actor: Actor) -> None:
    """Another title for D4."""
    wording = WordingDraft(
        plan_code="2022",
        subject="D4",
        part=WordingPart.TITLE,
        text="Alliances",
        source_title="Decision of the Secretariat",
        reason="Shorter",
        known_on=TODAY,
    )
    wordings.reword(session, actor, wording)


def add_version(session: Session, actor: Actor) -> None:
    """A third version of the plan."""
    plan = ReasonedVersionDraft(
        code="2026", title="Third version", adopted_on=TODAY, note="Forum decided"
    )
    planning.add_version(session, actor, plan, "2022")


def recommend(session: Session, actor: Actor) -> None:
    """A word for a figure of D4."""
    row = actions.report(session, ANA, draft())
    word = RemarkDraft(kind=RemarkKind.RECOMMENDATION, text="As the register says")
    remarks.add(session, actor, row, word)


def flag_quality(session: Session, actor: Actor) -> None:
    """A word against it."""
    row = actions.report(session, ANA, draft())
    word = RemarkDraft(kind=RemarkKind.QUALITY_FLAG, text="Counted twice")
    remarks.add(session, actor, row, word)


def add_person(session: Session, actor: Actor) -> None:
    """A new person."""
    people.add_person(session, actor, PersonDraft(name="Somebody"))


WRITES: dict[Callable[[Session, Actor], None], set[str]] = {
    report: {"regional representative", "secretariat"},
    approve: {"secretariat"},
    send_back: {"secretariat"},
    set_target: {"secretariat"},
    set_calendar: {"secretariat"},
    reword: {"secretariat"},
    add_version: {"secretariat"},
    recommend: {"task force leader", "secretariat"},
    flag_quality: {"stc member", "secretariat"},
    add_person: {"secretariat"},
}


@pytest.mark.parametrize("write", WRITES, ids=lambda write: write.__name__)
def test_a_write_is_refused_to_whom_it_is_not_given(
    shared: sa.Engine, write: Callable[[Session, Actor], None]
) -> None:
    before = counts(shared)
    for role in (None, *RoleKind):
        with Session(shared) as session:
            if role in WRITES[write]:
                write(session, holder(role))
                continue  # and leave without a commit
            with pytest.raises(NotAllowedError, match="You have no right to"):
                write(session, holder(role))
            session.rollback()
            assert counts(shared) == before


@pytest.mark.parametrize(
    ("place", "is_allowed"), [("KEN", True), ("R-AFR", True), ("FRA", False), ("WLD", False)]
)
def test_a_representative_reports_for_the_region_and_its_countries(
    shared: sa.Engine, place: str, *, is_allowed: bool
) -> None:
    actor = holder(RoleKind.REGIONAL_REPRESENTATIVE)
    with Session(shared) as session:
        if is_allowed:
            assert actions.report(session, actor, draft(place_code=place)).reporter == actor.name
        else:
            with pytest.raises(NotAllowedError):
                actions.report(session, actor, draft(place_code=place))


def test_nobody_approves_their_own_figure(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = actions.report(session, ANA, draft())
        with pytest.raises(NotAllowedError, match="Nobody approves their own"):
            actions.approve(session, ANA, row, TODAY)
        assert actions.approve(session, BO, row, TODAY).reviewer == "Bo"


def test_who_may_not_review_hears_of_the_right_first(shared: sa.Engine) -> None:
    actor = holder(RoleKind.TASK_FORCE_LEADER)
    with Session(shared) as session:
        row = actions.report(session, actor, draft())
        with pytest.raises(NotAllowedError, match="no right to approve or return"):
            actions.approve(session, actor, row, TODAY)


def test_the_one_user_of_a_local_copy_may_and_the_figure_says_so(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = actions.report(session, rights.LOCAL_USER, draft())
        review = actions.approve(session, rights.LOCAL_USER, row, TODAY)
    assert review.reviewer == "its reporter (local copy)"
