// The component <s:sign>: prices in, a signed statement out. Nothing of it is sent but the signed
// statement, the signature and the files it names.
import { base64, fromBase64, utf8 } from './bytes.js';
import { sign } from './cades.js';
import { each, element, mark, size, texts } from './dom.js';
import { KeyChooser } from './key-chooser.js';
import { readPrice, showPrice, sum } from './price.js';
import {
  LARGEST_FILE, LONGEST_NAME, MOST_FILES, bidStatement, describeFiles,
} from './statement.js';

class SignPage {
  constructor(root) {
    this.root = root;
    this.terms = root.dataset;
    this.decimals = Number(root.dataset.decimals);
    this.text = texts(root);
    this.files = [];
    this.made = null;
    this.statement = document.getElementById('statement');
    this.signature = document.getElementById('signature');
    this.send = this.part('send').querySelector('input, button');
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }

  start() {
    if (!globalThis.crypto?.subtle) {
      this.problems([[this.text('insecure')]]);
      return;
    }
    this.root.classList.add('is-ready');
    this.send.disabled = true;
    this.on('check', () => this.check());
    this.on('back', () => this.back());
    this.on('sign', () => this.sign());
    this.root.addEventListener('keydown', (event) => this.enter(event));
    for (const input of this.prices()) input.addEventListener('input', () => this.total());
    this.fileInput()?.addEventListener('change', () => this.addFiles());
    this.key = new KeyChooser(this.root.querySelector('[data-key]'), (opened) => this.chosen(opened));
    this.key.start();
    this.restore();
    if (this.terms.kind === 'withdraw') this.check();
  }

  on(act, listener) {
    this.root.querySelector(`[data-act="${act}"]`)?.addEventListener('click', listener);
  }

  /** Enter does what the step at hand is about; it never sends an unsigned form. */
  enter(event) {
    if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return;
    event.preventDefault();
    if (event.target.dataset.lot) this.check();
  }

  prices() { return [...this.root.querySelectorAll('input[data-lot]')]; }
  fileInput() { return this.part('files')?.querySelector('input[type="file"]'); }

  /** After a refusal, or for a replacement, the page hands back what was offered before. */
  restore() {
    try {
      const before = this.statement.value
        ? new TextDecoder().decode(fromBase64(this.statement.value))
        : this.terms.previous;
      if (!before) return;
      const prices = new Map(JSON.parse(before).lots.map(({ lot, price }) => [lot, price]));
      for (const input of this.prices()) input.value = prices.get(input.dataset.lot) ?? '';
      this.total();
    } catch {
      // Nothing to bring back: the form stays empty.
    } finally {
      this.statement.value = '';
      this.signature.value = '';
    }
  }

  total() {
    const output = this.part('total');
    if (!output) return;
    const read = this.prices().filter((input) => input.value.trim() !== '')
      .map((input) => readPrice(input.value, this.decimals));
    output.textContent = read.length > 0 && read.every(Boolean)
      ? showPrice(sum(read, this.decimals), this.terms.currency) : '–';
  }

  addFiles() {
    const input = this.fileInput();
    for (const file of input.files) {
      const same = this.files.findIndex((other) => other.name === file.name);
      if (same >= 0) this.files[same] = file;
      else this.files.push(file);
    }
    this.showFiles();
  }

  showFiles() {
    const transfer = new DataTransfer();
    for (const file of this.files) transfer.items.add(file);
    this.fileInput().files = transfer.files;
    this.part('file-list').replaceChildren(...this.files.map((file) => {
      const remove = element('button', { type: 'button', class: 'link' }, this.text('file.remove'));
      remove.setAttribute('aria-label', this.text('file.remove.which', file.name));
      remove.addEventListener('click', () => {
        this.files = this.files.filter((other) => other !== file);
        this.showFiles();
        this.fileInput().focus();
      });
      return element('li', {}, `${file.name} (${size(file.size)}) `, remove);
    }));
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
    const input = this.fileInput();
    if (this.files.length > MOST_FILES) problems.push([this.text('file.many', MOST_FILES), input.id]);
    for (const file of this.files) {
      if (file.size > LARGEST_FILE) problems.push([this.text('file.large', file.name), input.id]);
      if (file.name.length > LONGEST_NAME) problems.push([this.text('file.name', file.name), input.id]);
    }
    this.problems(problems);
    return problems.length === 0 ? offers : null;
  }

  async check() {
    const offers = this.offers();
    if (offers === null) return;
    this.say(this.files.length > 0 ? this.text('hashing') : '');
    let attachments;
    try {
      attachments = await describeFiles(this.files);
    } catch {
      this.problems([[this.text('file.unreadable'), this.fileInput().id]]);
      return;
    }
    this.say('');
    this.made = bidStatement(this.terms, offers, attachments);
    this.showMade(offers, attachments);
    if (this.part('offer')) this.part('offer').hidden = true;
    this.part('sign').hidden = false;
    if (this.terms.kind !== 'withdraw') this.part('sign').querySelector('h2').focus();
  }

  back() {
    this.made = null;
    this.part('sign').hidden = true;
    this.part('offer').hidden = false;
    this.part('offer').querySelector('h2').focus();
  }

  /** The statement in words. It shows what is in the statement, not what was typed. */
  showMade(offers, attachments) {
    const { statement, text } = this.made;
    this.part('exact').textContent = text;
    const body = this.part('check-lots');
    if (body) {
      const titles = new Map(offers.map(({ lot, title }) => [lot, title]));
      body.replaceChildren(...statement.lots.map(({ lot, price }) => element('tr', {},
        element('th', { scope: 'row' }, titles.get(lot)),
        element('td', { class: 'amount' }, showPrice(price, statement.currency)))));
      this.part('check-total').textContent =
        showPrice(sum(statement.lots.map(({ price }) => price), this.decimals), statement.currency);
      this.part('check-files').replaceChildren(...(attachments.length === 0
        ? [element('li', {}, this.text('file.none'))]
        : attachments.map((file) => element('li', {}, `${file.name} (${size(file.size)})`,
          element('br'), element('span', { class: 'hash muted' }, `SHA-256 ${file.sha256}`)))));
    }
  }

  /** There is a key to sign with, or none any more. */
  chosen(opened) { this.part('do-sign').hidden = opened === null; }

  async sign() {
    const button = this.root.querySelector('[data-act="sign"]');
    button.disabled = true;
    this.say(this.text('signing'));
    try {
      const bytes = utf8(this.made.text);
      this.signature.value = base64(await sign(bytes, this.key.opened));
      this.statement.value = base64(bytes);
      this.say(this.text('sending'));
      this.send.disabled = false;
      this.send.click();
      // Once it is on its way, twice would be a repeat: harmless, but nobody needs it.
      setTimeout(() => { this.send.disabled = true; });
    } catch {
      this.problems([[this.text('failed')]]);
      this.say('');
      button.disabled = false;
    }
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
