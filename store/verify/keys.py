"""Which keys an input may have: any other is refused, for no function would read it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches

from store.progress import Parameters
from store.progress.growth import Series

COUNT_NAMES = ("counts", "observations", "values", "by_year", "years", "series")
SPAN_NAMES = ("span", "window", "years", "mean_years", "n_years", "every")
MEASURED = ("measure", "observations", "as_of")
STATED = ("status", "progress", "expected")
ALIKE = 0.65  # how much of a key must agree before another is suggested, as difflib counts


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of rows of one shape, or an object that gives each a name of its own."""

    row: "Shape"


Shape = Mapping[str, "Shape | None"] | Rows  # None: a value, whatever it holds


@dataclass(frozen=True, slots=True)
class UnknownKey:
    """A key that no function reads, and the one it may have been meant for."""

    path: str
    meant: str | None

    def __str__(self) -> str:
        hint = f"; did you mean {self.meant!r}?" if self.meant else ""
        return f"{self.path}: no such key{hint}"


def _values(*names: str) -> dict[str, Shape | None]:
    return dict.fromkeys(names)


_MEASURE: Shape = {
    **_values("kind", "unit", "better", "direction", "baseline", "baseline_year"),
    **_values("limits", "stale_after_years"),
    "targets": Rows(_values("year", "value")),
}
_ASSESS: Mapping[str, Shape | None] = {
    **_values(*MEASURED),
    "measure": _MEASURE,
    "observations": Rows(_values("t", "value")),
}
_JUDGED = Rows({**_values(*STATED), **_ASSESS})
_MULTIPART: Mapping[str, Shape | None] = {"parts": _JUDGED, "as_of": None}

_OF_METHOD: dict[str, Mapping[str, Shape | None]] = {
    "assess": _ASSESS,
    "multipart": _MULTIPART,
    "multipart_assess": _MULTIPART,
    "nested": _values("values", "threshold"),
    "rollup_sum": _values("regions"),
    "rollup_share": _values("regions"),
    "rollup_units": _values("yes", "no", "unknown"),
    "rollup_mean": _values("regions", "expected"),
    "gauge": {"objectives": _JUDGED, "as_of": None},
    "overall": _values("goals"),
    "decompose": _values("B1", "T1", "B2", "T2", "v_old", "v_new"),
    "rate_value": _values(*COUNT_NAMES, *SPAN_NAMES, "as_of"),
    "baseline_interval": _values(
        *("B", "baseline", "B_low", "B_high", "T", "target", "v", "value", "better", "direction")
    ),
    "expected_geometric": _values("B", "T", "t0", "tT", "t"),
    "year_index": _values("dates"),
}
_PUBLISHED = {
    "cagr_ratio": _values(*(field.name for field in fields(Series))),
    "mean_of_goals": _values("goals"),
    "progress_clipped_x100": _values("value", "baseline_worst", "target_best"),
    "theil_sen_slope": _values("x", "y"),
}
_PARAMETERS = _values(*(field.name for field in fields(Parameters)))
KEYS: Mapping[str, Mapping[str, Shape | None]] = {
    **{name: {**shape, "parameters": _PARAMETERS} for name, shape in _OF_METHOD.items()},
    **_PUBLISHED,
}


def unknown_keys(function: object, inputs: object) -> list[UnknownKey]:
    """Every key that a function does not read, at any depth of its inputs.

    Of a function that there is not nothing can be said.
    """
    shape = KEYS.get(function) if isinstance(function, str) else None
    return list(_unknown(inputs, shape, "inputs"))


def _unknown(value: object, shape: Shape | None, path: str) -> Iterator[UnknownKey]:
    if isinstance(shape, Rows):
        for step, row in _rows(value):
            yield from _unknown(row, shape.row, path + step)
    elif shape is not None and isinstance(value, Mapping):
        for key, inner in value.items():
            if key in shape:
                yield from _unknown(inner, shape[key], f"{path}.{key}")
            else:
                yield UnknownKey(f"{path}.{key}", _closest(key, shape))


def _rows(value: object) -> Iterator[tuple[str, object]]:
    """Each row, and what leads to it."""
    if isinstance(value, Mapping):
        yield from ((f".{name}", row) for name, row in value.items())
    elif isinstance(value, list):
        yield from ((f"[{number}]", row) for number, row in enumerate(value))


def _closest(key: str, known: Mapping[str, object]) -> str | None:
    """The known key that looks most like it, else most like it but for capitals."""
    uncapitalised = {name.casefold(): name for name in known}
    alike = get_close_matches(key, known, 1, ALIKE)
    folded = get_close_matches(key.casefold(), uncapitalised, 1, ALIKE)
    return next(iter([*alike, *(uncapitalised[name] for name in folded)]), None)
