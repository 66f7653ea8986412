"""Samplings of soil in the reader's language: fields, choices, one sampling, what it can show."""

from components.language.text import _, _c, _n, number
from components.reader import people_names
from components.reader.places import name
from store.models import BulkDensity, Comparison, Laboratory, SoilSampling
from store.samplings.series import Change
from store.soil.detection import years_even, years_likely

WHOLE = 10  # from here on a change is said without decimals


def labels() -> dict[str, str]:
    """What the form calls each field."""
    return {
        "place_code": _("Country"),
        "site": _("Site"),
        "treatment": _("Treatment"),
        "treatment_since": _("Treatment since (year; empty: not known)"),
        "depth_from": _("Layer from (cm)"),
        "depth_to": _("Layer to (cm)"),
        "year": _("Year of sampling"),
        "stock": _("Stock (t C/ha)"),
        "standard_error": _("Standard error (t C/ha)"),
        "samples": _("Number of samples"),
        "comparison": _("What the years have in common"),
        "bulk_density": _("Bulk density"),
        "laboratory": _("Laboratory method"),
        "carbon_brought": _("Carbon from other land (manure, compost, straw)"),
        "latitude": _("Latitude (empty: not on the map)"),
        "longitude": _("Longitude"),
        "source_title": _("Source: document or register"),
        "source_link": _("Link to the source"),
        "note": _("Note"),
        "reason": _("Why this is changed"),
    }


def choices() -> dict[str, dict[str, str]]:
    """What may be chosen, by field: the word that is kept and the words on screen."""
    return {
        "comparison": {
            Comparison.FIXED_DEPTH.value: _("the same depth"),
            Comparison.EQUIVALENT_MASS.value: _("the same mass of soil"),
        },
        "bulk_density": {
            BulkDensity.MEASURED.value: _c("bulk density", "measured"),
            BulkDensity.ESTIMATED.value: _c("bulk density", "estimated"),
        },
        "laboratory": {
            Laboratory.DRY_COMBUSTION.value: _c("laboratory method", "dry combustion"),
            Laboratory.WALKLEY_BLACK.value: _c("laboratory method", "Walkley-Black"),
            Laboratory.SPECTROSCOPY.value: _c("laboratory method", "spectroscopy"),
        },
        "carbon_brought": {
            "no": _c("carbon from other land", "none brought"),
            "yes": _c("carbon from other land", "brought"),
        },
    }


def series_name(row: SoilSampling) -> str:
    """Country, site, treatment and layer."""
    return _(
        "{country}, {site}: {treatment}, {start}–{end} cm",
        country=name(row.place_code),
        site=row.site,
        treatment=row.treatment,
        start=row.depth_from,
        end=row.depth_to,
    )


def found(row: SoilSampling) -> str:
    """Year and stock, with its error."""
    return _n(
        "{year}: {stock} ± {error} t C/ha ({count} sample)",
        "{year}: {stock} ± {error} t C/ha ({count} samples)",
        row.samples,
        year=row.year,
        stock=number(row.stock, 1),
        error=number(row.standard_error, 1),
    )


def told(row: SoilSampling) -> str:
    """A whole sampling, with who says so."""
    if row.is_withdrawn:
        return _(
            "{series}, {found}: taken back by {who}. {reason}",
            series=series_name(row),
            found=found(row),
            who=people_names.display(row.reporter),
            reason=row.reason,
        )
    return _(
        "{series}, {found}, says {who}. Source: {source}",
        series=series_name(row),
        found=found(row),
        who=people_names.display(row.reporter),
        source=row.source_title,
    )


def method(row: SoilSampling) -> str:
    """How it was sampled, in one line."""
    words = choices()
    return _(
        "{common}; bulk density {weight}; {laboratory}; carbon from other land: {brought}",
        common=words["comparison"][row.comparison],
        weight=words["bulk_density"][row.bulk_density],
        laboratory=words["laboratory"][row.laboratory],
        brought=words["carbon_brought"]["yes" if row.carbon_brought else "no"],
    )


def change(found: Change) -> str:
    """The change of a series with its interval, and whether it is shown."""
    amounts = {
        "rate": number(found.per_mille, 1),
        "low": number(found.low, 1),
        "high": number(found.high, 1),
    }
    if found.is_shown:
        return _("{rate} ‰ a year (95 %: {low} to {high})", **amounts)
    return _("{rate} ‰ a year (95 %: {low} to {high}): no change is shown yet", **amounts)


def visible_after(amount: float, error: float) -> str:
    """After how many years a change of this size can be seen at all.

    Errors: InvalidDetectionError.
    """
    return _(
        "With a standard error of {error} t C/ha at each date, a true change of {change} t C/ha a"
        " year equals the 95 % margin after about {even} years: an even chance that it shows. Four"
        " chances in five need about {likely} years.",
        error=number(error, 2),
        change=number(amount, 2),
        even=_years(years_even(amount, error)),
        likely=_years(years_likely(amount, error)),
    )


def _years(years: float) -> str:
    return number(years, 0 if years >= WHOLE else 1)
