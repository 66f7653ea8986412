"""Where one indicator is owed by many countries: the way to answer for all of them at once."""

from collections import Counter
from collections.abc import Iterable

from components.language.text import _n
from components.look.markup import Html, show_lead
from components.reader import links
from components.reader.places import name
from store.models import PlaceKind
from store.reporting import country_grid
from store.reporting.dues import Due

Asked = tuple[str, str, int]  # indicator, region, year


def show(still_owed: Iterable[Due]) -> None:
    """Draw a link for each indicator and region, for the newest year that several countries owe."""
    dues = list(still_owed)
    names = {due.indicator.code: due.indicator.name for due in dues}
    for (indicator, region, year), count in newest(dues).items():
        sentence = _n(
            "Answer for {count} country at once: {indicator}, {region} {year}",
            "Answer for {count} countries at once: {indicator}, {region} {year}",
            count,
            indicator=names[indicator],
            region=name(region),
            year=year,
        )
        way = links.link(sentence, "countries", indicator=indicator, place=region, year=str(year))
        show_lead(Html(way))


def newest(still_owed: Iterable[Due]) -> dict[Asked, int]:
    """How many countries owe each indicator for the newest year in which several of a region do."""
    counts = Counter(
        (due.indicator.code, due.place.region_code or "", due.year)
        for due in still_owed
        if due.place.kind == PlaceKind.COUNTRY and country_grid.is_asked(due.indicator)
    )
    several = {asked: count for asked, count in sorted(counts.items()) if count > 1}
    last = {(indicator, region): year for indicator, region, year in several}
    return {asked: count for asked, count in several.items() if last[asked[:2]] == asked[2]}
