// Verifies, before any share is released, that the journal says the box is closed: a C2SP
// tlog-proof whose leaf is the closing entry, under a checkpoint (C2SP tlog-checkpoint, a signed
// note) of the log whose verifier key the opener has; and that the deadline is over by one's own clock.
import { verifyAsync } from '@noble/ed25519';
import { concat, equal, fromBase64, hex, sha256, utf8 } from './bytes.js';

const ED25519 = 1; // C2SP signed-note: the type of a log's own key
const LONGEST_PATH = 63;

/** Which entry lets which part be opened. */
const ACTS = { bid: 'box-closed', technical: 'box-closed', price: 'technical-evaluated' };

/**
 * Why nothing may be opened. `reason` is one of: malformed, not-signed, other-log, not-included,
 * other-entry, too-early.
 */
export class ClosingError extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Verifies; throws a ClosingError where it does not hold.
 *
 * @param proof    text of a tlog-proof
 * @param logKey   the log's verifier key, `name+hash+base64`, from where the opener trusts it
 * @param deadline a Date: the box's, from the notice the opener read
 * @param now      the opener's own clock
 * @return the closing that openingAct() asks for: `{tender, part, entry, at}`, entry the leaf hash
 */
export async function verifyClosing({ proof, logKey, tender, part, deadline, now = new Date() }) {
  const { leaf, index, path, note } = parseProof(proof);
  const text = await signedText(note, await parseKey(logKey));
  const { origin, size, root } = parseCheckpoint(text);
  if (origin !== logKey.split('+')[0]) throw new ClosingError('other-log');
  const leafHash = await treeHash(0, leaf);
  const reached = await rootFrom(leafHash, index, size, path);
  if (!reached || !equal(reached, root)) throw new ClosingError('not-included');
  const at = closedAt(leaf, tender, part);
  if (now < deadline || now < at) throw new ClosingError('too-early');
  return { tender, part, entry: hex(leafHash), at };
}

function parseProof(proof) {
  const [head, ...rest] = proof.split('\n\n');
  const [first, extra, index, ...path] = head.split('\n');
  if (first !== 'c2sp.org/tlog-proof@v1' || !extra?.startsWith('extra ') || !index?.startsWith('index ')
      || path.length > LONGEST_PATH) {
    throw new ClosingError('malformed');
  }
  return {
    leaf: bytes(extra.slice('extra '.length)),
    index: number(index.slice('index '.length)),
    path: path.map(hash),
    note: rest.join('\n\n'),
  };
}

/** A verifier key: name, type and 32 bytes, and the first four bytes of a hash over all of them. */
async function parseKey(logKey) {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(logKey.trim())
    ?? wrong();
  const typed = bytes(encoded);
  const expected = (await sha256(concat(utf8(`${name}\n`), typed))).slice(0, 8);
  if (typed.length !== 33 || typed[0] !== ED25519 || id !== expected) wrong();
  return { name, id, key: typed.subarray(1) };
}

/** The text of a note that is signed by this key: each of its signatures has to hold. */
async function signedText(note, { name, id, key }) {
  const end = note.lastIndexOf('\n\n');
  if (end <= 0 || !note.endsWith('\n')) wrong();
  const text = note.slice(0, end + 1);
  const own = note.slice(end + 2, -1).split('\n')
    .map((line) => /^— ([^+\s]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? wrong())
    .map(([, signer, signature]) => ({ signer, all: bytes(signature) }))
    .filter(({ signer, all }) => signer === name && hex(all.subarray(0, 4)) === id);
  if (own.length === 0) throw new ClosingError('not-signed');
  for (const { all } of own) {
    const signature = all.subarray(4);
    if (signature.length !== 64 || !(await verifyAsync(signature, utf8(text), key, { zip215: false }))) {
      throw new ClosingError('not-signed');
    }
  }
  return text;
}

function parseCheckpoint(text) {
  const [origin, size, root, ...more] = text.split('\n');
  if (!origin || more.length === 0 || more.at(-1) !== '' || more.slice(0, -1).includes('')) wrong();
  return { origin, size: number(size), root: hash(root) };
}

/** The root that an audit path leads to (RFC 9162, 2.1.3.2, in its words); null where none. */
async function rootFrom(leafHash, index, size, path) {
  if (index >= size) return null;
  let fn = index;
  let sn = size - 1n;
  let r = leafHash;
  for (const p of path) {
    if (sn === 0n) return null;
    if (fn % 2n === 1n || fn === sn) {
      r = await treeHash(1, p, r);
      while (fn % 2n === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      r = await treeHash(1, r, p);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n ? r : null;
}

/** RFC 6962, 2.1: prefix 0 for a leaf, 1 for a node. */
const treeHash = async (prefix, ...parts) => new Uint8Array(
  await crypto.subtle.digest('SHA-256', concat(Uint8Array.of(prefix), ...parts)));

/** When the entry says that the box of this tender was closed, or its prices set free. */
function closedAt(leaf, tender, part) {
  let entry;
  try {
    entry = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(leaf));
  } catch {
    wrong();
  }
  const at = new Date(entry?.at);
  if (entry?.format !== 'subhasta-leaf-1' || entry.header?.act !== ACTS[part]
      || entry.header.subject !== `box/${tender}` || Number.isNaN(at.getTime())) {
    throw new ClosingError('other-entry');
  }
  return at;
}

function wrong() {
  throw new ClosingError('malformed');
}

const number = (text) => (/^(0|[1-9][0-9]{0,17})$/.test(text) ? BigInt(text) : wrong());

function bytes(text) {
  try {
    const read = fromBase64(text);
    if (btoa(String.fromCharCode(...read)) === text) return read;
  } catch {
    // Told below, together with other spellings of the same bytes.
  }
  return wrong();
}

function hash(text) {
  const read = bytes(text ?? '');
  return read.length === 32 ? read : wrong();
}
