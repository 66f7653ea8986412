"""Plain tables, ratios and targets: “met” or “missed” is computed, never written by hand."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


class MissedError(Exception):
    """A budget is passed; holds what was found."""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure and the most it may be."""

    name: str
    value: float
    limit: float
    unit: str

    @property
    def verdict(self) -> str:
        """Whether the figure keeps to its limit."""
        if math.isnan(self.value) or math.isnan(self.limit):
            return "not measured here"
        return "met" if self.value <= self.limit else "missed"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns, the first one to the left, the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def targets(wanted: Sequence[Target]) -> str:
    """Each target with its two figures and its verdict."""
    rows = [["target", "is", "may be", ""]]
    rows += [
        [one.name, f"{plain(one.value)} {one.unit}", f"{plain(one.limit)} {one.unit}", one.verdict]
        for one in wanted
    ]
    return table(rows)


def beside(value: float, ours: float) -> str:
    """A figure, and how many times ours it is."""
    if math.isnan(value):
        return "–       "
    ratio = f"{value / ours:.2f} ×" if ours else ""
    return f"{plain(value)} {ratio:>7}"


def plain(value: float) -> str:
    """A figure with as many digits as it deserves."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}"


def middle(values: Sequence[float]) -> float:
    """The median; nan of nothing."""
    return median(values) if values else math.nan
