// Opens an opener's own shares, here in the browser. Shares are released only after verifyClosing()
// of closing.js: the caller's duty, and openingAct() asks for what it gave.
import { base64, fromBase64, sha256 } from './bytes.js';
import { canonicalJson } from './canonical-json.js';
import { rehearsalContext, shareContext } from './context.js';
import { openSealed } from './hpke.js';
import { SHARE_BYTES } from './shamir.js';

/** Why a share stays closed: committee-differs, part-missing, cannot-be-decrypted, hash-differs. */
class Closed extends Error {}

/**
 * An opener's key for a committee, from a private key (ECDH on P-256, deriveBits; it need not be
 * extractable) and the SHA-256 of its certificate's DER. Null where it is none of the committee's.
 */
export function shareKey(privateKey, certificateFingerprint, committee) {
  const index = committee.openers.findIndex(({ fingerprint }) => fingerprint === certificateFingerprint);
  if (index < 0) return null;
  const { id, publicKey } = committee.openers[index];
  return { opener: id, x: index + 1, committee, keys: { privateKey, publicKey } };
}

/**
 * Opens the own shares of all bids.
 *
 * @param key       from shareKey()
 * @param tender    whose box was verified to be closed: no share of another is touched
 * @param part      bid, technical or price
 * @param envelopes their texts, canonical JSON as handed in
 * @param progress  hears how many are done, of how many
 * @return `[{bid, share}]` ordered by bid; a share that stays closed is null, and `problem` says why
 */
export async function openShares({ key, tender, part, envelopes, progress = () => {} }) {
  const opened = [];
  for (const text of envelopes) {
    const envelope = JSON.parse(text);
    try {
      if (envelope.tender !== tender) throw new Closed('other-tender');
      opened.push({ bid: envelope.id, share: await openShare(key, envelope, part) });
    } catch (error) {
      opened.push({
        bid: envelope.id, share: null,
        problem: error instanceof Closed ? error.message : 'cannot-be-decrypted',
      });
    }
    progress(opened.length, envelopes.length);
  }
  return opened.sort((a, b) => (a.bid < b.bid ? -1 : 1));
}

async function openShare({ opener, x, committee, keys }, envelope, name) {
  if (envelope.openers !== committee.fingerprint) throw new Closed('committee-differs');
  const part = envelope.parts.find((candidate) => candidate.name === name);
  if (!part) throw new Closed('part-missing');
  const sealed = part.shares[x - 1];
  if (sealed?.opener !== opener) throw new Closed('committee-differs');
  const share = await openSealed(keys, shareContext(envelope, name, opener), {
    enc: fromBase64(sealed.enc), sealed: fromBase64(sealed.sealed),
  });
  if (share.length !== SHARE_BYTES || share[SHARE_BYTES - 1] !== x || await sha256(share) !== sealed.hash) {
    throw new Closed('hash-differs');
  }
  return share;
}

/**
 * What the opener signs, format "subhasta-opening-act-1": canonical JSON.
 *
 * @param closing what verifyClosing() gave
 * @param shares  what openShares() gave
 */
export const openingAct = ({ closing, part, key, shares }, madeAt = new Date()) => canonicalJson({
  format: 'subhasta-opening-act-1',
  tender: closing.tender,
  part,
  opener: key.opener,
  entry: closing.entry,
  shares: shares.map(({ bid, share }) => ({ bid, share: share && base64(share) })),
  madeAt: madeAt.toISOString(),
});

/** The secret of a rehearsal (base 64), which proves before the deadline that the key works. */
export async function answerRehearsal({ key, tender, enc, sealed }) {
  return base64(await openSealed(key.keys, rehearsalContext(tender, key.opener), {
    enc: fromBase64(enc), sealed: fromBase64(sealed),
  }));
}
