// The files that belong to a part of a bid. The input that chooses them has no name, so nothing of
// them is sent as it is: they are sealed, and only then sent.
import { element, size } from './dom.js';

export const LARGEST_FILE = 64 * 1024 * 1024;
export const MOST_FILES = 20;
export const LONGEST_NAME = 200;

export class FileList {
  /** `root` carries data-files: the part's name. */
  constructor(root, text) {
    this.root = root;
    this.part = root.dataset.files;
    this.text = text;
    this.files = [];
    this.input = root.querySelector('input[type="file"]');
    this.input.addEventListener('change', () => this.add());
  }

  add() {
    for (const file of this.input.files) {
      const same = this.files.findIndex((other) => other.name === file.name);
      if (same >= 0) this.files[same] = file;
      else this.files.push(file);
    }
    this.input.value = '';
    this.show();
  }

  show() {
    this.root.querySelector('ul').replaceChildren(...this.files.map((file) => {
      const remove = element('button', { type: 'button', class: 'link' }, this.text('file.remove'));
      remove.setAttribute('aria-label', this.text('file.remove.which', file.name));
      remove.addEventListener('click', () => {
        this.files = this.files.filter((other) => other !== file);
        this.show();
        this.input.focus();
      });
      return element('li', {}, `${file.name} (${size(file.size)}) `, remove);
    }));
  }

  /** What is wrong with them: `[sentence, id of the input]` each. */
  problems() {
    const problems = [];
    if (this.files.length > MOST_FILES) problems.push(this.text('file.many', MOST_FILES));
    for (const file of this.files) {
      if (file.size > LARGEST_FILE) problems.push(this.text('file.large', file.name));
      if (file.name.length > LONGEST_NAME) problems.push(this.text('file.name', file.name));
    }
    return problems.map((problem) => [problem, this.input.id]);
  }
}
