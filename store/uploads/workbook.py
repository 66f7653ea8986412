"""An XLSX file: which sheets it has, its texts, its formats, and its sheets as plain cells.

Own code and not openpyxl, which takes most of a second to start, does not tell a formula that
nobody has worked out from an empty cell without reading everything twice, and cannot be stopped
between two cells.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator

from store.ground.errors import InvalidSheetError
from store.uploads import strings, styles
from store.uploads.budget import Budget
from store.uploads.grid import Grid
from store.uploads.limits import LIMITS
from store.uploads.markup import walk
from store.uploads.worksheet import Reader

# What other programs pack into an archive, by a part that tells it.
_OTHERS = {
    "Index/Document.iwa": "numbers",
    "xl/workbook.bin": "xlsb",
    "content.xml": "ods",
    "word/document.xml": "word",
    "ppt/presentation.xml": "word",
}


def read(content: bytes) -> list[Grid]:
    """Every sheet that has cells, in the order of its tabs.

    Errors: InvalidSheetError; for a damaged file also what zipfile, expat and conversions raise.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > LIMITS.parts or sum(part.file_size for part in parts) > LIMITS.unpacked:
            raise InvalidSheetError("The file is too large once unpacked.")
        _refuse_others({part.filename for part in parts})
        return list(_sheets(_Book(archive)))


def _refuse_others(names: set[str]) -> None:
    kind = next((kind for part, kind in _OTHERS.items() if part in names), "")
    if kind == "ods":
        raise InvalidSheetError(
            "This is an OpenDocument file. Save it as Excel workbook (.xlsx) and upload that."
        )
    if kind == "numbers":
        raise InvalidSheetError(
            "This is a file of Apple Numbers. Export it to Excel (.xlsx) and upload that."
        )
    if kind == "xlsb":
        raise InvalidSheetError(
            "This is a binary workbook (.xlsb). Save it as Excel workbook (.xlsx) and upload that."
        )
    if kind or not any(name.startswith(("xl/", "[Content_Types]")) for name in names):
        raise InvalidSheetError("This is neither an XLSX nor a CSV file.")


class _Book:
    """The parts of a workbook that its sheets need."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.budget = Budget()
        self.path = self._main()
        self.related = dict(self._relations(self.path))
        self.is_1904 = False
        self.listed: list[tuple[str, str, bool]] = []  # title, relation, whether it is hidden
        self._list()
        self.strings = self._strings()
        self.marks = self._marks()

    def _main(self) -> str:
        for kind, target in dict(self._relations("")).values():
            if kind == "officeDocument":
                return target
        raise KeyError("officeDocument")

    def _relations(self, part: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """What a part refers to: id, kind, path."""
        folder, name = posixpath.split(part)
        found: list[tuple[str, tuple[str, str]]] = []

        def start(attributes: dict[str, str]) -> None:
            if attributes.get("TargetMode") != "External":
                kind = attributes["Type"].rpartition("/")[2]
                target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"]))
                found.append((attributes["Id"], (kind, target[1:])))
                self.budget.take(cells=1)

        with self.archive.open(posixpath.join(folder, "_rels", f"{name}.rels")) as stream:
            walk(stream, {"Relationship": start})
        yield from found

    def _list(self) -> None:
        def start_book(attributes: dict[str, str]) -> None:
            self.is_1904 = attributes.get("date1904") in ("1", "true")

        def start_sheet(attributes: dict[str, str]) -> None:
            relation = next(
                value for key, value in attributes.items() if key.rpartition(":")[2] == "id"
            )
            is_hidden = attributes.get("state", "visible") != "visible"
            self.listed.append((attributes["name"], relation, is_hidden))
            if len(self.listed) > LIMITS.sheets:
                raise InvalidSheetError("The file has more than {most} sheets.", most=LIMITS.sheets)

        with self.archive.open(self.path) as stream:
            walk(stream, {"workbookPr": start_book, "sheet": start_sheet})

    def _part(self, kind: str) -> str | None:
        return next((path for found, path in self.related.values() if found == kind), None)

    def _strings(self) -> list[str]:
        path = self._part("sharedStrings")
        if path is None:
            return []
        with self.archive.open(path) as stream:
            return strings.read(stream, self.budget)

    def _marks(self) -> list[str | None]:
        path = self._part("styles")
        if path is None:
            return []
        with self.archive.open(path) as stream:
            return styles.marks(stream)


def _sheets(book: _Book) -> Iterator[Grid]:
    for title, relation, is_hidden in book.listed:
        kind, path = book.related[relation]
        if kind != "worksheet":
            continue
        sheet = Grid(title, is_hidden=is_hidden, is_1904=book.is_1904)
        reader = Reader(sheet, book.strings, book.marks, book.budget)
        with book.archive.open(path) as stream:
            reader.read(stream)
        yield sheet
