"""The verdict on the scale of what was due: off track, behind, on track, and where it stands."""

from html import escape

from components.language.text import _, percent
from components.look import isolation
from components.look.status import glyph, word
from store.progress import DEFAULT, Status
from store.standing import ObjectiveStanding

END = 1.2  # of what was due, where the scale ends
LIMITS = (
    (Status.OFF_TRACK, 0.0),
    (Status.BEHIND, DEFAULT.behind),
    (Status.ON_TRACK, DEFAULT.on_track),
)


@isolation.piece
def build(objective: ObjectiveStanding) -> str:
    """The scale with a pointer; "" where the verdict does not rest on one share of what was due."""
    if len(objective.parts) != 1 or objective.statuses[0] not in dict(LIMITS):
        return ""
    ratio = objective.parts[0].assessment.ratio
    if ratio is None or ratio < 0:
        return ""
    at = min(ratio, END) / END
    side = ' class="end"' if at > 1 / 2 else ""
    names = "".join(
        f'<span style="left:{100 * limit / END:.1f}%">{glyph(status)} {escape(word(status))}</span>'
        for status, limit in LIMITS
    )
    said = escape(_("{share} of what was due", share=percent(ratio)))
    return (
        f'<div class="due-scale" style="--x:{at:.3f}"><b{side}>{said}</b><i></i>'
        f"<p>{names}</p></div>"
    )
