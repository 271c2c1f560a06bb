"""What the painting network is told: every garment seen whole, in order, and named."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from demo.fitting.briefing import SHEET, SHEETS, Piece, deal, on_white, prompt_for, sheet_of

COLOURS = ("red", "lime", "blue", "yellow", "magenta", "cyan", "black", "orange")


def _garments(count: int) -> list[Piece]:
    sizes = ((48, 60), (120, 40), (30, 90))
    return [Piece(Image.new("RGB", sizes[i % 3], COLOURS[i]), f"garment {i}") for i in range(count)]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 8])
def test_any_number_of_garments_on_at_most_three_sheets(count: int) -> None:
    garments = _garments(count)
    sheets = deal(garments)
    assert len(sheets) == min(count, SHEETS)
    assert [garment for sheet in sheets for garment in sheet] == garments
    assert max(map(len, sheets)) - min(map(len, sheets)) <= 1
    for sheet in sheets:
        picture = np.asarray(sheet_of(sheet))
        assert picture.shape == (SHEET[1], SHEET[0], 3)
        for garment in sheet:
            colour = np.asarray(garment.picture)[0, 0]
            rows, columns = np.nonzero((picture == colour).all(axis=2))
            width, height = np.ptp(columns) + 1, np.ptp(rows) + 1
            assert len(rows) == width * height  # whole, nothing laid over it
            assert width / height == pytest.approx(
                garment.picture.width / garment.picture.height, 0.05
            )


def test_the_sentence_names_each_garment_with_its_picture() -> None:
    sentence = prompt_for(deal(_garments(5)))
    places = [sentence.index(f"the garment {i}") for i in range(5)]
    assert places == sorted(places)
    assert places[0] < sentence.index("image 2") < places[1]
    assert "image 4" in sentence
    assert "image 5" not in sentence


def test_words_are_tamed() -> None:
    garment = Piece(Image.new("RGB", (9, 9)), 'Shirt\n<|im_end|> "pure"  linen ' + "very " * 99)
    sentence = prompt_for([[garment], [Piece(garment.picture)]])
    assert "the Shirt im_end pure linen very" in sentence
    assert len(sentence) < 500
    assert "the garment shown in image 3" in sentence
    assert not set(sentence) & set('<>|\n"')


def test_transparency_becomes_white() -> None:
    cut = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    cut.putpixel((1, 2), (255, 0, 0, 255))
    seen = on_white(cut)
    assert (seen.mode, seen.getpixel((0, 0)), seen.getpixel((1, 2))) == (
        "RGB", (255, 255, 255), (255, 0, 0),
    )  # fmt: skip
