// Before the first paint, so that nobody who works in the dark is dazzled: what was chosen in this browser, else what the system has.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => localStorage.getItem('pipeline-theme');
  const show = () => {
    document.documentElement.dataset.bsTheme = chosen() || (dark.matches ? 'dark' : 'light');
    document.dispatchEvent(new Event('pipeline:theme'));
  };
  show();
  // ink on paper, whatever the screen shows
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.bsTheme = 'light';
    document.dispatchEvent(new Event('pipeline:theme'));
  });
  addEventListener('afterprint', show);
  dark.addEventListener('change', show);
  document.addEventListener('click', e => {
    if (e.target.closest('[data-theme-switch]')) {
      localStorage.setItem('pipeline-theme', document.documentElement.dataset.bsTheme === 'dark' ? 'light' : 'dark');
      show();
    }
  });
})();
