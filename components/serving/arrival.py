"""What a browser shows while the front end is on its way: a word, then the light page itself.

Over a slow link that takes many seconds. The word stands in the page that the server sends first,
in the reader's language; the light page of the same view is asked for where the wait is long. Both
go when the app's own heading comes.
"""

import gzip
import re
from collections.abc import Callable, Mapping
from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.api import takes_gzip
from components.language import spoken
from components.language.text import _
from components.look import style
from components.reader import scripts
from components.serving.base import BASE
from components.serving.bundles import STATIC

# Whoever has the front end already, or a quick link, never sees the word, and is not sent the light
# page: a browser asks for a lazy frame once it comes near the window. (An empty one costs 40 ms.)
# Marks may come before our style sheet, and must not ask for the italic type either.
STYLE = """
<style>
p.arrival { position: fixed; inset: 0 0 auto; height: 4rem; margin: 0; padding: 0.4rem 1rem;
  text-align: center; z-index: 999999;
  font: 17px/1.6 "Source Sans", system-ui, sans-serif; visibility: hidden;
  animation: arrival 0s 1s forwards; }
.arrival a { color: inherit; }
iframe.arrival { position: fixed; inset: 4rem 0 0; width: 100%; height: calc(100% - 4rem);
  border: 0; z-index: 999998; background: Canvas;
  transform: translateY(999999px); visibility: hidden; animation: light 0s 2.5s forwards; }
@keyframes light { to { visibility: visible; transform: none; } }
@keyframes arrival { to { visibility: visible; } }
body:has([data-testid="stMain"] h1) .arrival { display: none; }
:root { color-scheme: light dark; }
i { font-style: normal; }
@media print { .arrival { display: none; } }
</style>
"""
# What every page asks for once the front end knows what is on it: asked for with the front end.
PRELOADED = ("Html", "purify.es")
BEEN_HERE = "_streamlit_xsrf"  # the cookie of whoever has the front end, who need not wait for it
PAGE = re.compile("[a-z-]*")
SHEET = r'<link\s+rel="stylesheet"[^>]*>'
NO_PAGES = {"api", "healthz", "metrics", "overview", "readyz", "site"}
Twin = Callable[[str, Mapping[str, str]], str]
Says = Callable[[str, Mapping[str, str]], bool]


class Arrivals:
    """Answers requests for a page of the app: the front end's own page, and the word in it."""

    def __init__(self, app: ASGIApp, twin: Twin, is_same: Says) -> None:
        """`twin` says where the light page of a page is, below the home of the app.

        `is_same` says whether that page shows what the page will.
        """
        self.app = app
        self._template = _template((STATIC / "index.html").read_text(encoding="utf-8"))
        self._twin, self._is_same = twin, is_same

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on whatever is not a GET of a page."""
        page = _page(scope)
        if page is None:
            await self.app(scope, receive, send)
            return
        asked = Request(scope)
        is_first = BEEN_HERE not in asked.cookies
        body = self._index(page, asked.query_params, is_first=is_first).encode()
        headers = {"cache-control": "no-cache", "vary": "accept-encoding", "link": _early()}
        if takes_gzip(asked.headers):
            body, headers["content-encoding"] = gzip.compress(body, 6), "gzip"
        response = Response(body, media_type="text/html", headers=headers)
        await response(scope, receive, send)

    def _index(self, page: str, query: Mapping[str, str], *, is_first: bool) -> str:
        asked = query.get("lang", "")
        language = asked if asked in spoken.codes() else spoken.DEFAULT
        with spoken.speaking(language):
            link = escape(f"{BASE}/{self._twin(page, query)}")
            said = escape(_("The dashboard is on its way."))
            offer = escape(_("Over a slow link: the same as a light page"))
            name = escape(_("4 per 1000 Dashboard"))
        light = f'<iframe class="arrival" loading="lazy" src="{link}" title="{offer}"></iframe>'
        return self._template.format(
            language,
            name,
            f'<link rel="alternate" href="{link}" title="{offer}">{STYLE}',
            f'<p class="arrival">{said}<br><a href="{link}">{offer}</a></p>'
            f"{light if is_first and self._is_same(page, query) else ''}",
        )


def _page(scope: Scope) -> str | None:
    """The path of the page that is asked for, below the home of the app; None for anything else."""
    home = f"{BASE}/"
    is_asked = scope["type"] == "http" and scope["method"] == "GET"
    if not is_asked or not scope["path"].startswith(home):
        return None
    page = scope["path"].removeprefix(home)
    return page if PAGE.fullmatch(page) and page not in NO_PAGES else None


def _preloads() -> str:
    files = [path for name in PRELOADED for path in STATIC.glob(f"static/js/{name}.*.js")]
    return "".join(
        f'<link rel="modulepreload" crossorigin href="./{path.relative_to(STATIC).as_posix()}">'
        for path in files
    )


def _early() -> str:
    """Style sheet and script of our pages: asked for beside the front end, not after a run."""
    files = {style.SHEET.address: "style", scripts.SCRIPT.address: "script"}
    return ", ".join(
        "; ".join([f"<{address}>", "rel=preload", f"as={kind}"]) for address, kind in files.items()
    )


def _template(index: str) -> str:
    """The front end's page with places for language, name, head and the word.

    Its style sheet is for formulas and its typeface may come later: neither holds the word up.
    """
    template = index.replace("{", "{{").replace("}", "}}")
    template = re.sub(r'<link\s+rel="preload".*?/>', "", template, flags=re.DOTALL)
    sheets = "".join(re.findall(SHEET, template))
    template = re.sub(SHEET, "", template)
    template = template.replace('<html lang="en">', '<html lang="{0}">', 1)
    template = re.sub("<title>.*?</title>", "<title>{1}</title>", template, count=1)
    template = template.replace("</head>", f"{_preloads()}{{2}}</head>", 1)
    return template.replace('<div id="root">', f'{{3}}{sheets}<div id="root">', 1)
