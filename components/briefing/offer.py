"""The offer of a briefing on a page: prepared when asked for, with its progress, then to save."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.briefing import agendas, building, document, soil_carbon, workbook
from components.briefing.content import Agenda
from components.elements import table
from components.language.text import _, _c
from components.reader import cache
from components.reader.view import View
from store.standing import ObjectiveStanding, PlanStanding


@dataclass(frozen=True, slots=True)
class Prepared:
    """The files of one briefing, of the view and store they were made from."""

    made_of: tuple[object, ...]
    name: str
    pdf: bytes
    xlsx: bytes


def show_plan(plan: PlanStanding) -> None:
    """Offer the whole plan, or one of its goals."""
    goals = {
        f"{goal.code} · {goal.name}": lambda of=goal: agendas.of_goal(of) for goal in plan.goals
    }
    show("plan", plan, {_("The whole plan"): lambda: agendas.of_plan(plan), **goals})


def show_objective(plan: PlanStanding, objective: ObjectiveStanding) -> None:
    """Offer one objective."""
    show(objective.code, plan, {objective.code: lambda: agendas.of_objective(objective)})


def show_region(plan: PlanStanding, view: View) -> None:
    """Offer what the region of the view reports."""
    show(view.region, plan, {view.region: lambda: agendas.of_region(plan, view)})


def show_soil(plan: PlanStanding, view: View) -> None:
    """Offer what the page on soil carbon shows."""
    show("soil", plan, {_("Soil carbon"): lambda: soil_carbon.of_view(view)})


def show(key: str, plan: PlanStanding, choices: dict[str, Callable[[], Agenda]]) -> None:
    """Offer briefings by their labels; the files last until the view or the store changes.

    `key` names what the briefings are about: one meeting has another key than the next.
    """
    offer = st.popover(
        _("Briefing"),
        icon=":material/picture_as_pdf:",
        key=f"briefing_{key}",
        type="tertiary",
        on_change="rerun",  # closed, it costs other readers of the page nothing
    )
    if not offer.open:
        return
    with offer:
        st.caption(
            _("Text, charts, figures and their sources to print (PDF) and to compute with (XLSX).")
        )
        label = next(iter(choices))
        if len(choices) > 1:
            label = st.selectbox(
                _c("subject of a briefing", "About"), list(choices), key=f"briefing_about_{key}"
            )
        made_of = (key, label, plan.plan.code, plan.until, cache.store_version())
        if st.button(_("Prepare the briefing"), key=f"briefing_prepare_{key}"):
            _prepare(made_of, plan, choices[label]())
        _show_files(made_of)


def _prepare(made_of: tuple[object, ...], plan: PlanStanding, agenda: Agenda) -> None:
    bar = st.progress(0.0, _("Gathering figures"))
    briefing = building.build(plan, agenda)
    pdf = document.typeset(briefing, bar.progress)
    bar.progress(0.95, _("Writing the workbook"))
    xlsx = workbook.write(briefing)
    st.session_state["briefing"] = Prepared(made_of, briefing.file_name, pdf, xlsx)
    bar.empty()


def _show_files(made_of: tuple[object, ...]) -> None:
    """What was prepared of this view, to save."""
    prepared: Prepared | None = st.session_state.get("briefing")
    if prepared is None or prepared.made_of != made_of:
        return
    files = {"pdf": (_("Save as PDF"), prepared.pdf), "xlsx": (_("Save as XLSX"), prepared.xlsx)}
    for ending, (label, content) in files.items():
        table.offer_file(label, lambda made=content: made, f"{prepared.name}.{ending}")
