"""Photographs of every page: `python -m tests.browser.shots [PAGE]` writes them into `shots/`.

With `--sheets` the first screens of all pages stand side by side on contact sheets: one for each
store, width and theme, to be looked at in one go.
"""

import io
import sys
import tempfile
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, sync_playwright

from tests import stores
from tests.browser import serve
from tests.browser.reader import HEIGHT, THEMES, WIDTHS, Theme, Windows, follow, launch, visit
from tests.browser.wait import until_quiet
from tests.menu import PAGES, Listed

FOLDER = serve.ROOT / "shots"
STORES = {"real": "init", "demo": "demo"}
LOOKS = 20
SHEETS = "--sheets"
SHEET_WIDTHS = {
    1440: (480, 8),
    768: (300, 11),
    390: (200, 16),
}  # of a tile in pixels; a row's tiles
TALL = 1.5  # of a tile: its height for its width; twice that on a phone
LABEL = 16  # pixels above a tile, for its name

# Streamlit scrolls a box inside the window, so the window itself must grow to hold the page.
_CONTENT_HEIGHT = """
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.ceil(main.getBoundingClientRect().top + main.scrollHeight);
}
"""


def photograph(page: Page) -> bytes:
    """The whole page; maps draw after the page is done, so a still picture is waited for."""
    width = (page.viewport_size or {"width": WIDTHS[0]})["width"]
    height = HEIGHT
    for _look in range(LOOKS):
        needed = max(HEIGHT, page.evaluate(_CONTENT_HEIGHT))
        if needed == height:
            break
        height = needed
        page.set_viewport_size({"width": width, "height": height})
        until_quiet(page)
    return still_picture(page, page)


def still_picture(page: Page, part: Page | Locator) -> bytes:
    """A picture of the page or a part, once two in a row are the same."""
    picture = b""
    for _look in range(LOOKS):
        before, picture = picture, part.screenshot(animations="disabled")
        if picture == before:
            break
        page.wait_for_timeout(200)
    return picture


def photograph_store(windows: Windows, pages: Iterable[Listed], store: str) -> None:
    """Photograph pages of one store in all widths and themes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        stores.make(STORES[store], f"sqlite:///{path}")
        with serve.serving(f"sqlite:///{path}", path.with_suffix(".log")) as address:
            for listed, width, theme in product(pages, WIDTHS, THEMES):
                name = f"{listed.name}_{store}_{width}_{theme}.png"
                (FOLDER / name).write_bytes(
                    _picture(windows, address + listed.address, width, theme)
                )
                sys.stderr.write(f"shots/{name}\n")


def _picture(windows: Windows, address: str, width: int, theme: Theme) -> bytes:
    with windows.open(width, theme, []) as page:
        visit(page, address)
        return photograph(page)


def sheet(windows: Windows, address: str, width: int, theme: Theme) -> Image.Image:
    """The first screens of all pages of a store, side by side, each below its name."""
    tile, across = SHEET_WIDTHS[width]
    tall = round(tile * TALL * (2 if width == min(SHEET_WIDTHS) else 1))
    rows = -(-len(PAGES) // across)
    made = Image.new("RGB", (across * tile, rows * (tall + LABEL)), "white")
    pen = ImageDraw.Draw(made)
    with windows.open(width, theme, []) as page:
        page.set_viewport_size({"width": width, "height": round(tall * width / tile)})
        visit(page, address)
        for number, listed in enumerate(PAGES):
            follow(page, listed.address)
            picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
            left, top = number % across * tile, number // across * (tall + LABEL)
            pen.text((left + 4, top + 2), listed.name, fill="black")
            made.paste(picture.resize((tile - 4, tall)), (left, top + LABEL))
    return made


def make_sheets(windows: Windows) -> None:
    """Write the contact sheets of both stores."""
    for store, command in STORES.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "store.db"
            stores.make(command, f"sqlite:///{path}")
            with serve.serving(f"sqlite:///{path}", path.with_suffix(".log")) as address:
                for width, theme in product(SHEET_WIDTHS, THEMES):
                    name = f"sheet_{store}_{width}_{theme}.png"
                    sheet(windows, address, width, theme).save(FOLDER / name)
                    sys.stderr.write(f"shots/{name}\n")


def main(arguments: list[str]) -> int:
    """Photograph the named pages, or all of them; with SHEETS make contact sheets of all."""
    known = {listed.name: listed for listed in PAGES}
    if arguments == [SHEETS]:
        FOLDER.mkdir(exist_ok=True)
        with sync_playwright() as playwright:
            browser = launch(playwright)
            make_sheets(Windows(browser, maps="first"))
            browser.close()
        return 0
    if unknown := set(arguments) - set(known):
        sys.stderr.write(f"There is no page {', '.join(unknown)}; there are {', '.join(known)}.\n")
        return 2
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        windows = Windows(browser)
        for store in STORES:
            photograph_store(windows, [known[name] for name in arguments or known], store)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
