// The choice, beside signing, to announce a bid before it is sent: for whoever is on a slow line.
import { announce, announcementText, keptFile } from './announcement.js';
import { utf8 } from './bytes.js';
import { sign } from './cades.js';

export class SlowLine {
  /** `root` is the component <s:sign>, where there may be no such choice. */
  constructor(root) {
    this.choice = root.querySelector('[data-part="slow"]');
    this.told = root.querySelector('[data-part="announced"]');
    this.announced = null;
  }

  get chosen() { return this.choice?.querySelector('input').checked ?? false; }

  /** What was sealed before is not what will be sent. */
  forget() {
    this.announced = null;
    if (this.told) this.told.hidden = true;
  }

  /**
   * Announces what was sealed and offers it as a file to keep. Where the answer got lost it is to be
   * called again with the same: the same announcement is sent again, which is harmless.
   */
  async announce(header, sealed, opened) {
    const again = this.announced !== null;
    if (!again) {
      const statement = await announcementText(header, sealed.envelope);
      this.announced = { statement, signature: new Uint8Array(await sign(utf8(statement), opened)) };
    }
    // On its way at once, time may be short; and kept before the answer is there, which may get lost.
    const answer = announce(this.choice.dataset.address, this.announced);
    // Where the browser cannot make the file the bid is sent all the same.
    const kept = again ? null : this.keep(header, sealed).catch(() => {});
    try {
      this.told.querySelector('[data-part="announced-said"]').textContent = await answer;
    } finally {
      await kept;
    }
    this.told.hidden = false;
  }

  async keep(header, sealed) {
    const link = this.told.querySelector('a');
    URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(await keptFile(sealed, this.announced));
    link.download = `sealed-bid-${header.id}.zip`;
    link.click();
  }
}
