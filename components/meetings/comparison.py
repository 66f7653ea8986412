"""What changed of an objective between two meetings, and what was corrected after one."""

from collections.abc import Iterator

from components.figures import remarks
from components.language.text import _, _c, instant
from components.look.status import label
from components.reader import cache, people_names, sessions
from components.reader.places import name
from components.wording.figures import latest_fact, reading_figure, reading_period, span
from components.wording.short import number_kind, text_kind
from store.figures.approved import Reading
from store.meetings import corrections
from store.meetings.corrections import ChangedSince, Corrected, Noted, Retargeted
from store.models import Indicator, Meeting, Target, TargetRole, Wording, WordingPart
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding

Change = tuple[str, str, str]  # what, before, now


def changes(now: ObjectiveStanding, before: ObjectiveStanding | None) -> list[Change]:
    """Status, figures, numbers and words of the plan that differ."""
    if before is None:
        return []
    earlier = {indicator.indicator.code: indicator for indicator in before.indicators}
    compared = [(_("Status"), label(before.statuses), label(now.statuses))]
    for indicator in now.indicators:
        compared += _indicator(indicator, earlier.get(indicator.indicator.code))
    compared += [(_("Title"), before.title, now.title), (_("Aim"), before.aim, now.aim)]
    return [change for change in compared if change[1] != change[2]]


def _indicator(now: IndicatorStanding, before: IndicatorStanding | None) -> Iterator[Change]:
    indicator_name = now.indicator.name
    yield indicator_name, _fact(before), _fact(now)
    for reading, old in _others(now, before):
        where = f"{indicator_name}, {name(reading.place_code)}, {reading_period(reading)}"
        was = reading_figure(now.indicator, old) if old else _("no figure")
        yield where, was, reading_figure(now.indicator, reading)
    yield f"{indicator_name}, {number_kind(TargetRole.BASELINE)}", _baseline(before), _baseline(now)
    for target in now.targets:
        yield (
            f"{indicator_name}, {target.year}",
            _asked(before, target.year),
            _asked(now, target.year),
        )


def _others(
    now: IndicatorStanding, before: IndicatorStanding | None
) -> Iterator[tuple[Reading, Reading | None]]:
    """Figures reported since and what stood there, but for those that the latest tells already."""
    earlier = {reading.slot: reading for reading in before.readings} if before else {}
    readings = now.latest.readings if now.latest and _fact(before) != _fact(now) else ()
    for reading in now.readings:
        old = earlier.get(reading.slot)
        if reading != old and reading not in readings:
            yield reading, old


def _fact(standing: IndicatorStanding | None) -> str:
    """The newest figure of the world: the newest of whichever region compares with nothing."""
    if standing is None or (standing.latest is None and standing.assessment.progress is None):
        return _("no figure")
    return latest_fact(standing)


def _baseline(standing: IndicatorStanding | None) -> str:
    return (
        _number(standing.indicator, standing.baseline)
        if standing
        else _c("number of the plan", "none")
    )


def _asked(standing: IndicatorStanding | None, year: int) -> str:
    target = standing.target(year) if standing else None
    return span(standing.indicator, target) if standing and target else _("no target")


def corrected(meeting: Meeting) -> ChangedSince:
    """What was written since the meeting opened and speaks of what it reviewed."""
    return cache.derived("changed_since", (meeting.id,), lambda: _ask(meeting))


def _ask(meeting: Meeting) -> ChangedSince:
    with sessions.reading() as session:
        return corrections.changed_since(session, meeting)


def columns() -> list[str]:
    """The heads of the table of corrections."""
    return [
        _c("what was corrected", "What"),
        _("Place, period"),
        _("The meeting saw"),
        _("Written since"),
        _("Known on"),
        _("Written on"),
        _c("who did it", "By"),
        _("Reason"),
    ]


def rows(since: ChangedSince, plan: PlanStanding) -> list[list[str]]:
    """Each row as a row: figures, numbers and words of the plan, what the STC noted.

    `plan` is where it stood for the meeting: it says what the texts were.
    """
    by_code = {indicator.code: indicator for indicator in cache.indicators()}
    return [
        *(_figure(by_code[row.after.indicator_code], row) for row in since.figures),
        *(_target(by_code[row.after.indicator_code], row) for row in since.targets),
        *(_wording(row, plan) for row in since.wordings),
        *(_remark(by_code[row.figure.indicator_code], row) for row in since.remarks),
    ]


def _figure(indicator: Indicator, correction: Corrected) -> list[str]:
    after = correction.after
    return [
        f"{indicator.objective_code or '–'} {indicator.name}",
        f"{name(after.place_code)}, {reading_period(after)}",
        reading_figure(indicator, correction.before) if correction.before else _("no figure"),
        reading_figure(indicator, after),
        after.known_on.isoformat(),
        instant(after.approved_at),
        people_names.display(after.reporter),
        after.reason or "–",
    ]


def _target(indicator: Indicator, correction: Retargeted) -> list[str]:
    after = correction.after
    role = number_kind(after.role)
    return [
        f"{indicator.objective_code or '–'} {indicator.name}",
        f"{role} {after.year}",
        _number(indicator, correction.before),
        _("taken back") if after.is_withdrawn else _number(indicator, after),
        after.known_on.isoformat(),
        instant(after.recorded_at),
        people_names.display(after.reporter),
        after.reason or "–",
    ]


def _wording(row: Wording, plan: PlanStanding) -> list[str]:
    names = {(goal.code, WordingPart.TITLE): goal.name for goal in plan.goals}
    names |= {(part.code, WordingPart.TITLE): part.title for part in plan.objectives}
    names |= {(part.code, WordingPart.AIM): part.aim for part in (*plan.goals, *plan.objectives)}
    return [
        row.subject,
        text_kind(row.part),
        names[row.subject, row.part],
        row.text,
        row.known_on.isoformat(),
        instant(row.recorded_at),
        people_names.display(row.reporter),
        row.reason,
    ]


def _remark(indicator: Indicator, correction: Noted) -> list[str]:
    seen, written = correction.figure, correction.remark
    return [
        f"{indicator.objective_code or '–'} {indicator.name}",
        f"{name(seen.place_code)}, {reading_period(seen)}",
        reading_figure(indicator, seen),
        f"{remarks.word(written.kind)}: {written.text}",
        written.recorded_at.date().isoformat(),
        instant(written.recorded_at),
        people_names.display(written.author),
        "–",
    ]


def _number(indicator: Indicator, target: Target | None) -> str:
    return span(indicator, target) if target else _c("number of the plan", "none")
