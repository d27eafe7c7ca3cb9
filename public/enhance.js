/*
 * Small comforts for pages that work without them: drafts that save themselves, a warning before typed words
 * are lost, no double sending, filters that apply at once, a date picker, figures grouped as they are typed.
 * Loaded with `<script type="module" id="enhance" nonce>`; its words come as data attributes of that tag.
 */
const words = document.getElementById('enhance')?.dataset ?? {};
const AUTOSAVE_AFTER = 2000;
const RETRY_AFTER = 15000;

/** The state of a form as text, to see whether anything changed. Files and the sending key do not count. */
function stateOf(form) {
  const entries = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== 'key');
  return JSON.stringify(entries);
}

/** Warns before leaving a form with unsaved words; stops a second sending of the same form. */
function guard(form) {
  let saved = stateOf(form);
  let sent = false;
  const isDirty = () => !sent && stateOf(form) !== saved;
  addEventListener('beforeunload', (event) => {
    if (!isDirty()) return;
    event.preventDefault();
    event.returnValue = words.leave ?? '';
  });
  form.addEventListener('submit', (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    // after the browser has read the form: a disabled button would not be sent with it
    setTimeout(() => setBusy(form, event.submitter, true));
  });
  // coming back with the browser's back button finds the form usable again
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    sent = false;
    setBusy(form, undefined, false);
  });
  return {
    isDirty,
    isSent: () => sent,
    markSaved: (state) => {
      saved = state;
    },
  };
}

function setBusy(form, pressed, busy) {
  for (const button of form.querySelectorAll('button[type="submit"]')) {
    button.setAttribute('aria-disabled', String(busy));
    if (busy && button === pressed && words.sending) {
      button.dataset.words = button.textContent;
      button.textContent = words.sending;
    } else if (!busy && button.dataset.words) {
      button.textContent = button.dataset.words;
    }
  }
}

/** Posts the form to its `data-autosave` address a moment after the last change, and says when it was saved. */
function autosave(form, watch) {
  const note = form.querySelector('[data-saved-note]');
  const version = form.querySelector('input[name="version"]');
  let timer;
  let saving = false;
  let drafts = 0;

  const say = (text, failed = false) => {
    if (!note || !text) return;
    note.textContent = text;
    note.classList.toggle('failed', failed);
  };

  const later = (delay) => {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  };

  async function save() {
    if (watch.isSent() || !watch.isDirty()) return;
    if (saving) return later(AUTOSAVE_AFTER);
    saving = true;
    const state = stateOf(form);
    // files go with the form itself, not with each draft
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
    // each draft is a sending of its own: the form's key stays unused until the form itself is sent
    drafts += 1;
    body.set('key', `${body.get('key') ?? ''}-draft-${drafts}`);
    say(words.saving);
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST',
        body,
        headers: { Accept: 'application/json' },
        credentials: 'same-origin',
        redirect: 'error',
      });
      // signed out meanwhile: sending the form leads through the sign-in page and back, with what was typed
      if (answer.status === 401) return say(words.ended, true);
      if (!answer.ok) throw new Error(String(answer.status));
      const told = await answer.json().catch(() => ({}));
      if (version && told.version !== undefined) version.value = String(told.version);
      watch.markSaved(state);
      const time = told.time ?? new Date().toTimeString().slice(0, 5);
      say((words.saved ?? '').replace('%time%', time));
    } catch {
      say(words.failed, true);
      later(RETRY_AFTER);
    } finally {
      saving = false;
    }
  }

  form.addEventListener('input', () => later(AUTOSAVE_AFTER));
  form.addEventListener('change', () => later(AUTOSAVE_AFTER));
  addEventListener('online', () => later(0));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });
}

/** A list chosen or a day picked applies the filter at once; typing waits for Enter or the button. */
function submitOnChange(form) {
  form.addEventListener('change', (event) => {
    if (event.target.matches('select, input[type="date"]')) form.requestSubmit();
  });
  // empty filters stay out of the address
  form.addEventListener('formdata', (event) => {
    for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
  });
}

/** The browser's own picker, unless what stands in the box is not a day: then the text stays as typed. */
function pickDate(input) {
  if (input.value !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(input.value)) return;
  const typed = input.value;
  input.type = 'date';
  if (input.value !== typed) {
    input.type = 'text';
    input.value = typed;
    return;
  }
  if (input.dataset.min) input.min = input.dataset.min;
  if (input.dataset.maxDate) input.max = input.dataset.maxDate;
}

/** Groups the figures of an amount when the box is left: 1234.5 becomes 1,234.50. */
function groupMoney(input) {
  input.addEventListener('change', () => {
    const plain = input.value.replace(/[,，\s]/g, '');
    if (!/^\d{1,13}(\.\d{1,2})?$/.test(plain)) return;
    const [yuan, fen = ''] = plain.split('.');
    input.value = `${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${fen.padEnd(2, '0')}`;
  });
}

/** A link of the error summary puts the cursor into its field, with the label in view. */
function leadToFields(summary) {
  summary.focus({ preventScroll: false });
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    (field.closest('.field') ?? field).scrollIntoView({ block: 'start' });
    field.focus({ preventScroll: true });
  });
}

/** Menus of the bar close when something else is clicked or Escape is pressed. */
function closeMenus() {
  const open = () => document.querySelectorAll('details.menu[open]');
  document.addEventListener('click', (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}

for (const form of document.querySelectorAll('form[data-guard]')) {
  for (const input of form.querySelectorAll('input[data-date]')) pickDate(input);
  for (const input of form.querySelectorAll('input[data-money]')) groupMoney(input);
  const watch = guard(form);
  if (form.dataset.autosave) autosave(form, watch);
}
for (const form of document.querySelectorAll('form[data-autosubmit]')) submitOnChange(form);
const summary = document.querySelector('[data-error-summary]');
if (summary) leadToFields(summary);
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
closeMenus();
