"""Charts as pictures, each drawn once in a test run, however many processes run it."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import vl_convert

_draw = vl_convert.vegalite_to_svg


class Drawings:
    """Pictures in a folder, by what was asked for: the same specification gives the same one."""

    def __init__(self, folder: Path) -> None:
        """Keep them in this folder."""
        self._folder = folder
        folder.mkdir(exist_ok=True)

    def vegalite_to_svg(self, spec: dict[str, Any], *, vl_version: str) -> str:
        """What the function of this name of vl-convert returns."""
        asked = json.dumps([vl_version, spec]).encode()
        drawn = self._folder / f"{hashlib.sha256(asked).hexdigest()}.svg"
        if not drawn.is_file():
            unfinished = drawn.with_suffix(f".{os.getpid()}")
            unfinished.write_text(_draw(spec, vl_version=vl_version), encoding="utf-8")
            unfinished.rename(drawn)
        return drawn.read_text(encoding="utf-8")
