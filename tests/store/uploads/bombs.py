"""Small files that cost a careless reader minutes or gigabytes, and what is said of them."""

from collections.abc import Callable

from store.uploads.grid import letter
from tests.store.sheets.shapes import book, changed, raw

DAMAGED = "The XLSX file is damaged or is not a spreadsheet."
BLANK = (
    "The file has more than {most} million cells, most of them empty. Copy the filled rows into a"
    " new file."
)
LARGE = "The file is too large once unpacked."
WIDE = "The sheet has more than {most} columns."
# Ten times ten, nine times over.
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY e0 "ha">'
    + "".join(f"<!ENTITY e{n} '" + f"&e{n - 1};" * 10 + "'>" for n in range(1, 10))
    + "]><worksheet>&e9;</worksheet>"
)
GOOD = book()
XFD = "".join(f'<c r="{letter(place)}2"/>' for place in range(16_384))
BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "100 MB of one comment": (lambda: raw(f"<!--{'x' * 99_000_000}-->"), DAMAGED),
    "a comment in the texts": (lambda: changed(GOOD, texts=f"<!--{'-x' * 45_000_000}-->"), DAMAGED),
    "6 million texts": (lambda: changed(GOOD, texts="<si><t>a</t></si>" * 5_500_000), LARGE),
    "one long text": (lambda: changed(GOOD, texts=f"<si><t>{'x' * 99_000_000}</t></si>"), LARGE),
    "blank cells": (lambda: raw(f'<row r="2">{"<c/>" * 10_000_000}</row>'), BLANK),
    "blank rows": (lambda: raw("<row/>" * 6_000_000), BLANK),
    "blank cells to column XFD": (lambda: raw(f'<row r="2">{XFD}</row>' * 200), BLANK),
    "20,000 rows to column XFD": (
        lambda: raw("".join(f'<row><c r="XFD{row}"><v>1</v></c></row>' for row in range(20_000))),
        WIDE,
    ),
    "merged cells": (
        lambda: raw("", "<mergeCells>" + '<mergeCell ref="A2:B2"/>' * 2_000_000),
        "The sheet has more than {most} merged cells.",
    ),
    "elements in elements": (lambda: raw("<a>" * 5_000_000), DAMAGED),
    "attributes": (
        lambda: raw("<row " + " ".join(f"a{number}=''" for number in range(1_000_000)) + "/>"),
        DAMAGED,
    ),
    "formats": (
        lambda: changed(GOOD, styles=f"<styleSheet><cellXfs>{'<xf/>' * 9_000_000}"),
        DAMAGED,
    ),
    "sheets": (
        lambda: changed(GOOD, workbook="<workbook>" + "<sheet name='a' id='b'/>" * 2_000_000),
        "The file has more than {most} sheets.",
    ),
    "a billion laughs": (lambda: changed(GOOD, sheet1=LAUGHS), DAMAGED),
}
