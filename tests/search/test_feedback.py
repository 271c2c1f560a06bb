"""The composing network behind the search: one look a picture, side by side, and the words' tokens."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from adding_network import ComposingBundle, adding
from conftest import COLOURS
from fakes import SeeingEncoder
from PIL import Image

from demo.benchmarks.first import queries, score
from demo.errors import IndexMismatchError, PictureError
from demo.search import feedback as module
from demo.search import rank
from demo.search.feedback import Feedback
from demo.search.index import build, load
from demo.settings import Settings
from demo.shop import Shop


@pytest.fixture(scope="module")
def feedback() -> Feedback:
    encoder = SeeingEncoder()
    return Feedback(encoder, adding(encoder), "adding-1")  # type: ignore[arg-type]


def test_one_look_gives_both_vectors(feedback: Feedback) -> None:
    images = [Image.new("RGB", (20, 25), colour) for colour in ("#c3272f", "#2f7a4a", "#1f2c4d")]
    vectors, targets = feedback.gallery(images)
    assert np.allclose(vectors, feedback.encoder.encode_images(images), atol=1e-6)
    assert targets.shape == (3, 2 * feedback.encoder.dimension)
    assert np.allclose(np.linalg.norm(targets, axis=1), 1, atol=1e-5)


def test_a_reference_is_looked_at_once(feedback: Feedback, tmp_path: Path, monkeypatch) -> None:
    looks: list[int] = []
    see = feedback.encoder.see
    monkeypatch.setattr(feedback.encoder, "see", lambda i: looks.append(len(i)) or see(i))
    Image.new("RGB", (40, 50), "#c3272f").save(tmp_path / "a.png")
    feedback.begin(tmp_path / "a.png")
    first = feedback.compose(tmp_path / "a.png", "is green").vector
    again = feedback.compose(tmp_path / "a.png", "is navy").vector
    assert looks == [1]
    assert not np.allclose(first, again)


def test_what_is_remembered_is_bounded(monkeypatch) -> None:
    monkeypatch.setattr(module, "REFERENCE_BYTES", 1)
    monkeypatch.setattr(module, "SENTENCES", 2)
    monkeypatch.setattr(module, "COMPOSED", 3)
    encoder = SeeingEncoder()
    small = Feedback(encoder, adding(encoder), "adding-1")  # type: ignore[arg-type]
    for words in ("is red", "is green", "is navy"):
        small._read(words)
    assert len(small._sentences) == 2
    assert small._references.most == 8
    assert small._composed.most == 3


def test_a_question_asked_again_is_not_composed_again(
    feedback: Feedback, tmp_path: Path, monkeypatch
) -> None:
    asked: list[str] = []
    compose = feedback.network.compose
    monkeypatch.setattr(feedback.network, "compose", lambda *a: asked.append("") or compose(*a))
    Image.new("RGB", (40, 50), "#2f7a4a").save(tmp_path / "b.png")
    first = feedback.compose(tmp_path / "b.png", "is black")
    feedback._references.drop(tmp_path / "b.png")
    feedback.begin(tmp_path / "b.png", "is black")
    assert feedback.compose(tmp_path / "b.png", "is black") is first
    assert len(asked) == 1
    assert tmp_path / "b.png" not in feedback._references  # nor looked at again


def test_a_picture_that_is_gone_is_asked_for_again(feedback: Feedback, tmp_path: Path) -> None:
    path = tmp_path / "late.png"
    with pytest.raises(PictureError):
        feedback.compose(path, "is red")
    Image.new("RGB", (40, 50), "red").save(path)
    assert feedback.compose(path, "is red").vector.shape == (feedback.dimension,)


def test_words_find_their_tokens(feedback: Feedback) -> None:
    assert feedback.spans(["is", "red"]) == [(1, 2), (2, 3)]
    assert feedback.spans(["burgundy", "or", "lavender"]) == [(1, 3), (3, 4), (4, 6)]


def test_nothing_is_changed_by_use(feedback: Feedback) -> None:
    before = {k: v.clone() for k, v in feedback.network.state_dict().items()}
    feedback.gallery([Image.new("RGB", (20, 20))])
    assert all(torch.equal(v, before[k]) for k, v in feedback.network.state_dict().items())


def test_the_network_serves_the_turn(composing: Shop, monkeypatch) -> None:
    monkeypatch.setattr("demo.shop.NETWORK", 1.0)
    hidden = Shop(
        composing.catalogue, composing.index, composing.bundle, composing.settings, use_table=False
    )
    for colour in COLOURS:
        other = "red" if colour != "red" else "black"
        session = hidden.say(hidden.start(f"F1-{other}"), f"in {colour}")
        hits = hidden.results(session, 5).hits
        assert {hit.product.get("colour") for hit in hits} == {colour}
        assert "compose" in hidden.results(session).timings


def test_a_photo_keeps_the_shift(composing: Shop, tmp_path: Path, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        composing.composer.feedback, "compose", lambda path, said: asked.append(said)
    )
    Image.new("RGB", (60, 80), "#2f7a4a").save(tmp_path / "me.jpg")
    session = composing.say(composing.start(photo=tmp_path / "me.jpg"), "in red")
    assert composing.results(session).hits[0].product.get("colour") == "red"
    assert asked == []


def test_targets_are_saved_and_found_again(composing: Shop, tmp_path: Path) -> None:
    composing.index.save(tmp_path)
    again = load(tmp_path, composing.catalogue, "seeing-1", "adding-1")
    query = composing.composer.feedback.compose(
        composing.product("F1-red").image, "is green"
    ).vector
    assert list(again.search_targets(query, 4)[0]) == list(
        composing.index.search_targets(query, 4)[0]
    )
    rows, cosines = again.search_targets(query, 3, np.array([2, 9, 17]))
    assert sorted(rows) == [2, 9, 17]
    assert np.allclose(again.target_cosines(query, rows), cosines, atol=1e-3)
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_another_network_is_refused(composing: Shop, shop: Shop, tmp_path: Path) -> None:
    composing.index.save(tmp_path / "with")
    shop.index.save(tmp_path / "without")
    cases = [
        ("with", "seeing-1", "val-2"),
        ("with", "seeing-1", ""),
        ("without", "fake-1", "val-2"),
    ]
    for folder, encoder, network in cases:
        with pytest.raises(IndexMismatchError, match="python -m demo index") as caught:
            load(tmp_path / folder, composing.catalogue, encoder, network)
        assert (network or "none") in str(caught.value)


def test_a_shop_refuses_an_index_without_targets(shop: Shop) -> None:
    plain = build(shop.catalogue, SeeingEncoder())
    other = Shop(shop.catalogue, plain, ComposingBundle(), shop.settings)  # type: ignore[arg-type]
    with pytest.raises(IndexMismatchError, match="no network's vectors"):
        other.results(other.start("F1-red", words="in green"))


def test_an_index_without_a_network_takes_old_targets_away(
    composing: Shop, shop: Shop, tmp_path: Path
) -> None:
    composing.index.save(tmp_path)
    shop.index.save(tmp_path)
    assert not (tmp_path / "targets.faiss").exists()
    assert load(tmp_path, shop.catalogue, "fake-1", "").targets is None


def test_an_opened_item_is_looked_at_before_anything_is_said(composing: Shop, monkeypatch) -> None:
    looked: list[Path] = []
    monkeypatch.setattr(composing.composer.feedback, "begin", looked.append)
    composing.results(composing.start("F3-navy"))
    assert looked == [composing.product("F3-navy").image]


def test_a_large_catalogue_is_scored_alike(composing: Shop, monkeypatch) -> None:
    """Beyond a size only the nearest in either space are ranked, each by both of its cosines."""
    monkeypatch.setattr("demo.shop.NETWORK", 0.5)
    session = composing.say(composing.start("F1-red"), "in green")
    everything = {h.product.sku: h.score for h in composing.results(session, 100).hits}
    monkeypatch.setattr(rank, "ALL_BELOW", 0)
    monkeypatch.setattr(rank, "NEAREST", 3)
    few = composing.results(session, 100).hits
    assert 3 <= len(few) < len(everything)
    for hit in few:
        assert hit.score == pytest.approx(everything[hit.product.sku], abs=1e-3)


@pytest.mark.weights
def test_the_embedded_network_finds_more_than_the_shift_alone(monkeypatch) -> None:
    shop = Shop.open(Settings())
    if shop.composer.feedback is None:
        pytest.skip("no network is shipped for this encoder")
    alone = Shop(shop.catalogue, shop.index, shop.bundle, shop.settings, use_table=False)
    asked = queries(shop.catalogue, 100, 5, "validation")
    mixed = score(alone, asked)["all"]
    monkeypatch.setattr("demo.shop.NETWORK", 0.0)
    shifted = score(alone, asked)["all"]
    assert mixed.value > shifted.value
    assert mixed.both > shifted.both
