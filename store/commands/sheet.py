"""`python -m store import`: a sheet of figures checked as the page does it, written when asked to.

It goes the page's way: the same reader, the same judgement, the same act in the ledger.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session

from store import sheets
from store.database import migrate
from store.exchange import choices
from store.figures.draft import MeasurementDraft, figure
from store.ground import clock
from store.ground.errors import InvalidSheetError
from store.models import Measurement
from store.reporting import plausibility
from store.rights import rights
from store.sheets import Checked

ACTOR = rights.program("command line")


def run(arguments: argparse.Namespace, url: str) -> tuple[list[str], int]:
    """Check the sheet and, where it is asked for, send it; the lines to print, 1 for problems.

    Errors: InvalidSheetError, UnknownReferenceError; with `--send` those of `sheets.write`.
    """
    sheet = sheets.read(arguments.file.name, _content(arguments.file))
    today = clock.today()
    opened = migrate.upgrade(url)
    try:
        with Session(opened) as session, session.begin():
            plan = choices.choose_plan(session, arguments.plan, today)
            checked = sheets.check(session, ACTOR, sheet, plan, today)
            lines = [str(remark) for remark in sheet.remarks] + list(_told(checked))
            if arguments.send and not checked.problems:
                sent = sheets.write(session, ACTOR, checked.ready)
                lines.append(f"sent: {len(sent)}; they wait for a review")
    finally:
        opened.dispose()
    if not arguments.send and checked.ready and not checked.problems:
        lines.append("Nothing was written. Add --send to send them.")
    return lines, 1 if checked.problems else 0


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InvalidSheetError(
            "{file} cannot be read: {cause}.", file=file, cause=error.strerror
        ) from error


def _told(checked: Checked) -> Iterator[str]:
    """Every problem at its cell; else every figure before and after; then how many there are."""
    for problem in checked.problems:
        yield f"{problem.sheet}!{problem.cell} {problem.column}: {problem.reason}"
    if checked.problems:
        yield "Nothing is sent while a row has a problem."
    for one in () if checked.problems else checked.ready:
        doubts = ", ".join(str(plausibility.SENTENCES[doubt]) for doubt in one.doubts)
        unusual = f" ({doubts}: {one.answer})" if doubts else ""
        draft = one.draft
        yield (
            f"{draft.indicator_code} {draft.place_code} {draft.period_start} – {draft.period_end}:"
            f" {_figure(one.before)} → {_figure(draft)}{unusual}"
        )
    yield (
        f"to send: {len(checked.ready)}, unchanged: {checked.unchanged},"
        f" not filled in: {checked.empty}, problems: {len(checked.problems)}"
    )


def _figure(row: Measurement | MeasurementDraft | None) -> str:
    if row is None:
        return "–"
    value = figure(row)
    return f"no data ({row.missing_reason})" if value is None else f"{value:.15g}"
