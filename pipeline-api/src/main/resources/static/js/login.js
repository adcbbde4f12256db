// After too many wrong passwords: counts down the seconds for which none is looked at.
(() => {
  const told = document.getElementById('wait'), button = document.querySelector('[type=submit]');
  if (!told) return;
  let seconds = +told.dataset.seconds;
  button.disabled = true;
  const tick = setInterval(() => {
    seconds -= 1;
    told.textContent = told.dataset.words.replace('%s', seconds);
    if (seconds > 0) return;
    clearInterval(tick);
    told.remove();
    button.disabled = false;
  }, 1000);
})();
