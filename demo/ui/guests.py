"""People of visitors' own photos: in memory, for a visit, a while and so many. Knows no page and no file.

Whoever asks names the visit; nobody else's photo can be reached. Nothing is ever written to a disk.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock, Timer
from time import monotonic
from typing import Final

from demo.fitting.tried import Guest
from demo.ui.latest import Latest

MINUTES: Final = 20
"""for how long a photo is kept after it was used last"""
MOST: Final = 24
"""photos kept at once, some 7 MB each; the one that was used longest ago goes first"""
PICTURES: Final = 3_000_000
"""bytes of pictures that are kept for each: about a dozen"""


@dataclass
class Held:
    """One visitor's photo and the pictures made of it."""

    guest: Guest
    pictures: Latest = field(default_factory=lambda: Latest(PICTURES))
    used: float = field(default_factory=monotonic)


class Guests:
    """Visit -> photo. For several threads."""

    def __init__(self, seconds: float = 60 * MINUTES, most: int = MOST) -> None:
        self.seconds, self.most = seconds, most
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._lock = Lock()
        self._timer: Timer | None = None

    def keep(self, visit: str, guest: Guest) -> None:
        """From now on this is the visit's photo; one that was there before is forgotten.

        Nothing is kept for a visit without a key, which others could share.
        """
        if not visit:
            return
        with self._lock:
            self._held.pop(visit, None)
            self._held[visit] = Held(guest)
            while len(self._held) > self.most:
                self._held.popitem(last=False)
        self._sweep_later()

    def of(self, visit: str) -> Held | None:
        """The visit's photo, if it is still kept."""
        with self._lock:
            self._sweep()
            held = self._held.get(visit)
            if held is not None:
                held.used = monotonic()
                self._held.move_to_end(visit)
            return held

    def forget(self, visit: str) -> None:
        """The visit's photo and all pictures made of it are gone."""
        with self._lock:
            self._held.pop(visit, None)

    def __len__(self) -> int:
        with self._lock:
            self._sweep()
            return len(self._held)

    def _sweep(self) -> None:
        """Forgets what was not used for too long; to be called with the lock held."""
        before = monotonic() - self.seconds
        for visit in [v for v, held in self._held.items() if held.used <= before]:
            del self._held[visit]

    def _sweep_later(self) -> None:
        """Photos go even when nobody comes any more."""
        with self._lock:
            if self._timer is not None or not self._held:
                return
            self._timer = Timer(self.seconds + 1, self._sweep_and_again)
            self._timer.daemon = True
            self._timer.start()

    def _sweep_and_again(self) -> None:
        with self._lock:
            self._sweep()
            self._timer = None
        self._sweep_later()
