"""Who may do what: one table, and nothing that is not in it.

Every write asks here before anything else, and so does the navigation; no page decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from store.ground.errors import NotAllowedError
from store.ground.messages import Message
from store.models import Indicator, Place, PlaceKind, RoleKind


class Act(StrEnum):
    """What may be allowed."""

    SEE = "see what is reported"
    REPORT = "report a figure"
    RECOMMEND = "recommend a figure for approval"
    ANNOTATE = "annotate a figure"
    REVIEW = "approve or return a figure"
    EDIT_PLAN = "change the plan"
    MANAGE_PEOPLE = "manage people and roles"
    READ_AUDIT = "read the audit trail"
    LEAD = "report on a task force"
    PROPOSE = "propose an activity"
    KEEP = "keep activities"
    MEET = "hold a meeting"
    ANSWER = "answer a notice of a reader"


class Scope(StrEnum):
    """How far a right reaches from the role that gives it."""

    EVERYWHERE = "everything"
    OWN_OBJECTIVE = "own objective, all places"
    OWN_OBJECTIVE_WORLD = "own objective, the world's figures"
    OWN_REGION = "own region, all objectives"
    OWN_SEAT = "own objective in own region"


RIGHTS: Mapping[RoleKind, Mapping[Act, Scope]] = {
    RoleKind.TEAM_MEMBER: {
        Act.PROPOSE: Scope.OWN_OBJECTIVE,
    },
    RoleKind.REGIONAL_REPRESENTATIVE: {
        Act.SEE: Scope.OWN_REGION,
        Act.REPORT: Scope.OWN_SEAT,
        Act.PROPOSE: Scope.OWN_OBJECTIVE,
        Act.KEEP: Scope.OWN_SEAT,
    },
    RoleKind.TASK_FORCE_LEADER: {
        Act.SEE: Scope.OWN_OBJECTIVE,
        Act.REPORT: Scope.OWN_OBJECTIVE_WORLD,
        Act.RECOMMEND: Scope.OWN_OBJECTIVE,
        Act.LEAD: Scope.OWN_OBJECTIVE,
        Act.PROPOSE: Scope.OWN_OBJECTIVE,
        Act.KEEP: Scope.OWN_OBJECTIVE,
    },
    RoleKind.STC_MEMBER: {
        Act.SEE: Scope.EVERYWHERE,
        Act.ANNOTATE: Scope.EVERYWHERE,
        Act.ANSWER: Scope.EVERYWHERE,
    },
    RoleKind.SECRETARIAT: dict.fromkeys(Act, Scope.EVERYWHERE),
}


ROLE_NAMES: Mapping[RoleKind, Message] = {
    RoleKind.TEAM_MEMBER: Message("Team Member"),
    RoleKind.REGIONAL_REPRESENTATIVE: Message("Regional Representative"),
    RoleKind.TASK_FORCE_LEADER: Message("Task Force Leader"),
    RoleKind.STC_MEMBER: Message("STC member"),
    RoleKind.SECRETARIAT: Message("Secretariat"),
}
REFUSALS: Mapping[Act, Message] = {
    Act.SEE: Message("You have no right to see what is reported here."),
    Act.REPORT: Message("You have no right to report a figure here."),
    Act.RECOMMEND: Message("You have no right to recommend a figure for approval here."),
    Act.ANNOTATE: Message("You have no right to annotate a figure here."),
    Act.REVIEW: Message("You have no right to approve or return a figure here."),
    Act.EDIT_PLAN: Message("You have no right to change the plan."),
    Act.MANAGE_PEOPLE: Message("You have no right to manage people and roles."),
    Act.READ_AUDIT: Message("You have no right to read the audit trail."),
    Act.LEAD: Message("You have no right to report on a task force here."),
    Act.PROPOSE: Message("You have no right to propose an activity here."),
    Act.KEEP: Message("You have no right to keep activities here."),
    Act.MEET: Message("You have no right to hold a meeting."),
    Act.ANSWER: Message("You have no right to answer notices of readers."),
}


@dataclass(frozen=True, slots=True)
class Grant:
    """A role as somebody holds it: of an objective, of an objective in a region, or at large."""

    role: RoleKind
    objective: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """What an act is about: an objective (None: figures beside the plan) in a region.

    `region` is `R-AFR` for the region and for its countries alike, None for the world.
    """

    objective: str | None
    region: str | None


def about(indicator: Indicator, place: Place) -> Where:
    """What a figure of the indicator at the place is about."""
    return Where(indicator.objective_code, region_of(place))


def region_of(place: Place) -> str | None:
    """The region that a place is or lies in, such as `R-AFR`; None for the world."""
    return None if place.kind == PlaceKind.WORLD else place.region_code or place.code


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the name under which the ledger keeps it, and the roles held today.

    `is_local` is the one user of a copy without sign-in, `is_program` the program itself when it
    ships or invents data; a person is neither.
    """

    name: str
    grants: tuple[Grant, ...] = ()
    is_local: bool = False
    is_program: bool = False

    @property
    def may_review_own(self) -> bool:
        """Nobody may, except where there is nobody else."""
        return self.is_local or self.is_program


VISITOR = Actor("visitor")
LOCAL_USER = Actor("local user", (Grant(RoleKind.SECRETARIAT),), is_local=True)


def program(name: str) -> Actor:
    """The program at work, under a name that says what it wrote."""
    return Actor(name, (Grant(RoleKind.SECRETARIAT),), is_program=True)


def may(actor: Actor, act: Act, where: Where) -> bool:
    """Whether one of the actor's roles allows the act there."""
    return any(
        reaches(scope, grant, where)
        for grant in actor.grants
        if (scope := RIGHTS[grant.role].get(act)) is not None
    )


def may_somewhere(actor: Actor, act: Act) -> bool:
    """Whether a page for this act has anything to offer the actor."""
    return any(act in RIGHTS[grant.role] for grant in actor.grants)


def demand(actor: Actor, act: Act, where: Where | None = None) -> None:
    """Refuse what is not allowed; without `where` the act needs no place.

    Errors: NotAllowedError.
    """
    if not (may_somewhere(actor, act) if where is None else may(actor, act, where)):
        raise NotAllowedError.of(REFUSALS[act])


def reaches(scope: Scope, grant: Grant, where: Where) -> bool:
    """Whether a right of this scope, held by this grant, reaches there."""
    own_objective = grant.objective is not None and grant.objective == where.objective
    own_region = grant.region is not None and grant.region == where.region
    return {
        Scope.EVERYWHERE: True,
        Scope.OWN_OBJECTIVE: own_objective,
        Scope.OWN_OBJECTIVE_WORLD: own_objective and where.region is None,
        Scope.OWN_REGION: own_region,
        Scope.OWN_SEAT: own_objective and own_region,
    }[scope]
