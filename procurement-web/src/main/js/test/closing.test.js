// A log made here with Node's own Ed25519, so that nothing of ours checks itself.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, test } from 'node:test';
import { verifyClosing } from '../src/closing.js';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHash = (leaf) => sha256(Buffer.of(0), leaf);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

/** RFC 6962, 2.1: the tree hash, and 2.1.1: the audit path of a leaf, both as they stand there. */
const split = (n) => 2 ** (Math.ceil(Math.log2(n)) - 1);
const root = (leaves) => (leaves.length === 1 ? leafHash(leaves[0])
  : nodeHash(root(leaves.slice(0, split(leaves.length))), root(leaves.slice(split(leaves.length)))));
function path(m, leaves) {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k ? [...path(m, leaves.slice(0, k)), root(leaves.slice(k))]
    : [...path(m - k, leaves.slice(k)), root(leaves.slice(0, k))];
}

const NAME = 'log.example.org';
const keys = generateKeyPairSync('ed25519');
const raw = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const keyId = sha256(Buffer.from(`${NAME}\n`), Buffer.of(1), raw).subarray(0, 4);
const logKey = `${NAME}+${keyId.toString('hex')}+${Buffer.concat([Buffer.of(1), raw]).toString('base64')}`;

const entry = (change = {}, header = {}) => Buffer.from(JSON.stringify({
  at: '2027-03-01T12:00:00Z', format: 'subhasta-leaf-1', ...change,
  header: { act: 'box-closed', actor: 'system:closing', payload: 'ab', sequence: 7, subject: 'box/t1', ...header },
}));

function proofOf(leaf, { size = 7, index = 4, origin = NAME, signWith = keys.privateKey, hashes } = {}) {
  const leaves = Array.from({ length: size }, (_, i) => (i === index ? leaf : Buffer.from(`leaf ${i}`)));
  const text = `${origin}\n${size}\n${root(leaves).toString('base64')}\n`;
  const signature = Buffer.concat([keyId, sign(null, Buffer.from(text), signWith)]).toString('base64');
  return ['c2sp.org/tlog-proof@v1', `extra ${leaf.toString('base64')}`, `index ${index}`,
    ...(hashes ?? path(index, leaves)).map((hash) => hash.toString('base64')), '', text,
    `— ${NAME} ${signature}\n— witness.example.org ${Buffer.alloc(76).toString('base64')}\n`].join('\n');
}

const verify = (proof, more = {}) => verifyClosing({
  proof, logKey, tender: 't1', part: 'bid', deadline: new Date('2027-03-01T12:00:00Z'),
  now: new Date('2027-03-01T12:05:00Z'), ...more,
});

describe('a closing entry', () => {
  for (const size of [1, 2, 3, 4, 7, 8, 13]) {
    test(`is verified in a log of ${size}, wherever it stands`, async () => {
      for (let index = 0; index < size; index++) {
        const closing = await verify(proofOf(entry(), { size, index }));
        assert.deepEqual(closing, {
          tender: 't1', part: 'bid', entry: leafHash(entry()).toString('hex'), at: new Date('2027-03-01T12:00:00Z'),
        });
      }
    });
  }
  const refused = (reason, proof, more) => assert.rejects(verify(proof, more), { reason });

  test('of another box, another act or another part is refused', async () => {
    await refused('other-entry', proofOf(entry({}, { subject: 'box/t2' })));
    await refused('other-entry', proofOf(entry({}, { act: 'bid-received' })));
    await refused('other-entry', proofOf(entry()), { part: 'price' });
    await refused('other-entry', proofOf(entry({ format: 'subhasta-leaf-2' })));
    await refused('other-entry', proofOf(entry({ at: 'soon' })));
    await refused('other-entry', proofOf(Buffer.from('null')));
    assert.equal((await verify(proofOf(entry({}, { act: 'technical-evaluated' })), { part: 'price' })).part, 'price');
  });
  test('is refused before the deadline, and before its own time, by one\'s own clock', async () => {
    await refused('too-early', proofOf(entry()), { deadline: new Date('2027-03-01T12:06:00Z') });
    await refused('too-early', proofOf(entry({ at: '2027-03-01T12:06:00Z' })));
  });
  test('signed by another key, for another log, or not in the tree is refused', async () => {
    const stranger = generateKeyPairSync('ed25519').privateKey;
    await refused('not-signed', proofOf(entry(), { signWith: stranger }));
    await refused('not-signed', proofOf(entry()).replace(`— ${NAME}`, '— other.example.org'));
    await refused('other-log', proofOf(entry(), { origin: 'other.example.org' }));
    await refused('not-included', proofOf(entry(), { hashes: [] }));
    await refused('not-included', proofOf(entry(), { hashes: [Buffer.alloc(32), Buffer.alloc(32), Buffer.alloc(32)] }));
  });
  test('in which any one character is another is refused', async () => {
    const proof = proofOf(entry(), { size: 3, index: 1 });
    const signed = proof.indexOf('— witness');
    for (let i = 0; i < signed; i++) {
      const other = proof[i] === 'B' ? 'C' : 'B';
      await assert.rejects(verify(proof.slice(0, i) + other + proof.slice(i + 1)), { name: 'Error' }, `character ${i}`);
    }
  });
  test('with a verifier key that is none is refused', async () => {
    for (const key of ['', 'a+b+c', logKey.replace(/.$/, 'A'), logKey.replace(NAME, 'x')]) {
      await refused('malformed', proofOf(entry()), { logKey: key });
    }
  });
});
