"""What a page says, gathered from whatever element says it."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

TAGS = re.compile(r"<(style|script)>.*?</\1>|<[^>]+>", re.DOTALL)
TILE = re.compile(r'<a class="tile[^>]*objective=(\w\d)">(.*?)</a>', re.DOTALL)
WRITTEN = ("title", "header", "subheader", "markdown", "caption", "text")
BOXES = ("warning", "info", "error", "success")


def words(app: AppTest) -> str:
    """Headings, text, boxes, our own HTML and every table, one after the other."""
    said = [
        str(getattr(element, "value", ""))
        for kind in (*WRITTEN, *BOXES)
        for element in app.get(kind)
    ]
    html = [plain(element.proto.body) for element in app.get("html")]
    frames = [table.value for table in (*app.dataframe, *app.table)]
    tables = [f"{' '.join(map(str, frame.columns))}\n{frame.to_csv(sep=' ')}" for frame in frames]
    return "\n".join([*said, *html, *tables])


def plain(html: str) -> str:
    """What a reader sees of a piece of HTML."""
    return unescape(TAGS.sub(" ", html))


def tiles_of(app: AppTest) -> dict[str, str]:
    """What the Overview's tiles say, by the objective that each leads to."""
    found = (TILE.findall(element.proto.body) for element in app.get("html"))
    return {code: plain(said) for tiles in found for code, said in tiles}
