// A tag is a function of the fixed parts and the values.
const html = (parts, ...values) => parts.reduce((all, part, i) => all + part + (values[i] ?? ''), '');
const safe = (parts, ...values) =>
  parts.reduce((all, part, i) => all + part + String(values[i] ?? '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`), '');
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = html`<b>${v}</b>`; // flow: record -> html
  document.body.innerHTML = html`<b>${'x'}</b>`;
  document.body.innerHTML = safe`<b>${v}</b>`;
});
