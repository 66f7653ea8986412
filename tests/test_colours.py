"""Colours come from one table, and can be told from their paper and from each other."""

import math
import re
import tomllib
from collections.abc import Sequence
from itertools import chain, combinations
from pathlib import Path

import pytest

from components.look import colours, sizes
from components.look.colours import Colour

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "components/look/colours.py"
SETTINGS = ROOT / ".streamlit/config.toml"
KINDS = {".py", ".css", ".typ", ".html", ".js", ".toml"}
WRITTEN = re.compile(
    r"(?<![\w&])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b"
    r"|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch)\(\s*[\d.]",
    re.IGNORECASE,
)
STREAMLIT = {
    "primaryColor": colours.INK,
    "backgroundColor": colours.PAPER,
    "secondaryBackgroundColor": colours.SINK,
    "textColor": colours.INK,
    "borderColor": colours.LINE,
    "linkColor": colours.INK,
    "codeTextColor": colours.INK,
    "codeBackgroundColor": colours.SINK,
    "blueTextColor": colours.INK,
    "blueBackgroundColor": colours.SINK,
}
# What a gauge, and a bar of earlier figures, says of itself, beside the colours.
# What a page sets on its own elements: shares of a dial, a bar and a miniature, and a tint's ink.
SHARES = {"--progress", "--expected", "--low", "--high", "--share", "--due", "--from", "--to"} | {
    "--t",
    "--x",
    "--y",
    "--path",
    "--ink-left",
    *("--done", "--late", "--open", "--shut", "--mark-at", "--passed", "--ticked"),
}
GROUNDS = (colours.PAPER, colours.SHEET, colours.SINK, *colours.TINTS.values())
TEXT = [
    *((colours.INK, ground) for ground in GROUNDS),
    *((colours.MUTED, ground) for ground in GROUNDS),
    (colours.TIME, colours.PAPER),
    (colours.TIME, colours.SINK),
    *((words, colours.VERDICTS[status]) for status, words in colours.WORDS_ON.items()),
]
PALEST = 3.0  # of marks and of borders that are needed to see what can be pressed
ON_PAPER = [
    *colours.VERDICTS.values(),
    *colours.ACTIVITIES.values(),
    colours.EDGE,
    colours.TIME,
    colours.MEETING,
    colours.PILOT,
    colours.EMITTED,
    colours.RECKONED,
    colours.POSSIBLE,
    *colours.TREATMENTS.values(),
]
CLOSEST = {"light": 16.0, "dark": 20.9}  # distance of two statuses for whoever looks
# Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113, full severity; linear sRGB.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
TO_XYZ = (  # of the white of D65, so that white is (1, 1, 1)
    (0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883),
)
Triple = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """The ratio of two colours as WCAG 2 has it, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """How light a colour is, 0 to 1."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(colour: str) -> Triple:
    """Red, green and blue light, 0 to 1 each."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _undone(red), _undone(green), _undone(blue)


def _undone(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def distance(one: str, other: str, sight: str) -> float:
    """How far two colours lie apart in CIELAB (1976), seen by such eyes."""
    return math.dist(lab(one, sight), lab(other, sight))


def lab(colour: str, sight: str) -> Triple:
    """The colour in CIELAB, as such eyes see it."""
    seen = [min(1.0, max(0.0, part)) for part in _turned(SIGHT[sight], linear(colour))]
    x, y, z = (
        part ** (1 / 3) if part > 216 / 24389 else part * 841 / 108 + 4 / 29
        for part in _turned(TO_XYZ, seen)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _turned(matrix: Sequence[Sequence[float]], colour: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix]


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(text: Colour, ground: Colour) -> None:
    assert contrast(text.light, ground.light) >= 4.5
    assert contrast(text.dark, ground.dark) >= 4.5


@pytest.mark.parametrize("mark", ON_PAPER)
def test_marks_can_be_told_from_the_paper(mark: Colour) -> None:
    assert contrast(mark.light, colours.PAPER.light) >= PALEST
    assert contrast(mark.dark, colours.PAPER.dark) >= PALEST


@pytest.mark.parametrize("status", colours.VERDICTS)
def test_a_status_can_be_told_from_its_own_tint(status: str) -> None:
    mark, tint = colours.VERDICTS[status], colours.TINTS[status]
    assert contrast(mark.light, tint.light) >= PALEST
    assert contrast(mark.dark, tint.dark) >= PALEST


def test_distances_are_those_of_the_standard() -> None:
    assert lab("#ffffff", "normal") == pytest.approx((100, 0, 0), abs=0.01)
    assert lab("#ff0000", "normal") == pytest.approx((53.24, 80.09, 67.20), abs=0.02)
    assert distance("#ff0000", "#00a000", "normal") > 2 * distance("#ff0000", "#806000", "deutan")


@pytest.mark.parametrize("theme", CLOSEST)
@pytest.mark.parametrize("sight", SIGHT)
def test_statuses_can_be_told_from_each_other(sight: str, theme: str) -> None:
    shown = {name: getattr(one, theme) for name, one in colours.VERDICTS.items()}
    del shown["target_met"]  # the same colour as achieved: a kind of it, told by shape and word
    apart = {
        (one, other): distance(shown[one], shown[other], sight)
        for one, other in combinations(shown, 2)
    }
    assert {pair: far for pair, far in apart.items() if far < CLOSEST[theme]} == {}


def test_no_colour_is_written_outside_the_table() -> None:
    folders = (ROOT / name for name in ("components", "pages", ".streamlit"))
    files = chain([ROOT / "app.py"], *(sorted(folder.rglob("*")) for folder in folders))
    found = {
        path.relative_to(ROOT).as_posix(): WRITTEN.findall(path.read_text(encoding="utf-8"))
        for path in files
        if path.suffix in KINDS and path not in (TABLE, SETTINGS)
    }
    assert {path: written for path, written in found.items() if written} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_settings_repeat_the_table(theme: str) -> None:
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["theme"]
    headings = (sizes.TITLE, sizes.HEADING, sizes.TEXT, sizes.TEXT, sizes.SMALL, sizes.SMALL)
    assert settings["headingFontSizes"] == [f"{size}px" for size in headings]
    assert settings["baseFontSize"] == sizes.TEXT
    assert settings[theme] == {name: getattr(one, theme) for name, one in STREAMLIT.items()}
    assert WRITTEN.search(str({**settings, "light": None, "dark": None})) is None


def test_style_sheets_use_the_properties_that_the_table_gives() -> None:
    names = ("look/style.css", "look/screen.css", "site/site.css")
    sheets = [ROOT / "components" / name for name in names]
    rules = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    used = set(re.findall(r"var\((--[\w-]+)", rules))
    given = set(re.findall(r"(--[\w-]+):", colours.style_sheet()))
    scales = set(re.findall(r"(--[\w-]+):", sizes.style_sheet()))  # each is given whole
    assert given - used == set()
    assert used - given - scales - set(re.findall(r"(--[\w-]+):", rules)) == SHARES
