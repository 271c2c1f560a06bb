"""Losses look away where nothing is known; folding changes nothing; a tiny tokenizer spells anything."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
import torch

from demo.compat import prepare_torchvision

prepare_torchvision()

from demo.models.folding import fold, unfold  # noqa: E402
from demo.training.objectives import contrastive, reading, shifted  # noqa: E402
from demo.training.tokenizer import END_ID, train_tokenizer  # noqa: E402


def _mask(rows: list[list[int]]) -> torch.Tensor:
    return torch.tensor(rows, dtype=torch.bool)


def test_contrastive_ignores_the_unknown() -> None:
    logits = torch.tensor([[4.0, 0.0, 0.0], [0.0, 4.0, 0.0], [0.0, 0.0, 4.0]])
    described = torch.eye(3, dtype=torch.bool)
    unknown = _mask([[0, 0, 1], [0, 0, 0], [1, 0, 0]])
    contradicted = ~described & ~unknown
    loss = contrastive(logits, described, contradicted)
    logits[0, 2] = logits[2, 0] = 100.0
    assert contrastive(logits, described, contradicted) == pytest.approx(loss.item())
    nothing = torch.zeros(3, 3, dtype=torch.bool)
    assert contrastive(logits, nothing, nothing) == 0.0


def test_reading_counts_all_sure_values() -> None:
    logits = torch.tensor([[2.0, 2.0, 0.0], [9.0, 0.0, 0.0]])
    sure = _mask([[1, 1, 0], [1, 1, 1]])
    possible = _mask([[1, 1, 0], [1, 1, 1]])
    wanted = -torch.log_softmax(logits[0], 0)[:2].logsumexp(0)
    assert reading(logits, sure, possible) == pytest.approx(wanted.item())
    assert reading(logits[1:], sure[1:], possible[1:]) == 0.0


def test_reading_leaves_out_the_merely_possible() -> None:
    logits = torch.tensor([[1.0, 50.0, 0.0]])
    loss = reading(logits, _mask([[1, 0, 0]]), _mask([[1, 1, 0]]))
    assert loss.item() == pytest.approx(torch.log1p(torch.exp(torch.tensor(-1.0))).item())


def test_shifted_is_small_when_arithmetic_works() -> None:
    basis = torch.eye(8)
    design = basis[[0, 1]]
    before, after = basis[[4, 4]], basis[[5, 5]]
    reference = torch.nn.functional.normalize(design + before, dim=-1)
    target = torch.nn.functional.normalize(design + after, dim=-1)
    arguments = (torch.tensor(20.0), torch.tensor([0, 2]), torch.tensor([1, 3]))
    good = shifted(reference, before, after, target, *arguments)
    bad = shifted(reference, after, after, target, *arguments)
    assert good < 0.01 < bad


def test_fold_and_unfold_change_nothing() -> None:
    timm = pytest.importorskip("timm")
    torch.manual_seed(0)
    model = timm.create_model("tf_efficientnet_lite0", num_classes=0).eval()
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(module.running_mean, -0.1, 0.1)
            torch.nn.init.uniform_(module.running_var, 0.5, 2.0)
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
    pixels = torch.randn(1, 3, 96, 96)
    names = {k: v.shape for k, v in copy.deepcopy(model).state_dict().items()}
    with torch.no_grad():
        before = model(pixels)
        folded = fold(model)
        during = model(pixels)
        unfold(folded)
        after = model(pixels)
    assert {k: v.shape for k, v in model.state_dict().items()} == names
    torch.testing.assert_close(during, before, rtol=1e-3, atol=1e-4)
    torch.testing.assert_close(after, before, rtol=1e-3, atol=1e-4)


def test_tokenizer_spells_anything(tmp_path: Path) -> None:
    from transformers import AutoTokenizer

    train_tokenizer(["a red dress", "the same in red"] * 20, 300, 16, tmp_path)
    tokenizer = AutoTokenizer.from_pretrained(tmp_path)
    assert tokenizer("RED Dress").input_ids == tokenizer("red dress").input_ids
    assert tokenizer("t-shirt").input_ids == tokenizer("t shirt").input_ids
    assert tokenizer("crème").input_ids == tokenizer("creme").input_ids
    for text in ("连衣裙", "rde drss", "", "👗", "x" * 500):
        ids = tokenizer(text, truncation=True, max_length=16).input_ids
        assert len(ids) <= 16
        assert ids[-1] == END_ID
        assert ids.count(END_ID) == 1
