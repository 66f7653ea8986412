"""The style sheet of pages on screen and of the public site: colours, sizes, then the rules."""

from pathlib import Path

from components.look import colours, sizes
from components.look.asset import Asset


def sheet() -> str:
    """The style sheet as CSS."""
    rules = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    return colours.style_sheet() + sizes.style_sheet() + rules


SHEET = Asset("css", sheet())


def element() -> str:
    """The style sheet as HTML: a name where it is a file, itself otherwise."""
    said = f'@import url("{SHEET.address}");' if SHEET.address else SHEET.text
    return f"<style>{said}</style>"
