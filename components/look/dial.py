"""A goal's gauge as a drawing: the ring that the screen draws with its style sheet."""

from math import cos, pi, sin

from components.look import colours
from components.look.theme import LIGHT
from store.progress import Gauge

SIZE, HEIGHT = 200, 148
START, SWEEP = -105.0, 210.0  # degrees from the top, clockwise
RING, OUTER, INNER = 78.0, 96.0, 61.0  # radii
WIDTH, THIN = 17.0, 4.0
NARROWEST = 0.03  # of the ring: what a band without width is drawn as
HATCH = ' stroke-dasharray="1.5 3"'


def svg(gauge: Gauge) -> str:
    """The ring without words, as a picture of its own."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {HEIGHT}">'
        f"{rings(gauge)}</svg>"
    )


def rings(gauge: Gauge) -> str:
    """What a picture of SIZE by HEIGHT holds: track, bounds, fill or band, due mark, time."""
    drawn = [_arc(RING, (0, 1), WIDTH, LIGHT.track)]
    if gauge.low is not None and gauge.high is not None and gauge.high > gauge.low:
        drawn.append(_arc(OUTER, (gauge.low, gauge.high), THIN, colours.EDGE.light))
    if gauge.show:
        if gauge.progress:
            colour = colours.VERDICTS[gauge.status].light
            drawn.append(_arc(RING, (0, gauge.progress), WIDTH, colour))
        drawn.append(_tick(gauge.expected or 0))
    elif gauge.band is not None:
        low, high = gauge.band.low, max(gauge.band.high, gauge.band.low + NARROWEST)
        drawn.append(_arc(RING, (low, high), WIDTH, LIGHT.ink, HATCH))
        drawn.append(_tick(gauge.band.expected or 0))
    if gauge.clock is not None:
        drawn.append(_arc(INNER, (0, gauge.clock), THIN, colours.TIME.light))
    return "".join(drawn)


def _point(radius: float, share: float) -> str:
    angle = (START + SWEEP * share) * pi / 180
    return f"{SIZE / 2 + radius * sin(angle):.2f} {SIZE / 2 - radius * cos(angle):.2f}"


def _arc(
    radius: float, between: tuple[float, float], width: float, colour: str, dashes: str = ""
) -> str:
    low, high = (min(max(share, 0.0), 1.0) for share in between)
    large = int((high - low) * SWEEP > 180)
    return (
        f'<path d="M{_point(radius, low)} A{radius} {radius} 0 {large} 1 {_point(radius, high)}"'
        f' fill="none" stroke="{colour}" stroke-width="{width}"{dashes}/>'
    )


def _tick(share: float) -> str:
    half = WIDTH / 2 + 3
    return (
        f'<path d="M{_point(RING - half, share)} L{_point(RING + half, share)}"'
        f' stroke="{LIGHT.ink}" stroke-width="3"/>'
    )
