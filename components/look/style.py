"""The style sheet of pages on screen and of the public site: the colours, then the rules."""

from pathlib import Path

from components.look import colours


def sheet() -> str:
    """The style sheet as CSS."""
    rules = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    return colours.style_sheet() + rules
