"""A reader: a browser window of some width and theme that notes whatever goes wrong in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    ViewportSize,
)
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from components.look.theme import DARK, LIGHT
from components.maps.map_layers import rgb
from tests.browser.install import MISSING, find_chromium
from tests.browser.wait import PATIENCE, until_quiet

Theme = Literal["light", "dark"]
WIDTHS = (1440, 390)
THEMES: tuple[Theme, ...] = ("light", "dark")
ANYWHERE = "/search"  # opened where any page would do: it is the quickest to draw
HEIGHT = 900
OURSELVES = {"127.0.0.1", "localhost"}
LOCAL_SCHEMES = {"data", "blob"}
# What lets Chromium run as root, without a network and without a graphics card.
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    # A program is compiled when it first paints: where nothing is painted, never.
    "--disable-angle-features=warmUpPipelineCacheAtLink",
    # Maps need WebGL, which is slow without a card; all else is painted faster without it.
    "--disable-gpu-compositing",
    # A page lives too briefly to win back what optimising its scripts costs.
    "--js-flags=--no-opt --no-maglev --always-sparkplug",
    # The pages of a window share the front end once it is compiled.
    "--process-per-site",
]
# Opened at /page, Streamlit's front end first asks for these beside the page, then at the root.
PROBES = ("/_stcore/health", "/_stcore/host-config")
# For an unknown address Streamlit says this to the reader, and to the console as well.
SAID_TO_THE_READER = "The page that you have requested does not seem to exist."

_IS_ON_PAPER = """
(paper) => getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor
  === paper
"""

# A link among those that the app's own script minds.
_FOLLOW = """
(address) => {
  const link = Object.assign(document.createElement('a'), {href: address});
  document.querySelector('.stHtml').append(link);
  link.click();
  link.remove();
}
"""

# On a busy machine the light page that a slow link gets would come beside many pages, and cost as
# much as they do; in haste it would come at once.
_ARRIVED = """
document.addEventListener('readystatechange',
  () => document.querySelector('iframe.arrival')?.remove());
"""

# Without a card each layer of a map is a program to compile, which takes as long as ten pages: what
# a window paints of the maps of a page.
Maps = Literal["all", "first", "none"]
_PAINT = """
for (const kind of ["Arrays", "ArraysInstanced", "Elements", "ElementsInstanced"]) {
  const paint = WebGL2RenderingContext.prototype[`draw${kind}`];
  WebGL2RenderingContext.prototype[`draw${kind}`] = function (...what) {
    if (%s) paint.apply(this, what);
  };
}
"""
_IS_PAINTED = {
    "first": "document.querySelector('[data-testid=\"stDeckGlJsonChart\"]')?.contains(this.canvas)",
    "none": "false",
}
TURNS, TURN_PATIENCE = 4, 20_000  # times that the system is turned, milliseconds for each
# What fades or glides does so at once: every step between is a picture for the processor to paint.
_HASTE = 1000


def launch(playwright: Playwright) -> Browser:
    """Start the browser that `tests.browser.install` found."""
    path = find_chromium()
    assert path, MISSING
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


class Windows:
    """The windows of a browser, which one reader after the other has.

    What is dear is the front end, which every browser context compiles for itself: a reader finds
    it compiled, and nothing else of who was there before.
    """

    def __init__(self, browser: Browser, maps: Maps = "all") -> None:
        """Begin without a window; unpainted maps are whole but for their picture."""
        self._browser = browser
        self._maps: Maps = maps
        self._free: list[Page] = []

    @contextmanager
    def open(self, width: int, theme: Theme, problems: list[str]) -> Iterator[Page]:
        """Open a window without cookies; what goes wrong in it lands in `problems`."""
        page = self._free.pop() if self._free else self._new_page()
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=theme, media="screen", forced_colors="none")
        try:
            with noting(page, problems):
                yield page
                forget(page)
        except BaseException:
            page.context.close()
            raise
        self._free.append(page)

    def _new_page(self) -> Page:
        context = new_context(self._browser)
        if self._maps != "all":
            context.add_init_script(_PAINT % _IS_PAINTED[self._maps])
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Animation.enable")
        session.send("Animation.setPlaybackRate", {"playbackRate": _HASTE})
        return page


def new_context(
    browser: Browser,
    width: int = WIDTHS[0],
    theme: Theme = "light",
    *,
    trusts_all: bool = False,
) -> BrowserContext:
    """A reader's browser: its own cookies and cache; perhaps it trusts any certificate."""
    viewport = ViewportSize(width=width, height=HEIGHT)
    context = browser.new_context(
        viewport=viewport, color_scheme=theme, locale="en-GB", ignore_https_errors=trusts_all
    )
    context.set_default_timeout(PATIENCE)
    context.add_init_script(_ARRIVED)
    return context


def forget(page: Page) -> None:
    """Leave the app and forget what it kept, on a page of its server.

    Elsewhere the browser would also drop what it has compiled.
    """
    if page.url != "about:blank":
        page.goto(urljoin(page.url, "/healthz"))
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.context.clear_cookies()


@contextmanager
def noting(page: Page, problems: list[str]) -> Iterator[None]:
    """Note what goes wrong in a tab."""
    listeners: dict[Any, Callable[[Any], None]] = {
        "console": lambda message: _note_console(message, problems),
        "pageerror": lambda error: problems.append(f"script error: {error}"),
        "request": lambda request: _note_foreign(request, problems),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    yield
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


def visit(page: Page, address: str) -> None:
    """Open an address and wait until everything is drawn."""
    page.goto(address)
    until_quiet(page)


def follow(page: Page, address: str) -> None:
    """Go to an address of the app the way its links lead: a new run, not a new front end.

    It takes a fraction of the time of a visit, and the session remembers what was chosen in it.
    """
    page.evaluate(_FOLLOW, address)
    until_quiet(page)


def turn(page: Page, theme: Theme) -> None:
    """Turn the reader's system light or dark, and draw the page anew at once."""
    _turn_system(page, theme)
    page.keyboard.press("r")  # Streamlit's own key; else it happens at the next look at the store
    until_quiet(page)


def _turn_system(page: Page, theme: Theme) -> None:
    paper = rgb((DARK if theme == "dark" else LIGHT).paper)
    on_paper = f"rgb({', '.join(map(str, paper))})"
    for _ in range(TURNS):
        page.emulate_media(color_scheme=theme)
        try:
            page.wait_for_function(_IS_ON_PAPER, arg=on_paper, polling=100, timeout=TURN_PATIENCE)
        except PlaywrightTimeoutError:
            # Streamlit's front end forgets a turn that comes in the instant in which a run begins.
            page.emulate_media(color_scheme="light" if theme == "dark" else "dark")
        else:
            return
    raise AssertionError(f"The page never turned {theme}.")


def _note_console(message: ConsoleMessage, problems: list[str]) -> None:
    asked = urlsplit(str(message.location.get("url", ""))).path
    is_probe = asked.endswith(PROBES) and asked not in PROBES
    is_told = message.text.startswith(SAID_TO_THE_READER)
    if message.type == "error" and not is_probe and not is_told:
        problems.append(f"console: {message.text} ({asked})")


def _note_foreign(request: Request, problems: list[str]) -> None:
    asked = urlsplit(request.url)
    if asked.scheme not in LOCAL_SCHEMES and asked.hostname not in OURSELVES:
        problems.append(f"asked another host: {request.url}")
