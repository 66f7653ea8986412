"""What a page says, gathered from whatever element says it."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

TAGS = re.compile(r"<[^>]+>")
WRITTEN = ("title", "header", "subheader", "markdown", "caption", "text")
BOXES = ("warning", "info", "error", "success")


def words(app: AppTest) -> str:
    """Headings, text, boxes, our own HTML and every table, one after the other."""
    said = [
        str(getattr(element, "value", ""))
        for kind in (*WRITTEN, *BOXES)
        for element in app.get(kind)
    ]
    html = [unescape(TAGS.sub(" ", element.proto.body)) for element in app.get("html")]
    frames = [table.value for table in (*app.dataframe, *app.table)]
    tables = [f"{' '.join(map(str, frame.columns))}\n{frame.to_csv(sep=' ')}" for frame in frames]
    return "\n".join([*said, *html, *tables])
