"""The Secretariat's page of the plan: its numbers and calendar, its texts, a new version."""

from components import address, attempt, plan_numbers, plan_texts, plan_version
from components.text import _


def show() -> None:
    """Let the reader pick what to change, and draw its form."""
    attempt.show_done()
    labels = {
        "numbers": _("numbers and calendar of an indicator"),
        "texts": _("titles and aims"),
        "version": _("plan versions"),
    }
    chosen = address.choose("change", _("What to change"), labels, default="numbers")
    {
        "numbers": plan_numbers.show,
        "texts": plan_texts.show,
        "version": plan_version.show,
    }[chosen]()
