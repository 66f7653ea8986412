"""What every page's own script does, beside the front end's: small things that it lacks.

Links lead on without a new load, typed days hold at once, the back key restores the view, and a
page that the browser translated stays alive. The server lets only this script run (`server.py`).
"""

from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("links.js", "days.js", "history.js", "translation.js")
SCRIPT = "\n".join((HERE / name).read_text(encoding="utf-8") for name in PARTS)
