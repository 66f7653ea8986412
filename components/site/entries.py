"""What the search of the site finds: the same entries as on screen, as far as the site has them."""

import json

from components.language.text import _, day
from components.meetings import reviewed, wording
from components.reader.view import View
from components.search.entries import Entry, Group, Ways, of_plan, of_pledges
from components.site import layout
from store.standing import PlanStanding

WAYS = Ways(
    goal=layout.goal,
    objective=layout.objective,
    indicator=lambda objective, code: f"{layout.objective(objective)}#{code}",
    rule=lambda anchor: f"{layout.METHOD}#{anchor}",
)


def groups(plan: PlanStanding, view: View) -> list[Group]:
    """All entries by what they are; kinds of which there are none are left out."""
    found = [
        *of_plan(plan, WAYS),
        (_("In the pledges"), of_pledges(view.until, layout.SOIL)),
        (_("Decisions"), _decisions(view)),
        (_("Pages"), _pages()),
    ]
    return [(kind, entries) for kind, entries in found if entries]


def _decisions(view: View) -> list[Entry]:
    """What published meetings decided about a goal or an objective, where its page tells of it."""
    states = wording.state_names()
    return [
        Entry(
            row.text,
            layout.objective(row.subject) if len(row.subject) > 1 else layout.goal(row.subject),
            " · ".join(
                part
                for part in (
                    row.subject,
                    wording.owner_name(row),
                    day(row.due_on) if row.due_on else "",
                    states[row.state],
                )
                if part
            ),
        )
        for row in reviewed.decided(view.until)
        if row.subject
    ]


def _pages() -> list[Entry]:
    return [
        Entry(_("Overview"), layout.HOME),
        Entry(_("Soil carbon"), layout.SOIL),
        Entry(_("Method"), layout.METHOD),
        Entry(_("Data"), layout.DATA),
    ]


def index(plan: PlanStanding, view: View) -> bytes:
    """The same entries as JSON."""
    rows = [
        {
            "kind": kind,
            "title": entry.title,
            "address": entry.address,
            "status": entry.status,
            "words": entry.words,
        }
        for kind, entries in groups(plan, view)
        for entry in entries
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()
