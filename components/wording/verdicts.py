"""Why an indicator or an objective has its status, in sentences with the numbers in them."""

from components.language.text import _, _n, computed, number, percent
from components.look import isolation
from components.look.status import word
from components.reader.places import name
from components.wording.figures import bare, quantity
from store.progress import Assessment, Grade, Reason, Status
from store.standing import (
    PARTS_UNKNOWN,
    IndicatorStanding,
    Method,
    ObjectiveStanding,
    PlanStanding,
)

_SILENT = (Status.NOT_ENOUGH_DATA, Status.STALE)


@isolation.words
def reason(standing: IndicatorStanding, *, is_recorded: bool = False) -> str:
    """Why an indicator has no verdict; `is_recorded`: facts beside its figures are known."""
    assessment = standing.assessment
    if assessment.reason == Reason.NO_OBSERVATION:
        is_recorded |= assessment.grade is Grade.DOCUMENTED
        return _too_few(standing) or _nothing_to_judge(is_recorded=is_recorded)
    return _reasons(assessment).get(assessment.reason or "", "")


def _too_few(standing: IndicatorStanding) -> str:
    """How few of many answered; "" where nobody did."""
    latest = standing.latest
    if latest is None:
        return ""
    counts = {"known": latest.known, "total": latest.total}
    if standing.method is Method.FORMER:
        return _("Only {known} of {total} are known: half are needed for a verdict.", **counts)
    if latest.known < latest.total:
        return _("Only {known} of {total} are known: the others could be anything.", **counts)
    return ""


def _nothing_to_judge(*, is_recorded: bool) -> str:
    """That there is no figure; where something else is known, that it is none."""
    if is_recorded:
        return _("What has been published is no figure that can be judged.")
    return _("No figure has been published.")


def _reasons(assessment: Assessment) -> dict[str, str]:
    age = number(assessment.age or 0)
    before = word(assessment.last_status) if assessment.last_status else ""
    return {
        Reason.NO_TARGET: _(
            "The plan gives no figure to reach by {year}.", year=active_year(assessment)
        ),
        Reason.NO_BASELINE: _(
            "No baseline: a second figure is needed, a year or more after the first."
        ),
        Reason.DATA_ERROR: _("A running total cannot fall: one of its figures must be wrong."),
        Reason.TOO_EARLY: _("The last figure is less than a year from the start in 2020."),
        Reason.TOO_WIDE: _(
            "What is known leaves everything open, from off track to on track: no verdict."
        ),
        Reason.BASELINE_CONTRADICTED: _(
            "The total is below the starting value, which was coded from words: one of them must"
            " be wrong."
        ),
        Reason.SILENT_YEAR: _(
            "Nothing is known of the last full year; zeros count only if entered."
        ),
        Reason.DATA_TOO_OLD: _(
            "The last figure is {age} years old; it was “{status}” then.", age=age, status=before
        ),
    }


def active_year(assessment: Assessment) -> str:
    """The target year of a verdict."""
    return str(int(assessment.active_year or 2030))


@isolation.words
def objective_reason(objective: ObjectiveStanding, plan: PlanStanding) -> str:
    """Why an objective has no verdict; "" when it has one."""
    if objective.status not in (Status.NOT_ENOUGH_DATA, Status.STALE):
        return ""
    if not plan.is_adopted:
        return _("This plan version was not adopted yet.")
    if objective.reason == PARTS_UNKNOWN and plan.method is Method.IN_FORCE:
        known = [part for part in objective.parts if part.assessment.status not in _SILENT]
        return _n(
            "{count} of its {parts} parts has a verdict; the others could be anything.",
            "{count} of its {parts} parts have a verdict; the others could be anything.",
            len(known),
            parts=len(objective.parts),
        )
    if objective.reason == PARTS_UNKNOWN:
        measured = sum(part.assessment.status not in _SILENT for part in objective.parts)
        return _(
            "{measured} of its {parts} parts measured: half are needed.",
            measured=measured,
            parts=len(objective.parts),
        )
    if not objective.parts:
        return _("The plan gives no figure to reach by 2030.")
    return reason(objective.parts[0], is_recorded=objective.grade is Grade.DOCUMENTED)


@isolation.words
def why(standing: IndicatorStanding) -> str:
    """Why an indicator has its status, with the numbers in it."""
    assessment, indicator = standing.assessment, standing.indicator
    if assessment.status is Status.NOT_ENOUGH_DATA:
        return reason(standing)
    if assessment.value is None or assessment.low is not None:
        return _regional_why(standing) if standing.regions else _open_why(standing)
    if assessment.baseline is None or assessment.progress_raw is None:
        return _kept_why(standing)
    sentences = [
        _(
            "{value}: {share} of the way from {baseline} in {start} to {target} in {year}.",
            value=quantity(indicator, assessment.value),
            share=percent(assessment.progress_raw),
            baseline=bare(indicator, assessment.baseline),
            start=int(assessment.start or 2020),
            target=bare(indicator, assessment.target or 0),
            year=active_year(assessment),
        ),
        _pace_why(standing),
    ]
    if assessment.status is Status.STALE:
        sentences.append(reason(standing))
    elif assessment.faded and assessment.age is not None:
        sentences.append(_("The figure may be {age} years old.", age=number(assessment.age)))
    return " ".join(sentence for sentence in sentences if sentence)


def _open_why(standing: IndicatorStanding) -> str:
    """Why a verdict is a range, or rests on a bound: both ends, and what a total keeps."""
    assessment = standing.assessment
    low, high = assessment.ends
    sentences = [
        _(
            "What is known leaves {low} to {high} of the way possible on the date of the figure,"
            " when {expected} was due.",
            low=percent(low.progress or 0),
            high=percent(high.progress or 0),
            expected=percent(low.expected or 0),
        )
    ]
    floor = assessment.floor
    if floor is not None and floor.until is not None:
        sentences.append(
            _(
                "Even if nothing is added, what a total reached it keeps: on track until {year}.",
                year=int(floor.until),
            )
        )
    if assessment.faded and assessment.age is not None:
        sentences.append(_("The figure may be {age} years old.", age=number(assessment.age)))
    return " ".join(sentences)


def _pace_why(standing: IndicatorStanding) -> str:
    assessment = standing.assessment
    status = assessment.last_status or assessment.status
    if status in (Status.ACHIEVED, Status.TARGET_MET):
        return _("The target is met.")
    if status is Status.REGRESSING:
        return _("That is further from the target than the start was.")
    if "deadline_missed" in assessment.flags:
        return _("The deadline has passed and the target is not met.")
    due = _(
        "{value} was due, {share} of the way.",
        value=bare(standing.indicator, 0, computed(assessment.expected_value or 0)),
        share=percent(assessment.expected or 0),
    )
    if assessment.steps_short == 0:
        return f"{due} " + _("Counted in whole steps, none is missing.")
    if assessment.steps_short is not None:
        return f"{due} " + _n(
            "In whole steps it is {count} step short; a single missing step is never off track.",
            "In whole steps it is {count} steps short.",
            assessment.steps_short,
        )
    if assessment.ratio is None:
        return due
    return f"{due} " + _(
        "It has covered {ratio} of what was due: on track from 95 %, behind from 60 %.",
        ratio=percent(assessment.ratio),
    )


def _kept_why(standing: IndicatorStanding) -> str:
    assessment, indicator = standing.assessment, standing.indicator
    target = quantity(indicator, assessment.target or 0)
    if (assessment.last_status or assessment.status) in (Status.ACHIEVED, Status.TARGET_MET):
        return _(
            "The latest figure, {value}, meets the target of {target}.",
            value=quantity(indicator, assessment.value or 0),
            target=target,
        )
    return _(
        "The target of {target} was met at the start and is lost: the latest figure is {value}.",
        value=quantity(indicator, assessment.value or 0),
        target=target,
    )


def _regional_why(standing: IndicatorStanding) -> str:
    assessment = standing.assessment
    measured = {
        code: region.ends[0].progress or 0.0
        for code, region in standing.regions.items()
        if region.ends[0].progress is not None
    }
    if assessment.progress is None:
        return _open_why(standing)
    weakest = min(measured, key=lambda code: measured[code])
    return _(
        "Each region has this target of its own. The {count} regions that reported have covered"
        " {share} of the way on average, where {expected} was due; {weakest} is furthest behind.",
        count=len(measured),
        share=percent(assessment.progress or 0),
        expected=percent(assessment.expected or 0),
        weakest=name(weakest),
    )
