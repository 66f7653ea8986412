"""Pairs of twin regions in words: states, places with their countries, labels."""

import datetime as dt
from typing import Any

import pytest

from components.twins import wording
from store.activities.twins import Pair
from store.models import PairState, SideKind, TwinPair, TwinSide

NAMES = {"FRA": "France", "KEN": "Kenya"}


def side(name: str = "Occitanie", kind: SideKind = SideKind.REGION, **content: Any) -> TwinSide:
    """A region of France."""
    usual: dict[str, Any] = {"place_code": "FRA", "municipalities": []}
    return TwinSide(**usual | content, name=name, kind=kind)


def pair(code: str = "0123456789", **content: Any) -> Pair:
    """Occitanie and Narok."""
    usual: dict[str, Any] = {"name": "Soils", "state": "active", "since": dt.date(2026, 3, 2)}
    first, second = content.pop("sides", (side(), side("Narok", place_code="KEN")))
    return Pair(TwinPair(**usual | content, code=code), first, second)


def test_every_state_and_kind_has_its_word() -> None:
    assert {state: wording.state_name(state) for state in PairState} == {
        "proposed": "proposed",
        "agreed": "agreed",
        "active": "active",
        "ended": "ended",
    }
    assert {kind: wording.kind_name(kind) for kind in SideKind} == {
        "region": "region",
        "municipality": "municipality",
        "country": "country",
    }


@pytest.mark.parametrize(
    ("place", "said", "described"),
    [
        (side(), "Occitanie, France", "Occitanie, France (region)"),
        (side("France", SideKind.COUNTRY), "France", "France (country)"),
        (side("The South", SideKind.COUNTRY), "The South, France", "The South, France (country)"),
        (side("France"), "France, France", "France, France (region)"),
        (
            side(municipalities=["Albi", "Gaillac"]),
            "Occitanie, France",
            "Occitanie, France (region): Albi, Gaillac",
        ),
    ],
)
def test_a_place_and_its_country_are_each_said_once(
    place: TwinSide, said: str, described: str
) -> None:
    assert wording.place(place, NAMES) == said
    assert wording.described(place, NAMES) == described


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Occitanie", "Occitanie"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 60 + "…"),
        (f"{'a' * 30} {'b' * 30}", f"{'a' * 30} …"),
    ],
)
def test_words_are_cut_where_there_is_little_room(words: str, said: str) -> None:
    assert wording.short(words) == said


def test_a_pair_says_since_when_its_state_holds() -> None:
    assert wording.since(pair(state="ended")) == "ended since 2 March 2026"


def test_no_two_pairs_have_one_label() -> None:
    label = "Soils: Occitanie, France – Narok, Kenya"
    assert wording.label(pair(), NAMES) == label
    pairs = [pair(), pair("abcdefghijk"), pair("other", name="Water")]
    assert wording.labels(pairs, NAMES) == {
        "0123456789": label,
        "abcdefghijk": f"{label} (abcdefgh)",
        "other": "Water: Occitanie, France – Narok, Kenya",
    }


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (["Albi", "Gaillac"], ["Kilgoris"], "Albi, Gaillac; Kilgoris"),
        ([], ["Kilgoris"], "Kilgoris"),
        ([], [], ""),
    ],
)
def test_the_municipalities_of_both_places_stand_together(
    first: list[str], second: list[str], said: str
) -> None:
    sides = side(municipalities=first), side("Narok", municipalities=second)
    assert wording.municipalities(pair(sides=sides)) == said
