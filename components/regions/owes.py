"""What a region owes, in a box with the ways into forms and sheets; and all of it as a table."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape

from components.figures import ways
from components.language.text import _, _c, _n, day, number
from components.look.markup import grid
from components.reader import links
from components.reader.places import name
from store.models import PlaceKind
from store.reporting import country_grid
from store.reporting.dues import Due

NAMED = 6  # objectives that one line names

Groups = dict[tuple[str, int], list[Due]]  # by indicator and year


def grouped(late: Iterable[Due]) -> Groups:
    """What is owed, by indicator and year."""
    groups: Groups = defaultdict(list)
    for due in late:
        groups[due.indicator.code, due.year].append(due)
    return dict(groups)


def build(place: str, late: Sequence[Due]) -> str:
    """The box as HTML: what countries and what the region itself owe of the newest year."""
    if not late:
        head = _("{place} owes nothing that is overdue", place=name(place))
        return f'<aside class="needs"><h2>{escape(head)}</h2></aside>'
    newest = max(due.year for due in late)
    since = max(due.due_on for due in late if due.year == newest)
    head = _("What {place} owes, due {day}", place=name(place), day=day(since))
    last = [due for due in late if due.year == newest]
    counted = [due for due in last if due.place.kind == PlaceKind.COUNTRY]
    own = [due for due in last if due.place.kind != PlaceKind.COUNTRY]
    rows = _countries(place, counted) + _own(newest, own) + _older(len(late) - len(last), newest)
    return f'<aside class="needs"><h2>{escape(head)}</h2><ul>{rows}</ul></aside>'


def _countries(place: str, owed: Sequence[Due]) -> str:
    """Indicators that countries answer; the sheet holds them all, one grid one of them."""
    if not owed:
        return ""
    groups = grouped(owed)
    counts = [len(group) for group in groups.values()]
    what = _n(
        "indicator waits for up to {most} countries",
        "indicators wait for up to {most} countries each",
        len(groups),
        most=number(max(counts)),
    )
    beside = _n(
        "{count} figure; one sheet holds it",
        "{count} figures; one sheet holds them all",
        len(owed),
    )
    acts = ""
    if ways.may_report(owed[0].indicator, owed[0].place.code):
        acts = _act(_("Open the sheet"), "import")
        if country_grid.is_asked(owed[0].indicator):
            acts += _act(
                _("Answer at once"),
                "countries",
                indicator=owed[0].indicator.code,
                place=place,
                year=str(owed[0].year),
            )
    return _line(len(groups), what, beside, acts)


def _own(year: int, owed: Sequence[Due]) -> str:
    if not owed:
        return ""
    codes = list(dict.fromkeys(due.indicator.objective_code or "–" for due in owed))
    named = ", ".join(codes[:NAMED]) + (" …" if len(codes) > NAMED else "")
    what = _n("regional figure for {year}", "regional figures for {year}", len(owed), year=year)
    first = next((d for d in owed if ways.may_report(d.indicator, d.place.code)), None)
    act = ""
    if first is not None:
        act = _act(
            _c("button", "Enter"),
            "report",
            indicator=first.indicator.code,
            place=first.place.code,
            year=str(first.year),
        )
    return _line(len(owed), what, named, act)


def _older(count: int, year: int) -> str:
    if not count:
        return ""
    what = _n("figure of an earlier year", "figures of earlier years", count)
    return _line(count, what, _("before {year}; all of them below", year=year), "")


def _line(count: int, what: str, beside: str, act: str) -> str:
    return (
        f"<li><b>{escape(number(count))}</b><span>{escape(what)}<small>{escape(beside)}</small>"
        f"</span><span>{act}</span></li>"
    )


def _act(label: str, page: str, **parameters: str) -> str:
    return f'<a class="act" href="{escape(links.address(page, **parameters))}">{escape(label)}</a>'


def table(late: Iterable[Due]) -> str:
    """All that is overdue as HTML, a row an indicator and year."""
    rows = [
        [
            f"{group[0].indicator.objective_code or '–'} {group[0].indicator.name}",
            str(year),
            name(group[0].place.code)
            if len(group) == 1
            else _n("{count} country", "{count} countries", len(group)),
            group[0].due_on.isoformat(),
        ]
        for (_code, year), group in grouped(late).items()
    ]
    return grid([_("Indicator"), _("Year"), _("Whose"), _("Was due by")], rows, stacked=True)
