// Shows where a lot stands. The page is whole without; this keeps it true.
import { element } from '../dom.js';
import { grouped } from './amounts.js';
import { countdown } from './server-time.js';

const TONES = { running: '', 'between-phases': 'soon', paused: 'soon', ended: 'closed', waiting: 'draft' };
const SOON = 60_000;
/** At so many milliseconds before a deadline those who listen are told. */
const TOLD = [300_000, 60_000, 10_000];

export const statusOf = (view) => (view.pausedAt && view.status !== 'ended' ? 'paused' : view.status);

export class Board {
  constructor(root, { terms, time, names, speaker, text }) {
    Object.assign(this, { root, terms, time, names, speaker, text });
    this.title = document.title;
    this.view = null;
    this.told = [];
    this.language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }

  money(amount) { return `${this.terms.currency}\u00a0${grouped(amount)}`; }

  /** A time of day as the reader's clocks have it, to the second. */
  clockTime(milliseconds) {
    return new Date(milliseconds).toLocaleTimeString(this.language, { hour12: false });
  }

  show(view) {
    const before = this.view;
    this.view = view;
    const status = statusOf(view);
    const tag = this.part('status');
    tag.className = `tag ${TONES[status]}`;
    tag.textContent = this.text(`status.${status}`);
    this.rail();
    this.facts();
    this.standings();
    this.result();
    this.part('caption').textContent = this.caption(status);
    this.part('now').hidden = status === 'ended';
    const phase = this.root.querySelector(`[data-phase="${view.phase}"]`);
    this.part('rules').textContent = status === 'ended' || !phase ? '' : phase.dataset.rules;
    this.part('at').textContent = view.deadline && status !== 'paused' && status !== 'ended'
      ? this.text('at', this.when(Date.parse(view.deadline))) : '';
    if (before === null || before.deadline !== view.deadline) this.told = TOLD.filter((at) => this.left() <= at);
    if (before !== null) this.speak(before);
    this.tick();
  }

  /** Today the time is enough, else the day is named too. */
  when(milliseconds) {
    const day = (at) => new Date(at).toLocaleDateString(this.language, { weekday: 'long', day: 'numeric', month: 'long' });
    const today = day(this.time.now()) === day(milliseconds);
    return today ? this.clockTime(milliseconds) : `${day(milliseconds)}, ${this.clockTime(milliseconds)}`;
  }

  left() {
    const { deadline, pausedAt } = this.view;
    return deadline ? Date.parse(deadline) - (pausedAt ? Date.parse(pausedAt) : this.time.now()) : 0;
  }

  caption(status) {
    const { view } = this;
    const mechanism = this.terms.phases[view.phase]?.mechanism;
    switch (status) {
      case 'ended': return '';
      case 'paused': return this.text('paused');
      case 'waiting': return this.text(view.deadline ? 'opens-in' : 'opens-later');
      case 'between-phases': return this.text(`begins-in.${mechanism}`);
      default:
    }
    switch (mechanism) {
      case 'price-clock': return this.text('moves-in');
      case 'elimination': return this.text('confirm-within');
      case 'rounds':
        if (view.own?.mayAct) return this.text('your-turn-ends-in');
        return view.turn ? this.text('turn-ends-in', this.names.of(view.turn)) : this.text('next-turn-in');
      default: return this.text(`ends-in.${mechanism}`);
    }
  }

  phaseName(phase) { return this.root.querySelector(`[data-phase="${phase}"]`)?.dataset.name ?? ''; }

  /** Every second: how long there is still. */
  tick() {
    const { view } = this;
    const clock = this.part('clock');
    const runs = Boolean(view.deadline) && view.status !== 'ended';
    clock.hidden = !runs;
    if (!runs) {
      document.title = `${this.text(`status.${statusOf(view)}`)}: ${this.title}`;
      return;
    }
    const left = this.left();
    const shown = countdown(left, (days) => this.text('days', days));
    clock.textContent = shown;
    clock.classList.toggle('soon', left < SOON);
    document.title = `${shown} ${this.title}`;
    const due = TOLD.find((at) => left <= at && !this.told.includes(at));
    if (due && left > 0 && !view.pausedAt) {
      this.told = TOLD.filter((at) => left <= at);
      const at = Math.min(...this.told);
      this.speaker.now(at >= 120_000 ? this.text('left.minutes', at / 60_000)
        : at === 60_000 ? this.text('left.minute') : this.text('left.seconds', at / 1000));
    }
  }

  speak(before) {
    const { view } = this;
    const said = [];
    if (view.status !== before.status || Boolean(view.pausedAt) !== Boolean(before.pausedAt)) {
      said.push(this.text('said.status', this.phaseName(view.phase), this.text(`status.${statusOf(view)}`)));
    } else if (view.deadline && before.deadline && view.phase === before.phase && view.turn === before.turn
      && view.deadline > before.deadline && !view.clockPrice) {
      said.push(this.text('said.moved', countdown(this.left(), (days) => this.text('days', days))));
    }
    const price = view.clockPrice ?? view.best?.price;
    if (price && price !== (before.clockPrice ?? before.best?.price)) said.push(this.text('said.best', this.money(price)));
    if (view.own?.rank && view.own.rank !== before.own?.rank) said.push(this.text('said.rank', view.own.rank));
    if (said.length > 0) this.speaker.say(said.join(' '));
  }

  rail() {
    const { view } = this;
    for (const step of this.root.querySelectorAll('[data-phase]')) {
      const place = step.dataset.phase === 'end' ? this.terms.phases.length : Number(step.dataset.phase);
      const now = view.status === 'ended' ? place === this.terms.phases.length
        : place === view.phase && view.status === 'running';
      step.className = now ? 'now' : view.status === 'ended' || place < view.phase ? 'done' : 'next';
      if (now) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    }
  }

  facts() {
    const { view } = this;
    const sealed = this.terms.phases[view.phase]?.mechanism === 'sealed';
    const facts = [
      ['clock-price', view.clockPrice && this.money(view.clockPrice)],
      ['best', view.best && view.status !== 'ended' && this.money(view.best.price)],
      ['rank', view.own?.rank],
      ['standing', view.own?.standing && this.money(view.own.standing)],
      [sealed ? 'waiting.sealed' : 'waiting', view.own?.waiting && this.money(view.own.waiting)],
    ].filter(([, value]) => value);
    this.part('facts').replaceChildren(...facts.map(([key, value]) => element('div', {},
      element('dt', {}, this.text(key)), element('dd', { class: 'num' }, String(value)))));
  }

  standings() {
    const { view } = this;
    const lines = Object.entries(view.standings ?? {})
      .map(([name, line]) => ({ name, ...line, turn: view.turn === name })).sort((a, b) => a.rank - b.rank);
    this.part('standings').replaceChildren(...this.names.rows(lines, grouped, view.status !== 'ended'));
    this.part('standing-table').hidden = lines.length === 0;
    const none = this.part('standing-none');
    none.hidden = lines.length > 0;
    none.textContent = none.dataset[this.hides() ? 'hidden' : 'none'];
    const head = this.part('standing-head');
    head.textContent = head.dataset[view.status === 'ended' ? 'ended' : 'live'];
    if (view.status === 'ended') this.part('standing-caption').textContent = '';
  }

  /** Whether others' bids are hidden from whoever looks. */
  hides() {
    const { view } = this;
    const seen = this.terms.phases[view.phase]?.visibility;
    return view.status !== 'ended' && seen !== undefined
      && seen[view.own ? 'participants' : 'public'] !== 'everything-but-names';
  }

  result() {
    const { result } = this.view;
    if (!result) return;
    this.part('result').hidden = false;
    this.part('result-words').textContent = this.resultWords(result);
  }

  resultWords(result) {
    if (result.result === 'cancelled') return this.text('cancelled', result.reason);
    if (result.result !== 'won') return `${this.text('unsuccessful')}. ${this.text(`why.${result.why}`)}`;
    const [winner, amount, paid] = [this.names.of(result.winner), this.money(result.amount), this.money(result.paid)];
    return result.paid === result.amount ? this.text('won', winner, amount) : this.text('won.pays', winner, amount, paid);
  }
}
