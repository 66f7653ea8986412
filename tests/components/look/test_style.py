"""The style sheets cost no more than they must."""

import re

import pytest

from components.look import style

# `:has` of these is asked again whenever anything is drawn in them, and all is styled anew.
WHOLE = re.compile(r"(?:^|[\s,>])(?::root|html|body|#root|\.stApp)(?::not\()?:has\(")
SMALL = "> #vg-tooltip-element"  # one element of nothing but words
ON_PAPER = re.compile(r"@media print \{.*\n\}\n?", re.DOTALL)


@pytest.mark.parametrize("sheet", [style.SHEET.text, style.sheet()], ids=["screen", "site"])
def test_what_is_drawn_does_not_style_the_whole_page_anew(sheet: str) -> None:
    lines = ON_PAPER.sub("", sheet).splitlines()
    assert [line for line in lines if WHOLE.search(line) and SMALL not in line] == []
