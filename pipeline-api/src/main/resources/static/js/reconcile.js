// An instant that is chosen by the clock replaces the exact one that the address had.
document.addEventListener('change', e => {
  const name = e.target.dataset?.exactIn;
  if (name) e.target.form.elements.namedItem(name).value = e.target.value;
}, true);
