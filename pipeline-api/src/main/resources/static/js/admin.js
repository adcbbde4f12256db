// What administrators set: forms that become JSON, and work that is started and then watched.
(() => {
  const show = (form, text) => {
    const box = form.querySelector('[data-problem]');
    box.textContent = text || '';
    box.hidden = !text;
  };
  const wrong = (form, name, text) => {
    const field = form.querySelector(`[data-field="${CSS.escape(name)}"]`), line = field?.querySelector('[data-error]');
    if (!line) return false;
    line.textContent = text;
    line.hidden = !text;
    return true;
  };
  const value = input => {
    const text = input.value.trim();
    if ('boolean' in input.dataset) return input.checked;
    if (text === '') return undefined;
    if ('money' in input.dataset) return pipelineMoney(text);
    return 'number' in input.dataset ? Number(text) : text;
  };
  const collect = form => {
    const json = {}, items = [];
    for (const input of form.querySelectorAll('[name]')) {
      if (input.name === 'roles') { (json.roles ??= []); if (input.checked) json.roles.push(input.value); continue; }
      const given = value(input);
      if (given === undefined && input.value.trim() !== '' && !wrong(form, input.name, form.dataset.noMoney)) return undefined;
      if (given === undefined && input.value.trim() !== '') return undefined;
      if (form.dataset.list) { if (given !== undefined) items.push({[form.dataset.key]: input.name, [form.dataset.value]: given}); }
      else if (given !== undefined) json[input.name] = given;
    }
    if (form.dataset.list) json[form.dataset.list] = items;
    return json;
  };

  document.addEventListener('submit', async e => {
    const form = e.target.closest('form[data-json]');
    if (!form) return;
    e.preventDefault();
    show(form);
    form.querySelectorAll('[data-error]').forEach(line => { line.hidden = true; });
    const json = collect(form);
    if (!json) return;
    let action = form.dataset.action;
    form.querySelectorAll('[data-in-address]').forEach(i => { action = action.replace('{' + i.dataset.inAddress + '}', encodeURIComponent(i.value)); });
    const button = form.querySelector('[type=submit]');
    button.disabled = true;
    const answer = await pipeline.send(form.dataset.method, action, json);
    button.disabled = false;
    if (answer.ok) {
      sessionStorage.setItem('pipeline-told', form.dataset.done);
      return location.reload();
    }
    const rest = (answer.json.errors || []).filter(error => !wrong(form, error.field, error.message));
    if (rest.length || !answer.json.errors?.length) show(form, [answer.json.detail, ...rest.map(r => r.field + ': ' + r.message)].join(' '));
  });
  const told = sessionStorage.getItem('pipeline-told');
  if (told) { sessionStorage.removeItem('pipeline-told'); pipeline.tell(told, 'done'); }

  document.addEventListener('click', async e => {
    const generate = e.target.closest('[data-generate]');
    if (generate) {
      const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', random = crypto.getRandomValues(new Uint32Array(20));
      document.getElementById(generate.dataset.generate).value = [...random].map(n => letters[n % letters.length]).join('');
    }
    const start = e.target.closest('[data-start]');
    if (start) {
      start.disabled = true;
      const answer = await pipeline.send('POST', start.dataset.start);
      start.disabled = false;
      if (!answer.ok) return pipeline.tell(answer.json.detail, 'error');
      location.href = start.dataset.to + answer.json.id;
    }
    const resume = e.target.closest('[data-resume]');
    if (resume) {
      resume.disabled = true;
      const answer = await pipeline.send('POST', resume.dataset.resume);
      resume.disabled = false;
      if (!answer.ok) return pipeline.tell(answer.json.detail, 'error');
      const runs = answer.json.state === 'RUNNING';
      pipeline.tell(runs ? resume.dataset.done : resume.dataset.still, runs ? 'done' : 'error');
      pipeline.refresh();
    }
  });
})();
