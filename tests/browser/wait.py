"""When a page is finished: the script has ended, everything is drawn, nothing moves any more."""

from playwright.sync_api import Page

PATIENCE = 60_000  # milliseconds; far more than any page needs
QUIET_LOOKS = 5  # so many looks in a row must see the same page
BETWEEN_LOOKS = 100  # milliseconds

# The front end names its own state on the app's element: `notRunning` only after a run has ended.
_IS_QUIET = """
(looks) => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = (chart) => [...chart.querySelectorAll('canvas, svg')]
    .some((picture) => picture.getBoundingClientRect().height > 0);
  const ready = app
    && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"],'
      + '[data-testid="stAppSkeleton"], [data-testid="stSpinner"], [data-testid="stStatusWidget"]')
    && all('[data-testid="stVegaLiteChart"], [data-testid="stDeckGlJsonChart"]').every(drawn)
    && all('img').every((image) => image.complete)
    && document.fonts.status === 'loaded';
  const seen = ready ? location.href + document.body.innerHTML.length : '';
  const same = ready && window.lastSeen === seen;
  window.lastSeen = seen;
  window.quietLooks = same ? window.quietLooks + 1 : 0;
  return window.quietLooks >= looks;
}
"""


def until_quiet(page: Page) -> None:
    """Return once the page has been finished for half a second."""
    page.evaluate("window.quietLooks = 0")
    page.wait_for_function(_IS_QUIET, arg=QUIET_LOOKS, polling=BETWEEN_LOOKS, timeout=PATIENCE)
