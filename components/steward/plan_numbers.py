"""What the plan asks of one indicator, each number with its history; and how to change one."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.elements import number_field, writing
from components.language.text import _, _c, exactly
from components.look.markup import filled, on, show_empty, show_note, stacked
from components.reader import access, address, bar, cache, clock, people_names
from components.steward import plan_calendar, plan_effect, plan_rules
from components.wording.figures import in_unit, span
from components.wording.short import basis, number_basis, number_kind
from store.figures import typed
from store.ground import numbers
from store.models import Indicator, Target, TargetRole
from store.plan import planning
from store.plan.target_draft import ReasonedTargetDraft, TargetDraft
from store.progress import Basis
from store.reporting import preview

FORM = "target"


def show() -> None:
    """Draw what the plan asks of one indicator, then the two forms."""
    indicators = {indicator.code: indicator for indicator in cache.indicators()}
    labels = {
        code: f"{indicator.objective_code or '–'} · {indicator.name}"
        for code, indicator in indicators.items()
    }
    chosen = address.choose(
        "indicator", _("Indicator"), labels, default=next(iter(labels)), always_written=True
    )
    indicator = indicators[chosen]
    _show_targets(indicator)
    left, right = st.columns(2, gap="large")
    with left:
        _change_target(indicator)
    with right:
        plan_calendar.show(indicator)
        plan_rules.show(indicator)


def _show_targets(indicator: Indicator) -> None:
    plan = bar.current().plan
    history = cache.ask(planning.history, plan, indicator.code)
    st.header(_("What plan {version} asks", version=plan))
    if not history:
        show_empty(_("This version gives no number here."))
        return
    columns = [
        _("Year"),
        _("Kind"),
        _("Number"),
        _("Basis"),
        _("Known on"),
        _("Source"),
        _("Why"),
        _c("who did it", "By"),
    ]
    st.html(stacked(*filled(columns, [_row(indicator, row) for row in history])))


def _row(indicator: Indicator, row: Target) -> list[str]:
    return [
        _("{year}, revision {number}", year=f"{row.year}", number=row.revision)
        if row.revision
        else f"{row.year}",
        _("{kind}, taken back", kind=number_kind(row.role))
        if row.is_withdrawn
        else number_kind(row.role),
        span(indicator, row),
        number_basis(row) or "–",
        on(row.known_on),
        row.source_title,
        row.reason or row.note,
        people_names.display(row.reporter),
    ]


def _change_target(indicator: Indicator) -> None:
    st.header(_("Change or add a number"))
    content = _read(indicator)
    show_note(_("Nothing is overwritten: the new number supersedes the old one from today on."))
    is_read = isinstance(content["low"], float) and isinstance(content["high"], float)
    if is_read:
        plan_effect.show(
            lambda session: preview.flips(
                session, access.actor(), TargetDraft(**content), clock.today()
            )
        )
    if not st.button(_("Change the plan"), type="primary"):
        return
    if not is_read:
        st.error(_("Give the number."))
        return
    writing.write(
        lambda session: planning.change_target(
            session, access.actor(), ReasonedTargetDraft(**content)
        ),
        _("The plan was changed."),
        form=FORM,
        names=_text_names(),
    )


def _text_names() -> dict[str, str]:
    return {"source_title": _("Source: decision or document"), "reason": _("Why it is changed")}


def _read(indicator: Indicator) -> dict[str, Any]:
    """Draw the fields; what they make of a draft of a target."""

    def key(field: str) -> str:
        return writing.key(FORM, f"{field}_{indicator.code}")

    kinds = {role: number_kind(role) for role in (TargetRole.TARGET, TargetRole.BASELINE)}
    role = st.selectbox(_("Kind"), list(kinds), format_func=kinds.__getitem__, key=key("role"))
    year = st.number_input(_("Year"), 2015, 2060, 2030, step=1, key=key("year"))
    low = _number(indicator, _("From, in {unit}", unit=indicator.unit), key("low"))
    high = _number(indicator, _("To; leave empty for one number"), key("high"))
    standing = _read_standing(role, key)
    said = {name: st.text_input(label, key=key(name)) for name, label in _text_names().items()}
    return {
        "plan_code": bar.current().plan,
        "indicator_code": indicator.code,
        "role": role,
        "year": int(year),
        "low": low,
        "high": low if high is None else high,
        **standing,
        **said,
        "known_on": clock.today(),
    }


def _read_standing(role: TargetRole, key: Callable[[str], str]) -> dict[str, Any]:
    """What a baseline rests on, and whether the number judges at all."""
    is_context = st.checkbox(
        _("It counts something else than the target"),
        key=key("is_context"),
    )
    if is_context:
        st.caption(_("It is shown beside the target and judges nothing."))
    if role != TargetRole.BASELINE or is_context:
        return {"is_context": is_context}
    label = _("Basis: observed, or coded from words, a plan or a hope")
    chosen = st.segmented_control(
        label, list(Basis), default=Basis.CODED, required=True, format_func=basis, key=key("basis")
    )
    return {"basis": chosen}


def _number(indicator: Indicator, label: str, key: str) -> float | str | None:
    return number_field.show(
        label,
        key,
        read=typed.percent if typed.is_in_percent(indicator) else numbers.figure,
        say=lambda figure: in_unit(indicator, figure, exactly(figure)),
    )
