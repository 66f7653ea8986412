"""What needs no dice: counts on their line, and the S-curve beside the line."""

from collections.abc import Iterator

from store.progress import Indicator, Kind, Status, Target, Unit, expected_logistic
from store.progress.beside.chance import poisson
from store.progress.parameters import DEFAULT
from store.progress.status import WORST_FIRST, judge
from store.progress.way import Way

BAD = WORST_FIRST.index(Status.BEHIND)
CURVES = {
    "0 to 98 of 196": (0, 98, 196),
    "0 to 50 of 100": (0, 50, 100),
    "0 to 40 of 196": (0, 40, 196),
    "0 to 20 of 196": (0, 20, 196),
    "10 to 100 of 100": (10, 100, 100),
}


def on_line(target: int, year: int) -> Iterator[tuple[int, float, int]]:
    """Every count a process on its line can show: count, probability, rank of its status."""
    way = Way(((2020.0, 0.0), (2030.0, float(target))))
    indicator = Indicator(
        Kind.CUMULATIVE, Unit.INTEGER, baseline=0, targets=(Target(2030, target),)
    )
    mean = way.expected_value(year)
    for count in range(int(mean + 12 * mean**0.5) + 30):
        status = judge(indicator, way, float(count), float(year), DEFAULT)
        yield count, poisson(count, mean), WORST_FIRST.index(status)


def called(target: int, year: int) -> list[float]:
    """Probability of behind or worse, and of off track or worse."""
    counts = list(on_line(target, year))
    return [sum(p for _, p, rank in counts if rank <= least) for least in (BAD, BAD - 1)]


def called_over_the_years(target: int) -> list[float]:
    """Mean over 2021 to 2029 of behind or worse, and of the same without `could_be_chance`."""
    every, unflagged = [], []
    for year in range(2021, 2030):
        so_far = bad = certain = 0.0
        for _, p, rank in on_line(target, year):
            so_far += p
            bad += p * (rank <= BAD)
            certain += p * (rank <= BAD and so_far < DEFAULT.chance_flag)
        every.append(bad)
        unflagged.append(certain)
    return [sum(every) / len(every), sum(unflagged) / len(unflagged)]


def s_curve(name: str, year: int) -> list[float]:
    """The share of the way the S-curve has covered, and its ratio to the line's."""
    start, end, ceiling = CURVES[name]
    point = expected_logistic((2020.0, start), (2030.0, end), float(year), (0.0, float(ceiling)))
    share = point.expected or 0.0
    return [share, share / ((year - 2020) / 10)]
