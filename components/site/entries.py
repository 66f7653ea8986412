"""What the search of the site finds: the same entries as on screen, as far as the site has them."""

import json

from components.language.text import _, day
from components.meetings import reviewed
from components.meetings import wording as meeting_wording
from components.reader.places import names
from components.reader.view import View
from components.search.entries import Entry, Group, Ways, of_plan, of_pledges
from components.site import layout
from components.site.places import twins as page
from components.twins import pair_list, twins, wording
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
        (_("Twin regions"), _pairs(view)),
        (_("Decisions"), _decisions(view)),
        (_("Pages"), _pages()),
    ]
    return [(kind, entries) for kind, entries in found if entries]


def _pairs(view: View) -> list[Entry]:
    """The pairs of twin regions, those with figures at their place on the page."""
    pairs, named = pair_list.ordered(twins.of(view)), names()
    return [
        Entry(
            wording.label(pair, named),
            f"{layout.TWINS}#{pair.row.code}" if at < page.MOST_COMPARED else layout.TWINS,
            wording.since(pair),
        )
        for at, pair in enumerate(pairs[: page.MOST])
    ]


def _decisions(view: View) -> list[Entry]:
    """What published meetings decided about a goal or an objective, where its page tells of it."""
    states = meeting_wording.state_names()
    return [
        Entry(
            row.text,
            layout.objective(row.subject) if len(row.subject) > 1 else layout.goal(row.subject),
            " · ".join(
                part
                for part in (
                    row.subject,
                    meeting_wording.owner_name(row),
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
        Entry(_("Regions"), layout.REGIONS),
        Entry(_("Twins"), layout.TWINS),
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
