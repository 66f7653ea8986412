"""What the page of regions says first: who answers where asked, and how many seats are empty."""

from components.language.text import _, _n, day, number
from components.look import isolation
from components.regions import cells, heat_grid
from components.regions.cells import Cells
from store.people.task_forces import Seat
from store.standing import PlanStanding


@isolation.words
def title(plan: PlanStanding, known: Cells, leaders: dict[str, Seat]) -> str:
    """Two sentences: of figures, and of seats."""
    if not plan.is_adopted:
        return _(
            "On {day} the {version} plan did not exist yet.",
            day=day(plan.as_of),
            version=plan.plan.code,
        )
    return f"{_answers(known)} {_seats(known, leaders)}"


def _answers(known: Cells) -> str:
    counts = {place: heat_grid.reported(known, place) for place in cells.places()}
    whole = sum(count == asked for count, asked in counts.values())
    reported, asked = (sum(pair[at] for pair in counts.values()) for at in (0, 1))
    if not reported:
        return _("No region has a figure yet, wherever it is asked.")
    if whole == len(counts):
        return _("All {all} regions answer wherever they are asked.", all=number(whole))
    if whole:
        return _n(
            "{count} of {all} regions answers wherever it is asked.",
            "{count} of {all} regions answer wherever they are asked.",
            whole,
            all=number(len(counts)),
        )
    return _n(
        "Regions have answered {count} of {asked} times that the plan asks them.",
        "Regions have answered {count} of {asked} times that the plan asks them.",
        reported,
        asked=number(asked),
    )


def _seats(known: Cells, leaders: dict[str, Seat]) -> str:
    seats = [*leaders.values(), *(cell.seat for cell in known.values())]
    vacant = sum(not seat.holders for seat in seats)
    if not vacant:
        return _("Every one of {all} seats is filled.", all=number(len(seats)))
    if vacant == len(seats):
        return _("All {all} seats are vacant.", all=number(len(seats)))
    return _n(
        "{count} of {all} seats is vacant.",
        "{count} of {all} seats are vacant.",
        vacant,
        all=number(len(seats)),
    )


@isolation.words
def lead(known: Cells, leaders: dict[str, Seat]) -> str:
    """Leaders, and how a cell is read; where nobody answers, why not."""
    led = _n(
        "{count} of {all} task forces has a leader.",
        "{count} of {all} task forces have a leader.",
        sum(bool(seat.holders) for seat in leaders.values()),
        all=number(len(leaders)),
    )
    asked = [cell for cell in known.values() if cell.answers]
    reported = sum(cell.is_reported for cell in asked)
    dark = _(
        "Dark: a figure of this year. Paler: older. The filled part of a cell is the share of its"
        " countries that answered."
    )
    silent = _("Dashed is what is not known, not what is not done.")
    sentences = [dark if reported else "", silent if reported * 2 < len(asked) else ""]
    return " ".join(sentence for sentence in (led, *sentences) if sentence)
