"""Being asked to stop: Ctrl-C, a terminal that closes, a machine that is switched off.

All of them are a KeyboardInterrupt, so that there is time to tidy up, and none
is heard where it would leave something half done. Knows nothing of what is done.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ASKING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Ended(KeyboardInterrupt):
    """The system asks us to end; the exit status of a program that did is 143."""


def listen() -> None:
    """From now on a request to end is an `Ended`; in the main thread, where nobody else listens."""
    if not _in_main_thread():
        return

    def end(number: int, frame: object) -> None:
        signal.signal(number, signal.SIG_IGN)  # once is enough
        raise Ended

    for one in ASKING:
        if signal.getsignal(one) == signal.SIG_DFL:
            signal.signal(one, end)


@contextmanager
def unheard() -> Iterator[None]:
    """Nobody can stop what is done in the block, which is to be short."""
    before = {}
    if _in_main_thread():
        before = {one: signal.signal(one, signal.SIG_IGN) for one in (signal.SIGINT, *ASKING)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
