"""One objective: why it stands where it does, every figure behind it, and who works on it."""

import streamlit as st

from components.briefing import offer
from components.meetings import decisions
from components.objective import (
    finding_form,
    findings,
    former,
    objective_card,
    pledges,
    rail,
    versions,
)
from components.overview import headline
from components.pledges import words
from components.reader import address, bar, cache
from components.soil import soil
from components.task_forces import brief

view = bar.current()
plan = cache.plan_standing(view.plan, view.until)
titles = {one.code: f"{one.code} {one.title}" for one in plan.objectives}

code = address.follow("objective", titles, default="A1")
objective = plan.objective(code) or plan.objectives[0]

st.html(rail.build(plan, objective))
st.title(titles[code])
if not plan.is_adopted:
    headline.show_not_adopted(plan)
offer.show_objective(plan, objective)
objective_card.show(plan, objective, view)
former.show(objective, view)
findings.show(objective.code, view)
finding_form.show(objective.code)
if objective.code == words.OBJECTIVE:
    words.show(view)
pledges.show(objective, view)
decisions.show_about(view, objective.code)
versions.show(objective, view)
if objective.code == soil.OBSERVED:
    soil.show_experiments(view)
brief.show(objective, view)
