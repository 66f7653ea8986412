"""Hostile files cost the server little: each is refused within bounds of time and memory."""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from store.uploads import process
from store.uploads.limits import LIMITS
from tests.store.refusals import told
from tests.store.sheets.shapes import text
from tests.store.uploads.bombs import BOMBS, LARGE

SLOW = "Reading this file takes too long. Copy the filled rows into a new file and upload that."


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_within_the_limits(bomb: str) -> None:
    make, sentence = BOMBS[bomb]
    asked = subprocess.Popen(process.COMMAND, stdin=-1, stdout=-1, cwd=process.ROOT)
    assert asked.stdin is not None
    assert asked.stdout is not None
    asked.stdin.write(b'"a.xlsx"\n' + make())
    asked.stdin.close()
    answer = asked.stdout.read()
    asked.stdout.close()
    _pid, status, used = os.wait4(asked.pid, 0)
    asked.returncode = os.waitstatus_to_exitcode(status)
    assert asked.returncode == 0  # neither its memory nor its time ended it
    assert sentence in answer.decode()
    assert used.ru_utime + used.ru_stime < LIMITS.cpu


def test_the_process_has_limits_before_it_reads() -> None:
    program = (
        "import json, resource as r; from store.uploads import __main__ as m; m.limit();"
        "print(json.dumps([r.getrlimit(r.RLIMIT_AS)[0], r.getrlimit(r.RLIMIT_CPU)[0],"
        " r.getrlimit(r.RLIMIT_FSIZE)[0]]))"
    )
    command = [*process.COMMAND[:-2], "-c", program]
    done = subprocess.run(command, capture_output=True, check=True, cwd=process.ROOT)
    assert json.loads(done.stdout) == [LIMITS.memory, LIMITS.cpu, 0]


def test_too_much_memory_is_a_sentence() -> None:
    program = (
        "from store.uploads import __main__ as m; m.limit();"
        "m.read = lambda *_: bytearray(10**10); m.main()"
    )
    command = [*process.COMMAND[:-2], "-c", program]
    answer = json.loads(process.ask(command, b'"a.xlsx"\nPK'))
    assert answer == {"refused": [LARGE, {}]}


def test_a_process_that_is_ended_or_hangs_is_a_sentence() -> None:
    ended = (sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    assert told(lambda: process.ask(ended, b"")) == SLOW
    hanging = (sys.executable, "-c", "import time; time.sleep(600)")
    assert told(lambda: process.ask(hanging, b"", 0.5)) == SLOW


def test_who_comes_second_waits_and_is_told_when_it_takes_too_long(tmp_path: Path) -> None:
    begun, over = tmp_path / "begun", tmp_path / "over"
    program = (
        f"import pathlib, time; pathlib.Path({str(begun)!r}).touch()\n"
        f"while not pathlib.Path({str(over)!r}).exists(): time.sleep(0.01)"
    )
    first = threading.Thread(target=process.ask, args=((sys.executable, "-c", program), b"", 300))
    first.start()
    while not begun.exists():
        assert first.is_alive()
        time.sleep(0.01)
    second = told(lambda: process.ask(process.COMMAND, b"", 0.5))
    over.touch()
    first.join()
    assert second == "Other files are being read just now. Try again in a minute."
    assert len(process.read("a.csv", text())[0].rows) == 2


def test_a_fault_of_ours_is_no_sentence() -> None:
    broken = (sys.executable, "-c", "raise TypeError")
    with pytest.raises(subprocess.CalledProcessError):
        process.ask(broken, b"")


def test_the_process_starts_without_what_the_app_is_made_of() -> None:
    program = "import sys; from store.uploads import __main__; print(*sys.modules)"
    command = [*process.COMMAND[:-2], "-c", program]
    done = subprocess.run(command, capture_output=True, check=True, cwd=process.ROOT, text=True)
    heavy = {"streamlit", "pandas", "sqlmodel", "sqlalchemy", "pydantic", "openpyxl", "numpy"}
    assert heavy & set(done.stdout.split()) == set()
