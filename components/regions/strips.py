"""One region among the five: a strip an indicator, its dot, the others' rings, what was due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from components.language.text import _, _c, number
from components.look import isolation
from components.reader.places import name
from components.regions import cells
from components.regions.cells import Answer, Cells
from components.wording.short import region_name
from store.figures.judgement import is_yes_or_no
from store.models import Indicator
from store.progress import Better
from store.standing import IndicatorStanding, PlanStanding

ROOM = 0.94  # of the line, so that the largest dot has its label within
NEAR = 0.09  # of the line: a label so close to another would cover it


@dataclass(frozen=True, slots=True)
class Strip:
    """One indicator in every region; `values` of those with a figure, in its unit or in percent."""

    standing: IndicatorStanding
    answers: Mapping[str, Answer]
    values: Mapping[str, float]
    due: float | None
    end: float

    @property
    def indicator(self) -> Indicator:
        """The indicator."""
        return self.standing.indicator

    def at(self, value: float) -> float:
        """Where a value lies on the line, 0 to 1."""
        return max(0.0, min(1.0, value / self.end)) if self.end else 0.0


def of(plan: PlanStanding, known: Cells, place: str) -> list[Strip]:
    """The indicators of which any region has a figure, in the order of the plan."""
    return [
        strip
        for objective in plan.objectives
        for at, answer in enumerate(known[objective.code, place].answers)
        if (
            strip := _strip(
                plan,
                answer.indicator.code,
                {p: known[objective.code, p].answers[at] for p in cells.places()},
                place,
            )
        )
    ]


def _strip(
    plan: PlanStanding, code: str, answers: Mapping[str, Answer], place: str
) -> Strip | None:
    standing = next(one for one in plan.indicators if one.indicator.code == code)
    values = {p: value(answer) for p, answer in answers.items() if answer.figures}
    if not values:
        return None
    judged = standing.regions.get(place)
    due = judged.expected_value if judged else None
    is_counted = answers[place].is_counted
    end = 100.0 if is_counted else max(*values.values(), due or 0.0, 0.0) / ROOM
    return Strip(standing, answers, values, due, end)


def value(answer: Answer) -> float:
    """A region's figure; of countries the percentage that says yes of those that answered."""
    if answer.is_counted:
        yes = sum((one.figure or 0) >= 1 for one in answer.figures)
        return 100 * yes / len(answer.figures)
    return answer.figures[-1].figure or 0.0


def build(drawn: Sequence[Strip], place: str) -> str:
    """The strips as HTML."""
    return f'<div class="strips">{"".join(_row(strip, place) for strip in drawn)}</div>'


@isolation.piece
def _row(strip: Strip, place: str) -> str:
    own = strip.answers[place]
    title = f"<b>{strip.indicator.objective_code}</b> {escape(strip.indicator.name)}"
    line = _words(strip, place) if _is_said(strip) else _line(strip, place)
    told = _beside(strip, place)
    small = f"<small>{escape(told)}</small>" if told else ""
    return (
        f'<div class="strip-row"><span>{title}</span>{line}'
        f"<b>{escape(_figure(own))}{small}</b></div>"
    )


def _is_said(strip: Strip) -> bool:
    """Whether regions answer yes or no, so that there is no line to stand on."""
    return (
        is_yes_or_no(strip.indicator, "R-AFR") and not next(iter(strip.answers.values())).is_counted
    )


def _figure(own: Answer) -> str:
    if own.is_counted and own.figures:
        yes = sum((one.figure or 0) >= 1 for one in own.figures)
        return _("{count} of {all}", count=number(yes), all=number(len(own.figures)))
    return cells.brief(own)


def _beside(strip: Strip, place: str) -> str:
    """What the figure is one of: countries, or the place among the regions; its year."""
    own = strip.answers[place]
    if not own.figures:
        return ""
    if own.is_counted:
        return _("of {count} countries, {year}", count=number(len(own.asked)), year=own.year)
    if _is_said(strip) or len(strip.values) < 2:
        return str(own.year)
    rank, shared = rank_of(strip, place)
    facts = {"rank": number(rank), "count": number(len(strip.values)), "year": own.year}
    if shared:
        return _("shares place {rank} of {count}, {year}", **facts)
    return _("place {rank} of {count}, {year}", **facts)


def rank_of(strip: Strip, place: str) -> tuple[int, bool]:
    """The place of a region among those with a figure, from 1, and whether it shares it."""
    sign = -1 if strip.indicator.better == Better.LOWER else 1
    mine = sign * strip.values[place]
    better = sum(sign * other > mine for other in strip.values.values())
    return better + 1, sum(sign * other == mine for other in strip.values.values()) > 1


def _line(strip: Strip, place: str) -> str:
    """Rings, the region's dot above them, what was due, and the name of the region that leads."""
    rings = "".join(
        f'<i style="--x:{strip.at(figure):.3f}" title="{escape(_said(strip, other))}"></i>'
        for other, figure in strip.values.items()
        if other != place
    )
    own = strip.values.get(place)
    dot = "" if own is None else f'<i class="me" style="--x:{strip.at(own):.3f}"></i>'
    due = "" if strip.due is None else f'<u style="--x:{strip.at(strip.due):.3f}"></u>'
    drawn = f"{due}{rings}{dot}{_labels(strip, place)}"
    return (
        f'<span class="axis" role="img" aria-label="{escape(_aloud(strip, place))}">{drawn}</span>'
    )


def _labels(strip: Strip, place: str) -> str:
    """Words below the line: what was due, and which other region leads; never one on another."""
    words = []
    if strip.due is not None:
        words.append((strip.at(strip.due), _c("mark on a scale", "due")))
    others = {other: figure for other, figure in strip.values.items() if other != place}
    if others:
        leads = max(others, key=lambda other: others[other])
        where, own = strip.at(others[leads]), strip.values.get(place)
        is_other = own is None or others[leads] != own
        if is_other and all(abs(where - at) > NEAR for at, _word in words):
            words.append((where, region_name(leads)))
    return "".join(f'<em style="--x:{at:.3f}">{escape(word)}</em>' for at, word in words)


def _words(strip: Strip, place: str) -> str:
    """Yes or no of each region, its own first in ink."""
    marks = "".join(
        f'<span class="{"mine" if other == place else ""}">'
        f"{escape(region_name(other))} <b>{escape(cells.brief(answer))}</b></span>"
        for other, answer in strip.answers.items()
    )
    return f'<span class="says">{marks}</span>'


def _said(strip: Strip, place: str) -> str:
    return f"{name(place)}: {_figure(strip.answers[place])}"


def _aloud(strip: Strip, place: str) -> str:
    """The strip for who hears it: every region's figure, the own one first."""
    order = [place, *(other for other in strip.values if other != place)]
    return "; ".join(_said(strip, other) for other in order)
