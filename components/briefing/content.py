"""What a briefing says, once: the document and the workbook are both written from this."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from components.look.status import Shown
from store.models import Qualifier
from store.models.places import WORLD
from store.progress import Gauge


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of sentences under a head, such as the decisions of a meeting."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart not drawn yet: what stands above it, specification, rows, and the same in words."""

    title: str
    spec: dict[str, Any]
    frame: pd.DataFrame
    alt: str


@dataclass(frozen=True, slots=True)
class Illustration:
    """Charts under one sentence: how they are read, what is to be known beside them, their rows.

    `name` is what its sheet of the workbook is called.
    """

    name: str
    title: str
    reading: tuple[str, ...]
    charts: tuple[Chart, ...]
    below: tuple[str, ...]
    rows: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Figure:
    """An approved figure as the briefing shows it.

    Unit: `figure` is in `unit`, a share in percent; None where no data was declared.
    """

    indicator: str
    place: str
    period: str
    start: dt.date
    end: dt.date
    said: str
    figure: float | None
    unit: str
    qualifier: Qualifier
    source: str
    link: str
    note: str
    reporter: str
    approver: str
    known_on: dt.date
    entry: int
    revision: int
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanNumber:
    """A baseline or a target of the plan version, `low` to `high` in `unit`."""

    indicator: str
    kind: str
    year: int
    low: float
    high: float
    unit: str
    said: str
    source: str
    link: str
    known_on: dt.date


@dataclass(frozen=True, slots=True)
class Section:
    """One indicator: its verdict and every figure behind it.

    `figures` are those of the world and the regions, newest first; `countries` those of countries;
    `answers` the newest figure of each country, as (figure, the places that gave it).
    """

    code: str
    name: str
    role: str
    definition: str
    status: Shown
    why: str
    facts: tuple[tuple[str, str], ...]
    outlook: str
    charts: tuple[Chart, ...]
    targets: tuple[PlanNumber, ...]
    figures: tuple[Figure, ...]
    countries: tuple[Figure, ...]
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One objective; `notes` and `tables` are what a meeting adds to it.

    `firm` says how strong the evidence of its verdict is and what is missing first.
    """

    code: str
    goal: str
    title: str
    aim: str
    status: Shown
    why: str
    firm: str
    fact: str
    share: float | None
    due: float | None
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One goal with its gauge; `said` is the gauge in words."""

    code: str
    name: str
    aim: str
    gauge: Gauge
    said: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document or register, and how many figures and targets of the briefing rest on it.

    Of illustrations it is the number of them.
    """

    title: str
    link: str
    uses: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing under one plan version, as known on `as_of`.

    `parts` are the goals that the chapters belong to; their gauges are shown if `has_gauges`.
    With a `message` it begins with a pack of two pages: message, gauges of all goals, `pack`; all
    else is its annex.
    """

    name: str
    title: str
    lines: tuple[str, ...]
    lead: str
    plan: str
    as_of: dt.date
    invented: bool
    has_gauges: bool
    parts: tuple[Part, ...]
    tables: tuple[Table, ...]
    illustrations: tuple[Illustration, ...]
    chapters: tuple[Chapter, ...]
    sources: tuple[Source, ...]
    message: str = ""
    pack: tuple[Table, ...] = ()

    @property
    def file_name(self) -> str:
        """The name of its files, without an ending."""
        return f"4p1000-briefing-{self.name}-plan{self.plan}-{self.as_of}"


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a briefing is about: objectives in their order, and what is said besides the plan.

    `lead` sums up, `lines` stand under the title, `tables` and `illustrations` follow the summary,
    `sources` are those of the illustrations; `notes` and
    `chapter_tables` belong to objectives by their code. `region` leaves only what a region knows.
    With a `message` the briefing begins with a pack of two pages, in which the tables `pack` stand.
    """

    name: str
    title: str
    codes: tuple[str, ...]
    lead: str = ""
    lines: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    illustrations: tuple[Illustration, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chapter_tables: Mapping[str, tuple[Table, ...]] = field(default_factory=dict)
    region: str = WORLD
    message: str = ""
    pack: tuple[Table, ...] = ()
