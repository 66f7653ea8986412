"""Arrange a meeting: its body, day and place, and an agenda that begins with what is pressing."""

import datetime as dt
from collections.abc import Iterable
from html import escape
from typing import Any

import streamlit as st

from components.elements import writing
from components.language.text import _, _n, day
from components.look.status import label, word
from components.meetings import agenda_field, decisions, reviewed, wording
from components.reader import access, bar, cache, clock
from components.reader.places import name
from components.reader.view import View
from store.meetings import agendas, meetings
from store.meetings.agendas import Item, Why
from store.meetings.meeting_draft import MeetingDraft
from store.meetings.meetings import Planned
from store.models import Body, Decision, Meeting
from store.models.places import REGIONS
from store.reporting import dues
from store.rights.rights import Act
from store.standing import PlanStanding

FORM = "meeting"
LAST_DAY = dt.date(2050, 12, 31)
FIRST_DAY = dt.date(2015, 12, 1)


def show(known: Meeting | None, view: View) -> None:
    """Draw the form, empty or filled with a planned meeting; who may not hold one is told."""
    if not access.admits(Act.MEET):
        return
    typed = _read(known, view)
    label = _("Save the changes") if known else _("Arrange the meeting")
    if st.button(label, key=f"{FORM}_send", type="primary"):
        seen = known.id if known else None
        writing.write(
            lambda session: _go_on(
                meetings.arrange(session, access.actor(), MeetingDraft(**typed), seen)
            ),
            _("The meeting was saved."),
            form=FORM,
            names={"title": _("Title"), "place_name": _("Place")},
        )


def _go_on(saved: Meeting) -> None:
    """Lead on to the meeting that was saved."""
    st.query_params.from_dict(bar.link(meeting=saved.code))


def _read(known: Meeting | None, view: View) -> dict[str, Any]:
    """Draw the fields; what they hold, as a MeetingDraft's."""

    def key(field: str) -> str:
        return writing.key(FORM, f"{field}_{known.id if known else 'new'}")

    bodies = wording.body_names()
    if known is None:
        body = writing.choose(_("Body"), bodies, key("body"))
        region = _ask_region(key("region")) if body == Body.REGIONAL_MEETING else None
    else:
        body, region = known.body, known.region_code
    room = st.container()
    left, middle, right = st.columns(3)
    with left:
        held_on = _ask_day(key("held_on"), known.held_on if known else clock.today())
    with middle:
        place_name = st.text_input(_("Place"), known.place_name if known else "", key=key("place"))
    with right:
        plans = {
            version.code: _("Plan {version}", version=version.code)
            for version in cache.plan_versions()
        }
        plan = writing.choose(_("Plan version"), _first(plans, known, view), key("plan"))
    usual = _("{body}, {day}", body=bodies[Body(body)], day=day(held_on))
    title = room.text_input(
        _("Title"), known.title if known else "", key=key("title"), placeholder=usual
    )
    planned = Planned(known.code if known else "", Body(body), region, held_on, plan)
    return {
        "code": planned.code,
        "body": planned.body,
        "region_code": region,
        "title": title.strip() or usual,
        "held_on": held_on,
        "place_name": place_name,
        "plan_code": plan,
        "agenda": _ask_agenda(planned, known, view, key(f"agenda_{body}_{region}_{plan}")),
        "known_on": clock.today(),
    }


def _first(plans: dict[str, str], known: Meeting | None, view: View) -> dict[str, str]:
    """The plan versions, the meeting's own or the reader's first."""
    plan = known.plan_code if known else view.plan
    return {plan: plans[plan]} | plans


def _ask_region(key: str) -> str:
    return writing.choose(
        _("Region"), {f"R-{region}": name(f"R-{region}") for region in REGIONS}, key
    )


def _ask_day(key: str, known: dt.date) -> dt.date:
    chosen = st.date_input(
        _("Held on"),
        known,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        key=key,
    )
    return chosen if isinstance(chosen, dt.date) else known


def _ask_agenda(planned: Planned, known: Meeting | None, view: View, key: str) -> list[str]:
    """The agenda, offered by what presses."""
    plan, before = reviewed.ahead(planned, view)
    items = drafted(plan, before, view)
    statuses = {one.code: one.statuses for one in plan.objectives}
    why = {item.code: reasons(item, statuses[item.code]) for item in items}
    said = {code: (title, why.get(code, "–")) for code, title in subjects(plan).items()}
    if back := decisions.returning(planned, view):
        st.html(_come_back(back))
    return agenda_field.ask(plan, items, known.agenda if known else None, said, key)


def _come_back(rows: list[Decision]) -> str:
    """What the body decided before and is on its agenda by itself, as HTML."""
    said = _n(
        "{count} decision of this body comes back to the meeting by itself.",
        "{count} decisions of this body come back to the meeting by themselves.",
        len(rows),
    )
    items = "".join(f"<li><b>{escape(row.subject)}</b> {escape(row.text)}</li>" for row in rows)
    return f"<details><summary>{escape(said)}</summary><ul>{items}</ul></details>"


def drafted(plan: PlanStanding, before: PlanStanding, view: View) -> list[Item]:
    """Every objective in the order in which it presses."""
    overdue = {due.indicator.objective_code for due in cache.ask(dues.overdue, view.until)}
    decided = {row.subject for row in decisions.waiting(view)}
    return agendas.draft(plan, before, _words(overdue), decided)


def _words(codes: Iterable[str | None]) -> set[str]:
    return {code for code in codes if code}


def subjects(plan: PlanStanding) -> dict[str, str]:
    """Every goal and objective by its code."""
    return {goal.code: goal.name for goal in plan.goals} | {
        objective.code: objective.title for objective in plan.objectives
    }


def reasons(item: Item, statuses: tuple[str, str]) -> str:
    """Why an objective with this verdict should be taken up, in words."""
    sentences = {
        Why.CHANGED: _("changed: it was {status}", status=label(item.before))
        if item.before
        else _("new figures, targets or texts"),
        Why.OVERDUE: _("figures overdue"),
        Why.OFF_TRACK: word(statuses),
        Why.DECIDED: _("decision open"),
        Why.OTHER: "–",
    }
    return ", ".join(sentences[why] for why in item.reasons)
