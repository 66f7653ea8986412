"""A briefing as a typeset document: tagged PDF, charts as vectors, nothing fetched.

What people typed reaches the template as data only, never as markup, so that none of it can run.
"""

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import typst

from components.briefing.content import (
    Briefing,
    Chapter,
    Chart,
    Figure,
    Illustration,
    Part,
    Section,
    Table,
)
from components.briefing.sentences import counted, covered, known_on, sources_note, words
from components.elements import pictures
from components.language.spoken import current
from components.language.text import _, percent
from components.look import colours, dial
from components.look.status import MARKS, Shown, glyph, word
from store.ground import texts

TEMPLATE = Path(__file__).parent / "briefing.typ"
WIDTH = 620  # pixels of a chart, which are made to fit the page
HALF = 330  # of one of several
COLOURS = {
    "ink": colours.INK.light,
    "muted": colours.MUTED.light,
    "line": colours.LINE.light,
    "time": colours.TIME.light,
}
NARROWEST, WIDEST = 8, 30  # letters of a column of a table
# Signs that no page shows, among them those that turn the writing round.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_ENDLESS = re.compile(r"\S{10}(?=\S{14})")
_BREAK = "\u200b"  # a place to break that shows nothing

Tell = Callable[[float, str], object]


def typeset(briefing: Briefing, tell: Tell = lambda _share, _said: None) -> bytes:
    """The briefing as PDF; the same briefing gives the same bytes.

    `tell` is given the share of the work done and what comes next.
    """
    chapters = []
    for done, chapter in enumerate(briefing.chapters):
        step = _("Drawing the charts of {code}", code=chapter.code)
        tell(0.9 * done / len(briefing.chapters), step)
        chapters.append(_chapter(chapter))
    tell(0.9, _("Typesetting the document"))
    return _compile({**_front(briefing), "chapters": chapters}, briefing.as_of)


def _compile(data: dict[str, Any], as_of: dt.date) -> bytes:
    made_on = dt.datetime.combine(as_of, dt.time(), dt.UTC)
    inputs = {"briefing": json.dumps(data)}

    def compiled(standards: list[Literal["ua-1"]]) -> bytes:
        return typst.compile(
            TEMPLATE,
            font_paths=[pictures.FONTS],
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=list(standards),
            timestamp=made_on,
        )

    try:
        return compiled(["ua-1"])
    except typst.TypstError:
        # The standard for readers who do not see forbids a sign that no font of the machine has,
        # such as an emoji that somebody typed; tags and all the rest stay as they are.
        return compiled([])


def _front(briefing: Briefing) -> dict[str, Any]:
    return {
        "language": current().code,
        "title": _plain(briefing.title),
        "day": known_on(briefing),
        "lines": [_plain(line) for line in briefing.lines],
        "lead": _plain(briefing.lead),
        "description": _plain(" · ".join(briefing.lines)),
        "date": [briefing.as_of.year, briefing.as_of.month, briefing.as_of.day],
        "invented": briefing.invented,
        "words": words(),
        "colours": COLOURS,
        "parts": {part.code: _part(part) for part in briefing.parts},
        "gauges": [part.code for part in briefing.parts] if briefing.has_gauges else [],
        "summary": [_summary(chapter) for chapter in briefing.chapters],
        "message": _plain(briefing.message),
        "pack": [_table(table) for table in briefing.pack],
        "tables": [_table(table) for table in briefing.tables],
        "illustrations": [_illustration(each) for each in briefing.illustrations],
        "sources": [
            {
                "title": _plain(source.title),
                "link": _link(source.link),
                "uses": counted(source.uses),
            }
            for source in briefing.sources
        ],
        "sources_note": sources_note(briefing),
    }


def _part(part: Part) -> dict[str, Any]:
    gauge = part.gauge
    return {
        "name": _plain(f"{part.code} · {part.name}"),
        "aim": _plain(part.aim),
        "said": part.said,
        "dial": dial.svg(gauge),
        "figure": "–" if gauge.progress is None else percent(gauge.progress),
        "coverage": covered(gauge),
        "status": _status(gauge.status),
    }


def _summary(chapter: Chapter) -> dict[str, Any]:
    return {
        "code": chapter.code,
        "title": _plain(f"{chapter.code} · {chapter.title}"),
        "status": _status(chapter.status),
        "fact": _plain(chapter.fact),
        "share": "–" if chapter.share is None else percent(chapter.share),
        "due": "–" if chapter.due is None else percent(chapter.due),
    }


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        **_summary(chapter),
        "goal": chapter.goal,
        "aim": _plain(chapter.aim),
        "why": _plain(chapter.why),
        "firm": _plain(chapter.firm),
        "notes": [_plain(note) for note in chapter.notes],
        "tables": [_table(table) for table in chapter.tables],
        "sections": [_section(section, chapter) for section in chapter.sections],
    }


def _section(section: Section, chapter: Chapter) -> dict[str, Any]:
    return {
        "name": _plain(section.name),
        "role": _plain(f"{section.role} · {section.definition}".removesuffix(" · ")),
        "status": _status(section.status),
        "why": "" if section.why == chapter.why else _plain(section.why),  # said just above
        "facts": [[_plain(name), _plain(value)] for name, value in section.facts],
        "outlook": _plain(section.outlook),
        "charts": [_chart(chart) for chart in section.charts],
        "figures": [_figure(figure) for figure in section.figures],
        "answers": [
            [f"{_plain(answer)} ({len(places)})", _plain(", ".join(places))]
            for answer, places in section.answers
        ],
        "notes": [_plain(note) for note in section.notes],
    }


def _illustration(illustration: Illustration) -> dict[str, Any]:
    width = WIDTH if len(illustration.charts) == 1 else HALF
    return {
        "title": _plain(illustration.title),
        "reading": [_plain(line) for line in illustration.reading],
        "charts": [_chart(chart, width) for chart in illustration.charts],
        "below": [_plain(line) for line in illustration.below],
    }


def _chart(chart: Chart, width: int = WIDTH) -> dict[str, str]:
    drawn = pictures.svg(pictures.complete(chart.spec, chart.frame, width))
    return {"title": _plain(chart.title), "svg": drawn, "alt": _plain(chart.alt)}


def _figure(figure: Figure) -> dict[str, Any]:
    beside = [figure.note, *figure.remarks]
    people = dict.fromkeys((figure.reporter, figure.approver))  # the same one only once
    return {
        "period": figure.period,
        "place": _plain(figure.place),
        "said": _plain(figure.said),
        "source": _plain(figure.source),
        "link": _link(figure.link),
        "note": _plain(" · ".join(part for part in beside if part)),
        "people": _plain(" / ".join(people)),
        "known_on": figure.known_on.isoformat(),
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": _plain(table.title),
        "columns": [_plain(column) for column in table.columns],
        "widths": _widths(table),
        "rows": [[_plain(cell) for cell in row] for row in table.rows],
    }


def _widths(table: Table) -> list[int]:
    """How much of the width each column needs, by the longest text in it, within bounds."""
    longest = (max(map(len, column)) for column in zip(table.columns, *table.rows, strict=True))
    return [min(max(length, NARROWEST), WIDEST) for length in longest]


def _status(status: Shown) -> dict[str, str]:
    worst = status[0] if isinstance(status, tuple) else status
    colour = MARKS[worst].colour.light
    return {"glyph": glyph(status), "word": word(status), "colour": colour}


def _link(link: str) -> str:
    return link if texts.is_link(link) else ""


def _plain(text: str) -> str:
    """The text without signs that no page shows; a word without end can be broken."""
    return _ENDLESS.sub(lambda match: match[0] + _BREAK, _UNSEEN.sub(" ", text))
