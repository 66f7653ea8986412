"""How indicators are judged: what shipped, and dated changes of it by people, with a reason.

Figures already in the ledger stay there; what lies beyond a limit counts no more.
"""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from store.ground.errors import InvalidPlanError, UnknownReferenceError
from store.ledger import knowledge, revisions
from store.ledger.knowledge import EVER, Until
from store.models import Indicator, IndicatorRule
from store.plan.rule_draft import RuleDraft
from store.progress import Kind
from store.rights import rights
from store.rights.rights import Act, Actor

CONTENT = set(Indicator.model_fields) & set(IndicatorRule.model_fields)


def set_rule(session: Session, actor: Actor, draft: RuleDraft) -> IndicatorRule:
    """Change how an indicator is judged, from `known_on` on.

    Errors: NotAllowedError, UnknownReferenceError, InvalidPlanError, ConflictError.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    indicator = session.get(Indicator, draft.indicator_code)
    if indicator is None:
        raise UnknownReferenceError(
            "There is no indicator {indicator}.", indicator=draft.indicator_code
        )
    if draft.window_years > 1 and indicator.kind != Kind.RATE:
        raise InvalidPlanError("Only what is counted by years has a mean of two years.")
    head = revisions.newest(
        session, IndicatorRule, IndicatorRule.indicator_code == draft.indicator_code
    )
    row = IndicatorRule.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "set rule", row, head)


def in_force(
    session: Session, indicators: Iterable[Indicator], until: Until = EVER
) -> list[Indicator]:
    """The indicators as they were judged: copies of those with a rule, which nobody writes."""
    rules = {row.indicator_code: row for row in session.exec(knowledge.known(IndicatorRule, until))}
    return [
        _ruled(indicator, rules[indicator.code]) if indicator.code in rules else indicator
        for indicator in indicators
    ]


def history(session: Session, indicator_code: str) -> list[IndicatorRule]:
    """Every change, oldest first."""
    statement = select(IndicatorRule).where(IndicatorRule.indicator_code == indicator_code)
    return list(session.exec(statement.order_by(col(IndicatorRule.revision))))


def _ruled(indicator: Indicator, rule: IndicatorRule) -> Indicator:
    return Indicator.model_validate(indicator.model_dump() | rule.model_dump(include=CONTENT))
