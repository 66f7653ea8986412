"""What `make run` starts: the Streamlit script in a server that compresses and guards it."""

import gc
import logging
from pathlib import Path

# Imported here, once and before the first visitor, instead of inside the first page.
import altair  # noqa: F401
import pandas  # noqa: F401
import pydeck  # noqa: F401
import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from streamlit.runtime.pages_manager import PagesManager

from components import api
from components.reader import access
from components.serving import bundles, logs, metrics, whole_runs
from components.serving.arrival import Arrivals
from components.serving.base import BASE
from components.serving.bundles import CompressedBundles
from components.serving.headers import GuardedAnswers
from components.serving.limits import LimitedVisitors
from components.serving.maker import Maker
from components.serving.sign_in import ToldSignIn
from components.serving.uploads import GuardedUploads
from components.shell import faults
from components.site import light, twin

# Until st.navigation has run once, Streamlit takes a folder named pages/ for its old kind of
# pages: the first visitor's deep link would be "not found". Ours are declared in app.py.
PagesManager.uses_pages_directory = False


async def healthz(_request: Request) -> Response:
    """The process answers; whether the store does is another question."""
    return PlainTextResponse("ok")


async def overview(request: Request) -> Response:
    """The Overview lives at `/`; its name leads there, the view in the address kept."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{BASE}/{query}", status_code=307)


def routes(base: str) -> list[BaseRoute]:
    """What is answered without Streamlit, below a path."""
    return [
        Route(f"{base}/healthz", healthz),
        Route(f"{base}/metrics", metrics.answer),
        Route(f"{base}/overview", overview),
        *api.routes(base),
        *light.routes(base, Maker(light.PROGRAM).make),
    ]


# Streamlit itself holds the name in a request against this list for its websocket only.
ALLOWED_HOSTS = st.get_option("server.allowedHosts") or ["*"]

logs.begin()
whole_runs.keep()
if access.writes_locally():
    logging.getLogger(__name__).warning(
        "Local writing is on: whoever opens this server on this machine is the Secretariat."
    )

app = st.App(
    Path(__file__).parent / "app.py",
    on_script_error=faults.tell_reader,
    # At the top too: whoever balances load asks the process itself, not the proxy before it.
    routes=[*bundles.routes(), *routes(BASE), *(routes("") if BASE else [])],
    middleware=[
        Middleware(GuardedAnswers),
        Middleware(TrustedHostMiddleware, allowed_hosts=ALLOWED_HOSTS, www_redirect=False),
        Middleware(LimitedVisitors),
        Middleware(metrics.ClosedMetrics),
        Middleware(GuardedUploads),
        Middleware(ToldSignIn),
        Middleware(Arrivals, twin=twin.address, is_same=twin.is_same),
        Middleware(CompressedBundles),
    ],
)

# What was imported stays for good: looking through it for garbage held up every reader for 0.13 s.
gc.collect()
gc.freeze()
