// What tables, trees and time lines were given comes back to the functions that are told of it.
kintone.events.on('app.record.index.show', (event) => {
  const box = kintone.app.getHeaderSpaceElement();
  const rows = event.records.map((r) => ({ id: r.$id.value, 名称: r.名称.value, 件数: Number(r.件数.value) }));
  const strong = (cell) => '<b>' + cell.getValue() + '</b>';
  new Tabulator(box, { data: rows, columns: [{ field: '名称', formatter: strong }] }); // flow: record -> html
  const counted = (cell) => '<b>' + cell.getValue() + '</b>';
  new Tabulator(box, { data: rows, columns: [{ field: '件数', formatter: counted }] });
  const table = new Tabulator(box, {
    columns: [{ title: '名称', field: '名称' }],
    rowFormatter: (row) => {
      row.getElement().title = row.getData().名称;
      row.getElement().innerHTML = row.getData().名称; // flow: record -> html
      row.getElement().innerHTML = row.getData().件数;
    },
  });
  table.setData(rows);
  table.on('rowClick', (e, row) => {
    box.innerHTML = '<p>' + row.getData().名称 + '</p>'; // flow: record -> html
    box.innerHTML = '<p>' + row.getData().件数 + '</p>';
  });
  table.on('cellClick', (e, cell) => {
    box.innerHTML = cell.getRow().getData().名称; // flow: record -> html
  });
  const fixed = new Tabulator(box, { data: [{ 名称: '合計' }], rowFormatter: (row) => (row.getElement().innerHTML = row.getData().名称) });
  fixed.redraw();

  const grid = {
    rowData: rows,
    columnDefs: [{ field: '件数', cellRenderer: (p) => '<b>' + p.value + '</b>' }],
    onRowClicked: (p) => {
      box.innerHTML = p.data.名称; // flow: record -> html
      box.innerHTML = p.data.件数;
    },
  };
  agGrid.createGrid(box, grid);
  new agGrid.Grid(box, { rowData: rows, columnDefs: [{ field: '名称', cellRenderer: (p) => '<b>' + p.value + '</b>' }] }); // flow: record -> html
  new agGrid.Grid(box, { rowData: rows, columnDefs: [{ field: '件数', cellRenderer: (p) => '<b>' + p.data.名称 + '</b>' }] }); // flow: record -> html

  const list = $('#t').DataTable({ data: rows, columns: [{ data: '名称', render: (v) => _.escape(v) }] });
  $('#t tbody').on('click', 'td.more', function () {
    const row = list.row($(this).closest('tr'));
    row.child('<p>' + row.data().名称 + '</p>').show(); // flow: record -> html
    row.child('<p>' + row.data().件数 + '</p>').show();
    row.child('<p>' + _.escape(row.data().名称) + '</p>').show();
  });
  $('#u').DataTable({
    data: rows,
    columns: [{ data: '件数', render: (v) => v }],
    createdRow: (tr, row) => {
      $(tr).find('td').eq(0).html(row.名称); // flow: record -> html
      $(tr).find('td').eq(0).text(row.名称);
    },
  });

  const fields = [{ name: '名称', itemTemplate: (value, item) => '<b>' + item.名称 + '</b>' }]; // flow: record -> html
  $('#g').jsGrid({ data: rows, fields });
  $('#g').jsGrid({ data: rows, fields: [{ name: '名称', itemTemplate: (value) => $('<b>').text(value) }] });
  $('#g').jsGrid({ data: rows, fields: [{ name: '名称' }] }); // flow: record -> html

  const items = new vis.DataSet(rows.map((row) => ({ id: row.id, content: row.名称, title: row.id, start: '2026-04-01' })));
  new vis.Timeline(box, items, {}); // flow: record -> html
  new vis.Timeline(box, items, { template: (item) => '<b>' + item.content + '</b>' }); // flow: record -> html
  const written = (item) => {
    const line = document.createElement('b');
    line.textContent = item.content;
    return line;
  };
  new vis.Timeline(box, items, { template: written });
  const lines = new vis.Timeline(box, new vis.DataSet([{ id: 1, content: '開館' }]), {});
  lines.on('select', (chosen) => {
    box.innerHTML = items.get(chosen.items[0]).content; // flow: record -> html
  });

  const tasks = rows.map((row) => ({ id: row.id, name: '工程', memo: row.名称 }));
  new Gantt('#gantt', tasks, { custom_popup_html: (task) => '<p>' + task.memo + '</p>' }); // flow: record -> html
  new Gantt('#gantt', tasks, { popup: ({ task }) => '<p>' + task.memo + '</p>' }); // flow: record -> html
  new Gantt('#gantt', tasks, { custom_popup_html: (task) => '<p>' + _.escape(task.memo) + '</p>' });
  new Gantt('#gantt', tasks, {
    on_click: (task) => {
      box.innerHTML = task.memo; // flow: record -> html
      box.textContent = task.memo;
    },
  });
  return event;
});

kintone.events.on('app.record.index.show', (event) => {
  const box = kintone.app.getHeaderSpaceElement();
  gantt.parse({ data: event.records.map((r) => ({ id: r.$id.value, memo: r.備考.value, days: Number(r.日数.value) })) });
  gantt.templates.tooltip_text = (start, end, task) => '<b>' + task.memo + '</b>'; // flow: record -> html
  gantt.templates.task_text = (start, end, task) => '<b>' + task.days + '</b>';
  gantt.templates.task_class = (start, end, task) => task.memo;
  gantt.attachEvent('onTaskClick', (id) => {
    box.innerHTML = gantt.getTask(id).memo; // flow: record -> html
    box.innerHTML = gantt.getTask(id).days;
    return true;
  });
  const nodes = event.records.map((r) => ({ id: r.$id.value, text: _.escape(r.件名.value), memo: r.備考.value }));
  $('#tree').jstree({ core: { data: nodes } });
  $('#tree').on('select_node.jstree', (e, data) => {
    box.innerHTML = data.node.original.memo; // flow: record -> html
    box.textContent = data.node.original.memo;
  });
  $('#choice').select2({ data: nodes });
  $('#choice').on('select2:select', (e) => {
    box.innerHTML = e.params.data.memo; // flow: record -> html
    box.textContent = e.params.data.memo;
  });
  return event;
});

kintone.events.on('app.record.index.show', (event) => {
  const box = kintone.app.getHeaderSpaceElement();
  const names = event.records.map((r) => r.品名.value);
  const chart = echarts.init(box);
  chart.setOption({ xAxis: { data: names }, series: [{ data: event.records.map((r) => Number(r.数量.value)) }] });
  chart.on('click', (p) => {
    box.innerHTML = p.name; // flow: record -> html
    box.innerHTML = p.componentType;
  });
  const features = event.records.map((r) => ({ type: 'Feature', properties: { name: r.施設名.value } }));
  L.geoJSON(features, {
    onEachFeature: (feature, layer) => {
      layer.bindPopup('<b>' + feature.properties.name + '</b>'); // flow: record -> html
      layer.bindPopup('<b>' + _.escape(feature.properties.name) + '</b>');
    },
  });
  L.popup().setLatLng([35, 139]).setContent(names[0]); // flow: record -> html
  new mapboxgl.Popup().setLngLat([139, 35]).setHTML(names[0]); // flow: record -> html
  new mapboxgl.Popup().setLngLat([139, 35]).setText(names[0]);
  const hint = new google.maps.InfoWindow();
  event.records.forEach((r) => {
    const marker = new google.maps.Marker({ title: r.施設名.value, label: '1' });
    marker.addListener('click', () => hint.setContent(marker.getTitle())); // flow: record -> html
    marker.addListener('click', () => hint.setContent(_.escape(marker.getTitle())));
  });
  Highcharts.chart(box, {
    series: [{ data: event.records.map((r) => ({ name: r.品名.value, y: Number(r.数量.value) })) }],
    tooltip: { useHTML: true, formatter() { return '<b>' + this.y + '</b>'; } },
  });
  const named = { series: [{ data: [{ name: names[0] }] }], tooltip: { useHTML: true, formatter() { return this.key; } } }; // flow: record -> html
  Highcharts.chart(box, named);
  const hot = new Handsontable(box, { data: event.records.map((r) => ({ 品名: r.品名.value })), columns: [{ data: '品名' }] });
  hot.addHook('afterSelection', (row) => {
    box.innerHTML = hot.getSourceDataAtRow(row).品名; // flow: record -> html
    box.innerHTML = hot.getDataAtCell(row, 0); // flow: record -> html
    box.innerHTML = hot.countRows();
  });
  return event;
});
