"""A pipe by which every process of the group learns that its supervisor is gone.

The supervisor holds the only writing end and never writes. However it ends, even by `kill -9`,
the system closes that end, and whoever reads is told. (Linux could send a signal instead; a pipe
works on every system, and through processes in between.)
"""

import os
import threading


def hold(descriptor: int | None) -> None:
    """End this process at once when the supervisor at the other end is gone.

    Nothing is lost by it: what was acknowledged is in the database, the rest is rolled back.
    """
    if descriptor is not None:
        threading.Thread(target=_wait, args=(descriptor,), name="lifeline", daemon=True).start()


def _wait(descriptor: int) -> None:
    os.read(descriptor, 1)
    os._exit(1)
