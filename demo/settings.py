"""Every setting of the shop in one place; environment variables override them. Knows no other room."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path

from demo.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "SHOP_"


@dataclass(frozen=True)
class Settings:
    """What an operator may change. `SHOP_PORT=8000` overrides `port`, and so on for each field."""

    catalog: Path = ROOT / "catalog"
    """folder that holds products.csv"""
    index: Path | None = None
    """folder of the prebuilt index; None: assets/index for the embedded catalogue, else CATALOG/index"""
    encoder: str = "lite"
    """lite, hf-hub:ORG/NAME or local-dir:PATH"""
    device: str = "auto"
    """auto (CUDA when there), cpu or cuda"""
    host: str = "0.0.0.0"
    """address to listen on"""
    port: int = 7860
    """TCP port, 1 to 65535"""
    results: int = 12
    """products an answer shows at first, 1 to 100"""
    message_limit: int = 500
    """longest message, characters"""
    turn_limit: int = 50
    """most turns a session keeps"""
    picture_pixels: int = 50_000_000
    """largest picture that is opened, pixels"""
    picture_bytes: int = 25_000_000
    """largest picture file that is opened, bytes"""
    rates: str = "EUR=1 USD=0.92 GBP=1.17 JPY=0.0061 KRW=0.00067 CNY=0.127 CHF=1.05 SEK=0.088"
    """what one unit of each currency is worth, in any one of them; amounts in others are refused"""
    tryon: str = "auto"
    """warp (on the CPU), diffusion (on a GPU, weights downloaded on first use) or auto (diffusion where
    a GPU and the weights are there already)"""
    tryon_weights: str = "black-forest-labs/FLUX.2-klein-4B"
    """what diffusion paints with: a repository of the hub, or a folder as diffusers writes it"""
    metrics: bool = False
    """1: counts and times every answer, at /metrics in Prometheus' text format"""
    log: str = "plain"
    """plain, or json: one object a line, an answer a line, nothing of what shoppers say or send"""

    def __post_init__(self) -> None:
        """Checks ranges once. Raises SettingsError."""
        if not 1 <= self.port <= 65535:
            raise SettingsError(f"The port must be between 1 and 65535, not {self.port}.")
        if not 1 <= self.results <= 100:
            raise SettingsError(f"An answer shows 1 to 100 products, not {self.results}.")
        if self.device not in ("auto", "cpu", "cuda"):
            raise SettingsError(f"The device is auto, cpu or cuda, not {self.device!r}.")
        if self.tryon not in ("warp", "diffusion", "auto"):
            raise SettingsError(f"Try-on is warp, diffusion or auto, not {self.tryon!r}.")
        if self.log not in ("plain", "json"):
            raise SettingsError(f"The log is plain or json, not {self.log!r}.")
        for name in ("message_limit", "turn_limit", "picture_pixels", "picture_bytes"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name} must be at least 1, not {getattr(self, name)}.")

        try:
            good = all(rate > 0 for rate in self.exchange.values())
        except ValueError:
            good = False
        if not good:
            raise SettingsError(f"rates must look like “EUR=1 USD=0.92”, not {self.rates!r}.")

    @property
    def exchange(self) -> dict[str, float]:
        """Currency -> worth of one unit."""
        pairs = (pair.partition("=") for pair in self.rates.split())
        return {currency.upper(): float(rate) for currency, _, rate in pairs}

    @property
    def index_folder(self) -> Path:
        """Where the index of this catalogue lies."""
        if self.index is not None:
            return self.index
        return index_folder_for(self.catalog)


def index_folder_for(catalog: Path) -> Path:
    """The default place of a catalogue's index: with the weights for the embedded one, else beside it."""
    embedded = catalog.resolve() == ROOT / "catalog"
    return ROOT / "assets" / "index" if embedded else catalog / "index"


def from_environment(**given: object) -> Settings:
    """Settings from `SHOP_*` variables; what is given (and not None) wins. Raises SettingsError."""
    values: dict[str, object] = {}
    for field in fields(Settings):
        raw = os.environ.get(PREFIX + field.name.upper())
        if raw is not None and raw != "":
            values[field.name] = _parse(field.name, str(field.type), raw)
    values.update({name: value for name, value in given.items() if value is not None})
    return Settings(**values)  # type: ignore[arg-type]


_YES = ("1", "true", "yes", "on")
_NO = ("0", "false", "no", "off")


def _parse(name: str, kind: str, raw: str) -> object:
    if kind.startswith("Path"):
        return Path(raw)
    if kind == "bool":
        if raw.lower() not in (*_YES, *_NO):
            raise SettingsError(f"{PREFIX}{name.upper()} is 1 or 0, not {raw!r}.")
        return raw.lower() in _YES
    if kind == "int":
        try:
            return int(raw)
        except ValueError:
            raise SettingsError(
                f"{PREFIX}{name.upper()} must be a whole number, not {raw!r}."
            ) from None
    return raw
