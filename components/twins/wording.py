"""Pairs of twin regions in words: states, kinds of places, a pair and a place by name."""

from collections.abc import Sequence
from textwrap import shorten

from components.language.text import _, _c, day
from components.reader.places import Names
from store.activities.twins import Pair
from store.models import PairState, SideKind, TwinSide

LONGEST = 60  # characters of a name where there is little room


def state_name(state: PairState) -> str:
    """A state as the screen says it."""
    return {
        PairState.PROPOSED: _c("state of a pair", "proposed"),
        PairState.AGREED: _c("state of a pair", "agreed"),
        PairState.ACTIVE: _c("state of a pair", "active"),
        PairState.ENDED: _c("state of a pair", "ended"),
    }[state]


def kind_name(kind: SideKind) -> str:
    """A kind of place as the screen says it."""
    return {
        SideKind.REGION: _c("kind of place", "region"),
        SideKind.MUNICIPALITY: _c("kind of place", "municipality"),
        SideKind.COUNTRY: _c("kind of place", "country"),
    }[kind]


def place(side: TwinSide, names: Names) -> str:
    """A place with its country, each said once."""
    country = names[side.place_code]
    return (
        country
        if side.kind == SideKind.COUNTRY and side.name == country
        else f"{side.name}, {country}"
    )


def short(words: str) -> str:
    """Words for a narrow place: cut, where they are long, and marked as cut."""
    cut = shorten(words, LONGEST, placeholder=" …")
    return cut if len(cut) > len(" …") else f"{words[:LONGEST]}…"


def since(pair: Pair) -> str:
    """A pair's state with the day from which it holds."""
    return _("{state} since {day}", state=state_name(pair.row.state), day=day(pair.row.since))


def label(pair: Pair, names: Names) -> str:
    """A pair in a list of pairs."""
    return f"{pair.row.name}: {' – '.join(place(side, names) for side in pair.sides)}"


def labels(pairs: Sequence[Pair], names: Names) -> dict[str, str]:
    """Code → label of each pair, no label twice: the browser knows a choice by its label."""
    unique: dict[str, str] = {}
    taken: set[str] = set()
    for pair in pairs:
        text = label(pair, names)
        unique[pair.row.code] = f"{text} ({pair.row.code[:8]})" if text in taken else text
        taken.add(text)
    return unique


def municipalities(pair: Pair) -> str:
    """The municipalities of both places in one cell."""
    return "; ".join(", ".join(side.municipalities) for side in pair.sides if side.municipalities)


def described(side: TwinSide, names: Names) -> str:
    """A place with its kind and its municipalities."""
    text = f"{place(side, names)} ({kind_name(side.kind)})"
    if not side.municipalities:
        return text
    return _("{place}: {municipalities}", place=text, municipalities=", ".join(side.municipalities))
