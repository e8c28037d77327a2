// What has been deleted from an object is not there when it is gone through, as long as it is certain that it has been.
kintone.events.on('app.record.detail.show', async (event) => {
  const { record } = event;
  const el = kintone.app.record.getSpaceElement('list');
  const card = { no: record.$id.value, memo: record.備考.value };
  delete card.memo;
  for (const name in card) el.innerHTML = card[name];
  el.innerHTML = Object.values(card).join();
  localStorage.setItem('card', JSON.stringify(card));
  const note = { no: record.$id.value, memo: record.備考.value };
  delete note.no;
  for (const name in note) el.innerHTML = note[name]; // flow: record -> html
  localStorage.setItem('note', JSON.stringify(note)); // flow: record -> storage
  const early = { memo: record.備考.value };
  el.innerHTML = Object.values(early).join(); // flow: record -> html
  delete early.memo;
  const maybe = { memo: record.備考.value };
  if (event.type) delete maybe.memo;
  el.innerHTML = Object.values(maybe).join(); // flow: record -> html
  const again = { memo: '' };
  delete again.memo;
  again.memo = record.備考.value;
  el.innerHTML = Object.values(again).join(); // flow: record -> html
  const one = { memo: '' };
  const other = one;
  delete one.memo;
  one.text = record.備考.value;
  el.innerHTML = other.text; // flow: record -> html
  const linked = { url: record.参照先.value, memo: record.備考.value };
  if (!/^https:/.test(linked.url) || /[<]/.test(linked.memo)) return event;
  delete linked.none;
  el.innerHTML = linked.memo;
  el.innerHTML = linked.url; // flow: record -> html
  const each = { memo: record.備考.value };
  for (const name of ['memo']) delete each[name];
  el.innerHTML = Object.values(each).join(); // flow: record -> html
  return event;
});
// The object may have been made by a function, and be gone through by one.
kintone.events.on('app.record.edit.show', async (event) => {
  const el = kintone.app.record.getSpaceElement('list');
  const pick = (record) => {
    const data = {};
    Reflect.set(data, 'no', record.$id.value);
    Reflect.set(data, 'memo', record.備考.value);
    return data;
  };
  const numbers = pick(event.record);
  Reflect.deleteProperty(numbers, 'memo');
  el.innerHTML = Reflect.ownKeys(numbers).map((name) => Reflect.get(numbers, name)).join();
  const memos = pick(event.record);
  Reflect.deleteProperty(memos, 'no');
  el.innerHTML = Reflect.ownKeys(memos).map((name) => Reflect.get(memos, name)).join(); // flow: record -> html
  const load = async () => {
    const { record } = await kintone.api('/k/v1/record', 'GET', { app: 1, id: 1 });
    const row = { 番号: record.$id.value, 内容: record.内容.value };
    delete row.内容;
    return row;
  };
  const row = await load();
  for (const name in row) el.insertAdjacentHTML('beforeend', row[name]);
  const { 備考, ...others } = { 備考: event.record.備考.value, 件数: 1 };
  for (const name in others) el.insertAdjacentHTML('beforeend', others[name]);
  const copy = JSON.parse(JSON.stringify(event.record));
  delete copy.件名;
  el.innerHTML = Object.values(copy).map((field) => field.value).join(); // flow: record -> html
  const fetched = await (await fetch('/k/v1/file.json?fileKey=1')).json();
  delete fetched.id;
  el.innerHTML = Object.values(fetched).join(); // flow: record -> html
});
