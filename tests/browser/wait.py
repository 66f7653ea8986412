"""When a page is finished: the script has ended, everything is drawn, nothing moves any more."""

from playwright.sync_api import Page

PATIENCE = 180_000  # milliseconds; far more than any page needs, on a busy machine too
QUIET_LOOKS = 5  # so many looks in a row must see no change
BETWEEN_LOOKS = 100  # milliseconds

# The front end names its own state on the app's element: `notRunning` only after a run has ended.
_IS_QUIET = """
(looks) => {
  // Every change begins the count anew but the state's name: the app often looks for news.
  const begin = () => {
    const state = {looks: 0, address: location.href};
    const isNews = ({attributeName}) => attributeName !== 'data-test-script-state';
    const note = (changes) => { if (changes.some(isNews)) state.looks = 0; };
    const all = {subtree: true, childList: true, characterData: true, attributes: true};
    new MutationObserver(note).observe(document, all);
    return state;
  };
  const state = (window.quiet ??= begin());
  // Between the first look and the last, that nothing changed is enough to know.
  if (state.looks > 0 && state.looks < looks && state.address === location.href) {
    state.looks += 1;
    return false;
  }
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
  state.looks = ready && state.address === location.href ? state.looks + 1 : 0;
  state.address = location.href;
  return state.looks > looks;
}
"""


def until_quiet(page: Page) -> None:
    """Return once the page has been finished for half a second."""
    page.evaluate("() => { if (window.quiet) window.quiet.looks = 0; }")
    page.wait_for_function(_IS_QUIET, arg=QUIET_LOOKS, polling=BETWEEN_LOOKS, timeout=PATIENCE)
