import { element } from '../dom.js';
import { grouped } from './amounts.js';

/** The own acts that were judged, each with its receipt to download. */
export class Receipts {
  constructor(root, { address, text, time }) {
    Object.assign(this, { root, address, text, time });
    root.addEventListener('toggle', () => { if (root.open) this.load(); });
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }

  /** Looks again, where anybody sees it. */
  async load() {
    if (!this.root.open) return;
    const answer = await fetch(this.address, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) return;
    const { items } = await answer.json();
    this.part('receipts-none').hidden = items.length > 0;
    this.part('receipts-table').hidden = items.length === 0;
    this.part('receipts-rows').replaceChildren(...items.map((one) => this.row(one)));
  }

  row({ leaf, at, act, amount, outcome, code }) {
    const heads = [...this.root.querySelectorAll('thead th')].map((head) => head.textContent);
    const what = this.text(`act.${act}`);
    const when = this.time(Date.parse(at));
    const link = element('a', { href: `${this.address}/${leaf}`, download: '' }, this.text('receipt'),
      element('span', { class: 'hidden-but-said' }, ` ${this.text('receipt.of', what, when)}`));
    const answer = code ? this.text('answer.refused.why', this.text(`refused.${code}`)) : this.text(`answer.${outcome}`);
    const cells = [[when, 'num'], [what], [amount ? grouped(amount) : '', 'amount'], [answer], [link]];
    return element('tr', {}, ...cells.map(([content, style], i) => element('td',
      { 'data-head': heads[i], ...(style ? { class: style } : {}) }, content)));
  }
}
