// The vectors that the Java part reads too, and another's implementation of secret sharing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { combine } from 'shamir-secret-sharing';
import { base64, fromBase64, hex, sha256, utf8 } from '../src/bytes.js';
import { canonicalJson } from '../src/canonical-json.js';
import { readCommittee } from '../src/committee.js';
import { shareContext, textContext } from '../src/context.js';
import { P256 } from '../src/hpke.js';
import { KeyFileError, openKeyFile, openShareKeyFile } from '../src/key-file.js';
import { answerRehearsal, openShares, openingAct, shareKey } from '../src/open-shares.js';
import {
  FileChanged, describeAttachments, envelopeHeader, envelopeText, partStatement, sealBid, sealPart,
} from '../src/seal.js';
import { shareOf } from '../src/shamir.js';

const { vectors } = JSON.parse(readFileSync(
  new URL('../../../../../signing/src/test/vectors/sealed-bids.json', import.meta.url), 'utf8'));
const fromHex = (text) => Uint8Array.from(text.match(/../g), (byte) => Number.parseInt(byte, 16));
const base64Url = (bytes) => base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const file = (name, bytes) => ({ name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer });

/** A pair from its private part and, as the envelope has it, its public one. */
async function pairOf(privateKey, enc) {
  const publicJwk = { kty: 'EC', crv: 'P-256', x: base64Url(enc.subarray(1, 33)), y: base64Url(enc.subarray(33)) };
  return {
    bytes: privateKey,
    pair: {
      publicKey: await crypto.subtle.importKey('jwk', publicJwk, P256, true, []),
      privateKey: await crypto.subtle.importKey('jwk', { ...publicJwk, d: base64Url(privateKey) }, P256, true, ['deriveBits']),
    },
  };
}

async function openersKey(vector, committee, index) {
  const { key, about } = await openShareKeyFile(
    fromBase64(vector.openers[index].keyStore).buffer, vector.password);
  assert.equal(key.extractable, false);
  return shareKey(key, about.fingerprint, committee);
}

describe('the vectors', () => {
  for (const vector of vectors) {
    test(`seal to the same bytes: ${vector.name}`, async () => {
      const committee = await readCommittee(vector.committee);
      assert.equal(committee.fingerprint, vector.fingerprint);
      const envelope = JSON.parse(vector.envelope);
      const sealed = [];
      for (const [i, part] of vector.parts.entries()) {
        const texts = [];
        const attachments = [];
        for (const { name, salt, content } of part.attachments) {
          const bytes = fromBase64(content);
          const digest = await sha256(Buffer.concat([fromHex(salt), bytes]));
          attachments.push({ file: file(name, bytes), salt: fromHex(salt), named: { name, size: bytes.length, digest } });
        }
        sealed.push(await sealPart({
          header: vector.header, committee, name: part.name, statement: utf8(part.statement),
          signature: fromBase64(part.signature), attachments,
          secrets: {
            contentKey: fromHex(part.contentKey),
            coefficients: part.coefficients.map(fromHex),
            ephemerals: await Promise.all(part.ephemerals.map((key, n) =>
              pairOf(fromHex(key), fromBase64(envelope.parts[i].shares[n].enc)))),
            salt: fromHex(part.salt),
          },
          take: (index, text) => { texts[index] = base64(text); },
        }));
        assert.deepEqual(texts, part.texts);
        part.shareContexts.forEach((context, n) => assert.equal(context,
          new TextDecoder().decode(shareContext(vector.header, part.name, committee.openers[n].id))));
        part.textContexts.forEach((context, n) => assert.equal(context,
          new TextDecoder().decode(textContext(vector.header, part.name, n))));
      }
      assert.equal(envelopeText(vector.header, sealed), vector.envelope);
    });

    test(`open to every opener: ${vector.name}`, async () => {
      const committee = await readCommittee(vector.committee);
      for (const part of vector.parts) {
        for (const index of committee.openers.keys()) {
          const key = await openersKey(vector, committee, index);
          assert.equal(key.opener, committee.openers[index].id);
          const [opened] = await openShares({ key, tender: 'tender-1', part: part.name, envelopes: [vector.envelope] });
          assert.equal(opened.problem, undefined);
          assert.equal(hex(opened.share), part.shares[index]);
        }
      }
    });
  }
});

describe('a share', () => {
  const vector = vectors[0];
  const open = async (change, tender = 'tender-1', part = 'bid') => {
    const envelope = JSON.parse(vector.envelope);
    change(envelope, envelope.parts[0].shares);
    const key = await openersKey(vector, await readCommittee(vector.committee), 0);
    const [{ share, problem }] = await openShares({ key, tender, part, envelopes: [JSON.stringify(envelope)] });
    assert.equal(share, null);
    return problem;
  };
  const flipped = (text) => {
    const bytes = fromBase64(text);
    bytes[20] ^= 1;
    return base64(bytes);
  };

  test('of another tender, of a part that is not there, or for another committee stays closed', async () => {
    assert.equal(await open(() => {}, 'tender-2'), 'other-tender');
    assert.equal(await open(() => {}, 'tender-1', 'price'), 'part-missing');
    assert.equal(await open((envelope) => { envelope.openers = 'ab'.repeat(32); }), 'committee-differs');
    assert.equal(await open((_, shares) => shares.reverse()), 'committee-differs');
  });
  test('for the wrong opener, of another bid or bidder, or changed stays closed', async () => {
    assert.equal(await open((_, shares) => Object.assign(shares[0], shares[1], { opener: 'opener-1' })), 'cannot-be-decrypted');
    assert.equal(await open((envelope) => { envelope.id = crypto.randomUUID(); }), 'cannot-be-decrypted');
    assert.equal(await open((envelope) => { envelope.bidder = 'bidder-2'; }), 'cannot-be-decrypted');
    assert.equal(await open((_, shares) => { shares[0].enc = flipped(shares[0].enc); }), 'cannot-be-decrypted');
    assert.equal(await open((_, shares) => { shares[0].sealed = flipped(shares[0].sealed); }), 'cannot-be-decrypted');
    assert.equal(await open((_, shares) => { shares[0].hash = 'ab'.repeat(32); }), 'hash-differs');
  });
  test('of nobody in the committee is nobody\'s', async () => {
    assert.equal(shareKey(null, 'ab'.repeat(32), await readCommittee(vector.committee)), null);
  });
  test('cannot be opened with a key file for signing on another curve', async () => {
    const p384 = vectors[2];
    await assert.rejects(openShareKeyFile(fromBase64(p384.signer).buffer, p384.password),
      (error) => error instanceof KeyFileError && error.reason === 'unsupported-key');
  });
});

describe('a bid', () => {
  for (const vector of vectors) {
    test(`of one's own is sealed and its shares open: ${vector.name}`, async () => {
      const committee = await readCommittee(vector.committee);
      const opened = await openKeyFile(fromBase64(vector.signer).buffer, vector.password);
      const header = envelopeHeader({
        tender: 'tender-1', notice: 'ab'.repeat(32), bidder: 'bidder-1', openers: committee.fingerprint, kind: 'submit',
      });
      const attachments = await describeAttachments([file('plan.pdf', utf8('a plan'))]);
      const statement = partStatement(header, 'bid', { currency: 'EUR', prices: 'net' },
        [{ lot: '1', price: '12.00' }], attachments);
      const heard = [];
      const { envelope, signature, texts } = await sealBid({
        header, committee, parts: [{ name: 'bid', statement, attachments }], opened,
        progress: (done, all) => heard.push([done, all]),
      });
      assert.deepEqual(heard, [[1, 2], [2, 2]]);
      assert.deepEqual(texts.map(({ name }) => name), ['bid-0', 'bid-1']);
      assert.ok(texts.every(({ blob }) => blob.size % 4096 === 16));
      assert.equal(signature[0], 0x30);
      const shares = [];
      for (let i = 0; i < committee.threshold; i++) {
        const key = await openersKey(vector, committee, i);
        shares.push((await openShares({ key, tender: 'tender-1', part: 'bid', envelopes: [envelope] }))[0].share);
      }
      // Put together by an implementation of others, the key opens the first text.
      assert.match(await firstText(await combine(shares), header, texts[0].blob), /"format":"subhasta-contents-1"/);
    });
  }

  test('whose file was saved between signing and sealing is not sealed', async () => {
    const committee = await readCommittee(vectors[0].committee);
    const opened = await openKeyFile(fromBase64(vectors[0].signer).buffer, vectors[0].password);
    const header = envelopeHeader({ tender: 't', notice: 'ab'.repeat(32), bidder: 'b', openers: committee.fingerprint, kind: 'submit' });
    const bytes = utf8('before');
    const saved = { ...file('plan.pdf', bytes), arrayBuffer: async () => bytes.slice().buffer };
    const attachments = await describeAttachments([saved]);
    bytes[0] = 66;
    const statement = partStatement(header, 'bid', { currency: 'EUR', prices: 'net' }, [], attachments);
    await assert.rejects(sealBid({ header, committee, parts: [{ name: 'bid', statement, attachments }], opened }), FileChanged);
  });

  async function firstText(contentKey, header, blob) {
    const key = await crypto.subtle.importKey('raw', contentKey, 'HKDF', false, ['deriveBits']);
    const derived = new Uint8Array(await crypto.subtle.deriveBits({
      name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: textContext(header, 'bid', 0) }, key, 352));
    const aes = await crypto.subtle.importKey('raw', derived.subarray(0, 32), 'AES-GCM', false, ['decrypt']);
    return new TextDecoder().decode(await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: derived.subarray(32) }, aes, await blob.arrayBuffer()));
  }
});

describe('sharing', () => {
  test('is what others call Shamir\'s scheme too', async () => {
    const polynomial = [1, 2, 3].map(() => crypto.getRandomValues(new Uint8Array(32)));
    assert.deepEqual(await combine([shareOf(polynomial, 15), shareOf(polynomial, 2), shareOf(polynomial, 7)]), polynomial[0]);
  });
});

describe('an opening act', () => {
  test('is canonical JSON with null for a share that stays closed', () => {
    assert.equal(openingAct({
      closing: { tender: 't', entry: 'ab' }, part: 'bid', key: { opener: 'o' },
      shares: [{ bid: 'b1', share: Uint8Array.of(1) }, { bid: 'b2', share: null, problem: 'hash-differs' }],
    }, new Date(0)), canonicalJson({
      entry: 'ab', format: 'subhasta-opening-act-1', madeAt: '1970-01-01T00:00:00.000Z', opener: 'o', part: 'bid',
      shares: [{ bid: 'b1', share: 'AQ==' }, { bid: 'b2', share: null }], tender: 't',
    }));
  });
});

describe('a rehearsal', () => {
  test('fails where the secret is sealed to another', async () => {
    const committee = await readCommittee(vectors[0].committee);
    const key = await openersKey(vectors[0], committee, 0);
    const { enc, sealed } = JSON.parse(vectors[0].envelope).parts[0].shares[1];
    await assert.rejects(answerRehearsal({ key, tender: 'tender-1', enc, sealed }));
  });
});
