"""The little JavaScript of the page: links that do not reload it, the address bar, copy.

Knows no shop: every link and button that leads somewhere carries `data-visit`, an address; the
server reads it again and checks it like any other, so nothing here is trusted.
"""

from __future__ import annotations

from typing import Final

LINKS: Final = """
let held = '', open_bag = false;
element.addEventListener('click', event => {
  const copy = event.target.closest('[data-copy]');
  if (copy) {
    navigator.clipboard?.writeText(location.href).then(() => {
      const words = copy.textContent;
      copy.textContent = copy.dataset.copied;
      setTimeout(() => { copy.textContent = words; }, 1600);
    });
    return;
  }
  const keep = event.target.closest('[data-keep]');
  if (keep) keep.href = document.querySelectorAll('#mirror img')[1]?.src;
  const link = event.target.closest('[data-visit]');
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || (elsewhere && link.tagName === 'A')) return;
  event.preventDefault();
  history.replaceState({y: window.scrollY}, '');
  held = link.dataset.focus || '';
  const {visit, like = '', unlike = ''} = link.dataset;
  open_bag = !!link.closest('[popover]') && !!unlike;
  const forget = 'forget' in link.dataset, free = 'free' in link.dataset;
  trigger('visit', {address: visit, like, unlike, forget, free});
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
  if (open_bag) element.querySelector('[popover]')?.showPopover();
  open_bag = false;
});
"""
"""For each part of the page that has links: a plain click becomes the event `visit`, and so does a
field whose value goes into an address. Where the page changes in place, the keyboard stays there."""

KEYS: Final = """
document.addEventListener('keydown', event => {
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const way = {ArrowRight: 'next', n: 'next', ArrowLeft: 'back', p: 'back'}[event.key];
  if (way) element.querySelector(`[data-${way}]`)?.click();
});
"""
"""For the story of whoever presents: its next and its last step by one key each."""

ADDRESS: Final = """
let back = null, before = '';
const settle = () => {
  const mark = element.querySelector('[data-view]');
  if (!mark) return;
  const there = mark.dataset.address, new_step = there !== location.search;
  const stays = mark.dataset.stay && mark.dataset.stay === before;
  before = mark.dataset.stay || '';
  document.title = mark.dataset.title;
  document.documentElement.lang = mark.dataset.lang;
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
<link rel="preload" href="theme/instrument-sans.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="theme/instrument-serif.woff2" as="font" type="font/woff2" crossorigin>
<meta name="theme-color" content="#fbfaf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#161412" media="(prefers-color-scheme: dark)">
<script>
  if (location.search.length > 1) document.documentElement.classList.add('arriving');
</script>
"""
"""A link to some place must not show the entrance first."""
