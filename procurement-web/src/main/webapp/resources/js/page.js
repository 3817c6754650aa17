// What pages do better with a script; every one of them is whole without.
(() => {
  'use strict';

  // An instant stands in the authority's zone. Who reads elsewhere is told the own time too.
  function tellOwnTime() {
    const words = document.body.dataset.ownTime;
    const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
    const format = new Intl.DateTimeFormat(language, {
      weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hour12: false,
    });
    for (const time of document.querySelectorAll('time[data-offset]')) {
      const at = new Date(time.dateTime);
      if (Number.isNaN(at.getTime()) || -at.getTimezoneOffset() * 60 === Number(time.dataset.offset)) continue;
      const own = document.createElement('span');
      own.className = 'local-time';
      own.textContent = words.replace('{0}', format.format(at));
      // After the tag that says how far away it is.
      (time.nextElementSibling?.matches('.tag') ? time.nextElementSibling : time).after(own);
    }
  }

  // Keys opened from files are kept for the tab (key-store.js). Signing out ends the session of all
  // tabs, so it takes the keys of all of them; those made in this browser stay their holder's.
  function forgetOpenedKeys() {
    return new Promise((resolve) => {
      const request = indexedDB.open('subhasta-keys');
      // There was no store of keys, and looking must not make an empty one.
      request.onupgradeneeded = () => request.transaction.abort();
      request.onerror = resolve;
      request.onblocked = resolve;
      request.onsuccess = () => {
        const act = request.result.transaction('opened', 'readwrite');
        act.objectStore('opened').clear();
        act.oncomplete = act.onerror = act.onabort = () => { request.result.close(); resolve(); };
      };
      setTimeout(resolve, 1000); // Whatever storage does, people get out.
    });
  }

  function forgetOnSigningOut() {
    for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
      form.addEventListener('submit', async (event) => {
        event.preventDefault();
        try {
          for (const key of Object.keys(sessionStorage)) {
            if (key.startsWith('subhasta-bid-draft:')) sessionStorage.removeItem(key);
          }
          await forgetOpenedKeys();
        } catch {
          // No storage, so nothing is kept in it.
        }
        form.submit();
      });
    }
  }

  // Somebody who types for long or watches an auction is there, though no page is asked for. Where
  // the session is over all the same, the page says so before what was typed is sent and lost.
  const SIGN_OF_LIFE_EVERY = 5 * 60_000;

  function staySignedIn() {
    const over = document.getElementById('signed-out');
    if (!over) return;
    let last = Date.now();
    async function show() {
      if (Date.now() - last < SIGN_OF_LIFE_EVERY) return;
      last = Date.now();
      const answer = await fetch('/session', { cache: 'no-store' }).catch(() => null);
      if (answer) over.hidden = answer.status !== 401;
    }
    for (const event of ['pointerdown', 'keydown']) addEventListener(event, show, { passive: true });
    if (document.querySelector('[data-auction]')) setInterval(show, SIGN_OF_LIFE_EVERY);
  }

  function start() {
    tellOwnTime();
    forgetOnSigningOut();
    staySignedIn();
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
