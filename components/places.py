"""Places by their names in the reader's language."""

from components import cache
from components.text import LANGUAGE, _


def name(code: str) -> str:
    """The place's name; the code itself where the store does not know it."""
    place = cache.places().get(code)
    if place is None:
        return code
    return _("World") if place.kind == "world" else getattr(place, f"name_{LANGUAGE}")
