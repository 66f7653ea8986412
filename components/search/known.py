"""What a reader may find besides the plan: places, activities, people, meetings, pages."""

from collections.abc import Iterator

from components.activities.wording import kind_name
from components.language.text import _, _c, day, listed
from components.meetings import reviewed, wording
from components.pledges import words
from components.reader import access, cache, links, people_names
from components.reader.places import name, names
from components.reader.view import View
from components.search.entries import Entry, Group, Ways, of_plan, of_pledges
from components.shell import navigation
from store.activities import activities
from store.models import Place, PlaceKind
from store.rights.rights import Act, Grant

WAYS = Ways(
    goal=lambda code: links.address("goal", goal=code),
    objective=lambda code: links.address("objective", objective=code),
    indicator=lambda objective, _code: links.address("objective", objective=objective),
    rule=lambda anchor: f"{links.address('method')}#{anchor}",
)


def groups(view: View) -> list[Group]:
    """Everything that the reader may find, by kind."""
    return [
        *of_plan(cache.plan_standing(view.plan, view.until), WAYS),
        (_("In the pledges"), of_pledges(view.until, WAYS.objective(words.OBJECTIVE))),
        (_("Places"), list(_places())),
        (_("Activities"), list(_activities(view))),
        (_("People"), list(_people())),
        (_("Meetings"), list(_meetings(view))),
        (_("Decisions"), list(_decisions(view))),
        (_("Pages"), list(_pages())),
    ]


def _places() -> Iterator[Entry]:
    for place in cache.places().values():
        if region := _region(place):
            address = links.address("region", region=region.removeprefix("R-"))
            is_country = place.kind == PlaceKind.COUNTRY
            yield Entry(name(place.code), address, name(region) if is_country else "")


def _region(place: Place) -> str:
    """The region that a place is or lies in; "" for the world and organisations."""
    if place.kind == PlaceKind.COUNTRY:
        return place.region_code or ""
    return place.code if place.kind == PlaceKind.REGION else ""


def _activities(view: View) -> Iterator[Entry]:
    named = names()
    for row in cache.ask(activities.known, view.until):
        about = row.objectives[0] if row.objectives else ""
        parts = (
            kind_name(row.kind),
            listed(row.objectives),
            row.place_name,
            named.get(row.place_code, ""),
            day(row.starts_on),
            ", ".join(row.partners),
        )
        address = links.address("task-forces", **({"objective": about} if about else {}))
        yield Entry(row.title, address, " · ".join(part for part in parts if part))


def _people() -> Iterator[Entry]:
    """Who has a role today and may be named to the reader."""
    for person, actor in cache.actors():
        if not actor.grants or not people_names.may_name(person):
            continue
        seats = [grant.objective for grant in actor.grants if grant.objective]
        if access.may(Act.MANAGE_PEOPLE):
            address = links.address("people")
        else:
            address = links.address("task-forces", **({"objective": seats[0]} if seats else {}))
        yield Entry(person.name, address, listed(sorted(map(_office, actor.grants))))


def _office(grant: Grant) -> str:
    parts = [people_names.role_name(grant.role), grant.objective or ""]
    if grant.region:
        parts.append(name(grant.region))
    return " ".join(part for part in parts if part)


def _meetings(view: View) -> Iterator[Entry]:
    for meeting in reviewed.known(view):
        address = links.address("meeting", meeting=meeting.code)
        yield Entry(meeting.title, address, wording.subtitle(meeting))


def _decisions(view: View) -> Iterator[Entry]:
    titles = {meeting.code: meeting.title for meeting in reviewed.known(view)}
    states = wording.state_names()
    for row in reviewed.decided(view.until):
        parts = [
            row.subject,
            titles.get(row.meeting_code, ""),
            wording.owner_name(row),
            day(row.due_on) if row.due_on else "",
            states[row.state],
        ]
        address = links.address("meeting", meeting=row.meeting_code)
        yield Entry(row.text, address, " · ".join(part for part in parts if part))


def _pages() -> Iterator[Entry]:
    for section, pages in navigation.pages(access.actor()).items():
        for page in pages:
            if page.visibility == "visible":
                here = links.address(page.url_path or "/")
                yield Entry(page.title, here, section or _c("kind of entry", "page"))
