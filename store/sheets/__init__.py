"""Figures in a spreadsheet: out with what is owed, in with what was filled, all or nothing."""

from store.sheets.importing import Checked, Problem, Ready, check, write
from store.sheets.reading import ENDINGS, LIMITS, Sheet, read
from store.sheets.writing import as_csv, as_xlsx, rows

__all__ = [
    "ENDINGS",
    "LIMITS",
    "Checked",
    "Problem",
    "Ready",
    "Sheet",
    "as_csv",
    "as_xlsx",
    "check",
    "read",
    "rows",
    "write",
]
