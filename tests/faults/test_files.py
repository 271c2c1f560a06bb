"""What a real server never hands out: the project's files, the system's, another visitor's upload."""

from __future__ import annotations

import ast
import csv
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from gradio.utils import get_upload_folder

from demo.catalog.catalogue import Catalogue
from demo.catalog.table import read_table
from demo.errors import CatalogError
from demo.settings import ROOT
from demo.shop import Shop
from tests.ui.serving import served


@pytest.fixture(scope="module")
def address(shop: Shop) -> Iterator[str]:
    with served(shop) as server:
        yield server.address


SECRETS = [
    "/etc/passwd", str(ROOT / "demo" / "shop.py"), str(ROOT / "catalog" / "products.csv"),
    "demo/shop.py", "http://127.0.0.1:1/etc/passwd",
]  # fmt: skip
ROUTES = [
    "/gradio_api/file={}", "/gradio_api/file/{}", "/file={}", "/file/{}", "/static/{}", "/assets/{}",
    "/theme/{}", "/svelte/{}", "/gradio_api/proxy={}", "/gradio_api/custom_component/x/y/z/{}",
    "/pictures/{}", "/boards/{}",
]  # fmt: skip


@pytest.mark.parametrize("route", ROUTES)
def test_files_of_the_machine_stay_there(address: str, route: str) -> None:
    for secret in SECRETS:
        for name in (secret, quote(secret, safe=""), "..%2f" * 8 + secret):
            reply = httpx.get(address + route.format(name))
            assert reply.status_code >= 400, (route, name)
            assert b"root:" not in reply.content
            assert b"import" not in reply.content


def test_nobody_reads_another_visitors_upload(address: str) -> None:
    """Even where the address of an upload is known: it is a shopper's own photo."""
    sent = httpx.post(f"{address}/gradio_api/upload", files={"files": ("me.jpg", b"a face")})
    (path,) = sent.json()
    assert Path(path).read_bytes() == b"a face"
    try:
        for name in (path, quote(path, safe="")):
            reply = httpx.get(f"{address}/gradio_api/file={name}")
            assert b"a face" not in reply.content
            assert len(reply.content) < 60  # a blank picture, for gradio's camera asks for one
    finally:
        Path(path).unlink()


def test_an_uploads_name_leads_nowhere(address: str) -> None:
    names = (
        "../../../../tmp/out.jpg",
        "/etc/out.jpg",
        "..\\out.jpg",
        "a/b/../../../out.jpg",
        "\0.jpg",
    )
    folder = Path(get_upload_folder()).resolve()
    for name in names:
        sent = httpx.post(f"{address}/gradio_api/upload", files={"files": (name, b"x")})
        if sent.status_code == 200:
            path = Path(sent.json()[0]).resolve()
            assert path.is_relative_to(folder), name
            path.unlink()


def test_an_upload_that_is_too_large(address: str, shop: Shop) -> None:
    data = bytes(shop.settings.picture_bytes + 1_000_000)
    sent = httpx.post(f"{address}/gradio_api/upload", files={"files": ("a.jpg", data)}, timeout=60)
    assert sent.status_code in (400, 413)


@pytest.mark.parametrize(
    "path",
    ["/gradio_api/deep_link?session_hash=a", "/monitoring", "/monitoring/summary", "/gradio_api/vibe-code",
     "/gradio_api/runs", "/docs", "/openapi.json", "/redoc", "/gradio_api/profiling/traces",
     "/gradio_api/token", "/gradio_api/startup-events/x"],
)  # fmt: skip
def test_gradios_own_rooms_tell_nothing(address: str, path: str) -> None:
    reply = httpx.get(address + path)
    assert reply.status_code >= 400 or len(reply.content) < 2_000
    assert str(ROOT) not in reply.text
    assert "Traceback" not in reply.text


def test_the_page_names_no_place_of_the_machine(address: str) -> None:
    for path in ("/", "/config", "/gradio_api/info"):
        assert str(ROOT) not in httpx.get(address + path).text


# ---------------------------------------------------------------------------- the table

PICTURES = [
    "../secret.png", "images/../../secret.png", "/etc/passwd", "C:\\secret.png", "link.png",
    "folder/secret.png", "file:///etc/passwd", "http://127.0.0.1/a.png", "a\0b.png", "x" * 5_000,
]  # fmt: skip


@pytest.mark.parametrize("image", PICTURES)
def test_no_picture_outside_the_catalogue(tmp_path: Path, image: str) -> None:
    """`..`, absolute paths, links to files and to folders, addresses."""
    from PIL import Image

    Image.new("RGB", (20, 20)).save(tmp_path / "secret.png")
    folder = tmp_path / "catalog"
    folder.mkdir()
    os.symlink(tmp_path / "secret.png", folder / "link.png")
    os.symlink(tmp_path, folder / "folder")
    with (folder / "products.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["sku", "title", "image"], ["A", "B", image]])
    table = read_table(folder)
    assert table.products == ()
    assert len(table.problems) == 1
    with pytest.raises(CatalogError):
        Catalogue.read(folder)


# ---------------------------------------------------------------------------- the code


def test_nothing_unpickles() -> None:
    """Weights are safetensors; arrays are read without pickles; torch.load takes tensors only."""
    troubles = []
    for path in sorted((ROOT / "demo").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names] + [getattr(node, "module", "") or ""]
                if {"pickle", "dill", "joblib", "shelve", "marshal", "cloudpickle"} & set(names):
                    troubles.append(f"{path.name} imports a pickler")
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            given = {word.arg: ast.unparse(word.value) for word in node.keywords}
            if called == "torch.load" and given.get("weights_only") != "True":
                troubles.append(f"{path.name}: torch.load without weights_only")
            if (
                called in ("np.load", "numpy.load")
                and given.get("allow_pickle", "False") != "False"
            ):
                troubles.append(f"{path.name}: np.load with pickles")
            if called in ("eval", "exec", "os.system") or given.get("shell") == "True":
                troubles.append(f"{path.name}: {called}")
            if given.get("trust_remote_code") == "True":
                troubles.append(f"{path.name}: trusts code of a repository")
    assert troubles == []


def test_no_weights_that_would_be_unpickled_ship() -> None:
    ending = {".pt", ".pth", ".bin", ".pkl", ".ckpt", ".joblib"}
    assert [p for p in (ROOT / "assets").rglob("*") if p.suffix in ending] == []
