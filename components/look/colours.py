"""Every colour of the product, by what it means: the only place where one is written.

Style sheets, charts, maps, pictures and typeset pages take theirs from here; the theme in
`.streamlit/config.toml` repeats some, and a test compares them.
"""

from dataclasses import dataclass

from store.progress import Status


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour on light and on dark paper, as #rrggbb (or #rrggbbaa)."""

    light: str
    dark: str


# Paper, ink, and what lies between.
PAPER = Colour("#fbfaf6", "#1b1815")
SINK = Colour("#f3f0e7", "#26221d")  # fields and what else lies deeper than the paper
INK = Colour("#22302b", "#ece7dc")
MUTED = Colour("#5d655f", "#aca597")
LINE = Colour("#e4dfd3", "#3d372f")
TRACK = Colour("#e7e2d6", "#35302a")  # what has not been covered of a way
LAND = Colour("#e9e4d8", "#35302a")  # of a map, where there is no figure
SHADE = Colour("#22302b2e", "#00000080")  # over the edge of what goes on
ACCENT = Colour("#14594a", "#63bda6")  # of Streamlit's own buttons and switches
LINK = Colour("#14594a", "#7fd0bb")
WARNING = Colour("#6b2440", "#cf6f96")  # that figures are invented
FILLED = Colour("#ffffff", "#1b1815")  # words on ACCENT and on WARNING

# Verdicts differ in lightness, so that print and colour-blind readers keep the order.
VERDICTS = {
    Status.ACHIEVED: Colour("#14594a", "#9adfcb"),
    Status.ON_TRACK: Colour("#3f9c86", "#55b59e"),
    Status.BEHIND: Colour("#d59b2d", "#e3b04f"),
    Status.OFF_TRACK: Colour("#b4472a", "#e0704f"),
    Status.REGRESSING: Colour("#6b2440", "#cf6f96"),
    Status.NOT_ENOUGH_DATA: Colour("#a9aaa1", "#7d7b73"),
    Status.STALE: Colour("#7d8a94", "#93a1ab"),
}
TINTS = {
    Status.ACHIEVED: Colour("#d6e2db", "#263b35"),
    Status.ON_TRACK: Colour("#deebe4", "#22352f"),
    Status.BEHIND: Colour("#f6ebd4", "#40341d"),
    Status.OFF_TRACK: Colour("#f2ddd3", "#43281f"),
    Status.REGRESSING: Colour("#e5d8da", "#40262f"),
    Status.NOT_ENOUGH_DATA: Colour("#efeeea", "#272420"),
    Status.STALE: Colour("#e6e7e6", "#2b2f32"),
}
COULD = Colour("#9aa39b", "#7d857e")  # what the unmeasured could make of a gauge

# Figures from low to high; never a verdict.
RAMP = (
    Colour("#d3e5dd", "#274a42"),
    Colour("#9fc9bb", "#34695c"),
    Colour("#68aa98", "#46897a"),
    Colour("#378773", "#68b09e"),
    Colour("#14594a", "#a5e2d1"),
)

# States of activities: lightness and shape keep them apart.
ACTIVITIES = {
    "planned": Colour("#a9aaa1", "#7d7b73"),
    "running": Colour("#d59b2d", "#e3b04f"),
    "done": Colour("#14594a", "#9adfcb"),
    "stopped": Colour("#b4472a", "#e0704f"),
}
MEETING = Colour("#d59b2d", "#e3b04f")  # on a map

# States of twin pairs: from light to dark as a pair grows, warm against the green of the figures;
# grey when it is over.
TWINS = {
    "proposed": Colour("#c8921f", "#f2d694"),
    "agreed": Colour("#c2571a", "#f0975a"),
    "active": Colour("#7b1f4f", "#f089b4"),
    "ended": Colour("#6d7a84", "#9aa7b1"),
}


def either(colour: Colour) -> str:
    """The colour of which the browser takes the half that its theme needs, in CSS and in SVG."""
    return f"light-dark({colour.light}, {colour.dark})"


def css_name(status: Status) -> str:
    """A status as style sheets write it."""
    return status.replace("_", "-")


def style_sheet() -> str:
    """The colours that style sheets use, as custom properties of the page."""
    colours = {
        "paper": PAPER,
        "ink": INK,
        "muted": MUTED,
        "line": LINE,
        "track": TRACK,
        "could": COULD,
        "shade": SHADE,
        "link": LINK,
        "warning": WARNING,
        "filled": FILLED,
        **{css_name(status): colour for status, colour in VERDICTS.items()},
        **{f"tint-{css_name(status)}": colour for status, colour in TINTS.items()},
    }
    lines = "".join(f"  --{name}: {either(colour)};\n" for name, colour in colours.items())
    return f":root {{\n{lines}}}\n"
