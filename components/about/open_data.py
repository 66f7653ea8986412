"""Everything on screen as tables to take along, each row with its source."""

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from components.about import data_sets
from components.activities import activity_list, calls
from components.api.parameters import Query
from components.elements import paging, table
from components.elements.table import Row
from components.figures import provenance
from components.gaps import gap_rows
from components.gaps.gaps import as_table
from components.language.text import _, _c, _n
from components.look.markup import show_note
from components.partners import listing
from components.reader import access, address, cache, people_names, sessions
from components.reader.view import View
from components.twins import twins
from components.wording.figures import span
from components.wording.short import number_basis
from store.activities import calls as kept_calls
from store.exchange import package
from store.figures.approved import Reading
from store.models.places import WORLD
from store.partners.register import register
from store.rights.rights import Act
from store.standing import IndicatorStanding, PlanStanding

RENAMED = {"twin-regions": "twin_regions", "register": "partners"}  # in links from before


def show(plan: PlanStanding, view: View) -> None:
    """Let the reader pick a table, see it, and save it."""
    if (former := st.query_params.get("table", "")) in RENAMED:
        st.query_params["table"] = RENAMED[former]
    chosen = address.choose("table", _("Table"), data_sets.titles(), default="measurements")
    if chosen == "measurements":
        _show_measurements(plan, view)
        return
    if chosen in LISTS:
        LISTS[chosen](view)
        return
    judged = plan_tables()
    frame = judged[chosen][1](plan, view) if chosen in judged else data_sets.frame(chosen, view)
    _note(len(frame))
    table.offer_csv(chosen, lambda: frame, f"4p1000-{chosen}-plan{view.plan}-{view.as_of}")
    table.show(chosen, frame, height=560)


def plan_tables() -> dict[str, tuple[str, Callable[[PlanStanding, View], pd.DataFrame]]]:
    """The tables of the plan and its figures: what each holds, and what builds it."""
    titles = data_sets.titles()
    builders = {
        "measurements": measurements,
        "targets": targets,
        "status": status,
        "indicators": indicators,
    }
    return {name: (titles[name], build) for name, build in builders.items()}


def show_package(view: View) -> None:
    """Offer all tables in one file, and say how programs read them."""
    table.offer_link(_("Save everything as a data package"), _address("package.zip", view))
    show_note(
        _(
            "A Frictionless Data Package: every table as CSV with its schema, licence, sources and"
            " checksums, and the measurements as SDMX. The same day gives the same file again."
        )
    )
    st.subheader(_("For programs"))
    st.markdown(
        _(
            "The same tables as JSON and CSV: [`/api/v1/`](api/v1/), described in"
            " [`/api/v1/openapi.json`](api/v1/openapi.json). What changed, as an Atom feed:"
            " [`/api/v1/feed.atom`](api/v1/feed.atom). On the command line:"
            " `python -m store export FOLDER`."
        )
    )


def archive(view: View) -> bytes:
    """The data package of the view, as ZIP."""
    target = io.BytesIO()
    with sessions.reading() as session:
        package.archive(session, view.plan, view.as_of, target)
    return target.getvalue()


def _show_measurements(plan: PlanStanding, view: View) -> None:
    """Draw a page of the figures; only what is on it is put into words."""
    listed = [(one, provenance.of(one, view)) for one in plan.indicators]
    _note(sum(len(readings) for _standing, readings in listed))
    cuts = [said for _standing, readings in listed if (said := provenance.cut(readings))]
    if cuts:
        show_note(cuts[0])
    rows = [(standing, reading) for standing, readings in listed for reading in readings]
    if rows:
        key = "measurements"
        page = paging.choose(rows, of=f"{key} {view.place} {view.as_of}")
        table.show(key, _in_words(page, view), height=560)
        _offer_measurements(plan, view, is_cut=bool(cuts))


def _offer_measurements(plan: PlanStanding, view: View, *, is_cut: bool) -> None:
    """All of them to save: in the reader's words, or as the API writes what no page can list.

    Who may read the names of reporters saves them whatever the size: the API tells them nobody.
    """
    if access.may(Act.SEE) or not is_cut:
        name = f"4p1000-measurements-plan{view.plan}-{view.as_of}"
        table.offer_pieces("measurements", lambda: by_indicator(plan, view), name)
        return
    region = None if view.is_world else view.place.removeprefix("R-")
    address = _address("measurements.csv", view, region=region)
    table.offer_link(_("Save as CSV"), address)


def _address(name: str, view: View, region: str | None = None) -> str:
    """Where the API answers with the same: it writes row by row, and holds nothing."""
    asked = Query(as_of=view.as_of, plan=view.plan, region=region)
    return f"api/v1/{name}?{asked.encoded(offset=None)}"


def _show_activities(view: View) -> None:
    _show_list("activities", activity_list.chosen(view), activity_list.frame, view)


def _show_calls(view: View) -> None:
    _show_list("calls", cache.ask(kept_calls.known, view.until), calls.frame, view)


def _show_twins(view: View) -> None:
    _show_list("twin_regions", twins.of(view), twins.frame, view)


def _show_partners(view: View) -> None:
    entries = cache.ask(register, view.as_of)
    listed_here = [entry for entry in entries if view.place in (WORLD, entry.region_code)]
    _show_list("partners", listed_here, listing.frame, view)


LISTS = {
    "activities": _show_activities,
    "calls": _show_calls,
    "twin_regions": _show_twins,
    "partners": _show_partners,
}


def _show_list(
    key: str, rows: Sequence[Row], build: Callable[[Sequence[Row]], pd.DataFrame], view: View
) -> None:
    _note(len(rows))
    if rows:
        name = f"4p1000-{key}-{view.as_of}"
        table.show_pages(f"all_{key}", rows, build, name, of=f"{key} {view.place} {view.as_of}")


def _note(count: int) -> None:
    size = _n("{count} row", "{count} rows", count)
    show_note(_("{rows}, as known on the day chosen above.", rows=size))


def measurements(plan: PlanStanding, view: View) -> pd.DataFrame:
    """Every approved figure of the view, newest first within its indicator."""
    frames = [*by_indicator(plan, view)]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()


def by_indicator(plan: PlanStanding, view: View) -> Iterator[pd.DataFrame]:
    """The same, of one indicator after the other."""
    for standing in plan.indicators:
        if readings := provenance.every(standing, view):
            yield _in_words([(standing, reading) for reading in readings], view)


def _in_words(rows: Sequence[tuple[IndicatorStanding, Reading]], view: View) -> pd.DataFrame:
    frames = [
        provenance.rows(standing, [reading for _same, reading in group], view).assign(
            **{
                _("Objective"): standing.indicator.objective_code or "–",
                _("Indicator"): standing.indicator.name,
                _("Code"): standing.indicator.code,
            }
        )
        for standing, group in groupby(rows, key=lambda row: row[0])
    ]
    if not frames:
        return pd.DataFrame()
    joined = pd.concat(frames, ignore_index=True)
    first = [_("Objective"), _("Indicator"), _("Code")]
    return joined[[*first, *(column for column in joined if column not in first)]]


def targets(plan: PlanStanding, _view: View) -> pd.DataFrame:
    """Every baseline and target with its flags and source."""
    return pd.DataFrame(
        [
            {
                _("Objective"): standing.indicator.objective_code,
                _("Indicator"): standing.indicator.name,
                _("Kind"): row.role,
                _("Basis"): number_basis(row),
                _("Year"): row.year,
                _c("end of a range", "Low"): row.low,
                _c("end of a range", "High"): row.high,
                _("In words"): span(standing.indicator, row),
                _("Flags"): ", ".join(row.flags),
                _("Note"): row.note,
                _("Source"): row.source_title,
                _("Link"): row.source_link,
                _("Known on"): row.known_on,
                _("Coded by"): people_names.display(row.reporter),
            }
            for standing in plan.indicators
            for row in standing.printed
        ]
    )


def status(plan: PlanStanding, _view: View) -> pd.DataFrame:
    """What the target-gap page shows."""
    return as_table(gap_rows.rows(plan))


def indicators(_plan: PlanStanding, view: View) -> pd.DataFrame:
    """What is counted, in which unit, by whom."""
    return data_sets.frame("indicators", view)
