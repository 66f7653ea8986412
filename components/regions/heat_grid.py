"""24 objectives × five regions as one table: age, share that answered, silence, seats, ways on."""

from collections.abc import Sequence
from html import escape

from components.indicator import regions_rows
from components.language.text import _, _c, number
from components.look import isolation
from components.look.status import css_class, glyph, word
from components.reader.places import name
from components.reader.view import View
from components.regions import cells
from components.regions.cells import AGES, Answer, Cell, Cells, State
from components.regions.ways_in import Ways
from components.wording.short import region_name
from store.people.task_forces import Seat
from store.standing import GoalStanding, ObjectiveStanding, PlanStanding

COLUMNS = 8
ROOM = 17  # letters of a figure with its unit


def build(plan: PlanStanding, view: View, ways: Ways) -> str:
    """The key and the table as HTML."""
    known, leaders = cells.of(plan, view), cells.leaders(view)
    body = "".join(_goal(goal, known, leaders, view, ways) for goal in plan.goals)
    return (
        f'{key(view.as_of.year)}<table class="heat"><thead><tr>{_head(view, ways)}</tr></thead>'
        f"<tbody>{body}</tbody><tfoot>{_foot(known)}</tfoot></table>"
    )


def key(year: int) -> str:
    """What tints, edges and dots mean, as HTML."""
    ages = [(f"fresh-{step}", str(year - AGES + step)) for step in range(AGES, 1, -1)]
    swatches = [*ages, ("fresh-1", _c("figures", "older")), ("is-silent", _("asked, silent"))]
    boxes = "".join(
        f'<span><i class="{kind}"></i>{escape(words)}</span>' for kind, words in swatches
    )
    dots = "".join(
        f'<span><i class="seat {kind}"></i>{escape(words)}</span>'
        for kind, words in (("on", _seat_word(is_filled=True)), ("", _seat_word(is_filled=False)))
    )
    nothing = f"<span>– {escape(_('not asked of regions'))}</span>"
    return f'<p class="heat-key">{boxes}{nothing}{dots}</p>'


def _head(view: View, ways: Ways) -> str:
    regions = "".join(
        f'<th scope="col"{_here(place, view)}>'
        + _way(
            ways.region(place),
            f"<span>{escape(name(place))}</span><small>{escape(region_name(place))}</small>",
        )
        + "</th>"
        for place in cells.places()
    )
    return (
        f'<th class="o" scope="col">{escape(_("Objective"))}</th>'
        f'<th class="w" scope="col">{escape(name("WLD"))}</th>'
        f'<th class="l" scope="col">{escape(_c("column of leaders", "Lead"))}</th>{regions}'
    )


def _here(place: str, view: View) -> str:
    """Marks the region that the reader chose."""
    return ' aria-current="true"' if place == view.place else ""


def _way(address: str, inner: str, told: str = "") -> str:
    """A link to an address, or the same words that lead nowhere."""
    if not address:
        return f"<span{told}>{inner}</span>"
    return f'<a href="{escape(address)}"{told}>{inner}</a>'


def _goal(
    goal: GoalStanding, known: Cells, leaders: dict[str, Seat], view: View, ways: Ways
) -> str:
    rows = "".join(
        isolation.build(
            lambda objective=objective: _row(objective, known, leaders[objective.code], view, ways),
            lambda text: f'<tr><td colspan="{COLUMNS}">{escape(text)}</td></tr>',
        )
        for objective in goal.objectives
    )
    title = f"{goal.code} {goal.name}"
    return f'<tr><th class="goal-row" colspan="{COLUMNS}">{escape(title)}</th></tr>{rows}'


def _row(objective: ObjectiveStanding, known: Cells, leader: Seat, view: View, ways: Ways) -> str:
    page, lead = escape(ways.objective(objective.code)), _dot(leader)
    there = "".join(_cell(known[objective.code, place], view, ways) for place in cells.places())
    return (
        f'<tr><th class="o" scope="row"><a href="{page}"><b>{objective.code}</b>'
        f" <span>{escape(objective.title)}</span></a></th>"
        f'<td class="w {css_class(objective.statuses)}"><a href="{page}">'
        f"<i>{glyph(objective.statuses)}</i> <span>{escape(word(objective.statuses))}</span></a>"
        f'</td><td class="l">{_way(ways.force(objective.code), lead)}</td>{there}</tr>'
    )


def _cell(cell: Cell, view: View, ways: Ways) -> str:
    answer, seat = cell.best, _dot(cell.seat)
    way = escape(ways.cell(cell))
    if answer is None:
        return f'<td class="na"><a href="{way}"><span>–</span>{seat}</a></td>'
    told = f' title="{escape(cells.said(answer))}"'
    words = f"<span><u>{escape(_words(answer))}</u></span>"
    if answer.state is not State.FIGURE:
        return f'<td class="is-silent"><a href="{way}"{told}>{words}{seat}</a></td>'
    look = f"fresh-{cells.freshness(answer.year, view.as_of.year)}"
    if answer.is_counted:
        part = f' style="--share:{answer.share:.2f}"'
        return f'<td class="part {look}"{part}><a href="{way}"{told}>{words}{seat}</a></td>'
    words = f"<span><u>{escape(_words(answer))}</u>, {answer.year}</span>"
    return f'<td class="{look}"><a href="{way}"{told}>{words}{seat}</a></td>'


def _words(answer: Answer) -> str:
    """The answer as far as a cell has room: without its unit, which the pointer says, if long."""
    said = cells.brief(answer)
    if len(said) <= ROOM or answer.is_counted or answer.state is not State.FIGURE:
        return said
    return regions_rows.brief(answer.indicator, answer.figures[-1])


def _dot(seat: Seat) -> str:
    is_filled = bool(seat.holders)
    label = escape(_seat_word(is_filled=is_filled))
    return f'<i class="seat{" on" if is_filled else ""}" role="img" aria-label="{label}"></i>'


def _seat_word(*, is_filled: bool) -> str:
    return _("seat filled") if is_filled else _("seat vacant")


def _foot(known: Cells) -> str:
    columns = "".join(
        f"<td><b>{escape(_counted(reported(known, place)))}</b> "
        f"<span>{escape(_seats(known, place))}</span></td>"
        for place in cells.places()
    )
    label = escape(
        _(
            "reported of asked, seats of {count}",
            count=number(len({code for code, _place in known})),
        )
    )
    return f'<tr><th class="o" colspan="3" scope="row">{label}</th>{columns}</tr>'


def _counted(counts: tuple[int, int]) -> str:
    return _("{count} of {all}", count=number(counts[0]), all=number(counts[1]))


def _seats(known: Cells, place: str) -> str:
    filled = sum(bool(cell.seat.holders) for cell in in_place(known, place))
    return _("· {count} seats", count=number(filled))


def in_place(known: Cells, place: str) -> Sequence[Cell]:
    """The cells of one region, in the order of the plan."""
    return [cell for (_code, where), cell in known.items() if where == place]


def reported(known: Cells, place: str) -> tuple[int, int]:
    """Of how many objectives a region has a figure, and of how many it is asked."""
    asked = [cell for cell in in_place(known, place) if cell.answers]
    return sum(cell.is_reported for cell in asked), len(asked)
