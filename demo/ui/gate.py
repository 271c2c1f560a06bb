"""The door: lets in as much as can be served, kindly refuses the rest, hands out no files. Knows no shop.

Counts by visit (gradio's session), never by address, for a whole meeting comes from one. What a visit may
ask for is far more than a person can; past it, and when too many wait already, a sentence is the answer.
"""

from __future__ import annotations

import logging
import re
from base64 import b64decode
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Final
from urllib.parse import parse_qs

from gradio.utils import get_upload_folder
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from demo.ui import text

log = logging.getLogger(__name__)

UNREADABLE: Final = "This call cannot be read. /gradio_api/info tells what each call takes."
WAITING: Final = 120
"""events that wait at once; at some 25 ms each on two cores the last one waits about two seconds"""
VISITS: Final = 5_000
"""visits that gradio and the door remember; the one that was heard of longest ago is forgotten first"""
BURST: Final = 60
"""events that a visit may fire at once"""
EACH_SECOND: Final = 10.0
"""and, in the long run, in a second"""
MOST_BYTES: Final = 40_000_000
"""of one call: the largest photo as base64"""
_CLOSED: Final = re.compile(r"/(file=|proxy=|deep_link$|gradio_api/file/)")
"""gradio's ways to files, to other hosts and to what another visit is shown; the page needs none"""
_BLANK: Final = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
"""a picture of one clear pixel"""
_VISIT: Final = re.compile(rb'"session_hash"\s*:\s*"([^"]{1,80})"')


@dataclass
class Allowance:
    """What a visit may still ask for."""

    left: float
    since: float
    """seconds on the monotonic clock"""


class Gate:
    """ASGI middleware around everything; uploads pass, for gradio itself limits those."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = monotonic) -> None:
        self.app = app
        self.clock = clock
        self._allowances: OrderedDict[bytes, Allowance] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "").rstrip("/")
        if scope["type"] == "http" and _CLOSED.search(path):
            await _nothing(path)(scope, receive, send)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["method"] != "POST" or path.endswith("/upload"):
            await self._answer(scope, receive, send)
            return
        _speak_as_asked(scope)
        body, whole = await _read(receive)
        if not whole:
            await JSONResponse({"detail": text.TOO_LARGE}, 413)(scope, receive, send)
        elif path.endswith("/queue/join") and not self.admits(body):
            refusal = JSONResponse({"detail": text.TOO_FAST}, 429, {"Retry-After": "5"})
            await refusal(scope, receive, send)
        else:
            await self._answer(scope, _again(body, receive), _kindly(scope, receive, send))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What a call's form breaks in gradio is the caller's mistake, told in one sentence.

        Listeners do not fail here: they run in the queue and have their own way to say it.
        """
        begun = False

        async def passing(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, passing)
        except Exception as error:
            if begun:
                raise
            log.warning("A request to %r was no call: %s", scope["path"][:60], type(error).__name__)
            await JSONResponse({"detail": UNREADABLE}, 422)(scope, receive, send)

    def admits(self, body: bytes) -> bool:
        """Whether the visit that a call names may ask for more; an unnamed one always may."""
        named = _VISIT.search(body)
        if not named:
            return True
        now, visit = self.clock(), named[1]
        allowance = self._allowances.pop(visit, None) or Allowance(BURST, now)
        gained = EACH_SECOND * (now - allowance.since)
        allowance = Allowance(min(BURST, allowance.left + gained), now)
        admitted = allowance.left >= 1
        allowance.left -= admitted
        self._allowances[visit] = allowance
        if len(self._allowances) > VISITS:
            self._allowances.popitem(last=False)
        return admitted


def _nothing(path: str) -> Response:
    """No file; for an upload a blank picture, since gradio's camera asks for what it has just sent."""
    if get_upload_folder() in path:
        return Response(_BLANK, media_type="image/gif", headers={"Cache-Control": "no-store"})
    return Response("There is no such file.", 404, media_type="text/plain")


def _speak_as_asked(scope: Scope) -> None:
    """In the language of the page's address, else of the browser."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
    header = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
    text.speak(asked if asked in text.LANGUAGES else text.accepted(header))


async def _read(receive: Receive) -> tuple[bytes, bool]:
    """(the body, True), or (its beginning, False) for one that is too large."""
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(parts), True  # the caller has gone
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > MOST_BYTES:
            return parts[0], False
        if not message.get("more_body"):
            return b"".join(parts), True


def _again(body: bytes, receive: Receive) -> Receive:
    """The body once more, for the app; then whatever comes."""
    told = False

    async def replay() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _kindly(scope: Scope, receive: Receive, send: Send) -> Send:
    """Turns gradio's refusal of a full queue, 503, into one whose sentence the page shows."""
    refused = False

    async def pass_on(message: Message) -> None:
        nonlocal refused
        if message["type"] == "http.response.start" and message["status"] == 503:
            refused = True
            refusal = JSONResponse({"detail": text.FULL}, 429, {"Retry-After": "5"})
            await refusal(scope, receive, send)
        elif not refused:
            await send(message)

    return pass_on
