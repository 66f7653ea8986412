"""The process that reads a file: a line with its name and the bytes come in, sheets go out as JSON.

It starts without site packages and imports nothing of the store but errors, so that it is there in
a twentieth of a second; what it may use is limited before it sees the first byte.
"""

import contextlib
import json
import os
import sys
import zipfile
import zlib
from dataclasses import fields
from typing import Any
from xml.parsers import expat

from store.ground.errors import InvalidSheetError, StoreError
from store.ground.messages import Message
from store.uploads import delimited, workbook
from store.uploads.grid import Grid
from store.uploads.limits import LIMITS

# A damaged file breaks the reader anywhere; these are all that thousands of cut and changed files
# made it raise.
DAMAGED = (
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    StopIteration,
    ValueError,
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
)
_TEXTS = (".csv", ".txt", ".tsv")
_OLD_BOOK = "Workbook".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read(name: str, content: bytes) -> list[Grid]:
    """The sheets of a file.

    Errors: InvalidSheetError with a sentence for whoever uploaded it.
    """
    if content.startswith(b"PK"):
        try:
            return workbook.read(content)
        except InvalidSheetError:
            raise
        except DAMAGED as error:
            raise InvalidSheetError("The XLSX file is damaged or is not a spreadsheet.") from error
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise _compound(content)
    if content.lstrip()[:100].lower().startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        raise InvalidSheetError(
            "This is a web page or XML under another name. Open it in a spreadsheet program, save"
            " it as Excel workbook (.xlsx) and upload that."
        )
    if name.lower().endswith(_TEXTS):
        return [delimited.read(name, content)]
    raise InvalidSheetError("This is neither an XLSX nor a CSV file.")


def _compound(content: bytes) -> InvalidSheetError:
    """What to say of a container of Office before 2007, which also wraps what a password locks."""
    if _LOCKED in content:
        return InvalidSheetError(
            "The file is locked with a password. Save a copy without one and upload that."
        )
    if _OLD_BOOK in content or b"B\0o\0o\0k\0" in content:
        return InvalidSheetError(
            "This is a workbook of Excel before 2007 (.xls). Save it as Excel workbook (.xlsx) and"
            " upload that."
        )
    return InvalidSheetError("This is neither an XLSX nor a CSV file.")


def limit(written: int = 0) -> None:
    """Let this process have no more memory and time than reading an honest file takes.

    `written` is how many bytes it may write into one file.
    """
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)  # readers' clicks come first
    with contextlib.suppress(ImportError, OSError, ValueError):  # where a system has no limits
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
        resource.setrlimit(resource.RLIMIT_CPU, (LIMITS.cpu, LIMITS.cpu + 1))
        resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory, LIMITS.memory))


def answer(name: str, content: bytes) -> dict[str, Any]:
    """What the parent is told: sheets, or the sentence of a refusal."""
    try:
        return {"sheets": [_plain(sheet) for sheet in read(name, content)]}
    except StoreError as error:
        return {"refused": error.message.pack()}
    except MemoryError:
        pass  # what filled the memory is gone once the error is
    return {"refused": Message("The file is too large once unpacked.").pack()}


def _plain(sheet: Grid) -> dict[str, Any]:
    """A sheet by its fields; `asdict` would copy every cell."""
    return {field.name: getattr(sheet, field.name) for field in fields(sheet)}


def main() -> None:
    """Read one file and end."""
    limit()
    name = json.loads(sys.stdin.buffer.readline())
    told = answer(name, sys.stdin.buffer.read())
    json.dump(told, sys.stdout, default=str)


if __name__ == "__main__":
    main()
