// Forms of commands: what was filled in becomes the JSON of the interface; what comes back stands beside the field, or in the form. Nothing that was typed is lost by a failure.
(() => {
  // wan and yi, simplified and traditional
  const UNITS = {'': 1n, '\u4e07': 10000n, '\u842c': 10000n, w: 10000n, '\u4ebf': 100000000n, '\u5104': 100000000n, k: 1000n, m: 1000000n, bn: 1000000000n};

  // '1.2bn' → 1200000000; undefined where it is no amount of whole yuan
  const yuan = text => {
    const found = /^([\d,，\s]*)(?:\.(\d*))?\s*(\u4ebf|\u5104|\u4e07|\u842c|w|k|m|bn|)\s*(\u5143|CNY)?$/i.exec(text.trim().replace(/^[¥￥]/, ''));
    if (!found || !/\d/.test(found[1] + (found[2] || ''))) return undefined;
    const whole = found[1].replace(/[,，\s]/g, '') || '0', decimals = (found[2] || '').replace(/0+$/, '');
    const scaled = BigInt(whole + decimals) * UNITS[found[3].toLowerCase()], divisor = 10n ** BigInt(decimals.length);
    return scaled % divisor === 0n ? Number(scaled / divisor) : undefined;
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
    if (type === 'MANY') return {value: [...field.querySelectorAll('input:checked')].map(i => i.value)};
    const input = field.querySelector('input, select, textarea'), text = input.value.trim();
    if (input.validity.badInput) return {error: type === 'DAY' ? words.noDay : words.noNumber};
    if (text === '') return field.dataset.due === 'true' ? {error: words.required} : {};
    if (type === 'MONEY') return yuan(text) === undefined ? {error: words.noMoney} : {value: yuan(text)};
    if (type === 'DECIMAL' || type === 'PERCENT') {
      const plain = text.replace(/[,，]/g, '');
      return /^\d+(\.\d+)?$/.test(plain) ? {value: Number(plain)} : {error: words.noNumber};
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

  const tellFields = (form, problem) => {
    let first, rest = [];
    for (const error of problem.errors) {
      const name = error.field.replace(/\[\d+]$/, '');
      const field = form.querySelector(`[data-field="${CSS.escape(name)}"]`) || form.querySelector(`[data-field^="${CSS.escape(name)}."]`);
      if (field) { wrong(field, error.message); first ??= field; } else rest.push(error.field + ': ' + error.message);
    }
    show(form, rest.join(' '));
    if (first) { first.closest('details')?.setAttribute('open', ''); first.querySelector('input, select, textarea').focus(); }
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

  // What one has just done oneself is no surprise: a sheet that was opened before the page showed it knows it all the same.
  const own = {};
  document.addEventListener('pipeline:opened', e => {
    const form = e.target.querySelector('form[data-command]'), known = own[form?.dataset.project];
    if (known > +form?.dataset.version) form.dataset.version = known;
  });

  const done = (form, result) => {
    own[result.projectId] = result.version;
    document.cookie = `pipeline-position=${result.position}; path=/; max-age=15; samesite=lax`;
    document.dispatchEvent(new CustomEvent('pipeline:done', {detail: {...result, command: form.dataset.name}}));
    if (form.dataset.project) {
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
    if (first) {
      first.closest('details')?.setAttribute('open', '');
      return first.querySelector('input, select, textarea').focus();
    }
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
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 401) delete form.dataset.sent;
    if (answer.json.errors?.length) return tellFields(form, answer.json);
    refused(form, answer.json);
  });

  // the exact amount, while one types
  document.addEventListener('input', e => {
    const field = e.target.closest('[data-type=MONEY]');
    if (!field) return;
    const exact = field.querySelector('[data-exact]'), amount = yuan(e.target.value);
    exact.hidden = amount === undefined;
    exact.textContent = amount === undefined ? '' : field.closest('form').dataset.yuan.replace('%s', amount.toLocaleString(pipeline.language));
  });

  window.pipelineMoney = yuan;
})();
