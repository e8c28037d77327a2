// What is left of a record, or a copy of it, gone through without naming a field.
kintone.events.on('app.record.detail.show', (event) => {
  const view = kintone.app.record.getSpaceElement('view');
  const { 件名, ...rest } = event.record;
  view.innerHTML = Object.values(rest)[0].value; // flow: record -> html
  view.innerHTML = Object.values(rest).map((field) => field.value).join(''); // flow: record -> html
  view.innerHTML = Object.values({ ...rest, note: { value: 'x' } }).map((field) => field.value).join(''); // flow: record -> html
  view.innerHTML = Object.values(Object.assign({}, event.record)).map((field) => field.value).join(''); // flow: record -> html
  view.innerHTML = Object.values(structuredClone(rest)).map((field) => field.value).join(''); // flow: record -> html
  view.innerHTML = Object.values(rest).length;
  view.innerHTML = Object.values(rest).map((field) => field.value.length).join('');
  const { ...labels } = { a: 'A', b: 'B' };
  view.innerHTML = Object.values(labels).join('');
});
// The same of an answer of which nobody knows what it holds.
kintone.events.on('app.record.index.show', async () => {
  const view = document.getElementById('view');
  const { totalCount, ...answer } = await (await fetch('https://api.example.jp/items')).json();
  view.innerHTML = Object.values(answer)[0].name; // flow: response -> html
  view.innerHTML = Object.values(answer).length;
});
