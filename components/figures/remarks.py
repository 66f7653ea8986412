"""What people remark on figures: what the STC noted, and the form to add a word."""

from collections.abc import Callable
from html import escape

import streamlit as st

from components.elements import writing
from components.language.text import _, day
from components.reader import access, cache, people_names, scripts
from components.reader.places import name
from components.wording.figures import reading_figure, reading_period
from store.figures import remarks
from store.figures.approved import Reading
from store.figures.remark_draft import RemarkDraft
from store.models import Indicator, Measurement, Remark, RemarkKind
from store.rights import rights


def word(kind: RemarkKind) -> str:
    """A kind of remark as the screen says it."""
    return {
        RemarkKind.ACKNOWLEDGEMENT: _("Reporter’s answer"),
        RemarkKind.RECOMMENDATION: _("Recommendation"),
        RemarkKind.ANNOTATION: _("Annotation"),
        RemarkKind.QUALITY_FLAG: _("Quality flag"),
    }[kind]


def sentence(remark: Remark) -> str:
    """A remark after who made it: a sign for right-to-left turns round all that follows it."""
    who, when = people_names.display(remark.author), day(remark.recorded_at.date())
    return f"{who}, {when}: {remark.text}"


def show(readings: list[Reading], remarks: dict[int, list[Remark]]) -> None:
    """Draw what was noted about the figures; nothing where nothing was."""
    if noted := lines(readings, remarks):
        items = "".join(f"<li>{escape(line)}</li>" for line in noted)
        st.html(f'<ul class="notes">{items}</ul>')


def lines(readings: list[Reading], remarks: dict[int, list[Remark]]) -> list[str]:
    """What was noted about the figures, a sentence each."""
    return [
        f"{word(row.kind)} · {name(figure.place_code)}, {reading_period(figure)} · {sentence(row)}"
        for figure in readings
        for row in remarks.get(figure.id, [])
    ]


def offer(indicator: Indicator, readings: list[Reading]) -> None:
    """The form to annotate or flag one of the approved figures, for who may."""
    if not any(_kinds(indicator, place) for place in {one.place_code for one in readings}):
        return
    control = st.popover(
        _("Annotate a figure"), key=f"annotate_{indicator.code}", on_change="rerun"
    )
    if not control.open:
        return
    open_to = [reading for reading in readings if _kinds(indicator, reading.place_code)]
    with control:
        chosen = st.selectbox(
            _("Figure"),
            open_to,
            key=f"remark_on_{indicator.code}",
            format_func=lambda figure: (
                f"{name(figure.place_code)}, {reading_period(figure)}: "
                f"{reading_figure(indicator, figure)}"
            ),
        )
        show_form(indicator, chosen.id, chosen.place_code)


def show_form(
    indicator: Indicator,
    measurement_id: int,
    place_code: str,
    button: Callable[..., bool] = st.button,
) -> None:
    """The kinds that the reader may add to this figure, and the words; `button` sends them."""
    form = f"remark_{measurement_id}"  # its own: another figure's half-typed words stay
    kinds = _kinds(indicator, place_code)
    kind = st.selectbox(_("Kind"), kinds, format_func=word, key=writing.key(form, "kind"))
    names = {"text": _("In words")}
    text = st.text_input(names["text"], key=writing.key(form, "text"), placeholder=scripts.needed())
    if button(_("Add"), key=f"remark_add_{measurement_id}"):
        writing.write(
            lambda session: remarks.add(
                session,
                access.actor(),
                session.get_one(Measurement, measurement_id),
                RemarkDraft(kind=kind, text=text),
            ),
            _("Added."),
            form=form,
            names=names,
        )


def may_add(indicator: Indicator, place_code: str) -> bool:
    """Whether the reader may say anything about figures of the indicator at the place."""
    return bool(_kinds(indicator, place_code))


def _kinds(indicator: Indicator, place_code: str) -> list[RemarkKind]:
    actor, where = access.actor(), rights.about(indicator, cache.places()[place_code])
    return [kind for kind, act in remarks.ACTS.items() if rights.may(actor, act, where)]
