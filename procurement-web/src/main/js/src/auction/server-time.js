// The server's clock, measured from what it sends: its time is never later than when it arrives
// here, so of the last answers the one that was fastest on its way tells best.
const KEPT = 8;

export class ServerTime {
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
  now() { return this.steady() + Math.max(...this.offsets); }
}

const two = (number) => String(number).padStart(2, '0');

/** `04:12`, `1:04:12`, `3 d 01:04:12`; `days` writes the number of days. */
export function countdown(milliseconds, days) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [d, h, m, s] = [seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(Math.floor);
  const short = `${two(m)}:${two(s)}`;
  if (d > 0) return `${days(d)} ${two(h)}:${short}`;
  return h > 0 ? `${h}:${short}` : short;
}
