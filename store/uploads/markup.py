"""XML read piece by piece: no document types, no entities, nothing kept that nobody asks for."""

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from store.ground.errors import InvalidSheetError
from store.uploads.limits import LIMITS

PIECE = 1 << 18  # bytes
Start = Callable[[str, dict[str, str]], None]


def walk(
    stream: IO[bytes],
    start: Start,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call back for elements, by their names without a namespace, and for text.

    Errors: expat.ExpatError for what is no XML; InvalidSheetError for what no spreadsheet writes.
    """
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    if end:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text:
        parser.CharacterDataHandler = text
        parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    read = 0
    while piece := stream.read(PIECE):
        parser.Parse(piece, False)
        read += len(piece)
        # expat goes through one endless comment again with every piece: hours for 100 MB.
        if read - parser.CurrentByteIndex > LIMITS.token:
            _refuse()
    parser.Parse(b"", True)


def _refuse(*_declared: object) -> None:
    raise InvalidSheetError("The XLSX file is damaged or is not a spreadsheet.")
