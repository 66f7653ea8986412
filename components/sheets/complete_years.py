"""Years declared complete, several at once by spreadsheet."""

from collections.abc import Sequence

import pandas as pd

from components.elements import later
from components.language.text import _, _c, _n
from components.reader import access, cache, clock
from components.reader.places import name
from components.reporting import complete_years
from components.sheets import by_sheet
from store.figures import complete_years as kept
from store.sheets import complete_years as sheet
from store.sheets.writing import Row


def show() -> None:
    """Draw the way out and the way in, in a fold, to who may declare a year complete."""
    if not complete_years.declarable():
        return
    fold = later.unfold(_("Several complete years at once, by spreadsheet"), "complete_years_fold")
    if fold is None:
        return
    with fold:
        by_sheet.show(_kind())


def _kind() -> by_sheet.Kind:
    actor, today = access.actor(), clock.today()
    return by_sheet.Kind(
        key="complete_years",
        file="4p1000-complete-years",
        columns=sheet.COLUMNS,
        rows=_rows,
        check=lambda session, given: sheet.check(session, actor, given, today),
        write=lambda session, ready: sheet.write(session, actor, ready),
        frame=_frame,
        explain=_(
            "The template holds what is declared, and last year to fill in. A row is about the year"
            " of its indicator and place; “complete” is yes or no, and a row in which nothing is"
            " filled declares nothing. A row that changes what is on record says why."
        ),
        label=lambda count: _n("Declare {count} year", "Declare {count} years", count),
        done=lambda count: _n(
            "{count} year was sent and waits for the Secretariat.",
            "{count} years were sent and wait for the Secretariat.",
            count,
        ),
    )


def _rows() -> list[Row]:
    last = clock.today().year - 1
    asked = complete_years.declarable()
    slots = [(code, place, last) for code, (_one, places) in asked.items() for place in places]
    return sheet.rows(cache.ask(kept.on_record, access.actor()), slots)


def _frame(ready: Sequence[sheet.Ready]) -> pd.DataFrame:
    names = {one.code: one.name for one in cache.indicators()}
    return pd.DataFrame(
        [
            {
                _("Row"): row,
                _("Indicator"): names[draft.indicator_code],
                _("Place"): name(draft.place_code),
                _("Year"): str(draft.year),
                _("Complete"): _c("year declared complete", "yes")
                if draft.is_complete
                else _c("year declared complete", "no"),
                _("Source"): draft.source_title,
            }
            for row, draft in ready
        ]
    )
