// The statement a bidder signs, format "subhasta-bid-1": what it says, and nothing else counts.
import { canonicalJson } from './canonical-json.js';
import { sha256 } from './bytes.js';

export const LARGEST_FILE = 64 * 1024 * 1024;
export const MOST_FILES = 20;
export const LONGEST_NAME = 200;

/** Names, sizes and SHA-256 of files, in the order given; `progress` hears how many are done. */
export async function describeFiles(files, progress = () => {}) {
  const described = [];
  for (const file of files) {
    described.push({ name: file.name, sha256: await sha256(await file.arrayBuffer()), size: file.size });
    progress(described.length, files.length);
  }
  return described;
}

/** Canonical JSON of a bid. `terms` come from the page, `offers` and `attachments` from the bidder. */
export function bidStatement(terms, offers, attachments, madeAt = new Date()) {
  const statement = {
    format: 'subhasta-bid-1',
    id: crypto.randomUUID(),
    tender: terms.tender,
    notice: terms.notice,
    bidder: terms.bidder,
    kind: terms.kind,
    currency: terms.currency,
    prices: terms.prices,
    lots: offers.map(({ lot, price }) => ({ lot, price })),
    attachments,
    madeAt: madeAt.toISOString(),
  };
  if (terms.kind !== 'submit') statement.replaces = terms.replaces;
  return { statement, text: canonicalJson(statement) };
}
