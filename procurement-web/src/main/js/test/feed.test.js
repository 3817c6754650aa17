import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Feed } from '../src/auction/feed.js';

/** A feed whose server is the test: what is asked for is answered by `lot`. */
function feedOf(lot) {
  const heard = { views: [], syncs: [], times: [] };
  globalThis.fetch = async () => (lot.view ? { ok: true, json: async () => lot } : Promise.reject(new Error('no line')));
  const feed = new Feed({
    address: '/lot', state: { now: 'n', view: { number: 1, best: { price: '900.00' } } },
    changed: ({ view }) => heard.views.push(view), heard: (now) => heard.times.push(now), synced: (sync) => heard.syncs.push(sync),
  });
  feed.socket = { close() {} };
  feed.connect = () => {};
  feed.polling = true; // The test asks when it wants to.
  return { feed, heard };
}

describe('what a lot sends', () => {
  test('is applied by its numbers', () => {
    const { feed, heard } = feedOf({});
    feed.hear({ type: 'delta', now: 'n', from: 1, to: 2, patch: { number: 2, best: { price: '800.00' } } });
    assert.deepEqual(heard.views, [{ number: 2, best: { price: '800.00' } }]);
    assert.deepEqual(heard.syncs, ['live']);
  });

  test('is not applied where something was missed: the page is out of step then', () => {
    const { feed, heard } = feedOf({});
    feed.hear({ type: 'delta', now: 'n', from: 2, to: 3, patch: { number: 3 } });
    assert.deepEqual(heard.views, []);
    assert.deepEqual(heard.syncs, ['lost']);
    assert.equal(feed.socket, null);
  });

  test('begins anew with a snapshot', () => {
    const { feed, heard } = feedOf({});
    feed.hear({ type: 'snapshot', now: 'n', view: { number: 7 } });
    assert.deepEqual(heard.views, [{ number: 7 }]);
  });
});

describe('what is asked for', () => {
  test('is dropped where something newer came meanwhile', async () => {
    const { feed, heard } = feedOf({ now: 'n', view: { number: 0 } });
    assert.equal(await feed.ask(), true);
    assert.deepEqual(heard.views, []);
  });

  test('is no answer where no line is there', async () => {
    const { feed, heard } = feedOf({});
    assert.equal(await feed.ask(), false);
    assert.deepEqual(heard.views, []);
  });

  test('tells the time also where nothing is new: the clock here may have slept', async () => {
    const { feed, heard } = feedOf({ now: 'later', view: { number: 1 } });
    await feed.look();
    assert.deepEqual(heard.times, ['later']);
    assert.deepEqual(heard.views, []);
  });
});
