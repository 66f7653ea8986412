"""A briefing as a workbook: the figures of the document as numbers and days, a sheet a subject."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import openpyxl

from components.briefing.content import Briefing, Chapter, Illustration, Section, Table
from components.briefing.sentences import sources_note
from components.language.text import _, _c, day
from components.look.status import word
from store.sheets.writing import Look, Value, add_sheet, as_bytes

WIDEST, NARROWEST = 60, 12  # characters of a column
SENTENCES = 200  # a longer text asks for the widest column, any other for a middling one at most
MIDDLING = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title, its columns and its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def write(briefing: Briefing) -> bytes:
    """The workbook; no text in it runs as a formula or turns into a link."""
    book = openpyxl.Workbook(write_only=True)
    book.properties.title = briefing.title
    book.properties.creator = _("The international “4 per 1000” Initiative")
    for sheet in sheets(briefing):
        columns, rows = _marked(sheet, briefing)
        add_sheet(book, sheet.title, columns, rows, looks=_looks(columns, rows))
    return as_bytes(book)


def _marked(
    sheet: Sheet, briefing: Briefing
) -> tuple[tuple[str, ...], tuple[tuple[Value, ...], ...]]:
    """On invented figures every row says so."""
    if not briefing.invented:
        return sheet.columns, sheet.rows
    warning = _("INVENTED FIGURES: demonstration")
    return (*sheet.columns, _("Warning")), tuple((*row, warning) for row in sheet.rows)


def _looks(columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[Look]:
    """As wide as what stands in the column asks for; shares as percentages."""
    shares = {
        _("Share of the way"),
        _c("share of the way expected by now", "Due"),
        _("At least"),
        _("At most"),
    }
    return [
        Look(_width(column, [row[at] for row in rows]), "0.0%" if column in shares else "")
        for at, column in enumerate(columns)
    ]


def _width(column: str, values: Iterable[Value]) -> int:
    texts = (value for value in values if isinstance(value, str))
    longest = max((len(text) for text in texts), default=0)
    if longest > SENTENCES:
        return WIDEST
    head = len(column) + 3  # the sign of the filter stands beside it
    return max(NARROWEST, head, min(longest + 2, MIDDLING))


def sheets(briefing: Briefing) -> list[Sheet]:
    """Every sheet, the README first."""
    content = [
        _summary(briefing),
        _objectives(briefing),
        _figures(briefing),
        _targets(briefing),
        _sources(briefing),
        _additions(briefing),
        *(_illustration(each) for each in briefing.illustrations),
    ]
    filled = [sheet for sheet in content if sheet.rows]
    return [_readme(briefing, filled), *filled]


def _readme(briefing: Briefing, others: Iterable[Sheet]) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (_("What this is"), briefing.title),
        *(
            (_c("subject of a briefing", "About"), line)
            for line in (*briefing.lines, briefing.lead)
            if line
        ),
        (_("Plan version"), briefing.plan),
        (_("As known on"), day(briefing.as_of)),
        (_("Empty cells"), _("Not known: an empty cell is never zero.")),
        (
            _("Shares"),
            _("Shares of the way count from the baseline, 0 %, to the target, 100 %."),
        ),
        (_c("terms of use", "Use"), sources_note(briefing)),
        *((_("Sheet {title}", title=sheet.title), ", ".join(sheet.columns)) for sheet in others),
    ]
    return Sheet("README", (_("Subject"), _("In words")), tuple(rows))


def _summary(briefing: Briefing) -> Sheet:
    columns = (
        *(_("Goal"), _("Name"), _("Status")),
        *(_("Share of the way"), _c("share of the way expected by now", "Due"), _("At least")),
        *(_("At most"), _("Measured objectives"), _("Objectives"), _("In words")),
    )
    rows = tuple(
        (
            *(part.code, part.name, word(part.gauge.status), part.gauge.progress),
            *(part.gauge.expected, part.gauge.low, part.gauge.high),
            *(part.gauge.measured, part.gauge.total, part.said),
        )
        for part in briefing.parts
    )
    return Sheet(_("Summary"), columns, rows)


def _objectives(briefing: Briefing) -> Sheet:
    columns = (
        *(_("Objective"), _("Goal"), _("Title"), _("Aim"), _("Status")),
        *(_("Share of the way"), _c("share of the way expected by now", "Due")),
        *(_("Latest figure"), _("Why"), _("How firm it is")),
    )
    rows = tuple(
        (
            *(chapter.code, chapter.goal, chapter.title, chapter.aim, word(chapter.status)),
            *(chapter.share, chapter.due, chapter.fact, chapter.why, chapter.firm),
        )
        for chapter in briefing.chapters
    )
    return Sheet(_("Objectives"), columns, rows)


def _sections(briefing: Briefing) -> Iterator[tuple[Chapter, Section]]:
    for chapter in briefing.chapters:
        for section in chapter.sections:
            yield chapter, section


def _figures(briefing: Briefing) -> Sheet:
    columns = (
        *(_("Objective"), _("Indicator"), _("Code")),
        *(_("Place"), _c("first day", "From"), _c("last day", "To")),
        *(_("Figure"), _("Unit"), _("Qualifier"), _("In words"), _("Source"), _("Link")),
        *(_("Note"), _("Remarks"), _("Reported by"), _("Approved by"), _("Known on")),
        *(_("Entry"), _("Revision")),
    )
    rows = tuple(
        (
            *(chapter.code, section.name, section.code, figure.place, figure.start, figure.end),
            *(figure.figure, figure.unit, figure.qualifier),
            *(figure.said, figure.source, figure.link),
            *(figure.note, "; ".join(figure.remarks), figure.reporter),
            *(figure.approver, figure.known_on),
            *(figure.entry, figure.revision),
        )
        for chapter, section in _sections(briefing)
        for figure in (*section.figures, *section.countries)
    )
    return Sheet(_("Figures"), columns, rows)


def _targets(briefing: Briefing) -> Sheet:
    columns = (
        *(_("Objective"), _("Indicator"), _("Code"), _("Kind")),
        *(_("Year"), _c("end of a range", "Low"), _c("end of a range", "High")),
        *(_("Unit"), _("In words"), _("Source"), _("Link"), _("Known on")),
    )
    rows = tuple(
        (
            *(chapter.code, section.name, section.code, target.kind),
            *(target.year, target.low, target.high),
            *(target.unit, target.said, target.source, target.link, target.known_on),
        )
        for chapter, section in _sections(briefing)
        for target in section.targets
    )
    return Sheet(_("Targets"), columns, rows)


def _sources(briefing: Briefing) -> Sheet:
    columns = (_("Source"), _("Link"), _("Used for"))
    return Sheet(
        _("Sources"),
        columns,
        tuple((source.title, source.link, source.uses) for source in briefing.sources),
    )


def _additions(briefing: Briefing) -> Sheet:
    """What a meeting adds, cell by cell: notes and tables, of an objective or of the whole."""
    columns = (_("Objective"), _("Table"), _("Row"), _("Column"), _("In words"))
    rows = [*_cells("", briefing.tables)]
    for chapter in briefing.chapters:
        for number, note in enumerate(chapter.notes, start=1):
            rows.append((chapter.code, _("Note"), number, "", note))
        rows += _cells(chapter.code, chapter.tables)
    return Sheet(_("Additions"), columns, tuple(rows))


def _illustration(illustration: Illustration) -> Sheet:
    """The rows that a chart shows; a cell without a number is empty."""
    frame = illustration.rows
    whole = frame.astype(object).where(frame.notna(), None)
    rows = tuple(tuple(row) for row in whole.itertuples(index=False, name=None))
    return Sheet(illustration.name, tuple(map(str, frame.columns)), rows)


def _cells(code: str, tables: Iterable[Table]) -> Iterator[tuple[Value, ...]]:
    for table in tables:
        for number, row in enumerate(table.rows, start=1):
            for column, cell in zip(table.columns, row, strict=True):
                yield code, table.title, number, column, cell
