// Bytes in and out of the spellings the platform uses.
export const utf8 = (text) => new TextEncoder().encode(text);

export const hex = (buffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

export function base64(buffer) {
  const bytes = new Uint8Array(buffer);
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(binary);
}

export const base64url = (buffer) =>
  base64(buffer).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

export const fromHex = (text) => Uint8Array.from(text.match(/../g), (byte) => parseInt(byte, 16));

export const fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

export const sha256 = async (data) => hex(await crypto.subtle.digest('SHA-256', data));

/** One after the other. */
export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    all.set(new Uint8Array(part.buffer ?? part, part.byteOffset ?? 0, part.byteLength), at);
    at += part.byteLength;
  }
  return all;
}

export const equal = (a, b) => a.byteLength === b.byteLength && a.every((byte, i) => byte === b[i]);
