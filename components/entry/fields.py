"""The fields of a figure: ordinary widgets, each with room for what is wrong with it."""

from collections.abc import Callable
from functools import partial
from html import escape as escape_html

import streamlit as st

from components.elements import number_field
from components.entry import period_field
from components.entry.slot import Entry
from components.entry.typed import Fields
from components.language.markdown import escape
from components.language.text import _, _c, exactly
from components.look.markup import show_note
from components.reader import access, cache, places, scripts
from components.wording.figures import in_unit, level
from components.wording.short import answer
from store.figures import typed
from store.figures.judgement import is_yes_or_no
from store.models import Indicator, Qualifier, UnitType
from store.progress import Kind
from store.reporting import sources
from store.reporting.sources import Source

LEVELS = range(6)
MOST_SOURCES = 3
SHORT = 60  # letters of a source on its button


def show(entry: Entry) -> None:
    """Draw the fields that this indicator needs, in the order in which they are answered."""
    fields, indicator = entry.fields, entry.indicator
    has_figure = _show_answer(fields) == "figure"
    if has_figure:
        _show_figure(fields, indicator)
        _show_qualifier(fields)
    else:
        _text(fields, "missing_reason", _("No data, because"), needed=True)
    period_field.show(entry)
    _text(fields, "source_title", _("Source: document or register"), needed=has_figure)
    if not has_figure:
        show_note(_("Where there is no figure, the reason is enough: a source is not needed."))
    _offer_sources(fields)
    _text(fields, "source_link", _("Link to the source"))
    _text(fields, "note", _("Note"))
    if entry.corrected is not None:
        _text(fields, "reason", _("Why this is corrected"), needed=True)


def _show_answer(fields: Fields) -> str:
    answers = {"figure": _("a figure"), "none": _("no data, because …")}
    label = _("Answer")
    chosen = st.segmented_control(
        label,
        list(answers),
        key=fields.revive("answer", "figure"),
        required=True,
        format_func=answers.__getitem__,
    )
    fields.keep("answer", label, chosen or "figure")
    return chosen or "figure"


def _show_figure(fields: Fields, indicator: Indicator) -> None:
    if is_yes_or_no(indicator, fields.slot.place_code):
        _show_yes_or_no(fields, indicator)
    elif indicator.kind == Kind.MILESTONE:
        _show_level(fields)
    elif indicator.unit_type == UnitType.SHARE:
        left, right = st.columns(2)
        with left:
            _number(fields, indicator, "numerator", _("Numerator"))
        with right:
            label = _("Denominator: {what}", what=indicator.denominator or "…")
            _number(fields, indicator, "denominator", label)
        _value(fields, indicator, _("or the share itself, in {unit}", unit=indicator.unit))
    else:
        label = _("Value, in {unit}", unit=indicator.unit)
        _value(fields, indicator, label, needed=True)


def _show_yes_or_no(fields: Fields, indicator: Indicator) -> None:
    answers = {1.0: answer(is_yes=True), 0.0: answer(is_yes=False)}
    question = _(
        "{name}: does {place} count?",
        name=indicator.name,
        place=places.name(fields.slot.place_code),
    )
    chosen = st.segmented_control(
        question,
        list(answers),
        key=fields.revive("value"),
        format_func=answers.__getitem__,
    )
    fields.keep("value", question, chosen)


def _show_level(fields: Fields) -> None:
    label = _("Level reached")
    chosen = st.selectbox(
        label,
        LEVELS,
        index=None,
        key=fields.revive("level"),
        format_func=level,
        placeholder=_("choose a level"),
    )
    fields.keep("level", label, chosen)
    show_note(_("A level counts with a link to its evidence: give it as the source’s link."))


def _show_qualifier(fields: Fields) -> None:
    names = {
        Qualifier.EXACT.value: _c("how exact", "exact"),
        Qualifier.AT_LEAST.value: _c("how exact", "at least"),
        Qualifier.AT_MOST.value: _c("how exact", "at most"),
        Qualifier.ABOUT.value: _c("how exact", "about"),
    }
    label = _("That figure is")
    chosen = st.segmented_control(
        label,
        list(names),
        key=fields.revive("qualifier", "exact"),
        required=True,
        format_func=names.__getitem__,
    )
    fields.keep("qualifier", label, chosen or "exact")


def _offer_sources(fields: Fields) -> None:
    """Sources used before, each of which fills the field and its link with one press."""
    slot = fields.slot
    used = cache.ask(
        sources.used_before, access.actor(), slot.indicator_code, slot.place_code, MOST_SOURCES
    )
    if not used:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        words = escape_html(_("Used before:"))
        st.html(f'<p class="note">{words}</p>', width="content")
        for place, source in enumerate(used):
            title = source.title
            st.button(
                escape(title if len(title) <= SHORT else f"{title[:SHORT]}…"),
                key=fields.key(f"source_{place}"),
                type="tertiary",
                on_click=_use,
                args=(fields, source),
            )


def _use(fields: Fields, source: Source) -> None:
    fields.set({"source_title": source.title, "source_link": source.link})


def _value(fields: Fields, indicator: Indicator, label: str, *, needed: bool = False) -> None:
    def say(figure: float) -> str:
        return in_unit(indicator, figure, exactly(figure))

    _number(fields, indicator, "value", label, say, needed=needed)


def _number(
    fields: Fields,
    indicator: Indicator,
    name: str,
    label: str,
    say: Callable[[float], str] = exactly,
    *,
    needed: bool = False,
) -> None:
    key = fields.revive(name)
    place = fields.slot.place_code
    read = partial(typed.number, name, indicator=indicator, place_code=place)
    fields.keep(name, label, number_field.show(label, key, read=read, say=say, needed=needed))
    fields.texts[name] = st.session_state[key].strip()


def _text(fields: Fields, name: str, label: str, *, needed: bool = False) -> None:
    placeholder = scripts.needed() if needed else None
    text = st.text_input(label, key=fields.revive(name, ""), placeholder=placeholder)
    fields.keep(name, label, text.strip())
