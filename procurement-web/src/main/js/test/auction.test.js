import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { grouped, isFarFrom, percentApart } from '../src/auction/amounts.js';
import { Bidding } from '../src/auction/bidding.js';
import { officersActed } from '../src/auction/past.js';
import { mergePatch } from '../src/auction/merge-patch.js';
import { countdown, ServerTime } from '../src/auction/server-time.js';
import { utf8 } from '../src/bytes.js';
import { signDetached, signsDetached } from '../src/jws.js';
import { openKeyFile, reopened } from '../src/key-file.js';

describe('a merge patch', () => {
  // RFC 7396, appendix A.
  const examples = [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }], [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }], [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }], [{ a: ['b'] }, { a: 'c' }, { a: 'c' }], [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }], [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [['a', 'b'], ['c', 'd'], ['c', 'd']], [{ a: 'b' }, ['c'], ['c']], [{ a: 'foo' }, null, null], [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }], [[1, 2], { a: 'b', c: null }, { a: 'b' }], [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ];
  for (const [target, patch, result] of examples) {
    test(`${JSON.stringify(patch)} of ${JSON.stringify(target)}`, () => assert.deepEqual(mergePatch(target, patch), result));
  }

  test('changes nothing of what it is applied to', () => {
    const view = { own: { bids: [1], rank: 2 } };
    mergePatch(view, { own: { rank: 1 } });
    assert.deepEqual(view, { own: { bids: [1], rank: 2 } });
  });
});

describe('the time of the server', () => {
  test('is told best by what was fastest on its way', () => {
    let steady = 1_000;
    const time = new ServerTime(() => steady);
    time.heard('2026-11-26T10:00:00Z'); // on its way for 300 ms
    steady = 2_000;
    time.heard('2026-11-26T10:00:01.300Z'); // and this for none
    steady = 3_000;
    time.heard('2026-11-26T10:00:02Z');
    assert.equal(new Date(time.now()).toISOString(), '2026-11-26T10:00:02.300Z');
  });

  test('is counted down to the second, never below zero', () => {
    const days = (n) => `${n} d`;
    assert.equal(countdown(252_000, days), '04:12');
    assert.equal(countdown(251_001, days), '04:12');
    assert.equal(countdown(3_852_000, days), '1:04:12');
    assert.equal(countdown(90_000_000, days), '1 d 01:00:00');
    assert.equal(countdown(-5, days), '00:00');
  });
});

describe('what an officer may have done', () => {
  const view = { status: 'running', phase: 0, deadline: 'd', best: { price: '900.00' }, standings: { 1: { amount: '900.00' } } };
  const acted = (after) => officersActed(view, { ...view, ...after }, 'descending');

  test('is looked up on a pause, a later end, a standing that is gone or worse', () => {
    assert.ok(acted({ pausedAt: 'p' }));
    assert.ok(acted({ deadline: 'e' }));
    assert.ok(acted({ standings: {} }));
    assert.ok(acted({ best: { price: '950.00' }, standings: { 1: { amount: '950.00' } } }));
    assert.ok(acted({ status: 'ended', result: { result: 'cancelled' } }));
  });

  test('is not looked up on a bid, late or not, nor at the end', () => {
    assert.ok(!acted({ best: { price: '800.00' }, standings: { 1: { amount: '800.00' } } }));
    assert.ok(!acted({ best: { price: '800.00' }, deadline: 'e', standings: { 1: { amount: '900.00' }, 2: { amount: '800.00' } } }));
    assert.ok(!acted({ status: 'ended', result: { result: 'won' }, standings: { org: { amount: '900.00' } } }));
  });
});

describe('amounts', () => {
  test('that differ by more than a tenth are far apart', () => {
    assert.equal(isFarFrom('900.00', '1000.00'), false);
    assert.equal(isFarFrom('899.99', '1000.00'), true);
    assert.equal(isFarFrom('1100.01', '1000.00'), true);
    assert.equal(percentApart('500.00', '1000.00'), 50);
  });

  test('are grouped by three', () => {
    assert.equal(grouped('1234567.80'), '1\u202f234\u202f567.80');
    assert.equal(grouped('900'), '900');
  });
});

describe('a detached signature over an act', () => {
  const folder = mkdtempSync(join(tmpdir(), 'auction-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = (name) => join(folder, name);
  const openssl = (...args) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });

  async function keyOf(kind) {
    openssl('req', '-x509', '-newkey', ...kind, '-keyout', file('key'), '-out', file('pem'), '-days', '30', '-nodes', '-subj', '/CN=A');
    openssl('pkcs12', '-export', '-inkey', file('key'), '-in', file('pem'), '-out', file('p12'), '-passout', 'pass:x');
    const bytes = readFileSync(file('p12'));
    return { opened: await openKeyFile(bytes, 'x'), certificate: new X509Certificate(readFileSync(file('pem'))) };
  }

  const kinds = {
    ES256: [['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'sha256', { dsaEncoding: 'ieee-p1363' }],
    ES384: [['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], 'sha384', { dsaEncoding: 'ieee-p1363' }],
    PS256: [['rsa:2048'], 'sha256', { padding: 6, saltLength: 32 }],
  };
  for (const [alg, [kind, digest, options]] of Object.entries(kinds)) {
    test(`by ${alg} verifies, and not over other bytes`, async () => {
      const { opened, certificate } = await keyOf(kind);
      const [header, none, signature] = (await signDetached(utf8('{"act":"bid"}'), opened)).split('.');
      assert.equal(none, '');
      assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url')), {
        alg, 'x5t#S256': createHash('sha256').update(certificate.raw).digest('base64url'),
      });
      const verifies = (content) => verify(digest, Buffer.from(`${header}.${Buffer.from(content).toString('base64url')}`),
        { key: createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' })), ...options }, Buffer.from(signature, 'base64url'));
      assert.ok(verifies('{"act":"bid"}'));
      assert.ok(!verifies('{"act":"bit"}'));
    });
  }

  test('needs an RSA key that was opened for it', async () => {
    const { opened } = await keyOf(['rsa:2048']);
    const kept = await reopened({ key: opened.key, certificate: opened.certificate.toSchema().toBER(false), others: [] });
    assert.equal(signsDetached(kept), false);
  });
});

describe('taking part', () => {
  const part = () => ({ hidden: true, disabled: false, textContent: '', value: '', dataset: {}, focus() {}, querySelector: part,
    getAttribute: () => null, setAttribute() {}, removeAttribute() {}, classList: { toggle() {}, add() {}, remove() {} }, addEventListener() {} });

  globalThis.document ??= { getElementById: () => null };

  function bidding(view) {
    const parts = new Map();
    const root = { querySelector: (what) => parts.get(what) ?? parts.set(what, part()).get(what) };
    const one = new Bidding(root, { terms: { direction: 'descending', currency: 'EUR', openingPrice: '12000.00',
      phases: [{ mechanism: 'open-outcry' }, { mechanism: 'price-clock' }, { mechanism: 'sealed' }] },
      decimals: 2, entered: new Set(), text: (key) => key, done() {} });
    one.sent = [];
    one.send = (act) => one.sent.push(act.amount);
    one.show(view, true);
    return one;
  }
  const view = { status: 'running', phase: 0, number: 7, own: { in: true, mayAct: true, next: '10200.00' } };

  test('is told to sign in again where the view has nothing of its own', () => {
    assert.equal(bidding({ status: 'running', phase: 0, number: 7 }).hindrance(), 'signed-out');
  });

  test('sends the amount that was asked about, and no other', () => {
    const one = bidding(view);
    one.input().value = '9000';
    one.bid(null);
    assert.deepEqual(one.sent, []);
    one.input().value = '900';
    one.bid(one.asked);
    assert.deepEqual(one.sent, [], 'another amount is asked about anew');
    one.bid(one.asked);
    assert.deepEqual(one.sent, ['900.00']);
  });

  test('asks no more once the phase is another', () => {
    const one = bidding(view);
    one.input().value = '9000';
    one.bid(null);
    one.show({ ...view, phase: 1, clockPrice: '5000.00' }, true);
    assert.equal(one.asked, null);
    assert.equal(one.part('sure').hidden, true);
  });

  test('asks about a first bid that has nothing to be compared with but the opening price', () => {
    const one = bidding({ ...view, phase: 2, own: { in: true, mayAct: true } });
    one.input().value = '1200';
    one.bid(null);
    assert.deepEqual(one.sent, []);
    assert.equal(one.asked.amount, '1200.00');
  });

  test('says by whom bids are hidden just where they are', () => {
    const one = bidding(view);
    assert.equal(one.part('sealed-what').hidden, true);
    one.show({ ...view, phase: 2 }, true);
    assert.equal(one.part('sealed-what').hidden, false);
  });
});
