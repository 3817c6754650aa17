// A detached JWS (RFC 7515, appendix F) as acts in auctions have it: the header names the algorithm
// and the certificate, and nothing else.
import { base64url, fromHex, utf8 } from './bytes.js';

const SALT = 32; // RFC 7518, 3.5: as long as the digest

function scheme({ key, pss }) {
  const { namedCurve } = key.algorithm;
  if (namedCurve === 'P-256') return { alg: 'ES256', key, how: { name: 'ECDSA', hash: 'SHA-256' } };
  if (namedCurve === 'P-384') return { alg: 'ES384', key, how: { name: 'ECDSA', hash: 'SHA-384' } };
  return pss ? { alg: 'PS256', key: pss, how: { name: 'RSA-PSS', saltLength: SALT } } : null;
}

/** Whether a key can sign so: an RSA key can where it was opened for both of its schemes. */
export const signsDetached = (opened) => scheme(opened) !== null;

/** `header..signature` over `content` (bytes), by what openKeyFile() gave. */
export async function signDetached(content, opened) {
  const { alg, key, how } = scheme(opened);
  const header = base64url(utf8(JSON.stringify({
    alg, 'x5t#S256': base64url(fromHex(opened.about.fingerprint)),
  })));
  const signature = await crypto.subtle.sign(how, key, utf8(`${header}.${base64url(content)}`));
  return `${header}..${base64url(signature)}`;
}
