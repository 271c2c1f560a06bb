"""One browser window without the browser: speaks to the page's listeners as the page itself does.

Knows gradio's queue (join, then a stream of messages) and the page's marks; it does not know the shop.
"""

from __future__ import annotations

import asyncio
import json
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Final

import httpx

PATIENCE: Final = 30.0
"""seconds after which an answer counts as missing"""
AT_ONCE: Final = 6
"""pictures that a browser loads from one host at a time"""
_PICTURE: Final = re.compile(r"pictures/[0-9a-f]+/\w+/\d+\.webp")
_SKU: Final = re.compile(r'data-sku=\\?"([^"\\]+)')


@dataclass(frozen=True)
class Listener:
    """One listener of the page, as `/config` tells it."""

    number: int
    trigger: int
    """the component that fires it"""
    inputs: tuple[tuple[int, str], ...]
    """(component, its kind) in order"""


@dataclass(frozen=True)
class Layout:
    """The listeners that a shopper uses."""

    arrive: Listener
    visit: Listener
    say: Listener
    words: int
    """the field of the words"""

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Layout:
        """Finds them by the marks of their components. Raises StopIteration when the page has none."""
        kinds = {part["id"]: part["type"] for part in config["components"]}
        marks = {part["props"].get("elem_id"): part["id"] for part in config["components"]}

        def listener(event: str, mark: str = "") -> Listener:
            found = next(
                (dependency, target)
                for dependency in config["dependencies"]
                for target in dependency["targets"]
                if target[1] == event and (not mark or target[0] == marks[mark])
            )
            inputs = tuple((part, kinds[part]) for part in found[0]["inputs"])
            return Listener(found[0]["id"], found[1][0], inputs)

        return cls(
            listener("load"),
            listener("visit", "results"),
            listener("submit", "words"),
            marks["words"],
        )


@dataclass(frozen=True)
class Reply:
    """What came back from one event."""

    seconds: float
    """from the event to its last message"""
    skus: tuple[str, ...] = ()
    """of the products shown, best first"""
    pictures: tuple[str, ...] = ()
    notice: str = ""
    """what the page would show as a notice"""
    trouble: str = ""
    """why there is no answer; empty when there is one"""


class Window:
    """One shopper's window: a session of its own, its pictures loaded once, as by a browser's cache."""

    def __init__(self, client: httpx.AsyncClient, layout: Layout) -> None:
        """`client` has the server's address as its base."""
        self.client = client
        self.layout = layout
        self.session = secrets.token_hex(6)
        self._loaded: set[str] = set()
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._beat: asyncio.Task | None = None

    async def open(self, query: str = "") -> Reply:
        """Loads the page at an address ("?item=SKU") and fires its first event."""
        started = perf_counter()
        try:
            page = await self.client.get(f"/{query}")
            page.raise_for_status()
        except httpx.HTTPError as error:
            return Reply(perf_counter() - started, trouble=f"page: {error!r}")
        self._beat = asyncio.create_task(self._heartbeat())
        return await self._fire(self.layout.arrive, query=query)

    async def say(self, words: str) -> Reply:
        return await self._fire(self.layout.say, {self.layout.words: words})

    async def visit(self, address: str) -> Reply:
        """Follows a link of the page."""
        return await self._fire(self.layout.visit, event={"address": address})

    async def load(self, reply: Reply) -> float:
        """Loads the pictures of a reply that were not loaded before; the seconds it took.

        Raises httpx.HTTPError for one that does not come.
        """
        started = perf_counter()
        new = [address for address in dict.fromkeys(reply.pictures) if address not in self._loaded]
        self._loaded.update(new)
        await asyncio.gather(*map(self._picture, new))
        return perf_counter() - started

    async def close(self) -> None:
        """Closes the window; the server sees its heartbeat end."""
        if self._beat:
            self._beat.cancel()
            with suppress(asyncio.CancelledError):
                await self._beat

    async def _picture(self, address: str) -> None:
        async with self._gate:
            (await self.client.get(f"/{address}")).raise_for_status()

    async def _heartbeat(self) -> None:
        with suppress(httpx.HTTPError):
            async with self.client.stream(
                "GET", f"/gradio_api/heartbeat/{self.session}", timeout=None
            ) as beats:
                async for _ in beats.aiter_raw():
                    pass

    async def _fire(
        self, listener: Listener, values: Mapping[int, str] = {}, query: str = "",
        event: Mapping[str, str] | None = None,
    ) -> Reply:  # fmt: skip
        body = {
            "data": [values.get(part) for part, _ in listener.inputs],
            "event_data": event, "fn_index": listener.number, "trigger_id": listener.trigger,
            "session_hash": self.session,
        }  # fmt: skip
        started = perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                joined = await self.client.post(f"/gradio_api/queue/join{query}", json=body)
                if joined.status_code != 200:
                    said = joined.json().get("detail", "")
                    trouble = f"{joined.status_code}: {said}"
                    return Reply(perf_counter() - started, notice=said, trouble=trouble)
                return await self._read(started, joined.json()["event_id"])
        except (TimeoutError, httpx.HTTPError, ValueError) as error:
            return Reply(perf_counter() - started, trouble=repr(error))

    async def _read(self, started: float, event: str) -> Reply:
        """The messages up to the end of an event."""
        written, notice = [], ""
        where = f"/gradio_api/queue/data?session_hash={self.session}"
        async with self.client.stream("GET", where) as stream:
            async for line in stream.aiter_lines():
                if not line.startswith("data: "):
                    continue
                message = json.loads(line[6:])
                kind = message["msg"]
                if kind == "log":
                    notice = message["log"]
                if kind in ("process_generating", "process_completed"):
                    written.append(line)
                if kind == "process_completed" and message["event_id"] == event:
                    seconds = perf_counter() - started
                    trouble = "" if message["success"] else str(message["output"].get("error"))
                    text = "".join(written)
                    skus = tuple(dict.fromkeys(_SKU.findall(text)))
                    pictures = tuple(_PICTURE.findall(text))
                    return Reply(seconds, skus, pictures, notice, trouble)
        return Reply(perf_counter() - started, trouble="the stream ended without an answer")
