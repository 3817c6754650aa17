// What pages do better with a script; every one of them is whole without.
(() => {
  'use strict';
  // An instant stands in the authority's zone; who reads elsewhere is told the own time too.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  window.addEventListener('DOMContentLoaded', () => {
    document.documentElement.dataset.zone = zone;
  });
})();
