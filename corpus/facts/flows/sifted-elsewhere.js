// A test that lets elements through holds for them wherever the list goes; `find` may find nothing.
const isCode = (text) => /^[A-Z]{2}-\d{4}$/.test(text);
const codesOf = (record) => record.品目.value.map((row) => row.value.コード.value).filter((code) => isCode(code));
const allOf = (record) => record.品目.value.map((row) => row.value.コード.value).filter((code) => code);
const markup = (codes) => codes.map((code) => `<li>${code}</li>`).join('');
const first = (codes) => `<b>${codes[0]}</b>`;
const ORDERS = ['番号 asc', '番号 desc'];
kintone.events.on('app.record.detail.show', (event) => {
  const view = document.getElementById('view');
  view.innerHTML = markup(codesOf(event.record));
  view.innerHTML = first(codesOf(event.record));
  const chosen = event.record.並び.value;
  view.innerHTML = ORDERS.find((order) => order === chosen) || ORDERS[0];
  view.innerHTML = ORDERS.find((order) => order === chosen) || chosen; // flow: record -> html
});
kintone.events.on('app.record.edit.show', (event) => {
  const list = document.getElementById('list');
  list.innerHTML = allOf(event.record)[0]; // flow: record -> html
});
