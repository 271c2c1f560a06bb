"""Settings: environment, ranges, and clear words about both."""

from __future__ import annotations

from pathlib import Path

import pytest

from demo.errors import SettingsError
from demo.settings import ROOT, Settings, from_environment


def test_environment_overrides_and_arguments_win(monkeypatch) -> None:
    monkeypatch.setenv("SHOP_PORT", "8123")
    monkeypatch.setenv("SHOP_CATALOG", "/goods")
    assert from_environment().port == 8123
    assert from_environment(port=1, catalog=None).port == 1
    assert from_environment().index_folder == Path("/goods/index")


def test_embedded_index_lies_with_the_assets() -> None:
    assert Settings().index_folder == ROOT / "assets" / "index"


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "70000"), ("PORT", "many"), ("DEVICE", "tpu"), ("RESULTS", "0")]
)
def test_bad_values(monkeypatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"SHOP_{name}", value)
    with pytest.raises(SettingsError):
        from_environment()


def test_rates() -> None:
    assert Settings(rates="EUR=1 usd=0.9").exchange == {"EUR": 1.0, "USD": 0.9}
    for bad in ("EUR=0", "EUR", "EUR=x", "EUR=-1"):
        with pytest.raises(SettingsError, match="rates must look like"):
            Settings(rates=bad)
