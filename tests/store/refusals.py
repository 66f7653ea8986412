"""What somebody is told whom the store refuses something."""

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from store.ground.complaints import refusals
from store.ground.errors import StoreError


def told(act: Callable[[], object]) -> str:
    """The sentence with which an act is refused."""
    with pytest.raises((StoreError, ValidationError)) as refused:
        act()
    return str(refusals(refused.value)[0])
