"""Samplings by spreadsheet: the template, what a file would do, and all of it or nothing."""

from collections.abc import Sequence

import pandas as pd

from components.elements import later
from components.language.text import _, _n
from components.reader import access, cache, clock
from components.samplings import wording
from components.sheets import by_sheet
from store.models import SoilSampling
from store.samplings import samplings as samplings_of_sites
from store.samplings.sampling_draft import SoilSamplingDraft
from store.sheets import samplings


def show() -> None:
    """Draw the way out and the way in, in a fold."""
    fold = later.unfold(_("Several at once, by spreadsheet"), "samplings_fold")
    if fold is None:
        return
    with fold:
        by_sheet.show(_kind())


def _kind() -> by_sheet.Kind:
    actor, today = access.actor(), clock.today()
    return by_sheet.Kind(
        key="samplings",
        file="4p1000-soil-samplings",
        columns=samplings.COLUMNS,
        rows=lambda: samplings.rows(cache.ask(samplings_of_sites.on_record, actor)),
        check=lambda session, given: samplings.check(session, actor, given, today),
        write=lambda session, ready: samplings.write(session, actor, ready),
        frame=_frame,
        explain=_(
            "The template holds the samplings on which you may report. A row is about the"
            " sampling of its country, site, treatment, layer and year: copy the last one of a"
            " site and change what changed. A row that changes what is on record says why."
        ),
        label=lambda count: _n("Send {count} sampling", "Send {count} samplings", count),
        done=lambda count: _n(
            "{count} sampling was sent and waits for a review.",
            "{count} samplings were sent and wait for a review.",
            count,
        ),
    )


def _frame(ready: Sequence[tuple[int, SoilSamplingDraft]]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Row"): row,
                _("Site and treatment"): wording.series_name(SoilSampling.model_validate(draft)),
                _("Year"): draft.year,
                _("t C/ha"): draft.stock,
                _("Standard error"): draft.standard_error,
            }
            for row, draft in ready
        ]
    )
