"""A style sheet, a script or shapes, which pages name as a file where one is served."""

import hashlib
from dataclasses import dataclass


@dataclass(slots=True)
class Asset:
    """A text for browsers; `server.py` serves it, and without that server pages carry it whole."""

    kind: str  # js, css or json
    text: str
    address: str = ""

    @property
    def media_type(self) -> str:
        """What an answer calls it."""
        return {"js": "text/javascript", "css": "text/css", "json": "application/json"}[self.kind]

    def serve_at(self, base: str) -> str:
        """From now on pages name the file below this path; returns its path.

        The name is of this content alone, so that a browser never asks again.
        """
        digest = hashlib.sha256(self.text.encode()).hexdigest()[:16]
        self.address = f"{base}/assets/" + ".".join(("page", digest, self.kind))
        return self.address
