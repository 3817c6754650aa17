// The log that an opener trusts: the key of the one that this browser saw first. A platform that showed
// another journal to an opener could otherwise make up the closing that lets shares be released.
const ITEM = 'subhasta-log-key';

export class LogKey {
  /** `shown` is the verifier key that the page names; `storage` a localStorage, which may fail. */
  constructor(shown, storage) {
    this.shown = shown;
    this.storage = storage;
    this.known = this.#read();
  }

  /** Whether it is another than the one remembered: then the opener decides. */
  get differs() { return this.known !== null && this.known !== this.shown; }

  /** Remembers the first one; any later one changes nothing. */
  remember() { if (this.known === null) this.#write(); }

  /** The opener has decided that from now on the log shown is the one to trust. */
  trust() { this.#write(); }

  #read() {
    try {
      return this.storage().getItem(ITEM);
    } catch {
      return null; // Nothing was kept.
    }
  }

  #write() {
    this.known = this.shown;
    try {
      this.storage().setItem(ITEM, this.shown);
    } catch {
      // Nothing is kept then: a private window knows no log from before.
    }
  }
}
