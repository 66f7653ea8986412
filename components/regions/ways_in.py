"""Where a cell of the grid leads: to the form for who may fill it, else to the facts."""

from collections.abc import Callable
from dataclasses import dataclass

from components.figures import ways
from components.reader import clock, links
from components.regions.cells import Answer, Cell, State
from store.reporting import country_grid


def address(cell: Cell) -> str:
    """The form where the reader may break a silence, else what is known and who is silent."""
    answer = cell.best
    if answer is None:
        return links.address("task-forces", objective=cell.objective.code)
    if answer.state is State.SILENT and (form := form_of(answer, cell.place)):
        return form
    return links.address("region", region=cell.place[2:], objective=cell.objective.code)


def form_of(answer: Answer, place: str) -> str:
    """Where the reader enters what is missing in a region; "" for who may not."""
    indicator = answer.indicator
    wanting = answer.silent or answer.asked
    if not wanting or not ways.may_report(indicator, wanting[0]):
        return ""
    year = str(clock.today().year - 1)
    if answer.is_counted and country_grid.is_asked(indicator):
        return links.address("countries", indicator=indicator.code, place=place, year=year)
    return links.address("report", indicator=indicator.code, place=wanting[0], year=year)


def _nowhere(_code: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the names, seats and cells of the grid lead: addresses, "" for nowhere."""

    objective: Callable[[str], str]
    cell: Callable[[Cell], str]
    region: Callable[[str], str] = _nowhere
    force: Callable[[str], str] = _nowhere


ON_SCREEN = Ways(
    objective=lambda code: links.address("objective", objective=code),
    cell=address,
    region=lambda place: links.address("region", region=place[2:]),
    force=lambda code: links.address("task-forces", objective=code),
)
