// Tables, lists, trees and charts: what they write as HTML, and what their callbacks are given.
kintone.events.on('app.record.index.show', (event) => {
  const rows = event.records.map((r) => ({ id: r.$id.value, 名称: r.名称.value, text: r.名称.value }));
  const cells = event.records.map((r, i) => [i, r.名称.value]);
  const el = kintone.app.getHeaderSpaceElement();
  const marked = (value) => gridjs.html('<em>' + value + '</em>'); // flow: record -> html
  new gridjs.Grid({ columns: ['番号', { name: '名称', formatter: marked }], data: cells }).render(el);
  const plain = (value) => gridjs.h('em', {}, value);
  new gridjs.Grid({ columns: ['番号', { name: '名称', formatter: plain }], data: cells }).render(el);

  const table = $('#t').DataTable({ columns: [{ data: '名称' }] });
  table.rows.add(rows).draw(); // flow: record -> html
  const rendered = $('#u').DataTable({ columns: [{ data: '名称', render: $.fn.dataTable.render.text() }] });
  rendered.rows.add(rows).draw();
  $('#b').bootstrapTable({ data: rows, columns: [{ field: '名称' }] }); // flow: record -> html
  $('#b').bootstrapTable({ data: rows, escape: true, columns: [{ field: '名称' }] });
  $('#b').bootstrapTable({ data: rows, columns: [{ field: '名称', formatter: (value) => '<b>' + value + '</b>' }] }); // flow: record -> html
  $('#b').bootstrapTable({ data: rows, columns: [{ field: '名称', formatter: (value) => _.escape(value) }] });
  new tui.Grid({ el, data: rows, columns: [{ name: '名称' }] }); // flow: record -> html
  new tui.Grid({ el, data: rows, columns: [{ name: '名称', escapeHTML: true }] });
  $('#k').kendoGrid({ dataSource: { data: rows }, columns: [{ field: '名称', encoded: false }] }); // flow: record -> html
  $('#k').kendoGrid({ dataSource: { data: rows }, columns: [{ field: '名称' }] });
  $('#k').kendoGrid({ dataSource: { data: rows }, columns: [{ template: (row) => '<b>' + row.名称 + '</b>' }] }); // flow: record -> html
  agGrid.createGrid(el, { rowData: rows, columnDefs: [{ cellRenderer: (p) => '<b>' + p.value + '</b>' }] }); // flow: record -> html
  agGrid.createGrid(el, { rowData: rows, columnDefs: [{ field: '名称' }] });

  const format = (state) => '<b>' + state.text + '</b>';
  $('#s').select2({ data: rows, templateResult: format, escapeMarkup: (m) => m }); // flow: record -> html
  $('#s').select2({ data: rows, templateResult: format });
  $('#s').select2({ data: rows, templateResult: (state) => $('<b>').text(state.text), escapeMarkup: (m) => m, templateSelection: (s) => s.id });
  $('#s').select2({ data: rows, escapeMarkup: (m) => m }); // flow: record -> html
  $('#s').select2({ data: rows, templateResult: format, escapeMarkup: (m) => _.escape(m) });
  $('#s').select2({ data: rows, templateResult: format, escapeMarkup: function (m) { return m; } }); // flow: record -> html
  $('#s').select2({ data: rows, escapeMarkup: (m) => m.replace(/</g, '&lt;') });
  $('#s').select2({ data: rows, escapeMarkup: (m) => m, templateResult: (s) => s.id, templateSelection: (s) => s.id });
  new Choices(el, { choices: rows.map((r) => ({ value: r.id, label: r.名称 })), allowHTML: true }); // flow: record -> html
  new Choices(el, { choices: rows.map((r) => ({ value: r.id, label: r.名称 })), allowHTML: false });
  new TomSelect('#x', { options: rows, render: { option: (data, escape) => '<b>' + data.名称 + '</b>' } }); // flow: record -> html
  new TomSelect('#x', { options: rows, render: { option: (data, escape) => '<b>' + escape(data.名称) + '</b>' } });
  new Awesomplete('#w', { list: rows.map((r) => r.名称) }); // flow: record -> html

  $('#j').jstree({ core: { data: rows } }); // flow: record -> html
  $('#j').jstree({ core: { data: rows, force_text: true } });
  $('#g').gantt({ source: event.records.map((r) => ({ name: r.名称.value, values: [] })) }); // flow: record -> html
  gantt.parse({ data: rows }); // flow: record -> html
  gantt.templates.task_text = (start, end, task) => _.escape(task.text);
  gantt.templates.tooltip_text = () => rows[0].名称; // flow: record -> html
  const chart = echarts.init(el);
  const names = event.records.map((r) => r.名称.value);
  chart.setOption({ xAxis: { data: names }, series: [], tooltip: { formatter: (p) => '<b>' + p.name + '</b>' } }); // flow: record -> html
  chart.setOption({ xAxis: { data: names }, series: [], tooltip: { formatter: '{b}' } });
  chart.setOption({ xAxis: { data: names }, series: [], tooltip: { formatter: (p) => echarts.format.encodeHTML(p.name) } });
  new ApexCharts(el, { tooltip: { custom: () => '<b>' + names[0] + '</b>' } }); // flow: record -> html
  el.append(m.trust(names[0])); // flow: record -> html
  return event;
});
