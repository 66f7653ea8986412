"""Frames as files that open safely in a spreadsheet."""

import pandas as pd

from components.language.text import _
from store.ground import texts


def csv_bytes(frame: pd.DataFrame, *, invented: bool) -> bytes:
    """UTF-8 CSV with a byte-order mark; no text in it can run as a formula.

    On a demonstration store every row says that its figures are invented.
    """
    safe = frame.rename(columns=lambda column: texts.defuse(str(column)))
    for column in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[column]):
            safe[column] = safe[column].map(texts.defuse)
    if invented:
        safe = safe.assign(warning=_("INVENTED FIGURES: demonstration"))
    return safe.to_csv(index=False).encode("utf-8-sig")
