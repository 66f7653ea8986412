"""The style sheets: of what pages on screen and the public site share, and of the screen alone."""

from pathlib import Path

from components.look import colours, sizes
from components.look.asset import Asset
from components.look.markup import Html

HERE = Path(__file__).parent


def sheet() -> str:
    """What every page needs, on the public site too, as CSS: colours, sizes, then the rules."""
    return colours.style_sheet() + sizes.style_sheet() + _rules("style.css")


def _rules(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


SHEET = Asset("css", sheet() + _rules("screen.css"))


def element() -> Html:
    """The style sheet as HTML: a name where it is a file, itself otherwise."""
    said = f'@import url("{SHEET.address}");' if SHEET.address else SHEET.text
    return Html(f"<style>{said}</style>")
