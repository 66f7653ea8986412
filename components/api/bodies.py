"""The bytes of an answer: held in memory where they are few, else in a file that has no name.

The file is gone once nobody holds the body any more. Several readers may be sent it at once.
"""

import gzip
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO

MOST_HELD = 4_000_000  # bytes
CHUNK = 256_000  # bytes sent at a time
LIGHTER = 8  # times: what a byte in a file weighs less than one in memory
WORTH_IT = 0.9  # of the size: what is hardly smaller is not packed


@dataclass(frozen=True, slots=True)
class Body:
    """Bytes: `content`, or those of `file` where there are more than MOST_HELD."""

    size: int
    content: bytes = b""
    file: IO[bytes] | None = None

    @property
    def weight(self) -> int:
        """What it is worth to keep it: bytes in memory, a part of them in a file."""
        return self.size if self.file is None else self.size // LIGHTER

    def parts(self) -> Iterator[bytes]:
        """The bytes one after the other."""
        if self.file is None:
            yield self.content
            return
        for place in range(0, self.size, CHUNK):
            yield os.pread(self.file.fileno(), CHUNK, place)

    def whole(self) -> bytes:
        """All bytes at once."""
        return b"".join(self.parts())


def written(write: Callable[[IO[bytes]], object]) -> Body:
    """What `write` writes into a file that it is given."""
    target: IO[bytes] = SpooledTemporaryFile(MOST_HELD)  # noqa: SIM115  # lives as long as the body
    write(target)
    size = target.seek(0, os.SEEK_END)
    target.seek(0)
    return Body(size, target.read()) if size <= MOST_HELD else Body(size, file=target)


def packed(body: Body) -> Body | None:
    """Its gzip; None where that is not much smaller."""

    def pack(target: IO[bytes]) -> None:
        with gzip.GzipFile("", "wb", 6, target, mtime=0) as packing:
            for part in body.parts():
                packing.write(part)

    made = written(pack)
    return made if made.size < WORTH_IT * body.size else None


def digest(body: Body) -> str:
    """A name for the bytes, the same for the same."""
    found = hashlib.sha256()
    for part in body.parts():
        found.update(part)
    return found.hexdigest()[:32]
