"""What published meetings decided, as tables of the site."""

from collections.abc import Sequence

from components.language.text import _
from components.look.markup import Html
from components.meetings import decisions, reviewed
from components.reader.view import View
from components.site import layout
from components.site.template import Frame
from store.models import Decision


def about(subject: str, view: View, frame: Frame) -> Html:
    """What was decided about a goal or an objective; empty for nothing."""
    return _table(decisions.about(reviewed.decided(view.until), subject), view, frame)


def waiting(view: View, frame: Frame) -> Html:
    """What is open, the most urgent first; empty for nothing."""
    return _table(decisions.waiting(view), view, frame)


def _table(records: Sequence[Decision], view: View, frame: Frame) -> Html:
    def to_subject(code: str) -> str:
        if not code:
            return _("the plan")
        page = layout.objective(code) if len(code) > 1 else layout.goal(code)
        return Html(f'<a href="{frame.link(page)}">{code}</a>')

    def to_meeting(title: str, _code: str) -> str:
        return title

    return Html(decisions.table(records, view, to_subject, to_meeting) if records else "")
