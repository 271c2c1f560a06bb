"""What a link to the shop shows in a chat or a feed: the shop's own title, sentence and picture.

Gradio's page brings its own name and a picture from another host, and adds the shop's only by script, which
no preview runs. Knows the page's head and the address it was asked under; it does not know the shop.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from demo.ui import text

PICTURE: Final = "theme/preview.jpg"
WIDTH, HEIGHT = 1200, 630
_FOREIGN: Final = re.compile(rb'<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*')
_HOST: Final = re.compile(r"[A-Za-z0-9.\-]{1,253}(:\d{1,5})?|\[[0-9a-fA-F:]{2,39}\](:\d{1,5})?")
_BEGINNING: Final = b"<head>"


class Preview:
    """ASGI middleware that writes the page's preview into its head; all else passes as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not _is_page(scope):
            await self.app(scope, receive, send)
            return
        start: Message = {}
        parts: list[bytes] = []

        async def gather(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            body = b"".join(parts)
            if parts and _BEGINNING in body:
                body = with_preview(body, origin(scope))
            headers = [(k, v) for k, v in start["headers"] if k.lower() != b"content-length"]
            if body or scope["method"] == "GET":
                headers.append((b"content-length", str(len(body)).encode()))
            await send(start | {"headers": headers})
            await send({"type": "http.response.body", "body": body})

        await self.app(scope, receive, gather)


def _is_page(scope: Scope) -> bool:
    """Whether the page itself is asked for, at the root of wherever it is mounted."""
    return scope["path"].removeprefix(scope.get("root_path", "")) in ("", "/")


def origin(scope: Scope) -> str:
    """The address under which the page was asked for, without a slash; empty when it makes no sense."""
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    host = headers.get("x-forwarded-host", headers.get("host", "")).split(",")[0].strip()
    scheme = headers.get("x-forwarded-proto", scope.get("scheme", "http")).split(",")[0].strip()
    if not _HOST.fullmatch(host) or scheme not in ("http", "https"):
        return ""
    return f"{scheme}://{host}{scope.get('root_path', '').rstrip('/')}"


def with_preview(page: bytes, address: str) -> bytes:
    """The page whose head names the shop, and nobody else. A preview picture needs a whole address."""
    head, mark, rest = page.partition(b"<script")
    own = [
        ("property", "og:type", "website"),
        ("property", "og:site_name", text.NAME),
        ("property", "og:title", f"{text.NAME} · {text.PROMISE}"),
        ("property", "og:description", text.HOW),
        ("name", "description", text.HOW),
        ("name", "twitter:card", "summary_large_image"),
    ]
    if address:
        own += [
            ("property", "og:url", f"{address}/"),
            ("property", "og:image", f"{address}/{PICTURE}"),
            ("property", "og:image:width", str(WIDTH)),
            ("property", "og:image:height", str(HEIGHT)),
            ("property", "og:image:alt", text.PROMISE),
        ]
    tags = "".join(f'<meta {kind}="{name}" content="{escape(said)}">' for kind, name, said in own)
    head = _FOREIGN.sub(b"", head).replace(_BEGINNING, _BEGINNING + tags.encode(), 1)
    return head + mark + rest
