"""The checks of a figure in words: what is as it should be, and what asks for a look."""

from html import escape

from components.language.text import _
from components.look import isolation
from components.look.markup import Html
from components.reporting import aside
from store.reporting import checks
from store.reporting.checks import Check, Result
from store.reporting.reviewing import Case


@isolation.piece
def build(case: Case) -> Html:
    """All checks that could be made, a sentence each; "" where nothing could be compared."""
    return Html(
        "".join(_said(result, case) for result in checks.results(case.background, case.row))
    )


def _said(result: Result, case: Case) -> str:
    if result.is_well:
        return f'<span class="check">✓ {escape(_passed(result.check))}</span>'
    sentences = [aside.say(doubt, case.background) for doubt in result.doubts]
    if result.check is Check.COUNTING:
        sentences = [_("An exact figure after a bound: did the way of counting change?")]
    return "".join(
        f'<span class="check"><b>!</b> {escape(sentence)}</span>' for sentence in sentences
    )


def _passed(check: Check) -> str:
    return {
        Check.RANGE: _("within what is plausible"),
        Check.STEP: _("no leap: less than half the way of the plan"),
        Check.TOTAL: _("not a step back"),
        Check.PERIOD: _("a period of its own"),
        Check.COUNTING: _("counted as before"),
    }[check]
