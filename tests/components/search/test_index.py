"""Words are found however they are accented, half typed, or typed with a slip of the hand."""

import pytest

from components.search.entries import Entry
from components.search.index import Index

INDEX = Index(
    [
        (
            "Objectives",
            [
                Entry("Investment plans (B1)", "b1", "Strategies carry soil-health targets"),
                Entry("Carbon markets (A5)", "a5", "Second-hand plans do not count"),
                Entry("NDCs (A1)", "a1", "Climate plans of the Parties"),
            ],
        ),
        ("Places", [Entry("Côte d’Ivoire", "civ"), Entry("Perú", "per")]),
        ("Pages", [Entry("Agroforestry, silvopasture", "pages", "Named by Parties")]),
    ]
)


def found(typed: str) -> list[str]:
    """The addresses of what is found, in their order."""
    return [entry.address for _kind, entries in INDEX.find(typed).groups for entry in entries]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("cote", ["civ"]),
        ("PERU", ["per"]),
        ("Péru", ["per"]),
        ("agrofrestry", ["pages"]),  # a letter left out
        ("agrofroestry", ["pages"]),  # two in each other's place
        ("agrofrest", ["pages"]),  # half typed, and a letter left out
        ("forestry", ["pages"]),  # the end of a word
        ("invstment plans", ["b1"]),
        ("soil-health", ["b1"]),
        ("b1", ["b1"]),
        ("ndc", ["a1"]),  # not within “Second”
        ("plans", ["b1", "a5", "a1"]),  # the name before what is said
        ("parties", ["a1", "pages"]),
        ("plans parties", ["a1"]),  # every word
        ("xyz", []),
        ("ndx", []),  # too short for a slip
        ("silvopstre", ["pages"]),
        ("silvpstre", []),  # three slips are another word
    ],
)
def test_what_is_found(typed: str, wanted: list[str]) -> None:
    assert found(typed) == wanted


def test_it_tells_what_was_typed_from_what_comes_close() -> None:
    assert INDEX.find("agroforestry").is_exact
    assert not INDEX.find("agrofrestry").is_exact


def test_the_best_kind_comes_first() -> None:
    kinds = [kind for kind, _entries in INDEX.find("pe").groups]
    assert kinds == ["Places"]
    assert INDEX.find("a").groups[0][0] == "Objectives"
