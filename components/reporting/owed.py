"""What the reader owes, why and by when; for the Secretariat, what everybody owes."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import streamlit as st

from components.elements import table, writing
from components.figures import ways
from components.language.text import _, _c, _n, day, number
from components.look import isolation
from components.look.markup import grid, show_empty, show_lead, show_note
from components.reader import access, address, cache, clock
from components.reader.places import name
from components.reporting import at_once, suggestions
from store.models.places import REGIONS, WORLD
from store.reporting import dues
from store.reporting.dues import OPEN, Due, DueState
from store.rights.rights import Act

MOST = 200  # rows; a region has 54 countries, and nobody reads more at a time


def show() -> None:
    """Draw the list of the reader; for the Secretariat the matrix and the reminders too."""
    writing.show_done()
    owed = cache.ask(dues.owed, clock.today())
    actor = access.actor()
    mine = [due for due in owed if dues.is_mine(due, actor)]
    show_lead(summary(mine))
    at_once.show(due for due in mine if due.state in OPEN)
    chosen = address.choose("show", _c("choice of rows", "Show"), _filters(), default="open")
    listed = sorted(
        (due for due in mine if _is_chosen(due, chosen)), key=lambda due: ORDER.index(due.state)
    )
    if listed:
        rows = [_guarded(due) for due in listed[:MOST]]
        st.html(grid(_columns(), rows, whole=True, stacked=True))
    else:
        show_empty(_nothing(chosen))
    if len(listed) > MOST:
        show_note(_("The first {most} of {all} rows.", most=number(MOST), all=number(len(listed))))
    suggestions.show()
    if access.may(Act.MANAGE_PEOPLE):
        _show_everybody(owed)


def summary(mine: list[Due]) -> str:
    """How many figures stand where, the urgent ones first."""
    counts = Counter(due.state for due in mine)
    parts = [f"{number(counts[state])} {word(state)}" for state in ORDER if counts[state]]
    return ", ".join(parts) or _("Nothing is expected from you.")


ORDER = (
    DueState.RETURNED,
    DueState.OVERDUE,
    DueState.DUE,
    DueState.SUBMITTED,
    DueState.APPROVED,
    DueState.NO_DATA,
    DueState.NOT_DUE,
)


def word(state: DueState) -> str:
    """The state as the screen says it."""
    return {
        DueState.NOT_DUE: _("not due"),
        DueState.DUE: _c("state of a figure", "due"),
        DueState.OVERDUE: _c("state of a figure", "overdue"),
        DueState.SUBMITTED: _c("state of a figure", "submitted"),
        DueState.RETURNED: _c("state of a figure", "returned"),
        DueState.APPROVED: _c("state of a figure", "approved"),
        DueState.NO_DATA: _("declared no data"),
    }[state]


@isolation.words
def why(due: Due) -> str:
    """Why a figure is in its state, in one sentence."""
    review = due.head.review if due.head else None
    if due.state is DueState.RETURNED and review is not None:
        return _("Returned on {day}: {comment}", day=day(review.known_on), comment=review.comment)
    if due.state is DueState.SUBMITTED:
        return _("Sent; it waits for the Secretariat.")
    if due.state is DueState.NO_DATA and due.head is not None:
        return _("No data: {reason}", reason=due.head.measurement.missing_reason)
    if due.state is DueState.APPROVED and review is not None:
        return _("Approved, known on {day}.", day=day(review.known_on))
    if due.state is DueState.NOT_DUE:
        return _("The year {year} is not over.", year=due.year)
    return _("No figure for {year} was sent.", year=due.year)


def _filters() -> dict[str, str]:
    return {"open": _("what I owe now"), "all": _c("figures", "everything")} | {
        state.name.lower(): word(state) for state in ORDER
    }


def _is_chosen(due: Due, chosen: str) -> bool:
    if chosen == "all":
        return True
    return due.state in OPEN if chosen == "open" else due.state.name.lower() == chosen


def _nothing(chosen: str) -> str:
    return _("You owe nothing now.") if chosen == "open" else _("No such figure.")


def _columns() -> list[str]:
    return [
        _("Objective"),
        _("Indicator"),
        _("Place"),
        _("Year"),
        _c("heading", "State"),
        _("Why"),
        _("Due by"),
        _("Your part"),
    ]


def _guarded(due: Due) -> list[str]:
    """One owed figure, or the sentence that it cannot be shown, in a row of its own."""
    return isolation.build(lambda: _row(due), lambda text: [text, *["–"] * (len(_columns()) - 1)])


def _row(due: Due) -> list[str]:
    """One owed figure, and the way to the form."""
    return [
        due.indicator.objective_code or "–",
        due.indicator.name,
        name(due.place.code),
        str(due.year),
        word(due.state),
        why(due),
        due.due_on.isoformat(),
        ways.correct(due.indicator, due.place.code, due.year, "" if due.head else _("Report it"))
        or "–",
    ]


def _show_everybody(owed: list[Due]) -> None:
    st.header(_("What everybody owes"))
    show_note(_("Returned, overdue and due figures of each objective and place."))
    st.html(grid([_("Objective"), *(name(code) for code in _codes())], matrix(owed), whole=True))
    table.offer_file(
        _("Save one reminder a person"),
        lambda: reminders(owed).encode(),
        f"4p1000-reminders-{clock.today()}.txt",
    )


def _codes() -> list[str]:
    return [WORLD, *(f"R-{region}" for region in REGIONS)]


def matrix(owed: list[Due]) -> list[list[str]]:
    """Open figures as counts: a row an objective, a column the world and each region."""
    counts: dict[tuple[str, str], Counter[DueState]] = defaultdict(Counter)
    for due in owed:
        where = due.where.region or WORLD
        counts[due.indicator.objective_code or "–", where][due.state] += 1
    objectives = sorted({objective for objective, _where in counts})
    return [
        [objective, *(_cell(counts[objective, code]) for code in _codes())]
        for objective in objectives
    ]


def _cell(counts: Counter[DueState]) -> str:
    if not counts:
        return "–"
    parts = [f"{number(counts[state])} {word(state)}" for state in OPEN if counts[state]]
    return ", ".join(parts) or _("nothing open")


def reminders(owed: list[Due]) -> str:
    """One text a person with what they owe now, to be sent by the Secretariat's own mail."""
    texts = []
    for person, actor in cache.actors():
        mine = [due for due in owed if due.state in OPEN and dues.is_mine(due, actor)]
        if mine:
            texts.append("\n".join([_address(person.name, person.email), *_lines(mine)]))
    return "\n\n".join(texts) or _("Nobody owes anything now.")


def _address(person_name: str, email: str | None) -> str:
    return f"{person_name} <{email}>" if email else person_name


def _lines(mine: Iterable[Due]) -> list[str]:
    listed = [
        f"- {due.indicator.objective_code} {due.indicator.name}, {name(due.place.code)} {due.year}:"
        f" {word(due.state)}; {why(due)}"
        for due in mine
    ]
    head = _n("{count} figure is open:", "{count} figures are open:", len(listed))
    return [head, *listed]
