"""What a reader may not meet on a page: errors, sideways scrolling, cut words, blanks."""

import re
from collections.abc import Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Words that no text of ours says and that a slip in a program leaves on the screen.
SLIPS = re.compile(
    r"\b(Traceback|undefined|NaN|nan|Infinity|NoneType|\w+Error)\b|^(None|null|inf)$"
)

# Streamlit's own, each with its reason.
CUT_BY_STREAMLIT = (
    # The grid behind a table on canvas exists for screen readers only.
    '[data-testid="data-grid-canvas"]',
    # The date field scrolls its own segments into sight as one types.
    '[data-testid="stDateInputFieldsScroller"]',
)
BARRIERS_BY_STREAMLIT = {
    # The narrow menu puts its groups as headers and divs into the list of pages.
    "list": r'^<ul data-testid="stSidebarNavItems"',
    "listitem": r'^<li class="st-emotion-cache-',
}

_SIDEWAYS = """
() => [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
  .filter((element) => element && element.scrollWidth > element.clientWidth + 1)
  .map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`)
"""

# A chart's marks lie in groups of their own, which are there and empty when nothing was drawn.
_EMPTY = """
() => [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')]
  .filter((chart) => !chart.querySelector('.role-mark > *'))
  .map((chart) => chart.getAttribute('aria-label') || chart.outerHTML.slice(0, 200))
"""

# Each line of text is held against every box around it that hides what overflows; a box that
# scrolls shows everything in the end, so nothing beyond it counts.
_CUT = """
(spared) => {
  const found = new Set();
  const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
  const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
  const cutBy = (rect, element) => {
    let across = true, down = true;
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box), edge = box.getBoundingClientRect();
      const flows = style.display === 'inline' && !(box instanceof SVGSVGElement);
      if (flows || style.display === 'contents') continue;
      if (edge.width <= 1 || edge.height <= 1 || style.opacity === '0') return null;
      if (style.position === 'fixed') return null;
      across = across && !scrolls(style.overflowX);
      down = down && !scrolls(style.overflowY);
      if (across && hides(style.overflowX)
          && (rect.right > edge.right + 1.5 || rect.left < edge.left - 1.5)) return box;
      if (down && hides(style.overflowY)
          && (rect.bottom > edge.bottom + 4 || rect.top < edge.top - 4)) return box;
    }
    return null;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility({visibilityProperty: true})) continue;
    if (spared.some((selector) => element.closest(selector))) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      const box = rect.width > 0 && cutBy(rect, element);
      const words = text.data.trim().slice(0, 60);
      if (box) found.add(`${words} (in ${box.dataset.testid || box.getAttribute('class')})`);
    }
  }
  return [...found];
}
"""

AXE = Axe().axe_script
# Of every other rule axe would describe each element that keeps it, at half the cost.
_VIOLATIONS = """
(rules) => axe.run({
  resultTypes: ['violations'],
  ...(rules.length ? {runOnly: {type: 'rule', values: rules}} : {}),
}).then((results) => results.violations)
"""
COLOURS = ("color-contrast",)  # what differs between two themes of one page


def errors(page: Page) -> list[str]:
    """Exceptions and red boxes on the page, and words that only a slip leaves there."""
    boxes = page.locator('[data-testid="stException"], [data-testid="stAlertContentError"]')
    lines = page.locator("body").inner_text().splitlines()
    return boxes.all_inner_texts() + [line for line in lines if SLIPS.search(line.strip())]


def sideways(page: Page) -> list[str]:
    """What would make the whole page scroll sideways."""
    return page.evaluate(_SIDEWAYS)


def cut_off(page: Page) -> list[str]:
    """Words that a box hides in part, though nothing scrolls them into sight."""
    return page.evaluate(_CUT, list(CUT_BY_STREAMLIT))


def empty_charts(page: Page) -> list[str]:
    """Charts without a mark."""
    return page.evaluate(_EMPTY)


def barriers(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """Serious and critical violations of axe-core's rules, of all of them, but Streamlit's own."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [
        f"{violation['id']}: {node['target']} {node['html'][:200]}"
        for violation in page.evaluate(_VIOLATIONS, list(rules))
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
        if not _is_streamlits(violation["id"], node)
    ]


def _is_streamlits(rule: str, node: dict[str, str]) -> bool:
    return bool(re.search(BARRIERS_BY_STREAMLIT.get(rule, r"(?!)"), node["html"]))


def complaints(page: Page, rules: Sequence[str] = ()) -> dict[str, list[str]]:
    """Everything that a reader of this page would complain of; nothing is the goal.

    `rules` are those of axe-core, all where none is named.
    """
    found = {
        "errors": errors(page),
        "sideways": sideways(page),
        "cut off": cut_off(page),
        "empty charts": empty_charts(page),
        "barriers": barriers(page, rules),
    }
    return {kind: list_ for kind, list_ in found.items() if list_}
