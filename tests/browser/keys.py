"""A reader without a pointer, whose presses are counted."""

from playwright.sync_api import Page

# What has the focus: its words, whether a ring shows it, whether it lies in sight.
FOCUSED = """
() => {
  const element = document.activeElement, {outlineStyle, visibility} = getComputedStyle(element);
  const {x, y, right, bottom} = element.getBoundingClientRect();
  const inSight = right > 0 && bottom > 0 && x < innerWidth && y < innerHeight;
  const isPage = element.dataset.testid === 'stMain'; // which scrolls
  const words = isPage ? '' : element.ariaLabel || element.innerText.trim();
  return [words, isPage || outlineStyle !== 'none', inSight && visibility === 'visible'];
}
"""


class NoWayError(Exception):
    """What is looked for is not reached by keys."""


class Keys:
    """The keyboard of a page."""

    def __init__(self, page: Page) -> None:
        """Begin without a press."""
        self.page = page
        self.presses = 0

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.presses += 1

    def tab_to(self, words: str, most: int = 60) -> None:
        """Press Tab until what has the focus is called by these words.

        Errors: NoWayError.
        """
        for _press in range(most):
            self.press("Tab")
            if words in self.page.evaluate(FOCUSED)[0]:
                return
        raise NoWayError(words)
