// What the page of checks does better with a script; it is whole without.
(() => {
  'use strict';

  // A file that is too large is told of before it is sent, not after; and that a check goes on.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.id !== 'check') {
      return;
    }
    const size = [...form.elements.file.files].reduce((sum, file) => sum + file.size, 0);
    const large = size > Number(form.dataset.limit);
    document.getElementById('file-large').hidden = !large;
    document.getElementById('working').hidden = large;
    if (large) {
      event.preventDefault();
      form.elements.file.focus();
    }
  });
})();
