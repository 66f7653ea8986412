"""Places by their names in the reader's language."""

from collections.abc import Mapping

from components.language.spoken import current
from components.language.text import _
from components.reader import cache
from store.models import Place, PlaceKind

Names = Mapping[str, str]


def name(code: str) -> str:
    """The place's name; the code itself where the store does not know it."""
    place = cache.places().get(code)
    return code if place is None else _name(place)


def names() -> Names:
    """The name of every place by its code, for whoever names thousands of them."""
    return cache.derived("names", (), lambda: {place.code: _name(place) for place in _all()})


def _all() -> list[Place]:
    return list(cache.places().values())


def _name(place: Place) -> str:
    if place.kind == PlaceKind.WORLD:
        return _("World")
    return getattr(place, f"name_{current().code}", place.name_en)
