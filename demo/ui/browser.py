"""The little JavaScript of the page: links that do not reload it, the address bar, copy.

Knows no shop: every link and button that leads somewhere carries `data-visit`, an address; the
server reads it again and checks it like any other, so nothing here is trusted.
"""

from __future__ import annotations

from typing import Final

LINKS: Final = """
let held = '';
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
  held = link.dataset.focus || '';
  trigger('visit', {address: link.dataset.visit});
});
element.addEventListener('change', event => {
  const field = event.target, said = encodeURIComponent(field.value);
  if (field.matches('[data-visits]')) trigger('visit', {address: field.value});
  if (!field.matches('[data-visit-with]')) return;
  held = field.dataset.focus || '';
  history.replaceState({y: window.scrollY}, '');
  trigger('visit', {address: `${field.dataset.base}&${field.dataset.visitWith}=${said}`});
});
watch('value', () => {
  const next = held && element.querySelector(`[data-focus="${CSS.escape(held)}"]`);
  held = '';
  if (next) next.focus({preventScroll: true});
});
"""
"""For each part of the page that has links: a plain click becomes the event `visit`, and so does a
field whose value goes into an address. Where the page changes in place, the keyboard stays there."""

ADDRESS: Final = """
let back = null, before = '';
const settle = () => {
  const mark = element.querySelector('[data-view]');
  if (!mark) return;
  const there = mark.dataset.address, new_step = there !== location.search;
  const stays = mark.dataset.stay && mark.dataset.stay === before;
  before = mark.dataset.stay || '';
  document.title = mark.dataset.title;
  if (new_step && mark.dataset.how === 'push') {
    history.pushState({y: stays ? window.scrollY : 0}, '', there || location.pathname);
    if (!stays) window.scrollTo(0, 0);
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
"""For the mark that each answer carries: one step of the browser's history for each place. Places
with the same `data-stay` change in place: the window is not scrolled."""

HEAD: Final = """
<meta name="theme-color" content="#fbfaf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#161412" media="(prefers-color-scheme: dark)">
<script>
  if (location.search.length > 1) document.documentElement.classList.add('arriving');
</script>
"""
"""A link to some place must not show the entrance first."""
