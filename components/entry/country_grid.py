"""One question for all countries of a region: a list to go through by keyboard, one button."""

import datetime as dt

import streamlit as st
from sqlmodel import Session

from components.elements import writing
from components.entry import country_rows
from components.entry.country_sheet import FORM, Grid
from components.language.text import _, _n
from components.look.markup import Html, show_lead, show_note
from components.reader import access, address, bar, cache, clock, links, sessions
from components.reader.places import name
from store.models.places import REGIONS
from store.plan import contents
from store.reporting import country_answers, country_grid
from store.reporting.country_grid import Question, Row
from store.rights.rights import Actor

FIRST_YEAR = 2015


def show() -> None:
    """Draw the question, its countries and the button; send first what was asked to be sent."""
    writing.show_done()
    question = _choose()
    if question is None:
        st.info(_("No country’s figure can be entered with your roles."))
        return
    listed = cache.ask(_rows, access.actor(), *_key(question), clock.today())
    grid = Grid(question, tuple(sorted(listed, key=lambda row: name(row.place.code))))
    grid.restore()
    if grid.take_wish():
        _send(grid)
    show_lead(question.indicator.definition or question.indicator.name)
    show_note(
        _(
            "Tab leads to the next country, the arrow keys choose. Every answer is kept at once,"
            " for you alone, until you send all of them."
        )
    )
    country_rows.show(grid, country_rows.standing(grid))
    show_lead(Html(links.link(_("Back to my figures"), "my-figures")))


def _key(question: Question) -> tuple[str, str, int]:
    return question.indicator.code, question.region_code, question.year


def _rows(
    session: Session, actor: Actor, code: str, region_code: str, year: int, today: dt.date
) -> list[Row]:
    [indicator] = [
        candidate for candidate in contents.indicators(session) if candidate.code == code
    ]
    return country_grid.rows(session, actor, Question(indicator, region_code, year), today)


def _choose() -> Question | None:
    """The question that the address names."""
    asked = cache.derived("regions to answer for", (access.actor(),), _regions)
    offered = {one.code: one for one in cache.indicators() if one.code in asked}
    if not offered:
        return None
    first, second, third = st.columns([3, 2, 1])
    titles = {
        code: f"{offer.objective_code or '–'} · {offer.name}" for code, offer in offered.items()
    }
    with first:
        code = address.choose(
            "indicator", _("Indicator"), titles, default=next(iter(titles)), always_written=True
        )
    regions = asked[code]
    usual = bar.current().place
    with second:
        region = address.choose(
            "place",
            _("Countries of"),
            {region: name(region) for region in regions},
            default=usual if usual in regions else regions[0],
            always_written=True,
        )
    years = [str(year) for year in range(clock.today().year, FIRST_YEAR, -1)]
    with third:
        year = address.choose(
            "year",
            _("Year"),
            {choice: choice for choice in years},
            default=years[1],
            always_written=True,
        )
    return Question(offered[code], region, int(year))


def _regions() -> dict[str, list[str]]:
    """The regions for whose countries the reader may answer, by indicators that have some."""
    places, actor = cache.places().values(), access.actor()
    codes = [f"R-{region}" for region in REGIONS]
    found = {
        one.code: [code for code in codes if country_grid.countries(places, actor, one, code)]
        for one in cache.indicators()
        if country_grid.is_asked(one)
    }
    return {indicator: regions for indicator, regions in found.items() if regions}


def _send(grid: Grid) -> None:
    """Write all answers and the end of their drafts, or nothing; the problems are then said."""
    grid.look_at_what_was_told()
    with sessions.reading() as session:
        judged = grid.judge(session)
    if judged.problems or not judged.ready:
        return
    typed, count = grid.typed(), len(judged.ready)
    writing.write(
        lambda session: country_answers.send(session, access.actor(), grid.question, judged),
        _n(
            "{count} answer was sent: {answers}. It waits for the Secretariat.",
            "{count} answers were sent: {answers}. They wait for the Secretariat.",
            count,
            answers=country_rows.counted(typed, grid.changes(typed)),
        ),
        form=FORM,
    )
