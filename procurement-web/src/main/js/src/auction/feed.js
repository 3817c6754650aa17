// Keeps a lot in step with the server: a ticket, a WebSocket, changes applied by their numbers.
// Where none passes, or it breaks, the lot is asked for every few seconds until one does again.
import { mergePatch } from './merge-patch.js';

const POLL = 3_000;
const LOOK = 30_000; // A line may be dead without anybody saying so.
const FIRST_WAIT = 500;
const LONGEST_WAIT = 20_000;
const GRACE = 4_000; // So long a change that was read may still be on its way here.

/**
 * `address` is the lot's under the interface, `state` what was told of it last; `changed` hears of
 * every new state { now, view, names? }, `heard` of the server's time where nothing else is new, `synced` of
 * `connecting`, `live`, `polling` and `lost`.
 */
export class Feed {
  constructor({ address, state, changed, heard, synced }) {
    Object.assign(this, { address, state, changed, heard, synced });
    this.waits = 0;
    this.sync = '';
  }

  start() {
    this.tell('connecting');
    this.connect();
    setInterval(() => { if (this.sync === 'live') this.look(); }, LOOK);
    addEventListener('online', () => this.look());
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.look(); });
  }

  tell(sync) {
    if (sync === this.sync) return;
    this.sync = sync;
    this.synced(sync);
  }

  async connect() {
    try {
      const answer = await fetch(`${this.address}/watch`, { method: 'POST' });
      if (!answer.ok) throw new Error(answer.status);
      const { path } = await answer.json();
      const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`);
      this.socket = socket;
      socket.addEventListener('message', (event) => { if (socket === this.socket) this.hear(JSON.parse(event.data)); });
      socket.addEventListener('close', () => { if (socket === this.socket) this.lost(); });
    } catch {
      this.lost();
    }
  }

  hear(message) {
    if (message.type === 'snapshot') {
      this.take({ now: message.now, view: message.view });
    } else if (message.from === this.state.view.number) {
      this.take({ now: message.now, view: mergePatch(this.state.view, message.patch) });
    } else {
      this.lost(); // Something was missed.
      return;
    }
    this.waits = 0;
    this.tell('live');
  }

  take(state) {
    this.state = state;
    this.changed(state);
  }

  /** The line is gone: ask instead, and try again after a while that grows. */
  lost() {
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    this.tell('lost');
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.waits) * (0.5 + Math.random() / 2);
    this.waits += 1;
    setTimeout(() => this.connect(), wait);
    this.poll();
  }

  async poll() {
    if (this.polling) return;
    this.polling = true;
    try {
      while (this.socket === null || this.sync !== 'live') {
        const told = await this.ask();
        if (this.sync === 'live') break;
        this.tell(told ? 'polling' : 'lost');
        await new Promise((resolve) => { setTimeout(resolve, POLL); });
      }
    } finally {
      this.polling = false;
    }
  }

  /** Asks for the lot; whether an answer came. What is older than what is known is dropped. */
  async ask() {
    try {
      const answer = await fetch(this.address, { cache: 'no-store' });
      if (!answer.ok) return false;
      const state = await answer.json();
      if (state.view.number >= this.state.view.number) this.take(state);
      return true;
    } catch {
      return false;
    }
  }

  /** Whether the line is alive: what is asked for must not stay ahead of what comes by itself. */
  async look() {
    const socket = this.socket;
    if (!socket || this.looking) return;
    this.looking = true;
    try {
      const answer = await fetch(this.address, { cache: 'no-store' });
      const { now, view } = await answer.json();
      this.heard(now); // A machine that slept may have stopped its clock.
      await new Promise((resolve) => { setTimeout(resolve, view.number > this.state.view.number ? GRACE : 0); });
      if (socket === this.socket && view.number > this.state.view.number) this.lost();
    } catch {
      if (socket === this.socket) this.lost();
    } finally {
      this.looking = false;
    }
  }
}
