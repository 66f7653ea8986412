"""Frames as files that open safely in a spreadsheet."""

import io
from collections.abc import Iterable

import pandas as pd

from components.language.text import _
from store.ground import texts


def csv_bytes(frame: pd.DataFrame, *, invented: bool) -> bytes:
    """UTF-8 CSV with a byte-order mark; no text in it can run as a formula.

    On a demonstration store every row says that its figures are invented.
    """
    return csv_of([frame], invented=invented)


def csv_of(frames: Iterable[pd.DataFrame], *, invented: bool) -> bytes:
    """The same of frames with the same columns, one below the other, of which none is kept."""
    target = io.BytesIO()
    for place, frame in enumerate(frames):
        lines = _safe(frame, invented=invented).to_csv(index=False, header=not place)
        target.write(lines.encode("utf-8" if place else "utf-8-sig"))
    return target.getvalue()


def _safe(frame: pd.DataFrame, *, invented: bool) -> pd.DataFrame:
    safe = frame.rename(columns=lambda column: texts.defuse(str(column)))
    for column in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[column]):
            safe[column] = safe[column].map(texts.defuse)
    return safe.assign(warning=_("INVENTED FIGURES: demonstration")) if invented else safe
