"""A published page taken apart: its elements, its links, what a browser would fetch for it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urlsplit
from xml.etree.ElementTree import Element

import html5lib

FETCHED = {"src", "poster", "srcset", "data", "xlink:href", "background"}


def pages(folder: Path) -> list[Path]:
    """Every page of a site."""
    return sorted(folder.rglob("*.html"))


@cache
def parse(page: Path) -> Element:
    """The page as a tree; do not change it, and no page that was read.

    Errors: html5lib.html5parser.ParseError for anything that is not valid.
    """
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(page.read_bytes())


def part(html: str) -> Element:
    """A part of a page as a tree."""
    return html5lib.HTMLParser(namespaceHTMLElements=False).parseFragment(html)


def links(tree: Element) -> Iterator[tuple[str, str, str]]:
    """Each address in the page with the element and the attribute that hold it."""
    for element in tree.iter():
        for name in ("href", "action", *sorted(FETCHED), "data-runtime"):
            if name in element.attrib:
                yield str(element.tag), name, element.attrib[name]


def is_fetched(tag: str, attribute: str) -> bool:
    """Whether a browser asks for the address by itself, before anybody follows it."""
    return tag not in ("a", "form") or attribute in FETCHED


def is_foreign(address: str) -> bool:
    """Whether the address leads out of the folder."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc) or address.startswith("/")


def dead(page: Path) -> list[str]:
    """Links within the site that lead nowhere."""
    tree = parse(page)
    return [
        address
        for _tag, _attribute, address in links(tree)
        if not is_foreign(address) and not _leads(page, address)
    ]


def _leads(page: Path, address: str) -> bool:
    path, fragment = urldefrag(address)
    target = (page.parent / path).resolve() if path else page
    return target.is_file() and (not fragment or fragment in ids(parse(target)))


def ids(tree: Element) -> list[str]:
    """Every id of the page."""
    return [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]


def text(element: Element) -> str:
    """What the element says, spaces as one."""
    return " ".join("".join(element.itertext()).split())


def rows(tree: Element, section: str) -> list[list[str]]:
    """The last table of an indicator's section: its figures, a list of cells each."""
    own = next(one for one in tree.iter("section") if one.get("id") == section)
    body = list(own.iter("tbody"))[-1]
    return [[text(cell) for cell in row] for row in body.iter("tr")]
