"""Titles and aims of the plan: what each says, what it said before, and how to reword it."""

import streamlit as st

from components.elements import writing
from components.language.text import _, _c
from components.look.markup import on, show_note, stacked
from components.reader import access, address, bar, cache, clock, people_names, sessions
from components.wording.short import text_kind
from store.models import WordingPart
from store.plan import wordings
from store.plan.wording_draft import WordingDraft
from store.standing import PlanStanding

FORM = "wording"


def show() -> None:
    """Draw one text with its history, and the form that rewords it."""
    view = bar.current()
    plan = cache.plan_standing(view.plan, clock.until_today())
    texts = _texts(plan)
    left, right = st.columns(2)
    with left:
        subjects = {subject: f"{subject} · {title}" for subject, (title, _aim) in texts.items()}
        subject = address.choose(
            "subject", _("Goal or objective"), subjects, default="A", always_written=True
        )
    with right:
        parts = {part.value: text_kind(part) for part in WordingPart}
        part = WordingPart(
            address.choose(
                "part", _("Text"), parts, default=WordingPart.TITLE.value, always_written=True
            )
        )
    now = texts[subject][part == WordingPart.AIM]
    _show_history(view.plan, subject, part, now)
    st.header(_("New wording"))
    text = st.text_area(
        _("New text"), now, key=writing.key(FORM, f"text_{view.plan}_{subject}_{part}")
    )
    names = {"source_title": _("Source: decision or document"), "reason": _("Why it is changed")}
    said = {
        name: st.text_input(label, key=writing.key(FORM, name)) for name, label in names.items()
    }
    show_note(_("A text changes no status; earlier days keep the text of then."))
    if st.button(_("Change the text"), type="primary", disabled=text.strip() == now):
        typed = {
            "plan_code": view.plan,
            "subject": subject,
            "part": part,
            "text": text,
            **said,
            "known_on": clock.today(),
        }
        writing.write(
            lambda session: wordings.reword(
                session, access.actor(), WordingDraft.model_validate(typed)
            ),
            _("The text was changed."),
            form=FORM,
            names=names,
        )


def _texts(plan: PlanStanding) -> dict[str, tuple[str, str]]:
    """Title and aim of each goal, followed by its objectives."""
    texts = {}
    for goal in plan.goals:
        texts[goal.code] = (goal.name, goal.aim)
        texts |= {objective.code: (objective.title, objective.aim) for objective in goal.objectives}
    return texts


def _show_history(plan: str, subject: str, part: WordingPart, now: str) -> None:
    with sessions.reading() as session:
        rows = wordings.history(session, plan, subject, part)
    if not rows:
        show_note(_("It says what was published: {text}", text=now))
        return
    st.html(
        stacked(
            [_("Known on"), _("Text"), _("Source"), _("Why"), _c("who did it", "By")],
            [
                [
                    on(row.known_on),
                    row.text,
                    row.source_title,
                    row.reason,
                    people_names.display(row.reporter),
                ]
                for row in reversed(rows)
            ],
        )
    )
