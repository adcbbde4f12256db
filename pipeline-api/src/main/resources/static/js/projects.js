// The table of projects: the search keeps what is typed, columns are kept in this browser and in the address, and keys move about.
(() => {
  const field = () => document.getElementById('q');
  const askAgain = () => htmx.trigger(document.getElementById('filter'), 'change');

  // ── Chinese is composed from letters that mean nothing yet: they are not searched for, and the field is not replaced meanwhile
  let composing = false, missed = false;
  document.addEventListener('compositionstart', e => { if (e.target === field()) composing = true; });
  document.addEventListener('input', e => { if (e.target === field() && composing) e.stopImmediatePropagation(); }, true);
  document.addEventListener('compositionend', e => {
    if (e.target !== field()) return;
    composing = false;
    if (missed) askAgain(); else e.target.dispatchEvent(new Event('input', {bubbles: true}));
    missed = false;
  });

  // ── what is typed while an answer is on its way stays, and is asked for next
  let typed;
  document.addEventListener('htmx:beforeSwap', e => {
    const q = field();
    typed = undefined;
    if (!q || e.detail.target.id !== 'content') return;
    if (composing) { missed = true; e.preventDefault(); return; }
    if (document.activeElement === q) typed = {value: q.value, start: q.selectionStart, end: q.selectionEnd};
  });
  document.addEventListener('htmx:afterSwap', () => {
    const q = field();
    if (!q || typed === undefined || q.value === typed.value) return;
    q.value = typed.value;
    q.setSelectionRange(typed.start, typed.end);
  });
  document.addEventListener('htmx:afterSettle', () => {
    const q = field();
    if (q && typed !== undefined && q.value.trim() !== q.defaultValue.trim()) askAgain();
    typed = undefined;
  });

  // ── columns
  const shown = () => document.querySelector('[data-columns]');
  const keep = columns => { document.cookie = `pipeline-columns=${columns}; path=/projects; max-age=${columns ? 31536000 : 0}; samesite=lax`; };
  // whoever is given the address shall see these columns, whatever his browser has kept
  const name = () => {
    const url = new URL(location.href);
    if (!shown() || url.searchParams.get('cols') === shown().dataset.shown) return;
    url.searchParams.set('cols', shown().dataset.shown);
    history.replaceState(history.state, '', url);
  };
  let unfolded = false, ticked;
  const show = async columns => {
    keep(columns);
    const url = new URL(location.href);
    if (columns) url.searchParams.set('cols', columns); else url.searchParams.delete('cols');
    unfolded = true;
    const address = url.pathname + url.search;
    await htmx.ajax('GET', address, {source: '#projects-card', target: '#content', select: '#content', swap: 'outerHTML show:none', push: 'true'});
  };
  document.addEventListener('change', e => {
    const form = e.target.closest('[data-columns]');
    if (form) ticked = e.target.id;
    if (form) show([...form.querySelectorAll('input:checked')].map(i => i.value).join('.'));
  });
  document.addEventListener('click', e => {
    if (e.target.closest('[data-usual]')) show('');
    const open = document.querySelector('details.columns[open]');
    if (open && !open.contains(e.target)) open.open = false;
  });
  document.addEventListener('htmx:afterSwap', () => {
    const details = document.querySelector('details.columns');
    if (unfolded && details) {
      details.open = true;
      // folded away it could not keep the focus
      if (ticked) document.getElementById(ticked)?.focus();
    }
    unfolded = false;
    ticked = undefined;
  });
  document.addEventListener('htmx:afterSettle', name);
  name();

  // ── keys: "/" to the search, up and down from row to row
  const rows = () => [...document.querySelectorAll('#projects-rows .cell-name a')];
  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || document.querySelector('dialog[open]')) return;
    const details = document.querySelector('details.columns[open]');
    if (e.key === 'Escape' && details) {
      details.open = false;
      details.querySelector('summary').focus();
    } else if (e.key === '/' && !e.target.closest('input, textarea, select, [contenteditable]')) {
      e.preventDefault();
      field()?.focus();
      field()?.select();
    } else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      const all = rows(), at = all.indexOf(document.activeElement), down = e.key === 'ArrowDown';
      if (at < 0 && !(down && e.target === field())) return;
      e.preventDefault();
      (at < 0 ? all[0] : down ? all[at + 1] : all[at - 1] ?? field())?.focus();
    }
  });
})();
