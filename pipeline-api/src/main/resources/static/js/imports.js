// A file is looked at first (dry run), with what is wrong beside its rows; then the same file is taken.
(() => {
  let file;
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
  const send = dryRun => pipeline.send('POST', '/api/imports' + (dryRun ? '?dryRun=true' : ''), form());

  const look = async given => {
    file = given;
    refused.hidden = take.hidden = true;
    result.replaceChildren();
    chosen.hidden = false;
    chosen.querySelector('strong').textContent = file.name;
    drop.classList.add('busy');
    const answer = await send(true);
    drop.classList.remove('busy');
    input.value = '';
    if (!answer.ok) return refuse(answer.json);
    htmx.ajax('GET', `/imports/${answer.json.id}/progress`, {target: result, swap: 'innerHTML'});
  };

  // the rows as they stand in the file, beside what is wrong with them
  const fill = async progress => {
    const rows = [...progress.querySelectorAll('tr[data-row]')];
    if (!file || !rows.length) return;
    const answer = await pipeline.send('POST', '/imports/rows', form([...new Set(rows.map(r => r.dataset.row))].map(r => ['row', r])));
    if (!answer.ok) return;
    for (const row of rows) {
      const cells = answer.json[row.dataset.row] || {};
      row.querySelector('.cells').replaceChildren(...Object.entries(cells).map(([column, text]) => {
        const cell = document.createElement(column === row.dataset.column ? 'mark' : 'span');
        cell.textContent = text;
        cell.title = column;
        return cell;
      }));
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
    const answer = await send(false);
    e.target.disabled = false;
    if (answer.ok) location.href = '/imports/' + answer.json.id; else refuse(answer.json);
  });
  input.addEventListener('change', () => { if (input.files.length) look(input.files[0]); });
  for (const name of ['dragover', 'dragleave', 'drop']) drop.addEventListener(name, e => {
    e.preventDefault();
    drop.classList.toggle('over', name === 'dragover');
    if (name === 'drop' && e.dataTransfer.files.length) look(e.dataTransfer.files[0]);
  });
})();
