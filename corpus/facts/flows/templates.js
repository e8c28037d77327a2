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
// Templates of libraries: what they escape, and what code stands in them.
const escaped = _.template('<b><%- title %></b>');
const raw = _.template('<b><%= title %></b>');
const running = _.template('<% document.write(location.hash); %>'); // flow: url -> html
const rows = jQuery.templates('<li>{{>title}} {{for rows}}{{>name}}{{/for}}</li>');
const unescaped = jQuery.templates('<li>{{:title}}</li>');
kintone.events.on('app.record.edit.show', (event) => {
  const v = event.record.件名.value;
  document.body.innerHTML = escaped({ title: v });
  document.body.innerHTML = raw({ title: v }); // flow: record -> html
  document.body.innerHTML = rows.render({ title: v });
  document.body.innerHTML = rows({ title: v });
  document.body.innerHTML = unescaped.render({ title: v }); // flow: record -> html
  jQuery.templates('row', '<li>' + v + '</li>'); // flow: record -> html
});
