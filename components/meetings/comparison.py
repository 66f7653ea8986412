"""What changed of an objective between two meetings, and what was corrected after one."""

from components import cache, people_names
from components.places import name
from components.status import label
from components.text import _, instant
from components.words import latest_fact, reading_figure, reading_period, span
from store import corrections
from store.corrections import ChangedSince, Corrected, Retargeted
from store.models import Indicator, Meeting, Target
from store.standing import IndicatorStanding, ObjectiveStanding

Change = tuple[str, str, str]  # what, before, now


def changes(now: ObjectiveStanding, before: ObjectiveStanding | None) -> list[Change]:
    """Status, figures and targets that differ."""
    if before is None:
        return []
    earlier = {one.indicator.code: one for one in before.indicators}
    found = [(_("Status"), label(before.status), label(now.status))]
    for one in now.indicators:
        old, said = earlier.get(one.indicator.code), one.indicator.name
        found.append((said, _fact(old), _fact(one)))
        years = [target.year for target in one.targets]
        found += [(f"{said}, {year}", _asked(old, year), _asked(one, year)) for year in years]
    return [change for change in found if change[1] != change[2]]


def _fact(one: IndicatorStanding | None) -> str:
    return (latest_fact(one) if one else "") or _("no figure")


def _asked(one: IndicatorStanding | None, year: int) -> str:
    target = one.target(year) if one else None
    return span(one.indicator, target) if one and target else _("no target")


def corrected(meeting: Meeting) -> ChangedSince:
    """What was written since the meeting opened and speaks of what it reviewed."""
    return cache.derived("changed_since", (meeting.id,), lambda: _ask(meeting))


def _ask(meeting: Meeting) -> ChangedSince:
    with cache.reading() as session:
        return corrections.changed_since(session, meeting)


def columns() -> list[str]:
    """The heads of the table of corrections."""
    return [
        _("What"),
        _("Place, period"),
        _("The meeting saw"),
        _("Now"),
        _("Known on"),
        _("Written on"),
        _("By"),
        _("Reason"),
    ]


def rows(found: ChangedSince) -> list[list[str]]:
    """Each correction as a row: figures, then numbers and words of the plan."""
    by_code = {one.code: one for one in cache.indicators()}
    return [
        *(_figure(by_code[one.after.indicator_code], one) for one in found.figures),
        *(_target(by_code[one.after.indicator_code], one) for one in found.targets),
        *(
            [
                row.subject,
                _("title") if row.part == "title" else _("aim"),
                "–",
                row.text,
                row.known_on.isoformat(),
                instant(row.recorded_at),
                people_names.shown(row.reporter),
                row.reason,
            ]
            for row in found.wordings
        ),
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
    role = _("baseline") if after.role == "baseline" else _("target")
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


def _number(indicator: Indicator, target: Target | None) -> str:
    return span(indicator, target) if target else _("none")
