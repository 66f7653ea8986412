"""The form of documented facts beside an objective's targets: to record one, to withdraw one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import streamlit as st
from pydantic import ValidationError
from streamlit.delta_generator import DeltaGenerator

from components.elements import later, writing
from components.language.markdown import escape
from components.language.text import _, day, tell
from components.look.markup import show_note
from components.objective.findings import whose_doing
from components.reader import access, cache, clock, scripts
from components.reader.places import name
from store.findings import findings
from store.findings.finding_draft import FindingDraft
from store.ground.complaints import complaints
from store.models import PlaceKind
from store.rights import rights
from store.rights.rights import Act, Where

FORM = "finding"
PLACES = (PlaceKind.WORLD, PlaceKind.REGION, PlaceKind.COUNTRY)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one objective's form: what they hold, and below each room for what is wrong."""

    objective_code: str
    content: dict[str, Any] = field(default_factory=dict)
    rooms: dict[str, DeltaGenerator] = field(default_factory=dict)

    def text(self, name: str) -> None:
        """Draw a field for words."""
        self._keep(name, st.text_input(names()[name], key=self.key(name)))

    def day(self, name: str) -> None:
        """Draw a field for a day."""
        label = names()[name]
        self._keep(name, st.date_input(label, None, format="YYYY-MM-DD", key=self.key(name)))

    def choice(self, name: str, options: Mapping[Any, str]) -> None:
        """Draw a choice among what options say."""
        self._keep(name, writing.choose(names()[name], options, self.key(name)))

    def key(self, name: str) -> str:
        """The key of a field; another objective's form has other fields."""
        return writing.key(FORM, f"{name}_{self.objective_code}")

    def show_wrong(self, error: ValidationError) -> None:
        """Say at each field what is wrong with it."""
        for complaint in complaints(error, names()):
            self.rooms[complaint.field].error(escape(tell(complaint.message)))

    def _keep(self, name: str, typed: object) -> None:
        self.content[name] = typed
        self.rooms[name] = st.container()


def show(objective_code: str) -> None:
    """Draw the form and the way to withdraw, in folds, to who may record a fact here."""
    if not rights.may(access.actor(), Act.LEAD, Where(objective_code, None)):
        return
    fold = later.unfold(_("Record a documented fact"), "finding_fold")
    if fold is not None:
        with fold:
            _show_form(Fields(objective_code))
    _offer_withdrawal(objective_code)


def names() -> dict[str, str]:
    """What the form calls each field."""
    return {
        "statement": _("What the source says"),
        "caveat": _("What it does not show"),
        "starts_on": _("Day, or first day of a period"),
        "ends_on": _("Last day of the period; leave empty for one day"),
        "place_code": _("Place"),
        "whose": _("Whose doing it is"),
        "authority": _("Authority of the source"),
        "source_title": _("Source: document or register"),
        "source_link": _("Link to the source"),
    }


def _show_form(fields: Fields) -> None:
    show_note(
        _(
            "What a source says of the objective beside its figures. It judges nothing, and shows"
            " from today on."
        )
    )
    _read(fields)
    if not st.button(_("Record the fact"), key=f"{FORM}_send"):
        return
    content = fields.content
    content["ends_on"] = content["ends_on"] or content["starts_on"]
    # One code for one filled form, so that a second click on the button writes nothing new.
    content["code"] = st.session_state.setdefault(fields.key("code"), str(uuid4()))
    try:
        draft = FindingDraft(
            objective_code=fields.objective_code, known_on=clock.today(), **content
        )
    except ValidationError as error:
        fields.show_wrong(error)
        return
    writing.write(
        lambda session: findings.record(session, access.actor(), draft),
        _("The fact was recorded."),
        form=FORM,
    )


def _read(fields: Fields) -> None:
    fields.text("statement")
    fields.text("caveat")
    left, right = st.columns(2)
    with left:
        fields.day("starts_on")
        fields.choice("place_code", cache.derived("finding_places", (), _places))
        fields.text("source_title")
    with right:
        fields.day("ends_on")
        fields.choice("whose", whose_doing())
        fields.text("source_link")
    fields.choice("authority", _ranks())


def _places() -> dict[str, str]:
    """The world, the regions and the countries, each kind by name."""
    found = [place for place in cache.places().values() if place.kind in PLACES]
    found.sort(key=lambda place: (PLACES.index(place.kind), name(place.code)))
    return {place.code: name(place.code) for place in found}


def _ranks() -> dict[int, str]:
    return {
        1: _("1: the Initiative itself, or primary science"),
        2: _("2: official partners, co-organisers"),
        3: _("3: press and blogs"),
        4: _("4: claims without a method"),
    }


def _offer_withdrawal(objective_code: str) -> None:
    """A way to take a fact off the page, where there is one."""
    known = cache.ask(findings.known, clock.until_today())
    heads = {row.code: row for row in known if row.objective_code == objective_code}
    if not heads:
        return
    fold = later.unfold(_("Withdraw a documented fact"), "finding_withdraw_fold")
    if fold is None:
        return
    with fold:
        show_note(_("It leaves every page from today on; earlier days keep it."))
        options = {code: f"{day(row.ends_on)} · {row.statement}" for code, row in heads.items()}
        chosen = writing.choose(_("Fact"), options, f"{FORM}_withdrawn_{objective_code}")
        labels = {"reason": _("Why it is withdrawn")}
        reason = st.text_input(
            labels["reason"],
            key=writing.key(FORM, f"reason_{chosen}"),
            placeholder=scripts.needed(),
        )
        if st.button(_("Withdraw the fact"), key=f"{FORM}_withdraw"):
            seen = heads[chosen]
            writing.write(
                lambda session: findings.withdraw(
                    session, access.actor(), seen, clock.today(), reason
                ),
                _("The fact was withdrawn."),
                form=FORM,
                names=labels,
            )
