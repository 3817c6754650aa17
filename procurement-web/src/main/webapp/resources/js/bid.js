// Beside signing.js: keeps typed prices in this tab until the bid is received or its bidder signs out, and counts down
// to the deadline by the server's clock. Both pages are whole without it.
(() => {
  'use strict';

  const key = (tender) => `subhasta-bid-draft:${tender}`;

  function store(action) {
    try {
      return action(window.sessionStorage);
    } catch {
      return null; // Storage is switched off: nothing is kept, and nothing else breaks.
    }
  }

  function keepDraft(root) {
    const inputs = [...root.querySelectorAll('input[data-lot]')];
    const tender = root.dataset.tender;
    const empty = inputs.every((input) => input.value === '');
    const draft = store((storage) => JSON.parse(storage.getItem(key(tender))));
    if (empty && draft) {
      for (const input of inputs) input.value = draft[input.dataset.lot] ?? '';
      inputs[0]?.dispatchEvent(new Event('input', { bubbles: true }));
    }
    root.addEventListener('input', (event) => {
      if (!event.target.dataset.lot) return;
      const typed = Object.fromEntries(inputs.map((input) => [input.dataset.lot, input.value]));
      store((storage) => storage.setItem(key(tender), JSON.stringify(typed)));
    });
  }

  function countDown(panel) {
    const closes = Date.parse(panel.dataset.closes);
    // The server's clock decides: only the time since the page was made is measured here.
    const ahead = Date.parse(panel.dataset.now) - performance.now();
    const left = panel.querySelector('[data-part="left"]');
    const two = (number) => String(number).padStart(2, '0');
    const show = () => {
      const seconds = Math.max(0, Math.floor((closes - ahead - performance.now()) / 1000));
      const days = Math.floor(seconds / 86400);
      const clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60]
        .map((part) => two(Math.floor(part))).join(':');
      left.textContent = seconds === 0 ? panel.dataset.over
        : days === 0 ? clock : `${panel.dataset.days.replace('{0}', days)} ${clock}`;
      if (seconds > 0) setTimeout(show, 1000 - (performance.now() % 1000));
    };
    show();
    panel.hidden = false;
  }

  window.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-sign]').forEach(keepDraft);
    document.querySelectorAll('[data-closes]').forEach(countDown);
    document.querySelectorAll('[data-received]').forEach((note) =>
      store((storage) => storage.removeItem(key(note.dataset.received))));
  });
})();
