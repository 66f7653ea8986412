"""Briefings made without a page, and what their files say."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from pypdf.generic import DictionaryObject

from components.briefing import building, document
from components.briefing.content import Agenda, Briefing
from components.reader import cache
from store.ledger.knowledge import Until
from store.standing import PlanStanding

AS_OF = dt.date(2026, 6, 30)
HEAD = re.compile(r" · Figures known on \d+ \w+ \d+( Invented figures: demonstration)?$")
FACE = re.compile(r"^/[A-Z]{6}\+|-Identity-H$")
FOOT = re.compile(r"The international “4 per 1000” Initiative\s*(\d+) / (\d+)")


@contextmanager
def standing_of(
    store: Path, monkeypatch: pytest.MonkeyPatch, plan: str = "2022"
) -> Iterator[PlanStanding]:
    """Where the plan of a store stands on a day; nothing of it is kept afterwards."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{store}")
    cache.begin_run()
    yield cache.plan_standing(plan, Until.day(AS_OF))


def read(pdf: bytes) -> pypdf.PdfReader:
    """The document, opened."""
    return pypdf.PdfReader(io.BytesIO(pdf))


def pages(pdf: bytes) -> list[str]:
    """What each page says; pypdf would give a letter the accent that it has elsewhere."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.get_textpage().get_text_bounded() for page in opened]


def body(pdf: bytes, briefing: Briefing) -> str:
    """What the whole document says, without spaces, and without what every page repeats."""
    head = {briefing.title, "Invented figures: demonstration"}
    lines = [
        line
        for page in pages(pdf)
        for line in FOOT.sub("", page).splitlines()
        if HEAD.sub("", line.strip()) not in head
    ]
    return dense("".join(lines))


def dense(text: str) -> str:
    """A text without what a line's end may add or take away."""
    return re.sub(r"[\s\u200b]+", "", text)


def links(pdf: bytes) -> set[str]:
    """Where the document's links lead outside of it."""
    found = (note.get_object() for page in read(pdf).pages for note in page.get("/Annots", []))
    return {str(one["/A"]["/URI"]) for one in found if "/URI" in one.get("/A", {})}


def faces(pdf: bytes) -> set[str]:
    """The typefaces that the document embeds, without the tag of the subset."""
    resources = [page["/Resources"].get_object() for page in read(pdf).pages]
    fonts = [
        font.get_object()
        for resource in resources
        if isinstance(resource, DictionaryObject)
        for font in resource.get("/Font", DictionaryObject()).values()
    ]
    return {FACE.sub("", str(font["/BaseFont"])) for font in fonts}


def made(plan: PlanStanding, agenda: Agenda) -> tuple[Briefing, bytes]:
    """A briefing and its document."""
    briefing = building.build(plan, agenda)
    return briefing, document.typeset(briefing)
