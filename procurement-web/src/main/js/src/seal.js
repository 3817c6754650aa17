// Seals a bid here, in the browser, to the opening committee: format "subhasta-envelope-1", which
// docs/reference/sealed-bids.md describes. Nothing readable and no key leaves this page.
import { base64, concat, sha256, utf8 } from './bytes.js';
import { canonicalJson } from './canonical-json.js';
import { sign } from './cades.js';
import { shareContext, textContext } from './context.js';
import { freshPair, sealTo } from './hpke.js';
import { shareOf } from './shamir.js';

const BLOCK = 4096;

const random = () => crypto.getRandomValues(new Uint8Array(32));

/** Thrown where a file was saved between signing and sealing. */
export class FileChanged extends Error {
  constructor(name) {
    super(name);
    this.file = name;
  }
}

/**
 * What a statement says of files, and what sealing them needs besides: `[{file, salt, named}]` with
 * `named: {name, size, digest}`. `progress` hears how many are done, of how many.
 */
export async function describeAttachments(files, progress = () => {}) {
  const described = [];
  for (const file of files) {
    const salt = random();
    const digest = await saltedDigest(salt, await bytesOf(file));
    described.push({ file, salt, named: { name: file.name, size: file.size, digest } });
    progress(described.length, files.length);
  }
  return described;
}

const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());
const saltedDigest = (salt, bytes) => sha256(concat(salt, bytes));

/**
 * The clear members of a new envelope. `kind` is submit, replace or withdraw; `replaces` the
 * envelope that the last two are about; `openers` the committee's fingerprint.
 */
export function envelopeHeader({ tender, notice, bidder, openers, kind, replaces }, madeAt = new Date()) {
  const header = {
    id: crypto.randomUUID(), tender, notice, bidder, openers, kind, madeAt: madeAt.toISOString(),
  };
  return kind === 'submit' ? header : { ...header, replaces };
}

/** The statement of one part, format "subhasta-bid-1": what is signed and then sealed. */
export const partStatement = (header, part, { currency, prices }, lots, attachments) => canonicalJson({
  format: 'subhasta-bid-1', ...header, part, currency, prices, lots,
  attachments: attachments.map(({ named }) => named),
});

/** The envelope's text, which is signed too. A withdrawal has no parts. */
export const envelopeText = (header, parts) =>
  canonicalJson({ format: 'subhasta-envelope-1', ...header, parts });

/**
 * Signs and seals a bid.
 *
 * @param header      from envelopeHeader(), of this committee
 * @param committee   from readCommittee()
 * @param parts       `[{name, statement, attachments}]`: name bid, or technical and price; the text
 *                    of partStatement(); what describeAttachments() gave
 * @param opened      the key, from openKeyFile()
 * @param progress    hears how many texts are sealed, of how many
 * @return `{envelope, signature, texts}`: text, DER, and `[{name: 'bid-0', blob}]`
 */
export async function sealBid({ header, committee, parts, opened, progress = () => {} }) {
  const sealed = [];
  const texts = [];
  const count = parts.reduce((sum, part) => sum + 1 + part.attachments.length, 0);
  for (const { name, statement, attachments } of parts) {
    const bytes = utf8(statement);
    const signature = new Uint8Array(await sign(bytes, opened));
    const secrets = await freshSecrets(committee);
    const take = (index, text) => {
      texts.push({ name: `${name}-${index}`, blob: new Blob([text]) });
      progress(texts.length, count);
    };
    sealed.push(await sealPart({ header, committee, name, statement: bytes, signature, attachments, secrets, take }));
  }
  const envelope = envelopeText(header, sealed);
  return { envelope, signature: new Uint8Array(await sign(utf8(envelope), opened)), texts };
}

/** All that is random in a part. Only tests give it other values than fresh ones. */
export async function freshSecrets({ openers, threshold }) {
  return {
    contentKey: random(),
    coefficients: Array.from({ length: threshold - 1 }, random),
    ephemerals: await Promise.all(openers.map(freshPair)),
    salt: random(),
  };
}

/** Seals one part; `take` gets each encrypted text with its index. */
export async function sealPart({ header, committee, name, statement, signature, attachments, secrets, take }) {
  const { openers, threshold } = committee;
  const { contentKey, coefficients, ephemerals, salt } = secrets;
  const shares = openers.map((opener, i) => shareOf([contentKey, ...coefficients], i + 1));
  const contents = utf8(canonicalJson({
    format: 'subhasta-contents-1',
    statement: base64(statement),
    signature: base64(signature),
    shares: shares.map(base64),
    ephemerals: ephemerals.map(({ bytes }) => base64(bytes)),
    salt: base64(salt),
    attachments: attachments.map((attachment) => (
      { salt: base64(attachment.salt), size: attachment.named.size })),
  }));
  const key = await crypto.subtle.importKey('raw', contentKey, 'HKDF', false, ['deriveBits']);
  const texts = [];
  const seal = async (plain, lengthBytes) => {
    const text = await sealText(key, textContext(header, name, texts.length), plain, lengthBytes);
    texts.push({ size: text.byteLength, sha256: await sha256(text) });
    take(texts.length - 1, text);
  };
  await seal(contents, 4);
  for (const attachment of attachments) {
    const bytes = await bytesOf(attachment.file);
    if (await saltedDigest(attachment.salt, bytes) !== attachment.named.digest) {
      throw new FileChanged(attachment.named.name);
    }
    await seal(bytes, 0);
  }
  return {
    name,
    threshold,
    commitment: await commitment(salt, statement, signature),
    shares: await Promise.all(openers.map(async ({ id, publicKey }, i) => {
      const { enc, sealed } = await sealTo(publicKey, shareContext(header, name, id), shares[i], ephemerals[i].pair);
      return { opener: id, hash: await sha256(shares[i]), enc: base64(enc), sealed: base64(sealed) };
    })),
    texts,
  };
}

async function commitment(salt, ...signed) {
  const digests = await Promise.all(signed.map((bytes) => crypto.subtle.digest('SHA-256', bytes)));
  return sha256(concat(salt, ...digests));
}

/** AES-256-GCM under a key and a nonce of its own, filled with zeros up to whole blocks. */
async function sealText(contentKey, info, plain, lengthBytes) {
  const length = lengthBytes + plain.byteLength;
  const padded = new Uint8Array(Math.max(1, Math.ceil(length / BLOCK)) * BLOCK);
  if (lengthBytes > 0) new DataView(padded.buffer).setUint32(0, plain.byteLength);
  padded.set(plain, lengthBytes);
  const derived = new Uint8Array(await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }, contentKey, 44 * 8));
  const key = await crypto.subtle.importKey('raw', derived.subarray(0, 32), 'AES-GCM', false, ['encrypt']);
  return new Uint8Array(await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: derived.subarray(32), tagLength: 128 }, key, padded));
}
