// Chains of lodash: a wrapper goes through the methods, and what it wraps comes out at the end.
kintone.events.on('app.record.index.show', (event) => {
  const list = document.getElementById('list');
  const rows = event.records;
  list.innerHTML = _(rows).map((row) => `<li>${row.件名.value}</li>`).value().join(''); // flow: record -> html
  list.innerHTML = _(rows).map((row) => `<li>${_.escape(row.件名.value)}</li>`).value().join('');
  list.innerHTML = _.chain(rows) // flow: record -> html
    .sortBy('番号')
    .map((row) => `<li>${row.件名.value}</li>`)
    .value()
    .join('');
  list.innerHTML = _.chain(rows)
    .sortBy('番号')
    .map((row) => `<li>${row.$id.value}</li>`)
    .value()
    .join('');
  list.title = _.chain(rows).compact().map((row) => row.件名.value).value().join('、');
  const details = rows[0].明細.value;
  const line = _.template('<li><%= name %></li>'), plain = _.template('<li><%- name %></li>');
  const named = _.chain(details).map((row) => ({ name: row.value.品名.value }));
  list.innerHTML = named.map(line).value().join(''); // flow: record -> html
  list.innerHTML = named.map(plain).value().join('');
  list.innerHTML = named.map((row) => row.name).value().join('<br>'); // flow: record -> html
  list.innerHTML = named.map((row) => _.escape(row.name)).value().join('<br>');
  _.chain(details)
    .filter((row) => row.value.数量.value > 0)
    .reject((row) => row.value.品名.value === '')
    .each((row) => {
      list.innerHTML += row.value.品名.value; // flow: record -> html
      list.append(row.value.品名.value);
    });
  list.innerHTML = _(rows[0].件名.value).escape();
  list.innerHTML = _(rows[0].件名.value).trim(); // flow: record -> html
});
