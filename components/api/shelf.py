"""What was answered before, kept until it weighs too much: the least used goes first."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things by key, safe for threads. What alone weighs more than half is not kept."""

    def __init__(self, most: int, weigh: Callable[[T], int]) -> None:
        self._most, self._weigh = most, weigh
        self._held: OrderedDict[object, T] = OrderedDict()
        self._weight = 0
        self._looking, self._making = Lock(), Lock()

    def get(self, key: object) -> T | None:
        """The thing, if it is still there."""
        with self._looking:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def get_or_make(self, key: object, make: Callable[[], T]) -> T:
        """The thing, made where it is not there: one at a time, however many ask."""
        found = self.get(key)
        if found is not None:
            return found
        with self._making:
            found = self.get(key)
            if found is None:
                found = make()
                self._put(key, found)
            return found

    def _put(self, key: object, thing: T) -> None:
        weight = self._weigh(thing)
        if 2 * weight > self._most:
            return
        with self._looking:
            self._held[key] = thing
            self._weight += weight
            while self._weight > self._most:
                _oldest, dropped = self._held.popitem(last=False)
                self._weight -= self._weigh(dropped)
