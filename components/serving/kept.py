"""Answers kept by their path: each is given as it was made while a newer one is on its way."""

import asyncio
import logging
import time
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from math import inf
from threading import Lock

from cachetools import LRUCache
from starlette.exceptions import HTTPException

from components.api.answers import Answer
from store.database import faults
from store.ground.errors import UnusableStoreError

LOG = logging.getLogger(__name__)
MOST_BYTES = 32_000_000
LOOK = 2.0  # seconds between two looks at the store, however many readers there are
PAUSE = 60.0  # seconds between two times that a page is made anew, however much is approved


@dataclass(slots=True)
class Held:
    """An answer, the state of the store that it was made in, and when it was last made anew."""

    answer: Answer
    state: Hashable
    renewed_at: float = -inf


class Kept:
    """Answers from memory; whoever asks waits only for what nobody asked for before.

    `state` tells one state of the store from the next, `make` makes the answer at a path; both run
    in one thread.
    """

    def __init__(
        self,
        state: Callable[[], Hashable],
        make: Callable[[str], Answer],
        look: float = LOOK,
        pause: float = PAUSE,
    ) -> None:
        self._state, self._make, self._look, self._pause = state, make, look, pause
        self._held: LRUCache[str, Held] = LRUCache(MOST_BYTES, lambda held: held.answer.weight)
        self._making: dict[str, Future[Answer]] = {}
        self._newest: Hashable = None
        self._looked_at = -inf
        self._lock = Lock()
        # One: what a run keeps for itself is the program's where no page is drawn.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="site")

    async def get(self, path: str) -> Answer:
        """The answer at a path.

        Errors: HTTPException for what there is not; UnusableStoreError where the store cannot be
        read and nobody asked for the path before.
        """
        with self._lock:
            now = time.monotonic()
            if now - self._looked_at >= self._look:
                self._looked_at = now
                self._thread.submit(self._look_again).add_done_callback(_log_failure)
            held = self._held.get(path)
            if held is None:
                making = self._begin(path)
            else:
                if held.state != self._newest and now - held.renewed_at >= self._pause:
                    held.renewed_at = now
                    self._begin(path).add_done_callback(_log_failure)
                return held.answer
        # Whoever leaves meanwhile must not take the page away from the others who wait.
        return await asyncio.shield(asyncio.wrap_future(making))

    def _begin(self, path: str) -> Future[Answer]:
        if path not in self._making:
            self._making[path] = self._thread.submit(self._renew, path)
        return self._making[path]

    def _look_again(self) -> None:
        try:
            with faults.told():
                newest = self._state()
        except UnusableStoreError:
            return  # what is kept goes on, and says of when it is
        with self._lock:
            self._newest = newest

    def _renew(self, path: str) -> Answer:
        try:
            state = self._state()
            answer = self._make(path)
            with self._lock:
                self._newest = state
                before = self._held.get(path)
                renewed_at = before.renewed_at if before else -inf
                self._held[path] = Held(answer, state, renewed_at)
            return answer
        except HTTPException:
            with self._lock:
                self._held.pop(path, None)
            raise
        finally:
            with self._lock:
                del self._making[path]


def _log_failure(making: Future[Answer] | Future[None]) -> None:
    """Say why pages stay as they were: nobody waits who could be told."""
    error = making.exception()
    if error is not None and not isinstance(error, HTTPException):
        LOG.error("not made anew for the site", exc_info=error)
