"""The one question before all others: a figure stands for the same time. Both are shown."""

import streamlit as st

from components.entry import slot, typed
from components.entry.slot import Entry
from components.language.markdown import escape
from components.language.text import _, exactly, instant, period
from components.look.markup import grid
from components.reader import access, people_names, scripts
from components.wording.figures import in_unit, level, reported_figure
from components.wording.short import answer
from store.figures.judgement import is_yes_or_no
from store.ground import texts
from store.models import Measurement


def ask(entry: Entry, other: Measurement) -> None:
    """Draw both figures side by side, and the ways on; what was typed stays as it is."""
    fields = entry.fields
    is_same = (other.period_start, other.period_end) == entry.period
    st.warning(escape(_sentence(entry, other, is_same=is_same)))
    columns = [_("Which figure"), _("Figure"), _("Period"), _("Source"), _("Sent")]
    st.html(grid(columns, [_standing(entry, other), _mine(entry)], whole=True, stacked=True))
    with st.container(horizontal=True, gap="small"):
        st.button(
            _("Go on with mine, as a correction"),
            type="primary",
            key=fields.key("go_on"),
            on_click=_correct,
            args=(entry, other),
        )
        st.button(
            _("Leave mine, keep what stands"),
            key=fields.key("leave"),
            on_click=slot.leave,
            args=(entry,),
        )
    if not is_same:
        _offer_both(entry, other)


def _sentence(entry: Entry, other: Measurement, *, is_same: bool) -> str:
    parts = {
        "figure": reported_figure(entry.indicator, other),
        "period": period(other.period_start, other.period_end),
    }
    if not is_same:
        return _(
            "A figure stands for the same time: {figure}, {period}. Correct it, unless both are"
            " right.",
            **parts,
        )
    if other.id in entry.fields.memory["seen"]:
        return _(
            "{period} has a figure already: {figure}. Correct it, or give the period of yours.",
            **parts,
        )
    if other.reporter == access.actor().name:
        return _(
            "Meanwhile you reported {figure} here, in another window. Yours is kept as you typed"
            " it: compare, then send yours as a correction of it, or leave it.",
            figure=parts["figure"],
        )
    return _(
        "Meanwhile {who} reported {figure} here. Yours is kept as you typed it: compare, then send"
        " yours as a correction of it, or leave it.",
        who=people_names.display(other.reporter),
        figure=parts["figure"],
    )


def _standing(entry: Entry, row: Measurement) -> list[str]:
    return [
        _("In this slot"),
        _(
            "{figure}, reported by {who}",
            figure=reported_figure(entry.indicator, row),
            who=people_names.display(row.reporter),
        ),
        period(row.period_start, row.period_end),
        row.source_title or "–",
        instant(row.recorded_at),
    ]


def _mine(entry: Entry) -> list[str]:
    return [
        _("Yours, not sent"),
        _said(entry),
        period(*entry.period),
        entry.fields.now("source_title") or "–",
        "–",
    ]


def _said(entry: Entry) -> str:
    """What is typed, as far as it is a figure."""
    fields, indicator = entry.fields, entry.indicator
    if fields.now("answer") == "none":
        return _("no data: {reason}", reason=fields.now("missing_reason") or "–")
    value = fields.now("value")
    if isinstance(value, float):
        is_yes_no = is_yes_or_no(indicator, fields.slot.place_code)
        return answer(is_yes=value >= 1) if is_yes_no else in_unit(indicator, value, exactly(value))
    if (step := fields.now("level")) is not None:
        return level(step)
    if fields.now("numerator"):
        return _(
            "{numerator} of {denominator}",
            numerator=fields.now("numerator"),
            denominator=fields.now("denominator") or "–",
        )
    return str(value or "–")


def _offer_both(entry: Entry, other: Measurement) -> None:
    fields = entry.fields
    label = _("Both are right, because")
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        st.text_input(label, key=fields.revive("both_reason"), placeholder=scripts.needed())
    with right:
        st.button(_("Keep both"), key=fields.key("both"), on_click=_keep_both, args=(entry, other))
    if fields.memory.pop("both_asked", False):
        st.error(_("Say in words why both are right."))


def _correct(entry: Entry, other: Measurement) -> None:
    """Make a correction of what is typed, in the period of what stands; of nothing, what stands."""
    if not typed.is_touched(entry.fields):
        entry.fields.set(typed.of_figure(other))
        return
    covers = typed.code(other.period_start, other.period_end)
    entry.fields.set({"corrects": other.id, "covers": covers})


def _keep_both(entry: Entry, other: Measurement) -> None:
    fields = entry.fields
    reason = (st.session_state.get(fields.key("both_reason")) or "").strip()
    if not texts.says_something(reason):
        fields.memory["both_asked"] = True
        return
    both = fields.memory.get("both_right", {})
    fields.set({"both_right": both | {str(other.id): reason}, "both_reason": None})
