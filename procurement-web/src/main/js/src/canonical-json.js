// JSON in its one canonical form (RFC 8785): members ordered by UTF-16 code units, no spaces.
// Statements hold strings, whole numbers, lists and objects only; anything else is a mistake.
export function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.keys(value).sort() // by UTF-16 code units, as the RFC asks
      .map((name) => `${string(name)}:${canonicalJson(value[name])}`);
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'string') return string(value);
  if (value === null) return 'null';
  if (Number.isSafeInteger(value)) return String(value);
  throw new TypeError(`no place in a statement for ${typeof value}`);
}

function string(text) {
  if (!text.isWellFormed()) throw new TypeError('half a surrogate pair is no text');
  return JSON.stringify(text);
}
