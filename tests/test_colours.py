"""Colours come from one table, and can be told from the paper they are on."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from components.look import colours
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
    "primaryColor": colours.ACCENT,
    "backgroundColor": colours.PAPER,
    "secondaryBackgroundColor": colours.SINK,
    "textColor": colours.INK,
    "borderColor": colours.LINE,
    "linkColor": colours.LINK,
}
# What a gauge, and a bar of earlier figures, says of itself, beside the colours.
SHARES = {"--progress", "--expected", "--low", "--high", "--share"}
TEXT = [
    (colours.INK, colours.PAPER),
    (colours.INK, colours.SINK),
    (colours.MUTED, colours.PAPER),
    (colours.MUTED, colours.SINK),
    (colours.LINK, colours.PAPER),
    (colours.WARNING, colours.PAPER),
    (colours.FILLED, colours.ACCENT),
    (colours.FILLED, colours.WARNING),
    *((colours.INK, tint) for tint in colours.TINTS.values()),
]
MARKS = {
    **colours.VERDICTS,
    **colours.ACTIVITIES,
    **colours.TWINS,
    "could": colours.COULD,
    "meeting": colours.MEETING,
}
# On light paper these are not dark enough yet: shape, dashes and words carry them.
PALE = {"behind", "not_enough_data", "planned", "running", "proposed", "could", "meeting"}


def contrast(one: str, other: str) -> float:
    """The ratio of two colours as WCAG 2 has it, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """How light a colour is, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(text: Colour, ground: Colour) -> None:
    assert contrast(text.light, ground.light) >= 4.5
    assert contrast(text.dark, ground.dark) >= 4.5


def test_marks_can_be_told_from_the_paper() -> None:
    paper = colours.PAPER
    assert {name for name, mark in MARKS.items() if contrast(mark.dark, paper.dark) < 3} == set()
    assert {name for name, mark in MARKS.items() if contrast(mark.light, paper.light) < 3} == PALE


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
    assert settings[theme] == {name: getattr(one, theme) for name, one in STREAMLIT.items()}
    assert WRITTEN.search(str({**settings, "light": None, "dark": None})) is None


def test_style_sheets_use_the_properties_that_the_table_gives() -> None:
    sheets = [ROOT / "components/look/style.css", ROOT / "components/site/site.css"]
    rules = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    used = set(re.findall(r"var\((--[\w-]+)", rules))
    given = set(re.findall(r"(--[\w-]+):", colours.style_sheet()))
    assert given - used == set()
    assert used - given - set(re.findall(r"(--[\w-]+):", rules)) == SHARES
