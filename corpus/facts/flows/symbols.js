// Each symbol is a key of its own, whatever it is described by; names are not what stands under them.
const HTML = Symbol('html');
const OTHER = Symbol('html');
const SAME = HTML;
const shared = { [HTML]: '', [OTHER]: '' };
kintone.events.on('app.record.detail.show', (event) => {
  const el = kintone.app.record.getSpaceElement('a');
  const raw = event.record.件名.value;
  const view = { [OTHER]: 'x', html: 'x' };
  view[HTML] = raw;
  el.innerHTML = view[SAME]; // flow: record -> html
  el.innerHTML = view[OTHER];
  el.innerHTML = view.html;
  shared[HTML] = raw;
  const entry = {};
  entry.Name = raw;
  for (const key in entry) {
    el.innerHTML = key;
    el.innerHTML = entry[key]; // flow: record -> html
  }
  for (const code in event.record) {
    el.innerHTML = code;
    el.innerHTML = event.record[code].value; // flow: record -> html
  }
  const given = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  for (const key in given) {
    el.innerHTML = key; // flow: url -> html
  }
});
kintone.events.on('app.record.edit.show', () => {
  const el = kintone.app.record.getSpaceElement('b');
  el.innerHTML = shared[HTML]; // flow: record -> html
  el.innerHTML = shared[OTHER];
});
