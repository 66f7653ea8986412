"""The pages of three scripts beside this one, with sessions as our own server makes them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

import server  # noqa: F401  # from here on every session of this process is as it wants them

loops: list[asyncio.AbstractEventLoop] = []  # the server's one


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Note the event loop, for the page."""
    loops.append(asyncio.get_running_loop())
    yield


HERE = Path(__file__).parent
late = st.App(HERE / "late_page.py", lifespan=lifespan)
slow = st.App(HERE / "slow_page.py")
two = st.App(HERE / "two_pages.py")
