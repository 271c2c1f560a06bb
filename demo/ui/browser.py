"""The little JavaScript of the page: links that do not reload it, the address bar, copy.

Knows no shop: every link and button that leads somewhere carries `data-visit`, an address; the
server reads it again and checks it like any other, so nothing here is trusted.
"""

from __future__ import annotations

from typing import Final

LINKS: Final = """
element.addEventListener('click', event => {
  const copy = event.target.closest('[data-copy]');
  if (copy) {
    navigator.clipboard?.writeText(location.href).then(() => {
      const words = copy.textContent;
      copy.textContent = 'Copied';
      setTimeout(() => { copy.textContent = words; }, 1600);
    });
    return;
  }
  const link = event.target.closest('[data-visit]');
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || (elsewhere && link.tagName === 'A')) return;
  event.preventDefault();
  history.replaceState({y: window.scrollY}, '');
  trigger('visit', {address: link.dataset.visit});
});
element.addEventListener('change', event => {
  if (event.target.matches('[data-visits]')) trigger('visit', {address: event.target.value});
});
"""
"""For each part of the page that has links: a plain click becomes the event `visit`."""

ADDRESS: Final = """
let back = null;
const settle = () => {
  const mark = element.querySelector('[data-view]');
  if (!mark) return;
  const there = mark.dataset.address, new_step = there !== location.search;
  document.title = mark.dataset.title;
  if (new_step && mark.dataset.how === 'push') {
    history.pushState({y: 0}, '', there || location.pathname);
    window.scrollTo(0, 0);
  } else if (new_step) {
    history.replaceState(history.state, '', there || location.pathname);
  } else if (back !== null) {
    const y = back;
    setTimeout(() => window.scrollTo(0, y), 60);
  }
  back = null;
  document.documentElement.classList.remove('arriving');
};
history.scrollRestoration = 'manual';
watch('value', settle);
window.addEventListener('popstate', event => {
  back = event.state?.y ?? 0;
  trigger('visit', {address: location.search});
});
"""
"""For the mark that each answer carries: one step of the browser's history for each place."""

HEAD: Final = """
<meta name="theme-color" content="#fbfaf8">
<script>
  if (location.search.length > 1) document.documentElement.classList.add('arriving');
</script>
"""
"""A link to some place must not show the entrance first."""
