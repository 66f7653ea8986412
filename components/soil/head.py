"""What the page says first: one sentence with its numbers, and four of them large."""

import datetime as dt
from html import escape

from components.exhibits.exhibit import kept, not_yet, share
from components.language.text import _, number
from components.look.markup import Html
from components.reader import cache
from components.soil.message import missing_year
from store.soil import budget, facts, stocks
from store.soil.comparison import MEGA, Comparison, known
from store.soil.sources import source


@kept
def html(as_of: dt.date) -> Html:
    """All that stands above the first chart."""
    leads = "".join(f'<p class="lead">{escape(line)}</p>' for line in lead(as_of))
    notes = [of_cropland(as_of)]
    if cache.is_invented():
        notes.append(_("The figures of this page are published ones, in the demonstration too."))
    said = "".join(f'<p class="note">{escape(line)}</p>' for line in notes if line)
    return Html(f"{leads}{tiles(as_of)}{said}")


def lead(as_of: dt.date) -> list[str]:
    """The message; before the stocks were known the sentence that says so."""
    compared = known(as_of)
    if compared is None:
        return [not_yet(as_of, stocks.origin()), _begun()]
    lines = [_message(as_of, compared), _meaning(as_of)]
    return lines if compared.year else [*lines, missing_year(as_of)]


def _begun() -> str:
    return _("Four per mille of the world’s soil carbon cannot be reckoned without its stock.")


def _message(as_of: dt.date, compared: Comparison) -> str:
    rise = budget.mean_rise(as_of)
    if compared.year is None or rise is None:
        return _(
            "Four per mille of the carbon in the world’s topsoil (0–30 cm, modelled, frozen ground"
            " included) is {gain} billion tonnes of carbon a year.",
            gain=number(compared.reckoned, 1),
        )
    return _(
        "Four per mille of the carbon in the world’s topsoil (0–30 cm, modelled, frozen ground"
        " included) is {gain} billion tonnes: {part} of the carbon from fossil fuels and cement in"
        " {year}, or {of_rise} of the yearly rise of CO₂ in the air (mean of {first}–{year}, {rise}"
        " Gt C).",
        gain=number(compared.reckoned, 1),
        part=share(compared.reckoned / compared.year.fossil),
        year=compared.year.year,
        of_rise=share(compared.reckoned / rise),
        first=compared.year.year - budget.DECADE + 1,
        rise=number(rise, 1),
    )


def _meaning(as_of: dt.date) -> str:
    if source("rumpel-2020").is_known(as_of):
        return _(
            "That is a thought experiment that shows how much soils matter, and an aspirational"
            " goal (Rumpel et al. 2020, the Initiative’s Scientific and Technical Committee): no"
            " norm for a country or a farm. Below: what a model sees of stocks and losses, and what"
            " was measured in fields."
        )
    return _(
        "That is a thought experiment that shows how much soils matter: no norm for a country or a"
        " farm. Below: what a model sees of stocks and losses, and what was measured in fields."
    )


def tiles(as_of: dt.date) -> Html:
    """Four numbers as HTML; those of which nothing was known are left out."""
    compared = known(as_of)
    if compared is None:
        return Html()
    world = compared.world
    numbers = [
        (
            _("{stock} Pg C", stock=number(world.held[30], 0)),
            _("held by the world’s topsoil (0–30 cm, modelled, 2010)"),
        ),
        (
            _("{loss} Pg C", loss=number(world.loss(), 0)),
            _("lost from it through land use (modelled)"),
        ),
        (
            _("{gain} Gt C a year", gain=number(compared.reckoned, 2)),
            _("would be 4 ‰ of it (arithmetic)"),
        ),
    ]
    if compared.year is not None:
        numbers.append(
            (
                _("{fossil} Gt C", fossil=number(compared.year.fossil, 2)),
                _("fossil CO₂ in {year}, cement and flaring included", year=compared.year.year),
            )
        )
    drawn = "".join(f"<p><b>{escape(value)}</b>{escape(meaning)}</p>" for value, meaning in numbers)
    return Html(f'<div class="numbers">{drawn}</div>')


def of_cropland(as_of: dt.date) -> str:
    """The same of croplands alone; "" before their stock was known."""
    stock, area = facts.known("cropland-stock", as_of), facts.known("cropland-area", as_of)
    compared = known(as_of)
    if stock is None or area is None or compared is None or compared.on_cropland is None:
        return ""
    if compared.year is None:
        return _(
            "Cropland alone ({area} Gha, {stock} Pg C to 30 cm, Padarian et al. 2022): 4 ‰ of it"
            " would be {gain} Gt C a year (our arithmetic).",
            area=number(area.low / MEGA, 2),
            stock=number(stock.low),
            gain=number(compared.on_cropland, 2),
        )
    return _(
        "Cropland alone ({area} Gha, {stock} Pg C to 30 cm, Padarian et al. 2022): 4 ‰ of it would"
        " be {gain} Gt C a year, {part} of fossil emissions (our arithmetic).",
        area=number(area.low / MEGA, 2),
        stock=number(stock.low),
        gain=number(compared.on_cropland, 2),
        part=share(compared.on_cropland / compared.year.fossil),
    )
