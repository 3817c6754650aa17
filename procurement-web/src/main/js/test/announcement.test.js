import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { NotAnnounced, announce, announcementText } from '../src/announcement.js';
import { fromBase64 } from '../src/bytes.js';
import { openKeyFile } from '../src/key-file.js';
import { SlowLine } from '../src/slow-line.js';
import { zip } from '../src/zip.js';

const { vectors: [vector] } = JSON.parse(readFileSync(
  new URL('../../../../../signing/src/test/vectors/sealed-bids.json', import.meta.url), 'utf8'));
const real = globalThis.fetch;
afterEach(() => { globalThis.fetch = real; });

/** Answers every request so, and hears what was asked. */
function platform(...answers) {
  const asked = [];
  globalThis.fetch = async (address, { method, body, redirect }) => {
    asked.push({ address, method, redirect, body: new URLSearchParams(body.toString()) });
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return asked;
}

const json = (answer, status = 200) => new Response(JSON.stringify(answer), {
  status, headers: { 'Content-Type': 'application/json' },
});

/** The files of an archive by its central directory; each has to be as the one before it says, too. */
async function unpacked(archive) {
  const bytes = Buffer.from(await archive.arrayBuffer());
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50);
  const files = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    assert.equal(bytes.readUInt32LE(local), 0x04034b50);
    assert.deepEqual(bytes.subarray(local + 4, local + 30), bytes.subarray(at + 6, at + 32));
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    assert.equal(bytes.toString('utf8', local + 30, local + 30 + nameLength), name);
    const size = bytes.readUInt32LE(at + 24);
    const content = bytes.subarray(local + 30 + nameLength, local + 30 + nameLength + size);
    assert.equal(crc32(content), bytes.readUInt32LE(at + 16));
    files[name] = content;
    at += 46 + nameLength;
  }
  assert.equal(at, end);
  return files;
}

describe('an archive', () => {
  test('has every file whole, an empty one and odd bytes too', async () => {
    const odd = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) & 0xff);
    const files = await unpacked(await zip([
      { name: 'bid-0', blob: new Blob([odd]) }, { name: 'nothing', blob: new Blob([]) },
      { name: 'größe.json', blob: new Blob(['{}']) }]));
    assert.deepEqual(Object.keys(files), ['bid-0', 'nothing', 'größe.json']);
    assert.deepEqual(new Uint8Array(files['bid-0']), odd);
    assert.equal(files.nothing.length, 0);
    assert.equal(files['größe.json'].toString(), '{}');
  });
});

describe('an announcement', () => {
  test('names tender, notice, bidder, bid, and the envelope by its hash, and nothing of what is in it', async () => {
    const text = await announcementText(vector.header, vector.envelope, new Date('2027-03-01T11:59:00Z'));
    assert.equal(text, JSON.stringify({
      bid: vector.header.id,
      bidder: vector.header.bidder,
      envelope: createHash('sha256').update(vector.envelope).digest('hex'),
      format: 'subhasta-announcement-1',
      madeAt: '2027-03-01T11:59:00.000Z',
      notice: vector.header.notice,
      tender: vector.header.tender,
    }));
  });

  test('is sent in base64, and what the platform says of it comes back', async () => {
    const asked = platform(json({ accepted: true, said: ['Received at noon.'] }));
    assert.equal(await announce('/announcements/t1', { statement: '{}', signature: Uint8Array.of(1, 2) }),
      'Received at noon.');
    assert.equal(asked[0].address, '/announcements/t1');
    assert.equal(asked[0].method, 'POST');
    assert.equal(asked[0].redirect, 'error');
    assert.deepEqual(Object.fromEntries(asked[0].body), { statement: 'e30=', signature: 'AQI=' });
  });

  test('that is refused says why', async () => {
    platform(json({ accepted: false, said: ['Too late.', 'And more.'] }, 409));
    await assert.rejects(announce('/a', { statement: '{}', signature: Uint8Array.of(1) }),
      (error) => error instanceof NotAnnounced && error.sentences.length === 2);
  });

  test('answered by any other page counts as not answered', async () => {
    platform(new Response('<html>', { status: 503, headers: { 'Content-Type': 'text/html' } }));
    await assert.rejects(announce('/a', { statement: '{}', signature: Uint8Array.of(1) }), TypeError);
  });
});

describe('on a slow line', () => {
  const sealed = {
    envelope: vector.envelope, signature: Uint8Array.of(48, 0),
    texts: [{ name: 'bid-0', blob: new Blob([Uint8Array.of(1, 2, 3)]) }],
  };

  /** As much of the component as it touches. */
  function component() {
    const link = { href: '', clicks: 0, click() { this.clicks++; } };
    const said = { textContent: '' };
    const told = { hidden: true, querySelector: (what) => (what === 'a' ? link : said) };
    const choice = { dataset: { address: '/announcements/t1' }, querySelector: () => ({ checked: true }) };
    const root = { querySelector: (what) => (what.includes('slow') ? choice : told) };
    return { line: new SlowLine(root), link, said, told };
  }

  const signer = () => openKeyFile(fromBase64(vector.signer).buffer, vector.password);

  test('the bid is kept as the command line tool keeps it, and the confirmation is shown', async () => {
    const asked = platform(json({ accepted: true, said: ['Received.'] }));
    const kept = [];
    URL.createObjectURL = (blob) => { kept.push(blob); return 'blob:kept'; };
    const { line, link, said, told } = component();
    assert.equal(line.chosen, true);
    await line.announce(vector.header, sealed, await signer());
    assert.equal(said.textContent, 'Received.');
    assert.equal(told.hidden, false);
    assert.equal(link.clicks, 1);
    assert.equal(link.download, `sealed-bid-${vector.header.id}.zip`);
    const files = await unpacked(kept[0]);
    assert.deepEqual(Object.keys(files),
      ['envelope.json', 'envelope.p7s', 'announcement.json', 'announcement.p7s', 'bid-0']);
    assert.equal(files['envelope.json'].toString(), vector.envelope);
    assert.equal(files['announcement.json'].toString('base64'), asked[0].body.get('statement'));
    assert.equal(files['announcement.p7s'].toString('base64'), asked[0].body.get('signature'));
  });

  test('the same is announced again where the answer got lost, and another after a change', async () => {
    const answer = () => json({ accepted: true, said: ['Received.'] });
    const asked = platform(new TypeError('connection lost'), answer(), answer());
    URL.createObjectURL = () => 'blob:kept';
    const { line, link, told } = component();
    const key = await signer();
    await assert.rejects(line.announce(vector.header, sealed, key), TypeError);
    assert.equal(told.hidden, true, 'nothing was confirmed');
    await line.announce(vector.header, sealed, key);
    assert.equal(asked[0].body.toString(), asked[1].body.toString());
    assert.equal(link.clicks, 1, 'kept once');
    line.forget();
    assert.equal(told.hidden, true);
    await line.announce({ ...vector.header, id: crypto.randomUUID() }, sealed, key);
    assert.notEqual(asked[2].body.get('statement'), asked[1].body.get('statement'));
    assert.equal(link.clicks, 2);
  });

  test('there is no such choice where the tender grants no grace', () => {
    const line = new SlowLine({ querySelector: () => null });
    assert.equal(line.chosen, false);
    line.forget();
  });
});
