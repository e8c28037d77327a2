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
// Templates of engines that escape: only what they ask for as it is comes out so, by its name or through a helper.
{
  Handlebars.registerHelper('strong', (text) => new Handlebars.SafeString(`<b>${text}</b>`));
  Handlebars.registerHelper('lines', (text) => {
    return new Handlebars.SafeString(Handlebars.escapeExpression(text).replace(/\n/g, '<br>'));
  });
  const mixed = Handlebars.compile(['<h3>{{{head}}}</h3>', '<p>{{title}}</p>'].join(''));
  const fixed = Handlebars.compile('{{strong "New"}}<p>{{lines title}}</p>');
  const helped = Handlebars.compile('<p>{{strong title}}</p>');
  const rows = Handlebars.compile('{{#each rows}}<li>{{{note}}}</li>{{/each}}');
  kintone.events.on('app.record.detail.show', (event) => {
    const title = event.record.title.value;
    const notes = event.record.table.value.map((row) => ({ note: row.value.note.value }));
    document.body.innerHTML = mixed({ head: '<i>!</i>', title });
    document.body.innerHTML = mixed({ head: title, title: '' }); // flow: record -> html
    document.body.innerHTML = fixed({ title });
    document.body.innerHTML = helped({ title }); // flow: record -> html
    document.body.innerHTML = rows({ rows: notes }); // flow: record -> html
    document.body.innerHTML = Mustache.render('<h3>{{{head}}}</h3>{{#rows}}{{note}}{{/rows}}', { head: '', rows: notes });
    document.body.innerHTML = Mustache.render('<h3>{{&head}}</h3>{{title}}', { head: title }); // flow: record -> html
    document.body.innerHTML = ejs.render('<p><%= title %></p>', { title });
    document.body.innerHTML = ejs.render('<p><%- title %></p>', { title }); // flow: record -> html
  });
}
// An engine of the code's own: what a template does not have is not replaced in it, however it would be.
{
  const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const filled = (template, data) =>
    template
      .replace(/\{\{\{(\w+)\}\}\}/g, (whole, name) => data[name])
      .replace(/\{\{(\w+)\}\}/g, (whole, name) => escaped(data[name]));
  kintone.events.on('app.record.detail.show', (event) => {
    const data = { title: event.record.title.value };
    document.body.innerHTML = filled('<h3>{{title}}</h3>', data);
    document.body.innerHTML = filled('<h3>{{{title}}}</h3>', data); // flow: record -> html
    document.body.innerHTML = filled(document.querySelector('#own').dataset.text, data); // flow: record -> html
  });
}
