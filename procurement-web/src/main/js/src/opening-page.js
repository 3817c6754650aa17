// What an opener does with both of his or her keys, here in the browser: [data-opening="rehearse"]
// answers the platform's challenge, [data-opening="open"] releases the shares of all bids of a box
// once the journal's proof of the closing was verified, and [data-opening="sign"] only signs a text.
import { base64, fromBase64, utf8 } from './bytes.js';
import { canonicalJson } from './canonical-json.js';
import { sign } from './cades.js';
import { ClosingError, verifyClosing } from './closing.js';
import { readCommittee } from './committee.js';
import { each, texts } from './dom.js';
import { KeyChooser } from './key-chooser.js';
import { LogKey } from './log-key.js';
import { answerRehearsal, openShares, openingAct, shareKey } from './open-shares.js';

/** Something that stands in the way; `message` is the key of its sentence. */
class Stopped extends Error {}

class OpeningPage {
  constructor(root) {
    this.root = root;
    this.data = root.dataset;
    this.text = texts(root);
    this.keys = {};
    this.button = root.querySelector('[data-act="act"]');
    // What only signs a text names no log.
    this.log = root.dataset.logKey ? new LogKey(root.dataset.logKey, () => localStorage) : null;
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }

  start() {
    if (!globalThis.crypto?.subtle) return this.button && this.wrong(this.text('insecure'));
    this.root.classList.add('is-ready');
    if (this.button === null) return undefined; // Nothing to use a key for yet.
    this.button.addEventListener('click', () => this.act());
    for (const one of this.root.querySelectorAll('[data-key]')) {
      const use = one.dataset.use;
      this.keys[use] = null;
      new KeyChooser(one, (opened) => {
        this.keys[use] = opened;
        this.offer();
      }).start();
    }
    this.askAboutLog();
    return undefined;
  }

  /** Both keys are chosen, and the log is the one that this browser knows. */
  offer() {
    this.part('act').hidden = Object.values(this.keys).includes(null) || (this.log?.differs ?? false);
  }

  /** Nothing is done under another log than before until the opener has said that it is right. */
  askAboutLog() {
    if (!this.log?.differs) return;
    const box = this.part('other-log');
    box.querySelector('[data-part="known-log"]').textContent = this.log.known;
    box.querySelector('[data-part="shown-log"]').textContent = this.log.shown;
    box.hidden = false;
    const asked = box.querySelector('input');
    const button = box.querySelector('button');
    asked.addEventListener('change', () => { button.disabled = !asked.checked; });
    button.addEventListener('click', () => {
      this.log.trust();
      box.hidden = true;
      this.offer();
      (this.part('act').hidden ? this.root.querySelector('[data-part="key-file"]') : this.button).focus();
    });
  }

  async act() {
    this.button.disabled = true;
    this.wrong('');
    try {
      const text = await this.make();
      this.say(this.text('signing'));
      const bytes = utf8(text);
      this.part('signature').querySelector('input').value = base64(await sign(bytes, this.keys.SIGNING));
      this.part('statement').querySelector('input').value = base64(bytes);
      this.say(this.text('sending'));
      this.part('send').querySelector('input, button').click();
    } catch (error) {
      this.say('');
      this.wrong(this.text(error instanceof ClosingError ? `opening.closing.${error.reason}`
        : error instanceof Stopped ? error.message : 'failed'));
      this.button.disabled = false;
    }
  }

  /** The text to sign. */
  make() {
    switch (this.data.opening) {
      case 'rehearse': return this.rehearsal();
      case 'open': return this.opening();
      default: return this.part('exact').textContent;
    }
  }

  async shareKey() {
    const { key, about } = this.keys.ENCRYPTION;
    const found = shareKey(key, about.fingerprint, await readCommittee(this.data.committee));
    if (found === null || found.opener !== this.data.opener) throw new Stopped('opening.other-key');
    return { found, fingerprint: about.fingerprint };
  }

  async rehearsal() {
    const { found, fingerprint } = await this.shareKey();
    const { tender, enc, sealed } = this.data;
    const secret = await answerRehearsal({ key: found, tender, enc, sealed });
    this.log.remember();
    return canonicalJson({
      format: 'subhasta-rehearsal-1', tender, opener: found.opener, certificate: fingerprint, secret,
      madeAt: new Date().toISOString(),
    });
  }

  async opening() {
    const { found } = await this.shareKey();
    const { tender, partName: part, proof, logKey } = this.data;
    if (this.log.differs) throw new ClosingError('other-log');
    const closing = await verifyClosing({
      proof: new TextDecoder().decode(fromBase64(proof)), logKey, tender, part,
      deadline: new Date(this.data.deadline),
    });
    this.log.remember();
    const envelopes = JSON.parse(this.data.envelopes);
    const bar = this.part('bar');
    bar.hidden = false;
    bar.max = envelopes.length;
    const shares = await openShares({
      key: found, tender, part, envelopes,
      progress: (done, all) => {
        bar.value = done;
        this.say(this.text('opening.progress', done, all));
      },
    });
    const failed = shares.filter(({ share }) => share === null).length;
    if (failed === envelopes.length && failed > 0) throw new Stopped('opening.none');
    return openingAct({ closing, part, key: found, shares });
  }

  wrong(sentence) {
    const box = this.part('problem');
    box.hidden = sentence === '';
    box.textContent = sentence;
    if (sentence !== '') box.focus();
  }

  say(text) { this.part('progress').textContent = text; }
}

each('[data-opening]', (root) => new OpeningPage(root).start());
