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
    earlier = {one.indicator.code: one for one in before.indicators}
    found = [(_("Status"), label(before.status), label(now.status))]
    for one in now.indicators:
        found += _indicator(one, earlier.get(one.indicator.code))
    found += [(_("Title"), before.title, now.title), (_("Aim"), before.aim, now.aim)]
    return [change for change in found if change[1] != change[2]]


def _indicator(now: IndicatorStanding, before: IndicatorStanding | None) -> Iterator[Change]:
    said = now.indicator.name
    yield said, _fact(before), _fact(now)
    for reading, old in _others(now, before):
        where = f"{said}, {name(reading.place_code)}, {reading_period(reading)}"
        was = reading_figure(now.indicator, old) if old else _("no figure")
        yield where, was, reading_figure(now.indicator, reading)
    yield f"{said}, {number_kind(TargetRole.BASELINE)}", _baseline(before), _baseline(now)
    for target in now.targets:
        yield f"{said}, {target.year}", _asked(before, target.year), _asked(now, target.year)


def _others(
    now: IndicatorStanding, before: IndicatorStanding | None
) -> Iterator[tuple[Reading, Reading | None]]:
    """Figures reported since and what stood there, but for those that the latest tells already."""
    earlier = {one.slot: one for one in before.readings} if before else {}
    told = now.latest.readings if now.latest and _fact(before) != _fact(now) else ()
    for one in now.readings:
        old = earlier.get(one.slot)
        if one != old and one not in told:
            yield one, old


def _fact(one: IndicatorStanding | None) -> str:
    """The newest figure of the world: the newest of whichever region compares with nothing."""
    if one is None or (one.latest is None and one.assessment.progress is None):
        return _("no figure")
    return latest_fact(one)


def _baseline(one: IndicatorStanding | None) -> str:
    return _number(one.indicator, one.baseline) if one else _c("number of the plan", "none")


def _asked(one: IndicatorStanding | None, year: int) -> str:
    target = one.target(year) if one else None
    return span(one.indicator, target) if one and target else _("no target")


def corrected(meeting: Meeting) -> ChangedSince:
    """What was written since the meeting opened and speaks of what it reviewed."""
    return cache.derived("changed_since", (meeting.id,), lambda: _ask(meeting))


def _ask(meeting: Meeting) -> ChangedSince:
    with sessions.reading() as session:
        return corrections.changed_since(session, meeting)


def columns() -> list[str]:
    """The heads of the table of corrections."""
    return [
        _("What"),
        _("Place, period"),
        _("The meeting saw"),
        _("Written since"),
        _("Known on"),
        _("Written on"),
        _("By"),
        _("Reason"),
    ]


def rows(found: ChangedSince, plan: PlanStanding) -> list[list[str]]:
    """Each correction as a row: figures, numbers and words of the plan, what the STC noted.

    `plan` is where it stood for the meeting: it says what the texts were.
    """
    by_code = {one.code: one for one in cache.indicators()}
    return [
        *(_figure(by_code[one.after.indicator_code], one) for one in found.figures),
        *(_target(by_code[one.after.indicator_code], one) for one in found.targets),
        *(_wording(row, plan) for row in found.wordings),
        *(_remark(by_code[one.figure.indicator_code], one) for one in found.remarks),
    ]


def _figure(indicator: Indicator, one: Corrected) -> list[str]:
    after = one.after
    return [
        f"{indicator.objective_code or '–'} {indicator.name}",
        f"{name(after.place_code)}, {reading_period(after)}",
        reading_figure(indicator, one.before) if one.before else _("no figure"),
        reading_figure(indicator, after),
        after.known_on.isoformat(),
        instant(after.approved_at),
        people_names.shown(after.reporter),
        after.reason or "–",
    ]


def _target(indicator: Indicator, one: Retargeted) -> list[str]:
    after = one.after
    role = number_kind(after.role)
    return [
        f"{indicator.objective_code or '–'} {indicator.name}",
        f"{role} {after.year}",
        _number(indicator, one.before),
        _number(indicator, after),
        after.known_on.isoformat(),
        instant(after.recorded_at),
        people_names.shown(after.reporter),
        after.reason or "–",
    ]


def _wording(row: Wording, plan: PlanStanding) -> list[str]:
    said = {(goal.code, WordingPart.TITLE): goal.name for goal in plan.goals}
    said |= {(one.code, WordingPart.TITLE): one.title for one in plan.objectives}
    said |= {(one.code, WordingPart.AIM): one.aim for one in (*plan.goals, *plan.objectives)}
    return [
        row.subject,
        text_kind(row.part),
        said[row.subject, row.part],
        row.text,
        row.known_on.isoformat(),
        instant(row.recorded_at),
        people_names.shown(row.reporter),
        row.reason,
    ]


def _remark(indicator: Indicator, one: Noted) -> list[str]:
    seen, written = one.figure, one.remark
    return [
        f"{indicator.objective_code or '–'} {indicator.name}",
        f"{name(seen.place_code)}, {reading_period(seen)}",
        reading_figure(indicator, seen),
        f"{remarks.word(written.kind)}: {written.text}",
        written.recorded_at.date().isoformat(),
        instant(written.recorded_at),
        people_names.shown(written.author),
        "–",
    ]


def _number(indicator: Indicator, target: Target | None) -> str:
    return span(indicator, target) if target else _c("number of the plan", "none")
