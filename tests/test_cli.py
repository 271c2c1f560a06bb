"""The command line: both forms of `query`, `index`, `catalog check`, and exit 2 with one clear line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import write_table
from fakes import FakeBundle, FakeEncoder, SeeingEncoder

import demo.bundle
from demo.cli import main
from demo.search.index import load
from demo.shop import Shop


@pytest.fixture
def run(monkeypatch, capsys, shop: Shop, tmp_path: Path):
    """Runs a command against the small shop: (exit code, standard output, standard error)."""
    shop.index.save(tmp_path / "index")
    monkeypatch.setattr("demo.shop.Bundle.start", lambda name, device, *places: FakeBundle())
    monkeypatch.setattr("demo.shop.encoder_id", lambda name: FakeEncoder.id)
    monkeypatch.setattr(demo.bundle, "load_encoder", lambda name, device: FakeEncoder())
    monkeypatch.setenv("SHOP_CATALOG", str(shop.catalogue.folder))
    monkeypatch.setenv("SHOP_INDEX", str(tmp_path / "index"))

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_query_prints_products(run) -> None:
    code, out, _ = run("query", "--item", "F1-red", "in green", "with long sleeves", "--k", "2")
    assert code == 0
    assert out.splitlines()[0] == "understood: green, long sleeves"
    assert "F2-green" in out.splitlines()[1]
    assert len(out.splitlines()) == 3


def test_query_json_is_one_line(run) -> None:
    code, out, _ = run("query", "a green hoodie", "--json")
    line = json.loads(out)
    assert code == 0
    assert line["hits"][0]["sku"] == "F6-green"
    assert set(line) == {"id", "hits", "ms"}


def test_batch(run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 1, "item": "F1-red", "turns": []}\nnonsense\n')
    source, target = str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl")
    code, out, _ = run("query", "--batch", source, "--out", target)
    assert code == 0
    assert "2 lines answered, 1 with an error" in out
    assert len(Path(target).read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query",), "Nothing to search for"),
        (("query", "--item", "nope"), "no item 'nope'"),
        (("query", "--item", "F1-red", ""), "Say what should be different"),
        (("query", "x" * 10_000), "10000 characters"),
        (("query", "red", "--k", "0"), "`k` must be"),
        (("query", "--photo", "/nowhere.jpg"), "is not there"),
        (("query", "--batch", "/nowhere.jsonl", "--out", "/tmp/x"), "There is no file"),
        (("query", "--batch", "/nowhere.jsonl"), "--batch needs --out"),
        (("query", "red", "--catalog", "/nowhere"), "There is no products.csv in /nowhere"),
        (("query", "red", "--index", "/nowhere"), "There is no index in /nowhere"),
        (("index", "/nowhere"), "There is no products.csv"),
        (("index", "{catalog}", "--out", "/proc/nowhere"), "cannot be written to /proc/nowhere"),
        (("serve", "--port", "99999"), "The port must be between"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(
    run, shop: Shop, arguments: tuple[str, ...], message: str
) -> None:
    code, out, err = run(*(a.format(catalog=shop.catalogue.folder) for a in arguments))
    assert code == 2
    assert message in err
    assert len(err.splitlines()) == 1
    assert out == ""


@pytest.mark.parametrize("words", [(), ("nonsense",), ("query", "--k", "many"), ("index",)])
def test_bad_arguments_are_one_line(words: tuple[str, ...], capsys) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*words])
    assert stop.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_index_then_query(run, shop: Shop, tmp_path: Path) -> None:
    out = str(tmp_path / "made")
    code, text, _ = run("index", str(shop.catalogue.folder), "--out", out)
    assert code == 0
    assert "24 products" in text
    assert run("query", "red", "--index", out)[0] == 0


def test_index_takes_the_network_along(run, monkeypatch, shop: Shop, tmp_path: Path) -> None:
    from adding_network import adding

    encoder = SeeingEncoder()
    network = demo.bundle.NetworkFile(tmp_path, "adding-1")
    monkeypatch.setattr(demo.bundle, "load_encoder", lambda name, device: encoder)
    monkeypatch.setattr(demo.bundle, "find_network", lambda id, *places: network)
    monkeypatch.setattr(demo.bundle, "load_network", lambda found, encoder: adding(encoder))
    out = tmp_path / "composing"
    code, printed, _ = run("index", str(shop.catalogue.folder), "--out", str(out))
    assert code == 0
    assert "network adding-1" in printed
    index = load(out, shop.catalogue, encoder.id, "adding-1")
    assert index.targets.ntotal == len(shop.catalogue)


def test_catalog_check(run, shop: Shop, tmp_path: Path) -> None:
    code, out, _ = run("catalog", "check", str(shop.catalogue.folder))
    assert (code, "no problem found" in out) == (0, True)
    bad = write_table(tmp_path / "bad", [{"sku": "1", "title": "", "image": "gone.png"}])
    code, out, err = run("catalog", "check", str(bad))
    assert code == 2
    assert len(out.splitlines()) == 2
    assert "2 problems" in err


@pytest.mark.parametrize(
    "words",
    [(), ("serve",), ("query",), ("index",), ("catalog", "check"), ("studio", "build"),
     ("train", "encoder"), ("bench", "first"), ("bench", "latency")],
)  # fmt: skip
def test_every_command_has_help(words: tuple[str, ...], capsys) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*words, "--help"])
    assert stop.value.code == 0
    assert "usage:" in capsys.readouterr().out
