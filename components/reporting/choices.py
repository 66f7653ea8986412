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
    objectives = {one.code: one.objective_code or "–" for one in cache.indicators()}
    names = {one.code: f"{objectives[one.code]} · {one.name}" for one in cache.indicators()}
    groups = {ALL: (_("everything that waits"), list(waiting))}
    by_objective = Counter(objectives[one.indicator_code] for one in waiting)
    for objective in sorted(by_objective):
        own = [one for one in waiting if objectives[one.indicator_code] == objective]
        groups[objective] = (_("objective {code}", code=objective), own)
    for indicator in sorted({one.indicator_code for one in waiting}):
        own = [one for one in waiting if one.indicator_code == indicator]
        groups[indicator] = (names[indicator], own)
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
    found: list[list[Waiting]] = []
    for _reporter, rows in groupby(sorted(waiting, key=_sending), key=lambda one: one.reporter):
        last = None
        for one in rows:
            if last is None or one.recorded_at - last > TOGETHER:
                found.append([])
            found[-1].append(one)
            last = one.recorded_at
    return [rows for rows in found if len(rows) > 1]


def _sending(one: Waiting) -> tuple[str, dt.datetime, int]:
    return one.reporter, one.recorded_at, one.id


def _counted(label: str, rows: Sequence[Waiting]) -> str:
    return _n("{label} ({count})", "{label} ({count})", len(rows), label=label)
