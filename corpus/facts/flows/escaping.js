// A function that escapes is known by what it does.
const escapeHtml = (s) => String(s).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  .replace(/"/g, '&quot;').replace(/'/g, '&#39;');
const TABLE = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
function tableEscape(s) {
  return s.replace(/[&<>"']/g, (c) => TABLE[c]);
}
const once = (s) => s.replace('<', '&lt;').replace('>', '&gt;');
const noQuote = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const escape2 = (s) => s;
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  const el = document.createElement('div');
  el.innerHTML = '<b>' + escapeHtml(v) + '</b>';
  el.innerHTML = `<b title="${tableEscape(v)}">${tableEscape(v)}</b>`;
  el.innerHTML = '<b>' + once(v) + '</b>'; // flow: record -> html
  el.innerHTML = '<b>' + noQuote(v) + '</b>';
  el.innerHTML = '<b title="' + noQuote(v) + '">x</b>'; // flow: record -> html
  el.innerHTML = '<b title=' + escapeHtml(v) + '>x</b>'; // flow: record -> html
  el.innerHTML = escape2(v); // flow: record -> html
  el.innerHTML = DOMPurify.sanitize(v);
});
const quote = (s) => s.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
const quoteAll = (s) => s.replace(/[\\"]/g, '\\$&');
const half = (s) => s.replace(/"/g, '\\"');
kintone.events.on('app.record.edit.show', (event) => {
  const v = event.record.件名.value;
  kintone.api('/k/v1/records.json', 'GET', { app: 1, query: `件名 = "${v}"` }); // flow: record -> query
  kintone.api('/k/v1/records.json', 'GET', { app: 1, query: `件名 = "${quote(v)}"` });
  kintone.api('/k/v1/records.json', 'GET', { app: 1, query: '件名 = "' + quoteAll(v) + '"' });
  kintone.api('/k/v1/records.json', 'GET', { app: 1, query: '件名 = "' + half(v) + '"' }); // flow: record -> query
  kintone.api('/k/v1/records.json', 'GET', { app: 1, query: '番号 = ' + Number(v) });
});
kintone.events.on('app.record.edit.show', (event) => {
  const el = kintone.app.record.getSpaceElement('view');
  const asNode = (text) => {
    const box = document.createElement('p');
    box.appendChild(document.createTextNode(text));
    return box.innerHTML;
  };
  el.innerHTML = `<b>${asNode(event.record.備考.value)}</b>`;
  el.innerHTML = `<b title="${asNode(event.record.備考.value)}"></b>`; // flow: record -> html
  const line = document.createElement('p');
  line.append(event.record.件名.value);
  el.innerHTML = `<b>${line.innerHTML}</b>`;
  el.innerHTML = `<b title='${line.innerHTML}'></b>`; // flow: record -> html
  el.innerHTML = line.textContent; // flow: record -> html
});
