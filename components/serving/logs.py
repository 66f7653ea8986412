"""What the server writes down: a line of JSON for every write, refusal, fault and slow answer.

A line has its instant, the request (a run of a page), who acted by their number, and what happened;
an error its class and where it came from. Nothing that a person typed and no address is written:
messages of errors may hold either, so they are left out.
"""

import logging
import sys
import threading
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog

from components.reader import run

Event = MutableMapping[str, Any]
ROOMS = ("components", "store")
_RUNS = "streamlit.runtime.scriptrunner_utils.script_run_context"
FRAMES = 12  # of the innermost calls that led to an error


class OneWay(logging.Logger):
    """A logger whose lines go where all lines go, whatever handlers its library gives it."""

    def callHandlers(self, record: logging.LogRecord) -> None:  # noqa: N802  # as logging has it
        """Leave them to the root."""
        logging.getLogger().callHandlers(record)


def begin() -> None:
    """Write the lines of the whole process to stderr, from now on, each one object of JSON."""
    known: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
        _name_request,
        _place_error,
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_is_told)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=known,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_uncaught
    threading.excepthook = lambda ended: _log_uncaught(
        ended.exc_type, ended.exc_value, ended.exc_traceback
    )
    # Streamlit's loggers each have a handler of their own; those of its other modules come later.
    logging.setLoggerClass(OneWay)
    for logger in _known():
        logger.handlers.clear()
        logger.propagate = True
    for room in ROOMS:
        logging.getLogger(room).setLevel(logging.INFO)
    # It writes every error with its message; `components/shell/faults.py` does so without.
    logging.getLogger("streamlit.error_util").setLevel(logging.CRITICAL)
    # It warns of every file that is made when a button is pressed: no run of a page makes it.
    logging.getLogger(_RUNS).setLevel(logging.ERROR)


def _is_told(record: logging.LogRecord) -> bool:
    """Of others' lines only warnings: the web server would tell every address that asks."""
    return record.levelno >= logging.WARNING or record.name.startswith(ROOMS)


def _known() -> list[logging.Logger]:
    """The loggers that there are but the root."""
    every = logging.Logger.manager.loggerDict.values()
    return [logger for logger in every if isinstance(logger, logging.Logger)]


def _log_uncaught(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    """What ends the process, or one of its threads."""
    if error is not None:
        logging.getLogger(__name__).critical("not caught", exc_info=(kind, error, trace))


def _name_request(_logger: object, _method: str, event: Event) -> Event:
    """Add which run of a page it was in, and who read it."""
    for name in ("request", "actor"):
        if name not in event and (value := run.stored(f"logged_{name}")):
            event[name] = value
    return event


def _place_error(_logger: object, _method: str, event: Event) -> Event:
    """Put an error's class and the calls that led to it in place of all it says."""
    record: logging.LogRecord = event["_record"]
    if record.exc_info and record.exc_info[1] is not None:
        error = record.exc_info[1]
        frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
        event.update(
            error=type(error).__name__,
            caused_by=type(error.__cause__).__name__ if error.__cause__ else None,
            at=[f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
        )
        record.exc_info = None
        event.pop("exc_info", None)
    return event
