"""One objective: why it stands where it does, every figure behind it, and who works on it."""

import streamlit as st

from components.briefing import offer
from components.elements import writing
from components.meetings import decisions, taking_up
from components.objective import (
    finding_form,
    findings,
    former,
    history,
    indicators,
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
writing.show_done()
st.html(objective_card.build(plan, objective))
with st.container(horizontal=True, key="objective_acts"):
    indicators.show_ways(objective, view)
    taking_up.offer(objective.code)
    offer.show_objective(plan, objective)
    former.show(objective, view)
indicators.show(plan, objective, view)
versions.show(objective, view)
if objective.code == words.OBJECTIVE:
    words.show(view)
pledges.show(objective, view)
left, right = st.columns(2, gap="large")
with left:
    history.show(objective, view, decisions.entries(view, objective.code))
    decisions.show_follow_up(view, objective.code)
with right:
    findings.show(objective.code, view)
    finding_form.show(objective.code)
brief.show(objective, view)
if objective.code == soil.OBSERVED:
    soil.show_experiments(view)
