"""What the soil map can show of a country: its number, its class, its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from components.exhibits.exhibit import share
from components.language.text import _, number
from components.look import colours
from components.look.theme import Palette
from components.reader.places import name
from store.soil.stocks import WITHOUT_CODE, WORLD, Stock

MEGA = 1000  # of a peta, in tonnes
FIRST = "mean-30"  # the measure that opens the page
MOST = 28.0  # pixels of the largest circle
LEAST = 2.0
MANY = 10  # Pg C, from here on a stock has one decimal


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to look at the stocks.

    `limits` are the upper ends of all classes but the last. Amounts have none: they grow with the
    country, so they are circles, never a filled map.
    """

    code: str
    title: str
    unit: str
    of: Callable[[Stock], float]
    say: Callable[[float], str]
    limits: tuple[float, ...] = ()

    @property
    def is_amount(self) -> bool:
        """Whether it is drawn as circles."""
        return not self.limits


def measures() -> dict[str, Measure]:
    """Every measure by its code, the one that opens the page first."""
    listed = (
        Measure(
            FIRST,
            _("Mean stock, 0–30 cm (t C/ha)"),
            _("t C/ha, 0–30 cm, 2010"),
            lambda stock: stock.density[30],
            lambda value: _("{value} t C/ha to 30 cm", value=number(value)),
            (25, 40, 55, 70, 90, 120),
        ),
        Measure(
            "mean-100",
            _("Mean stock, 0–100 cm (t C/ha)"),
            _("t C/ha, 0–100 cm, 2010"),
            lambda stock: stock.density[100],
            lambda value: _("{value} t C/ha to 100 cm", value=number(value)),
            (60, 90, 120, 160, 210, 280),
        ),
        Measure(
            "loss",
            _("Lost since no land use, 0–30 cm (%)"),
            _("% lost against no land use, 0–30 cm"),
            lambda stock: 100 * stock.loss_share(),
            lambda value: _("{value} % lost to 30 cm", value=number(value)),
            (0, 1, 2, 4, 7, 10),
        ),
        Measure(
            "stock",
            _("Stock, 0–30 cm (Pg C)"),
            _("Pg C, 0–30 cm, 2010"),
            lambda stock: stock.held[30],
            lambda value: _("{value} Pg C to 30 cm", value=number(value, 2)),
        ),
        Measure(
            "four",
            _("4 ‰ of the stock, 0–30 cm (Mt C a year, arithmetic)"),
            _("Mt C a year: 4 ‰ of the stock to 30 cm, arithmetic"),
            lambda stock: stock.four_per_mille,
            lambda value: _("{value} Mt C a year would be 4 ‰", value=number(value)),
        ),
    )
    return {one.code: one for one in listed}


def colour(measure: Measure, stock: Stock, palette: Palette) -> str:
    """The colour of the class that a stock falls into."""
    return palette.pick(colours.SOIL[class_of(measure, stock)])


def class_of(measure: Measure, stock: Stock) -> int:
    """The number of the class that a stock falls into, from the lowest."""
    value = measure.of(stock)
    return sum(value > limit for limit in measure.limits)


def classes(measure: Measure, palette: Palette) -> list[tuple[str, str]]:
    """Colour and words of every class, the lowest first."""
    limits = measure.limits
    words = [
        _("up to {limit}", limit=number(limits[0])),
        *(f"{number(low)}–{number(high)}" for low, high in pairwise(limits)),
        _("above {limit}", limit=number(limits[-1])),
    ]
    return [(palette.pick(each), said) for each, said in zip(colours.SOIL, words, strict=True)]


def radius(measure: Measure, stock: Stock, most: float) -> float:
    """Of a circle whose area is the amount, in pixels; `most` is the largest amount."""
    return max(LEAST, MOST * (max(measure.of(stock), 0) / most) ** 0.5)


def said(measure: Measure, stock: Stock) -> str:
    """A country under the pointer."""
    return _("{country}: {value}", country=name(stock.place), value=measure.say(measure.of(stock)))


def facts(stock: Stock) -> list[tuple[str, str]]:
    """What the card of a country says, as (name, value)."""
    return [
        (_("Holds to 30 cm"), _held(stock, 30)),
        (_("Holds to 100 cm"), _held(stock, 100)),
        (
            _("Holds to 200 cm"),
            _("{stock} Pg C", stock=_amount(stock.held[200])),
        ),
        (_("Area modelled"), _("{area} thousand km²", area=number(stock.area_km2 / 1000))),
        (
            _("Lost to 30 cm since no land use"),
            _(
                "{loss} Mt C, {part}",
                loss=number(stock.loss() * MEGA),
                part=share(stock.loss_share(), 1),
            ),
        ),
        (
            _("4 ‰ of it, as arithmetic"),
            _("{gain} Mt C a year", gain=number(stock.four_per_mille)),
        ),
        (
            _("Error if every cell erred the same way"),
            _("± {part}, an upper bound", part=share(stock.error / stock.held[30])),
        ),
    ]


def _held(stock: Stock, depth: int) -> str:
    return _(
        "{stock} Pg C, {mean} t C/ha",
        stock=_amount(stock.held[depth]),
        mean=number(stock.density[depth]),
    )


def _amount(value: float) -> str:
    return number(value, 1 if value >= MANY else 3)


def countries(known: Mapping[str, Stock]) -> dict[str, Stock]:
    """The stocks of places with a code of their own."""
    return {code: stock for code, stock in known.items() if code not in (WORLD, WITHOUT_CODE)}
