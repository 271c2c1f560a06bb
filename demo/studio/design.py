"""What is to be drawn, before a pixel exists: a design in one colourway, in the table's words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colourway:
    """One design in one colour. All attributes use `demo.catalog.vocabulary`'s values."""

    sku: str
    family: str
    category: str
    type: str
    gender: str
    colour: str
    colour2: str
    """second colour of a pattern; empty when there is none"""
    pattern: str
    material: str
    sleeve: str
    neckline: str
    length: str
    fit: str
    closure: str
    style: str
    season: str
    shape_seed: int
    """seed of silhouette and details; shared by all colourways of the family"""
    cloth_seed: int
    """seed of folds, print placement and wobble; its own for each colourway"""
