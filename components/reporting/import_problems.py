"""What is wrong with a sheet: in a table, and as a marked copy of the sheet to take back."""

from collections.abc import Sequence

import streamlit as st

from components.elements import table
from components.language.text import _, number, tell
from components.look.markup import show_note, stacked
from store.sheets.problems import Problem
from store.templates import marking

MOST = 200  # rows on the page; the copy has all


def show(name: str, content: bytes, problems: Sequence[Problem]) -> None:
    """Draw the first problems, and offer the file with each of them at its cell."""
    st.error(_("Nothing is sent while a row has a problem. Correct the sheet and upload it again."))
    table.offer_file(
        _("Save your sheet with the problems marked"),
        lambda: marking.mark(name, content, _marks(problems)),
        marking.file_name(name),
    )
    st.html(
        stacked(
            [_("Sheet"), _("Cell"), _("Column"), _("Problem")],
            [
                [problem.sheet, problem.cell, problem.column, tell(problem.reason)]
                for problem in problems[:MOST]
            ],
        )
    )
    if len(problems) > MOST:
        show_note(
            _("The first {most} of {all} rows.", most=number(MOST), all=number(len(problems)))
        )


def _marks(problems: Sequence[Problem]) -> list[marking.Mark]:
    """Each sentence at its cell; one about a column that the sheet lacks names it."""
    return [
        (problem.sheet, problem.cell, tell(problem.reason))
        if problem.letter
        else (problem.sheet, problem.cell, f"{problem.column}: {tell(problem.reason)}")
        for problem in problems
    ]
