// HPKE (RFC 9180) as sealed bids use it: base mode, P-256, AES-256-GCM, one message each.
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

export const P256 = { name: 'ECDH', namedCurve: 'P-256' };

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm(),
});

/**
 * The message sealed to a public key, by a pair of keys that is used for nothing else. The pair is
 * generated and never derived: some browsers cannot tell the public key of a private one.
 */
export async function sealTo(recipientPublicKey, info, message, ephemeral) {
  const sender = await suite.createSenderContext({ recipientPublicKey, info, ekm: ephemeral });
  return { enc: new Uint8Array(sender.enc), sealed: new Uint8Array(await sender.seal(message)) };
}

/** The message; fails where it was sealed to another key or for something else, or was changed. */
export async function openSealed({ privateKey, publicKey }, info, { enc, sealed }) {
  const recipient = await suite.createRecipientContext({
    recipientKey: { privateKey, publicKey }, enc, info,
  });
  return new Uint8Array(await recipient.open(sealed));
}

/** A fresh pair and its private part as 32 bytes. */
export async function freshPair() {
  const pair = await crypto.subtle.generateKey(P256, true, ['deriveBits']);
  const { d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const binary = atob(d.replaceAll('-', '+').replaceAll('_', '/'));
  return { pair, bytes: Uint8Array.from(binary, (c) => c.charCodeAt(0)) };
}
