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

  const compute = async () => {
    const proof = document.getElementById('proof');
    if (!proof) return;
    const told = document.getElementById('computed');
    if (!crypto.subtle) { told.textContent = told.dataset.none; return; }
    const leaf = await sha(Uint8Array.of(0), new TextEncoder().encode(document.getElementById('line').textContent));
    const path = [...proof.querySelectorAll('[data-hash]')].map(c => bytes(c.textContent));
    const computed = await root(leaf, proof.dataset.leaf, proof.dataset.size, path);
    const equal = text(leaf) === proof.dataset.leafHash && computed && text(computed) === proof.dataset.root;
    told.classList.add(equal ? 'alert-success' : 'alert-danger');
    told.textContent = equal ? told.dataset.equal : told.dataset.differs;
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
})();
