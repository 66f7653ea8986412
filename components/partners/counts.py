"""How many partners and members there were at the end of each year: by college, region, country."""

from collections.abc import Callable

import pandas as pd

from components.elements import captions, chart, later, table
from components.language.text import _, _c, day
from components.look import theme
from components.look.markup import show_note
from components.partners import counts_chart, organisations
from components.reader import address, cache
from components.reader.places import name
from components.reader.view import View
from store.ground.clock import LAUNCH
from store.models import College
from store.models.places import WORLD
from store.partners import register
from store.partners.register import Count, Entry

MOST = 10  # groups in the chart; the table has all
Counts = dict[str, list[Count]]


def show(entries: list[Entry], view: View) -> None:
    """Draw the counts of the view, chosen by a control that the address keeps."""
    by = address.choose("by", _("Count by"), _ways(), default="college", width=260)
    key = (by, view.as_of, view.place)
    counted = cache.derived("register_counts", key, lambda: count(entries, by, view))
    if not counted:
        show_note(_("There is nothing to count: all of them joined or left on other days."))
        return
    drawn = dict(list(counted.items())[:MOST])
    sentence = describe(counted, view)
    show_note(f"{sentence} {_note(counted)}")
    chart.show(
        "register",
        cache.derived("register_chart", key, lambda: counts_chart.frame(drawn)),
        counts_chart.build(theme.current(), len(drawn), invented=cache.is_invented()),
        captions.Caption(
            title=sentence,
            meaning=_note(counted),
            source=captions.cited(entry.source_title for entry in entries),
        ),
        alt=sentence,
    )
    fold = later.unfold(_("The same counts as a table"), "register_counts")
    if fold is None:
        return
    with fold:
        table.show(
            "register_counts", cache.derived("register_table", key, lambda: wide(by, counted))
        )
        table.offer_csv(
            "register_counts",
            lambda: long(by, counted),
            f"4p1000-register-by-{by}-{view.as_of}",
        )


def _ways() -> dict[str, str]:
    return {"college": _("College"), "region": _("Region"), "country": _("Country")}


def count(entries: list[Entry], by: str, view: View) -> Counts:
    """The counts at the end of each year and on the day, by the names of the groups."""
    groups: dict[str, Callable[[Entry], str | None]] = {
        "college": lambda entry: entry.college,
        "region": lambda entry: entry.region_code,
        "country": lambda entry: entry.country_code,
    }
    shown = [entry for entry in entries if view.place in (WORLD, entry.region_code)]
    counted = register.count_by(shown, register.year_ends(LAUNCH, view.as_of), groups[by])
    return {_group_name(by, key): counts for key, counts in counted.items()}


def _group_name(by: str, key: str | None) -> str:
    if by == "college":
        return organisations.college_name(College(key) if key else None)
    return _("country not entered") if key is None else name(key)


def describe(counted: Counts, view: View) -> str:
    """How many there are on the day, in a sentence."""
    last = [counts[-1] for counts in counted.values()]
    total = Count(
        last[0].day, sum(count.partners for count in last), sum(count.members for count in last)
    )
    return _(
        "{place}, {day}: {counted} by name.",
        place=name(view.place),
        day=day(total.day),
        counted=counts_chart.sentence(total),
    )


def _note(counted: Counts) -> str:
    note = _(
        "Bars stand for the end of each year, their foot for members; one scale for all. Without"
        " a day of joining, an organisation counts from the day on which it is known."
    )
    if len(counted) <= MOST:
        return note
    drawn = _(
        "The {most} with most partners are drawn, all {all} are in the table.",
        most=MOST,
        all=len(counted),
    )
    return f"{note} {drawn}"


def wide(by: str, counted: Counts) -> pd.DataFrame:
    """A row a group: its partners at the end of each year, and its members on the day."""
    return pd.DataFrame(
        [
            {
                _ways()[by]: group,
                **{str(count.day.year): count.partners for count in counts},
                _("Members"): counts[-1].members,
            }
            for group, counts in counted.items()
        ]
    )


def long(by: str, counted: Counts) -> pd.DataFrame:
    """A row a group and day, to compute with."""
    return pd.DataFrame(
        [
            {
                _ways()[by]: group,
                _c("day of a count", "On"): count.day,
                _("Partners"): count.partners,
                _("Members"): count.members,
            }
            for group, counts in counted.items()
            for count in counts
        ]
    )
