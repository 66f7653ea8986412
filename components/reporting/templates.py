"""Templates of sheets: what the reader owes, or more, as a workbook or as text."""

import streamlit as st

from components.elements import later, table
from components.language.text import _, _c, _n, tell
from components.look.markup import show_lead, show_note
from components.reader import access, cache, clock, owing, sessions
from store import sheets
from store.figures import heads
from store.figures.periods import EARLIEST
from store.models import Measurement
from store.reporting import dues
from store.reporting.dues import Due
from store.rights.rights import Act
from store.sheets.columns import WITH_LAST
from store.templates import figures, wide


def show() -> None:
    """Let the reader choose the rows, and save them."""
    choices = _choices()
    chosen = st.segmented_control(
        _c("choice of rows", "Rows"),
        list(choices),
        default="open",
        required=True,
        key="import_rows",
        format_func=choices.__getitem__,
    )
    owed = _owed(chosen or "open")
    show_lead(
        _n(
            "The template has {count} row, a sheet for each kind of figure.",
            "The template has {count} rows, a sheet for each kind of figure.",
            len(owed),
        )
    )
    show_note(
        _(
            "Fill in the figure, or why there is none, and its source; the last figure and what"
            " counts stand beside it. A row without either is skipped, and so is one that repeats"
            " what was already reported."
        )
    )
    if owed:
        _offer(owed)
    _offer_wide()


def _offer(owed: list[Due]) -> None:
    with st.container(horizontal=True):
        table.offer_file(
            _("Template as XLSX"),
            lambda: figures.as_xlsx(owed, _before(owed), tell),
            "4p1000-figures.xlsx",
        )
        table.offer_file(
            _("Template as CSV"),
            lambda: sheets.as_csv(sheets.rows(owed, _before(owed)), WITH_LAST),
            "4p1000-figures.csv",
        )


def _offer_wide() -> None:
    """One indicator as a table of places and years, where more than one place owes it."""
    asked: dict[str, list[Due]] = {}
    for due in _owed("mine"):
        asked.setdefault(due.indicator.code, []).append(due)
    many = {code: owed for code, owed in asked.items() if len({due.place.code for due in owed}) > 1}
    if not many:
        return
    fold = later.unfold(
        _("One indicator for many places: a row for each place, a column a year"),
        "import_wide_fold",
    )
    if fold is None:
        return
    with fold:
        names = {
            code: f"{owed[0].indicator.objective_code or '–'} · {owed[0].indicator.name}"
            for code, owed in many.items()
        }
        chosen = st.selectbox(
            _("Indicator"), list(names), key="import_wide", format_func=names.__getitem__
        )
        last = max(due.year for due in many[chosen])
        first = st.selectbox(
            _("First year; the last one is {year}", year=last),
            range(EARLIEST.year, last + 1),
            min(due.year for due in many[chosen]) - EARLIEST.year,
            key=f"import_wide_from_{chosen}",
        )
        table.offer_file(
            _("Wide sheet as XLSX"),
            lambda: wide.as_xlsx(_of_years(many[chosen], range(first, last + 1)), tell),
            f"4p1000-{chosen}.xlsx",
        )


def _of_years(owed: list[Due], years: range) -> list[Due]:
    with sessions.reading() as session:
        return dues.of_years(session, owed, years, clock.today())


def _choices() -> dict[str, str]:
    choices = {
        "open": _("what I owe now"),
        "mine": _("with what stands there already"),
    }
    if access.may(Act.MANAGE_PEOPLE):
        choices["everybody"] = _("everybody’s, too")
    return choices


def _owed(chosen: str) -> list[Due]:
    if chosen == "everybody" and access.may(Act.MANAGE_PEOPLE):
        return cache.ask(dues.owed, clock.today())
    mine = owing.mine()
    return mine if chosen == "mine" else [due for due in mine if due.state in dues.OPEN]


def _before(owed: list[Due]) -> list[Measurement]:
    """What stands at the places of these figures, of any period."""
    with sessions.reading() as session:
        return heads.of_pairs(session, {(due.indicator.code, due.place.code) for due in owed})
