"""Trains the encoder's own tokenizer: byte-level BPE, lower case, nothing is ever unknown.

Knows sentences and the Hugging Face file format; knows no picture and no network.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

PAD, START, END = "<pad>", "<start>", "<end>"
PAD_ID: Final = 0
END_ID: Final = 2


def train_tokenizer(sentences: Iterable[str], pieces: int, context_length: int, out: Path) -> None:
    """Write `tokenizer.json` and `tokenizer_config.json` to `out`, as open_clip loads them.

    All 256 bytes are pieces, so any script and any typo can be spelled out; punctuation and digits
    stand alone, so that `t-shirt` and `t shirt` share pieces.
    """
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, processors, trainers
    from tokenizers import pre_tokenizers as pre

    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"[-_/]+"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre.Sequence(
        [pre.Digits(individual_digits=True), pre.ByteLevel(add_prefix_space=True)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=pieces, min_frequency=2, special_tokens=[PAD, START, END],
        initial_alphabet=pre.ByteLevel.alphabet(), show_progress=False,
    )  # fmt: skip
    tokenizer.train_from_iterator(sentences, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{START} $A {END}", special_tokens=[(START, 1), (END, END_ID)]
    )
    out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    config = {
        "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": context_length,
        "pad_token": PAD, "bos_token": START, "eos_token": END, "unk_token": END,
        "padding_side": "right", "truncation_side": "right", "clean_up_tokenization_spaces": False,
    }  # fmt: skip
    (out / "tokenizer_config.json").write_text(
        json.dumps(config, indent=2) + "\n", encoding="utf-8"
    )
