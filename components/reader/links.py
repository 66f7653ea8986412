"""Links inside our own HTML, to another page in the same view.

They are plain links, which work without any script. `links.js` makes a click on one a new run of
the same session, where the browser alone would load the whole front end anew.
"""

from html import escape
from urllib.parse import urlencode

from components.reader import bar


def address(page: str, **parameters: str) -> str:
    """Where a link to the page of this address leads, the reader's view kept."""
    query = urlencode(bar.link(**parameters))
    return f"{page}?{query}" if query else page


def link(label: str, page: str, **parameters: str) -> str:
    """The link as HTML."""
    return f'<a href="{escape(address(page, **parameters))}">{escape(label)}</a>'
