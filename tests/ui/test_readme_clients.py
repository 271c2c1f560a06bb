"""The README's clients, word for word, against a real server."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator

import httpx
import pytest

from demo.settings import ROOT
from demo.shop import Shop
from tests.ui.serving import served

SECTION = (ROOT / "README.md").read_text(encoding="utf-8").partition("## For machines")[2]
WRITTEN = "http://127.0.0.1:7860"


def block(language: str, address: str) -> str:
    """The section's first block of a language, with the server's address."""
    found = re.search(rf"```{language}\n(.*?)```", SECTION, re.S)
    assert found is not None, f"the README's section “For machines” has no {language} block"
    assert WRITTEN in found[1]
    return found[1].replace(WRITTEN, address)


@pytest.fixture(scope="module")
def address(dressed: Shop) -> Iterator[str]:
    with served(dressed) as server:
        yield server.address


def test_the_python_client(address: str) -> None:
    names: dict = {}
    exec(block("python", address), names)
    assert names["found"]["hits"][0]["colour"] == "navy"
    assert names["closer"]["hits"][0]["colour"] == "black"
    assert names["looks"]
    assert all(names["item"] in [i["sku"] for i in look["items"]] for look in names["looks"])
    assert names["worn"].startswith("data:image/webp;base64,")


def test_curl(address: str) -> None:
    done = subprocess.run(
        ["bash", "-c", block("bash", address)], capture_output=True, text=True, timeout=60
    )
    event, data = done.stdout.strip().splitlines()[-2:]
    assert event == "event: complete"
    hits = json.loads(data.removeprefix("data: "))[0]["hits"]
    assert hits[0]["sku"] == "BL-white"


def test_the_address_for_agents(address: str) -> None:
    there = json.loads(block("json", address))["mcpServers"]["shop"]["url"]
    said = httpx.get(there, headers={"Accept": "text/html"}, follow_redirects=True)
    assert said.status_code == 200
    assert "Model Context Protocol" in said.text
