"""The agenda of a meeting that is arranged: offered whole, then moved, taken off, added to."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.language.text import _, _c, number
from components.look.markup import Html, grid, show_empty
from components.objective.objective_card import badge
from components.overview import shortfall
from store.meetings.agendas import Item, Why
from store.progress import Status
from store.standing import ObjectiveStanding, PlanStanding

PRESSING, WORST, ALL = "pressing", "worst", "all"


def offers(plan: PlanStanding, items: Sequence[Item]) -> dict[str, list[str]]:
    """Each agenda that is offered: what presses, the worst, one goal, all; the worst first."""
    certain = [one for one in plan.objectives if one.statuses[1] in shortfall.SHORT[:2]]
    return {
        PRESSING: [item.code for item in items if item.reasons != (Why.OTHER,)],
        WORST: [one.code for one in worst_first(certain)],
        **{
            goal.code: [goal.code, *(one.code for one in worst_first(goal.objectives))]
            for goal in plan.goals
        },
        ALL: [one.code for one in worst_first(plan.objectives)],
    }


def worst_first(objectives: Sequence[ObjectiveStanding]) -> list[ObjectiveStanding]:
    """What falls short for certain, what may, what nobody can judge, the rest."""
    short = shortfall.ordered(objectives)

    def rank(one: ObjectiveStanding) -> int:
        if shortfall.may_be_short(one):
            return 0
        return 1 if one.statuses[0] in (Status.NOT_ENOUGH_DATA, Status.STALE) else 2

    return [*short, *sorted((one for one in objectives if one not in short), key=rank)]


def _names(plan: PlanStanding) -> dict[str, str]:
    goals = {goal.code: _("Goal {code}", code=goal.code) for goal in plan.goals}
    return {
        PRESSING: _("What presses"),
        WORST: _("Off track and regressing"),
        **goals,
        ALL: _("All, worst first"),
    }


def ask(
    plan: PlanStanding,
    items: Sequence[Item],
    known: Sequence[str] | None,
    said: Mapping[str, tuple[str, str]],
    key: str,
) -> list[str]:
    """Draw the agenda with what changes it; the codes in their order.

    `known` is the agenda of a meeting that is changed, None for a new one, which begins with what
    presses; `said` holds, by code, the title and why it should be taken up.
    """
    state, listed = st.session_state, f"{key}_list"
    offered, names = offers(plan, items), _names(plan)
    if listed not in state:
        state[listed] = list(offered[PRESSING] if known is None else known)
    st.pills(
        _("Offer an agenda"),
        list(names),
        default=PRESSING if known is None else None,
        format_func=names.__getitem__,
        key=f"{key}_offer",
        on_change=_take,
        args=(listed, f"{key}_offer", offered),
    )
    agenda: list[str] = state[listed]
    chosen = _show_moves(agenda, listed, key)
    if agenda:
        st.html(_table(plan, agenda, said, chosen))
    else:
        show_empty(_("Nothing is on the agenda: offer another one, or add to it."))
    _show_addition([code for code in said if code not in agenda], listed, said, key)
    return list(agenda)


def _take(listed: str, offer: str, offered: Mapping[str, list[str]]) -> None:
    if chosen := st.session_state[offer]:
        st.session_state[listed] = list(offered[chosen])


def _table(
    plan: PlanStanding,
    agenda: Sequence[str],
    said: Mapping[str, tuple[str, str]],
    chosen: str | None,
) -> str:
    """The agenda as HTML; what is chosen to be moved has a mark beside its number."""
    goals = {goal.code: goal.gauge.status for goal in plan.goals}
    shown = {one.code: one.statuses for one in plan.objectives}
    rows = [
        [
            Html(f'<b aria-current="true">▸ {number(position)}</b>')
            if code == chosen
            else number(position),
            f"{code} {said[code][0]}" if code in said else code,
            Html(badge(goals[code] if code in goals else shown[code]))
            if code in goals or code in shown
            else "–",
            said[code][1] if code in said else "–",
        ]
        for position, code in enumerate(agenda, 1)
    ]
    columns = [_("No."), _("Goal or objective"), _("Status"), _("Why")]
    return grid(columns, rows, whole=True, stacked=True)


def _show_moves(agenda: Sequence[str], listed: str, key: str) -> str | None:
    """One of the agenda is chosen, and then moved up or down, or taken off; which one.

    The buttons stay where they are while it moves, so that a key can be pressed again and again.
    """
    if not agenda:
        return None
    field = f"{key}_chosen"
    held = st.session_state.get(field)
    st.session_state[field] = held if held in agenda else None
    chosen = st.pills(_("To move one, choose it"), list(agenda), key=field)
    acts: dict[str, Callable[[list[str], str], None]] = {
        _("↑ Earlier"): lambda codes, code: _move(codes, code, -1),
        _("↓ Later"): lambda codes, code: _move(codes, code, 1),
        _("Take off"): lambda codes, code: codes.remove(code),
    }
    with st.container(horizontal=True):
        for label, act in acts.items():
            st.button(
                label,
                key=f"{key}_{list(acts).index(label)}",
                disabled=chosen is None,
                on_click=_act,
                args=(listed, chosen, act),
            )
    return chosen


def _act(listed: str, chosen: str, act: Callable[[list[str], str], None]) -> None:
    codes = list(st.session_state[listed])
    act(codes, chosen)
    st.session_state[listed] = codes


def _move(codes: list[str], code: str, by: int) -> None:
    at = codes.index(code)
    codes.insert(max(0, at + by), codes.pop(at))


def _show_addition(
    left: Sequence[str], listed: str, said: Mapping[str, tuple[str, str]], key: str
) -> None:
    field = f"{key}_added"
    st.selectbox(
        _("Add a goal or an objective"),
        list(left),
        index=None,
        format_func=lambda code: f"{code} {said[code][0]}",
        placeholder=_c("in a field that adds to a list", "None"),
        key=field,
        on_change=_add,
        args=(listed, field),
    )


def _add(listed: str, field: str) -> None:
    if code := st.session_state[field]:
        st.session_state[listed] = [*st.session_state[listed], code]
        st.session_state[field] = None
