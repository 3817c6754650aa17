// A ZIP archive (PKWARE's APPNOTE, 6.3.10) in which nothing is compressed: what is sealed cannot be.
import { concat, utf8 } from './bytes.js';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF_8 = 0x0800;

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** `files`: `[{name, blob}]`, below 4 GiB together. Gives a Blob. */
export async function zip(files, at = new Date()) {
  const stored = [];
  const central = [];
  let offset = 0;
  for (const { name, blob } of files) {
    const bytes = utf8(name);
    const crc = crc32(new Uint8Array(await blob.arrayBuffer()));
    const about = numbers([2, VERSION], [2, UTF_8], [2, 0], [2, time(at)], [2, date(at)], [4, crc],
      [4, blob.size], [4, blob.size], [2, bytes.length], [2, 0]);
    const head = concat(numbers([4, LOCAL]), about, bytes);
    central.push(concat(numbers([4, CENTRAL], [2, VERSION]), about,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), bytes));
    stored.push(head, blob);
    offset += head.length + blob.size;
  }
  const length = central.reduce((sum, one) => sum + one.length, 0);
  const end = numbers([4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, length],
    [4, offset], [2, 0]);
  return new Blob([...stored, ...central, end], { type: 'application/zip' });
}

/** Little-endian, each `[bytes, value]`. */
function numbers(...all) {
  const made = new Uint8Array(all.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(made.buffer);
  let at = 0;
  for (const [bytes, value] of all) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return made;
}

const time = (at) => (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
const date = (at) => ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
