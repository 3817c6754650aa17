// What everybody could see so far: prices, and what officers did with their reasons.
import { element } from '../dom.js';
import { units } from './amounts.js';

const SPREAD = 2_000; // Who watches hears of a change when all others do, and should not ask when they do.

/** Whether an officer may have done something between two views: then it is looked up. */
export function officersActed(before, after, direction) {
  const worse = (was, is) => is === undefined || (direction === 'descending' ? units(is) > units(was) : units(is) < units(was));
  if (before.pausedAt !== after.pausedAt || after.result?.result === 'cancelled') return true;
  if (after.status === 'ended' || before.phase !== after.phase || before.status !== after.status) return false;
  const same = before.best?.price === after.best?.price && before.turn === after.turn && before.clockPrice === after.clockPrice;
  if (same && before.deadline !== after.deadline) return true;
  if (before.best && worse(before.best.price, after.best?.price)) return true;
  return Object.entries(before.standings ?? {}).some(([name, { amount }]) => worse(amount, after.standings?.[name]?.amount))
    || (before.own?.in === true && after.own?.in === false);
}

export class Past {
  constructor(root, { address, chart, when, text }) {
    Object.assign(this, { root, address, chart, when, text });
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), Math.random() * SPREAD);
  }

  async load() {
    const answer = await fetch(this.address, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) return;
    const { prices, notices } = await answer.json();
    this.chart.begin(prices);
    this.root.hidden = notices.length === 0;
    this.root.querySelector('ul').replaceChildren(...notices.toReversed().map(({ at, what, reason }) => element('li', {},
      element('strong', {}, this.text(`notice.${what}`)), ' ', element('span', { class: 'muted num' }, this.when(Date.parse(at))),
      element('p', { class: 'text' }, reason ?? ''))));
  }
}
