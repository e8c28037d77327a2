// Tables whose columns name the part of a row that their own function gets: a number there is no text of somebody.
kintone.events.on('app.record.index.show', (event) => {
  const rows = event.records.map((r) => ({ id: r.$id.value, name: r.名前.value, memo: r.備考.value }));
  const bold = (value) => `<b>${value}</b>`;
  $('#names').DataTable({ data: rows, columns: [{ data: 'name', render: bold }] }); // flow: record -> html
  $('#ids').DataTable({ data: rows, columns: [{ data: 'id', render: (id) => `<a href="/k/1/show#record=${id}">${id}</a>` }] });
  const deep = [{ data: '名前.value', render: (value) => `<i>${value}</i>` }]; // flow: record -> html
  $('#deep').DataTable({ data: event.records, columns: deep });
  $('#numbers').DataTable({ data: event.records, columns: [{ data: '$id.value', render: (value) => `<u>${value}</u>` }] });
  $('#whole').DataTable({ data: rows, columns: [{ data: null, render: (row) => `<p>${row.memo}</p>` }] }); // flow: record -> html
  $('#row').DataTable({ data: rows, columns: [{ data: 'id', render: (id, type, row) => `<s>${row.memo}</s>` }] }); // flow: record -> html
  $('#fields').bootstrapTable({ data: rows, columns: [{ field: 'memo', formatter: (value) => `<em>${value}</em>` }] }); // flow: record -> html
  $('#safe').bootstrapTable({ data: rows, columns: [{ field: 'id', formatter: (value) => `<em>${value}</em>` }] });
  return event;
});
