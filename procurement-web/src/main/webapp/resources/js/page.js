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

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', tellOwnTime);
  else tellOwnTime();
})();
