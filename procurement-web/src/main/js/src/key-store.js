// Keys that live in this browser (IndexedDB): those made here, until their holder or the browser
// deletes them, and the one opened from a file, as long as the tab is open. Private keys are stored
// as CryptoKeys that cannot be extracted: pages use them, nobody reads them. No password is kept.
import { hex } from './bytes.js';

const DATABASE = 'subhasta-keys';
const MADE = 'made';
const OPENED = 'opened';
const TAB = 'subhasta-tab';
const LONGEST_SESSION = 12 * 60 * 60 * 1000;

/** What names a key everywhere: SHA-256 of its SubjectPublicKeyInfo, in hexadecimal. */
export const keyName = async (spki) => hex(await crypto.subtle.digest('SHA-256', spki));

/**
 * Keeps a key made here. `made` is { name, person, use, privateKey, publicKey }; use is SIGNING or
 * ENCRYPTION, person the identifier of whoever is signed in: others who use this browser do not
 * see it offered.
 */
export async function keep(made) {
  await act(MADE, 'readwrite', (store) => store.put({ ...made, at: new Date() }));
  // Browsers clear what is not persistent when space runs short; not all of them ask or agree.
  await navigator.storage?.persist?.().catch(() => false);
}

/** The keys this person made here. */
export async function madeBy(person) {
  const all = await act(MADE, 'readonly', (store) => store.getAll());
  return all.filter((one) => one.person === person);
}

export const forget = (name) => act(MADE, 'readwrite', (store) => store.delete(name));

/** Keeps what was opened from a file for this tab: { key, certificate (DER), others (DER) }. */
export async function keepOpened(person, use, opened) {
  await act(OPENED, 'readwrite', (store) => store.put({
    id: `${tab(true)}/${use}`, person, at: Date.now(), ...opened,
  }));
}

/** What was opened from a file before in this tab, by the same person; null if nothing was. */
export async function openedBefore(person, use) {
  const id = `${tab(false)}/${use}`;
  const all = await act(OPENED, 'readonly', (store) => store.getAll());
  const old = all.filter((one) => one.at < Date.now() - LONGEST_SESSION
    || (one.id === id && one.person !== person));
  for (const one of old) await act(OPENED, 'readwrite', (store) => store.delete(one.id));
  return all.find((one) => one.id === id && !old.includes(one)) ?? null;
}

export const forgetOpened = (use) =>
  act(OPENED, 'readwrite', (store) => store.delete(`${tab(false)}/${use}`));

/** One for each tab, gone when it is closed. */
function tab(make) {
  let id = sessionStorage.getItem(TAB);
  if (!id && make) {
    id = crypto.randomUUID();
    sessionStorage.setItem(TAB, id);
  }
  return id ?? 'none';
}

let database;

function opened() {
  database ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(MADE, { keyPath: 'name' });
      request.result.createObjectStore(OPENED, { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return database;
}

/** Does one thing with one store, and answers when it is durable. */
async function act(name, mode, what) {
  const transaction = (await opened()).transaction(name, mode, { durability: 'strict' });
  const request = what(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}
