"""A real server that strangers write to: no failure of the server, no traceback in its log, no hang."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

import httpx
import pytest
from fuzz.scribbles import JSON, TEXT, fuzzing
from hypothesis import example, given
from hypothesis import strategies as st

from demo.calling import NAMES
from demo.shop import Shop
from tests.ui.serving import served

pytestmark = pytest.mark.fuzz

REQUESTS: Final = 250
PATIENCE: Final = 40.0
ROUTES: Final = (
    "queue/join", "call/search", "call/v2/search", "call/v2/refine", "call/v2/nothing", "call/product",
    "run/search", "api/product", "cancel", "reset", "upload", "mcp/", "component_server", "stream/x",
)  # fmt: skip
BODY: Final = st.one_of(
    JSON,
    st.fixed_dictionaries({}, optional={
        "data": JSON, "fn_index": st.integers(-5, 90) | JSON, "session_hash": TEXT | JSON,
        "event_data": JSON, "trigger_id": JSON, "event_id": TEXT, "text": JSON, "words": TEXT, "k": JSON,
        "session": TEXT, "item": TEXT, "filters": JSON, "photo": JSON,
    }),
)  # fmt: skip


@pytest.fixture(scope="module")
def client(dressed: Shop) -> Iterator[httpx.Client]:
    with served(dressed) as server:
        with httpx.Client(base_url=server.address, timeout=PATIENCE) as client:
            yield client


def sound(reply: httpx.Response) -> None:
    assert reply.status_code < 500, reply.text
    assert "Traceback" not in reply.text


@fuzzing(REQUESTS)
@given(route=st.sampled_from(ROUTES), body=BODY)
@example(route="queue/join", body={"data": [], "fn_index": 999, "session_hash": "a"})
@example(route="queue/join", body={"data": [], "fn_index": -1, "session_hash": "a"})
@example(route="queue/join", body={"data": None, "fn_index": 3, "session_hash": "a"})
@example(route="run/say", body={"data": []})
@example(route="run/search", body={"data": ["red"], "session_hash": None})
def test_posted(client: httpx.Client, route: str, body: object) -> None:
    headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    content = json.dumps(body).encode("utf-8", "replace")
    sound(client.post(f"/gradio_api/{route}", content=content, headers=headers))


@fuzzing(60)
@given(path=TEXT.map(lambda text: text[:200]), query=TEXT)
def test_asked_for(client: httpx.Client, path: str, query: str) -> None:
    for before in ("/", "/pictures/", "/boards/", "/fitted/", "/theme/"):
        sound(client.get(before + quote(path), params={"q": query, "s": query}))


@fuzzing(40)
@given(body=st.binary(max_size=300))
def test_no_json_at_all(client: httpx.Client, body: bytes) -> None:
    for route in ("queue/join", "call/v2/search", "upload", "mcp/"):
        sound(client.post(f"/gradio_api/{route}", content=body))


def test_the_server_still_serves(client: httpx.Client, capfd: pytest.CaptureFixture[str]) -> None:
    said = client.post("/gradio_api/call/v2/search", json={"text": "navy", "k": 2}).json()
    with client.stream("GET", f"/gradio_api/call/search/{said['event_id']}") as answer:
        assert "complete" in "".join(answer.iter_text())
    assert set(client.get("/gradio_api/info").json()["named_endpoints"]) == {f"/{n}" for n in NAMES}
    assert "Traceback" not in capfd.readouterr().err
