"""What an approval would change: the indicator, its goal and the whole plan, before and after."""

from html import escape

from components.language.text import _, number, percent
from components.look import isolation, status
from components.look.markup import Html
from components.overview import gauge
from components.reader import bar, cache, clock, sessions
from components.review import wording
from components.wording import verdicts
from store.ground.errors import StoreError
from store.reporting import preview
from store.reporting.reviewing import Case
from store.standing import GoalStanding, IndicatorStanding, ObjectiveStanding, PlanStanding

Statuses = tuple[str, str]


@isolation.piece
def build(case: Case) -> Html:
    """Three columns as HTML; kept until something is written."""
    plan, today = bar.plan_on(clock.today()), clock.today()
    return cache.derived("outlook", (case.row.id, plan, today), lambda: _columns(case, plan))


def _columns(case: Case, plan: str) -> Html:
    today, code = clock.today(), case.row.indicator_code
    before = cache.plan_standing(plan, clock.until_today())
    try:
        with sessions.trying() as session:
            after = preview.approved(session, [case.row.id or 0], plan, today)
    except StoreError:
        return Html("")  # it does not wait any more, which is said elsewhere
    head = f'<h3 class="part">{escape(_("If you approve"))}</h3>'
    objective = wording.indicator_of(case.row).objective_code
    columns = [_indicator(before, after, code)]
    goals = [plan.goals for plan in (before, after)]
    columns += [
        _goal(was, would_be)
        for was, would_be in zip(*goals, strict=True)
        if would_be.code == (objective or "")[:1]
    ]
    columns.append(_plan(before, after))
    return Html(
        f'{head}<div class="outlook">{"".join(columns)}</div>{_others(before, after, code)}'
    )


def _column(name: str, statuses: Statuses | None, what: str, *lines: str) -> str:
    mark = f' class="{status.css_class(statuses)}"' if statuses else ""
    below = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return f"<div{mark}><p>{escape(name)}</p><b>{what}</b>{below}</div>"


def _turn(before: Statuses, after: Statuses) -> str:
    """A verdict that stays, or from which to which it turns."""
    if before == after:
        return status.piece(*after)
    return f"{status.piece(*before)} → {status.piece(*after)}"


def _indicator(before: PlanStanding, after: PlanStanding, code: str) -> str:
    was, will_be = before.indicator(code), after.indicator(code)
    if was is None or will_be is None:
        return ""
    name = f"{will_be.indicator.objective_code or '–'} {will_be.indicator.name}"
    turn = _turn(was.statuses, will_be.statuses)
    if will_be.assessment.progress is None:
        return _column(name, will_be.statuses, turn, verdicts.why(will_be))
    return _column(name, will_be.statuses, turn, _way(was, will_be), _due(will_be))


def _way(was: IndicatorStanding, will_be: IndicatorStanding) -> str:
    before, after = was.assessment.progress, will_be.assessment.progress
    if before is None and after is not None:
        return _("{share} of the way", share=percent(after))
    return _moved(before, after)


def _due(will_be: IndicatorStanding) -> str:
    due = will_be.assessment.expected
    return "" if due is None else _("{share} was due", share=percent(due))


def _goal(was: GoalStanding, will_be: GoalStanding) -> str:
    statuses = was.gauge.status, will_be.gauge.status
    name = _("Goal {code}, {name}", code=will_be.code, name=will_be.name)
    turn = _turn((statuses[0], statuses[0]), (statuses[1], statuses[1]))
    way = _moved(was.gauge.progress, will_be.gauge.progress)
    return _column(name, (statuses[1], statuses[1]), turn, way, gauge.reason(will_be))


def _moved(before: float | None, after: float | None) -> str:
    """From which share of the way to which; "" where one of the two is unknown."""
    if before is None or after is None:
        return ""
    if percent(before) == percent(after):
        return _("{share} of the way, as before", share=percent(after))
    return _("{before} → {after} of the way", before=percent(before), after=percent(after))


def _judged(plan: PlanStanding) -> int:
    return sum(one.verdict.judged.is_known for one in plan.objectives)


def _plan(before: PlanStanding, after: PlanStanding) -> str:
    """The share of the way where the method allows one; how many objectives can be judged."""
    shares = before.headline.progress, after.headline.progress
    counts = [_judged(before), _judged(after)]
    total = number(len(after.objectives))
    judged = _("{known} of {total} objectives can be judged", known=number(counts[1]), total=total)
    if counts[0] != counts[1]:
        judged = _(
            "{before} → {after} of {total} objectives can be judged",
            before=number(counts[0]),
            after=number(counts[1]),
            total=total,
        )
    said = _moved(*shares) or _("no single figure")
    return _column(_("The whole plan"), None, escape(said), judged)


def _others(before: PlanStanding, after: PlanStanding, code: str) -> str:
    """The objectives whose verdict would turn, where that is more than the indicator's own."""
    was = {one.code: one for one in before.objectives}
    turned = [one for one in after.objectives if one.statuses != was[one.code].statuses]
    return "".join(
        _objective(was[one.code], one)
        for one in turned
        if len(one.indicators) > 1 or all(part.indicator.code != code for part in one.indicators)
    )


def _objective(was: ObjectiveStanding, one: ObjectiveStanding) -> str:
    name = escape(_("Objective {code}, {title}:", code=one.code, title=one.title))
    return f'<p class="note">{name} {_turn(was.statuses, one.statuses)}</p>'
