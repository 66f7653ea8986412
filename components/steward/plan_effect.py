"""What a change of the plan would do to the statuses, said before it is written."""

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError
from sqlmodel import Session

from components.language.text import _, _c, tell
from components.look import status
from components.look.markup import grid, show_note
from components.reader import sessions
from store.ground.complaints import refusals
from store.ground.errors import StoreError
from store.reporting import preview


def show(find: Callable[[Session], list[preview.Flip]]) -> None:
    """Draw the objectives that `find` says would turn, or why it cannot tell."""
    try:
        with sessions.trying() as session:
            changes = find(session)
    except (StoreError, ValidationError) as error:
        for message in refusals(error):
            show_note(tell(message))
        return
    if not changes:
        show_note(_("No objective’s status would change."))
        return
    rows = [
        [change.objective_code, status.label(change.before), status.label(change.after)]
        for change in changes
    ]
    st.html(grid([_("Objective"), _c("status now", "Is"), _("Would be")], rows))
