// The browser writes the words of a file field in its own language, which no page can change.
// Ours lie over it; the field itself stays where it is, for keyboard, reader and dropping.
const CHOOSE = 'Chọn tệp';
const NONE = 'Chưa chọn tệp nào';

function say(field, words) {
  const names = [...field.files].map((file) => file.name);
  words.textContent = names.length ? names.join(', ') : NONE;
}

function cover(field) {
  if ('covered' in field.dataset || field.closest('.replace-file-input, .drop-zone')) return;
  field.dataset.covered = '';
  const box = document.createElement('span');
  const button = document.createElement('span');
  const words = document.createElement('span');
  box.className = 'ad-file';
  button.className = 'button button-secondary button-small';
  button.textContent = CHOOSE;
  for (const part of [button, words]) part.setAttribute('aria-hidden', 'true');
  field.before(box);
  box.append(button, words, field);
  say(field, words);
  field.addEventListener('change', () => say(field, words));
}

function coverAll(root) {
  root.querySelectorAll('input[type=file]').forEach(cover);
}

coverAll(document);
new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.addedNodes) if (node.nodeType === 1) coverAll(node.parentElement || node);
  }
}).observe(document.body, { childList: true, subtree: true });
