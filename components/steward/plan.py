"""The Secretariat's page of the plan: its numbers and calendar, its texts, a new version."""

from components.elements import writing
from components.language.text import _
from components.reader import address
from components.steward import plan_numbers, plan_texts, plan_versions


def show() -> None:
    """Let the reader pick what to change, and draw its form."""
    writing.show_done()
    labels = {
        "numbers": _("numbers and calendar of an indicator"),
        "texts": _("titles and aims"),
        "version": _("plan versions"),
    }
    chosen = address.choose("change", _("What to change"), labels, default="numbers")
    {
        "numbers": plan_numbers.show,
        "texts": plan_texts.show,
        "version": plan_versions.show,
    }[chosen]()
