// Amounts as the interface writes them ("9900.00"): compared and shown without floating point.
export const units = (amount) => BigInt(amount.replace('.', ''));

/** Groups of three, kept together. */
export function grouped(amount) {
  const [whole, fraction] = amount.split('.');
  const parts = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
  return fraction === undefined ? parts : `${parts}.${fraction}`;
}

/** By how many whole per cent an amount differs from another that is not zero. */
export function percentApart(amount, other) {
  const [a, b] = [units(amount), units(other)];
  const apart = a > b ? a - b : b - a;
  return b === 0n ? 0 : Number(apart * 100n / b);
}

/** Whether they differ by more than a tenth. */
export function isFarFrom(amount, other) {
  const [a, b] = [units(amount), units(other)];
  return (a > b ? a - b : b - a) * 10n > b;
}
