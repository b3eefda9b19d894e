"""Being told to end."""

from __future__ import annotations

import signal
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def ending_once() -> None:
    """Makes the first signal to end a `KeyboardInterrupt`.

    Later ones are ignored: they would cut short the end of the processes that were started.
    """
    for each in SIGNALS:
        signal.signal(each, _end)


def _end(_number: int, _frame: FrameType | None) -> None:
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt
