"""What the target gaps say in a sentence, by rules from their lines."""

from collections.abc import Sequence

from components.gaps.gap_lines import Line, in_order
from components.language.text import _, _n, day, listed, number
from components.look import isolation
from components.wording.sentence import clock
from store.progress import Grade, Reason
from store.standing import PlanStanding

NAMED = 3  # of those that are short


@isolation.words
def title(plan: PlanStanding, lines: Sequence[Line]) -> str:
    """How many are short of what was due, and which most; on thin data what is known."""
    if not plan.is_adopted:
        return _(
            "On {day} the {version} plan did not exist yet",
            day=day(plan.as_of),
            version=plan.plan.code,
        )
    judged = [line for line in lines if line.ends is not None]
    short = in_order([line for line in judged if line.is_short], "gap")
    if not judged:
        return _(
            "Nothing says yet how far any of {total} indicators is from what was due",
            total=number(len(lines)),
        )
    if short:
        return _short(short)
    if all(line.is_met for line in lines):
        return _("All {total} indicators have reached their targets", total=number(len(lines)))
    return _n(
        "{count} of {total} indicators can be judged, and it is not known to be short of what was"
        " due",
        "{count} of {total} indicators can be judged, and none of them is known to be short of"
        " what was due",
        len(judged),
        total=number(len(lines)),
    )


def _short(short: Sequence[Line]) -> str:
    codes = list(dict.fromkeys(line.objective.code for line in short))
    if len(codes) <= NAMED:
        return _n(
            "{count} indicator is short of what was due: {names}",
            "{count} indicators are short of what was due: {names}",
            len(short),
            names=listed(codes),
        )
    return _n(
        "{count} indicator is short of what was due: {names} most",
        "{count} indicators are short of what was due: {names} most",
        len(short),
        names=listed(codes[:NAMED]),
    )


@isolation.words
def lead(plan: PlanStanding, lines: Sequence[Line]) -> str:
    """The time that has passed, what is known of the others, and what would help most."""
    if not plan.is_adopted:
        return ""
    passed = clock(plan)
    silent = [line for line in lines if line.ends is None]
    read = "" if len(silent) == len(lines) else how_to_read()
    sentences = [passed, _others(lines, silent), _missing(silent), read]
    return " ".join(sentence for sentence in sentences if sentence)


def how_to_read() -> str:
    """What is painted."""
    return _(
        "The coloured piece is the gap: from what was due (the tick) to what is there. Left of"
        " the tick it is missing, right of it ahead."
    )


def _others(lines: Sequence[Line], silent: Sequence[Line]) -> str:
    documented = sum(line.grade is not Grade.NONE for line in silent)
    if len(silent) == len(lines):
        return _n(
            "Beside {count} of the targets stands a published fact, too little for a verdict.",
            "Beside {count} of the targets stand published facts, too little for a verdict.",
            documented,
        )
    if not silent:
        return _("Each of the {total} indicators can be judged.", total=number(len(lines)))
    return _n(
        "{count} of {total} indicators has no verdict.",
        "{count} of {total} indicators have no verdict.",
        len(silent),
        total=number(len(lines)),
    )


def _missing(silent: Sequence[Line]) -> str:
    near = sum(is_one_figure_away(line) for line in silent)
    if not near:
        return ""
    return _n(
        "{count} indicator lacks nothing but one dated figure.",
        "{count} indicators lack nothing but one dated figure.",
        near,
    )


def is_one_figure_away(line: Line) -> bool:
    """Whether start and target are known and only a figure is missing."""
    if line.part is None:
        return False
    card = line.part.assessment
    return card.reason == Reason.NO_OBSERVATION and card.pace_from_start is not None
