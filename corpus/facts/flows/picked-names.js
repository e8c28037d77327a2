// Of what is gone through name by name, only what stands under the names that a test lets through is used.
kintone.events.on('app.record.detail.show', (event) => {
  const { record } = event;
  const el = kintone.app.record.getSpaceElement('list');
  const NUMBERS = ['$id', '$revision'];
  const MORE = ['$id', '件名'];
  for (const [code, field] of Object.entries(record)) {
    if (code === '$id') el.innerHTML = field.value;
    if (code === '件名') el.innerHTML = field.value; // flow: record -> html
    if (NUMBERS.includes(code)) el.innerHTML = field.value;
    if (MORE.includes(code)) el.innerHTML = field.value; // flow: record -> html
  }
  for (const code in record) {
    if (NUMBERS.includes(code)) el.innerHTML = record[code].value;
    if (MORE.includes(code)) el.innerHTML = record[code].value; // flow: record -> html
    if (!NUMBERS.includes(code)) el.innerHTML = record[code].value; // flow: record -> html
  }
  el.innerHTML = Object.keys(record).filter((code) => NUMBERS.includes(code)).map((code) => record[code].value).join();
  el.innerHTML = Object.keys(record).filter((code) => MORE.includes(code)).map((code) => record[code].value).join(); // flow: record -> html
  const flat = (codes) => codes.map(([code, field]) => [code, field.value]);
  const numbers = Object.fromEntries(flat(Object.entries(record).filter(([code]) => NUMBERS.includes(code))));
  el.innerHTML = Object.values(numbers).join();
  const fields = Object.fromEntries(Object.entries(record).filter((pair) => new Set(MORE).has(pair[0])));
  el.innerHTML = Object.values(fields).map((field) => field.value).join(); // flow: record -> html
  el.innerHTML = fields.$id.value;
  el.innerHTML = fields.件名.value; // flow: record -> html
  el.innerHTML = fields.本文.value;
  el.innerHTML = Object.entries(record).find(([code]) => code === '$id')[1].value;
  el.innerHTML = Object.entries(record).find(([code]) => code === '件名')[1].value; // flow: record -> html
  const card = { title: 'x', note: record.件名.value };
  el.innerHTML = Object.entries(card).filter(([name]) => name === 'title').map(([, text]) => text).join();
  el.innerHTML = Object.entries(card).filter(([name]) => name === 'note').map(([, text]) => text).join(); // flow: record -> html
  return event;
});
// A list that gets more names somewhere lets more through.
kintone.events.on('app.record.edit.show', (event) => {
  const el = kintone.app.record.getSpaceElement('list');
  const codes = ['$id', '$revision'];
  const add = (code) => codes.push(code);
  add('件名');
  for (const [code, field] of Object.entries(event.record)) {
    if (codes.includes(code)) el.innerHTML = field.value; // flow: record -> html
  }
  el.innerHTML = Object.entries(event.record).filter(([code]) => codes.includes(code)).map(([, field]) => field.value).join(); // flow: record -> html
  const answer = JSON.parse(event.record.応答.value);
  el.innerHTML = Object.entries(answer).filter(([name]) => ['title', 'note'].includes(name)).map(([, text]) => text).join(); // flow: record -> html
});
kintone.events.on('app.record.edit.show', (event) => {
  const el = document.createElement('a');
  const name = event.record.属性.value;
  const text = event.record.値.value;
  const harmless = ['title', 'lang', 'dir'];
  const harmful = ['title', 'lang', 'onclick'];
  if (harmless.includes(name)) el.setAttribute(name, text);
  if (harmful.includes(name)) el.setAttribute(name, text); // flow: record -> handler-attribute
  if (new Set(['title', 'innerHTML']).has(name)) el[name] = text; // flow: record -> html
  if (new Set(['title', 'textContent']).has(name)) el[name] = text;
  if (harmful.includes(name)) el.innerHTML = name;
});
