// Reads a price as people write it and writes it as the statement wants it: "1200.50".

/**
 * The plain decimal with exactly `decimals` decimals, or null where it is not clear what is meant.
 * Spaces group digits; one comma or point sets the decimals apart. "1,200" with three digits after
 * the comma is refused, not guessed: it is a thousand here and one point two there.
 */
export function readPrice(text, decimals) {
  const written = text.replace(/[\s\u00a0\u202f\u2009'’]/g, '');
  const match = /^(\d{1,14})(?:[.,](\d+))?$/.exec(written);
  if (!match) return null;
  const [, whole, fraction = ''] = match;
  if (fraction.length > decimals) return null;
  const digits = whole.replace(/^0+(?=\d)/, '');
  return decimals === 0 ? digits : `${digits}.${fraction.padEnd(decimals, '0')}`;
}

/** The sum of plain decimals with the same number of decimals, without floating point. */
export function sum(prices, decimals) {
  const units = prices.reduce((total, price) => total + BigInt(price.replace('.', '')), 0n);
  if (decimals === 0) return String(units);
  const digits = String(units).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** For reading: groups of three, kept together. */
export function showPrice(plain, currency) {
  const [whole, fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
  return `${currency}\u00a0${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
