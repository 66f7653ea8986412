"""What a screen reader says of a mark: the words that the pointer sees, not the chart's columns."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

SAID = "read_aloud"  # the column that a chart makes for this
PARTS = ("layer", "hconcat", "vconcat", "concat")
NAMING = ("row", "column", "facet", "y", "yOffset", "x")  # channels whose words tell marks apart
# One of these is a whole series, which the words for the whole chart tell.
SERIES = {"line", "area", "trail"}

Spec = dict[str, Any]


def speak(spec: Spec, around: Mapping[str, Any] | None = None) -> Spec:
    """The chart (Vega-Lite), each mark with words; `around` are the channels of what holds it."""
    facet = spec.get("facet", {})
    shared = {**(around or {}), **(facet if "field" not in facet else {"facet": facet})}
    encoding = {**shared, **spec.get("encoding", {})}
    spoken = dict(spec)
    for name in PARTS:
        if name in spec:
            spoken[name] = [speak(part, encoding) for part in spec[name]]
    if "spec" in spec:
        spoken["spec"] = speak(spec["spec"], encoding)
    return _spoken_mark(spoken, encoding) if "mark" in spec else spoken


def _spoken_mark(spec: Spec, encoding: Mapping[str, Any]) -> Spec:
    mark = spec["mark"] if isinstance(spec["mark"], dict) else {"type": spec["mark"]}
    fields = list(dict.fromkeys(_fields(encoding)))
    if mark.get("aria") is False or _is_counted(encoding):
        return spec
    if mark["type"] in SERIES or not fields:
        return {**spec, "mark": {**mark, "aria": False}}
    words = ' + ", " + '.join(f"datum[{json.dumps(field)}]" for field in fields)
    said = [*_written(mark, encoding), {"calculate": words, "as": SAID}]
    return {
        **spec,
        "transform": [*spec.get("transform", []), *said],
        "encoding": {
            **spec.get("encoding", {}),
            "description": {"field": SAID, "type": "nominal"},
        },
    }


def _written(mark: Mapping[str, Any], encoding: Mapping[str, Any]) -> list[Spec]:
    """Leave out labels without a letter: nothing is to be seen of them, and nothing to be said."""
    field = encoding.get("text", {}).get("field") if mark["type"] == "text" else None
    return [{"filter": f"datum[{json.dumps(field)}] !== ''"}] if field else []


def _fields(encoding: Mapping[str, Any]) -> Iterator[str]:
    """The columns that hold words: of what names a mark, then of what the pointer shows."""
    for name in NAMING:
        channel = encoding.get(name)
        if isinstance(channel, dict) and channel.get("type") == "nominal" and "field" in channel:
            yield channel["field"]
    tooltip = encoding.get("tooltip") or encoding.get("text") or []
    for channel in tooltip if isinstance(tooltip, list) else [tooltip]:
        if "field" in channel:
            yield channel["field"]


def _is_counted(encoding: Mapping[str, Any]) -> bool:
    """Whether a mark stands for several rows, for none of which a column could speak."""
    channels = [one for one in encoding.values() if isinstance(one, dict)]
    return any({"aggregate", "bin", "timeUnit"} & set(channel) for channel in channels)
