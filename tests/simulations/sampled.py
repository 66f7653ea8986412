"""What needs dice. Every function takes the number of draws and a source of chance."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from statistics import fmean

from store.progress import (
    DEFAULT,
    Assessment,
    Basis,
    Indicator,
    Kind,
    Observation,
    Parameters,
    Qualifier,
    Status,
    Target,
    Unit,
    assess,
    interval,
    rollup_mean,
)

LEVEL = Indicator(Kind.STOCK, Unit.CONTINUOUS, baseline=0, targets=(Target(2030, 100),))
LEVEL = replace(LEVEL, limits=(None, None))
COUNT = Indicator(Kind.CUMULATIVE, Unit.INTEGER, baseline=0, targets=(Target(2030, 98),))
FLAT = replace(DEFAULT, about_most=DEFAULT.about)


def seen(indicator: Indicator, values: dict[int, float], as_of: int) -> Assessment:
    """Assess exact figures by year."""
    return assess(
        indicator, [Observation(t, t, indicator.figure(v)) for t, v in values.items()], as_of
    )


def walk(
    dice: Random, start: float, pace: float, spread: float, years: list[int]
) -> dict[int, float]:
    """A random walk with drift, at the ends of years."""
    values: dict[int, float] = {}
    before, level = 2020, start
    for year in years:
        span = year - before
        level += pace * span + dice.gauss(0, spread * span**0.5)
        values[year], before = level, year
    return values


def drift_chance(points: int, draws: int, dice: Random) -> dict[str, float]:
    """A level exactly on its line in the mean: how often it is called behind, and what is said."""
    behind = small = 0
    years = list(range(2021, 2020 + points))
    for _ in range(draws):
        card = seen(LEVEL, walk(dice, 0, 10, 5, years), years[-1])
        if card.chance is None:
            continue
        behind += 1
        small += card.chance.figure < DEFAULT.chance_flag
    return {
        "really_called_behind": behind / draws,
        "figure_chance_below_10": small / draws,
    }


def coverage(error: float, draws: int, dice: Random) -> dict[str, float]:
    """How often the 80 % interval holds what comes, with a coded start that is off by an error."""
    held, halves = 0, []
    years = [2022, 2023, 2024, 2025, 2030]
    for _ in range(draws):
        values = walk(dice, 20, 6, 4, years)
        end = values.pop(2030)
        start = 20 + dice.choice((-error, error))
        coded = replace(
            LEVEL, baseline=start, basis=Basis.CODED, targets=(Target(2030, start + 200),)
        )
        projection = seen(coded, values, 2025).projection
        if projection is None or projection.low is None or projection.high is None:
            continue
        held += projection.low <= end <= projection.high
        halves.append((projection.high - projection.low) / 2)
    return {"v11_cover": held / draws, "v11_half": fmean(halves)}


def lower_bounds(found: float, draws: int, dice: Random) -> dict[str, float]:
    """Verdicts on "at least" figures, each event found with a probability: how many are wrong."""
    wrong = 0
    for _ in range(draws):
        truth = sum(dice.random() < 0.5 for _ in range(dice.choice((20, 60, 98))))
        reported = sum(dice.random() < found for _ in range(truth))
        figure = COUNT.figure(reported, Qualifier.AT_LEAST)
        card = assess(COUNT, [Observation(2025, 2025, figure)], 2025)
        exact = seen(COUNT, {2025: truth}, 2025).status
        if card.status is not Status.NOT_ENOUGH_DATA:
            wrong += not _holds(card, exact)
    return {"v11_wrong": wrong / draws}


def _holds(card: Assessment, exact: Status) -> bool:
    order = list(Status)[::-1]
    low, high = card.status_low or card.status, card.status_high or card.status
    return order.index(low) <= order.index(exact) <= order.index(high)


def meetings(truth: float, draws: int, dice: Random) -> dict[str, float]:
    """Five regions meet with a probability; 80 % of the meetings are reported, and no zeros."""
    lows, covers, verdicts, true = [], 0, 0, []
    for _ in range(draws):
        held = [dice.random() < truth for _ in range(5)]
        told = {
            str(n): (1.0, 1.0) if one and dice.random() < 0.8 else None
            for n, one in enumerate(held)
        }
        mean = rollup_mean(told, 0.5)
        true.append(fmean(held))
        lows.append(mean.low)
        covers += mean.low <= fmean(held) <= mean.high
        verdicts += mean.status is not Status.NOT_ENOUGH_DATA
    return {
        "true_mean": fmean(true),
        "v11_low_mean": fmean(lows),
        "v11_covers": covers / draws,
        "v11_verdict": verdicts / draws,
    }


def about(rounded: Callable[[float, Random], float], draws: int, dice: Random) -> dict[str, float]:
    """How often the band of "about" holds the true number that somebody rounded."""

    def holds(parameters: Parameters) -> float:
        kept = 0
        for _ in range(draws):
            truth = 10 ** dice.uniform(1, 3)
            value = rounded(truth, dice)
            figure = interval(value, Qualifier.ABOUT, False, (0.0, None), parameters)
            kept += figure.low <= truth <= figure.high
        return kept / draws

    return {"rule": holds(DEFAULT), "flat_5_percent": holds(FLAT)}


def digits(value: float, count: int) -> float:
    """A number rounded to some digits."""
    return float(f"{value:.{count - 1}e}")


ROUNDINGS: dict[str, Callable[[float, Random], float]] = {
    "two digits": lambda value, _: digits(value, 2),
    "one digit": lambda value, _: digits(value, 1),
    "next 50": lambda value, _: max(50.0, 50 * round(value / 50)),
    "read off by 5 % sd": lambda value, dice: digits(value * dice.gauss(1, 0.05), 2),
}


def needle_error(reporting: int, draws: int, dice: Random) -> float:
    """The error of a needle over some of six objectives that nine of ten needles stay below."""
    errors = []
    for _ in range(draws):
        shares = [dice.betavariate(2, 2) for _ in range(6)]
        errors.append(abs(fmean(shares[:reporting]) - fmean(shares)))
    return sorted(errors)[int(0.9 * draws)]


def verdict_by_age(years: int, draws: int, dice: Random) -> float:
    """How often a verdict is still right some years later, where the pace of a plan stays."""
    same = 0
    for _ in range(draws):
        values = walk(dice, 0, dice.uniform(2, 13), 5, [2022, 2022 + years] if years else [2022])
        then = seen(LEVEL, {2022: values[2022]}, 2022).status
        same += seen(LEVEL, values, 2022 + years).status is then
    return same / draws
