"""The state of an owed figure as word and shape; no colour of a verdict is spent on it."""

from components.language.text import _, _c, day
from components.look import isolation
from store.reporting.dues import Due, DueState

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


def glyph(state: DueState) -> str:
    """The state as a shape."""
    return {
        DueState.NOT_DUE: "·",
        DueState.DUE: "○",
        DueState.OVERDUE: "!",
        DueState.SUBMITTED: "→",
        DueState.RETURNED: "←",
        DueState.APPROVED: "✓",
        DueState.NO_DATA: "–",
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
    if due.state is DueState.OVERDUE:
        return _("overdue since {day}", day=day(due.due_on))
    return _("due by {day}", day=day(due.due_on))
