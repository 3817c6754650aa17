// What pages of tenders do better with a script; every one of them is whole without.
(() => {
  'use strict';

  // Printing and sorting at once.
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) {
      window.print();
    }
  });
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-submit="change"]')) {
      event.target.form.requestSubmit();
    }
  });

  // Long work: say that it goes on, and how much of the file was sent.
  document.addEventListener('submit', (event) => {
    const progress = document.getElementById(event.target.dataset.progress || '');
    if (progress) {
      progress.hidden = false;
    }
  });

  // A class of the CPV by word or code: an ARIA combobox over a plain input.
  let count = 0;
  function combobox(input) {
    const wrapper = document.createElement('div');
    wrapper.className = 'classes';
    input.before(wrapper);
    wrapper.append(input);
    const list = document.createElement('ul');
    list.id = 'classes-' + ++count;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.labels.length ? input.labels[0].textContent.trim()
        : input.getAttribute('aria-label') || '');
    list.hidden = true;
    wrapper.append(list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');
    let active = -1;
    let asked = 0;
    let timer;

    const options = () => [...list.children];
    function mark(index) {
      options().forEach((option, i) => option.setAttribute('aria-selected', i === index));
      active = index;
      if (index >= 0) {
        input.setAttribute('aria-activedescendant', options()[index].id);
        options()[index].scrollIntoView({block: 'nearest'});
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }
    function close() {
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      mark(-1);
    }
    function choose(index) {
      input.value = options()[index].dataset.value;
      close();
    }
    function show(found) {
      list.replaceChildren(...found.map((item, i) => {
        const option = document.createElement('li');
        option.id = list.id + '-' + i;
        option.setAttribute('role', 'option');
        option.dataset.value = item.code + ' ' + item.label;
        const code = document.createElement('span');
        code.className = 'muted num';
        code.textContent = item.code;
        const label = document.createElement('span');
        label.textContent = item.label;
        option.append(code, label);
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => choose(i));
        return option;
      }));
      list.hidden = found.length === 0;
      input.setAttribute('aria-expanded', String(found.length > 0));
      mark(-1);
    }
    async function ask() {
      const text = input.value.trim();
      const mine = ++asked;
      if (text.length < 2 || /^\d{8}\s/.test(text)) {
        close();
        return;
      }
      const answer = await fetch(input.dataset.classes + '?limit=20&q=' + encodeURIComponent(text));
      if (answer.ok && mine === asked && document.activeElement === input) {
        show((await answer.json()).items);
      }
    }
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    });
    input.addEventListener('blur', close);
    input.addEventListener('keydown', (event) => {
      const last = options().length - 1;
      if (event.key === 'ArrowDown' && list.hidden) {
        ask();
        event.preventDefault();
      } else if (event.key === 'ArrowDown') {
        mark(active >= last ? 0 : active + 1);
        event.preventDefault();
      } else if (event.key === 'ArrowUp' && !list.hidden) {
        mark(active <= 0 ? last : active - 1);
        event.preventDefault();
      } else if (event.key === 'Enter' && !list.hidden && active >= 0) {
        choose(active);
        event.preventDefault();
      } else if (event.key === 'Escape' && !list.hidden) {
        close();
        event.preventDefault();
      }
    });
  }

  window.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('input[data-classes]').forEach(combobox);
  });
})();
