// Seals a bid of one megabyte again and again with the script that pages load, in turns with
// AES-GCM of as many bytes, and prints both in milliseconds (medians): "sealing cipher".
//
// node seal.cjs SIGNING.JS   with {committee, signer, password} on standard input; signer is base 64
const { readFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');

const MEGABYTE = 1024 * 1024;
const WARM_UP = 10;
const TURNS = 40;

// A page without any of the forms that the script looks for.
globalThis.document = { querySelector: () => null, querySelectorAll: () => [], addEventListener() {} };
runInThisContext(readFileSync(process.argv[2], 'utf8'));
/* global Subhasta */

const { committee, signer, password } = JSON.parse(readFileSync(0, 'utf8'));
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function main() {
  const to = await Subhasta.readCommittee(committee);
  const key = Buffer.from(signer, 'base64');
  const opened = await Subhasta.openKeyFile(
    key.buffer.slice(key.byteOffset, key.byteOffset + key.byteLength), password);
  const content = Buffer.alloc(MEGABYTE, 'a bid of one megabyte, ');
  const file = new File([content], 'plan.pdf');
  const cipher = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);

  const seal = async () => {
    const header = Subhasta.envelopeHeader({ tender: 'tender-1', notice: 'ab'.repeat(32),
      bidder: 'bidder-1', openers: to.fingerprint, kind: 'submit' });
    const attachments = await Subhasta.describeAttachments([file]);
    const statement = Subhasta.partStatement(header, 'bid', { currency: 'EUR', prices: 'net' },
      [{ lot: '1', price: '12.00' }], attachments);
    const { texts } = await Subhasta.sealBid({ header, committee: to, opened,
      parts: [{ name: 'bid', statement, attachments }] });
    if (texts.length !== 2 || texts[1].blob.size <= MEGABYTE) throw new Error('not sealed');
  };
  const encrypt = () => crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: crypto.getRandomValues(new Uint8Array(12)) }, cipher, content);

  for (let i = 0; i < WARM_UP; i++) {
    await seal();
    await encrypt();
  }
  const sealing = [];
  const raw = [];
  for (let i = 0; i < TURNS; i++) {
    sealing.push(await timed(seal));
    raw.push(await timed(encrypt));
  }
  console.log(median(sealing), median(raw));
}

main();
