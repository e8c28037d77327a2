// What is escaped and then brought back is not escaped.
const escape1 = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const unescape1 = (s) => s.replace(/&lt;/g, '<').replace(/&quot;/g, '"');
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = escape1(v);
  document.body.innerHTML = unescape1(escape1(v)); // flow: record -> html
  document.body.innerHTML = encodeURIComponent(v);
  document.body.innerHTML = decodeURIComponent(encodeURIComponent(v)); // flow: record -> html
});
const asNode = (s) => {
  const p = document.createElement('p');
  p.appendChild(document.createTextNode(s));
  return p;
};
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = asNode(v).innerHTML;
  document.body.innerHTML = asNode(v).textContent; // flow: record -> html
  document.body.innerHTML = asNode(v).innerText; // flow: record -> html
});
