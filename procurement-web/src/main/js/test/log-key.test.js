import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LogKey } from '../src/log-key.js';

const FIRST = 'log.example.org+01020304+AQ==';
const OTHER = 'log.example.org+05060708+AQ==';

/** What a browser keeps from page to page. */
function browser() {
  const kept = new Map();
  return () => ({
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => { kept.set(name, value); },
  });
}

describe('the key of the log', () => {
  test('that was seen first is remembered, and no rehearsal later replaces it', () => {
    const storage = browser();
    const first = new LogKey(FIRST, storage);
    assert.equal(first.differs, false, 'nothing was known');
    first.remember();
    assert.equal(new LogKey(FIRST, storage).differs, false);

    const later = new LogKey(OTHER, storage);
    assert.equal(later.differs, true);
    assert.equal(later.known, FIRST);
    later.remember();
    assert.equal(later.differs, true);
    assert.equal(new LogKey(OTHER, storage).differs, true);
    assert.equal(new LogKey(FIRST, storage).differs, false);
  });

  test('is another one from when the opener decides so, and only then', () => {
    const storage = browser();
    new LogKey(FIRST, storage).remember();
    const later = new LogKey(OTHER, storage);
    later.trust();
    assert.equal(later.differs, false);
    assert.equal(new LogKey(OTHER, storage).differs, false);
    assert.equal(new LogKey(FIRST, storage).differs, true, 'the one before is the other one now');
  });

  test('is simply the one shown where the browser keeps nothing', () => {
    const closed = new LogKey(FIRST, () => { throw new Error('SecurityError'); });
    assert.equal(closed.differs, false);
    closed.remember();
    assert.equal(closed.differs, false);
    assert.equal(closed.known, FIRST);
  });
});
