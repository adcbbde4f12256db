// The table of projects: which columns are shown is kept in this browser, and in the address; "/" goes to the search.
(() => {
  document.addEventListener('change', e => {
    const form = e.target.closest('[data-columns]');
    if (!form) return;
    const columns = [...form.querySelectorAll('input:checked')].map(i => i.value).join('.');
    document.cookie = `pipeline-columns=${columns}; path=/; max-age=31536000; samesite=lax`;
    const url = new URL(form.dataset.address, location.href);
    url.searchParams.set('cols', columns);
    location.href = url.pathname + url.search;
  });
  document.addEventListener('keydown', e => {
    if (e.key !== '/' || e.target.closest('input, textarea, select')) return;
    e.preventDefault();
    document.getElementById('q')?.focus();
  });
})();
