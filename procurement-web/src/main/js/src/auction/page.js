// The page of a live auction, [data-auction]: what it shows follows the server.
import { each } from '../dom.js';
import { Bidding } from './bidding.js';
import { Board } from './board.js';
import { Chart } from './chart.js';
import { Feed } from './feed.js';
import { Lots } from './lots.js';
import { Names } from './names.js';
import { officersActed, Past } from './past.js';
import { Receipts } from './receipts.js';
import { Replay } from './replay.js';
import { ServerTime } from './server-time.js';
import { Speaker } from './speaker.js';

const SYNCED = { connecting: 'draft', live: '', polling: '', lost: 'danger' };

function texts(root) {
  const all = JSON.parse(root.dataset.texts);
  return (key, ...values) => (all[`auction.live.${key}`] ?? key)
    .replace(/\{(\d)\}/g, (place, i) => values[i] ?? place);
}

class AuctionPage {
  constructor(root) {
    this.root = root;
    // An empty attribute is not written.
    const { auction, lot, api, participant = '', entered = '', decimals } = root.dataset;
    this.text = texts(root);
    this.state = JSON.parse(root.dataset.state);
    this.terms = JSON.parse(root.dataset.terms);
    this.address = `${api}/auctions/${auction}`;
    this.lotAddress = `${this.address}/lots/${encodeURIComponent(lot)}`;
    this.time = new ServerTime();
    this.names = new Names(participant, this.text);
    this.speaker = new Speaker(this.part('said'));
    this.board = new Board(root, this);
    const clock = (at) => this.board.clockTime(at);
    this.chart = new Chart(this.part('chart'), { time: clock, text: this.text });
    this.past = new Past(this.part('notices'), {
      address: `${this.lotAddress}/history`, chart: this.chart, when: (at) => this.board.when(at), text: this.text,
    });
    const receipts = this.part('receipts');
    if (receipts) this.receipts = new Receipts(receipts, { address: `${this.lotAddress}/receipts`, text: this.text, time: clock });
    if (this.part('bid')) {
      this.bidding = new Bidding(this.part('take-part'), {
        auction, lot, address: this.address, terms: this.terms, decimals: Number(decimals), participant,
        entered: new Set(entered.split(' ').filter(Boolean)), text: this.text, done: () => this.receipts.load(),
      });
    }
    this.replay = new Replay(this.part('replay'), {
      address: this.address, lot, board: this.board, names: this.names, participant, text: this.text,
      points: (points) => this.chart.replace(points),
    });
    this.lots = new Lots(this.part('lots'), { address: this.address, text: this.text, ended: () => this.named() });
    this.feed = new Feed({
      address: this.lotAddress, state: this.state,
      changed: (state) => this.changed(state), heard: (now) => this.time.heard(now), synced: (sync) => this.synced(sync),
    });
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }

  start() {
    this.sync = 'connecting';
    this.changed(this.state);
    this.chart.draw();
    this.past.load();
    this.lots.start();
    this.bidding?.start();
    if (this.state.view.status !== 'ended') this.feed.start();
    setInterval(() => this.board.tick(), 250);
  }

  changed(state) {
    const before = this.state.view;
    const ends = state.view.status === 'ended' && before.status !== 'ended';
    this.state = state;
    this.time.heard(state.now);
    this.names.learn(state);
    const { view } = state;
    this.board.show(view);
    const price = view.clockPrice ?? view.best?.price;
    if (price && view.status !== 'ended') this.chart.add(this.time.now(), price);
    this.bidding?.show(view, this.inSync());
    if (before !== view && officersActed(before, view, this.terms.direction)) this.past.soon();
    // Names come with the whole of it, not with changes.
    if (ends && !state.names) this.feed.ask();
    if (view.status === 'ended') this.over();
    if (before === view ? view.status === 'ended' : before.status !== view.status) this.lots.look();
  }

  inSync() { return this.sync === 'live' || this.sync === 'polling'; }

  synced(sync) {
    this.sync = sync;
    const tag = this.part('sync');
    tag.hidden = this.state.view.status === 'ended';
    tag.className = `tag ${SYNCED[sync]}`;
    tag.textContent = this.text(`sync.${sync}`);
    this.bidding?.show(this.state.view, this.inSync());
  }

  /** This lot is over. */
  over() {
    for (const place of this.root.querySelectorAll('[data-part="before"], [data-part="sync"]')) place.hidden = true;
    if (this.lots.done) this.allOver();
  }

  /** All lots are, so that names are told: also of a lot that ended before the others. */
  named() {
    if (!this.state.names) this.feed.ask();
    this.allOver();
  }

  /** All lots are: its steps and files are for everybody. */
  allOver() {
    for (const place of this.root.querySelectorAll('[data-part="replay"], [data-part="after"]')) {
      place.hidden = place.dataset.part === 'replay' && this.state.view.status !== 'ended';
    }
  }
}

each('[data-auction]', (root) => new AuctionPage(root).start());
