"""Enter an activity, or change one: who may only propose leaves a proposal."""

from collections.abc import Iterator
from itertools import chain, islice
from uuid import uuid4

import streamlit as st

from components.activities import activity_fields, activity_list
from components.activities.activity_fields import FORM, Form
from components.activities.wording import dates
from components.elements import later, writing
from components.language.text import _, number
from components.look.markup import show_note
from components.reader import access, bar, cache, clock, people_names, scripts, sessions
from store.activities import activities
from store.activities.activity_draft import ActivityDraft
from store.models import Activity
from store.rights import rights
from store.rights.rights import Act, Where

WIDTH = 440  # pixels of a form
MOST = 50  # activities to choose from: a longer list is searched, not read


def show() -> None:
    """Draw the choice of an activity or a new one, its fields, and the one button."""
    st.header(_("Enter or change an activity"))
    left, right = st.columns([3, 2], gap="large")
    with left.container(width=WIDTH):
        _show_form()
    with right:
        _show_help()


def _show_help() -> None:
    show_note(
        _(
            "A regional meeting that took place is counted: it is suggested as a figure of A4 and"
            " D2, which a Regional Representative confirms under “My figures”."
        )
    )
    show_note(
        _(
            "Nothing is overwritten. A change is a new revision, and a page set back to an earlier"
            " day shows what was known then."
        )
    )


def _show_form() -> None:
    code, head = _choose()
    seen = _begin(code, head)
    _show_meanwhile(seen, head)
    asked = (access.actor(), bar.plan_on(clock.today()), clock.today())
    form = Form(
        known=seen.model_dump() if seen else {},
        which=str(seen.id) if seen else "new",
        objectives=cache.derived("own objectives", asked, _own_objectives),
        places=cache.derived("own places", asked, _own_places),
    )
    content = activity_fields.read(form)
    if not rights.may_somewhere(access.actor(), Act.KEEP):
        show_note(
            _("What you enter is a proposal: your task forces see it at once, nobody else does.")
        )
    label = _("Change the activity") if seen else _("Enter the activity")
    if st.button(label, type="primary", key=f"{FORM}_send"):
        content |= {"code": seen.code if seen else _new_code(), "known_on": clock.today()}
        writing.write(
            lambda session: activities.report(
                session, access.actor(), ActivityDraft(**content), seen.id if seen else None
            ),
            _("“{title}” was written.", title=content["title"]),
            form=FORM,
        )
    if seen:
        _offer_withdrawal(seen)


def _offer_withdrawal(seen: Activity) -> None:
    fold = later.unfold(_("Withdraw it"), "activity_withdraw_fold")
    if fold is None:
        return
    with fold:
        show_note(_("It leaves every page from today on; earlier days keep it."))
        names = {"reason": _("Why it is withdrawn")}
        reason = st.text_input(
            names["reason"], key=f"{FORM}_withdraw_{seen.id}", placeholder=scripts.needed()
        )
        if st.button(_("Withdraw the activity"), key=f"{FORM}_withdraw"):
            writing.write(
                lambda session: activities.withdraw(
                    session, access.actor(), seen, clock.today(), reason
                ),
                _("“{title}” was withdrawn.", title=seen.title),
                form=FORM,
                names=names,
            )


def _new_code() -> str:
    """One code for one filled form, so that a second click on the button writes nothing new."""
    return st.session_state.setdefault(writing.key(FORM, "code"), str(uuid4()))


def _choose() -> tuple[str, Activity | None]:
    """The code of the activity to change and what it says now; "" and None for a new one."""
    words = st.text_input(
        _("Find an activity of yours to change"),
        placeholder=_("a part of its title"),
        key=f"{FORM}_words",
    )
    matches = list(islice(_changeable(words.casefold()), MOST + 1))
    if len(matches) > MOST:
        show_note(_("The first {most}; type a part of the title to see others.", most=number(MOST)))
    rows = {row.code: row for row in matches[:MOST]}
    labels = {code: f"{row.title}, {dates(row)}" for code, row in rows.items()}
    options = {"": _("a new one")} | labels
    code = writing.choose(_("Activity"), options, writing.key(FORM, "which"))
    return code, rows.get(code)


def _begin(code: str, head: Activity | None) -> Activity | None:
    """The revision from which the typing began; another choice begins with its newest one."""
    state = writing.key(FORM, "begun")
    if st.session_state.get(state, (None, None))[0] != code:
        st.session_state[state] = code, head
    return st.session_state[state][1]


def _show_meanwhile(seen: Activity | None, head: Activity | None) -> None:
    """Say what somebody else made of the activity since the typing began."""
    if seen is None or head is None or head.id == seen.id:
        return
    who = people_names.display(head.reporter)
    message = _(
        "{who} has changed this activity in the meantime. What you typed is still here.", who=who
    )
    rows = [list(change) for change in activity_list.changes(seen, head)]
    writing.show_meanwhile(message, rows, writing.key(FORM, "begun"))


def _changeable(words: str) -> Iterator[Activity]:
    """What the reader may supersede of those with the words in their title."""
    actor, places = access.actor(), cache.places()
    with sessions.reading() as session:
        proposed = activities.proposals(session, actor)
    replaced = {row.code for row in proposed}
    matches = (
        row for row in cache.ask(activities.known, clock.until_today()) if row.code not in replaced
    )
    for row in chain(proposed, matches):
        is_found = words in row.title.casefold()
        if is_found and activities.may_change(actor, row, places[row.place_code]):
            yield row


def _own_objectives() -> dict[str, str]:
    """The task forces that the reader may enter something for, with their titles."""
    plan = cache.plan_standing(bar.plan_on(clock.today()), clock.until_today())
    regions = _regions()
    return {
        objective.code: f"{objective.code} · {objective.title}"
        for objective in plan.objectives
        if any(_may_enter(objective.code, region) for region in regions)
    }


def _own_places() -> list[str]:
    """Where the reader may enter something: the world, regions, countries."""
    order = ("world", "region", "country")
    codes = _own_objectives()
    regions = {region for region in _regions() if any(_may_enter(code, region) for code in codes)}
    countries = [
        place
        for place in cache.places().values()
        if place.kind in order and rights.region_of(place) in regions
    ]
    return [
        p.code
        for p in sorted(countries, key=lambda place: (order.index(place.kind), place.name_en))
    ]


def _regions() -> set[str | None]:
    return {rights.region_of(place) for place in cache.places().values()}


def _may_enter(objective: str, region: str | None) -> bool:
    return rights.may(access.actor(), Act.PROPOSE, Where(objective, region))
