"""The public side of a real server: six endpoints, the same six tools over MCP, and nothing else."""

from __future__ import annotations

import asyncio
import base64
import json
import re
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from gradio.utils import get_upload_folder
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError
from PIL import Image

from demo import batch
from demo.calling import NAMES
from demo.dialogue.token import from_token
from demo.settings import ROOT
from demo.shop import Shop
from demo.ui.blocks import told
from demo.ui.endpoints import AT_ONCE
from demo.ui.pictures import Pictures
from demo.ui.place import Place
from demo.ui.screen import look
from tests.ui.serving import call, outcome, served

if TYPE_CHECKING:
    from mcp import ClientSession


@pytest.fixture(scope="module")
def address(dressed: Shop) -> Iterator[str]:
    with served(dressed) as server:
        yield server.address


@pytest.fixture(scope="module")
def client(address: str) -> Client:
    return Client(address, verbose=False)


def asked_over_mcp(address: str, ask: Callable[[ClientSession], Awaitable[list]]) -> list:
    """What `ask(session)` gives, asked of the server's tools."""

    async def connected() -> list:
        from mcp import ClientSession
        from mcp.client.streamable_http import streamablehttp_client

        async with streamablehttp_client(f"{address}/gradio_api/mcp/") as (read, write, _):
            async with ClientSession(read, write) as session:
                await session.initialize()
                return await ask(session)

    # In a thread of its own: a browser test before may have left an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asyncio.wait_for(connected(), 30)).result()


def test_these_six_are_public_and_no_other(address: str) -> None:
    info = httpx.get(f"{address}/gradio_api/info").json()
    assert set(info["named_endpoints"]) == {f"/{name}" for name in NAMES}
    assert info["unnamed_endpoints"] == {}
    assert set(AT_ONCE) == set(NAMES)
    search = {p["parameter_name"]: p for p in info["named_endpoints"]["/search"]["parameters"]}
    assert list(search) == ["text", "photo", "filters", "k"]
    assert search["k"]["parameter_default"] == 12
    assert not search["text"]["parameter_has_default"]


def test_the_pages_own_listeners_have_no_name(address: str) -> None:
    config = httpx.get(f"{address}/config").json()
    named = {d["api_name"] for d in config["dependencies"] if d["api_name"] is not None}
    assert named == set(NAMES)
    assert len(config["dependencies"]) > len(NAMES) + 5
    for name in ("visit", "say", "arrive", "search_1"):
        said = httpx.post(f"{address}/gradio_api/call/{name}", json={"data": [None] * 8})
        assert said.status_code == 422, name


def test_the_tools_are_the_same_six(address: str) -> None:
    async def ask(session: ClientSession) -> list:
        return (await session.list_tools()).tools

    tools = {tool.name: tool for tool in asked_over_mcp(address, ask)}
    assert set(tools) == set(NAMES)
    for tool in tools.values():
        assert len(tool.description) > 60
        fields = tool.inputSchema["properties"]
        assert fields
        assert all(field["description"] for field in fields.values())
    limits = tools["search"].inputSchema["properties"]["filters"]["oneOf"][1]
    assert set(limits["properties"]) == {"category", "gender", "price_min", "price_max", "not"}
    assert tools["try_on"].inputSchema["required"] == ["person", "items"]


def test_http_answers_as_query_does(dressed: Shop, address: str, client: Client) -> None:
    line = {"id": 1, "turns": ["a navy shirt", "in black"], "k": 4}
    expected = [hit["sku"] for hit in batch.answer(dressed, batch.parse(line, Path()))["hits"]]
    event, data = call(address, "search", text="a navy shirt", k=4)
    assert event == "complete"
    event, data = call(address, "refine", session=data[0]["session"], words="in black", k=4)
    assert [hit["sku"] for hit in data[0]["hits"]] == expected
    first = client.predict(text="a navy shirt", api_name="/search")
    second = client.predict(session=first["session"], words="in black", k=4, api_name="/refine")
    assert [hit["sku"] for hit in second["hits"]] == expected
    picture = httpx.get(f"{address}/{second['hits'][0]['picture']}")
    assert picture.status_code == 200
    assert picture.headers["content-type"] == "image/webp"
    assert "immutable" in picture.headers["cache-control"]


def test_the_page_shows_the_same(dressed: Shop, address: str) -> None:
    _, data = call(address, "refine", item="SN-navy", words="in beige, under 140 euros")
    place = Place(session=from_token(data[0]["session"]))
    page = look(dressed, Pictures(dressed.catalogue), place)
    shown = re.findall(r'<li class="card" data-sku="([^"]+)"', page.results)
    assert shown == [hit["sku"] for hit in data[0]["hits"]]
    assert len(shown) == 12


def test_mcp_answers_json_and_a_sentence(address: str) -> None:
    async def ask(session: ClientSession) -> list:
        first = await session.call_tool("search", {"text": "black trousers", "k": 2})
        token = json.loads(first.content[0].text)["session"]
        return [
            first,
            await session.call_tool("refine", {"session": token, "words": "in navy", "k": 2}),
            await session.call_tool("similar", {"item": "TE-pink"}),
            await session.call_tool("search", {"text": "red", "k": "many"}),
        ]

    first, second, wrong, mistyped = asked_over_mcp(address, ask)
    found = json.loads(first.content[0].text)["hits"]
    assert [hit["colour"] for hit in found] == ["black", "black"]
    assert json.loads(second.content[0].text)["hits"][0]["colour"] == "navy"
    assert wrong.isError
    assert "no item 'TE-pink'" in wrong.content[0].text
    assert mistyped.isError
    assert "Traceback" not in mistyped.content[0].text


def test_over_mcp_a_picture_stands_beside_the_json() -> None:
    words, picture = told([{"items": [1], "picture": "data:image/webp;base64,QUJD"}], "")
    assert json.loads(words.text) == {"items": [1]}
    assert (picture.mimeType, base64.b64decode(picture.data)) == ("image/webp", b"ABC")
    (plain,) = told([{"picture": "pictures/a.webp", "price": None}], "")
    assert json.loads(plain.text) == {"picture": "pictures/a.webp", "price": None}


BAD = [
    ("search", {"text": "red", "k": 0}, "`k` must be"),
    ("search", {"text": "", "photo": "http://127.0.0.1:1/a.png"}, "fetches no addresses"),
    ("refine", {"words": "in red"}, "one of the two"),
    ("product", {"sku": "<script>"}, "no item"),
    ("complete", {"item": "TE-navy", "occasion": "x"}, "is one of"),
]


@pytest.mark.parametrize(("name", "values", "says"), BAD)
def test_bad_values_are_a_sentence_over_http(
    address: str, name: str, values: dict, says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    event, data = call(address, name, **values)
    assert event == "error"
    assert says in data["error"]
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    ("name", "body"), [("search", {}), ("search", {"text": "x", "size": 3}), ("nothing", {})]
)
def test_what_no_call_takes_is_no_failure_of_the_server(
    address: str, name: str, body: dict
) -> None:
    said = httpx.post(f"{address}/gradio_api/call/v2/{name}", json=body)
    assert said.status_code == 422
    assert "/gradio_api/info" in said.json()["detail"]


FILES = [
    {"path": "http://127.0.0.1:1/a.png", "meta": {"_type": "gradio.FileData"}},
    {"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}},
    {"path": str(ROOT / "catalog" / "products.csv"), "meta": {"_type": "gradio.FileData"}},
    {"path": "/tmp/gradio/../../etc/passwd", "meta": {"_type": "gradio.FileData"}},
    {"path": get_upload_folder(), "meta": {"_type": "gradio.FileData"}},
    {"path": f"{get_upload_folder()}/gone.png", "meta": {"_type": "gradio.FileData"}},
    {"path": 7, "meta": 3},
    {"path": "a.png", "meta": {"_type": "gradio.FileData"}, "size": "large"},
    {"deep": [{"path": "http://127.0.0.1:1/a.png", "meta": {"_type": "gradio.FileData"}}]},
]


@pytest.mark.parametrize("file", FILES)
def test_no_address_is_fetched_and_no_other_file_read(address: str, file: dict) -> None:
    base = f"{address}/gradio_api/call/search"
    said = httpx.post(base, json={"data": ["", file, None, 3]})
    event, data = outcome(f"{base}/{said.json()['event_id']}")
    assert event == "error"
    assert "Send the picture itself" in data["error"]


def test_endless_nesting_is_told(address: str) -> None:
    deep: list = []
    for _ in range(200):
        deep = [deep]
    base = f"{address}/gradio_api/call/search"
    said = httpx.post(base, json={"data": [deep, None, None, 3]})
    event, data = outcome(f"{base}/{said.json()['event_id']}")
    assert (event, data["error"]) == ("error", "These values are nested too deeply to be read.")


def test_too_few_values_are_told(address: str, capfd: pytest.CaptureFixture[str]) -> None:
    said = httpx.post(f"{address}/gradio_api/call/search", json={"data": ["secret words"]})
    event, data = outcome(f"{address}/gradio_api/call/search/{said.json()['event_id']}")
    assert (event, data["error"]) == ("error", "search takes 4 values, not 1.")
    assert "secret" not in "".join(capfd.readouterr())


def test_the_queue_cannot_be_passed(address: str) -> None:
    said = httpx.post(f"{address}/gradio_api/run/search", json={"data": ["red", None, None, 3]})
    assert said.status_code == 404


def test_an_upload_is_used_and_deleted(
    dressed: Shop, address: str, client: Client, tmp_path: Path
) -> None:
    photo = tmp_path / "my own photo.png"
    Image.open(dressed.product("SH-white").image).resize((123, 157)).save(photo)
    answer = client.predict(text="", photo=handle_file(photo), k=2, api_name="/search")
    assert answer["hits"]
    left = [path for path in Path(get_upload_folder()).rglob("*photo*") if path.is_file()]
    assert left == []
    photo.write_bytes(b"no picture")
    with pytest.raises(AppError, match="not a picture"):
        client.predict(text="", photo=handle_file(photo), api_name="/search")
    assert [p for p in Path(get_upload_folder()).rglob("*photo*") if p.is_file()] == []


def test_a_client_leaves_no_photo_in_the_servers_memory(dressed: Shop) -> None:
    photo = base64.b64encode(dressed.product("TE-navy").image.read_bytes()).decode("ascii")
    with served(dressed) as server:
        client = Client(server.address, verbose=False)
        client.predict(text="", photo=photo, k=1, api_name="/search")
        visits = server.page.state_holder.session_data.values()
        assert visits
        assert not any(photo in str(visit.blocks_config.get_config()) for visit in visits)
