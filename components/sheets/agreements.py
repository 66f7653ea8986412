"""Agreements with partners, several at once by spreadsheet."""

from collections.abc import Sequence

import pandas as pd

from components.elements import later
from components.language.text import _, _n
from components.reader import access, cache, clock
from components.sheets import by_sheet
from store.partners import agreements as kept
from store.sheets import agreements as sheet


def show() -> None:
    """Draw the way out and the way in, in a fold."""
    fold = later.unfold(_("Several agreements at once, by spreadsheet"), "agreements_fold")
    if fold is None:
        return
    with fold:
        by_sheet.show(_kind())


def _kind() -> by_sheet.Kind:
    actor, today = access.actor(), clock.today()
    return by_sheet.Kind(
        key="agreements",
        file="4p1000-agreements",
        columns=sheet.COLUMNS,
        rows=lambda: sheet.rows(cache.ask(kept.known, clock.until_today())),
        check=lambda session, given: sheet.check(session, actor, given, today),
        write=lambda session, ready: sheet.write(session, actor, ready),
        frame=_frame,
        explain=_(
            "The template holds the agreements on record. A row is about the agreement of its"
            " code: leave that cell empty for a new one. “network” is yes or no, days look like"
            " 2023-01-31, and a row that changes what is on record says why."
        ),
        label=lambda count: _n("Report {count} agreement", "Report {count} agreements", count),
        done=lambda count: _n(
            "{count} agreement was reported.", "{count} agreements were reported.", count
        ),
    )


def _frame(ready: Sequence[sheet.Ready]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Row"): one.row,
                _("Title"): one.draft.title,
                _("With whom"): one.draft.partners,
                _("Signed"): one.draft.signed_on,
                _("Ends"): one.draft.ends_on,
                _("Source"): one.draft.source_title,
            }
            for one in ready
        ]
    )
