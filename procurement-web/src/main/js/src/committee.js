// The opening committee, format "subhasta-committee-1": whom bids are sealed to.
import * as pkijs from 'pkijs';
import { canonicalJson } from './canonical-json.js';
import { fromBase64, sha256, utf8 } from './bytes.js';
import { P256 } from './hpke.js';

/**
 * Reads the published JSON (its text). What comes: the threshold, the fingerprint, and the openers
 * with `id`, `certificate` (base 64), `fingerprint` of the certificate and `publicKey`.
 */
export async function readCommittee(text) {
  const { format, openers, threshold } = JSON.parse(text);
  if (format !== 'subhasta-committee-1' || !Array.isArray(openers) || openers.length < 2
      || openers.length > 15 || !(threshold >= 2 && threshold <= openers.length)) {
    throw new TypeError('not an opening committee');
  }
  return {
    openers: await Promise.all(openers.map(readOpener)),
    threshold,
    fingerprint: await sha256(utf8(canonicalJson({ format, openers, threshold }))),
  };
}

async function readOpener({ id, certificate }) {
  const der = fromBase64(certificate);
  const spki = pkijs.Certificate.fromBER(der.buffer).subjectPublicKeyInfo.toSchema().toBER(false);
  return {
    id,
    certificate,
    fingerprint: await sha256(der),
    publicKey: await crypto.subtle.importKey('spki', spki, P256, true, []),
  };
}
