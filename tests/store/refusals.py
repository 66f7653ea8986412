"""What somebody is told whom the store refuses something."""

from collections.abc import Callable

import pytest

from store.ground.errors import StoreError


def told(act: Callable[[], object]) -> str:
    """The sentence with which an act is refused."""
    with pytest.raises(StoreError) as refused:
        act()
    return str(refused.value)
