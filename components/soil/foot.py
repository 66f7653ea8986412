"""What the page does not say, where everything comes from, and how to cite it."""

import datetime as dt
from html import escape

from components.exhibits.exhibit import kept
from components.language.text import _, day
from components.look.markup import Html, note
from store.ndc import ndc
from store.soil.sources import FACTS, sources


def limits() -> list[str]:
    """Eight sentences that belong to every number on the page."""
    return [
        _("Modelled is not measured: the stocks and losses are one model, the experiments fields."),
        _(
            "Depth: a gain at 0–23 cm can be a loss below. Compare on equal soil mass, since equal"
            " depth misleads where bulk density changes."
        ),
        _(
            "New equilibrium: under an unchanged practice the gain is early and finite. That is not"
            " the saturation of mineral surfaces."
        ),
        _(
            "Reversal: what took decades goes in years when the practice stops, land is ploughed or"
            " it gets warmer."
        ),
        _("Nutrients: carbon in soil needs nitrogen, phosphorus and sulphur with it."),
        _("Manure, compost and straw move carbon; only what plants take up in addition is new."),
        _(
            "A change of stock is no mitigation before nitrous oxide, methane, fuel and displaced"
            " harvests are counted."
        ),
        _(
            "Four per mille is not a target for a country; on peat and old grassland the task is to"
            " lose nothing."
        ),
    ]


def limits_html() -> Html:
    """The same as a numbered list."""
    items = "".join(f"<li>{escape(line)}</li>" for line in limits())
    return Html(f'<ol class="limits">{items}</ol>')


def citation_html(as_of: dt.date) -> Html:
    """What the licences ask to be said, and how to cite the page."""
    lines = (attribution(), citation(as_of))
    return Html("".join(note(line) for line in lines))


@kept
def sources_html(as_of: dt.date) -> Html:
    """Every publication known on the day with its licence and address."""
    items = "".join(
        f'<li>{escape(publication.who)} ({publication.year}): <a href="{escape(publication.link)}"'
        f' rel="noopener noreferrer">{escape(publication.title)}</a>.'
        f" {escape(licence(publication.licence))}</li>"
        for publication in (*sources().values(), ndc.TEXTS)
        if publication.is_known(as_of)
    )
    return Html(f'<ul class="notes">{items}</ul>')


def licence(name: str) -> str:
    """Under what a table is, in words."""
    if name == FACTS:
        return _("Cited for its facts.")
    return _("Licence: {licence}.", licence=name)


def attribution() -> str:
    """What the licences ask to be said."""
    return _(
        "Data of Rothamsted Research (electronic Rothamsted Archive) and of the Global Carbon"
        " Project, and words counted in texts of Climate Watch: CC BY 4.0, changed as the page Data"
        " says. Maps of the Soil Carbon Debt project: MIT licence."
    )


def citation(as_of: dt.date) -> str:
    """How to cite the page."""
    return _(
        "Cite as: “4 per 1000” Dashboard, page Soil carbon, as known on {day}; and the source named"
        " below each chart.",
        day=day(as_of),
    )
