"""Every colour of the product, by what it means: the only place where one is written.

Style sheets, charts, maps, pictures and typeset pages take theirs from here; the theme in
`.streamlit/config.toml` repeats some, and a test compares them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour on light and on dark paper, as #rrggbb (or #rrggbbaa)."""

    light: str
    dark: str


# Ink is the interface: words, links, buttons, what is chosen.
PAPER = Colour("#fbfaf6", "#1b1815")
SHEET = Colour("#ffffff", "#221e1a")  # what lies on the paper: fields, what opens
SINK = Colour("#f3f0e7", "#26221d")  # what lies deeper than the paper
INK = Colour("#22302b", "#ece7dc")
MUTED = Colour("#5d655f", "#aca597")
LINE = Colour("#e1dccf", "#3d372f")  # between rows: who does not see it misses nothing
EDGE = Colour("#8f8c80", "#7a7467")  # of what can be pressed or typed into, and of what could be
TRACK = Colour("#e7e2d6", "#35302a")  # what has not been covered of a way
LAND = Colour("#e9e4d8", "#35302a")  # of a map, where there is no figure
SHADE = Colour("#22302b2e", "#00000080")  # over the edge of what goes on
# Brown is time and what people promised: time passed, today, seats, meetings.
TIME = Colour("#7a5230", "#cf9f6c")

# Verdicts, and nothing else. The best and the worst differ for colour-blind readers too; in grey
# some lie close, so shape and word never leave them.
VERDICTS = {
    "achieved": Colour("#134937", "#baf3ee"),
    "target_met": Colour("#134937", "#baf3ee"),  # achieved, as long as it lasts
    "on_track": Colour("#27938f", "#51cda3"),
    "behind": Colour("#b37515", "#ecca70"),
    "off_track": Colour("#ac2f19", "#e76c52"),
    "regressing": Colour("#450f4d", "#be6dd7"),
    "not_enough_data": Colour("#80876e", "#7f7c76"),
    "stale": Colour("#536d92", "#839bb2"),
}
TINTS = {
    "achieved": Colour("#dbe6df", "#23362f"),
    "target_met": Colour("#dbe6df", "#23362f"),
    "on_track": Colour("#e6f4f2", "#1f3732"),
    "behind": Colour("#f9f0de", "#3f351f"),
    "off_track": Colour("#f6dfd8", "#43281f"),
    "regressing": Colour("#e9dfea", "#3a2740"),
    "not_enough_data": Colour("#f1efe8", "#26231f"),
    "stale": Colour("#e3e8ee", "#293039"),
}
_ON_DEEP, _ON_BRIGHT = Colour("#ffffff", "#0f0d0b"), Colour("#0d1a16", "#0f0d0b")
# Words on a mark, a square say, that is filled with the verdict's colour.
WORDS_ON = {
    status: _ON_BRIGHT if status in ("on_track", "behind", "not_enough_data") else _ON_DEEP
    for status in VERDICTS
}

# Figures from low to high; never a verdict.
RAMP = (
    Colour("#d3e5dd", "#274a42"),
    Colour("#9fc9bb", "#34695c"),
    Colour("#68aa98", "#46897a"),
    Colour("#378773", "#68b09e"),
    Colour("#14594a", "#a5e2d1"),
)
# How fresh a figure is, from old to new; never a verdict.
FRESHNESS = (
    Colour("#e6eee9", "#22332d"),
    Colour("#c3dcd2", "#2c4a41"),
    Colour("#8fc0af", "#3c6d60"),
    Colour("#3b7c6a", "#5fa08f"),
)

# States of activities are promises, so brown, deeper as one goes on; shapes keep them apart too.
ACTIVITIES = {
    "planned": Colour("#a5825c", "#8f7150"),
    "running": TIME,
    "done": Colour("#3f2a18", "#f0d9bd"),
    "stopped": MUTED,
}
MEETING = TIME  # on a map

# Soil carbon: what a soil holds, from light to dark on light paper, the other way round on dark.
SOIL = (
    Colour("#f6efe2", "#3a2e20"),
    Colour("#ecd9b8", "#57422a"),
    Colour("#ddbf8d", "#775a37"),
    Colour("#c59b62", "#997548"),
    Colour("#a5763f", "#bb955f"),
    Colour("#7d5328", "#d8b987"),
    Colour("#513216", "#f2e2c4"),
)
PILOT = Colour("#0b5cad", "#7db7ee")  # countries of the twin pilot on it
# Flows of carbon: what goes into the air, what four per mille would be, what studies find possible.
EMITTED = Colour("#7f857b", "#8f8c83")
RECKONED = Colour("#b4472a", "#e0704f")
POSSIBLE = Colour("#14594a", "#7fd0bb")
# What was done to a soil: more carbon in, that stopped, fertiliser alone, kept, taken away.
TREATMENTS = {
    "more": Colour("#14594a", "#7fd0bb"),
    "stopped": Colour("#9a6a10", "#e3b04f"),
    "fertiliser": Colour("#2f6f9f", "#7db4dc"),
    "kept": Colour("#71776f", "#9b988f"),
    "taken": Colour("#b4472a", "#e0704f"),
}
# Parts of the world in one bar, told apart without red against green.
PARTS = (
    Colour("#14594a", "#9adfcb"),
    Colour("#68aa98", "#4f9583"),
    Colour("#d59b2d", "#e3b04f"),
    Colour("#2f6f9f", "#7db4dc"),
    Colour("#6b2440", "#cf6f96"),
)


def either(colour: Colour) -> str:
    """The colour of which the browser takes the half that its theme needs, in CSS and in SVG."""
    return f"light-dark({colour.light}, {colour.dark})"


def css_name(status: str) -> str:
    """A status as style sheets write it."""
    return status.replace("_", "-")


def style_sheet() -> str:
    """The colours that style sheets use, as custom properties of the page."""
    colours = {
        "paper": PAPER,
        "sheet": SHEET,
        "sink": SINK,
        "ink": INK,
        "muted": MUTED,
        "line": LINE,
        "edge": EDGE,
        "track": TRACK,
        "shade": SHADE,
        "time": TIME,
        **{css_name(status): colour for status, colour in VERDICTS.items()},
        **{f"tint-{css_name(status)}": colour for status, colour in TINTS.items()},
        **{f"on-{css_name(status)}": colour for status, colour in WORDS_ON.items()},
        **{f"fresh-{step}": colour for step, colour in enumerate(FRESHNESS, start=1)},
    }
    lines = "".join(f"  --{name}: {either(colour)};\n" for name, colour in colours.items())
    return f":root {{\n{lines}}}\n"
