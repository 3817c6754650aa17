// The form [data-browser-key] on /certificates: makes a key in this browser and asks for its
// certificate. An opener makes two at once. Beside each certificate and request the page says
// whether its key is in this browser.
import { fromBase64 } from './bytes.js';
import { each, texts } from './dom.js';
import { publicKeyOf } from './key-file.js';
import { requestKey } from './key-request.js';
import { forget, keyName, madeBy } from './key-store.js';

class BrowserKeyPage {
  constructor(form) {
    this.form = form;
    this.text = texts(form);
    this.person = form.dataset.person;
    this.asked = false;
  }

  input(id) { return this.form.querySelector(`[id="${id}"]`); }

  start() {
    if (!globalThis.crypto?.subtle || !globalThis.indexedDB) {
      this.say(this.text('insecure'));
      this.input('makeKey').disabled = true;
      return;
    }
    this.form.addEventListener('submit', (event) => {
      if (this.asked) return;
      event.preventDefault();
      if (!this.working) this.make(event.submitter);
    });
    this.tell();
  }

  async make(button) {
    const understood = document.getElementById('understood');
    const wrong = document.getElementById('understood-wrong');
    wrong.hidden = understood.checked;
    if (!understood.checked) {
      understood.focus();
      return;
    }
    this.working = true;
    this.say(this.text('key.making'));
    try {
      const statement = this.input('keyStatement').value;
      const requests = [];
      for (const use of this.form.dataset.uses.split(' ')) {
        requests.push({ use, pkcs10: await requestKey(use, this.person, statement) });
      }
      this.input('keyRequests').value = JSON.stringify(requests);
      this.asked = true;
      this.say(this.text('sending'));
      button.click();
    } catch {
      this.say(this.text('key.not-made'));
    } finally {
      this.working = false;
    }
  }

  /** Says where keys are, and drops those whose request came to nothing. */
  async tell() {
    const places = [...document.querySelectorAll('[data-key-of], [data-key-name]')];
    const made = new Set((await madeBy(this.person)).map((one) => one.name));
    for (const place of places) {
      const name = place.dataset.keyName
        ?? await keyName(publicKeyOf(fromBase64(place.dataset.keyOf).buffer));
      const here = made.has(name);
      if (here && place.dataset.over === 'true') await forget(name);
      place.textContent = here ? this.text('key.here') : this.text('key.not-here');
      place.hidden = !here && place.dataset.browser !== 'true';
    }
  }

  say(text) { document.getElementById('browserKeyProgress').textContent = text; }
}

each('form[data-browser-key]', (form) => new BrowserKeyPage(form).start());
