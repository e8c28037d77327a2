// Tables, calendars and maps: which of their data and callbacks are HTML.
kintone.events.on('app.record.index.show', (event) => {
  const rows = event.records.map((record) => ({ name: record.品名.value }));
  const box = document.getElementById('table');
  $('#a').DataTable({ data: rows, columns: [{ data: 'name' }] }); // flow: record -> html
  $('#b').DataTable({ data: rows, columns: [{ data: 'name', render: $.fn.dataTable.render.text() }] });
  $('#c').DataTable({ data: rows, columns: [{ data: 'name', render: (name) => '<b>' + name + '</b>' }] }); // flow: record -> html
  $('#d').DataTable({ data: rows, columns: [{ data: 'name', render: (name) => '<b>' + _.escape(name) + '</b>' }] });
  new Handsontable(box, { data: rows, columns: [{ data: 'name', renderer: 'html' }] }); // flow: record -> html
  new Handsontable(box, { data: rows, columns: [{ data: 'name', renderer: 'text' }] });
  new Handsontable(box, {
    data: rows,
    columns: [
      {
        renderer(table, td, row, column, prop, value) {
          td.innerHTML = value; // flow: record -> html
          td.innerHTML = row;
          td.textContent = value;
        },
      },
    ],
  });
  new Tabulator(box, { data: rows, columns: [{ formatter: (cell) => '<b>' + cell.getValue() + '</b>' }] }); // flow: record -> html
  new Tabulator(box, { data: rows, columns: [{ formatter: (cell) => '<b>' + _.escape(cell.getValue()) + '</b>' }] });
  new Kuc.ReadOnlyTable({ columns: [{ title: '品名', field: 'name' }], data: rows }); // flow: record -> html
  new FullCalendar.Calendar(box, { events: rows, eventContent: (arg) => ({ html: '<b>' + arg.event.extendedProps.name + '</b>' }) }); // flow: record -> html
  new FullCalendar.Calendar(box, { events: rows, eventContent: (arg) => ({ html: '<b>' + _.escape(arg.event.extendedProps.name) + '</b>' }) });
  L.marker([35, 139]).bindPopup('<b>' + rows[0].name + '</b>'); // flow: record -> html
  L.marker([35, 139]).bindPopup('<b>' + _.escape(rows[0].name) + '</b>');
  new google.maps.InfoWindow({ content: rows[0].name }); // flow: record -> html
  printJS({ printable: rows[0].name, type: 'raw-html' }); // flow: record -> html
  printJS({ printable: 'table', type: 'html' });
});
// Rows that a table asks for when it needs them
const asked = (_asked, give) => {
  kintone.api('/k/v1/records', 'GET', { app: 8 }).then(({ records }) => {
    give({ data: records.map((record) => ({ id: Number(record.$id.value), name: record.品名.value })) });
  });
};
$('#e').DataTable({ ajax: asked, columns: [{ data: 'name', render: (name) => '<b>' + name + '</b>' }] }); // flow: record -> html
$('#e').DataTable({ ajax: asked, columns: [{ data: 'name', render: (name) => '<b>' + _.escape(name) + '</b>' }] });
$('#e').DataTable({ ajax: asked, columns: [{ data: 'id', render: (id) => '<b>' + id + '</b>' }] });
new DataTable('#e', { ajax: asked, columns: [{ data: null, render: (_value, _type, row) => row.name }] }); // flow: record -> html
new DataTable('#e', { ajax: asked, columns: [{ data: null, render: (_value, _type, row) => row.id }] });
