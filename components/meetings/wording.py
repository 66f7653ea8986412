"""Meetings and decisions in words."""

from components.language.text import _, day, instant
from components.reader import people_names
from components.reader.places import name
from store.models import Decision, Meeting


def body_names() -> dict[str, str]:
    """The bodies that meet, as the screen says them."""
    return {
        "consortium of members": _("Consortium of Members"),
        "forum of partners": _("Forum of Partners"),
        "bureau": _("Bureau"),
        "scientific and technical committee": _("Scientific and Technical Committee"),
        "regional meeting": _("Regional meeting"),
        "task force leaders": _("Task Force Leaders"),
    }


def body_name(meeting: Meeting) -> str:
    """The body, with its region where it has one."""
    said = body_names()[meeting.body]
    return f"{said}, {name(meeting.region_code)}" if meeting.region_code else said


def stage_name(meeting: Meeting) -> str:
    """How far a meeting is."""
    if meeting.is_published:
        return _("closed, published")
    return {"planned": _("planned"), "open": _("open"), "closed": _("closed")}[meeting.stage]


def subtitle(meeting: Meeting) -> str:
    """Body, day, place, stage and plan version, as one line."""
    said = [body_name(meeting), day(meeting.held_on), meeting.place_name, stage_name(meeting)]
    plan = _("Plan {version}", version=meeting.plan_code)
    return " · ".join(part for part in [*said, plan] if part)


def frozen(meeting: Meeting) -> str:
    """Which figures a meeting shows, and since when they cannot change."""
    if meeting.as_of is None or meeting.opened_at is None:
        return _(
            "Not opened yet: the figures are those of the day chosen above. They are frozen when"
            " the meeting opens."
        )
    return _(
        "Figures as known on {day}, frozen on {instant}: nothing that is written later changes"
        " them.",
        day=day(meeting.as_of),
        instant=instant(meeting.opened_at),
    )


def office_names() -> dict[str, str]:
    """The plan's offices that can be asked to act."""
    return {
        "secretariat": _("Secretariat"),
        "task force leader": _("Task Force Leader"),
        "regional representatives": _("Regional Representatives"),
        "scientific and technical committee": _("Scientific and Technical Committee"),
        "bureau": _("Bureau"),
        "members": _("Members"),
        "partners": _("Partners"),
    }


def owner_name(decision: Decision) -> str:
    """Who is to act; of a Task Force Leader, of which objective."""
    said = office_names().get(decision.owner) or people_names.shown(decision.owner)
    is_leader = decision.owner == "task force leader" and decision.subject
    return f"{said} {decision.subject}" if is_leader else said


def kind_names() -> dict[str, str]:
    """What can be decided."""
    return {"decision": _("decision"), "action": _("action")}


def state_names() -> dict[str, str]:
    """How far a decision is."""
    return {"open": _("open"), "done": _("done"), "dropped": _("dropped")}
