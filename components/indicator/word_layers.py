"""How the words inside a trajectory are drawn: on paper of their own, so that lines stay behind."""

from typing import Any

import altair as alt

from components.look import status
from components.look.theme import Palette


def layers(palette: Palette, base: alt.Chart) -> list[tuple[str, alt.Chart]]:
    """The layers of these rows, each with the kind of rows it draws."""
    look: dict[str, Any] = {
        "align": alt.expr("datum.align"),
        "dx": alt.expr("datum.align == 'left' ? 10 : -10"),
        "dy": alt.expr("datum.dy"),
        "text": alt.expr("width < datum.least ? datum.brief : datum.short"),
        "fontSize": 12.5,
    }
    words = base.transform_filter("datum.kind == 'word'")

    def of(tone: str) -> alt.Chart:
        return words.transform_filter(f"datum.tone == '{tone}'")

    colour = alt.Color("status:N").scale(status.scale(palette))
    unit = alt.Chart().transform_filter("datum.kind == 'unit'")
    return [
        (
            "unit",
            unit.mark_text(align="left", fontSize=12.5, color=palette.muted).encode(
                x=alt.XValue(0),
                y=alt.YValue(-24),  # above the label of a target
                text=alt.Text("short:N"),
            ),
        ),
        ("word", words.mark_text(**look, stroke=palette.paper, strokeWidth=4, aria=False)),
        ("word", of("muted").mark_text(**look, color=palette.muted)),
        ("word", of("ink").mark_text(**look, color=palette.ink, fontWeight=600)),
        (
            "gap",
            of("status").mark_text(**look, fontWeight=600).encode(color=colour.legend(None)),
        ),
    ]
