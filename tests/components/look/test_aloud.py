"""What a screen reader says of the marks of a chart, in the chart as it is drawn."""

import re
from typing import Any

import vl_convert

from components.elements import pictures
from components.look import aloud

ROWS = [{"at": 1, "said": "", "word": "point one"}, {"at": 2, "said": "811", "word": "point two"}]
X = {"field": "at", "type": "quantitative", "axis": None}


def labels(layer: dict[str, Any]) -> list[str]:
    """The names of the marks of one layer, as they are drawn."""
    spec = aloud.speak({"data": {"values": ROWS}, "layer": [layer]})
    svg = vl_convert.vegalite_to_svg(spec, vl_version=pictures.VEGA_LITE)
    marks = [tag for tag in re.findall(r"<[^>]+>", svg) if 'role="graphics-symbol"' in tag]
    return [label for tag in marks for label in re.findall(r'aria-label="([^"]*)"', tag)]


def test_a_point_says_the_words_that_the_pointer_sees() -> None:
    tooltip = [{"field": "word", "type": "nominal"}]
    point = {"mark": "point", "encoding": {"x": X, "tooltip": tooltip}}
    assert labels(point) == ["point one", "point two"]


def test_a_label_without_a_letter_is_no_mark_without_a_name() -> None:
    text = {"mark": "text", "encoding": {"x": X, "text": {"field": "said", "type": "nominal"}}}
    assert labels(text) == ["811"]
