"""What the former method says of an objective on the same day, for whoever presses for it."""

from dataclasses import replace
from html import escape

import streamlit as st

from components.language.text import _, day
from components.look import isolation
from components.look.status import piece
from components.reader import cache
from components.reader.view import View
from components.wording.objectives import verdict
from store.standing import IN_FORCE_SINCE, Method, ObjectiveStanding


def show(objective: ObjectiveStanding, view: View) -> None:
    """Offer it; judged only once it is asked for, so that nobody else waits for it."""
    if view.until.method != Method.IN_FORCE:
        return
    control = st.popover(label(), key="open_former", type="tertiary", on_change="rerun")
    if control.open:
        control.html(build(objective, view))


def label() -> str:
    """What the control says."""
    return _("What method {method} said", method=Method.FORMER.value)


@isolation.piece
def build(objective: ObjectiveStanding, view: View) -> str:
    """Its verdict as HTML, and since when another method is in force."""
    plan = cache.plan_standing(view.plan, replace(view.until, method=Method.FORMER.value))
    former = next(one for one in plan.objectives if one.code == objective.code)
    since = _(
        "Method {former} judged one value of one date. Since {day} method {method} judges what each"
        " figure leaves possible, on the same facts.",
        former=Method.FORMER.value,
        day=day(IN_FORCE_SINCE),
        method=Method.IN_FORCE.value,
    )
    said = f"{piece(*former.statuses)} {escape(verdict(plan, former))}"
    return f'<p>{said}</p><p class="note">{escape(since)}</p>'
