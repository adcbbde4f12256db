// What administrators set: forms that become JSON, with what is wrong beside the field; and work that is started and then watched.
(() => {
  const line = field => field.querySelector('[data-error]');
  const inputOf = field => field.querySelector('input');
  const wrong = (field, text) => {
    line(field).textContent = text || '';
    line(field).hidden = !text;
    for (const input of field.querySelectorAll('input')) if (text) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
  };
  const show = (form, text) => {
    const box = form.querySelector('[data-problem]');
    box.textContent = text || '';
    box.hidden = !text;
  };

  // the value of a field: undefined where it is left out; what cannot be sent is told beside it
  const read = (field, words) => {
    const {type} = field.dataset, due = field.dataset.due === 'true';
    if (type === 'MANY') {
      const value = [...field.querySelectorAll('input:checked')].map(i => i.value);
      return value.length || !due ? {value} : {error: words.required};
    }
    if (type === 'FLAG') return {value: inputOf(field).checked};
    const text = type === 'SECRET' ? inputOf(field).value : inputOf(field).value.trim();
    if (text === '') return due ? {error: words.required} : {};
    if (type === 'MONEY') return pipelineMoney(text) === undefined ? {error: words.noMoney} : {value: pipelineMoney(text)};
    if (type === 'COUNT' || type === 'DAYS') {
      const plain = text.replace(/[,，\s]/g, '');
      const sound = /^\d{1,15}$/.test(plain) && (type === 'COUNT' || +plain >= 1 && +plain <= 36500);
      return sound ? {value: Number(plain)} : {error: words.noNumber};
    }
    return {value: text};
  };
  const stood = field => JSON.stringify(field.dataset.type === 'MANY' ? [...field.querySelectorAll('input')].filter(i => i.defaultChecked).map(i => i.value)
    : field.dataset.type === 'FLAG' ? inputOf(field).defaultChecked : undefined);

  const collect = form => {
    const json = {}, items = [], order = [];
    let first;
    for (const field of form.querySelectorAll('[data-field]')) {
      const {value, error} = read(field, form.dataset), name = field.dataset.field;
      wrong(field, error);
      if (error) first ??= field;
      if (value === undefined) continue;
      if (form.dataset.list) { items.push({[form.dataset.key]: name, [form.dataset.value]: value}); order.push(field); }
      // of what is there already only what was changed: what somebody else has changed meanwhile stays
      else if (form.dataset.changesOnly !== 'true' || JSON.stringify(value) !== stood(field)) json[name] = value;
    }
    if (first) return {first};
    if (form.dataset.list) return {json: {[form.dataset.list]: items}, order};
    return {json, nothing: form.dataset.changesOnly === 'true' && !Object.keys(json).length};
  };

  const refused = (form, problem, order) => {
    const fieldOf = name => {
      const place = /\[(\d+)]/.exec(name);
      return place && order ? order[+place[1]] : form.querySelector(`[data-field="${CSS.escape(name)}"]`);
    };
    const rest = [];
    let first;
    for (const error of problem.errors || []) {
      const field = fieldOf(error.field);
      if (field) { wrong(field, error.message); first ??= field; } else rest.push(error.message);
    }
    const byCode = problem.code && form.querySelector(`[data-code~="${CSS.escape(problem.code)}"]`);
    if (byCode) { wrong(byCode, problem.detail); first ??= byCode; }
    if (!first || rest.length) show(form, [first ? '' : problem.detail, ...rest].join(' ').trim());
    if (first) inputOf(first).focus(); else form.querySelector('[data-problem]').scrollIntoView({block: 'nearest'});
  };

  const saved = (form, json) => {
    const dialog = document.getElementById('dialog'), handed = document.getElementById('handed');
    if (form.dataset.self === 'true') return location.reload();
    if (dialog.contains(form) && handed && json.password) {
      // shown once: nobody can ask for it again
      handed.querySelector('[data-told]').textContent = form.dataset.done;
      handed.querySelector('[data-secret]').textContent = json.password;
      form.hidden = true;
      handed.hidden = false;
      handed.focus();
    } else {
      if (dialog.contains(form)) dialog.close();
      pipeline.tell(form.dataset.done, 'done');
    }
    htmx.trigger(document.body, 'pipeline:saved');
  };

  const submit = async form => {
    if (form.dataset.busy) return;
    show(form);
    const {json, first, nothing, order} = collect(form);
    if (first) return inputOf(first).focus();
    if (nothing) return show(form, form.dataset.nothing);
    const body = JSON.stringify(json);
    // the key belongs to what is sent: the same again does nothing twice
    if (form.sent !== body) { form.sent = body; form.key = crypto.randomUUID(); }
    const headers = form.dataset.method === 'POST' ? {'Idempotency-Key': form.key} : {};
    const button = form.querySelector('[type=submit]');
    form.dataset.busy = 'yes';
    button.disabled = true;
    const answer = await pipeline.send(form.dataset.method, form.dataset.action.replace('{name}', encodeURIComponent(form.dataset.name || '')), json, headers);
    button.disabled = false;
    delete form.dataset.busy;
    if (answer.ok) return saved(form, json);
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 401) delete form.sent;
    refused(form, answer.json, order);
  };
  document.addEventListener('submit', e => {
    const form = e.target.closest('form[data-json]'), open = e.target.closest('form[data-open]');
    if (!form && !open) return;
    e.preventDefault();
    if (form) submit(form); else if (open.reportValidity()) pipeline.openDialog(open.dataset.open + inputOf(open).value);
  });

  // a password without the letters that are easily taken for one another: 20 of 55, about 115 bits
  const draw = () => {
    const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', most = 256 - 256 % letters.length;
    let text = '';
    while (text.length < 20) for (const n of crypto.getRandomValues(new Uint8Array(32))) if (n < most && text.length < 20) text += letters[n % letters.length];
    return text;
  };
  const start = async button => {
    button.disabled = true;
    button.key ??= crypto.randomUUID();
    const answer = await pipeline.send('POST', button.dataset.start, undefined, {'Idempotency-Key': button.key});
    button.disabled = false;
    if (answer.status) delete button.key;
    if (answer.ok) { location.href = button.dataset.to + answer.json.id; return; }
    pipeline.tell(answer.json.detail, 'error');
  };
  const resume = async button => {
    button.disabled = true;
    const answer = await pipeline.send('POST', button.dataset.resume);
    button.disabled = false;
    if (!answer.ok) return pipeline.tell(answer.json.detail, 'error');
    const runs = answer.json.state === 'RUNNING';
    pipeline.tell(runs ? button.dataset.done : button.dataset.still, runs ? 'done' : 'error');
    pipeline.refresh();
  };
  document.addEventListener('click', async e => {
    const on = name => e.target.closest(`[data-${name}]`);
    if (on('generate')) {
      const input = document.getElementById(on('generate').dataset.generate);
      input.value = draw();
      wrong(input.closest('[data-field]'));
      input.select();
    }
    if (on('start')) start(on('start'));
    if (on('resume')) resume(on('resume'));
    if (on('copy-secret')) {
      const button = on('copy-secret'), secret = button.parentElement.querySelector('[data-secret]');
      // without a secure connection a browser copies only what somebody has selected
      try { await navigator.clipboard.writeText(secret.textContent); pipeline.tell(button.dataset.copied); } catch { getSelection().selectAllChildren(secret); }
    }
  });
  // what has not changed is left alone, with what is selected in it and the key that is being pressed
  document.addEventListener('htmx:oobBeforeSwap', e => {
    if (e.detail.fragment.firstElementChild?.outerHTML === e.detail.target.outerHTML) e.detail.shouldSwap = false;
  });
  document.getElementById('dialog').addEventListener('close', e => { if (e.target.querySelector('#handed')) e.target.replaceChildren(); });
  // what a sheet shows of an amount from the first moment on
  document.addEventListener('pipeline:opened', e => e.target.querySelectorAll('[data-type=MONEY] input').forEach(i => i.dispatchEvent(new Event('input', {bubbles: true}))));
})();
