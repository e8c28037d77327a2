"""Processes that hear Ctrl-C, also where those who start the tests do not."""

from __future__ import annotations

import signal


def hearing() -> None:
    """Run in a new process before its program begins: a background job of a shell is started with its ears shut."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
