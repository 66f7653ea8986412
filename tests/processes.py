"""Servers that the tests start: a free port, and an end with whoever started them."""

import ctypes
import signal
import socket
import sys

_PR_SET_PDEATHSIG = 1
# Loaded before any fork: after it the child may no longer read our library folders.
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def free_port() -> int:
    """A free loopback port; somebody else could take it before you do."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def end_with_parent() -> None:
    """To run in a new child: it is interrupted when we end, even when we are killed."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
