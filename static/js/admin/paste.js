/* Pasting into the editor: the server cleans what was copied; tables become blocks of their own. */
(() => {
  const EDITOR = '.public-DraftEditor-content';
  const OWN = /data-editor=|data-draftjs-conductor/; // copied within the editor: it knows best

  function say(text, type) {
    document.dispatchEvent(
      new CustomEvent('w-messages:add', { detail: { clear: true, text, type } }),
    );
  }

  /* Give clean HTML to the editor as if it had been on the clipboard. */
  function hand(target, html, text) {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', text || ' ');
    const event = new ClipboardEvent('paste', {
      clipboardData: data, bubbles: true, cancelable: true,
    });
    event.isClean = true;
    target.dispatchEvent(event);
  }

  /* The stream this editor is a block of, and its place in it; null for a plain field. */
  function placeOf(target) {
    const panel = window.wagtail?.editHandler?.getPanelByName('body');
    const stream = panel?.getBoundWidget?.();
    const kinds = stream?.blockDef?.childBlockDefsByName;
    if (!kinds?.table || !kinds.paragraph) return null;
    const index = stream.children.findIndex(
      (child) => child.type === 'paragraph' && child.element.contains(target),
    );
    return index < 0 ? null : { stream, index };
  }

  function put(target, { parts, messages }) {
    const place = placeOf(target);
    if (!place || parts.every((part) => part.type === 'paragraph')) {
      const html = parts.map((part) => part.html).join('');
      if (html) hand(target, html, parts.map((part) => part.text).join('\n'));
      if (messages.flattened && !place) say(messages.flattened, 'warning');
      return;
    }
    const rest = [...parts];
    if (rest[0].type === 'paragraph') {
      const first = rest.shift();
      hand(target, first.html, first.text);
    }
    rest.forEach((part, offset) => {
      place.stream.insert(
        { type: part.type, value: part.state, id: null }, place.index + 1 + offset,
        { animate: false },
      );
    });
    say(messages.placed, 'success');
  }

  async function clean(html) {
    const body = new URLSearchParams({ html });
    const answer = await fetch(document.querySelector('[data-paste-url]').dataset.pasteUrl, {
      method: 'POST',
      body,
      headers: { 'X-CSRFToken': window.wagtailConfig.CSRF_TOKEN, 'X-Requested-With': 'fetch' },
    });
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    return answer.json();
  }

  window.addEventListener('paste', (event) => {
    const target = event.target.closest?.(EDITOR) || event.target.parentElement?.closest(EDITOR);
    const html = event.clipboardData?.getData('text/html');
    if (event.isClean || !target || !html || OWN.test(html)) return;
    const text = event.clipboardData.getData('text/plain');
    event.preventDefault();
    event.stopImmediatePropagation();
    clean(html).then(
      (found) => put(target, found),
      () => hand(target, html, text), // offline: the editor's own way, without tables
    );
  }, true);
})();
