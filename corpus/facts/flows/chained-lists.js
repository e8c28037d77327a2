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
  list.innerHTML = _(rows[0].件名.value).escape();
  list.innerHTML = _(rows[0].件名.value).trim(); // flow: record -> html
});
