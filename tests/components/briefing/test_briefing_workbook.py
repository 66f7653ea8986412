"""The workbook of a briefing: the store's figures as numbers and days, sheet by sheet."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from components.briefing import agendas, building, workbook
from components.briefing.content import Agenda, Table
from components.reader import cache
from store.figures import approved
from store.standing import PlanStanding
from tests.components.briefing.briefings import standing_of

SHEETS = ["README", "Summary", "Objectives", "Figures", "Targets", "Sources", "Additions"]
Cells = list[dict[str, object]]


def rows(book: openpyxl.Workbook, title: str) -> Cells:
    """A sheet's rows by the names of its columns."""
    head, *body = book[title].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def plain(value: object) -> object:
    """A cell as it comes back: a day with its midnight, no text as nothing."""
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time())
    if isinstance(value, float):
        return pytest.approx(value, rel=1e-14)  # a spreadsheet keeps 16 digits
    return None if value == "" else value


@pytest.fixture(scope="module", params=["real", "demo"])
def book(request: pytest.FixtureRequest) -> Iterator[tuple[PlanStanding, openpyxl.Workbook]]:
    """The workbook of the whole plan of each store, reopened, beside the plan itself."""
    store = request.getfixturevalue(f"{request.param}_store")
    with pytest.MonkeyPatch.context() as patch, standing_of(store, patch) as plan:
        made = workbook.write(building.build(plan, agendas.of_plan(plan)))
        yield plan, openpyxl.load_workbook(io.BytesIO(made))


def test_it_holds_exactly_what_the_briefing_says(
    demo_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with standing_of(demo_store, monkeypatch) as plan:
        briefing = building.build(plan, agendas.of_plan(plan))
        wanted = workbook.sheets(briefing)
        found = openpyxl.load_workbook(io.BytesIO(workbook.write(briefing)))
    assert found.sheetnames == [sheet.title for sheet in wanted] == SHEETS
    for sheet in wanted:
        head, *body = found[sheet.title].iter_rows(values_only=True)
        assert head == (*sheet.columns, "Warning")
        assert [row[:-1] for row in body] == [tuple(map(plain, row)) for row in sheet.rows]
        assert {str(row[-1]) for row in body} == {"INVENTED FIGURES: demonstration"}


def test_every_figure_of_the_store_is_in_it_as_a_number(
    book: tuple[PlanStanding, openpyxl.Workbook],
) -> None:
    plan, found = book
    own = [one for objective in plan.objectives for one in objective.indicators]
    readings = [reading for one in own for reading in one.readings]
    readings += [
        reading
        for one in own
        if one.indicator.reported_by == "country"
        for reading in cache.ask(approved.country_readings, one.indicator.code, plan.until)
    ]
    written = {int(str(row["Entry"])): row for row in rows(found, "Figures")}
    assert set(written) == {reading.id for reading in readings}
    for reading in readings:
        row = written[reading.id]
        assert row["Figure"] == plain(reading.figure)
        assert row["Source"] == reading.source_title
        assert row["Known on"] == plain(reading.known_on)
        assert (row["From"], row["To"]) == (plain(reading.period_start), plain(reading.period_end))


def test_goals_objectives_and_targets_are_those_of_the_plan(
    book: tuple[PlanStanding, openpyxl.Workbook],
) -> None:
    plan, found = book
    goals = {row["Goal"]: row for row in rows(found, "Summary")}
    assert {code: goals[code]["Share of the way"] for code in goals} == {
        goal.code: plain(goal.gauge.progress) for goal in plan.goals
    }
    shares = {row["Objective"]: row["Share of the way"] for row in rows(found, "Objectives")}
    assert shares == {one.code: plain(one.progress) for one in plan.objectives}
    asked = [
        (one.indicator.code, row.year, row.low, row.high)
        for objective in plan.objectives
        for one in objective.indicators
        for row in (*([one.baseline] if one.baseline else []), *one.targets)
    ]
    written = [
        (row["Code"], row["Year"], row["Low"], row["High"]) for row in rows(found, "Targets")
    ]
    assert written == asked


def test_it_can_be_read_filtered_and_printed(book: tuple[PlanStanding, openpyxl.Workbook]) -> None:
    _plan, found = book
    for sheet in found:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
        texts = [
            cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.data_type == "s"
        ]
        assert all(cell.alignment.wrap_text for cell in texts)
    shares = [row[3] for row in found["Summary"].iter_rows(min_row=2)]
    assert {cell.number_format for cell in shares} == {"0.0%"}


def test_what_a_meeting_adds_has_a_sheet_of_its_own(
    real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = Table("Decisions", ("Decision", "Due"), (("Ask again", "1 May"),))
    agenda = Agenda("meeting-7", "Meeting", ("A1",), notes={"A1": ("New.",)}, tables=(decided,))
    with standing_of(real_store, monkeypatch) as plan:
        made = workbook.write(building.build(plan, agenda))
    found = openpyxl.load_workbook(io.BytesIO(made))
    assert [tuple(row.values()) for row in rows(found, "Additions")] == [
        (None, "Decisions", 1, "Decision", "Ask again"),
        (None, "Decisions", 1, "Due", "1 May"),
        ("A1", "Note", 1, None, "New."),
    ]
