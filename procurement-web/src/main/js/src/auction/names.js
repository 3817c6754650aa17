import { element } from '../dom.js';

/** Who is who on this page: numbers before the end of all lots, names after it. */
export class Names {
  constructor(participant, text) {
    this.participant = participant;
    this.text = text;
    this.known = {};
    this.ended = false;
  }

  learn(state) {
    Object.assign(this.known, state.names);
    this.ended = state.view.status === 'ended';
  }

  of(name) { return this.known[name] ?? this.text('bidder', name); }

  /** Best first: a row for each of `lines`, { rank, name, amount, own }; `amount` writes it. */
  rows(lines, amount, leads) {
    return lines.map((line) => {
      const rank = element('td', { class: 'num' }, String(line.rank));
      if (line.rank === 1 && leads) rank.append(' ', element('span', { class: 'tag' }, this.text('leads')));
      const who = element('td', {});
      if (line.own) who.append(element('strong', {}, this.text('you')), ' ');
      if (!line.own || this.ended) who.append(this.of(line.name));
      if (line.turn) who.append(' ', element('span', { class: 'tag soon' }, this.text('turn')));
      return element('tr', line.own ? { class: 'you' } : {}, rank, who, element('td', { class: 'amount' }, amount(line.amount)));
    });
  }
}
