"""Who the shop's figures are."""

from __future__ import annotations

from dataclasses import dataclass

from demo.studio.figures.hair import HairStyle


@dataclass(frozen=True)
class Person:
    """One figure: a build, a skin tone, hair and a pose."""

    name: str
    gender: str
    body: str
    tone: str
    pose: str
    hair: HairStyle


CAST = (
    Person("ada", "women", "slim", "deep", "arms at the side", HairStyle("shaved", "#15100e")),
    Person("bea", "women", "regular", "light", "hand on hip", HairStyle("bob", "#3a2417")),
    Person("carla", "women", "full", "tan", "arms at the side", HairStyle("long", "#2a1a12")),
    Person("dana", "women", "regular", "fair", "walking", HairStyle("bun", "#7a4a28", swept=True)),
    Person("efua", "women", "full", "brown", "hand on hip", HairStyle("afro", "#1f1511", curl=1)),
    Person(
        "freya",
        "women",
        "slim",
        "fair",
        "arm across the body",
        HairStyle("ponytail", "#b08550", swept=True),
    ),
    Person(
        "gil",
        "men",
        "regular",
        "tan",
        "arms at the side",
        HairStyle("short", "#22160f", swept=True),
    ),
    Person(
        "hugo",
        "men",
        "slim",
        "light",
        "hand on hip",
        HairStyle("wavy", "#4a2f1c", swept=True, curl=0.45),
    ),
    Person(
        "idris",
        "men",
        "full",
        "deep",
        "arm across the body",
        HairStyle("cropped", "#120e0c", curl=1),
    ),
    Person("jonas", "men", "regular", "brown", "walking", HairStyle("curly", "#1d1410", curl=1)),
)
