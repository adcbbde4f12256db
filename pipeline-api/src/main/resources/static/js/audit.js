// Auditors compute for themselves: the leaf of a line, and the path from it to the root that was signed (RFC 6962).
(() => {
  const bytes = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  const sha = async (...parts) => {
    const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
    let at = 0;
    for (const part of parts) { all.set(part, at); at += part.length; }
    return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  };
  const node = (left, right) => sha(Uint8Array.of(1), left, right);
  const text = hash => btoa(String.fromCharCode(...hash));

  // RFC 9162, 2.1.3.2
  const root = async (leaf, index, size, path) => {
    let fn = BigInt(index), sn = BigInt(size) - 1n, r = leaf;
    for (const sibling of path) {
      if (sn === 0n) return undefined;
      if (fn & 1n || fn === sn) {
        r = await node(sibling, r);
        while (!(fn & 1n) && fn !== 0n) { fn >>= 1n; sn >>= 1n; }
      } else r = await node(r, sibling);
      fn >>= 1n;
      sn >>= 1n;
    }
    return sn === 0n ? r : undefined;
  };

  // C2SP signed-note: the text, an empty line, a line a signature: 4 bytes of the key's hash before those of Ed25519.
  // Undefined where the browser knows no Ed25519, or there is no key.
  const verifies = async (note, verifier) => {
    if (!verifier) return undefined;
    const [name, hash, ...encoded] = verifier.split('+');
    let key;
    try { key = await crypto.subtle.importKey('raw', bytes(encoded.join('+')).slice(1), 'Ed25519', false, ['verify']); } catch { return undefined; }
    const end = note.lastIndexOf('\n\n'), signed = new TextEncoder().encode(note.slice(0, end + 1));
    for (const line of note.slice(end + 2).split('\n')) {
      if (!line.startsWith('— ' + name + ' ')) continue;
      const signature = bytes(line.slice(name.length + 3));
      const of = [...signature.slice(0, 4)].map(b => b.toString(16).padStart(2, '0')).join('');
      if (of === hash && await crypto.subtle.verify('Ed25519', key, signature.slice(4), signed)) return true;
    }
    return false;
  };

  const compute = async () => {
    const proof = document.getElementById('proof');
    if (!proof) return;
    const told = document.getElementById('computed');
    if (!crypto.subtle) {
      told.textContent = told.dataset.none;
      document.getElementById('signed').hidden = true;
      return;
    }
    const leaf = await sha(Uint8Array.of(0), new TextEncoder().encode(document.getElementById('line').textContent));
    const path = [...proof.querySelectorAll('[data-hash]')].map(c => bytes(c.textContent));
    const computed = await root(leaf, proof.dataset.leaf, proof.dataset.size, path);
    // what counts is the text that was signed, not what the page says beside it
    const note = document.getElementById('note').textContent;
    const [, size, signedRoot] = note.split('\n');
    const equal = text(leaf) === proof.dataset.leafHash && size === proof.dataset.size && computed && text(computed) === signedRoot;
    told.classList.add(equal ? 'alert-success' : 'alert-danger');
    told.textContent = equal ? told.dataset.equal : told.dataset.differs;
    const signed = document.getElementById('signed'), isSigned = await verifies(note, proof.dataset.key);
    signed.classList.add(isSigned === undefined ? 'alert-info' : isSigned ? 'alert-success' : 'alert-danger');
    signed.textContent = isSigned === undefined ? signed.dataset.none : isSigned ? signed.dataset.signed : signed.dataset.unsigned;
  };
  compute();

  document.addEventListener('click', async e => {
    const copy = e.target.closest('[data-copy]');
    if (copy) {
      const what = document.getElementById(copy.dataset.copy).textContent;
      try { await navigator.clipboard.writeText(what); pipeline.tell(copy.dataset.copied); } catch { prompt(copy.dataset.copied, what); }
    }
    const verify = e.target.closest('[data-verify]');
    if (verify) {
      verify.disabled = true;
      const kept = document.getElementById('kept').value.trim();
      const answer = await pipeline.send('POST', '/api/audit/verifications', kept ? {checkpoints: [kept]} : {});
      verify.disabled = false;
      if (!answer.ok) return pipeline.tell(answer.json.detail, 'error');
      location.href = '/audit/verifications/' + answer.json.id;
    }
  });

  // ── what one is reading stays open when news comes
  let open = [];
  document.addEventListener('htmx:oobBeforeSwap', e => {
    if (e.detail.target.id === 'log-lines') open = [...document.querySelectorAll('#log-lines li:has(details[open])')].map(li => li.dataset.position);
  });
  document.addEventListener('htmx:oobAfterSwap', () => {
    for (const position of open) document.querySelector(`#log-lines li[data-position="${position}"] details`)?.setAttribute('open', '');
    open = [];
  });
})();
