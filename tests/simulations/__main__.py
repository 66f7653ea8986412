"""Runs the simulations behind the method and compares them with their table.

`python -m tests.simulations [draws]` prints what differs by more than sampling explains, and the
number compared. Sampled shares may differ by four standard errors of both runs and 0.02 for what
the table leaves open (spreads, numbers drawn); half-widths by 5 %; the rest needs no dice and may
differ by rounding.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from tests.simulations import exact, sampled

TABLE = json.loads((Path(__file__).parent / "table.json").read_text(encoding="utf-8"))
DRAWS, SEED = 4000, 1
Pair = tuple[str, float, float, float]  # what, in the table, here, may differ by


def section(number: str) -> Any:
    """The section of the table whose title begins so."""
    return next(rows for title, rows in TABLE.items() if title.startswith(f"{number} "))


def by_rounding() -> Iterator[Pair]:
    """What needs no dice."""
    for target, rows in section("1").items():
        for year, known in rows.items():
            found = exact.called(int(target), int(year))
            yield from _each(f"1 target {target} in {year}", known, found, 0.002)
    for target, known in section("1b").items():
        found = exact.called_over_the_years(int(target))
        yield from _each(f"1b target {target}", known, found, 0.002)
    for name, rows in section("8").items():
        for year, known in rows.items():
            found = exact.s_curve(name, int(year))
            yield from _each(f"8 {name} in {year}", known, found, 0.006)


def by_sampling(draws: int, dice: Random) -> Iterator[Pair]:
    """What needs dice."""
    slack = 0.02 + 4 * (0.5 / draws**0.5)
    for points, known in section("2").items():
        found = sampled.drift_chance(int(points), draws, dice)
        yield from _named(f"2 {points} points", known, found, slack)
    for error, known in section("3").items():
        found = sampled.coverage(float(error), draws, dice)
        yield from _named(f"3 error {error}", known, found, slack)
    for share, known in section("4").items():
        found = sampled.lower_bounds(float(share), draws, dice)
        yield from _named(f"4 found {share}", known, found, 0)
    for truth, known in section("5").items():
        found = sampled.meetings(float(truth), draws, dice)
        yield from _named(f"5 truth {truth}", known, found, slack)
    for name in ("two digits", "one digit"):
        found = sampled.about(sampled.ROUNDINGS[name], draws, dice)
        yield from _named(f"7 {name}", section("7")[name], found, slack)
    for reporting, known in section("9").items():
        found = sampled.needle_error(int(reporting), draws, dice)
        yield f"9 {reporting} of 6", known["err_90"], found, slack


def _each(what: str, known: list[float], found: list[float], slack: float) -> Iterator[Pair]:
    for one, other in zip(known, found, strict=True):
        yield what, one, other, slack


def _named(
    what: str, known: dict[str, float], found: dict[str, float], slack: float
) -> Iterator[Pair]:
    for name, value in found.items():
        may = 0.05 * known[name] if name.endswith("half") else slack
        yield f"{what} {name}", known[name], value, may


def main(arguments: list[str]) -> int:
    """Print every difference and how much was compared; give 1 if anything differs."""
    draws = int(arguments[0]) if arguments else DRAWS
    pairs = [*by_rounding(), *by_sampling(draws, Random(SEED))]
    far = [pair for pair in pairs if abs(pair[1] - pair[2]) > pair[3] + 1e-9]
    for what, known, found, may in far:
        sys.stdout.write(f"{what}: table {known:.3f}, here {found:.3f}, may differ by {may:.3f}\n")
    sys.stdout.write(f"{len(pairs) - len(far)} of {len(pairs)} as in the table, {draws} draws\n")
    return 1 if far else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
