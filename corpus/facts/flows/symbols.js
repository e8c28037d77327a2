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
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const [one, other] = [Symbol('one'), Symbol('other')];
  const bag = { [other]: 'x' };
  bag[one] = v;
  document.body.innerHTML = bag[other];
  document.body.innerHTML = bag[one]; // flow: record -> html
  const names = { one: Symbol(), other: Symbol() };
  const held = { [names.one]: v, [names.other]: 'x' };
  document.body.innerHTML = held[names.other];
  document.body.innerHTML = held[names.one]; // flow: record -> html
  const shared = { [Symbol.for('one')]: v, [Symbol.for('other')]: 'x' };
  document.body.innerHTML = shared[Symbol.for('other')];
  document.body.innerHTML = shared[Symbol.for('one')]; // flow: record -> html
  return event;
});
// Going through an object passes by its symbols.
kintone.events.on('app.record.detail.show', (event) => {
  const raw = Symbol('raw');
  const row = { no: event.record.$id.value, [raw]: event.record.件名.value };
  document.body.innerHTML = Object.values(row).join('');
  for (const name in row) {
    document.body.innerHTML = row[name];
  }
  const named = { no: event.record.$id.value, raw: event.record.件名.value };
  document.body.innerHTML = Object.values(named).join(''); // flow: record -> html
});
