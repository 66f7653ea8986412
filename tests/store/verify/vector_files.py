"""Files of vectors, written for the tests of who checks them."""

import json
from pathlib import Path
from typing import Any


def write(folder: Path, content: object) -> str:
    """Write a file and return where it is."""
    path = folder / "vectors.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


def one(fn: Any, inputs: Any, expected: Any, **meta: Any) -> dict[str, Any]:
    """A file with one vector."""
    return {
        "meta": meta,
        "vectors": [{"id": "X1", "fn": fn, "inputs": inputs, "expected": expected}],
    }
