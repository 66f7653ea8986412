"""What was answered before, kept until it weighs too much: the least used goes first."""

from collections.abc import Callable, Hashable
from threading import Condition
from typing import TypeVar

from cachetools import LRUCache, cached

T = TypeVar("T")
Shelf = Callable[[Hashable, Callable[[], T]], T]


def shelf(most: int, weigh: Callable[[T], int]) -> Shelf[T]:
    """A function of a key and of what makes the thing where it is not there, safe for threads.

    Unit: `most` and `weigh` share one, such as bytes. What alone weighs more than half of `most`
    is not kept, or it would drive out the rest.
    """

    def weight(thing: T) -> int:
        weight = weigh(thing)
        return weight if 2 * weight <= most else most + 1

    # With a condition each thing is made once, however many ask for it meanwhile.
    @cached(LRUCache(most, weight), key=lambda key, _make: key, condition=Condition())
    def get_or_make(_key: Hashable, make: Callable[[], T]) -> T:
        return make()

    return get_or_make
