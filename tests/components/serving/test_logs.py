"""Every line of the log is one object of JSON, whoever writes it and however it ends."""

import json
import subprocess
import sys

from store.database.engine import ROOT

# Loggers of others, made before and after, with handlers of their own; a thread that dies; the end.
PROGRAM = """
import logging, threading, warnings
from streamlit.logger import get_logger
before = get_logger("streamlit.before")
from components.serving import logs
logs.begin()
before.warning("said before")
get_logger("streamlit.after").warning("said after, with a\\nsecond line")
get_logger("uvicorn.access").info("192.0.2.1 asked")
logging.getLogger("components.some").info("of ours")
warnings.warn("be warned")
dying = threading.Thread(target=lambda: 1 / 0)
dying.start()
dying.join()
raise ValueError("what somebody typed")
"""


def test_every_line_is_json_whoever_writes_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    said = [line["event"] for line in lines]
    assert said[:2] == ["said before", "said after, with a\nsecond line"]
    assert said[2] == "of ours"
    assert "be warned" in said[3]
    assert [line["error"] for line in lines[4:]] == ["ZeroDivisionError", "ValueError"]
    assert "typed" not in done.stderr
