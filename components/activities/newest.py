"""The newest activities of a task force as a few lines; all of them stand on its own page."""

from html import escape

from components.activities import activity_list
from components.activities.wording import dates, state_name, what
from components.language.text import _, _c, _n
from components.look.markup import Html, empty, grid, note, source
from components.reader import cache, clock, links
from components.reader.places import name
from components.reader.view import View
from store.models import Activity

MOST = 6  # lines; a timeline, a map and a table of all are a page further


def build(view: View, objective: str) -> Html:
    """When, what, where and how far, and the way to all, as HTML."""
    known = activity_list.chosen(view, objective)
    if not known:
        return empty(activity_list.nothing(view))
    key = (view, objective, clock.today())
    lines = cache.derived("newest activities", key, lambda: _lines(known, objective))
    return Html(f'<div class="latest"><section>{lines}</section></div>')


def _lines(known: list[Activity], objective: str) -> str:
    """The newest first."""
    newest = sorted(known, key=lambda row: (row.starts_on, row.code), reverse=True)[:MOST]
    columns = [_c("days of an activity", "When"), _("Activity"), _c("heading", "State")]
    more = _n(
        "{count} activity on a timeline and a map",
        "All {count} activities on a timeline and a map",
        len(known),
    )
    way = links.link(more, "task-forces", objective=objective)
    return grid(columns, [_row(row) for row in newest], whole=True) + note(Html(way))


def _row(row: Activity) -> list[str]:
    where = ", ".join(part for part in (row.place_name, name(row.place_code)) if part)
    beside = escape(" · ".join((what(row), where, *row.partners)))
    title = source(row.title, row.link)
    told = title if isinstance(title, Html) else escape(title)
    return [dates(row), Html(f"{told}<br><small>{beside}</small>"), state_name(row.state)]
