// Taking part: entering once, then one signed step for each bid. The key never leaves the browser.
import { base64, utf8 } from '../bytes.js';
import { canonicalJson } from '../canonical-json.js';
import { mark } from '../dom.js';
import { readPrice } from '../price.js';
import { grouped, isFarFrom, percentApart } from './amounts.js';
import { statusOf } from './board.js';

const TRIES = 4;
const wait = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

export class Bidding {
  /** `address` is the auction's under the interface, `done` hears when something was judged. */
  constructor(root, { auction, lot, address, terms, decimals, participant, entered, text, done }) {
    Object.assign(this, { root, auction, lot, address, terms, decimals, participant, entered, text, done });
    this.opened = null;
    this.view = null;
    this.synced = false;
    this.busy = false;
    this.asked = null;
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }
  button(name) { return this.root.querySelector(`[data-act="${name}"]`); }

  start() {
    const { Subhasta } = globalThis;
    if (!globalThis.crypto?.subtle || !Subhasta) {
      this.answer(this.text('insecure'), true);
      return;
    }
    this.signing = Subhasta;
    this.button('enter').addEventListener('click', () => this.enter());
    this.part('bid').addEventListener('submit', (event) => {
      event.preventDefault();
      this.bid(null);
    });
    this.button('back').addEventListener('click', () => this.send(this.act('take-back')));
    this.button('use').addEventListener('click', () => {
      this.input().value = this.view.own.next;
      this.input().focus();
    });
    this.button('sure').addEventListener('click', () => this.bid(this.asked));
    this.button('not-sure').addEventListener('click', () => {
      this.unask();
      this.input().focus();
    });
    this.input().addEventListener('input', () => this.unask());
    new Subhasta.KeyChooser(this.root.querySelector('[data-key]'), (opened) => this.chosen(opened)).start();
  }

  input() { return this.root.querySelector('#amount'); }

  show(view, synced) {
    this.view = view;
    this.synced = synced;
    this.render();
  }

  hasEntered() { return this.opened !== null && this.entered.has(this.opened.about.fingerprint); }

  /** What a bid is in this phase. */
  mode() {
    const phase = this.terms.phases[this.view.phase];
    const { clockPrice } = this.view;
    switch (phase?.mechanism) {
      case 'price-clock': return { kind: 'bid', fixed: clockPrice ?? null, words: 'take', clock: true };
      case 'elimination': return { kind: 'confirm', fixed: clockPrice ?? null, words: 'confirm', clock: true };
      case 'open-outcry': return phase.automatic ? { kind: 'limit', words: 'limit' } : { kind: 'bid', words: 'bid' };
      case 'sealed': return { kind: 'bid', words: 'bid', sealed: true };
      default: return { kind: 'bid', words: 'bid' };
    }
  }

  /** The key of what keeps the bidder from bidding now; null where nothing does. */
  hindrance() {
    const { view } = this;
    const status = statusOf(view);
    if (status !== 'running') return `wait.${status}`;
    if (!this.synced) return 'wait.sync';
    // Seen as everybody sees it: nobody is signed in any more.
    if (!view.own) return 'signed-out';
    if (!view.own.in) return 'out';
    if (view.own.mayAct) return null;
    return this.terms.phases[view.phase].mechanism === 'rounds' ? 'wait.turn' : 'wait.phase';
  }

  render() {
    const { view } = this;
    if (view === null) return;
    const ended = view.status === 'ended';
    this.part('keys').hidden = ended;
    this.part('bid').hidden = ended || !this.hasEntered();
    const mode = this.mode();
    const hindrance = this.hindrance();
    if (this.asked && (this.asked.phase !== view.phase || hindrance !== null)) this.unask();
    const disabled = hindrance !== null || this.busy || (mode.clock && !mode.fixed);
    this.part('amount-field').hidden = Boolean(mode.clock);
    this.part('limit-what').hidden = mode.kind !== 'limit';
    this.part('sealed-what').hidden = !mode.sealed;
    const label = this.part('amount-label');
    label.textContent = label.dataset[mode.kind === 'limit' ? 'limit' : 'bid'];
    this.input().disabled = disabled;
    const button = this.button('bid');
    button.disabled = disabled;
    button.textContent = mode.clock ? this.text(mode.words, mode.fixed ? this.money(mode.fixed) : '') : this.text(mode.words);
    const { next, waiting } = view.own ?? {};
    this.part('next').textContent = next && !mode.clock
      ? this.text(this.terms.direction === 'descending' ? 'or-lower' : 'or-higher', this.money(next)) : '';
    this.button('use').hidden = disabled || !next || Boolean(mode.clock);
    if (next) this.button('use').textContent = this.text('use', grouped(next));
    this.part('why-not').textContent = hindrance === null ? '' : this.text(hindrance);
    this.button('back').hidden = !(this.terms.phases[view.phase]?.mechanism === 'rounds' && waiting);
    this.button('back').disabled = disabled;
    this.entering(ended);
  }

  money(amount) { return `${this.terms.currency}\u00a0${grouped(amount)}`; }

  async chosen(opened) {
    this.opened = opened;
    if (opened !== null && !this.signing.signsDetached(opened)) {
      this.opened = null;
      this.answer(this.text('key.rsa'), true);
    }
    this.statement = null;
    this.folded();
    this.render();
    if (this.opened === null || this.hasEntered()) return;
    try {
      const answer = await fetch(`${this.address}/entry-statement?certificate=${opened.about.fingerprint}`);
      if (!answer.ok) throw new Error(answer.status);
      this.statement = (await answer.json()).statement;
      this.part('statement').textContent = this.statement;
      this.render();
    } catch {
      this.answer(this.text('failed'), true);
    }
  }

  entering(ended) {
    this.part('enter').hidden = ended || this.opened === null || !this.statement || this.hasEntered();
  }

  /** Once the key has entered, it takes one line. */
  folded() {
    const keys = this.part('keys');
    keys.open = !this.hasEntered();
    const name = keys.querySelector('summary');
    name.textContent = this.hasEntered() ? this.text('unlocked', this.opened.about.subject.split(',')[0]) : name.dataset.name;
  }

  async enter() {
    const button = this.button('enter');
    button.disabled = true;
    this.answer(this.text('entering'));
    try {
      const signature = await this.signing.sign(utf8(this.statement), this.opened);
      const { ok, body } = await this.post('entries', { statement: this.statement, signature: base64(signature) });
      if (ok) {
        this.entered.add(this.opened.about.fingerprint);
        this.answer(this.text('entered'));
        this.folded();
        this.render();
        (this.input().disabled ? this.part('keys').querySelector('summary') : this.input()).focus();
      } else {
        this.answer(body.detail, true);
      }
    } catch {
      this.answer(this.text('failed'), true);
    } finally {
      button.disabled = false;
    }
  }

  act(kind, amount) {
    const act = {
      act: kind, auction: this.auction, format: 'subhasta-auction-act-1', id: crypto.randomUUID(), lot: this.lot,
      participant: this.participant,
    };
    return kind === 'take-back' ? act
      : { ...act, amount, currency: this.terms.currency, seen: this.view.number };
  }

  /** The question whether a bid is meant is over: what was asked about is not what would be sent. */
  unask() {
    this.asked = null;
    this.part('sure').hidden = true;
  }

  /**
   * Bids what was typed, or the clock's price; asks once more where it is far from what would do.
   * `sure` is what was asked about: that very amount is sent, and nothing else.
   */
  bid(sure) {
    if (this.busy || this.hindrance() !== null) return;
    const mode = this.mode();
    const amount = mode.clock ? mode.fixed : readPrice(this.input().value, this.decimals);
    const field = this.part('amount-field');
    const reference = this.view.own.next ?? this.view.own.standing ?? this.terms.openingPrice;
    this.unask();
    if (!mode.clock) mark(field, this.input(), amount === null ? this.text('unclear') : null);
    if (!amount) {
      this.input().focus();
    } else if (!mode.clock && sure?.amount !== amount && reference && isFarFrom(amount, reference)) {
      this.part('sure-what').textContent = this.text('sure', this.money(amount), this.money(reference), percentApart(amount, reference));
      this.part('sure').hidden = false;
      this.asked = { amount, phase: this.view.phase };
      this.button('not-sure').focus();
    } else {
      this.send(this.act(mode.kind, amount));
    }
  }

  async send(act) {
    this.busy = true;
    this.render();
    this.answer(this.text('signing'));
    try {
      const text = canonicalJson(act);
      const signature = await this.signing.signDetached(utf8(text), this.opened);
      this.answer(this.text('sending'));
      const { ok, body } = await this.deliver({ act: text, signature });
      if (ok) {
        this.answer(this.text(`accepted.${act.act}`, act.amount ? this.money(act.amount) : ''));
        this.input().value = '';
      } else {
        this.answer(body.detail, true);
      }
    } catch (error) {
      this.answer(this.text(error.message === 'unanswered' ? 'unanswered' : 'failed'), true);
    } finally {
      this.busy = false;
      this.render();
      this.done();
    }
  }

  /** Sending the very same again is harmless, so it is sent until it is answered. */
  async deliver(signed) {
    for (let turn = 1; turn <= TRIES; turn += 1) {
      try {
        return await this.post('acts', signed);
      } catch {
        this.answer(this.text('again'));
        await wait(500 * 2 ** turn);
      }
    }
    throw new Error('unanswered');
  }

  async post(what, body) {
    const answer = await fetch(`${this.address}/${what}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    });
    if (answer.status === 401) return { ok: false, body: { detail: this.text('signed-out') } };
    if (answer.status >= 500 && answer.status !== 503) throw new Error(answer.status);
    return { ok: answer.ok, body: await answer.json() };
  }

  answer(sentence, wrong = false) {
    const place = this.part('answer');
    place.classList.toggle('is-wrong', wrong);
    place.textContent = sentence;
  }
}
