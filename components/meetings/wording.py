"""Meetings and decisions in words."""

from components.language.text import _, _c, day, instant
from components.reader import people_names
from components.reader.places import name
from store.models import Body, Decision, DecisionKind, DecisionState, Meeting, Office, Stage


def body_names() -> dict[str, str]:
    """The bodies that meet, as the screen says them."""
    return {
        Body.CONSORTIUM: _("Consortium of Members"),
        Body.FORUM: _("Forum of Partners"),
        Body.BUREAU: _("Bureau"),
        Body.COMMITTEE: _("Scientific and Technical Committee"),
        Body.REGIONAL_MEETING: _("Regional meeting"),
        Body.TASK_FORCE_LEADERS: _("Task Force Leaders"),
    }


def body_name(meeting: Meeting) -> str:
    """The body, with its region where it has one."""
    body = body_names()[meeting.body]
    return f"{body}, {name(meeting.region_code)}" if meeting.region_code else body


def stage_name(meeting: Meeting) -> str:
    """How far a meeting is."""
    if meeting.is_published:
        return _("closed, published")
    return {
        Stage.PLANNED: _c("stage of a meeting", "planned"),
        Stage.OPEN: _c("stage of a meeting", "open"),
        Stage.CLOSED: _c("stage of a meeting", "closed"),
    }[meeting.stage]


def subtitle(meeting: Meeting) -> str:
    """Body, day, place, stage and plan version, as one line."""
    parts = [body_name(meeting), day(meeting.held_on), meeting.place_name, stage_name(meeting)]
    plan = _("Plan {version}", version=meeting.plan_code)
    return " · ".join(part for part in [*parts, plan] if part)


def frozen(meeting: Meeting) -> str:
    """Which figures a meeting shows, and since when they cannot change."""
    if meeting.as_of is None or meeting.opened_at is None:
        return _(
            "Not opened yet: the figures are those of the day chosen above. They are frozen when"
            " the meeting opens."
        )
    return _(
        "Figures as known on {day}, frozen on {instant}: nothing that is written later changes"
        " them. Judged by method {method}.",
        day=day(meeting.as_of),
        instant=instant(meeting.opened_at),
        method=meeting.method_version,
    )


def office_names() -> dict[str, str]:
    """The plan's offices that can be asked to act."""
    return {
        Office.SECRETARIAT: _("Secretariat"),
        Office.TASK_FORCE_LEADER: _("Task Force Leader"),
        Office.REGIONAL_REPRESENTATIVES: _("Regional Representatives"),
        Office.COMMITTEE: _("Scientific and Technical Committee"),
        Office.BUREAU: _("Bureau"),
        Office.MEMBERS: _("Members"),
        Office.PARTNERS: _("Partners"),
    }


def owner_name(decision: Decision) -> str:
    """Who is to act; of a Task Force Leader, of which objective."""
    name = office_names().get(decision.owner) or people_names.display(decision.owner)
    is_leader = decision.owner == Office.TASK_FORCE_LEADER and decision.subject
    return f"{name} {decision.subject}" if is_leader else name


def kind_names() -> dict[DecisionKind, str]:
    """What can be decided."""
    return {
        DecisionKind.DECISION: _c("kind of decision", "decision"),
        DecisionKind.ACTION: _c("kind of decision", "action"),
    }


def state_names() -> dict[DecisionState, str]:
    """How far a decision is."""
    return {
        DecisionState.OPEN: _c("state of an action", "open"),
        DecisionState.DONE: _c("state of an action", "done"),
        DecisionState.DROPPED: _c("state of an action", "dropped"),
    }
