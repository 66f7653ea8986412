"""The fields of a figure: ordinary widgets, each with room for what is wrong with it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import streamlit as st
from pydantic import ValidationError
from streamlit.delta_generator import DeltaGenerator

from components.elements import number_field
from components.language.markdown import escape
from components.language.text import _, _c, exactly, tell
from components.look.markup import show_note
from components.reader import places
from components.wording.figures import in_unit, is_percent, level
from components.wording.short import answer
from store.figures import judgement
from store.figures.draft import MeasurementDraft
from store.figures.judgement import is_yes_or_no
from store.ground import numbers
from store.ground.complaints import complaints
from store.models import Indicator, UnitType
from store.progress import Kind
from store.reporting.saved_drafts import Slot

QUALIFIERS = ("exact", "at least", "about")
LEVELS = range(6)


@dataclass
class Fields:
    """What is typed so far, what its fields are called, and where to say what is wrong.

    `texts` are numbers as they were typed; a number in `content` is read, a text there is not.
    """

    slot: Slot
    content: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    rooms: dict[str, DeltaGenerator] = field(default_factory=dict)

    def key(self, name: str) -> str:
        """The widget's key: every slot has fields of its own."""
        return f"entry_{self.slot.indicator_code}_{self.slot.place_code}_{self.slot.year}_{name}"

    def keep(self, name: str, label: str, value: object) -> None:
        """Keep what a field just drawn holds, and a place for a message below it."""
        self.content[name], self.names[name] = value, label
        self.rooms[name] = st.empty()

    def complain(self, name: str, sentence: str) -> None:
        """Say at the field what is wrong, unless it says so itself."""
        if name in self.texts and isinstance(self.content[name], str):
            return
        self.rooms.get(name, self.rooms["source_title"]).error(escape(sentence))


def restore(fields: Fields, saved: dict[str, Any]) -> None:
    """Give the widgets of a slot what was typed before, once a session."""
    mark = fields.key("restored")
    if st.session_state.get(mark):
        return
    st.session_state[mark] = True
    for name, value in saved.items():
        is_day = name in ("period_start", "period_end")
        st.session_state[fields.key(name)] = dt.date.fromisoformat(value) if is_day else value


def show(fields: Fields, indicator: Indicator, *, corrects: bool) -> None:
    """Draw the fields that this indicator needs."""
    fields.keep("answer", _("Answer"), _answer(fields))
    if fields.content["answer"] == "none":
        _text(fields, "missing_reason", _("No data, because"))
    else:
        _show_figure(fields, indicator)
    _show_period(fields)
    _text(fields, "source_title", _("Source: document or register"))
    _text(fields, "source_link", _("Link to the source"))
    _text(fields, "note", _("Note"))
    if corrects:
        _text(fields, "reason", _("Why this is corrected"))


def _answer(fields: Fields) -> str:
    key = fields.key("answer")
    st.session_state.setdefault(key, "figure")
    answers = {"figure": _("a figure"), "none": _("no data, because …")}
    chosen = st.segmented_control(
        _("Answer"), list(answers), key=key, required=True, format_func=answers.__getitem__
    )
    return chosen or "figure"


def _show_figure(fields: Fields, indicator: Indicator) -> None:
    if is_yes_or_no(indicator, fields.slot.place_code):
        answers = {1.0: answer(is_yes=True), 0.0: answer(is_yes=False)}
        question = _(
            "{name}: does {place} count?",
            name=indicator.name,
            place=places.name(fields.slot.place_code),
        )
        chosen = st.segmented_control(
            question,
            list(answers),
            key=fields.key("value"),
            format_func=answers.__getitem__,
        )
        fields.keep("value", question, chosen)
        return
    if indicator.kind == Kind.MILESTONE:
        key = fields.key("level")
        chosen = st.selectbox(
            _("Level reached"),
            LEVELS,
            index=None,
            key=key,
            format_func=level,
            placeholder=_("choose a level"),
        )
        fields.keep("level", _("Level reached"), chosen)
        show_note(_("A level counts with a link to its evidence: give it as the source’s link."))
    elif indicator.unit_type == UnitType.SHARE:
        left, right = st.columns(2)
        with left:
            _number(fields, "numerator", _("Numerator"))
        with right:
            _number(
                fields, "denominator", _("Denominator: {what}", what=indicator.denominator or "…")
            )
        _value(fields, indicator, _("or the share itself, in {unit}", unit=indicator.unit))
    else:
        _value(fields, indicator, _("Value, in {unit}", unit=indicator.unit))
    key = fields.key("qualifier")
    st.session_state.setdefault(key, "exact")
    names = {
        "exact": _c("how exact", "exact"),
        "at least": _c("how exact", "at least"),
        "about": _c("how exact", "about"),
    }
    chosen = st.selectbox(_("How exact"), QUALIFIERS, key=key, format_func=names.__getitem__)
    fields.keep("qualifier", _("How exact"), chosen)


def _show_period(fields: Fields) -> None:
    left, right = st.columns(2)
    start, end = period(fields)
    for column, name, label, default in (
        (left, "period_start", _("Period from"), start),
        (right, "period_end", _("Period to"), end),
    ):
        key = fields.key(name)
        st.session_state.setdefault(key, default)
        with column:
            chosen = st.date_input(
                label,
                min_value=dt.date(2000, 1, 1),
                max_value=dt.date(2060, 12, 31),
                format="YYYY-MM-DD",
                key=key,
            )
            fields.keep(name, label, chosen if isinstance(chosen, dt.date) else default)


def period(fields: Fields) -> tuple[dt.date, dt.date]:
    """The period as it stands in the fields, or as they will first be drawn."""
    year = fields.slot.year
    return (
        st.session_state.get(fields.key("period_start")) or dt.date(year, 1, 1),
        st.session_state.get(fields.key("period_end")) or dt.date(year, 12, 31),
    )


def _value(fields: Fields, indicator: Indicator, label: str) -> None:
    _number(
        fields,
        "value",
        label,
        partial(numbers.figure, in_percent=is_percent(indicator)),
        lambda figure: in_unit(indicator, figure, exactly(figure)),
    )


def _number(
    fields: Fields,
    name: str,
    label: str,
    read: Callable[[str], float] = numbers.figure,
    say: Callable[[float], str] = exactly,
) -> None:
    fields.keep(name, label, number_field.show(label, fields.key(name), read=read, say=say))
    fields.texts[name] = st.session_state[fields.key(name)].strip()


def _text(fields: Fields, name: str, label: str) -> None:
    fields.keep(name, label, st.text_input(label, key=fields.key(name)).strip())


def saved_form(fields: Fields) -> dict[str, Any]:
    """What was typed, as it is kept: numbers and dates as text, empty fields left out."""
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in (fields.content | fields.texts).items()
        if value not in (None, "")
    }


def read(
    fields: Fields, indicator: Indicator, corrects: int | None, today: dt.date
) -> tuple[MeasurementDraft | None, dict[str, str]]:
    """The draft as typed, or everything that is wrong by field: a sentence each."""
    content = {
        name: value
        for name, value in fields.content.items()
        if name in MeasurementDraft.model_fields and value not in (None, "")
    }
    if content.get("numerator") is not None:
        content.pop("value", None)
    slot = {"indicator_code": indicator.code, "place_code": fields.slot.place_code}
    try:
        draft = MeasurementDraft.model_validate(content | slot | {"corrects": corrects})
    except ValidationError as error:
        draft, found = None, [*complaints(error, fields.names)]
    else:
        found = judgement.problems(indicator, draft, today)
    problems: dict[str, str] = {}
    for complaint in found:
        place = complaint.field or _about_content(indicator, fields)
        problems.setdefault(place, tell(complaint.message))
    return (None if problems else draft), problems


def _about_content(indicator: Indicator, fields: Fields) -> str:
    if fields.content.get("answer") == "none":
        return "missing_reason"
    return judgement.content_field(indicator)
