// Says what changes to those who listen (aria-live), but never more often than they can follow.
const PAUSE = 10_000;

export class Speaker {
  constructor(element) {
    this.element = element;
    this.last = -PAUSE;
    this.next = null;
  }

  /** Says it now, or when the pause is over, unless something newer is to be said by then. */
  say(text) {
    const wait = this.last + PAUSE - performance.now();
    clearTimeout(this.next);
    if (wait > 0) this.next = setTimeout(() => this.now(text), wait);
    else this.now(text);
  }

  /** Says it at once: time runs out. */
  now(text) {
    clearTimeout(this.next);
    this.last = performance.now();
    this.element.textContent = text;
  }
}
