// What every page does: it sends requests with the token of its session, tells what came of them, hears that there is something new, and moves through time.
(() => {
  const body = document.body;
  const language = document.documentElement.lang;
  const time = document.getElementById('time');
  const cookie = name => decodeURIComponent((document.cookie.split('; ').find(c => c.startsWith(name + '=')) || '').slice(name.length + 1));
  const headers = () => ({'X-XSRF-TOKEN': cookie('XSRF-TOKEN'), 'X-Requested-With': 'XMLHttpRequest', 'Accept-Language': language});

  // ── sentences at the foot of the page
  const tell = (text, kind = 'info') => {
    // once is enough: what is asked for again and again may fail again and again
    for (const told of document.querySelectorAll('.told-line')) if (told.firstChild.textContent === text) told.remove();
    const line = document.createElement('p');
    line.className = 'told-line told-' + kind;
    line.textContent = text;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'told-close';
    close.setAttribute('aria-label', body.dataset.close);
    close.textContent = '×';
    close.onclick = () => line.remove();
    line.append(close);
    document.getElementById('told').append(line);
    if (kind !== 'error') setTimeout(() => line.remove(), 8000);
  };

  // ── requests of scripts: {status, ok, json, headers}; json is the problem where the answer is one. Never throws.
  const send = async (method, url, json, more = {}) => {
    const all = {...headers(), ...more};
    if (json !== undefined && !(json instanceof FormData)) all['Content-Type'] = 'application/json';
    let response;
    try {
      response = await fetch(url, {method, headers: all, body: json === undefined || json instanceof FormData ? json : JSON.stringify(json)});
    } catch {
      return {status: 0, ok: false, json: {code: 'offline', detail: body.dataset.offline}, headers: new Headers()};
    }
    const type = response.headers.get('Content-Type') || '';
    let answer = type.includes('json') ? await response.json().catch(() => null) : null;
    if (response.status === 401) answer = {code: 'unauthenticated', detail: body.dataset.signedOut};
    else if (!response.ok && !answer) answer = {code: 'failed', detail: body.dataset.failed};
    return {status: response.status, ok: response.ok, json: answer, headers: response.headers};
  };

  document.addEventListener('htmx:configRequest', e => {
    Object.assign(e.detail.headers, headers());
    // a form that is sent as it is would fill the address with empty parameters
    for (const [name, value] of [...e.detail.formData.entries()]) if (value === '') e.detail.formData.delete(name);
    // today is what a page shows when it is not told a day, tomorrow too
    if (e.detail.formData.get('asOf') === time?.dataset.today) e.detail.formData.delete('asOf');
  });
  document.addEventListener('htmx:responseError', e => {
    let problem = {};
    try { problem = JSON.parse(e.detail.xhr.responseText); } catch { /* no problem document: the general sentence serves */ }
    tell(e.detail.xhr.status === 401 ? body.dataset.signedOut : problem.detail || body.dataset.failed, 'error');
  });
  document.addEventListener('htmx:sendError', () => tell(body.dataset.offline, 'error'));

  // ── a dialog for what is asked: <a href data-dialog> opens the address in it
  const dialog = document.getElementById('dialog');
  const openDialog = async url => {
    const response = await fetch(url, {headers: headers()}).catch(() => null);
    if (!response || !response.ok) {
      const problem = response ? await response.json().catch(() => ({})) : {detail: body.dataset.offline};
      tell(response && response.status === 401 ? body.dataset.signedOut : problem.detail || body.dataset.failed, 'error');
      return false;
    }
    dialog.innerHTML = await response.text();
    htmx.process(dialog);
    if (!dialog.open) dialog.showModal();
    dialog.dispatchEvent(new CustomEvent('pipeline:opened', {bubbles: true}));
    (dialog.querySelector('[autofocus]') || dialog.querySelector('input:not([type=hidden]), select, textarea, button'))?.focus();
    return true;
  };
  dialog.addEventListener('click', e => { if (e.target.closest('[data-dialog-close]')) dialog.close(); });
  document.addEventListener('click', e => {
    const link = e.target.closest('[data-dialog]');
    if (link && !e.ctrlKey && !e.metaKey) {
      e.preventDefault();
      openDialog(link.getAttribute('href') || link.dataset.dialog);
    }
  });

  // ── news: one stream a visible page, for a browser has few connections to one server; none where the page shows the past
  let stream, heard, due;
  const refresh = () => { clearTimeout(due); due = undefined; htmx.trigger(body, 'live'); };
  // a page that shows nothing yet has nothing of what the next one needs
  body.addEventListener('live', () => { if (document.querySelector('[data-anew]')) location.reload(); });
  // What is pressed must still be there when it is released: a click on something that was replaced in between is lost.
  let pressed = false, missed = false;
  document.addEventListener('pointerdown', () => { pressed = true; }, true);
  for (const over of ['pointerup', 'pointercancel']) document.addEventListener(over, () => setTimeout(() => {
    pressed = false;
    if (missed) { missed = false; refresh(); }
  }), true);
  document.addEventListener('htmx:beforeSwap', e => {
    if (!pressed || e.detail.requestConfig.triggeringEvent?.type !== 'live') return;
    e.detail.shouldSwap = false;
    missed = true;
  });
  const listen = () => {
    if (stream || !body.dataset.live || document.hidden) return;
    stream = new EventSource(body.dataset.live);
    stream.addEventListener('position', e => {
      const isNews = heard !== undefined && heard !== e.data;
      heard = e.data;
      if (isNews && !due) due = setTimeout(refresh, 1000);
    });
  };
  const deafen = () => { stream?.close(); stream = undefined; };
  document.addEventListener('visibilitychange', () => document.hidden ? deafen() : listen());
  addEventListener('pagehide', deafen);
  const isNow = () => !document.querySelector('#time-banner .banner');
  document.addEventListener('htmx:afterSettle', () => {
    if (!document.getElementById('time')) return;
    body.dataset.live = isNow() ? '/live' : '';
    if (isNow()) listen(); else deafen();
  });

  // ── the time bar
  const DAY = 86400000;
  const dayOf = text => Math.floor(Date.parse(text.slice(0, 10) + 'T00:00:00Z') / DAY);
  const textOf = day => new Date(day * DAY).toISOString().slice(0, 10);
  if (time) {
    const today = dayOf(time.dataset.today);
    const asOf = time.querySelector('#as-of'), knownAt = time.querySelector('#known-at'), exact = time.elements.namedItem('knownAt');
    const go = () => htmx.trigger(time, 'go');
    const axes = {
      asOf: {slider: time.querySelector('#as-of-slider'), marks: [],
        day: () => asOf.value ? dayOf(asOf.value) : today,
        set: day => { asOf.value = textOf(day); }},
      knownAt: {slider: time.querySelector('#known-at-slider'), marks: [],
        day: () => knownAt.value ? dayOf(knownAt.value) : today,
        // a day of knowledge ends with its last microsecond; today's has not ended
        set: day => { exact.value = day >= today ? '' : textOf(day) + 'T23:59:59.999999'; knownAt.value = exact.value.slice(0, 19); }}
    };
    const place = axis => {
      const first = Math.min(axis.marks.length ? axis.marks[0] : today - 365, axis.day());
      Object.assign(axis.slider, {min: first - 1, max: Math.max(today, axis.day())});
      axis.slider.value = axis.day();
      axis.slider.setAttribute('aria-valuetext', textOf(axis.day()));
      knownAt.parentElement.classList.toggle('is-set', knownAt.value !== '');
      const span = Math.max(1, axis.slider.max - axis.slider.min);
      axis.slider.parentElement.querySelector('svg').innerHTML = '<path d="' + axis.marks.map(m => `M${((m - axis.slider.min) / span * 1000).toFixed(1)} 0v10`).join('') + '"/>';
    };
    for (const [name, axis] of Object.entries(axes)) {
      let waiting;
      axis.slider.addEventListener('input', () => {
        axis.set(+axis.slider.value);
        axis.slider.setAttribute('aria-valuetext', textOf(+axis.slider.value));
        clearTimeout(waiting);
        waiting = setTimeout(go, 120);
      });
      time.querySelectorAll(`[data-axis=${name}] [data-step]`).forEach(button => button.addEventListener('click', () => {
        const at = axis.day(), forward = button.dataset.step > 0;
        const next = forward ? axis.marks.find(m => m > at) ?? today : axis.marks.findLast(m => m < at) ?? at - 1;
        axis.set(next);
        place(axis);
        go();
      }));
      place(axis);
    }
    asOf.addEventListener('change', () => { place(axes.asOf); go(); });
    knownAt.addEventListener('change', () => { exact.value = knownAt.value; place(axes.knownAt); go(); });
    fetch(time.dataset.marks, {headers: headers()}).then(r => r.ok ? r.json() : null).then(marks => {
      if (!marks) return;
      axes.asOf.marks = marks.occurred.filter(m => m <= today);
      axes.knownAt.marks = marks.recorded;
      Object.values(axes).forEach(place);
    }).catch(() => { /* without marks the sliders work all the same */ });
    document.addEventListener('click', e => {
      if (!e.target.closest('[data-now]')) return;
      e.preventDefault();
      asOf.value = time.dataset.today; knownAt.value = ''; exact.value = '';
      Object.values(axes).forEach(place);
      go();
    });
    time.querySelector('[data-permanent]').addEventListener('click', async e => {
      const url = new URL(location.href);
      url.searchParams.set('asOf', asOf.value || time.dataset.today);
      if (!exact.value) url.searchParams.set('knownAt', new Date().toISOString());
      else url.searchParams.set('knownAt', exact.value);
      url.searchParams.delete('lang');
      const text = e.currentTarget.dataset.copied;
      try { await navigator.clipboard.writeText(url.href); tell(text); } catch { prompt(text, url.href); }
    });
  }

  document.addEventListener('click', e => { if (e.target.closest('[data-print]')) print(); });
  // The other language of what is shown now, which need not be what the page was loaded with.
  document.addEventListener('click', e => {
    const link = e.target.closest('[data-language]');
    if (!link) return;
    const url = new URL(location.href);
    url.searchParams.set('lang', link.hreflang);
    link.href = url.pathname + url.search;
  }, true);
  const menu = document.querySelector('[data-menu]');
  const wide = matchMedia('(min-width: 62rem)');
  const fold = () => { if (menu) menu.open = wide.matches; };
  wide.addEventListener('change', fold);
  fold();

  window.pipeline = {tell, send, openDialog, refresh, language};
  listen();
})();
