// Forms of commands: what was filled in becomes the JSON of the interface; what comes back stands beside the field, or in the form. Nothing that was typed is lost by a failure.
(() => {
  // wan and yi, simplified and traditional; ten and a hundred million in words; those of English
  const UNITS = {'': 1n, '\u4e07': 10000n, '\u842c': 10000n, w: 10000n, '\u767e\u4e07': 1000000n, '\u5343\u4e07': 10000000n, '\u4ebf': 100000000n, '\u5104': 100000000n, k: 1000n, m: 1000000n, bn: 1000000000n};
  const PART = /^(\d+|\d{1,3}(?:[, ]\d{3})+|\d{1,4}(?:[, ]\d{4})+)?(?:\.(\d*))?\s*(\u5343\u4e07|\u767e\u4e07|[\u4ebf\u5104\u4e07\u842c]|bn|[wkm])?$/i;

  // '1.2bn' → {unit, yuan}; undefined where it is no amount of whole yuan. A comma groups digits and is never a point.
  const part = text => {
    const found = PART.exec(text.trim());
    if (!found || !(found[1] || found[2])) return undefined;
    const whole = (found[1] || '0').replace(/[, ]/g, ''), decimals = (found[2] || '').replace(/0+$/, ''), unit = UNITS[(found[3] || '').toLowerCase()];
    const scaled = BigInt(whole + decimals) * unit, divisor = 10n ** BigInt(decimals.length);
    return scaled % divisor === 0n ? {unit, yuan: scaled / divisor} : undefined;
  };
  // an amount may have parts, such as so many yi and so many wan: each with its unit, the larger ones first
  const yuan = text => {
    const plain = text.normalize('NFKC').trim().replace(/^\u00a5/, '').replace(/\s*(?:\u5143|CNY)$/i, '');
    const parts = plain.split(/(?<=[\u4ebf\u5104\u4e07\u842cwkmn])\s*(?=[\d.])/i).map(part);
    const fits = parts.every((p, i) => p && (parts.length === 1 || p.unit > 1n) && (i === 0 || p.unit < parts[i - 1].unit && p.yuan < parts[i - 1].unit));
    const sum = fits ? parts.reduce((total, p) => total + p.yuan, 0n) : -1n;
    return sum >= 0n && sum <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(sum) : undefined;
  };

  const wrong = (field, text) => {
    const line = field.querySelector('[data-error]'), input = field.querySelector('input, select, textarea');
    line.textContent = text || '';
    line.hidden = !text;
    if (text) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
  };
  const show = (form, text) => {
    const box = form.querySelector('[data-problem]');
    box.textContent = text || '';
    box.hidden = !text;
  };
  const put = (json, path, value) => {
    const names = path.split('.'), last = names.pop();
    let at = json;
    for (const name of names) at = at[name] ??= {};
    at[last] = value;
  };

  // the value of a field: undefined where it is left out; an error is told beside it
  const read = (field, words) => {
    const type = field.dataset.type;
    if (field.hidden) return {};
    if (type === 'MANY') return {value: [...field.querySelectorAll('input:checked')].map(i => i.value)};
    const input = field.querySelector('input, select, textarea'), text = input.value.trim();
    if (input.validity.badInput) return {error: type === 'DAY' ? words.noDay : words.noNumber};
    if (text === '') return field.dataset.due === 'true' ? {error: words.required} : {};
    if (type === 'MONEY') return yuan(text) === undefined ? {error: words.noMoney} : {value: yuan(text)};
    if (type === 'PERCENT') return /^\d{1,2}$|^100$/.test(text) ? {value: Number(text)} : {error: words.noPercent};
    if (type === 'DECIMAL') {
      const plain = text.normalize('NFKC'), whole = /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/.test(plain);
      return whole ? {value: Number(plain.replaceAll(',', ''))} : {error: words.noNumber};
    }
    return {value: text};
  };

  const collect = form => {
    const json = {}, changed = new Set(), all = {};
    let first;
    for (const field of form.querySelectorAll('[data-field]')) {
      const {value, error} = read(field, form.dataset);
      wrong(field, error);
      if (error) first ??= field;
      const name = field.dataset.field, input = field.querySelector('input, select, textarea');
      all[name] = value;
      if ((input.dataset.initial ?? '') !== input.value) changed.add(name);
    }
    if (first) return {first};
    if (form.dataset.changesOnly === 'true') {
      // of an object that was changed in one part the whole is sent; what was cleared is sent as null
      const parts = new Set([...changed].map(n => n.split('.')[0]));
      const always = ['occurredOn', 'reason', 'note', 'precision'];
      if (![...parts].some(p => !always.includes(p))) return {nothing: true};
      for (const [name, value] of Object.entries(all)) {
        const part = name.split('.')[0];
        if (always.includes(name)) { if (value !== undefined && !(name === 'precision' && value === 'DAY')) put(json, name, value); }
        else if (parts.has(part)) {
          if (name === part) json[name] = value ?? null;
          else if (value !== undefined) put(json, name, value);
        }
      }
      if (parts.has('capacity') && !json.capacity) json.capacity = null;
      return {json};
    }
    for (const [name, value] of Object.entries(all)) {
      if (value !== undefined && !(name === 'precision' && value === 'DAY')) put(json, name, value);
    }
    return {json};
  };

  // to a field with something wrong, folded away or not
  const lead = field => {
    field.closest('details')?.setAttribute('open', '');
    field.querySelector('input, select, textarea').focus();
  };

  const tellFields = (form, problem) => {
    let first, rest = [];
    for (const error of problem.errors) {
      const name = error.field.replace(/\[\d+]$/, '');
      const field = form.querySelector(`[data-field="${CSS.escape(name)}"]`) || form.querySelector(`[data-field^="${CSS.escape(name)}."]`);
      if (field) { wrong(field, error.message); first ??= field; } else rest.push(error.field + ': ' + error.message);
    }
    show(form, rest.join(' '));
    if (first) lead(first);
  };

  const conflict = async form => {
    const box = form.querySelector('[data-conflict]');
    const response = await fetch(`/projects/${form.dataset.project}/changes?since=${form.dataset.version}`, {headers: {'X-Requested-With': 'XMLHttpRequest', 'Accept-Language': pipeline.language}}).catch(() => null);
    if (!response?.ok) return false;
    box.innerHTML = await response.text();
    box.hidden = false;
    form.dataset.version = box.querySelector('[data-version]').dataset.version;
    box.scrollIntoView({block: 'nearest'});
    return true;
  };

  const refused = (form, problem) => {
    show(form, problem.detail || document.body.dataset.failed);
    if (problem.existingProjectId) {
      const link = document.createElement('a');
      link.href = '/projects/' + problem.existingProjectId;
      link.textContent = form.dataset.existing;
      link.className = 'alert-link';
      form.querySelector('[data-problem]').append(' ', link);
    }
    form.querySelector('[data-problem]').scrollIntoView({block: 'nearest'});
  };

  // What one has just done oneself is no news: a sheet that is opened before the page shows it is as good as one opened after.
  const own = new Map();
  const remember = (form, result) => {
    const before = own.get(form.dataset.project), shown = +form.dataset.version;
    own.set(form.dataset.project, {from: before?.to === shown ? before.from : shown, to: result.version});
  };
  const forward = form => {
    const mine = own.get(form.dataset.project), shown = +form.dataset.version;
    if (mine && shown >= mine.from && shown < mine.to) form.dataset.version = mine.to;
  };

  const done = (form, result) => {
    document.cookie = `pipeline-position=${result.position}; path=/; max-age=15; samesite=lax`;
    document.dispatchEvent(new CustomEvent('pipeline:done', {detail: {...result, command: form.dataset.name}}));
    if (form.dataset.project) {
      remember(form, result);
      document.getElementById('dialog').close();
      pipeline.tell(form.dataset.done, 'done');
      pipeline.refresh();
    } else if (result.warnings?.length) {
      const similar = document.getElementById('similar');
      similar.querySelector('ul').replaceChildren(...result.warnings.map(w => {
        const item = document.createElement('li'), link = document.createElement('a');
        link.href = '/projects/' + w.projectId;
        link.textContent = w.name;
        item.append(link, ' — ' + w.message);
        return item;
      }));
      similar.querySelector('[data-to-project]').href = '/projects/' + result.projectId;
      form.closest('section').hidden = true;
      similar.hidden = false;
      pipeline.tell(form.dataset.done, 'done');
      similar.querySelector('a').focus();
    } else {
      location.href = '/projects/' + result.projectId;
    }
  };

  document.addEventListener('submit', async e => {
    const form = e.target.closest('form[data-command]');
    if (!form) return;
    e.preventDefault();
    if (form.dataset.busy) return;
    show(form);
    const {json, first, nothing} = collect(form);
    if (nothing) return show(form, form.dataset.nothing);
    if (first) return lead(first);
    const body = JSON.stringify(json) + form.dataset.version;
    // the key belongs to what is sent: the same again does nothing twice, something else is another request
    if (form.dataset.sent !== body) { form.dataset.sent = body; form.dataset.key = crypto.randomUUID(); }
    const headers = {'Idempotency-Key': form.dataset.key};
    if (form.dataset.version) headers['If-Match'] = `"${form.dataset.version}"`;
    const button = form.querySelector('[type=submit]');
    form.dataset.busy = 'yes';
    button.disabled = true;
    const answer = await pipeline.send('POST', form.dataset.action, json, headers);
    button.disabled = false;
    delete form.dataset.busy;
    if (answer.ok) return done(form, answer.json);
    if (answer.status === 412 && await conflict(form)) return;
    // a refusal is kept under its key; what is not decided yet is asked again under the same
    const undecided = answer.status === 401 || answer.json.code === 'request-in-progress';
    if (answer.status >= 400 && answer.status < 500 && !undecided) delete form.dataset.sent;
    if (answer.json.errors?.length) return tellFields(form, answer.json);
    refused(form, answer.json);
  });

  // ── while one types: the exact amount, fields that belong to a choice, the day of a period, and what is not understood
  const exact = field => {
    const line = field.querySelector('[data-exact]'), amount = yuan(field.querySelector('input').value);
    line.hidden = amount === undefined;
    line.textContent = amount === undefined ? '' : field.closest('form').dataset.yuan.replace('%s', amount.toLocaleString(pipeline.language));
  };
  const arrange = form => {
    for (const field of form.querySelectorAll('[data-only-with]')) {
      const [other, code] = field.dataset.onlyWith.split('=');
      field.hidden = form.elements.namedItem(other).value !== code;
    }
    form.querySelectorAll('[data-type=MONEY]').forEach(exact);
  };
  // a coarse day is the last of its period, or today where that is not over
  const coarse = form => {
    const day = form.elements.namedItem('occurredOn'), every = {MONTH: 1, QUARTER: 3, YEAR: 12}[form.elements.namedItem('precision').value];
    if (!every || !day.value) return;
    const [year, month] = day.value.split('-').map(Number);
    const last = new Date(Date.UTC(year, Math.ceil(month / every) * every, 0)).toISOString().slice(0, 10);
    day.value = last > day.max ? day.max : last;
  };
  document.addEventListener('input', e => {
    const field = e.target.closest('form [data-field]');
    if (field?.dataset.type === 'MONEY') exact(field);
    if (!field?.closest('form[data-command]')) return;
    if (!field.querySelector('[data-error]').hidden && !read(field, field.closest('form').dataset).error) wrong(field);
  });
  // A line that comes or goes moves what is below it: never between the press and the release of a click.
  let pressed = false;
  const waiting = [];
  const afterClick = act => pressed ? waiting.push(act) : act();
  document.addEventListener('pointerdown', () => { pressed = true; }, true);
  for (const over of ['pointerup', 'pointercancel']) {
    document.addEventListener(over, () => setTimeout(() => { pressed = false; waiting.splice(0).forEach(act => act()); }), true);
  }
  document.addEventListener('change', e => {
    const field = e.target.closest('form[data-command] [data-field]');
    if (!field) return;
    const form = field.closest('form');
    if (field.dataset.field === 'precision') coarse(form);
    afterClick(() => {
      arrange(form);
      // nobody is reproached with a field that he has not filled in yet
      const {error} = read(field, form.dataset);
      if (error && error !== form.dataset.required) wrong(field, error);
    });
  });
  document.addEventListener('pipeline:opened', e => e.target.querySelectorAll('form[data-command]').forEach(form => {
    forward(form);
    arrange(form);
  }));

  window.pipelineMoney = yuan;
})();
