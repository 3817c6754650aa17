// Makes a key in this browser and asks for a certificate for it (PKCS#10, RFC 2986). The request
// names nobody: who holds the key is what the platform has on record. Its challenge is the SHA-256
// of the statement that the page was given, which names the person: nobody else can use it.
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { base64, sha256, utf8 } from './bytes.js';
import { keep, keyName } from './key-store.js';

const CHALLENGE_PASSWORD = '1.2.840.113549.1.9.7';
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' };
const ECDH = { name: 'ECDH', namedCurve: 'P-256' };

/** Makes and keeps a key for that use, and gives the request for it in base64. */
export async function requestKey(use, person, statement) {
  const { privateKey, publicKey, signer } = use === 'SIGNING' ? await signing() : await encryption();
  const spki = await crypto.subtle.exportKey('spki', publicKey);
  const request = await pkcs10(signer, spki, await sha256(utf8(statement)));
  await keep({ name: await keyName(spki), person, use, privateKey, publicKey });
  return base64(request);
}

async function signing() {
  const pair = await crypto.subtle.generateKey(ECDSA, false, ['sign']);
  return { privateKey: pair.privateKey, publicKey: pair.publicKey, signer: pair.privateKey };
}

/**
 * A key that agrees on keys cannot sign in a browser, but has to sign its own request once (NIST SP
 * 800-56A r3, 5.6.3.2). So for a moment it is extractable, and what is kept of it is not.
 */
async function encryption() {
  const pair = await crypto.subtle.generateKey(ECDH, true, ['deriveBits']);
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  try {
    return {
      privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, ECDH, false, ['deriveBits']),
      publicKey: pair.publicKey,
      signer: await crypto.subtle.importKey('pkcs8', pkcs8, ECDSA, false, ['sign']),
    };
  } finally {
    new Uint8Array(pkcs8).fill(0);
  }
}

async function pkcs10(signer, spki, challenge) {
  const request = new pkijs.CertificationRequest({
    version: 0,
    subjectPublicKeyInfo: pkijs.PublicKeyInfo.fromBER(spki),
    attributes: [new pkijs.Attribute({
      type: CHALLENGE_PASSWORD, values: [new asn1js.PrintableString({ value: challenge })],
    })],
  });
  await request.sign(signer, 'SHA-256');
  return request.toSchema(true).toBER(false);
}
