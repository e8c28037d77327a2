// Functions in lists of options are told where they are written; the data of such lists at the call that shows it.
(function ($) {
  const COLUMNS = [
    { title: '番号', data: 'id' },
    { title: '件名', data: 'name', render: (data) => `<b>${data}</b>` }, // flow: record -> html
    { title: '備考', data: 'memo', render: (data) => `<i>${_.escape(data)}</i>` },
  ];
  const named = (data) => '<em>' + data + '</em>';
  const SECOND = [{ data: 'name', render: named }]; // flow: record -> html
  const THIRD = [{ data: 'name', render: $.fn.dataTable.render.text() }];
  const PLAIN = [{ data: 'id' }, { data: 'name' }];
  const grid = (root, data, columns) => new Handsontable(root, { data, columns, rowHeaders: true }); // flow: record -> html
  const texts = (root, data, columns) => new Handsontable(root, { data, columns, rowHeaders: true });
  kintone.events.on('app.record.index.show', (event) => {
    const rows = event.records.map((record) => ({ id: 1, name: record.件名.value, memo: record.備考.value }));
    $('#a').DataTable({ data: rows, columns: COLUMNS });
    $('#b').DataTable({ data: rows, columns: SECOND });
    $('#c').DataTable({ data: rows, columns: THIRD });
    $('#d').DataTable({ data: rows, columns: PLAIN }); // flow: record -> html
    const near = [{ data: 'name', render: (data) => `<u>${data}</u>` }]; // flow: record -> html
    $('#e').DataTable({ data: rows, columns: near });
    grid(document.querySelector('#f'), rows, [{ data: 'id' }, { data: 'name', renderer: 'html' }]);
    texts(document.querySelector('#g'), rows, [{ data: 'id' }, { data: 'name', renderer: 'text' }]);
    return event;
  });
})(jQuery);
