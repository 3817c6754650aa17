// Against a tool nobody here wrote: OpenSSL makes the keys and verifies what we sign.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { canonicalJson } from '../src/canonical-json.js';
import { sign } from '../src/cades.js';
import { openKeyFile } from '../src/key-file.js';
import { utf8 } from '../src/bytes.js';
import { readPrice, showPrice, sum } from '../src/price.js';

const folder = mkdtempSync(join(tmpdir(), 'signing-'));
after(() => rmSync(folder, { recursive: true }));
const file = (name) => join(folder, name);
const openssl = (...args) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });

function keyFile(name, keyOptions, exportOptions = []) {
  openssl('req', '-x509', '-newkey', ...keyOptions, '-keyout', file(`${name}.key`), '-out', file(`${name}.pem`),
    '-days', '30', '-nodes', '-utf8', '-subj', `/CN=Żaneta Müller/O=Brücken & Söhne (${name})`);
  openssl('pkcs12', '-export', '-inkey', file(`${name}.key`), '-in', file(`${name}.pem`),
    '-out', file(`${name}.p12`), '-passout', 'pass:geheim', ...exportOptions);
  return readFileSync(file(`${name}.p12`));
}

const kinds = {
  'EC P-256': ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'EC P-384': ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  'RSA 2048': ['rsa:2048'],
};
const content = utf8(canonicalJson({ format: 'subhasta-bid-1', lots: [{ price: '1.00', lot: 'ä' }] }));

describe('a signature made in the browser', () => {
  for (const [kind, options] of Object.entries(kinds)) {
    test(`by ${kind} verifies with OpenSSL, and not over other bytes`, async () => {
      const name = kind.replaceAll(' ', '-');
      const opened = await openKeyFile(keyFile(name, options), 'geheim');
      assert.match(opened.about.subject, /^Żaneta Müller, Brücken & Söhne/);
      const fingerprint = openssl('x509', '-in', file(`${name}.pem`), '-noout', '-fingerprint', '-sha256');
      assert.equal(opened.about.fingerprint,
        fingerprint.toString().split('=')[1].trim().replaceAll(':', '').toLowerCase());
      writeFileSync(file(`${name}.json`), content);
      writeFileSync(file(`${name}.p7s`), new Uint8Array(await sign(content, opened)));
      const verify = (signed) => openssl('cms', '-verify', '-binary', '-inform', 'DER', '-cades',
        '-in', file(`${name}.p7s`), '-content', signed, '-CAfile', file(`${name}.pem`),
        '-purpose', 'any', '-out', file('out'));
      verify(file(`${name}.json`));
      writeFileSync(file('other.json'), utf8('{}'));
      assert.throws(() => verify(file('other.json')));
    });
  }

  test('is DER: the signed attributes are in order', async () => {
    const opened = await openKeyFile(keyFile('order', kinds['EC P-256']), 'geheim');
    writeFileSync(file('order.p7s'), new Uint8Array(await sign(content, opened)));
    // OpenSSL orders on re-encoding; what is in order already comes out the same.
    openssl('cms', '-cmsout', '-inform', 'DER', '-in', file('order.p7s'), '-outform', 'DER', '-out', file('again'));
    assert.deepEqual(readFileSync(file('again')), readFileSync(file('order.p7s')));
  });
});

describe('a key file', () => {
  test('with a wrong password is refused as such', async () => {
    const bytes = keyFile('wrong', kinds['EC P-256']);
    await assert.rejects(openKeyFile(bytes, 'falsch'), { reason: 'wrong-password' });
  });
  test('that is none is refused as such', async () => {
    await assert.rejects(openKeyFile(utf8('hello'), 'x'), { reason: 'not-a-key-file' });
  });
  test('encrypted as in the last century is refused with that reason', async () => {
    const bytes = keyFile('old', kinds['RSA 2048'],
      ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']);
    await assert.rejects(openKeyFile(bytes, 'geheim'), { reason: 'old-encryption' });
  });
  test('with a weak key is refused', async () => {
    await assert.rejects(openKeyFile(keyFile('weak', ['rsa:1024']), 'geheim'), { reason: 'weak-key' });
  });
  test('of a kind that is not supported is refused', async () => {
    await assert.rejects(openKeyFile(keyFile('ed', ['ed25519']), 'geheim'), { reason: 'unsupported-key' });
  });
});

describe('canonical JSON', () => {
  test('orders members by UTF-16 code units and writes no spaces (RFC 8785, 3.2.3)', () => {
    const value = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '1': 'One', '\ud83d\ude00': 'Smiley',
      '\u0080': 'Control', '\u00f6': 'o', '\ufb33': 'Dalet' };
    assert.equal(canonicalJson(value), '{"\\r":"Carriage Return","1":"One","\u0080":"Control",'
      + '"ö":"o","€":"Euro Sign","😀":"Smiley","\ufb33":"Dalet"}');
  });
  test('refuses what has no place in a statement', () => {
    for (const value of [1.5, undefined, NaN, 'half \ud800']) {
      assert.throws(() => canonicalJson({ value }), TypeError);
    }
  });
});

describe('a price', () => {
  test('is read as people write it', () => {
    assert.equal(readPrice(' 1 200,5 ', 2), '1200.50');
    assert.equal(readPrice('0012', 2), '12.00');
    assert.equal(readPrice('1200', 0), '1200');
  });
  test('is refused where it is not clear what is meant', () => {
    for (const text of ['1,200', '1.200,50', '-3', '1e5', '', 'abc', '1.5.2']) {
      assert.equal(readPrice(text, 2), null, text);
    }
    assert.equal(readPrice('1.5', 0), null);
  });
  test('sums without floating point and shows its groups', () => {
    assert.equal(sum(['0.10', '0.20', '99999999999999.99'], 2), '100000000000000.29');
    assert.equal(sum(['0.01', '0.02'], 2), '0.03');
    assert.equal(showPrice('1240000.00', 'EUR'), 'EUR\u00a01\u202f240\u202f000.00');
  });
});
