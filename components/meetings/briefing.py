"""The briefing of a meeting: its agenda with frozen figures, what changed, what was decided."""

from collections.abc import Iterator
from dataclasses import replace

from components.briefing.content import Agenda, Table
from components.language.text import _, _c, _n, day
from components.meetings import comparison, decisions, evidence, minutes, reviewed, wording
from components.meetings.reviewed import Review
from components.overview import changes, message, method_change
from components.reader.view import View
from store.models import Decision, Meeting

MOST_ROWS = 8  # of a table in the pack
LONGEST = 160  # letters of a decision in the pack; all of it stands in the annex


def agenda(review: Review, view: View) -> Agenda:
    """What the briefing of a meeting is about, in the order of its agenda."""
    meeting, decided = review.meeting, reviewed.decided(view.until)
    said = message.of(review.plan)
    codes = tuple(dict.fromkeys(_objectives(review)))
    taken_here = [row for row in decided if row.meeting_code == meeting.code]
    tables = [_table(_("Decisions of this meeting"), taken_here, view), _amended(meeting, view)]
    if meeting.opened_at is not None:
        tables.append(_corrections(review))
    return Agenda(
        name=meeting.code,
        title=meeting.title,
        codes=codes,
        lead=" ".join(part for part in (said.lead, wording.frozen(meeting)) if part),
        message=said.title,
        pack=(_changed(review), _due(view)),
        lines=tuple(_lines(review)),
        tables=tuple(table for table in tables if table.rows),
        notes={code: tuple(_changes(review, code)) for code in codes},
        chapter_tables={
            code: (_table(_("Decisions"), about, view),)
            for code in codes
            if (about := decisions.about(decided, code))
        },
    )


def _changed(review: Review) -> Table:
    """The verdicts that changed, as many as the pack has room for."""
    rows = [tuple(row) for row in method_change.rows(review.before, review.plan)]
    columns = tuple(changes.verdict_columns())
    return _short(Table(_("Changed {since}", since=review.since), columns, tuple(rows)))


def _due(view: View) -> Table:
    """What is open, the most urgent first, as much as the pack has room for."""
    rows = tuple(
        (
            row.subject or _("the plan"),
            row.text if len(row.text) <= LONGEST else f"{row.text[: LONGEST - 1]}…",
            wording.owner_name(row),
            row.due_on.isoformat() if row.due_on else "–",
            decisions.state(row, view.as_of),
        )
        for row in decisions.waiting(view)
    )
    columns = (
        _c("subject of a decision", "About"),
        _("Decision or action"),
        _("Who"),
        _c("day by which to act", "Due"),
        _c("heading", "State"),
    )
    return _short(Table(_("Decisions due"), columns, rows))


def _short(table: Table) -> Table:
    """The first rows; how many more there are, or that there is none, in a row of its own."""
    left = len(table.rows) - MOST_ROWS
    said = _n("and {count} more", "and {count} more", left) if left > 0 else ""
    if not table.rows:
        said = _c("what changed", "nothing")
    last = ((said, *("" for _column in table.columns[1:])),) if said else ()
    return replace(table, rows=(*table.rows[:MOST_ROWS], *last))


def _objectives(review: Review) -> Iterator[str]:
    """The objectives on the agenda; a goal stands for all of its own."""
    goals = {
        goal.code: [objective.code for objective in goal.objectives] for goal in review.plan.goals
    }
    for code in review.meeting.agenda:
        yield from goals.get(code, [code])


def _lines(review: Review) -> Iterator[str]:
    """Whose meeting it was, when and where, as far as its title does not say so."""
    meeting = review.meeting
    lines = ((wording.body_name(meeting),), (day(meeting.held_on), meeting.place_name))
    for parts in lines:
        if line := ", ".join(part for part in parts if part and part not in meeting.title):
            yield line


def _changes(review: Review, code: str) -> Iterator[str]:
    objective = review.plan.objective(code)
    if objective is None:
        return
    for what, before, now in comparison.changes(objective, review.before.objective(code)):
        yield _(
            "Changed {since}: {what}, {before} → {now}",
            since=review.since,
            what=what,
            before=before,
            now=now,
        )


def _table(title: str, records: list[Decision], view: View) -> Table:
    columns = (
        _("Decision or action"),
        _c("subject of a decision", "About"),
        _("Who"),
        _c("day by which to act", "Due"),
        _c("heading", "State"),
        _("Note"),
    )
    rows = tuple(
        (
            decisions.in_full(row),
            row.subject or _("the plan"),
            wording.owner_name(row),
            row.due_on.isoformat() if row.due_on else "–",
            decisions.state(row, view.as_of),
            " ".join(part for part in (row.note, evidence.in_words(row)) if part) or "–",
        )
        for row in records
    )
    return Table(title, columns, rows)


def _amended(meeting: Meeting, view: View) -> Table:
    """What who attended had amended in the minutes."""
    rows = tuple((row.text, row.known_on.isoformat()) for row in minutes.of(meeting, view).accepted)
    return Table(_("Amendments of the minutes"), (_("Amendment"), _c("heading", "On")), rows)


def _corrections(review: Review) -> Table:
    rows = comparison.rows(comparison.corrected(review.meeting), review.plan)
    return Table(_("Changed since"), tuple(comparison.columns()), tuple(map(tuple, rows)))
