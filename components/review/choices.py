"""Which of the waiting figures are shown: all, of an objective, of an indicator, sent together."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from components.language.text import _, _c, _n, instant
from components.reader import address, cache, people_names
from store.figures.reported import Waiting

ALL = "all"
TOGETHER = dt.timedelta(seconds=2)  # between two figures of one sheet, which are written in a row


@dataclass(frozen=True, slots=True)
class Choice:
    """The figures chosen, and the code of the choice."""

    code: str
    rows: Sequence[Waiting]


def choose(waiting: Sequence[Waiting]) -> Choice:
    """Let the reader choose; the address keeps the choice."""
    groups = _groups(waiting)
    labels = {code: label for code, (label, _rows) in groups.items()}
    code = address.choose("of", _c("choice of rows", "Show"), labels, default=ALL)
    return Choice(code, groups[code][1])


def _groups(waiting: Sequence[Waiting]) -> dict[str, tuple[str, list[Waiting]]]:
    """Every choice by its code: its words, with how many there are, and its figures."""
    objectives = {
        indicator.code: indicator.objective_code or "–" for indicator in cache.indicators()
    }
    names = {
        indicator.code: f"{objectives[indicator.code]} · {indicator.name}"
        for indicator in cache.indicators()
    }
    groups = {ALL: (_("everything that waits"), list(waiting))}
    by_objective = Counter(objectives[figure.indicator_code] for figure in waiting)
    for objective in sorted(by_objective):
        figures = [figure for figure in waiting if objectives[figure.indicator_code] == objective]
        groups[objective] = (_("objective {code}", code=objective), figures)
    for indicator in sorted({figure.indicator_code for figure in waiting}):
        figures = [figure for figure in waiting if figure.indicator_code == indicator]
        groups[indicator] = (names[indicator], figures)
    for together in _sent_together(waiting):
        first = together[0]  # named by the last one, which is decided on last
        who, when = people_names.display(first.reporter), instant(first.recorded_at)
        groups[f"sent-{together[-1].id}"] = (
            _("sent together by {who}, {when}", who=who, when=when),
            together,
        )
    return {code: (_counted(label, rows), rows) for code, (label, rows) in groups.items()}


def _sent_together(waiting: Sequence[Waiting]) -> list[list[Waiting]]:
    """What one person sent in one go, as from a sheet; nothing of what was sent alone."""
    sendings: list[list[Waiting]] = []
    for _reporter, rows in groupby(
        sorted(waiting, key=_sending), key=lambda figure: figure.reporter
    ):
        last = None
        for figure in rows:
            if last is None or figure.recorded_at - last > TOGETHER:
                sendings.append([])
            sendings[-1].append(figure)
            last = figure.recorded_at
    return [rows for rows in sendings if len(rows) > 1]


def _sending(figure: Waiting) -> tuple[str, dt.datetime, int]:
    return figure.reporter, figure.recorded_at, figure.id


def _counted(label: str, rows: Sequence[Waiting]) -> str:
    return _n("{label} ({count})", "{label} ({count})", len(rows), label=label)
