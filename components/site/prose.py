"""Our own documents, kept as Markdown, as HTML."""

from itertools import pairwise

from markdown_it import MarkdownIt

from components.about import documents
from components.look.markup import Html


def html(text: str) -> Html:
    """The document as HTML; what looks like HTML in it stays text, every heading has an address."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrSet("id", documents.slug(words.content))
    drawn = reader.renderer.render(tokens, reader.options, {})
    tables = drawn.replace(
        "<table>", '<div class="scroll whole" tabindex="0"><table class="facts">'
    )
    return Html(tables.replace("</table>", "</table></div>"))
