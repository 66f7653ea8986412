"""How one indicator is judged: limits, window, fading and paths; and the form to change it."""

from functools import partial
from typing import Any

import streamlit as st

from components.elements import later, number_field, writing
from components.language.text import _, _c, _n, given, listed
from components.look.markup import Html, heading, note, on, stacked
from components.reader import access, cache, clock, people_names, scripts
from components.wording.short import path_name
from store.figures.typed import is_in_percent
from store.ground import numbers
from store.models import Indicator, IndicatorRule
from store.plan import rules
from store.plan.rule_draft import RuleDraft
from store.progress import DEFAULT, Kind, PathName

FORM = "rule"
WINDOWS = (1, 2)


def show(indicator: Indicator) -> None:
    """Draw how it is judged now, what was changed before, and the form to change it."""
    history = cache.ask(rules.history, indicator.code)
    told = "".join(note(sentence) for sentence in _sentences(indicator))
    if history:
        columns = [_("Known on"), _("Rule"), _("Why"), _c("who did it", "By")]
        told += stacked(columns, [_row(indicator, row) for row in reversed(history)])
    st.html(Html(f"{heading(_('How it is judged'))}{told}"))
    fold = later.unfold(_("Change how it is judged"), "rule_fold")
    if fold is not None:
        with fold:
            _show_form(indicator)


def _show_form(indicator: Indicator) -> None:
    names = _names()
    content = _read(indicator, names)
    if st.button(_("Change how it is judged")):
        writing.write(
            lambda session: rules.set_rule(
                session, access.actor(), RuleDraft.model_validate(content)
            ),
            _("How it is judged was changed."),
            form=FORM,
            names=names,
        )


def _sentences(rule: Indicator | IndicatorRule) -> list[str]:
    years = rule.stale_after_years or DEFAULT.stale_after_years
    return [
        _limits(rule.limit_low, rule.limit_high),
        _n(
            "Each year counts by itself.",
            "Counts the mean of {count} years.",
            rule.window_years,
        ),
        _("A verdict fades after {years} years.", years=given(years)),
        _("Paths shown beside the straight line: {paths}.", paths=_paths(rule)),
    ]


def _limits(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return _("Nature sets no limit.")
    if high is None:
        return _("It is {low} or more.", low=given(low or 0.0))
    if low is None:
        return _("It is {high} or less.", high=given(high))
    return _("It lies between {low} and {high}.", low=given(low), high=given(high))


def _paths(rule: Indicator | IndicatorRule) -> str:
    named = [path_name(PathName(path)) for path in rule.paths]
    return listed(named) if named else _c("paths", "none")


def _row(_indicator: Indicator, row: IndicatorRule) -> list[str]:
    return [
        on(row.known_on),
        " ".join(_sentences(row)),
        row.reason,
        people_names.display(row.reporter),
    ]


def _names() -> dict[str, str]:
    return {
        "limit_low": _("The least possible; leave empty for no limit"),
        "limit_high": _("The most possible; leave empty for no limit"),
        "window_years": _("Years that count together"),
        "stale_after_years": _("Years after which a verdict fades; leave empty for the method’s"),
        "paths": _("Paths beside the straight line"),
        "reason": _("Why this is changed"),
    }


def _read(indicator: Indicator, names: dict[str, str]) -> dict[str, Any]:
    """The fields, filled with what holds now; what they hold, as a RuleDraft's."""

    def key(field: str) -> str:
        return writing.key(FORM, f"{field}_{indicator.code}")

    read = partial(numbers.figure, in_percent=is_in_percent(indicator))
    content: dict[str, Any] = {"indicator_code": indicator.code, "known_on": clock.today()}
    for field, column in zip(("limit_low", "limit_high"), st.columns(2), strict=True):
        with column:
            content[field] = number_field.show(
                names[field], key(field), known=getattr(indicator, field), read=read
            )
    if indicator.kind == Kind.RATE:
        content["window_years"] = st.segmented_control(
            names["window_years"],
            WINDOWS,
            default=indicator.window_years,
            required=True,
            key=key("window_years"),
        )
    content["stale_after_years"] = number_field.show(
        names["stale_after_years"], key("stale_after_years"), known=indicator.stale_after_years
    )
    content["paths"] = st.multiselect(
        names["paths"],
        list(PathName),
        default=[PathName(path) for path in indicator.paths],
        format_func=path_name,
        placeholder=_c("paths", "none"),
        key=key("paths"),
    )
    content["reason"] = st.text_input(
        names["reason"], key=key("reason"), placeholder=scripts.needed()
    )
    return content
