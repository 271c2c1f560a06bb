"""What stands behind the page, for the person who presents: times, networks, score parts, the method.

Shown with `?panel=1` only. Knows the shop's own words about an answer and places; it does not measure, rank
or know gradio.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Final

from demo.comparing import METHODS, NETWORKS
from demo.shop import Shop
from demo.types import Hit, Results
from demo.ui import text
from demo.ui.cards import link
from demo.ui.place import Place

MOST: Final = 12
"""results whose scores are taken apart"""


def panel(shop: Shop, place: Place, found: Results | None = None) -> str:
    """The panel for a place; `found` is its answer, None where nothing was asked. Empty when not wanted."""
    if not place.panel:
        return ""
    hidden = replace(place, panel=False, method="")
    reset = f'<a class="quiet" href="?panel=1" data-visit="?panel=1">{text.PANEL_RESET}</a>'
    return (
        f'<section class="panel" aria-label="{escape(text.PANEL)}"><header><h2>{text.PANEL}</h2>'
        f'<p class="actions">{reset}<a class="quiet" {link(hidden)}>{text.PANEL_CLOSE}</a></p></header>'
        f'<div class="parts">{_methods(shop, place)}{_times(found)}{_networks(shop)}</div>'
        f"{_scores(found)}</section>"
    )


def _methods(shop: Shop, place: Place) -> str:
    """The switch: what composes the turns, and how far a method is that is not ready."""
    tabs = []
    for name in ("", *METHODS):
        there = replace(place, method=name)  # type: ignore[arg-type]
        current = ' aria-current="true"' if name == place.method else ""
        shown = escape(text.METHODS[name])
        tabs.append(f'<a {link(there)}{current} data-focus="method-{name}">{shown}</a>')
    return (
        f'<div class="switch"><h3>{text.PANEL_METHOD}</h3>'
        f'<div class="methods" role="group" aria-label="{escape(text.PANEL_METHOD)}">'
        f'{"".join(tabs)}</div><p class="note" role="status">{escape(_note(shop, place))}</p></div>'
    )


def _note(shop: Shop, place: Place) -> str:
    name = place.method
    if name not in NETWORKS:
        return text.METHOD_NOTES[name]
    state, shown = shop.comparing.state(name), text.METHODS[name]
    if state.problem:
        return f"{shown}: {state.problem}"
    if not state.found:
        return text.METHOD_MISSING.format(shown, f"python -m demo train {name}")
    if not state.ready:
        return text.METHOD_WAITING.format(shown, f"{state.done:,}", f"{len(shop.catalogue):,}")
    return text.METHOD_NOTES[name]


def _times(found: Results | None) -> str:
    """Milliseconds a stage, as bars that share one length."""
    if found is None or not found.timings:
        return ""
    total = sum(found.timings.values())
    rows = [
        f'<div><dt>{escape(text.STAGES.get(name, name))}</dt><dd style="--share:{took / total:.3f}">'
        f"{took:.1f} ms</dd></div>"
        for name, took in found.timings.items()
    ]
    rows.append(f'<div class="total"><dt>{text.PANEL_TOTAL}</dt><dd>{total:.1f} ms</dd></div>')
    return f'<div class="times"><h3>{text.PANEL_TIMES}</h3><dl>{"".join(rows)}</dl></div>'


def _networks(shop: Shop) -> str:
    """Names and sizes; what is not loaded yet is left out."""
    card = shop.index.card
    rows = [(text.INDEX, f"{card.count:,} × {card.dimension}, {_size(shop.settings.index_folder)}")]
    if shop.bundle.ready:
        encoder, network = shop.bundle.encoder, shop.bundle.network
        model = getattr(encoder, "model", None)
        rows.append((text.ENCODER, f"{encoder.id}{_parameters(model)}"))
        if network is not None:
            rows.append((text.NETWORK, f"{shop.bundle.network_id}{_parameters(network)}"))
    shown = "".join(f"<div><dt>{n}</dt><dd>{escape(said)}</dd></div>" for n, said in rows)
    return f'<div class="networks"><h3>{text.PANEL_NETWORKS}</h3><dl>{shown}</dl></div>'


def _size(folder: Path) -> str:
    """ "1.4 MB", what the folder's files take."""
    total = sum(path.stat().st_size for path in folder.glob("*") if path.is_file())
    return f"{total / 1e6:.1f} MB"


def _parameters(network: object) -> str:
    """ ", 5.3 M parameters"; empty for a network without any."""
    if not hasattr(network, "parameters"):
        return ""
    count = sum(weights.numel() for weights in network.parameters())
    return f", {text.PARAMETERS.format(f'{count / 1e6:.1f}')}" if count else ""


def _scores(found: Results | None) -> str:
    """A row a result: what its score is the sum of."""
    hits = [hit for hit in found.hits[:MOST] if hit.parts] if found else []
    if not hits:
        return f'<p class="note">{text.PANEL_NO_SCORES}</p>'
    names = list(dict.fromkeys(name for hit in hits for name in hit.parts))
    heads = "".join(f'<th scope="col">{escape(text.SCORE_PARTS[n])}</th>' for n in names)
    rows = "".join(_score(hit, names) for hit in hits)
    return (
        f'<div class="scores" tabindex="0" role="region" aria-label="{escape(text.PANEL_SCORES)}">'
        f"<table><caption>{text.PANEL_SCORES}</caption><thead><tr><td></td>{heads}"
        f'<th scope="col">{text.PANEL_TOTAL}</th></tr></thead><tbody>{rows}</tbody></table></div>'
        f'<p class="note">{text.PANEL_HEAT}</p>'
    )


def _score(hit: Hit, names: list[str]) -> str:
    cells = "".join(
        f"<td>{hit.parts[name]:.3f}</td>" if name in hit.parts else "<td></td>" for name in names
    )
    title = escape(hit.product.title)
    return f'<tr><th scope="row">{title}</th>{cells}<td>{hit.score:.3f}</td></tr>'
