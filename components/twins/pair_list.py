"""The pairs as a list of links beside the one that is shown."""

from collections.abc import Sequence
from html import escape

from components.language.text import _, _c
from components.look import isolation
from components.reader import links
from components.reader.places import name
from components.twins import wording
from store.activities.twins import Pair
from store.models import PairState

FIRST = (PairState.ACTIVE, PairState.AGREED, PairState.PROPOSED, PairState.ENDED)


def ordered(pairs: Sequence[Pair]) -> list[Pair]:
    """Active pairs first, ended ones last; of each state the newest first."""
    newest = sorted(pairs, key=lambda pair: pair.row.since, reverse=True)
    return sorted(newest, key=lambda pair: FIRST.index(pair.row.state))


def build(pairs: Sequence[Pair], chosen: str) -> str:
    """The list as HTML; `chosen` is the code of the pair that is shown."""
    rows = "".join(_row(pair, is_chosen=pair.row.code == chosen) for pair in pairs)
    label = escape(_c("heading of a list", "Pairs"))
    return f'<nav class="pair-list" aria-label="{label}"><ul>{rows}</ul></nav>'


@isolation.piece
def _row(pair: Pair, *, is_chosen: bool) -> str:
    address = escape(links.address("twins", pair=pair.row.code))
    countries = " – ".join(name(side.place_code) for side in pair.sides)
    state = _(
        "{countries} · {state} since {year}",
        countries=countries,
        state=wording.state_name(pair.row.state),
        year=pair.row.since.year,
    )
    here = ' aria-current="true"' if is_chosen else ""
    return (
        f'<li{here}><a href="{address}"{here}><b>{escape(wording.short(pair.row.name))}</b>'
        f"<small>{escape(state)}</small></a></li>"
    )
