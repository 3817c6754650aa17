// What each key of a sealed bid is bound to: canonical JSON, so that no two things look the same.
import { canonicalJson } from './canonical-json.js';
import { utf8 } from './bytes.js';

const bound = ({ id, tender, bidder, openers }, part, purpose, more) => utf8(canonicalJson({
  format: 'subhasta-envelope-1', purpose, id, tender, bidder, openers, part, ...more,
}));

export const shareContext = (header, part, opener) => bound(header, part, 'share', { opener });

export const textContext = (header, part, index) => bound(header, part, 'text', { index });

export const rehearsalContext = (tender, opener) => utf8(canonicalJson({
  format: 'subhasta-rehearsal-1', purpose: 'rehearsal', tender, opener,
}));
