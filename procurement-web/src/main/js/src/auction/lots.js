// How the lots of an auction stand, where there are several: looked up now and then, for only one of
// them is followed here.
const EVERY = 15_000;

export class Lots {
  /** `ended` hears once that all lots have. */
  constructor(root, { address, text, ended }) {
    Object.assign(this, { root, address, text, ended });
  }

  start() {
    if (this.root) this.timer = setInterval(() => this.look(), EVERY);
  }

  async look() {
    const answer = await fetch(this.address, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok || this.done) return;
    const { lots } = await answer.json();
    for (const place of this.root?.querySelectorAll('[data-lot-state]') ?? []) {
      place.textContent = this.text(`status.${lots[place.dataset.lotState].state}`);
    }
    if (Object.values(lots).some(({ state }) => state !== 'ended')) return;
    this.done = true;
    clearInterval(this.timer);
    this.ended();
  }
}
