// A template that is filled in once for each element of a list.
kintone.events.on('app.record.index.show', (event) => {
  const el = kintone.app.getHeaderSpaceElement();
  const rows = event.records.map((r, i) => ({ no: i + 1, text: r.件名.value }));
  const raw = _.template('<li><%- no %> <%= text %></li>');
  const plain = _.template('<li><%= no %> <%- text %></li>');
  el.innerHTML = rows.map((row) => raw(row)).join(''); // flow: record -> html
  el.innerHTML = rows.map((row) => plain(row)).join('');
  el.innerHTML = rows.map(raw).join(''); // flow: record -> html
  el.innerHTML = rows.map(plain).join('');
  el.innerHTML = _.map(rows, (row) => raw({ ...row, no: 1 })).join(''); // flow: record -> html
  el.innerHTML = `<ul>${[raw(rows[0])].join('')}</ul>`; // flow: record -> html
  const triple = Handlebars.compile('<li>{{no}} {{{text}}}</li>');
  const double = Handlebars.compile('<li>{{{no}}} {{text}}</li>');
  el.innerHTML = rows.map(triple).join(''); // flow: record -> html
  el.innerHTML = rows.map(double).join('');
  el.innerHTML = rows.map((row) => JSON.stringify(row)).join('\n'); // flow: record -> html
  return event;
});
