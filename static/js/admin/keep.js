/* Nothing typed is lost, and two who edit at once are told so, in words, by a bar above the form.

   Wagtail's own autosave refuses to write over another's text; this says it aloud. What could not
   be saved (no network, signed out, a conflict) is kept in this browser and offered back: saving
   it posts the same form again, so the server judges it as ever. */
(() => {
  const form = document.querySelector('[data-edit-form]');
  const source = document.getElementById('writing-words');
  if (!form || !source) return;
  const words = JSON.parse(source.textContent);
  const WEEK = 7 * 24 * 3600 * 1000;
  const PREFIX = 'giu-chu:';
  const PENDING = 'giu-chu-dang-gui';
  const NOT_KEPT = /^(csrfmiddlewaretoken|action-.*|next)$/;

  /* --- the bar ------------------------------------------------------------------------------ */
  const bar = document.createElement('div');
  bar.className = 'kp-bars';
  form.prepend(bar);
  const bars = {};

  function tell(name, text, { role = 'status', links = [] } = {}) {
    if (bars[name]?.dataset.text === text) return;
    bars[name]?.remove();
    const box = document.createElement('div');
    box.className = `kp-bar kp-${role}`;
    box.dataset.text = text;
    box.setAttribute('role', role);
    bar.append(box); // first the live region, then its words: so that they are read out
    const line = document.createElement('p');
    line.textContent = text;
    box.append(line);
    for (const link of links) box.append(link);
    bars[name] = box;
  }

  function hush(name) {
    bars[name]?.remove();
    delete bars[name];
  }

  function link(text, href) {
    const element = document.createElement('a');
    Object.assign(element, { textContent: text, href, target: '_blank', rel: 'noreferrer' });
    return element;
  }

  function button(text, act) {
    const element = document.createElement('button');
    Object.assign(element, { textContent: text, type: 'button', className: 'button button-small' });
    element.addEventListener('click', act);
    return element;
  }

  /* --- keeping ------------------------------------------------------------------------------ */
  /* Whose text it is: the account's number, beside the mark (templates/wagtailadmin/base.html).
     Without it nothing is kept. */
  const branding = document.querySelector('template[data-wagtail-sidebar-branding-logo]');
  const owner = branding?.content.querySelector('[data-owner]')?.dataset.owner;
  const key = () => `${PREFIX}${owner}:${window.location.pathname}`;
  const revision = () => form.elements.namedItem('loaded_revision_id')?.value || '';

  function keep() {
    if (!owner) return;
    const entries = [...new FormData(form)].filter(
      ([name, value]) => typeof value === 'string' && !NOT_KEPT.test(name),
    );
    const kept = { at: Date.now(), revision: revision(), entries };
    try {
      window.localStorage.setItem(key(), JSON.stringify(kept));
    } catch { /* the browser is full or keeps nothing: the bar does not promise more */ }
  }

  function kept(name = key()) {
    try {
      const found = JSON.parse(window.localStorage.getItem(name));
      if (found && Date.now() - found.at < WEEK) return found;
    } catch { /* not ours */ }
    window.localStorage.removeItem(name);
    return null;
  }

  function drop() {
    window.localStorage.removeItem(key());
  }

  function restore(entries) {
    const again = document.createElement('form');
    again.method = 'post';
    again.action = form.action;
    again.hidden = true;
    for (const [name, value] of [
      ...entries, ['csrfmiddlewaretoken', window.wagtailConfig.CSRF_TOKEN],
    ]) {
      const field = document.createElement('textarea');
      field.name = name;
      field.value = value;
      again.append(field);
    }
    drop();
    document.body.append(again);
    again.submit();
  }

  function written(moment) {
    const two = { hour: '2-digit', minute: '2-digit' };
    const day = { day: '2-digit', month: '2-digit', year: 'numeric' };
    const at = new Date(moment);
    return `${at.toLocaleTimeString('vi-VN', two)}, ${at.toLocaleDateString('vi-VN', day)}`;
  }

  function offer() {
    const sent = window.sessionStorage.getItem(PENDING);
    window.sessionStorage.removeItem(PENDING);
    const found = kept();
    const refused = document.querySelector('.messages .error, .error-message:not([hidden])');
    if (sent && (sent !== key() || found?.revision !== revision() || refused)) {
      window.localStorage.removeItem(sent); // what was sent has arrived
      return;
    }
    if (!found) return;
    tell('offer', words.offer.replace('{when}', written(found.at)), {
      links: [
        button(words.restore, () => restore(found.entries)),
        button(words.discard, () => { drop(); hush('offer'); }),
      ],
    });
  }

  /* --- what autosave says ------------------------------------------------------------------- */
  let failing = false;
  let later;

  async function signedOut() {
    try {
      const answer = await fetch(words.probe, { redirect: 'manual', cache: 'no-store' });
      return answer.type === 'opaqueredirect';
    } catch {
      return false;
    }
  }

  async function explain(type) {
    const here = link(words.newest, window.location.pathname);
    if (type === 'invalid_revision') tell('save', words.conflict, { role: 'alert', links: [here] });
    else if (type === 'locked') tell('save', words.locked, { role: 'alert', links: [here] });
    else if (type === 'network_error') tell('save', words.offline, { role: 'alert' });
    else if (type === 'validation_error') hush('save'); // the fields themselves say what is wrong
    else if (await signedOut()) {
      tell('save', words.signedOut, { role: 'alert', links: [link(words.signIn, words.login)] });
    } else tell('save', words.broken, { role: 'alert' });
  }

  /* What is typed while an autosave is under way counts as saved for Wagtail: save it once more. */
  const PASSING = /^(csrfmiddlewaretoken|loaded_revision_.*|overwrite_revision_id|next|comments-.*)$/;
  let sent = '';

  function wordsOf(data) {
    return JSON.stringify([...data].filter(
      ([name, value]) => typeof value === 'string' && !PASSING.test(name),
    ));
  }

  document.addEventListener('w-autosave:save', ({ detail }) => {
    sent = wordsOf(detail.formData);
  });

  function saveAgain() {
    if (!sent || wordsOf(new FormData(form)) === sent) return;
    form.dispatchEvent(new CustomEvent('w-unsaved:add', {
      bubbles: true, cancelable: true, detail: { type: 'edits' },
    }));
  }

  /* Wagtail takes what stands in the form ten seconds after it has loaded for what was there before;
     words typed sooner would be saved only with the next keystroke. */
  const EARLY = 15 * 1000;
  const opened = Date.now();
  const first = wordsOf(new FormData(form));
  let early;
  form.addEventListener('input', () => {
    if (Date.now() - opened > EARLY) return;
    clearTimeout(early);
    early = setTimeout(() => {
      if (wordsOf(new FormData(form)) === first) return;
      sent = first;
      saveAgain();
    }, 1500);
  });

  document.addEventListener('w-autosave:error', (event) => {
    failing = true;
    keep();
    explain(event.detail.type);
  });
  document.addEventListener('w-autosave:success', () => {
    failing = false;
    drop();
    hush('save');
    hush('offer');
    saveAgain();
  });
  document.addEventListener('input', () => {
    if (!failing) return;
    clearTimeout(later);
    later = setTimeout(keep, 500);
  });
  form.addEventListener('submit', () => {
    keep();
    window.sessionStorage.setItem(PENDING, key());
  });

  /* --- who else is here --------------------------------------------------------------------- */
  document.addEventListener('w-swap:json', ({ detail }) => {
    const others = detail?.data?.other_sessions || [];
    const saved = others.find((other) => other.revision_id);
    const writing = others.filter((other) => other.is_editing).map((other) => other.user);
    if (saved) {
      const text = words.saved.replace('{name}', saved.user);
      tell('others', text, {
        role: 'alert', links: [link(words.newest, window.location.pathname)],
      });
    } else if (writing.length) tell('others', words.writing.replace('{name}', writing.join(', ')));
    else hush('others');
  });

  offer();
})();
