// Sides that are never taken, and code that never runs.
const DEBUG = false;
const MODE = 'text';
kintone.events.on('app.record.detail.show', (event) => {
  const el = kintone.app.record.getSpaceElement('a');
  const raw = event.record.件名.value;
  el.innerHTML = 'x' || raw;
  el.innerHTML = '' || raw; // flow: record -> html
  el.innerHTML = '' ?? raw;
  el.innerHTML = 0 ?? raw;
  el.innerHTML = null ?? raw; // flow: record -> html
  el.innerHTML = undefined ?? raw; // flow: record -> html
  el.innerHTML = 0 && raw;
  el.innerHTML = 1 && raw; // flow: record -> html
  el.innerHTML = raw && 'x';
  el.innerHTML = DEBUG && raw;
  el.innerHTML = !DEBUG && raw; // flow: record -> html
  el.innerHTML = DEBUG ? raw : 'x';
  el.innerHTML = DEBUG ? 'x' : raw; // flow: record -> html
  el.innerHTML = MODE === 'html' ? raw : 'x';
  el.innerHTML = MODE === 'text' ? raw : 'x'; // flow: record -> html
  el.innerHTML = {} || raw;
  el.innerHTML = typeof DEBUG === 'string' ? raw : 'x'; // flow: record -> html
  if (DEBUG) {
    el.innerHTML = raw;
  } else {
    el.innerHTML = raw; // flow: record -> html
  }
  if (MODE !== 'html') {
    el.innerHTML = raw; // flow: record -> html
  } else if (event.type) {
    el.innerHTML = raw;
  }
  switch (MODE) {
    case 'html':
      el.innerHTML = raw;
      break;
    case 'text':
      el.textContent = raw;
    case 'both':
      el.innerHTML = raw; // flow: record -> html
      break;
    default:
      el.innerHTML = raw;
  }
  while (DEBUG) {
    el.innerHTML = raw;
  }
  const preset = { caption: '', title: '既定' };
  el.innerHTML = preset.caption || raw; // flow: record -> html
  el.innerHTML = preset.caption ?? raw;
  el.innerHTML = preset.title || raw;
  let text = '';
  text ||= raw;
  el.innerHTML = text; // flow: record -> html
  let given = 'x';
  given ??= raw;
  el.innerHTML = given;
  given &&= raw;
  el.innerHTML = given; // flow: record -> html
  return event;
});

// What a test may be is known from all that comes there.
const banner = { text: '', level: 'info', note: 'x' };
const label = (html, fallback = html) => fallback;
const twice = (text) => text || 'none';
kintone.events.on('app.record.edit.show', (event) => {
  const el = kintone.app.record.getSpaceElement('b');
  const raw = event.record.件名.value;
  banner.text &&= raw;
  el.innerHTML = banner.text;
  banner.level ||= raw;
  el.innerHTML = banner.level;
  banner.later ??= raw;
  el.innerHTML = banner.later; // flow: record -> html
  el.innerHTML = label(raw, 'x');
  el.innerHTML = twice(raw); // flow: record -> html
  const { note = raw, other = raw } = banner;
  el.innerHTML = other; // flow: record -> html
  el.innerHTML = note;
  const [first = raw, second = raw] = ['x'];
  el.innerHTML = first;
  el.innerHTML = second; // flow: record -> html
  const [third = raw] = [null];
  el.innerHTML = third;
  return event;
});
const later = (html, fallback = html) => {
  document.body.innerHTML = fallback; // flow: record -> html
};
kintone.events.on('app.record.edit.show', (event) => {
  later(event.record.件名.value);
  later('x', 'y');
});

// A handler is called with anything.
function render(text) {
  document.body.innerHTML = text || decodeURIComponent(location.hash); // flow: url -> html
}
window.addEventListener('hashchange', render);
render('x');

// Behind a return, a throw, an endless loop.
function leaves(el, raw) {
  if (el.title) {
    return;
    el.innerHTML = raw;
  }
  try {
    throw new Error('x');
    el.innerHTML = raw;
  } catch {
    el.title = 'x';
  }
  for (;;) {
    if (el.hidden) break;
    el.hidden = true;
  }
  el.innerHTML = raw; // flow: record -> html
  while (true) {
    el.hidden = true;
  }
  el.innerHTML = raw;
}
kintone.events.on('app.record.detail.show', (event) => {
  leaves(document.body, event.record.件名.value);
});

// What `finally` returns takes the place of everything else.
function overruled(record) {
  try {
    return record.件名.value;
  } finally {
    return 'x';
  }
}
function kept(record) {
  try {
    return record.件名.value;
  } finally {
    record.seen = true;
  }
}
kintone.events.on('app.record.detail.show', (event) => {
  document.body.innerHTML = overruled(event.record);
  document.body.innerHTML = kept(event.record); // flow: record -> html
});

// Before anything is put into it a variable is empty; two functions of one name are the last one.
kintone.events.on('app.record.detail.show', function (event) {
  document.body.innerHTML = early || 'x';
  var early = event.record.件名.value;
  document.body.innerHTML = early || 'x'; // flow: record -> html
  document.body.innerHTML = same(early);
  function same(text) {
    return text;
  }
  function same(text) {
    return text.length;
  }
});
