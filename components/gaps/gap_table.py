"""The target gaps as one table of HTML: a line each, the gap painted by the style sheet.

A gap is one element with two marks of the style sheet's own: sanitizer and browser ask their price
by the element.
"""

from collections.abc import Callable, Sequence
from html import escape

from components.gaps import gap_words
from components.gaps.gap_lines import Line
from components.language.text import _, _c, percent
from components.look import isolation
from components.look.status import MARKS, css_class, piece
from store import progress
from store.progress import Grade
from store.standing import PlanStanding

LATER = 2050
PALEST, FADING = 0.45, 0.11  # of a documented fact's ring: what is left, and what a year takes
LEFT = -0.02  # where a figure behind the start is drawn


def build(
    plan: PlanStanding, lines: Sequence[Line], year: int, address: Callable[[str], str]
) -> str:
    """The table; `address` says where the page of an objective is, by its code."""
    rows = "".join(_row(plan, line, year, address(line.objective.code)) for line in lines)
    seen = {status for line in lines if line.part and line.ends for status in line.part.statuses}
    shapes = " ".join(piece(status) for status in MARKS if status in seen)
    return (
        f'<table class="gaps" role="table"><thead><tr role="row">{_head(year)}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
        f'<p class="gaps-key"><span>{shapes}</span> <span>{escape(_key(lines))}</span></p>'
    )


def _head(year: int) -> str:
    way = _("way to the {year} target", year=str(year))
    ends = "".join(
        f"<span>{escape(word)}</span>"
        for word in (_c("start of a way", "baseline"), way, _c("end of a way", "target"))
    )
    cells = [
        ("name", escape(_("Objective"))),
        ("ends", f"<div>{ends}</div>"),
        ("points", escape(_c("hundredths of the way", "points"))),
        ("asked", escape(_("now → {year}", year=str(year)))),
        ("word", escape(_c("heading of a column", "status"))),
        ("speed", escape(_("faster by"))),
        *([("later", escape(_("way to {year}", year=str(LATER))))] if year < LATER else []),
    ]
    return "".join(f'<th class="{kind}" scope="col">{words}</th>' for kind, words in cells)


def _key(lines: Sequence[Line]) -> str:
    """What the marks mean, of those that are there."""
    judged = _(
        "Points: hundredths of the way ahead (+) or short (−) of what was due on the date of the"
        " figure. Hatched: between the worse and the better end of what is known, or indicative."
        " Brown tick: time passed."
    )
    silent = _(
        "Ring: a published fact, too little for a verdict. Dotted: no figure. In brackets: how much"
        " faster than planned, if nothing has moved since the start."
    )
    sentences = [
        judged if any(line.ends for line in lines) else "",
        silent if any(line.ends is None for line in lines) else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _row(plan: PlanStanding, line: Line, year: int, address: str) -> str:
    return isolation.build(
        lambda: _cells(plan, line, year, address),
        lambda sentence: f'<tr><td colspan="7">{escape(sentence)}</td></tr>',
    )


def _cells(plan: PlanStanding, line: Line, year: int, address: str) -> str:
    words = gap_words
    since = words.year_of(line)
    told = escape(words.now_and_target(line, year))
    asked = f"{told} <small>{since}</small>" if since else told
    look = css_class(line.part.statuses) if line.part and line.ends else "is-not-enough-data"
    later = f'<td class="later" role="cell">{_later(plan, line)}</td>' if year < LATER else ""
    name = escape(words.name(line))
    return (
        f'<tr class="{look}" role="row"><th scope="row" role="rowheader" title="{name}">'
        f'<a href="{escape(address)}"><b>{line.objective.code}</b> {name}</a></th>'
        f'<td class="drawn" role="cell">{_gap(plan, line)}</td>'
        f'<td class="points" role="cell">{escape(words.points(line))}</td>'
        f'<td class="asked" role="cell" title="{told}">{asked}</td>'
        f'<td class="word" role="cell">{escape(words.verdict(line))}</td>'
        f'<td class="speed" role="cell">{escape(words.speed(line))}</td>{later}</tr>'
    )


def _gap(plan: PlanStanding, line: Line) -> str:
    if line.shares is None or line.due is None or line.part is None:
        return _silent(plan, line)
    low, high = (max(share, LEFT) for share in line.shares)
    numbers = {"done": max(low, 0), "mark-at": low, "due": line.due[0], "late": line.due[1]}
    solid, hatched = _pieces(line, max(low, 0), max(high, 0), line.due[0])
    numbers |= dict(zip(("from", "to"), solid, strict=True)) if solid else {}
    numbers |= dict(zip(("open", "shut"), hatched, strict=True)) if hatched else {}
    shape = MARKS[line.part.statuses[0]].glyph
    return (
        f'<span class="gap" role="img" aria-label="{escape(gap_words.spoken(line))}"'
        f' data-shape="{shape}" style="{_style(numbers)}"></span>'
    )


Piece = tuple[float, float] | None


def _pieces(line: Line, low: float, high: float, due: float) -> tuple[Piece, Piece]:
    """What is painted solid, for certain ahead or short, and what hatched, open or indicative."""
    if low < high:
        certain = (high, due) if high < due else (due, low) if due < low else None
        return certain, (low, high)
    gap = (min(low, due), max(low, due))
    return (None, gap) if line.grade is Grade.INDICATIVE else (gap, None)


def _silent(plan: PlanStanding, line: Line) -> str:
    """A dotted place, a ring where a fact stands beside the target, and the reason."""
    kind = "ring" if line.grade is not Grade.NONE else "dots"
    age = 0.0 if line.last is None else max(0.0, progress.as_year(plan.as_of) - line.last)
    left = max(PALEST, 1 - FADING * age)
    return (
        f'<span class="gap silent {kind}" style="--ink-left:{left:.2f}">'
        f"<small>{escape(gap_words.silence(line, plan))}</small></span>"
    )


def _later(plan: PlanStanding, line: Line) -> str:
    if line.part is None or line.part.target(LATER) is None:
        return f"<small>{escape(_('no number'))}</small>"
    shares = [end.progress_2050 for end in line.ends or ()]
    known = [min(max(share, 0), 1) for share in shares if share is not None]
    if not known:
        return f"<small>{escape(_('not yet known'))}</small>"
    time = progress.clock(progress.as_year(plan.as_of), LATER)
    numbers = {"done": known[0], "passed": time}
    if known[-1] > known[0]:
        numbers |= {"open": known[0], "shut": known[-1]}
    label = _(
        "{done} of the way to {year}, {time} of the time has passed",
        done=percent(known[0]),
        year=str(LATER),
        time=percent(time),
    )
    return (
        f'<span class="gap later" role="img" aria-label="{escape(label)}"'
        f' style="{_style(numbers)}"></span>'
    )


def _style(numbers: dict[str, float]) -> str:
    return ";".join(f"--{name}:{share:.3f}" for name, share in numbers.items())
