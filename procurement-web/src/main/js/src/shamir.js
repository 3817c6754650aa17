// Shamir's secret sharing byte by byte over GF(2^8) modulo x^8 + x^4 + x^3 + x + 1 (the field of
// AES). The secret is the value at 0. Only sharing is needed here: the server puts together.
export const SHARE_BYTES = 33;

/** 32 values and x. `polynomial`: the secret, then the coefficients of x, x², …, 32 bytes each. */
export function shareOf(polynomial, x) {
  const share = new Uint8Array(SHARE_BYTES);
  for (let i = 0; i < SHARE_BYTES - 1; i++) {
    share[i] = polynomial.reduceRight((value, coefficient) => product(value, x) ^ coefficient[i], 0);
  }
  share[SHARE_BYTES - 1] = x;
  return share;
}

/** Without tables and without branches, so that time and cache tell nothing about a secret. */
function product(a, b) {
  let result = 0;
  let power = a;
  for (let i = 0; i < 8; i++) {
    result ^= power & -((b >> i) & 1);
    power = (power << 1) ^ (0x11b & -((power >> 7) & 1));
  }
  return result;
}
