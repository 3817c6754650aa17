// The form [data-enrol]: opens a key file here, signs the statement with it, and sends statement,
// signature and certificate. The file and its password have no name in the form: they stay here.
import { base64, utf8 } from './bytes.js';
import { sign } from './cades.js';
import { each, texts } from './dom.js';
import { KeyFileError, openKeyFile } from './key-file.js';

class EnrolPage {
  constructor(form) {
    this.form = form;
    this.text = texts(form.querySelector('[data-texts]'));
    this.file = document.getElementById('keyFile');
    this.password = document.getElementById('keyPassword');
    this.progress = document.getElementById('keyProgress');
    this.signed = false;
  }

  start() {
    this.form.addEventListener('submit', (event) => {
      if (this.signed) return;
      event.preventDefault();
      if (!this.working) this.enrol(event.submitter);
    });
    this.file.addEventListener('change', () => this.wrong(this.file, ''));
  }

  async enrol(button) {
    this.wrong(this.file, '');
    this.wrong(this.password, '');
    if (!globalThis.crypto?.subtle) return this.wrong(this.file, this.text('insecure'));
    if (!this.file.files[0]) return this.wrong(this.file, this.text('key.missing'));
    this.working = true;
    this.say(this.text('key.opening'));
    try {
      const opened = await openKeyFile(await this.file.files[0].arrayBuffer(), this.password.value);
      this.say(this.text('signing'));
      const value = (id) => this.form.querySelector(`[id="${id}"]`);
      value('signature').value = base64(await sign(utf8(value('statement').value), opened));
      value('fromKey').value = base64(opened.certificate.toSchema().toBER(false));
      this.password.value = '';
      this.signed = true;
      this.say(this.text('sending'));
      button.click();
    } catch (error) {
      this.say('');
      const reason = error instanceof KeyFileError ? error.reason : 'not-a-key-file';
      const about = reason === 'wrong-password' ? this.password : this.file;
      this.wrong(about, this.text(`key.${reason}`));
    } finally {
      this.working = false;
    }
    return undefined;
  }

  /** Says beside an input what is wrong with it, or takes that back. */
  wrong(input, sentence) {
    const place = document.getElementById(`${input.id}-wrong`);
    place.textContent = sentence;
    place.hidden = sentence === '';
    input.closest('.field').classList.toggle('is-wrong', sentence !== '');
    if (sentence === '') {
      input.removeAttribute('aria-invalid');
    } else {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    }
  }

  say(text) { this.progress.textContent = text; }
}

each('form[data-enrol]', (form) => new EnrolPage(form).start());
