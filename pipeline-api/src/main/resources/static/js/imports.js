// A file is looked at first (dry run), with what is wrong beside its rows; then the same file is taken.
(() => {
  // the key of an import that was sent and not answered: sent once more under it, nothing comes twice
  let file, key;
  const drop = document.getElementById('drop'), input = document.getElementById('file'), refused = document.getElementById('refused');
  const chosen = document.getElementById('chosen'), result = document.getElementById('dry-run'), take = document.getElementById('take');

  const form = more => {
    const data = new FormData();
    data.append('file', file);
    for (const [name, value] of more || []) data.append(name, value);
    return data;
  };
  const refuse = problem => {
    refused.textContent = [problem.detail, ...(problem.errors || []).map(e => e.field + ': ' + e.message)].join(' ');
    refused.hidden = false;
  };
  const send = async (url, data, headers) => {
    const answer = await pipeline.send('POST', url, data, headers);
    // a browser does not say why it sent nothing: it does not send a file that is not what was chosen
    if (answer.status === 0 && !await file.slice(0, 1).arrayBuffer().then(() => true, () => false)) answer.json.detail = drop.dataset.changed;
    return answer;
  };

  const look = async given => {
    file = given;
    key = undefined;
    refused.hidden = take.hidden = true;
    result.replaceChildren();
    chosen.hidden = false;
    chosen.querySelector('strong').textContent = file.name;
    drop.classList.add('busy');
    const answer = await send('/api/imports?dryRun=true', form());
    if (file !== given) return; // another one was chosen in the meantime
    drop.classList.remove('busy');
    input.value = '';
    if (!answer.ok) return refuse(answer.json);
    htmx.ajax('GET', `/imports/${answer.json.id}/progress`, {target: result, swap: 'innerHTML'});
  };

  // the rows as they stand in the file, beside what is wrong with them
  const fill = async progress => {
    const rows = [...progress.querySelectorAll('tr[data-row]')];
    if (!file || !rows.length) return;
    // all in one field: a server takes few parts of a form
    const answer = await send('/imports/rows', form([['row', [...new Set(rows.map(r => r.dataset.row))].join()]]));
    if (!answer.ok) return refuse(answer.json);
    for (const row of rows) {
      const cells = answer.json[row.dataset.row] || {};
      row.querySelector('.cells').replaceChildren(...Object.entries(cells).map(([column, text]) => {
        const cell = document.createElement(column === row.dataset.column ? 'mark' : 'span');
        cell.textContent = text;
        cell.title = column;
        return cell;
      }));
      // what is missing can be wrong too, and stands in no cell
      if (row.dataset.column && !(row.dataset.column in cells)) {
        const empty = document.createElement('mark');
        empty.textContent = '—';
        empty.title = row.dataset.column;
        row.querySelector('.cells').append(empty);
      }
    }
  };

  document.addEventListener('htmx:load', e => {
    const progress = e.target.id === 'progress' ? e.target : e.target.querySelector?.('#progress');
    if (!progress || progress.dataset.status === 'RUNNING') return;
    fill(progress);
    const count = +progress.dataset.accepted, button = take.querySelector('button');
    take.hidden = progress.dataset.status !== 'DONE' || count === 0;
    button.textContent = button.dataset.words.replace('%s', count.toLocaleString(pipeline.language));
  });
  take.querySelector('button').addEventListener('click', async e => {
    e.target.disabled = true;
    key ||= crypto.randomUUID();
    const answer = await send('/api/imports', form(), {'Idempotency-Key': key});
    e.target.disabled = false;
    if (answer.status) key = undefined;
    if (answer.ok) location.href = '/imports/' + answer.json.id; else refuse(answer.json);
  });
  input.addEventListener('change', () => { if (input.files.length) look(input.files[0]); });
  // all of the page takes the file: beside the frame, a browser would leave the page to show it
  for (const name of ['dragover', 'dragleave', 'drop']) document.addEventListener(name, e => {
    e.preventDefault();
    drop.classList.toggle('over', name === 'dragover');
    if (name === 'drop' && e.dataTransfer.files.length) look(e.dataTransfer.files[0]);
  });
})();
