/* Built from src/main/js/src/auction by `npm run build` */
(() => {
  // src/dom.js
  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
  function mark(field, input, wrong) {
    const id = `${input.id}-wrong`;
    document.getElementById(id)?.remove();
    field.classList.toggle("is-wrong", wrong !== null);
    const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((part) => part && part !== id);
    if (wrong === null) {
      input.removeAttribute("aria-invalid");
    } else {
      input.setAttribute("aria-invalid", "true");
      described.push(id);
      (input.closest(".prefixed") ?? input).before(element("p", { class: "wrong", id }, wrong));
    }
    if (described.length > 0) input.setAttribute("aria-describedby", described.join(" "));
    else input.removeAttribute("aria-describedby");
  }
  function each(selector, begin) {
    const all = () => document.querySelectorAll(selector).forEach(begin);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", all);
    else all();
  }

  // src/bytes.js
  var utf8 = (text) => new TextEncoder().encode(text);
  function base64(buffer) {
    const bytes = new Uint8Array(buffer);
    let binary = "";
    for (let i = 0; i < bytes.length; i += 32768) {
      binary += String.fromCharCode(...bytes.subarray(i, i + 32768));
    }
    return btoa(binary);
  }

  // src/canonical-json.js
  function canonicalJson(value) {
    if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
    if (value !== null && typeof value === "object") {
      const members = Object.keys(value).sort().map((name) => `${string(name)}:${canonicalJson(value[name])}`);
      return `{${members.join(",")}}`;
    }
    if (typeof value === "string") return string(value);
    if (value === null) return "null";
    if (Number.isSafeInteger(value)) return String(value);
    throw new TypeError(`no place in a statement for ${typeof value}`);
  }
  function string(text) {
    if (!text.isWellFormed()) throw new TypeError("half a surrogate pair is no text");
    return JSON.stringify(text);
  }

  // src/price.js
  function readPrice(text, decimals) {
    const written = text.replace(/[\s\u00a0\u202f\u2009'’]/g, "");
    const match = /^(\d{1,14})(?:[.,](\d+))?$/.exec(written);
    if (!match) return null;
    const [, whole, fraction = ""] = match;
    if (fraction.length > decimals) return null;
    const digits = whole.replace(/^0+(?=\d)/, "");
    return decimals === 0 ? digits : `${digits}.${fraction.padEnd(decimals, "0")}`;
  }

  // src/auction/amounts.js
  var units = (amount) => BigInt(amount.replace(".", ""));
  function grouped(amount) {
    const [whole, fraction] = amount.split(".");
    const parts = whole.replace(/\B(?=(\d{3})+(?!\d))/g, " ");
    return fraction === void 0 ? parts : `${parts}.${fraction}`;
  }
  function percentApart(amount, other) {
    const [a, b] = [units(amount), units(other)];
    const apart = a > b ? a - b : b - a;
    return b === 0n ? 0 : Number(apart * 100n / b);
  }
  function isFarFrom(amount, other) {
    const [a, b] = [units(amount), units(other)];
    return (a > b ? a - b : b - a) * 10n > b;
  }

  // src/auction/server-time.js
  var KEPT = 8;
  var ServerTime = class {
    constructor(steady = () => performance.now()) {
      this.steady = steady;
      this.offsets = [];
    }
    /** Something arrived that was sent at that time of the server. */
    heard(instant) {
      this.offsets.push(Date.parse(instant) - this.steady());
      if (this.offsets.length > KEPT) this.offsets.shift();
    }
    /** The server's time now, in milliseconds. */
    now() {
      return this.steady() + Math.max(...this.offsets);
    }
  };
  var two = (number) => String(number).padStart(2, "0");
  function countdown(milliseconds, days) {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1e3));
    const [d, h, m, s] = [seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(Math.floor);
    const short = `${two(m)}:${two(s)}`;
    if (d > 0) return `${days(d)} ${two(h)}:${short}`;
    return h > 0 ? `${h}:${short}` : short;
  }

  // src/auction/board.js
  var TONES = { running: "", "between-phases": "soon", paused: "soon", ended: "closed", waiting: "draft" };
  var SOON = 6e4;
  var TOLD = [3e5, 6e4, 1e4];
  var statusOf = (view) => view.pausedAt && view.status !== "ended" ? "paused" : view.status;
  var Board = class {
    constructor(root, { terms, time, names, speaker, text }) {
      Object.assign(this, { root, terms, time, names, speaker, text });
      this.title = document.title;
      this.view = null;
      this.told = [];
      this.language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    }
    part(name) {
      return this.root.querySelector(`[data-part="${name}"]`);
    }
    money(amount) {
      return `${this.terms.currency} ${grouped(amount)}`;
    }
    /** A time of day as the reader's clocks have it, to the second. */
    clockTime(milliseconds) {
      return new Date(milliseconds).toLocaleTimeString(this.language, { hour12: false });
    }
    show(view) {
      const before = this.view;
      this.view = view;
      const status = statusOf(view);
      const tag = this.part("status");
      tag.className = `tag ${TONES[status]}`;
      tag.textContent = this.text(`status.${status}`);
      this.rail();
      this.facts();
      this.standings();
      this.result();
      this.part("caption").textContent = this.caption(status);
      this.part("now").hidden = status === "ended";
      const phase = this.root.querySelector(`[data-phase="${view.phase}"]`);
      this.part("rules").textContent = status === "ended" || !phase ? "" : phase.dataset.rules;
      this.part("at").textContent = view.deadline && status !== "paused" && status !== "ended" ? this.text("at", this.when(Date.parse(view.deadline))) : "";
      if (before === null || before.deadline !== view.deadline) this.told = TOLD.filter((at) => this.left() <= at);
      if (before !== null) this.speak(before);
      this.tick();
    }
    /** Today the time is enough, else the day is named too. */
    when(milliseconds) {
      const day = (at) => new Date(at).toLocaleDateString(this.language, { weekday: "long", day: "numeric", month: "long" });
      const today = day(this.time.now()) === day(milliseconds);
      return today ? this.clockTime(milliseconds) : `${day(milliseconds)}, ${this.clockTime(milliseconds)}`;
    }
    left() {
      const { deadline, pausedAt } = this.view;
      return deadline ? Date.parse(deadline) - (pausedAt ? Date.parse(pausedAt) : this.time.now()) : 0;
    }
    caption(status) {
      const { view } = this;
      const mechanism = this.terms.phases[view.phase]?.mechanism;
      switch (status) {
        case "ended":
          return "";
        case "paused":
          return this.text("paused");
        case "waiting":
          return this.text(view.deadline ? "opens-in" : "opens-later");
        case "between-phases":
          return this.text(`begins-in.${mechanism}`);
        default:
      }
      switch (mechanism) {
        case "price-clock":
          return this.text("moves-in");
        case "elimination":
          return this.text("confirm-within");
        case "rounds":
          if (view.own?.mayAct) return this.text("your-turn-ends-in");
          return view.turn ? this.text("turn-ends-in", this.names.of(view.turn)) : this.text("next-turn-in");
        default:
          return this.text(`ends-in.${mechanism}`);
      }
    }
    phaseName(phase) {
      return this.root.querySelector(`[data-phase="${phase}"]`)?.dataset.name ?? "";
    }
    /** Every second: how long there is still. */
    tick() {
      const { view } = this;
      const clock = this.part("clock");
      const runs = Boolean(view.deadline) && view.status !== "ended";
      clock.hidden = !runs;
      if (!runs) {
        document.title = `${this.text(`status.${statusOf(view)}`)}: ${this.title}`;
        return;
      }
      const left = this.left();
      const shown = countdown(left, (days) => this.text("days", days));
      clock.textContent = shown;
      clock.classList.toggle("soon", left < SOON);
      document.title = `${shown} ${this.title}`;
      const due = TOLD.find((at) => left <= at && !this.told.includes(at));
      if (due && left > 0 && !view.pausedAt) {
        this.told = TOLD.filter((at2) => left <= at2);
        const at = Math.min(...this.told);
        this.speaker.now(at >= 12e4 ? this.text("left.minutes", at / 6e4) : at === 6e4 ? this.text("left.minute") : this.text("left.seconds", at / 1e3));
      }
    }
    speak(before) {
      const { view } = this;
      const said = [];
      if (view.status !== before.status || Boolean(view.pausedAt) !== Boolean(before.pausedAt)) {
        said.push(this.text("said.status", this.phaseName(view.phase), this.text(`status.${statusOf(view)}`)));
      } else if (view.deadline && before.deadline && view.phase === before.phase && view.turn === before.turn && view.deadline > before.deadline && !view.clockPrice) {
        said.push(this.text("said.moved", countdown(this.left(), (days) => this.text("days", days))));
      }
      const price = view.clockPrice ?? view.best?.price;
      if (price && price !== (before.clockPrice ?? before.best?.price)) said.push(this.text("said.best", this.money(price)));
      if (view.own?.rank && view.own.rank !== before.own?.rank) said.push(this.text("said.rank", view.own.rank));
      if (said.length > 0) this.speaker.say(said.join(" "));
    }
    rail() {
      const { view } = this;
      for (const step of this.root.querySelectorAll("[data-phase]")) {
        const place = step.dataset.phase === "end" ? this.terms.phases.length : Number(step.dataset.phase);
        const now = view.status === "ended" ? place === this.terms.phases.length : place === view.phase && view.status === "running";
        step.className = now ? "now" : view.status === "ended" || place < view.phase ? "done" : "next";
        if (now) step.setAttribute("aria-current", "step");
        else step.removeAttribute("aria-current");
      }
    }
    facts() {
      const { view } = this;
      const sealed = this.terms.phases[view.phase]?.mechanism === "sealed";
      const facts = [
        ["clock-price", view.clockPrice && this.money(view.clockPrice)],
        ["best", view.best && view.status !== "ended" && this.money(view.best.price)],
        ["rank", view.own?.rank],
        ["standing", view.own?.standing && this.money(view.own.standing)],
        [sealed ? "waiting.sealed" : "waiting", view.own?.waiting && this.money(view.own.waiting)]
      ].filter(([, value]) => value);
      this.part("facts").replaceChildren(...facts.map(([key, value]) => element(
        "div",
        {},
        element("dt", {}, this.text(key)),
        element("dd", { class: "num" }, String(value))
      )));
    }
    standings() {
      const { view } = this;
      const lines = Object.entries(view.standings ?? {}).map(([name, line]) => ({ name, ...line, turn: view.turn === name })).sort((a, b) => a.rank - b.rank);
      this.part("standings").replaceChildren(...this.names.rows(lines, grouped, view.status !== "ended"));
      this.part("standing-table").hidden = lines.length === 0;
      const none = this.part("standing-none");
      none.hidden = lines.length > 0;
      none.textContent = none.dataset[this.hides() ? "hidden" : "none"];
      const head = this.part("standing-head");
      head.textContent = head.dataset[view.status === "ended" ? "ended" : "live"];
      if (view.status === "ended") this.part("standing-caption").textContent = "";
    }
    /** Whether others' bids are hidden from whoever looks. */
    hides() {
      const { view } = this;
      const seen = this.terms.phases[view.phase]?.visibility;
      return view.status !== "ended" && seen !== void 0 && seen[view.own ? "participants" : "public"] !== "everything-but-names";
    }
    result() {
      const { result } = this.view;
      if (!result) return;
      this.part("result").hidden = false;
      this.part("result-words").textContent = this.resultWords(result);
    }
    resultWords(result) {
      if (result.result === "cancelled") return this.text("cancelled", result.reason);
      if (result.result !== "won") return `${this.text("unsuccessful")}. ${this.text(`why.${result.why}`)}`;
      const [winner, amount, paid] = [this.names.of(result.winner), this.money(result.amount), this.money(result.paid)];
      return result.paid === result.amount ? this.text("won", winner, amount) : this.text("won.pays", winner, amount, paid);
    }
  };

  // src/auction/bidding.js
  var TRIES = 4;
  var wait = (milliseconds) => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
  var Bidding = class {
    /** `address` is the auction's under the interface, `done` hears when something was judged. */
    constructor(root, { auction, lot, address, terms, decimals, participant, entered, text, done }) {
      Object.assign(this, { root, auction, lot, address, terms, decimals, participant, entered, text, done });
      this.opened = null;
      this.view = null;
      this.synced = false;
      this.busy = false;
      this.asked = null;
    }
    part(name) {
      return this.root.querySelector(`[data-part="${name}"]`);
    }
    button(name) {
      return this.root.querySelector(`[data-act="${name}"]`);
    }
    start() {
      const { Subhasta } = globalThis;
      if (!globalThis.crypto?.subtle || !Subhasta) {
        this.answer(this.text("insecure"), true);
        return;
      }
      this.signing = Subhasta;
      this.button("enter").addEventListener("click", () => this.enter());
      this.part("bid").addEventListener("submit", (event) => {
        event.preventDefault();
        this.bid(null);
      });
      this.button("back").addEventListener("click", () => this.send(this.act("take-back")));
      this.button("use").addEventListener("click", () => {
        this.input().value = this.view.own.next;
        this.input().focus();
      });
      this.button("sure").addEventListener("click", () => this.bid(this.asked));
      this.button("not-sure").addEventListener("click", () => {
        this.unask();
        this.input().focus();
      });
      this.input().addEventListener("input", () => this.unask());
      new Subhasta.KeyChooser(this.root.querySelector("[data-key]"), (opened) => this.chosen(opened)).start();
    }
    input() {
      return this.root.querySelector("#amount");
    }
    show(view, synced) {
      this.view = view;
      this.synced = synced;
      this.render();
    }
    hasEntered() {
      return this.opened !== null && this.entered.has(this.opened.about.fingerprint);
    }
    /** What a bid is in this phase. */
    mode() {
      const phase = this.terms.phases[this.view.phase];
      const { clockPrice } = this.view;
      switch (phase?.mechanism) {
        case "price-clock":
          return { kind: "bid", fixed: clockPrice ?? null, words: "take", clock: true };
        case "elimination":
          return { kind: "confirm", fixed: clockPrice ?? null, words: "confirm", clock: true };
        case "open-outcry":
          return phase.automatic ? { kind: "limit", words: "limit" } : { kind: "bid", words: "bid" };
        case "sealed":
          return { kind: "bid", words: "bid", sealed: true };
        default:
          return { kind: "bid", words: "bid" };
      }
    }
    /** The key of what keeps the bidder from bidding now; null where nothing does. */
    hindrance() {
      const { view } = this;
      const status = statusOf(view);
      if (status !== "running") return `wait.${status}`;
      if (!this.synced) return "wait.sync";
      if (!view.own) return "signed-out";
      if (!view.own.in) return "out";
      if (view.own.mayAct) return null;
      return this.terms.phases[view.phase].mechanism === "rounds" ? "wait.turn" : "wait.phase";
    }
    render() {
      const { view } = this;
      if (view === null) return;
      const ended = view.status === "ended";
      this.part("keys").hidden = ended;
      this.part("bid").hidden = ended || !this.hasEntered();
      const mode = this.mode();
      const hindrance = this.hindrance();
      if (this.asked && (this.asked.phase !== view.phase || hindrance !== null)) this.unask();
      const disabled = hindrance !== null || this.busy || mode.clock && !mode.fixed;
      this.part("amount-field").hidden = Boolean(mode.clock);
      this.part("limit-what").hidden = mode.kind !== "limit";
      this.part("sealed-what").hidden = !mode.sealed;
      const label = this.part("amount-label");
      label.textContent = label.dataset[mode.kind === "limit" ? "limit" : "bid"];
      this.input().disabled = disabled;
      const button = this.button("bid");
      button.disabled = disabled;
      button.textContent = mode.clock ? this.text(mode.words, mode.fixed ? this.money(mode.fixed) : "") : this.text(mode.words);
      const { next, waiting } = view.own ?? {};
      this.part("next").textContent = next && !mode.clock ? this.text(this.terms.direction === "descending" ? "or-lower" : "or-higher", this.money(next)) : "";
      this.button("use").hidden = disabled || !next || Boolean(mode.clock);
      if (next) this.button("use").textContent = this.text("use", grouped(next));
      this.part("why-not").textContent = hindrance === null ? "" : this.text(hindrance);
      this.button("back").hidden = !(this.terms.phases[view.phase]?.mechanism === "rounds" && waiting);
      this.button("back").disabled = disabled;
      this.entering(ended);
    }
    money(amount) {
      return `${this.terms.currency} ${grouped(amount)}`;
    }
    async chosen(opened) {
      this.opened = opened;
      if (opened !== null && !this.signing.signsDetached(opened)) {
        this.opened = null;
        this.answer(this.text("key.rsa"), true);
      }
      this.statement = null;
      this.folded();
      this.render();
      if (this.opened === null || this.hasEntered()) return;
      try {
        const answer = await fetch(`${this.address}/entry-statement?certificate=${opened.about.fingerprint}`);
        if (!answer.ok) throw new Error(answer.status);
        this.statement = (await answer.json()).statement;
        this.part("statement").textContent = this.statement;
        this.render();
      } catch {
        this.answer(this.text("failed"), true);
      }
    }
    entering(ended) {
      this.part("enter").hidden = ended || this.opened === null || !this.statement || this.hasEntered();
    }
    /** Once the key has entered, it takes one line. */
    folded() {
      const keys = this.part("keys");
      keys.open = !this.hasEntered();
      const name = keys.querySelector("summary");
      name.textContent = this.hasEntered() ? this.text("unlocked", this.opened.about.subject.split(",")[0]) : name.dataset.name;
    }
    async enter() {
      const button = this.button("enter");
      button.disabled = true;
      this.answer(this.text("entering"));
      try {
        const signature = await this.signing.sign(utf8(this.statement), this.opened);
        const { ok, body } = await this.post("entries", { statement: this.statement, signature: base64(signature) });
        if (ok) {
          this.entered.add(this.opened.about.fingerprint);
          this.answer(this.text("entered"));
          this.folded();
          this.render();
          (this.input().disabled ? this.part("keys").querySelector("summary") : this.input()).focus();
        } else {
          this.answer(body.detail, true);
        }
      } catch {
        this.answer(this.text("failed"), true);
      } finally {
        button.disabled = false;
      }
    }
    act(kind, amount) {
      const act = {
        act: kind,
        auction: this.auction,
        format: "subhasta-auction-act-1",
        id: crypto.randomUUID(),
        lot: this.lot,
        participant: this.participant
      };
      return kind === "take-back" ? act : { ...act, amount, currency: this.terms.currency, seen: this.view.number };
    }
    /** The question whether a bid is meant is over: what was asked about is not what would be sent. */
    unask() {
      this.asked = null;
      this.part("sure").hidden = true;
    }
    /**
     * Bids what was typed, or the clock's price; asks once more where it is far from what would do.
     * `sure` is what was asked about: that very amount is sent, and nothing else.
     */
    bid(sure) {
      if (this.busy || this.hindrance() !== null) return;
      const mode = this.mode();
      const amount = mode.clock ? mode.fixed : readPrice(this.input().value, this.decimals);
      const field = this.part("amount-field");
      const reference = this.view.own.next ?? this.view.own.standing ?? this.terms.openingPrice;
      this.unask();
      if (!mode.clock) mark(field, this.input(), amount === null ? this.text("unclear") : null);
      if (!amount) {
        this.input().focus();
      } else if (!mode.clock && sure?.amount !== amount && reference && isFarFrom(amount, reference)) {
        this.part("sure-what").textContent = this.text("sure", this.money(amount), this.money(reference), percentApart(amount, reference));
        this.part("sure").hidden = false;
        this.asked = { amount, phase: this.view.phase };
        this.button("not-sure").focus();
      } else {
        this.send(this.act(mode.kind, amount));
      }
    }
    async send(act) {
      this.busy = true;
      this.render();
      this.answer(this.text("signing"));
      try {
        const text = canonicalJson(act);
        const signature = await this.signing.signDetached(utf8(text), this.opened);
        this.answer(this.text("sending"));
        const { ok, body } = await this.deliver({ act: text, signature });
        if (ok) {
          this.answer(this.text(`accepted.${act.act}`, act.amount ? this.money(act.amount) : ""));
          this.input().value = "";
        } else {
          this.answer(body.detail, true);
        }
      } catch (error) {
        this.answer(this.text(error.message === "unanswered" ? "unanswered" : "failed"), true);
      } finally {
        this.busy = false;
        this.render();
        this.done();
      }
    }
    /** Sending the very same again is harmless, so it is sent until it is answered. */
    async deliver(signed) {
      for (let turn = 1; turn <= TRIES; turn += 1) {
        try {
          return await this.post("acts", signed);
        } catch {
          this.answer(this.text("again"));
          await wait(500 * 2 ** turn);
        }
      }
      throw new Error("unanswered");
    }
    async post(what, body) {
      const answer = await fetch(`${this.address}/${what}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body)
      });
      if (answer.status === 401) return { ok: false, body: { detail: this.text("signed-out") } };
      if (answer.status >= 500 && answer.status !== 503) throw new Error(answer.status);
      return { ok: answer.ok, body: await answer.json() };
    }
    answer(sentence, wrong = false) {
      const place = this.part("answer");
      place.classList.toggle("is-wrong", wrong);
      place.textContent = sentence;
    }
  };

  // src/auction/chart.js
  var SVG = "http://www.w3.org/2000/svg";
  var BOX = { width: 320, height: 180, left: 8, right: 312, top: 22, bottom: 152 };
  function drawn(name, attributes, text) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== void 0) made.textContent = text;
    return made;
  }
  var Chart = class {
    /** Draws { at (milliseconds), price } into `root`; `time` writes a time of day. */
    constructor(root, { time, text }) {
      this.root = root;
      this.time = time;
      this.text = text;
      this.points = [];
    }
    part(name) {
      return this.root.querySelector(`[data-part="${name}"]`);
    }
    /** A price from then on. */
    add(at, price) {
      if (this.points.at(-1)?.price === price) return;
      this.points.push({ at, price });
      this.draw();
    }
    /** What was told of the time before; `prices` as the interface has them. */
    begin(prices) {
      const before = prices.map(({ at, price }) => ({ at: Date.parse(at), price }));
      const known = before.at(-1)?.at ?? 0;
      const since = this.points.filter(({ at, price }) => at > known && price !== before.at(-1)?.price);
      this.replace([...before, ...since]);
    }
    replace(points) {
      this.points = points;
      this.draw();
    }
    draw() {
      this.root.hidden = false;
      const { points } = this;
      this.part("chart-none").hidden = points.length > 0;
      this.part("chart-table").hidden = points.length === 0;
      this.part("chart-drawing").replaceChildren(...points.length > 0 ? [this.drawing()] : []);
      this.part("chart-rows").replaceChildren(...points.toReversed().map(({ at, price }) => element(
        "tr",
        {},
        element("td", { class: "num" }, this.time(at)),
        element("td", { class: "amount" }, grouped(price))
      )));
    }
    drawing() {
      const { points } = this;
      const prices = points.map(({ price }) => Number(units(price)));
      const [low, high] = [Math.min(...prices), Math.max(...prices)];
      const [from, to] = [points[0].at, points.at(-1).at];
      const x = (at) => to === from ? BOX.left : BOX.left + (at - from) / (to - from) * (BOX.right - BOX.left);
      const y = (price) => high === low ? (BOX.top + BOX.bottom) / 2 : BOX.top + (high - price) / (high - low) * (BOX.bottom - BOX.top);
      const path = points.map(({ at }, i) => i === 0 ? `M${x(at)} ${y(prices[0])}` : `H${x(at)} V${y(prices[i])}`).join(" ");
      const svg = drawn("svg", {
        viewBox: `0 0 ${BOX.width} ${BOX.height}`,
        role: "img",
        class: "chart",
        "aria-label": this.text("chart.what", grouped(points[0].price), grouped(points.at(-1).price))
      });
      const last = points.length - 1;
      svg.append(
        drawn("line", { class: "axis", x1: BOX.left, x2: BOX.right, y1: BOX.bottom + 6, y2: BOX.bottom + 6 }),
        drawn("path", { class: "price", d: path }),
        drawn("circle", { class: "last", r: 4.5, cx: x(points[last].at), cy: y(prices[last]) }),
        drawn("text", { x: BOX.left, y: y(prices[0]) - 8 }, grouped(points[0].price)),
        drawn("text", { x: BOX.left, y: BOX.height - 6 }, this.time(from))
      );
      if (last > 0) {
        svg.append(
          drawn("text", { x: BOX.right - 8, y: y(prices[last]) - 9, "text-anchor": "end" }, grouped(points[last].price)),
          drawn("text", { x: BOX.right, y: BOX.height - 6, "text-anchor": "end" }, this.time(to))
        );
      }
      return svg;
    }
  };

  // src/auction/merge-patch.js
  function mergePatch(target, patch) {
    if (patch === null || typeof patch !== "object" || Array.isArray(patch)) return patch;
    const merged = target !== null && typeof target === "object" && !Array.isArray(target) ? { ...target } : {};
    for (const [name, value] of Object.entries(patch)) {
      if (value === null) delete merged[name];
      else merged[name] = mergePatch(merged[name], value);
    }
    return merged;
  }

  // src/auction/feed.js
  var POLL = 3e3;
  var LOOK = 3e4;
  var FIRST_WAIT = 500;
  var LONGEST_WAIT = 2e4;
  var GRACE = 4e3;
  var Feed = class {
    constructor({ address, state, changed, heard, synced }) {
      Object.assign(this, { address, state, changed, heard, synced });
      this.waits = 0;
      this.sync = "";
    }
    start() {
      this.tell("connecting");
      this.connect();
      setInterval(() => {
        if (this.sync === "live") this.look();
      }, LOOK);
      addEventListener("online", () => this.look());
      document.addEventListener("visibilitychange", () => {
        if (!document.hidden) this.look();
      });
    }
    tell(sync) {
      if (sync === this.sync) return;
      this.sync = sync;
      this.synced(sync);
    }
    async connect() {
      try {
        const answer = await fetch(`${this.address}/watch`, { method: "POST" });
        if (!answer.ok) throw new Error(answer.status);
        const { path } = await answer.json();
        const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${path}`);
        this.socket = socket;
        socket.addEventListener("message", (event) => {
          if (socket === this.socket) this.hear(JSON.parse(event.data));
        });
        socket.addEventListener("close", () => {
          if (socket === this.socket) this.lost();
        });
      } catch {
        this.lost();
      }
    }
    hear(message) {
      if (message.type === "snapshot") {
        this.take({ now: message.now, view: message.view });
      } else if (message.from === this.state.view.number) {
        this.take({ now: message.now, view: mergePatch(this.state.view, message.patch) });
      } else {
        this.lost();
        return;
      }
      this.waits = 0;
      this.tell("live");
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
      this.tell("lost");
      const wait2 = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.waits) * (0.5 + Math.random() / 2);
      this.waits += 1;
      setTimeout(() => this.connect(), wait2);
      this.poll();
    }
    async poll() {
      if (this.polling) return;
      this.polling = true;
      try {
        while (this.socket === null || this.sync !== "live") {
          const told = await this.ask();
          if (this.sync === "live") break;
          this.tell(told ? "polling" : "lost");
          await new Promise((resolve) => {
            setTimeout(resolve, POLL);
          });
        }
      } finally {
        this.polling = false;
      }
    }
    /** Asks for the lot; whether an answer came. What is older than what is known is dropped. */
    async ask() {
      try {
        const answer = await fetch(this.address, { cache: "no-store" });
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
        const answer = await fetch(this.address, { cache: "no-store" });
        const { now, view } = await answer.json();
        this.heard(now);
        await new Promise((resolve) => {
          setTimeout(resolve, view.number > this.state.view.number ? GRACE : 0);
        });
        if (socket === this.socket && view.number > this.state.view.number) this.lost();
      } catch {
        if (socket === this.socket) this.lost();
      } finally {
        this.looking = false;
      }
    }
  };

  // src/auction/lots.js
  var EVERY = 15e3;
  var Lots = class {
    /** `ended` hears once that all lots have. */
    constructor(root, { address, text, ended }) {
      Object.assign(this, { root, address, text, ended });
    }
    start() {
      if (this.root) this.timer = setInterval(() => this.look(), EVERY);
    }
    async look() {
      const answer = await fetch(this.address, { cache: "no-store" }).catch(() => null);
      if (!answer?.ok || this.done) return;
      const { lots } = await answer.json();
      for (const place of this.root?.querySelectorAll("[data-lot-state]") ?? []) {
        place.textContent = this.text(`status.${lots[place.dataset.lotState].state}`);
      }
      if (Object.values(lots).some(({ state }) => state !== "ended")) return;
      this.done = true;
      clearInterval(this.timer);
      this.ended();
    }
  };

  // src/auction/names.js
  var Names = class {
    constructor(participant, text) {
      this.participant = participant;
      this.text = text;
      this.known = {};
      this.ended = false;
    }
    learn(state) {
      Object.assign(this.known, state.names);
      this.ended = state.view.status === "ended";
    }
    of(name) {
      return this.known[name] ?? this.text("bidder", name);
    }
    /** Best first: a row for each of `lines`, { rank, name, amount, own }; `amount` writes it. */
    rows(lines, amount, leads) {
      return lines.map((line) => {
        const rank = element("td", { class: "num" }, String(line.rank));
        if (line.rank === 1 && leads) rank.append(" ", element("span", { class: "tag" }, this.text("leads")));
        const who = element("td", {});
        if (line.own) who.append(element("strong", {}, this.text("you")), " ");
        if (!line.own || this.ended) who.append(this.of(line.name));
        if (line.turn) who.append(" ", element("span", { class: "tag soon" }, this.text("turn")));
        return element("tr", line.own ? { class: "you" } : {}, rank, who, element("td", { class: "amount" }, amount(line.amount)));
      });
    }
  };

  // src/auction/past.js
  var SPREAD = 2e3;
  function officersActed(before, after, direction) {
    const worse = (was, is) => is === void 0 || (direction === "descending" ? units(is) > units(was) : units(is) < units(was));
    if (before.pausedAt !== after.pausedAt || after.result?.result === "cancelled") return true;
    if (after.status === "ended" || before.phase !== after.phase || before.status !== after.status) return false;
    const same = before.best?.price === after.best?.price && before.turn === after.turn && before.clockPrice === after.clockPrice;
    if (same && before.deadline !== after.deadline) return true;
    if (before.best && worse(before.best.price, after.best?.price)) return true;
    return Object.entries(before.standings ?? {}).some(([name, { amount }]) => worse(amount, after.standings?.[name]?.amount)) || before.own?.in === true && after.own?.in === false;
  }
  var Past = class {
    constructor(root, { address, chart, when, text }) {
      Object.assign(this, { root, address, chart, when, text });
    }
    soon() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.load(), Math.random() * SPREAD);
    }
    async load() {
      const answer = await fetch(this.address, { cache: "no-store" }).catch(() => null);
      if (!answer?.ok) return;
      const { prices, notices } = await answer.json();
      this.chart.begin(prices);
      this.root.hidden = notices.length === 0;
      this.root.querySelector("ul").replaceChildren(...notices.toReversed().map(({ at, what, reason }) => element(
        "li",
        {},
        element("strong", {}, this.text(`notice.${what}`)),
        " ",
        element("span", { class: "muted num" }, this.when(Date.parse(at))),
        element("p", { class: "text" }, reason ?? "")
      )));
    }
  };

  // src/auction/receipts.js
  var Receipts = class {
    constructor(root, { address, text, time }) {
      Object.assign(this, { root, address, text, time });
      root.addEventListener("toggle", () => {
        if (root.open) this.load();
      });
    }
    part(name) {
      return this.root.querySelector(`[data-part="${name}"]`);
    }
    /** Looks again, where anybody sees it. */
    async load() {
      if (!this.root.open) return;
      const answer = await fetch(this.address, { cache: "no-store" }).catch(() => null);
      if (!answer?.ok) return;
      const { items } = await answer.json();
      this.part("receipts-none").hidden = items.length > 0;
      this.part("receipts-table").hidden = items.length === 0;
      this.part("receipts-rows").replaceChildren(...items.map((one) => this.row(one)));
    }
    row({ leaf, at, act, amount, outcome, code }) {
      const heads = [...this.root.querySelectorAll("thead th")].map((head) => head.textContent);
      const what = this.text(`act.${act}`);
      const when = this.time(Date.parse(at));
      const link = element(
        "a",
        { href: `${this.address}/${leaf}`, download: "" },
        this.text("receipt"),
        element("span", { class: "hidden-but-said" }, ` ${this.text("receipt.of", what, when)}`)
      );
      const answer = code ? this.text("answer.refused.why", this.text(`refused.${code}`)) : this.text(`answer.${outcome}`);
      const cells = [[when, "num"], [what], [amount ? grouped(amount) : "", "amount"], [answer], [link]];
      return element("tr", {}, ...cells.map(([content, style], i) => element(
        "td",
        { "data-head": heads[i], ...style ? { class: style } : {} },
        content
      )));
    }
  };

  // src/auction/replay.js
  var SPEED = 1500;
  var Replay = class {
    /** `board` writes money, times and results; `points` hears of all leading prices. */
    constructor(root, { address, lot, board, names, participant, text, points }) {
      Object.assign(this, { root, address, lot, board, names, participant, text, points });
      this.steps = [];
      this.at = 0;
      this.timer = null;
      this.on("replay", () => this.load());
    }
    part(name) {
      return this.root.querySelector(`[data-part="${name}"]`);
    }
    button(name) {
      return this.root.querySelector(`[data-act="${name}"]`);
    }
    on(name, listener) {
      this.button(name).addEventListener("click", listener);
    }
    async load() {
      this.button("replay").disabled = true;
      const [outcome, acts] = await Promise.all([
        fetch(`${this.address}/outcome.json`).then((answer) => answer.json()),
        fetch(`${this.address}/acts.jsonl`).then((answer) => answer.text())
      ]);
      const lines = acts.split("\n").map((line) => line ? JSON.parse(line) : null);
      this.begin(outcome, lines);
    }
    begin(outcome, lines) {
      this.aliases = new Map(lines.filter((line) => line?.act === "admit").map(({ participant, alias }) => [participant, alias]));
      const answers = outcome.answers.filter(({ lot }) => lot === this.lot);
      const end = outcome.lots.find(({ lot }) => lot === this.lot);
      this.steps = answers.map((answer) => ({ ...answer, source: lines[answer.line - 1] }));
      this.steps.push({ at: end.endedAt, act: "end", passed: end.passed, standing: end.ranking, outcome: end.outcome });
      this.points(this.prices());
      this.player();
      this.show(this.steps.length - 1);
      this.part("player").hidden = false;
      this.part("replay-load").hidden = true;
      this.part("slider").focus();
    }
    /** Every leading price with its time. */
    prices() {
      return this.steps.flatMap(({ passed = [], facts = [] }) => [...passed, ...facts]).filter(({ fact, price }) => ["best-price-changed", "price-moved", "phase-began"].includes(fact) && price).map(({ at, price }) => ({ at: Date.parse(at), price }));
    }
    player() {
      const last = this.steps.length - 1;
      const slider = this.part("slider");
      slider.max = last;
      slider.addEventListener("input", () => {
        this.stop();
        this.show(Number(slider.value));
      });
      const go = (to) => () => {
        this.stop();
        this.show(to());
      };
      this.on("first", go(() => 0));
      this.on("previous", go(() => this.at - 1));
      this.on("next", go(() => this.at + 1));
      this.on("last", go(() => last));
      this.on("play", () => this.timer === null ? this.play() : this.stop());
    }
    play() {
      if (this.at === this.steps.length - 1) this.show(0);
      this.timer = setInterval(() => {
        this.show(this.at + 1);
        if (this.at === this.steps.length - 1) this.stop();
      }, SPEED);
      this.button("play").textContent = this.button("play").dataset.pause;
    }
    stop() {
      clearInterval(this.timer);
      this.timer = null;
      this.button("play").textContent = this.button("play").dataset.play;
    }
    who(participant) {
      const alias = this.aliases.get(participant);
      const name = this.names.known[participant];
      if (name) return alias ? `${name} (${this.text("bidder", alias)})` : name;
      return alias ? this.text("bidder", alias) : participant;
    }
    show(index) {
      this.at = Math.max(0, Math.min(this.steps.length - 1, index));
      const step = this.steps[this.at];
      this.part("slider").value = this.at;
      this.part("slider").setAttribute("aria-valuetext", this.text("step", this.at + 1, this.steps.length));
      this.part("step-place").textContent = this.text("step", this.at + 1, this.steps.length);
      this.part("step-at").textContent = step.at ? this.board.when(Date.parse(step.at)) : "";
      this.part("step-words").textContent = this.words(step);
      this.part("step-facts").replaceChildren(...[...step.passed ?? [], ...step.facts ?? []].map((fact) => this.fact(fact)).filter(Boolean).map((words) => element("li", {}, words)));
      const standing = (step.standing ?? []).map(({ rank, participant, amount }) => ({
        rank,
        name: participant,
        amount,
        own: participant === this.participant
      }));
      this.part("step-standing").replaceChildren(...this.names.rows(standing, grouped, false));
      this.part("step-none").hidden = standing.length > 0;
      this.button("first").disabled = this.button("previous").disabled = this.at === 0;
      this.button("last").disabled = this.button("next").disabled = this.at === this.steps.length - 1;
    }
    words({ act, answer, refusal, source, outcome }) {
      if (act === "end") return `${this.text("act.end")}. ${outcome.result === "paused" || outcome.result === "waiting" ? "" : this.board.resultWords(outcome)}`;
      const parts = [this.text(`act.${act}`)];
      if (source?.participant) parts.push(this.who(source.participant));
      if (source?.amount) parts.push(this.board.money(source.amount));
      if (source?.reason) parts.push(this.text("reason", source.reason));
      if (refusal) parts.push(this.text("answer.refused.why", this.text(`refused.${refusal}`)));
      else if (source?.id) parts.push(this.text(`answer.${answer}`));
      return parts.join(" · ");
    }
    /** What a fact says; nothing of those that say what the standing shows. */
    fact(fact) {
      const money = (amount) => this.board.money(amount);
      const time = (instant) => this.board.clockTime(Date.parse(instant));
      switch (fact.fact) {
        case "phase-began":
          return this.text("fact.phase-began", this.board.phaseName(fact.phase));
        case "round-began":
          return this.text("fact.round-began", fact.round + 1);
        case "turn-began":
          return this.text("fact.turn-began", this.who(fact.participant));
        case "price-moved":
          return this.text("fact.price-moved", money(fact.price));
        case "end-moved":
          return this.text("fact.end-moved", time(fact.endsAt));
        case "best-price-changed":
          return fact.price ? this.text("fact.best-price", money(fact.price)) : "";
        case "participants-left":
          return this.text("fact.left", fact.participants.map((one) => this.who(one)).join(", "));
        default:
          return "";
      }
    }
  };

  // src/auction/speaker.js
  var PAUSE = 1e4;
  var Speaker = class {
    constructor(element2) {
      this.element = element2;
      this.last = -PAUSE;
      this.next = null;
    }
    /** Says it now, or when the pause is over, unless something newer is to be said by then. */
    say(text) {
      const wait2 = this.last + PAUSE - performance.now();
      clearTimeout(this.next);
      if (wait2 > 0) this.next = setTimeout(() => this.now(text), wait2);
      else this.now(text);
    }
    /** Says it at once: time runs out. */
    now(text) {
      clearTimeout(this.next);
      this.last = performance.now();
      this.element.textContent = text;
    }
  };

  // src/auction/page.js
  var SYNCED = { connecting: "draft", live: "", polling: "", lost: "danger" };
  function texts(root) {
    const all = JSON.parse(root.dataset.texts);
    return (key, ...values) => (all[`auction.live.${key}`] ?? key).replace(/\{(\d)\}/g, (place, i) => values[i] ?? place);
  }
  var AuctionPage = class {
    constructor(root) {
      this.root = root;
      const { auction, lot, api, participant = "", entered = "", decimals } = root.dataset;
      this.text = texts(root);
      this.state = JSON.parse(root.dataset.state);
      this.terms = JSON.parse(root.dataset.terms);
      this.address = `${api}/auctions/${auction}`;
      this.lotAddress = `${this.address}/lots/${encodeURIComponent(lot)}`;
      this.time = new ServerTime();
      this.names = new Names(participant, this.text);
      this.speaker = new Speaker(this.part("said"));
      this.board = new Board(root, this);
      const clock = (at) => this.board.clockTime(at);
      this.chart = new Chart(this.part("chart"), { time: clock, text: this.text });
      this.past = new Past(this.part("notices"), {
        address: `${this.lotAddress}/history`,
        chart: this.chart,
        when: (at) => this.board.when(at),
        text: this.text
      });
      const receipts = this.part("receipts");
      if (receipts) this.receipts = new Receipts(receipts, { address: `${this.lotAddress}/receipts`, text: this.text, time: clock });
      if (this.part("bid")) {
        this.bidding = new Bidding(this.part("take-part"), {
          auction,
          lot,
          address: this.address,
          terms: this.terms,
          decimals: Number(decimals),
          participant,
          entered: new Set(entered.split(" ").filter(Boolean)),
          text: this.text,
          done: () => this.receipts.load()
        });
      }
      this.replay = new Replay(this.part("replay"), {
        address: this.address,
        lot,
        board: this.board,
        names: this.names,
        participant,
        text: this.text,
        points: (points) => this.chart.replace(points)
      });
      this.lots = new Lots(this.part("lots"), { address: this.address, text: this.text, ended: () => this.named() });
      this.feed = new Feed({
        address: this.lotAddress,
        state: this.state,
        changed: (state) => this.changed(state),
        heard: (now) => this.time.heard(now),
        synced: (sync) => this.synced(sync)
      });
    }
    part(name) {
      return this.root.querySelector(`[data-part="${name}"]`);
    }
    start() {
      this.sync = "connecting";
      this.changed(this.state);
      this.chart.draw();
      this.past.load();
      this.lots.start();
      this.bidding?.start();
      if (this.state.view.status !== "ended") this.feed.start();
      setInterval(() => this.board.tick(), 250);
    }
    changed(state) {
      const before = this.state.view;
      const ends = state.view.status === "ended" && before.status !== "ended";
      this.state = state;
      this.time.heard(state.now);
      this.names.learn(state);
      const { view } = state;
      this.board.show(view);
      const price = view.clockPrice ?? view.best?.price;
      if (price && view.status !== "ended") this.chart.add(this.time.now(), price);
      this.bidding?.show(view, this.inSync());
      if (before !== view && officersActed(before, view, this.terms.direction)) this.past.soon();
      if (ends && !state.names) this.feed.ask();
      if (view.status === "ended") this.over();
      if (before === view ? view.status === "ended" : before.status !== view.status) this.lots.look();
    }
    inSync() {
      return this.sync === "live" || this.sync === "polling";
    }
    synced(sync) {
      this.sync = sync;
      const tag = this.part("sync");
      tag.hidden = this.state.view.status === "ended";
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
        place.hidden = place.dataset.part === "replay" && this.state.view.status !== "ended";
      }
    }
  };
  each("[data-auction]", (root) => new AuctionPage(root).start());
})();
