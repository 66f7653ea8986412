"""XML read piece by piece: no document types, no entities, nothing kept that nobody asks for."""

from collections.abc import Callable, Mapping
from typing import IO
from xml.parsers import expat

from store.ground.errors import InvalidSheetError
from store.uploads.limits import LIMITS

PIECE = 1 << 18  # bytes
Starts = Mapping[str, Callable[[dict[str, str]], None]]
Ends = Mapping[str, Callable[[], None]]


def walk(
    stream: IO[bytes],
    starts: Starts,
    ends: Ends | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call back where elements begin and end, by their names without a namespace, and for text.

    Errors: expat.ExpatError for what is no XML; InvalidSheetError for what no spreadsheet writes.
    """
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = _handlers(starts, ends or {})
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


def _handlers(
    starts: Starts, ends: Ends
) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None]]:
    """What the parser calls, millions of times: names are taken apart once each."""
    depth = 0
    begun: dict[str, Callable[[dict[str, str]], None] | None] = {}
    ended: dict[str, Callable[[], None] | None] = {}

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if name not in begun:
            begun[name] = starts.get(name.rpartition(":")[2])
        if depth > LIMITS.depth or len(begun) > LIMITS.names:
            _refuse()
        if handler := begun[name]:
            handler(attributes)

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        if name not in ended:
            ended[name] = ends.get(name.rpartition(":")[2])
        if handler := ended[name]:
            handler()

    return begin, finish


def _refuse(*_declared: object) -> None:
    raise InvalidSheetError("The XLSX file is damaged or is not a spreadsheet.")
