// What the pages' scripts do with elements.

export const language = () => (document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang);

/** Texts of a component, which its element carries in data-texts: text(key, values…). */
export function texts(root) {
  const all = JSON.parse(root.dataset.texts);
  return (key, ...values) => values.reduce(
    (text, value, i) => text.replaceAll(`{${i}}`, value), all[`signing.${key}`] ?? key);
}

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Says beside an input what is wrong with it, or takes that back. */
export function mark(field, input, wrong) {
  const id = `${input.id}-wrong`;
  document.getElementById(id)?.remove();
  field.classList.toggle('is-wrong', wrong !== null);
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((part) => part && part !== id);
  if (wrong === null) {
    input.removeAttribute('aria-invalid');
  } else {
    input.setAttribute('aria-invalid', 'true');
    described.push(id);
    (input.closest('.prefixed') ?? input).before(element('p', { class: 'wrong', id }, wrong));
  }
  if (described.length > 0) input.setAttribute('aria-describedby', described.join(' '));
  else input.removeAttribute('aria-describedby');
}

/** A size as people read it, thousand by thousand. */
export function size(bytes) {
  const [value, unit] = bytes < 1000 ? [bytes, 'B'] : bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${value.toLocaleString(language(), { maximumFractionDigits: 1 })}\u00a0${unit}`;
}

/** Does something for each element there is of that kind, as soon as the page is read. */
export function each(selector, begin) {
  const all = () => document.querySelectorAll(selector).forEach(begin);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', all);
  else all();
}
