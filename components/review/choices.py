"""Which of the waiting figures are shown: all, of an objective, of an indicator, sent together."""

from collections import defaultdict
from dataclasses import dataclass

from components.language.text import _, _c, _n, instant
from components.reader import access, address, cache, people_names
from store.reporting import waiting
from store.reporting.waiting import EVERYTHING, Chosen, Sending

ALL = "all"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which figures were chosen, how many they are, and the code of the choice."""

    code: str
    count: int
    of: Chosen


def choose() -> Choice:
    """Let the reader choose; the address keeps the choice."""
    groups = cache.derived("queue_choices", (access.actor(),), _groups)
    labels = {code: label for code, (label, _choice) in groups.items()}
    code = address.choose("of", _c("choice of rows", "Show"), labels, default=ALL)
    return groups[code][1]


def _groups() -> dict[str, tuple[str, Choice]]:
    """Every choice by its code, with its words."""
    counts = cache.ask(waiting.by_indicator, access.actor())
    groups = {ALL: (_("everything that waits"), sum(counts.values()), EVERYTHING)}
    by_objective: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for indicator in cache.indicators():
        if indicator.code in counts:
            objective = indicator.objective_code or "–"
            by_objective[objective].append(indicator.code)
            names[indicator.code] = f"{objective} · {indicator.name}"
    for objective, codes in sorted(by_objective.items()):
        count = sum(counts[code] for code in codes)
        label = _("objective {code}", code=objective)
        groups[objective] = (label, count, Chosen(indicators=tuple(codes)))
    for code in sorted(names):
        groups[code] = (names[code], counts[code], Chosen(indicators=(code,)))
    for sending in cache.ask(waiting.sendings, access.actor()):
        # Named by the last one, which is decided on last.
        groups[f"sent-{sending.last}"] = (_sent(sending), sending.count, Chosen(sending=sending))
    return {
        code: (_counted(label, count), Choice(code, count, of))
        for code, (label, count, of) in groups.items()
    }


def _sent(sending: Sending) -> str:
    who, when = people_names.display(sending.reporter), instant(sending.first_at)
    return _("sent together by {who}, {when}", who=who, when=when)


def _counted(label: str, count: int) -> str:
    return _n("{label} ({count})", "{label} ({count})", count, label=label)
