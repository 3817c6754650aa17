// The component <s:sign>: prices and files in, a signed and sealed envelope out. Nothing of it is
// sent but the envelope, its signature and the encrypted texts: no price leaves this page readable.
import { NotAnnounced } from './announcement.js';
import { base64, utf8 } from './bytes.js';
import { readCommittee } from './committee.js';
import { each, element, mark, size, texts } from './dom.js';
import { FileList } from './file-list.js';
import { KeyChooser } from './key-chooser.js';
import { readPrice, showPrice, sum } from './price.js';
import {
  FileChanged, describeAttachments, envelopeHeader, envelopeText, partStatement, sealBid,
} from './seal.js';
import { SlowLine } from './slow-line.js';

class SignPage {
  constructor(root) {
    this.root = root;
    this.terms = root.dataset;
    this.decimals = Number(root.dataset.decimals);
    this.text = texts(root);
    this.made = null;
    this.sealed = null;
    this.slowLine = new SlowLine(root);
    this.lists = [...root.querySelectorAll('[data-files]')].map((one) => new FileList(one, this.text));
    this.send = this.part('send').querySelector('input, button');
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }

  async start() {
    if (!globalThis.crypto?.subtle) {
      this.problems([[this.text('insecure')]]);
      return;
    }
    this.committee = await readCommittee(this.terms.committee);
    this.root.classList.add('is-ready');
    this.send.disabled = true;
    for (const [act, listener] of Object.entries({
      check: () => this.check(), back: () => this.back(), copy: () => this.copy(), sign: () => this.sign(),
    })) this.root.querySelector(`[data-act="${act}"]`)?.addEventListener('click', listener);
    this.root.addEventListener('keydown', (event) => this.enter(event));
    for (const input of this.prices()) input.addEventListener('input', () => this.total());
    this.key = new KeyChooser(this.root.querySelector('[data-key]'), (opened) => this.chosen(opened));
    this.key.start();
    this.total();
    if (this.terms.kind === 'withdraw') this.check();
  }

  /** Enter does what the step at hand is about; it never sends an unsigned form. */
  enter(event) {
    if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return;
    event.preventDefault();
    if (event.target.dataset.lot) this.check();
  }

  prices() { return [...this.root.querySelectorAll('input[data-lot]')]; }

  total() {
    const output = this.part('total');
    if (!output) return;
    const read = this.prices().filter((input) => input.value.trim() !== '')
      .map((input) => readPrice(input.value, this.decimals));
    output.textContent = read.length > 0 && read.every(Boolean)
      ? showPrice(sum(read, this.decimals), this.terms.currency) : '–';
  }

  /** Reads what was typed; says what is wrong beside each price and at the top. */
  offers() {
    const problems = [];
    const offers = [];
    const partial = this.terms.partial === 'true';
    for (const input of this.prices()) {
      const field = input.closest('.field');
      const price = readPrice(input.value, this.decimals);
      let wrong = null;
      if (input.value.trim() === '') wrong = partial ? null : this.text('price.missing');
      else if (price === null) wrong = this.text('price.unclear');
      else if (/^[0.]*$/.test(price)) wrong = this.text('price.zero');
      else offers.push({ lot: input.dataset.lot, title: input.dataset.title, price });
      mark(field, input, wrong);
      if (wrong) problems.push([`${input.dataset.title}: ${wrong}`, input.id]);
    }
    if (problems.length === 0 && offers.length === 0 && this.terms.kind !== 'withdraw') {
      problems.push([this.text('price.none'), this.prices()[0]?.id]);
    }
    problems.push(...this.lists.flatMap((list) => list.problems()));
    this.problems(problems);
    return problems.length === 0 ? offers : null;
  }

  async check() {
    const offers = this.offers();
    if (offers === null) return;
    this.say(this.lists.some((list) => list.files.length > 0) ? this.text('hashing') : '');
    try {
      this.made = await this.make(offers);
    } catch {
      this.problems([[this.text('file.unreadable'), this.lists[0]?.input.id]]);
      return;
    } finally {
      this.say('');
    }
    this.showMade(offers);
    if (this.part('offer')) this.part('offer').hidden = true;
    this.part('sign').hidden = false;
    if (this.terms.kind !== 'withdraw') this.part('sign').querySelector('h2').focus();
  }

  /** The header of the envelope, and the statement of each of its parts. */
  async make(offers) {
    const { tender, notice, bidder, kind, replaces } = this.terms;
    const header = envelopeHeader({ tender, notice, bidder, openers: this.committee.fingerprint, kind, replaces });
    const parts = [];
    for (const list of this.lists) {
      const attachments = await describeAttachments(list.files);
      // A price in the technical part would make the bid invalid: that part is read first.
      const lots = list.part === 'technical' ? [] : offers.map(({ lot, price }) => ({ lot, price }));
      parts.push({ name: list.part, statement: partStatement(header, list.part, this.terms, lots, attachments), attachments });
    }
    return { header, parts };
  }

  back() {
    this.made = null;
    this.unseal();
    this.part('sign').hidden = true;
    this.part('offer').hidden = false;
    this.part('offer').querySelector('h2').focus();
  }

  /** What is signed: nobody can read it on the platform before the opening, the bidder neither. */
  exact() {
    const { header, parts } = this.made;
    return parts.length === 0 ? envelopeText(header, [])
      : parts.map(({ statement }) => statement).join('\n\n');
  }

  copy() {
    const link = element('a', {
      href: URL.createObjectURL(new Blob([this.exact()], { type: 'text/plain' })),
      download: `bid-${this.made.header.id}.txt`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** The statements in words. It shows what is in the statements, not what was typed. */
  showMade(offers) {
    this.part('exact').textContent = this.exact();
    const body = this.part('check-lots');
    if (!body) return;
    const titles = new Map(offers.map(({ lot, title }) => [lot, title]));
    const stated = this.made.parts.map(({ statement }) => JSON.parse(statement));
    const lots = stated.flatMap((statement) => statement.lots);
    body.replaceChildren(...lots.map(({ lot, price }) => element('tr', {},
      element('th', { scope: 'row' }, titles.get(lot)),
      element('td', { class: 'amount' }, showPrice(price, this.terms.currency)))));
    this.part('check-total').textContent =
      showPrice(sum(lots.map(({ price }) => price), this.decimals), this.terms.currency);
    const files = stated.flatMap((statement) => statement.attachments);
    this.part('check-files').replaceChildren(...(files.length === 0
      ? [element('li', {}, this.text('file.none'))]
      : files.map((file) => element('li', {}, `${file.name} (${size(file.size)})`))));
  }

  /** There is a key to sign with, or none any more. */
  chosen(opened) {
    this.part('do-sign').hidden = opened === null;
    this.unseal();
  }

  /** The next signature is over something else. */
  unseal() {
    this.sealed = null;
    this.slowLine.forget();
  }

  async sign() {
    const button = this.root.querySelector('[data-act="sign"]');
    button.disabled = true;
    this.problems([]);
    this.say(this.text('signing'));
    try {
      // Kept until it is on its way: an announcement sent again has to name the same envelope.
      this.sealed ??= await sealBid({
        ...this.made, committee: this.committee, opened: this.key.opened,
        progress: (done, all) => this.say(this.text('sealing', done, all)),
      });
      const { sealed } = this;
      if (this.slowLine.chosen) {
        this.say(this.text('announcing'));
        await this.slowLine.announce(this.made.header, sealed, this.key.opened);
      }
      document.getElementById('envelope').value = base64(utf8(sealed.envelope));
      document.getElementById('signature').value = base64(sealed.signature);
      const transfer = new DataTransfer();
      for (const { name, blob } of sealed.texts) transfer.items.add(new File([blob], name));
      if (sealed.texts.length > 0) document.getElementById('texts').files = transfer.files;
      this.say(this.text('sending'));
      this.send.disabled = false;
      this.send.click();
      // Once it is on its way, twice would be a repeat: harmless, but nobody needs it.
      setTimeout(() => { this.send.disabled = true; });
    } catch (error) {
      this.problems(this.whatFailed(error).map((sentence) => [sentence]));
      this.say('');
      button.disabled = false;
    }
  }

  whatFailed(error) {
    if (error instanceof FileChanged) return [this.text('file.changed', error.file)];
    if (error instanceof NotAnnounced) return error.sentences;
    return [this.text(this.sealed === null || !this.slowLine.chosen ? 'failed' : 'not-announced')];
  }

  problems(list) {
    const box = this.part('problems');
    box.hidden = list.length === 0;
    box.querySelector('ul').replaceChildren(...list.map(([sentence, id]) => element('li', {},
      id ? element('a', { href: `#${id}` }, sentence) : sentence)));
    if (list.length > 0) box.focus();
  }

  say(text) { this.part('progress').textContent = text; }
}

each('[data-sign]', (root) => new SignPage(root).start());
