"""`python -m store questions`: what would open most verdicts, in the order of what it opens."""

import argparse
from collections.abc import Iterator

from sqlmodel import Session

from store.database import engine
from store.exchange import choices
from store.ground import clock
from store.ledger.knowledge import Until
from store.standing import assess_plan
from store.standing.answers import Need, Question
from store.standing.questions import FirstQuestions, Opening, first_questions


def run(arguments: argparse.Namespace, url: str) -> list[str]:
    """The lines to print: a line for each objective, one for each question, then the goals.

    Errors: InvalidExportError for a day in the future; UnknownReferenceError for a plan version
    that the store does not have.
    """
    today = clock.today()
    as_of = choices.check_day(arguments.as_of or today, today)
    opened = engine.connect(url)
    try:
        with Session(opened) as session:
            code = choices.choose_plan(session, arguments.plan, as_of)
            plan = assess_plan(session, code, Until.day(as_of))
            return [f"plan {code}, as known on {as_of}", *_told(first_questions(plan))]
    finally:
        opened.dispose()


def _told(found: FirstQuestions) -> Iterator[str]:
    if not found.openings:
        yield "No missing figure would open a verdict."
    for opening in found.openings:
        yield _verdict(opening)
        yield from (f"  {_asked(question)}" for question in opening.questions)
    for goal in found.goals:
        if goal.band:
            yield f"goal {goal.goal.code}: a band with verdicts on {', '.join(goal.band)}"
        if goal.needle:
            needed = ", ".join(goal.needle)
            yield f"goal {goal.goal.code}: a needle with figures of two years each of {needed}"


def _verdict(opening: Opening) -> str:
    count = opening.answers
    answers = "1 answer" if count == 1 else f"{count} answers together"
    gained = "one status instead of a range" if opening.narrows else "a verdict"
    who = ", ".join(opening.reporters)
    return f"{opening.code}: {gained} with {answers} ({who})"


def _asked(question: Question) -> str:
    indicator = question.indicator
    if question.need is Need.TARGET:
        return f"{indicator.code}: {question.need} for {question.year}"
    places = ", ".join(question.places)
    return f"{indicator.code}: {question.need}, {question.year}, {indicator.unit}, {places}"
