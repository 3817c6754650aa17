// Prices over time: a line of steps, and the same as a table.
import { element } from '../dom.js';
import { grouped, units } from './amounts.js';

const SVG = 'http://www.w3.org/2000/svg';
const BOX = { width: 320, height: 180, left: 8, right: 312, top: 22, bottom: 152 };

function drawn(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

export class Chart {
  /** Draws { at (milliseconds), price } into `root`; `time` writes a time of day. */
  constructor(root, { time, text }) {
    this.root = root;
    this.time = time;
    this.text = text;
    this.points = [];
  }

  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }

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
    // What came meanwhile was told with the time of its arrival, a moment later.
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
    this.part('chart-none').hidden = points.length > 0;
    this.part('chart-table').hidden = points.length === 0;
    this.part('chart-drawing').replaceChildren(...(points.length > 0 ? [this.drawing()] : []));
    this.part('chart-rows').replaceChildren(...points.toReversed().map(({ at, price }) => element('tr', {},
      element('td', { class: 'num' }, this.time(at)), element('td', { class: 'amount' }, grouped(price)))));
  }

  drawing() {
    const { points } = this;
    const prices = points.map(({ price }) => Number(units(price)));
    const [low, high] = [Math.min(...prices), Math.max(...prices)];
    const [from, to] = [points[0].at, points.at(-1).at];
    const x = (at) => (to === from ? BOX.left : BOX.left + (at - from) / (to - from) * (BOX.right - BOX.left));
    const y = (price) => (high === low ? (BOX.top + BOX.bottom) / 2
      : BOX.top + (high - price) / (high - low) * (BOX.bottom - BOX.top));
    const path = points.map(({ at }, i) => (i === 0 ? `M${x(at)} ${y(prices[0])}` : `H${x(at)} V${y(prices[i])}`)).join(' ');
    const svg = drawn('svg', {
      viewBox: `0 0 ${BOX.width} ${BOX.height}`, role: 'img', class: 'chart',
      'aria-label': this.text('chart.what', grouped(points[0].price), grouped(points.at(-1).price)),
    });
    const last = points.length - 1;
    svg.append(
      drawn('line', { class: 'axis', x1: BOX.left, x2: BOX.right, y1: BOX.bottom + 6, y2: BOX.bottom + 6 }),
      drawn('path', { class: 'price', d: path }),
      drawn('circle', { class: 'last', r: 4.5, cx: x(points[last].at), cy: y(prices[last]) }),
      drawn('text', { x: BOX.left, y: y(prices[0]) - 8 }, grouped(points[0].price)),
      drawn('text', { x: BOX.left, y: BOX.height - 6 }, this.time(from)),
    );
    if (last > 0) {
      svg.append(
        drawn('text', { x: BOX.right - 8, y: y(prices[last]) - 9, 'text-anchor': 'end' }, grouped(points[last].price)),
        drawn('text', { x: BOX.right, y: BOX.height - 6, 'text-anchor': 'end' }, this.time(to)),
      );
    }
    return svg;
  }
}
