"""Too many at once, and thousands one after the other: a kind sentence, and memory that stays bounded."""

from __future__ import annotations

import asyncio
import gc
import json
import tracemalloc
from collections.abc import Iterator

import gradio as gr
import pytest
from starlette.testclient import TestClient

from demo.shop import Shop
from demo.ui import gate, text
from demo.ui.gate import BURST, EACH_SECOND, VISITS, Gate
from demo.ui.page import build_page
from demo.ui.serve import launch_options


class Clock:
    """Stands still until it is told."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def call(session: str) -> bytes:
    return json.dumps({"data": ["x"], "fn_index": 1, "session_hash": session}).encode()


def test_a_visit_may_ask_for_much_but_not_for_everything() -> None:
    clock = Clock()
    door = Gate(None, clock)  # type: ignore[arg-type]
    admitted = [door.admits(call("a")) for _ in range(BURST + 20)]
    assert admitted == [True] * BURST + [False] * 20
    clock.now += 5 / EACH_SECOND
    assert [door.admits(call("a")) for _ in range(6)] == [True] * 5 + [False]


def test_fifty_shoppers_behind_one_address_do_not_share_an_allowance() -> None:
    door = Gate(None, Clock())  # type: ignore[arg-type]
    assert all(door.admits(call(f"shopper {n}")) for n in range(50) for _ in range(BURST))


def test_the_door_forgets_the_visits_of_long_ago() -> None:
    door = Gate(None, Clock())  # type: ignore[arg-type]
    for number in range(VISITS + 500):
        door.admits(call(str(number)))
    assert len(door._allowances) == VISITS


def test_words_in_a_call_cannot_pass_for_another_visit() -> None:
    door = Gate(None, Clock())  # type: ignore[arg-type]
    said = {"data": ['"session_hash": "b"'], "session_hash": "a"}
    for _ in range(BURST):
        door.admits(json.dumps(said).encode())
    assert not door.admits(call("a"))
    assert door.admits(call("b"))


@pytest.fixture
def page(shop: Shop) -> Iterator[gr.Blocks]:
    page = build_page(shop)
    yield page
    page.close()


@pytest.fixture
def client(shop: Shop, page: gr.Blocks) -> Iterator[TestClient]:
    """The page's server with its door, in this process, without its queue running."""
    options = launch_options(shop)["app_kwargs"]
    app = gr.routes.App.create_app(page, app_kwargs=options)  # type: ignore[arg-type]
    with TestClient(app) as client:
        yield client


@pytest.mark.parametrize(("header", "tongue"), [("de", "en"), ("ja,en;q=0.5", "ja")])
def test_a_full_queue_is_a_sentence(
    client: TestClient, page: gr.Blocks, header: str, tongue: str
) -> None:
    page._queue.max_size = 0
    body = {"data": [], "fn_index": 0, "session_hash": "s"}
    reply = client.post("/gradio_api/queue/join", json=body, headers={"Accept-Language": header})
    text.speak(tongue)
    assert (reply.status_code, reply.json()["detail"]) == (429, text.FULL)
    text.speak("en")


def test_a_huge_call_is_refused_before_it_is_read_whole(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "MOST_BYTES", 10_000)
    reply = client.post("/gradio_api/queue/join", content=b"x" * 20_000)
    assert (reply.status_code, reply.json()["detail"]) == (413, text.TOO_LARGE)


def test_thousands_of_visits_do_not_pile_up(shop: Shop, page: gr.Blocks) -> None:
    """A visit that was shown 100 KB leaves a few; gradio alone would keep some 200 of each of 10,000."""
    holder = page.app.state_holder
    holder.capacity = launch_options(shop)["state_session_capacity"]
    arrive = next(f for f in page.fns.values() if "load" in {event for _, event in f.targets})
    parts = [part for part in arrive.outputs if isinstance(part, gr.HTML)]

    async def visits(numbers: range) -> None:
        for number in numbers:
            shown = dict.fromkeys(parts[:8], f"{number:06d}" * 2_000)
            await page.postprocess_data(arrive, shown, holder[f"visit {number}"])

    tracemalloc.start()
    asyncio.run(visits(range(10)))
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    asyncio.run(visits(range(10, 30)))
    gc.collect()
    each = (tracemalloc.get_traced_memory()[0] - before) / 20
    tracemalloc.stop()
    assert 0 < each < 20_000
    assert holder.capacity * each < 100e6


def test_visits_of_long_ago_are_forgotten(shop: Shop, page: gr.Blocks) -> None:
    holder = page.app.state_holder
    holder.capacity = 20
    for number in range(60):
        holder[f"visit {number}"]
    assert list(holder.session_data) == [f"visit {number}" for number in range(40, 60)]
    assert launch_options(shop)["state_session_capacity"] == VISITS
