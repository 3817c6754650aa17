// Announcing, on a slow line, that a sealed bid is on its way: format "subhasta-announcement-1". What
// is kept of the bid meanwhile is what `./subhasta seal` writes: either tool can send it.
import { base64, sha256, utf8 } from './bytes.js';
import { canonicalJson } from './canonical-json.js';
import { zip } from './zip.js';

/** Thrown where the platform did not take an announcement; `sentences` say why. */
export class NotAnnounced extends Error {
  constructor(sentences) {
    super(sentences.join(' '));
    this.sentences = sentences;
  }
}

/** What is signed: that the envelope of this header and text is on its way. */
export async function announcementText({ tender, notice, bidder, id }, envelope, madeAt = new Date()) {
  return canonicalJson({
    format: 'subhasta-announcement-1', tender, notice, bidder, bid: id,
    envelope: await sha256(utf8(envelope)), madeAt: madeAt.toISOString(),
  });
}

/**
 * Sends an announcement. Sent again it is answered as it was the first time, so that whoever did
 * not hear the answer asks once more, after the deadline too.
 *
 * @param address   where it is taken
 * @param announced `{statement, signature}`: text and DER
 * @return what the platform says of it, for people
 */
export async function announce(address, { statement, signature }) {
  const response = await fetch(address, {
    method: 'POST',
    // Signed out, one would be led to the page that asks who one is: no answer to this.
    redirect: 'error',
    body: new URLSearchParams({ statement: base64(utf8(statement)), signature: base64(signature) }),
  });
  if (!(response.headers.get('Content-Type') ?? '').startsWith('application/json')) {
    throw new TypeError(`answered with status ${response.status}`);
  }
  const { accepted, said } = await response.json();
  if (!accepted) throw new NotAnnounced(said);
  return said.join(' ');
}

/** The file to keep: what sealBid() gave, and the announcement with its signature. */
export const keptFile = ({ envelope, signature, texts }, announced) => zip([
  { name: 'envelope.json', blob: new Blob([envelope]) },
  { name: 'envelope.p7s', blob: new Blob([signature]) },
  { name: 'announcement.json', blob: new Blob([announced.statement]) },
  { name: 'announcement.p7s', blob: new Blob([announced.signature]) },
  ...texts,
]);
