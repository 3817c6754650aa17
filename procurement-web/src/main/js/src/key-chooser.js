// The component <s:key>: which key to use. A key made in this browser is offered by its
// certificate; a key file is opened here. Either is chosen once for as long as the tab is open.
import { fromBase64 } from './bytes.js';
import { element, language, mark, texts } from './dom.js';
import { KeyFileError, openKeyFile, openShareKeyFile, publicKeyOf, reopened } from './key-file.js';
import { keyName, keepOpened, forgetOpened, madeBy, openedBefore } from './key-store.js';

const der = (certificate) => certificate.toSchema().toBER(false);

export class KeyChooser {
  /** `root` is the component's element; `changed` hears of every choice, null when there is none. */
  constructor(root, changed = () => {}) {
    this.root = root;
    this.use = root.dataset.use;
    this.person = root.dataset.person;
    this.text = texts(root);
    this.changed = changed;
    this.opened = null;
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }
  on(act, listener) { this.root.querySelector(`[data-act="${act}"]`)?.addEventListener('click', listener); }

  async start() {
    this.on('open', () => this.open());
    this.on('other-key', () => this.other());
    this.part('key-file').addEventListener('change', () => this.wrong(this.part('key-file'), null));
    this.part('password').addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.open();
    });
    await this.offerMade();
    const before = await openedBefore(this.person, this.use).catch(() => null);
    if (before) this.choose(await reopened(before));
  }

  /** Keys of this browser whose certificate is admitted, each a button. */
  async offerMade() {
    const certified = new Map();
    for (const one of JSON.parse(this.root.dataset.certificates)) {
      if (one.use !== this.use) continue;
      const opened = fromBase64(one.der).buffer;
      certified.set(await keyName(publicKeyOf(opened)), opened);
    }
    const made = await madeBy(this.person).catch(() => []);
    const mine = made.filter((one) => one.use === this.use && certified.has(one.name));
    const list = this.part('made-keys');
    for (const one of mine) {
      const opened = await reopened({ key: one.privateKey, certificate: certified.get(one.name), others: [] });
      const button = element('button', { type: 'button', class: 'button quiet', 'data-act': 'made-key' },
        this.text('key.made.use', opened.about.subject));
      button.addEventListener('click', () => this.take(opened));
      list.append(element('p', {}, button));
    }
    this.part('made').hidden = mine.length === 0;
  }

  async open() {
    const chosen = this.part('key-file');
    const password = this.part('password');
    this.wrong(chosen, null);
    this.wrong(password, null);
    if (!chosen.files[0]) {
      this.wrong(chosen, this.text('key.missing'));
      return;
    }
    this.say(this.text('key.opening'));
    try {
      const opened = await (this.use === 'SIGNING' ? openKeyFile : openShareKeyFile)(await chosen.files[0].arrayBuffer(), password.value);
      password.value = '';
      await this.take(opened);
    } catch (error) {
      const reason = error instanceof KeyFileError ? error.reason : 'not-a-key-file';
      const about = reason === 'wrong-password' ? password : chosen;
      this.wrong(about, this.text(`key.${reason}`));
      if (about === password) password.select();
    } finally {
      this.say('');
    }
  }

  /** Chooses a key, and keeps the choice for this tab. */
  async take(opened) {
    await keepOpened(this.person, this.use, {
      key: opened.key, pss: opened.pss, certificate: der(opened.certificate), others: opened.others.map(der),
    }).catch(() => {}); // Without storage (a private window) the key is asked for on every page.
    this.choose(opened);
    this.part('certificate').querySelector('h3').focus();
  }

  async other() {
    await forgetOpened(this.use).catch(() => {});
    this.opened = null;
    this.part('certificate').hidden = true;
    this.part('choose').hidden = false;
    this.part('key-file').value = '';
    this.part('choose').querySelector('button:not([hidden]), input').focus();
    this.changed(null);
  }

  choose(opened) {
    const { subject, issuer, notBefore, notAfter, fingerprint } = opened.about;
    this.part('subject').textContent = subject;
    this.part('issuer').textContent = issuer;
    this.part('not-after').textContent = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(notAfter);
    this.part('fingerprint').textContent = fingerprint.match(/../g).join(' ');
    // The platform's clock decides, not this machine's.
    const now = new Date(this.root.dataset.now);
    const wrong = notAfter < now ? this.text('key.expired') : notBefore > now ? this.text('key.not-yet') : '';
    this.part('certificate-wrong').textContent = wrong;
    this.part('certificate-wrong').hidden = wrong === '';
    this.part('choose').hidden = true;
    this.part('certificate').hidden = false;
    this.opened = opened;
    this.changed(wrong === '' ? opened : null);
  }

  wrong(input, sentence) {
    mark(input.closest('.field'), input, sentence);
    if (sentence) input.focus();
  }

  say(text) { this.part('key-progress').textContent = text; }
}
