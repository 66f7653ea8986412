"""The style sheets: what pages and the public site share, the screen alone, the projector."""

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
PROJECTOR = Asset("css", _rules("projector.css"))  # beside the other, while a meeting is shown


def element(asset: Asset = SHEET) -> Html:
    """A style sheet as HTML: a name where it is a file, itself otherwise."""
    said = f'@import url("{asset.address}");' if asset.address else asset.text
    return Html(f"<style>{said}</style>")
