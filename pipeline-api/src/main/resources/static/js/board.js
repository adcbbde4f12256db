// The board: a card that is dragged into a column, or moved by a key, opens the form of the command that leads there. It stays where it is until the command is done.
(() => {
  // while a card is held nothing moves under the hand; what came meanwhile is shown afterwards
  let held = false, missed = false;
  const board = () => document.getElementById('board');
  const move = (card, stage) => pipeline.openDialog(`/projects/${card.dataset.id}/commands?to=${stage}&seen=${card.dataset.version}`);

  const arm = () => {
    if (board()?.dataset.movable !== 'true') return;
    board().querySelectorAll('.board-cards').forEach(list => Sortable.get(list) || new Sortable(list, {
      group: 'board', sort: false, draggable: '.board-card', delay: 150, delayOnTouchOnly: true, animation: 0, forceFallback: false,
      onEnd: e => {
        letGo();
        if (e.to === e.from) return;
        e.from.insertBefore(e.item, e.from.children[e.oldIndex] ?? null);
        move(e.item, e.to.dataset.stage);
      }
    }));
  };

  // what changed: only columns that differ are replaced, with as many cards as were shown, and stay scrolled where they are
  let shown = new Map();
  const remember = root => { shown = new Map([...root.querySelectorAll('.board-column')].map(c => [c.id, c.innerHTML])); };
  const isBusy = () => held || document.getElementById('dialog').open;
  const renew = async () => {
    if (!board()) return;
    if (isBusy()) { missed = true; return; }
    missed = false;
    const url = new URL(location.href);
    url.searchParams.set('cards', Math.max(20, ...[...board().querySelectorAll('.board-cards')].map(l => l.querySelectorAll('.board-card').length)));
    const response = await fetch(url, {headers: {'X-Requested-With': 'XMLHttpRequest', 'Accept-Language': pipeline.language}}).catch(() => null);
    if (!response?.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (isBusy()) { missed = true; return; }
    for (const column of fresh.querySelectorAll('.board-column')) {
      const old = document.getElementById(column.id);
      if (!old || shown.get(column.id) === column.innerHTML) continue;
      const top = old.querySelector('.board-cards').scrollTop, focused = document.activeElement?.closest('.board-card')?.id;
      shown.set(column.id, column.innerHTML);
      // what is thrown away must not stay in Sortable's mind: it would take the next drop
      const list = old.querySelector('.board-cards');
      if (window.Sortable) Sortable.get(list)?.destroy();
      old.replaceChildren(...column.childNodes);
      htmx.process(old);
      old.querySelector('.board-cards').scrollTop = top;
      if (focused) document.getElementById(focused)?.focus({preventScroll: true});
    }
    arm();
  };
  const letGo = () => {
    held = false;
    if (missed) renew();
  };
  document.addEventListener('pointerdown', e => { held = !!e.target.closest?.('.board-card'); });
  document.addEventListener('dragend', letGo);
  document.addEventListener('pointerup', letGo);
  document.body.addEventListener('live', renew);
  document.getElementById('dialog').addEventListener('close', renew);

  document.addEventListener('keydown', e => {
    const card = e.target.closest?.('.board-card');
    if (!card || e.ctrlKey || e.metaKey || e.altKey) return;
    const list = card.parentElement, column = list.closest('.board-column');
    const beside = way => {
      for (let c = column[way]; c; c = c[way]) {
        const cards = c.querySelectorAll('.board-card');
        if (cards.length) return cards[Math.min([...list.querySelectorAll('.board-card')].indexOf(card), cards.length - 1)];
      }
    };
    const to = {
      ArrowDown: () => card.nextElementSibling?.closest('.board-card'), ArrowUp: () => card.previousElementSibling?.closest('.board-card'),
      ArrowRight: () => beside('nextElementSibling'), ArrowLeft: () => beside('previousElementSibling')
    }[e.key];
    if (to) { e.preventDefault(); to()?.focus(); }
    else if (e.key === 'Enter' && e.target === card) card.querySelector('a').click();
    else if (board().dataset.movable !== 'true') return;
    else if (e.key === 'n' || e.key === 'N' || e.key === ']') { e.preventDefault(); const next = column.nextElementSibling?.querySelector('.board-cards'); if (next) move(card, next.dataset.stage === 'WITHDRAWN' ? list.dataset.stage : next.dataset.stage); }
    else if (e.key === 'x' || e.key === 'X') { e.preventDefault(); move(card, 'WITHDRAWN'); }
    else if (e.key >= '1' && e.key <= '9') { e.preventDefault(); move(card, board().querySelectorAll('.board-cards')[e.key - 1].dataset.stage); }
  });

  document.addEventListener('htmx:load', e => {
    if (e.target.id === 'content' || e.target.querySelector?.('#board')) remember(document);
    arm();
  });
  remember(document);
  arm();
})();
