// The auction again, step by step: what every act came to is the server's engine's to say
// (outcome.json); here it is only shown.
import { element } from '../dom.js';
import { grouped } from './amounts.js';

const SPEED = 1_500;

export class Replay {
  /** `board` writes money, times and results; `points` hears of all leading prices. */
  constructor(root, { address, lot, board, names, participant, text, points }) {
    Object.assign(this, { root, address, lot, board, names, participant, text, points });
    this.steps = [];
    this.at = 0;
    this.timer = null;
    this.on('replay', () => this.load());
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }
  button(name) { return this.root.querySelector(`[data-act="${name}"]`); }
  on(name, listener) { this.button(name).addEventListener('click', listener); }

  async load() {
    this.button('replay').disabled = true;
    const [outcome, acts] = await Promise.all([
      fetch(`${this.address}/outcome.json`).then((answer) => answer.json()),
      fetch(`${this.address}/acts.jsonl`).then((answer) => answer.text()),
    ]);
    const lines = acts.split('\n').map((line) => (line ? JSON.parse(line) : null));
    this.begin(outcome, lines);
  }

  begin(outcome, lines) {
    this.aliases = new Map(lines.filter((line) => line?.act === 'admit').map(({ participant, alias }) => [participant, alias]));
    const answers = outcome.answers.filter(({ lot }) => lot === this.lot);
    const end = outcome.lots.find(({ lot }) => lot === this.lot);
    this.steps = answers.map((answer) => ({ ...answer, source: lines[answer.line - 1] }));
    this.steps.push({ at: end.endedAt, act: 'end', passed: end.passed, standing: end.ranking, outcome: end.outcome });
    this.points(this.prices());
    this.player();
    this.show(this.steps.length - 1);
    this.part('player').hidden = false;
    this.part('replay-load').hidden = true;
    this.part('slider').focus();
  }

  /** Every leading price with its time. */
  prices() {
    return this.steps.flatMap(({ passed = [], facts = [] }) => [...passed, ...facts])
      .filter(({ fact, price }) => ['best-price-changed', 'price-moved', 'phase-began'].includes(fact) && price)
      .map(({ at, price }) => ({ at: Date.parse(at), price }));
  }

  player() {
    const last = this.steps.length - 1;
    const slider = this.part('slider');
    slider.max = last;
    slider.addEventListener('input', () => { this.stop(); this.show(Number(slider.value)); });
    const go = (to) => () => { this.stop(); this.show(to()); };
    this.on('first', go(() => 0));
    this.on('previous', go(() => this.at - 1));
    this.on('next', go(() => this.at + 1));
    this.on('last', go(() => last));
    this.on('play', () => (this.timer === null ? this.play() : this.stop()));
  }

  play() {
    if (this.at === this.steps.length - 1) this.show(0);
    this.timer = setInterval(() => {
      this.show(this.at + 1);
      if (this.at === this.steps.length - 1) this.stop();
    }, SPEED);
    this.button('play').textContent = this.button('play').dataset.pause;
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.button('play').textContent = this.button('play').dataset.play;
  }

  who(participant) {
    const alias = this.aliases.get(participant);
    const name = this.names.known[participant];
    if (name) return alias ? `${name} (${this.text('bidder', alias)})` : name;
    return alias ? this.text('bidder', alias) : participant;
  }

  show(index) {
    this.at = Math.max(0, Math.min(this.steps.length - 1, index));
    const step = this.steps[this.at];
    this.part('slider').value = this.at;
    this.part('slider').setAttribute('aria-valuetext', this.text('step', this.at + 1, this.steps.length));
    this.part('step-place').textContent = this.text('step', this.at + 1, this.steps.length);
    this.part('step-at').textContent = step.at ? this.board.when(Date.parse(step.at)) : '';
    this.part('step-words').textContent = this.words(step);
    this.part('step-facts').replaceChildren(...[...(step.passed ?? []), ...(step.facts ?? [])]
      .map((fact) => this.fact(fact)).filter(Boolean).map((words) => element('li', {}, words)));
    const standing = (step.standing ?? []).map(({ rank, participant, amount }) => ({
      rank, name: participant, amount, own: participant === this.participant,
    }));
    this.part('step-standing').replaceChildren(...this.names.rows(standing, grouped, false));
    this.part('step-none').hidden = standing.length > 0;
    this.button('first').disabled = this.button('previous').disabled = this.at === 0;
    this.button('last').disabled = this.button('next').disabled = this.at === this.steps.length - 1;
  }

  words({ act, answer, refusal, source, outcome }) {
    if (act === 'end') return `${this.text('act.end')}. ${outcome.result === 'paused' || outcome.result === 'waiting' ? '' : this.board.resultWords(outcome)}`;
    const parts = [this.text(`act.${act}`)];
    if (source?.participant) parts.push(this.who(source.participant));
    if (source?.amount) parts.push(this.board.money(source.amount));
    if (source?.reason) parts.push(this.text('reason', source.reason));
    if (refusal) parts.push(this.text('answer.refused.why', this.text(`refused.${refusal}`)));
    else if (source?.id) parts.push(this.text(`answer.${answer}`));
    return parts.join(' · ');
  }

  /** What a fact says; nothing of those that say what the standing shows. */
  fact(fact) {
    const money = (amount) => this.board.money(amount);
    const time = (instant) => this.board.clockTime(Date.parse(instant));
    switch (fact.fact) {
      case 'phase-began': return this.text('fact.phase-began', this.board.phaseName(fact.phase));
      case 'round-began': return this.text('fact.round-began', fact.round + 1);
      case 'turn-began': return this.text('fact.turn-began', this.who(fact.participant));
      case 'price-moved': return this.text('fact.price-moved', money(fact.price));
      case 'end-moved': return this.text('fact.end-moved', time(fact.endsAt));
      case 'best-price-changed': return fact.price ? this.text('fact.best-price', money(fact.price)) : '';
      case 'participants-left': return this.text('fact.left', fact.participants.map((one) => this.who(one)).join(', '));
      default: return '';
    }
  }
}
