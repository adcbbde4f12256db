// A wrong password costs nobody his user name; after too many of them the seconds are counted down for which none is looked at.
(() => {
  const KEPT = 'pipeline-user';
  const form = document.querySelector('form'), name = document.getElementById('username'), password = document.getElementById('password');
  form.addEventListener('submit', () => sessionStorage.setItem(KEPT, name.value));
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (form.dataset.failed === 'true' && kept && !name.value) {
    name.value = kept;
    password.focus();
  }

  const told = document.getElementById('wait'), button = form.querySelector('[type=submit]');
  if (!told) return;
  const until = Date.now() + told.dataset.seconds * 1000;
  button.disabled = true;
  const tick = setInterval(() => {
    // by the clock: a tab that is not looked at is woken seldom
    const left = Math.ceil((until - Date.now()) / 1000);
    told.setAttribute('aria-live', 'off'); // read out once, and not each second
    told.textContent = told.dataset.words.replace('%s', Math.max(left, 1));
    if (left > 0) return;
    clearInterval(tick);
    told.remove();
    button.disabled = false;
  }, 250);
})();
