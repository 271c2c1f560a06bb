"""`bench page`: what the first view weighs and when it stands, by the browser's own performance entries.

Starts the real shop and opens its entrance in a fresh Chromium, as on a first visit. The framework's own
files are counted apart: what is served from its folders, whoever asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from demo.benchmarks.chromium import chromium, settled
from demo.benchmarks.load import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WINDOWS: Final = {"1440 × 900": (1440, 900), "390 × 844": (390, 844)}
FRAMEWORK: Final = ("/assets/", "/static/", "/svelte/", "/gradio_api/custom_component/")
"""paths under which gradio serves its own files"""
BUDGETS: Final = (1_500_000, 600_000, 0.05)
"""bytes, bytes without the framework's, layout shift"""

_WATCH: Final = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver(list => { window.largest = list.getEntries().at(-1).startTime; })
  .observe({type: 'largest-contentful-paint', buffered: true});
const wait = () => {
  const seen = [...document.querySelectorAll('#results .card img')].filter(
    img => img.getBoundingClientRect().top < innerHeight && img.checkVisibility());
  if (seen.length && seen.every(img => img.complete && img.naturalWidth)) {
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('results')));
  } else requestAnimationFrame(wait);
};
requestAnimationFrame(wait);
"""
"""marks the moment at which every picture of a card within the window is painted"""
_READ: Final = """
() => ({
  entries: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map(e => ({name: e.name, bytes: e.transferSize, unpacked: e.decodedBodySize})),
  results: performance.getEntriesByName('results')[0]?.startTime ?? 0,
  first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  largest: window.largest ?? 0,
  shifted: window.shifted,
})
"""


@dataclass(frozen=True)
class Visit:
    """One first visit."""

    requests: int
    bytes: int
    """as they came over the line, heads included"""
    own_requests: int
    own_bytes: int
    """without the framework's files"""
    unpacked: int
    """bytes after decompression"""
    first: float
    """milliseconds until anything is painted"""
    largest: float
    """… until the largest thing is"""
    results: float
    """… until all cards within the window are there with their pictures"""
    shifted: float
    """sum of all layout shifts"""


def report(visits: int) -> str:
    """The table of the README, in Markdown: medians of first visits, one a fresh window."""
    with served() as (address, _), chromium() as browser:
        visit(browser, address, (1440, 900))  # the server's own first time is `bench latency`'s
        found = {
            name: [visit(browser, address, size) for _ in range(visits)]
            for name, size in WINDOWS.items()
        }
    head = f"| the first view, median of {visits} visits | {' | '.join(WINDOWS)} | budget |"
    rows = (
        ("bytes, kB", "bytes", 1e-3, f"{BUDGETS[0] / 1e3:.0f}"),
        ("… without the framework's files, kB", "own_bytes", 1e-3, f"{BUDGETS[1] / 1e3:.0f}"),
        ("… all, unpacked, kB", "unpacked", 1e-3, ""),
        ("requests", "requests", 1, ""),
        ("… without the framework's files", "own_requests", 1, ""),
        ("first paint, ms", "first", 1, ""),
        ("largest paint, ms", "largest", 1, ""),
        ("results visible, ms", "results", 1, ""),
        ("layout shift", "shifted", 1, f"{BUDGETS[2]}"),
    )
    text = [head, "|---" * (len(WINDOWS) + 2) + "|"]
    for name, field, scale, budget in rows:
        cells = [_cell([scale * getattr(v, field) for v in each]) for each in found.values()]
        text.append(f"| {name} | {' | '.join(cells)} | {budget} |")
    return "\n".join(text)


def visit(browser: Browser, address: str, size: tuple[int, int]) -> Visit:
    """The entrance in a window of its own, whose cache is empty."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    try:
        page = context.new_page()
        page.add_init_script(_WATCH)
        page.goto(address)
        settled(page)
        page.wait_for_function("performance.getEntriesByName('results').length")
        page.wait_for_timeout(500)  # what comes late also shifts
        found = page.evaluate(_READ)
    finally:
        context.close()
    entries = [e for e in found["entries"] if urlsplit(e["name"]).scheme in ("http", "https")]
    own = [e for e in entries if not is_framework(e["name"])]
    return Visit(
        requests=len(entries), bytes=sum(e["bytes"] for e in entries), own_requests=len(own),
        own_bytes=sum(e["bytes"] for e in own), unpacked=sum(e["unpacked"] for e in entries),
        first=found["first"], largest=found["largest"], results=found["results"],
        shifted=found["shifted"],
    )  # fmt: skip


def is_framework(address: str) -> bool:
    """Whether an address is of a file that every gradio page has."""
    return any(part in urlsplit(address).path for part in FRAMEWORK)


def _cell(values: Sequence[float]) -> str:
    middle = median(values)
    return f"{middle:.3f}" if 0 < middle < 1 else f"{middle:,.0f}"
