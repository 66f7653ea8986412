"""When an open page is drawn anew because others have written.

If every page did so at once, each approval would run all pages that are open in the world in the
same two seconds. So a page follows what moves verdicts only, waits its own random while, and leaves
a pause after it was drawn; what its reader wrote in another window it shows at once, and so do a
page of what waits and a form that a figure of somebody else concerns.
"""

import datetime as dt
import random
from dataclasses import dataclass

from sqlmodel import Session

from store.ledger import audit, news

PAUSE = dt.timedelta(seconds=15)  # between two times that a page is drawn by itself
SPREAD = dt.timedelta(seconds=15)  # over which the pages of all readers are drawn


@dataclass(slots=True)
class Following:
    """What one open page knows: when it was drawn, and up to which audit entry it has looked."""

    drawn_at: dt.datetime
    looked: int
    everything: bool = False  # also what only waits
    pair: tuple[str, str] | None = None  # the indicator and place of a form
    due: dt.datetime | None = None

    def is_due(self, session: Session, actor: str, now: dt.datetime) -> bool:
        """Look at what was written since the last time; whether to draw the page now."""
        latest = audit.latest_id(session)
        if latest != self.looked:
            if self.everything or self._is_at_once(session, actor):
                return True
            if self.due is None and news.of_figures_and_plan(session, self.looked):
                wait = SPREAD * random.random()  # noqa: S311  # nothing secret
                self.due = max(now + wait, self.drawn_at + PAUSE)
            self.looked = latest
        return self.due is not None and now >= self.due

    def _is_at_once(self, session: Session, actor: str) -> bool:
        is_of_form = self.pair is not None and news.of_figures(session, self.looked, *self.pair)
        return is_of_form or news.by(session, actor, self.looked)
