"""The form for a pair of twin regions: a new one, or a change of one that is known."""

from typing import Any
from uuid import uuid4

import streamlit as st
from pydantic import ValidationError

from components.elements import writing
from components.language.markdown import escape
from components.language.text import _, _c, day, tell
from components.look.markup import show_note
from components.reader import access, cache, clock, people_names
from components.reader.places import Names, names
from components.twins import twin_fields, wording
from components.twins.twin_fields import FORM, Fields
from store.activities import twins
from store.activities.twin_draft import PairDraft, SideDraft
from store.activities.twins import Pair
from store.ground.complaints import UNNAMED, refusals
from store.models import Side
from store.models.places import REGIONS
from store.rights.rights import Actor

NEW = ""
WIDTH = 920  # pixels, of two fields side by side


def is_offered() -> bool:
    """Whether the reader may report pairs of at least one region."""
    return twins.may_report(access.actor(), [f"R-{code}" for code in REGIONS])


def show() -> None:
    """Draw the choice of a pair or a new one, its fields, and the one button."""
    actor = access.actor()
    st.header(_("Twin regions"))
    show_note(
        _(
            "A pair joins two contrasting places that pool what they have, to be carbon neutral"
            " together. Regional Representatives report pairs that touch their region. A change is"
            " kept beside what was said before."
        )
    )
    pairs, labels = cache.derived(
        "own twins", (clock.today(), repr(actor.grants)), lambda: _own(actor)
    )
    code = writing.choose(_("Pair to report"), labels, writing.key(FORM, "pair"))
    fields = _open(code, pairs.get(code))
    _show_meanwhile(fields, pairs.get(code))
    _ask(fields)


def _own(actor: Actor) -> tuple[dict[str, Pair], dict[str, str]]:
    """The pairs that the actor may change, by code, and their labels with that of a new one."""
    places = cache.places()
    pairs = [
        pair
        for pair in cache.ask(twins.known, clock.until_today())
        if twins.may_change(actor, pair, places)
    ]
    labels = {NEW: _("a new pair"), **wording.labels(pairs, names())}
    return {pair.row.code: pair for pair in pairs}, labels


def _open(code: str, head: Pair | None) -> Fields:
    """Begin with the newest revision, or go on with the one that the typing began with."""
    state = writing.key(FORM, "fields")
    chosen, fields = st.session_state.get(state, (None, None))
    if chosen != code or fields is None:
        fields = Fields(code or str(uuid4()), head)
        st.session_state[state] = code, fields
    return fields


def _show_meanwhile(fields: Fields, head: Pair | None) -> None:
    """Say what somebody else made of the pair since the typing began."""
    if fields.seen is None or head is None or head.row.id == fields.seen.row.id:
        return
    who = people_names.display(head.row.reporter)
    message = _(
        "{who} has changed this pair in the meantime. What you typed is still here.", who=who
    )
    before, after = (dict(_facts(pair, names())) for pair in (fields.seen, head))
    changed = [label for label in before if before[label] != after[label]]
    rows = [[label, before[label], after[label]] for label in changed]
    writing.show_meanwhile(message, rows, writing.key(FORM, "fields"))


def _facts(pair: Pair, named: Names) -> list[tuple[str, str]]:
    row = pair.row
    return [
        (_("Name of the pair"), row.name),
        *(
            (label, f"{wording.described(side, named)}, {side.latitude}, {side.longitude}")
            for label, side in zip((_("First place"), _("Second place")), pair.sides, strict=True)
        ),
        (_c("heading", "State"), wording.since(pair)),
        (_("Carbon neutral by"), str(row.neutrality_year)),
        (_("Shared aims"), row.aims),
        (_("Source"), f"{row.source_title} {row.source_link}"),
        (_("Note"), row.note),
        (_("Known on"), day(row.known_on)),
    ]


def _ask(fields: Fields) -> None:
    with st.container(width=WIDTH):
        _ask_all(fields)


def _ask_all(fields: Fields) -> None:
    name = twin_fields.draw_name(fields)
    left, right = st.columns(2, gap="large")
    with left:
        first = twin_fields.draw_side(fields, Side.FIRST)
    with right:
        second = twin_fields.draw_side(fields, Side.SECOND)
    pair = twin_fields.draw_pair(fields, name)
    if st.button(_("Report the pair"), type="primary", key="twins_send"):
        _send(fields, pair | {"name": name or _proposed(first, second)}, (first, second))


def _proposed(first: dict[str, Any], second: dict[str, Any]) -> str:
    """What the pair is called if nobody gives it a name: its two places."""
    if not (first["name"] and second["name"]):
        return ""
    return _("{first} and {second}", first=first["name"], second=second["name"])


def _send(fields: Fields, pair: dict[str, Any], sides: tuple[dict[str, Any], ...]) -> None:
    """Report the pair, or name all that is wrong with it at once."""
    drafts: list[PairDraft | SideDraft] = []
    refused: list[str] = []
    for make, typed in ((PairDraft, pair), *((SideDraft, side) for side in sides)):
        try:
            drafts.append(make(**typed))
        except ValidationError as error:
            refused += [tell(message) for message in refusals(error, UNNAMED)]
    if not all(side["place_code"] for side in sides):
        refused.append(_("Choose the country of each of the two places."))
    for sentence in dict.fromkeys(refused):
        st.error(escape(sentence))
    match drafts, refused:
        case [PairDraft() as whole, SideDraft() as first, SideDraft() as second], []:
            seen = fields.seen.row.id if fields.seen else None
            writing.write(
                lambda session: twins.report(session, access.actor(), whole, (first, second), seen),
                _("The pair was reported."),
                form=FORM,
            )
