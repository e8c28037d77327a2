// Anybody who opens or embeds the page can send it messages; only the origin, compared as a whole, tells who it was.
const PARTNER = 'https://form.example.lg.jp';
window.addEventListener('message', (event) => {
  const current = kintone.app.record.get(); // not yet anything of the message
  current.record.住所.value = event.data.address; // source: message-from-anyone
  kintone.app.record.set(current); // expect: message-from-anyone
});
window.addEventListener('message', (event) => {
  if (event.origin !== PARTNER) return;
  const current = kintone.app.record.get();
  current.record.住所.value = event.data.address;
  kintone.app.record.set(current);
});
// The message need not bring data along: its arrival alone sets off the request.
window.addEventListener('message', () => { // source: message-from-anyone
  kintone.api('/k/v1/record.json', 'PUT', {app: 1, id: 2, record: {済: {value: '1'}}}); // expect: message-from-anyone
});
window.addEventListener('message', ({origin}) => {
  if (origin !== PARTNER) return;
  kintone.api('/k/v1/record.json', 'PUT', {app: 1, id: 2, record: {済: {value: '1'}}});
});
window.addEventListener('message', () => {
  kintone.api('/k/v1/record.json', 'GET', {app: 1, id: 2});
  document.title = '更新されました';
});
